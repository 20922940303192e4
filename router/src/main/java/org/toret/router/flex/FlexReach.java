package org.toret.router.flex;

import java.time.LocalDate;
import java.util.List;

/// Stops that one service on demand joins to a door, on one day.
///
/// @param trip index into [org.toret.network.flex.FlexTrips]
/// @param day its service day
/// @param pickupCall index into [org.toret.network.flex.FlexCalls]
/// @param dropOffCall the same
/// @param door where the ride meets the door
public record FlexReach(
    int trip, LocalDate day, int pickupCall, int dropOffCall, FlexEnd door, List<Stop> stops) {

  public FlexReach {
    stops = List.copyOf(stops);
  }

  /// One of the stops.
  ///
  /// @param stop where a vehicle by timetable is boarded or left
  /// @param end where the ride ends, or begins, for it
  /// @param seconds of the ride
  /// @param first earliest pick-up, epoch second
  /// @param last latest pick-up, epoch second
  public record Stop(int stop, FlexEnd end, int seconds, long first, long last) {}

  /// What is asked again to have a ride to a stop, or from it.
  ///
  /// @param outward whether it leads from the door
  public FlexEngine.Asked asked(Stop stop, boolean outward) {
    return new FlexEngine.Asked(
        trip,
        day,
        pickupCall,
        dropOffCall,
        outward ? door : stop.end(),
        outward ? stop.end() : door);
  }
}
