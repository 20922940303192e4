package org.toret.mobility.trip;

import java.time.LocalDate;

/// One vehicle run used by an alternative, on its service date: told without the view of a search,
/// since the parts of a journey may come from several.
///
/// @param trip index into [org.toret.network.timetable.Trips]
/// @param boardCall position of boarding in the trip's pattern, from 0
/// @param alightCall position of alighting, greater than `boardCall`
/// @param seated whether the rider stayed seated from the ride before (same vehicle)
record DatedRide(int trip, LocalDate serviceDate, int boardCall, int alightCall, boolean seated) {

  /// The same run ridden on to where another part of it ends.
  DatedRide until(DatedRide later) {
    return new DatedRide(trip, serviceDate, boardCall, later.alightCall, seated);
  }

  /// The same ride by somebody who sat in the vehicle already.
  DatedRide seatedOn() {
    return new DatedRide(trip, serviceDate, boardCall, alightCall, true);
  }
}
