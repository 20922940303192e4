package org.toret.network.timetable;

import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// The stop sequences, each with its trips: the "routes" of RAPTOR.
///
/// All trips of a pattern have the same line, the same calls with the same boarding rules, the same
/// accessibility and shape, and never overtake one another. Trips of pattern `p` are
/// `tripOffsets[p] … tripOffsets[p + 1] - 1`; its calls `stopOffsets[p] …`; the time of trip `t` at
/// call `i` is at `timeOffsets[p] + (t - tripOffsets[p]) * length(p) + i`.
///
/// @param nodes node of each call, see [Nodes]; 4 bytes per call
/// @param sequences published number of each call, by which messages name it; 4 bytes per call
/// @param pickups GTFS `pickup_type` of each call: 0 yes, 1 no, 2 phone, 3 ask the driver
/// @param dropOffs GTFS `drop_off_type` of each call
/// @param arrivals seconds since the service day's noon minus 12 h; 4 bytes per stop time
/// @param departures the same for departures
/// @param liveArrivals those of what is true today, behind `arrivals`; empty in an image. The times
///   of a trip lie in one of the two: read them by [#arrival] or [#copyTimes]
/// @param liveDepartures the same for departures
/// @param routes index into [Routes]
/// @param wheelchair GTFS `wheelchair_accessible`: 0 unknown, 1 yes, 2 no
/// @param bikes GTFS `bikes_allowed`: 0 unknown, 1 yes, 2 no
/// @param shapes index into [Shapes], -1 where none
public record Patterns(
    int[] stopOffsets,
    int[] nodes,
    int[] sequences,
    byte[] pickups,
    byte[] dropOffs,
    int[] tripOffsets,
    int[] timeOffsets,
    int[] arrivals,
    int[] departures,
    int[] liveArrivals,
    int[] liveDepartures,
    int[] routes,
    byte[] wheelchair,
    byte[] bikes,
    int[] shapes) {

  /// Values of `bikes`.
  public static final byte BIKES_UNKNOWN = 0;

  public static final byte BIKES_ADMITTED = 1;
  public static final byte BIKES_REFUSED = 2;

  /// Whether it is told that the vehicles of a pattern take bicycles.
  public boolean admitsBikes(int pattern) {
    return bikes[pattern] == BIKES_ADMITTED;
  }

  public int count() {
    return routes.length;
  }

  /// Number of calls of a pattern.
  public int length(int pattern) {
    return stopOffsets[pattern + 1] - stopOffsets[pattern];
  }

  public int tripCount(int pattern) {
    return tripOffsets[pattern + 1] - tripOffsets[pattern];
  }

  /// Where the times of a trip start in `arrivals` and `departures`.
  public int timeOffset(int pattern, int trip) {
    return timeOffsets[pattern] + (trip - tripOffsets[pattern]) * length(pattern);
  }

  /// An arrival, in seconds since the service day's noon minus 12 h.
  ///
  /// @param at place of the time, see [#timeOffset]
  public int arrival(int at) {
    return at < arrivals.length ? arrivals[at] : liveArrivals[at - arrivals.length];
  }

  /// A departure, in seconds since the service day's noon minus 12 h.
  public int departure(int at) {
    return at < departures.length ? departures[at] : liveDepartures[at - departures.length];
  }

  /// Copies the times of one trip to two columns.
  ///
  /// @param from place of its first time, see [#timeOffset]
  /// @param to place in the columns
  public void copyTimes(int from, int length, int[] arrivalColumn, int[] departureColumn, int to) {
    boolean live = from >= arrivals.length;
    int at = live ? from - arrivals.length : from;
    System.arraycopy(live ? liveArrivals : arrivals, at, arrivalColumn, to, length);
    System.arraycopy(live ? liveDepartures : departures, at, departureColumn, to, length);
  }

  void write(ImageWriter image) {
    image
        .ints("patterns.stopOffset", stopOffsets)
        .ints("patterns.node", nodes)
        .ints("patterns.sequence", sequences)
        .bytes("patterns.pickup", pickups)
        .bytes("patterns.dropOff", dropOffs)
        .ints("patterns.tripOffset", tripOffsets)
        .ints("patterns.timeOffset", timeOffsets)
        .ints("patterns.arrival", arrivals)
        .ints("patterns.departure", departures)
        .ints("patterns.route", routes)
        .bytes("patterns.wheelchair", wheelchair)
        .bytes("patterns.bikes", bikes)
        .ints("patterns.shape", shapes);
  }

  static Patterns read(ImageFile image) {
    return new Patterns(
        image.ints("patterns.stopOffset"),
        image.ints("patterns.node"),
        image.ints("patterns.sequence"),
        image.bytes("patterns.pickup"),
        image.bytes("patterns.dropOff"),
        image.ints("patterns.tripOffset"),
        image.ints("patterns.timeOffset"),
        image.ints("patterns.arrival"),
        image.ints("patterns.departure"),
        new int[0],
        new int[0],
        image.ints("patterns.route"),
        image.bytes("patterns.wheelchair"),
        image.bytes("patterns.bikes"),
        image.ints("patterns.shape"));
  }
}
