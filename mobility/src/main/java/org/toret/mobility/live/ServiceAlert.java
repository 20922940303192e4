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

  /// Whom it concerns: all that is named must hold together. Empty texts and -1 name nothing; where
  /// nothing at all is named, it is the whole feed.
  ///
  /// @param agency `feed:agency_id`
  /// @param route `feed:route_id`
  /// @param routeType GTFS `route_type`
  /// @param direction GTFS `direction_id` of the route
  /// @param trip `feed:trip_id`
  /// @param stop `feed:stop_id`
  public record Concerned(
      String agency, String route, int routeType, int direction, String trip, String stop) {

    /// Whether single runs or one direction of lines are meant.
    boolean isPartOfLines() {
      return !trip.isEmpty() || direction >= 0;
    }

    private boolean namesNoPart() {
      return route.isEmpty() && trip.isEmpty() && stop.isEmpty();
    }

    /// Whether a ride is meant, as far as it is not for its stops. A ride of which no direction is
    /// known goes in any.
    boolean means(RideNames ride) {
      return (agency.isEmpty() || agency.equals(ride.agency()))
          && (route.isEmpty() || route.equals(ride.route()))
          && (routeType < 0 || routeType == ride.routeType())
          && (direction < 0 || ride.direction() < 0 || direction == ride.direction())
          && (trip.isEmpty() || trip.equals(ride.trip()) || trip.equals(ride.repeatedTrip()));
    }
  }

  /// Whether it concerns a line as a whole or parts of it: the line is named, or all lines of its
  /// agency, its type or the feed are meant.
  public boolean concernsLine(RideNames line) {
    return concerned.stream()
        .anyMatch(one -> one.route().equals(line.route()) || one.namesNoPart() && means(one, line));
  }

  /// Whether a part of it means a ride, as far as it is not for its stops.
  boolean means(Concerned one, RideNames ride) {
    boolean ofFeed = one.namesNoPart() && one.agency().isEmpty();
    return one.means(ride) && (!ofFeed || feed.equals(ride.feed()));
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
