package org.toret.feeds.gtfsrt;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A detour: which trips leave which stops out, and where they call instead.
///
/// @param startSeconds starts of the runs concerned, of trips that run "every so many minutes"
public record TripModifications(
    String entityId,
    List<SelectedTrips> trips,
    List<Integer> startSeconds,
    List<LocalDate> serviceDates,
    List<Modification> modifications) {

  public TripModifications {
    trips = List.copyOf(trips);
    startSeconds = List.copyOf(startSeconds);
    serviceDates = List.copyOf(serviceDates);
    modifications = List.copyOf(modifications);
  }

  /// Trips that follow one new shape.
  ///
  /// @param shapeId empty where none is named
  public record SelectedTrips(List<String> tripIds, String shapeId) {

    public SelectedTrips {
      tripIds = List.copyOf(tripIds);
    }
  }

  /// One stretch that is left out and replaced.
  ///
  /// @param start first call that is replaced
  /// @param end last call that is replaced; none where no call is, and the others come before
  ///   `start`
  /// @param delaySeconds of all calls after the stretch
  /// @param alertId entity id of the alert that tells of it, empty where none
  public record Modification(
      StopSelector start,
      StopSelector end,
      int delaySeconds,
      List<ReplacementStop> replacements,
      String alertId,
      OptionalLong lastModifiedEpochSeconds) {

    public Modification {
      replacements = List.copyOf(replacements);
    }
  }

  /// A call by its number, its stop or both.
  ///
  /// @param stopId empty where none is named
  public record StopSelector(OptionalInt stopSequence, String stopId) {}

  /// Where a vehicle calls instead.
  ///
  /// @param travelSeconds after the reference stop: the one before the stretch, or the first of the
  ///   trip; empty where it is not told
  public record ReplacementStop(String stopId, OptionalInt travelSeconds) {}
}
