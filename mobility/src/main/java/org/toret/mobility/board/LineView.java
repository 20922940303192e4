package org.toret.mobility.board;

import java.util.List;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.Spot;
import org.toret.mobility.plan.TravelMode;

/// A line with the stop sequences it serves, the busiest first.
///
/// @param courses one per stop sequence that runs on the date asked about
public record LineView(Leg.Line route, TravelMode mode, List<Course> courses) {

  /// A stop sequence of a line.
  ///
  /// @param direction GTFS `direction_id`, -1 where none
  /// @param tripsOnDate vehicle runs on the date asked about
  /// @param departures first calls' departures of the date, in seconds since noon minus 12 h
  /// @param polyline Google-encoded with five decimals
  public record Course(
      int direction,
      String headsign,
      int tripsOnDate,
      List<Integer> departures,
      List<Spot> stops,
      String polyline) {}
}
