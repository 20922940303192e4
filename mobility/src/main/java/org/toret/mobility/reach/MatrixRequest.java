package org.toret.mobility.reach;

import java.util.List;
import org.toret.mobility.plan.Waypoint;

/// How long it takes from each of some places to each of others.
///
/// @param windowMinutes 0 for the one instant of `span`; else every minute from there on counts
/// @param maxMinutes longer journeys count as none
public record MatrixRequest(
    List<Waypoint> origins,
    List<Waypoint> destinations,
    Span span,
    int windowMinutes,
    int maxMinutes) {

  /// Most origins, and most destinations.
  public static final int MOST_PLACES = 200;

  /// Most searches by timetable: origins times minutes of the window.
  public static final int MOST_SEARCHES = 6000;

  public MatrixRequest {
    origins = List.copyOf(origins);
    destinations = List.copyOf(destinations);
  }
}
