package org.toret.network.timetable.build;

import java.util.stream.IntStream;

/// The stop times of one trip in travelling order; all arrays are of one length, at least 2.
///
/// @param stops stop indices (platforms)
/// @param sequences published `stop_sequence`, by which messages name calls
/// @param arrivals seconds since noon minus 12 h, never decreasing, every one known
/// @param departures at least the arrival of the same call
/// @param pickups GTFS `pickup_type`
/// @param dropOffs GTFS `drop_off_type`
public record Calls(
    int[] stops,
    int[] sequences,
    int[] arrivals,
    int[] departures,
    byte[] pickups,
    byte[] dropOffs) {

  /// Calls numbered 1, 2, 3 and so on.
  public Calls(int[] stops, int[] arrivals, int[] departures, byte[] pickups, byte[] dropOffs) {
    this(
        stops,
        IntStream.rangeClosed(1, stops.length).toArray(),
        arrivals,
        departures,
        pickups,
        dropOffs);
  }

  public int length() {
    return stops.length;
  }
}
