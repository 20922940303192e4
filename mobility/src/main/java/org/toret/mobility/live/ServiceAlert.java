package org.toret.mobility.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A disruption, for people to read.
///
/// @param id `source:entity`
/// @param feed id of the timetable feed whose lines and stops are meant
/// @param cause GTFS-Realtime name in lower case
/// @param effect GTFS-Realtime name in lower case
/// @param headers by language, `""` where it is not told
/// @param texts by language
/// @param urls by language
/// @param periods when it is to be shown; always where there are none
/// @param concerned whom it concerns: any of these
public record ServiceAlert(
    String id,
    String feed,
    String cause,
    String effect,
    Map<String, String> headers,
    Map<String, String> texts,
    Map<String, String> urls,
    List<Period> periods,
    List<Concerned> concerned) {

  public ServiceAlert {
    headers = Map.copyOf(headers);
    texts = Map.copyOf(texts);
    urls = Map.copyOf(urls);
    periods = List.copyOf(periods);
    concerned = List.copyOf(concerned);
  }

  /// From a moment until another one, which is not included; epoch seconds.
  public record Period(long from, long until) {}

  /// Whom it concerns: all that is named must hold together. Empty texts name nothing.
  ///
  /// @param route `feed:route_id`
  /// @param trip `feed:trip_id`
  /// @param stop `feed:stop_id`
  public record Concerned(String route, String trip, String stop) {

    boolean isEverything() {
      return route.isEmpty() && trip.isEmpty() && stop.isEmpty();
    }
  }

  /// Whether it is to be shown at any moment of a time.
  public boolean isShown(long from, long until) {
    return periods.isEmpty()
        || periods.stream().anyMatch(period -> period.from() <= until && period.until() > from);
  }

  /// A text in a language, else in one not told, else in any; empty where there is none.
  public static String in(Map<String, String> texts, String language) {
    return Optional.ofNullable(texts.get(language))
        .or(() -> Optional.ofNullable(texts.get("")))
        .or(() -> texts.values().stream().findFirst())
        .orElse("");
  }
}
