package org.toret.network.timetable.build;

/// A row of `transfers.txt` to be added to a [TimetableBuilder].
///
/// @param fromStop stop or station, -1 where none is named (in-seat transfers)
/// @param fromRoute -1 where none is named
/// @param fromTrip trip index as [TimetableBuilder#addTrip] gave it, -1 where none is named
/// @param type GTFS `transfer_type` 0 … 5
/// @param minSeconds `min_transfer_time`, -1 where none
public record TransferRow(
    int fromStop,
    int toStop,
    int fromRoute,
    int toRoute,
    int fromTrip,
    int toTrip,
    int type,
    int minSeconds) {

  /// Whether the rule speaks of particular lines or trips.
  boolean isSpecific() {
    return fromRoute >= 0 || toRoute >= 0 || fromTrip >= 0 || toTrip >= 0;
  }

  /// Rank after the GTFS reference: two trips, trip and route, trip, two routes, route, stops only.
  int rank() {
    return rank(fromTrip, fromRoute) + rank(toTrip, toRoute);
  }

  private static int rank(int trip, int route) {
    if (trip >= 0) {
      return 10;
    }
    return route >= 0 ? 3 : 0;
  }
}
