package org.toret.network.overlay;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.toret.base.geo.GeoPoint;

/// Another way for some trips: which calls they leave out and where they call instead. Ids are
/// those of the publisher, without the feed.
///
/// @param id by which what is said of single runs refers to it
/// @param startSeconds of trips that are repeated, the starts concerned; all where empty
/// @param dates service dates; where empty the one on which a trip runs nearest to the message
/// @param stretches apart from one another
public record Detour(
    String id,
    List<Group> groups,
    List<Integer> startSeconds,
    List<LocalDate> dates,
    List<Stretch> stretches) {

  public Detour {
    groups = List.copyOf(groups);
    startSeconds = List.copyOf(startSeconds);
    dates = List.copyOf(dates);
    stretches = List.copyOf(stretches);
  }

  /// Trips that follow one line.
  ///
  /// @param line where they run, empty where it is not told
  public record Group(List<String> tripIds, List<GeoPoint> line) {

    public Group {
      tripIds = List.copyOf(tripIds);
      line = List.copyOf(line);
    }
  }

  /// One stretch that is left out and replaced.
  ///
  /// @param start first call that is left out
  /// @param end last call that is left out; without it none is, and the others come before `start`
  /// @param delaySeconds of all calls behind the stretch, on top of those of earlier stretches
  public record Stretch(
      CallName start, Optional<CallName> end, int delaySeconds, List<Replacement> replacements) {

    public Stretch {
      replacements = List.copyOf(replacements);
    }
  }

  /// A call by its number, its stop or both.
  ///
  /// @param stopId empty where none is named
  public record CallName(OptionalInt sequence, String stopId) {}

  /// Where vehicles call instead.
  ///
  /// @param travelSeconds after the arrival at the call before the stretch, or at the first call
  ///   where the stretch begins there; without it as the calls around share the time
  public record Replacement(String stopId, OptionalInt travelSeconds) {}
}
