package org.toret.network.timetable.build;

/// The stop times of one trip in travelling order; all arrays are of one length, at least 2.
///
/// @param stops stop indices (platforms)
/// @param arrivals seconds since noon minus 12 h, never decreasing, every one known
/// @param departures at least the arrival of the same call
/// @param pickups GTFS `pickup_type`
/// @param dropOffs GTFS `drop_off_type`
public record Calls(
    int[] stops, int[] arrivals, int[] departures, byte[] pickups, byte[] dropOffs) {

  public int length() {
    return stops.length;
  }
}
