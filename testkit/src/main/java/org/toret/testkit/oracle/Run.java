package org.toret.testkit.oracle;

/// One trip on one service date, as a rider with given needs sees it.
///
/// @param index position in [Runs]
/// @param day index of the service date in the view
/// @param trip index into the timetable's trips
/// @param nodes node of each call
/// @param arrivals on the axis of the view, in seconds
/// @param departures on the axis of the view, in seconds
/// @param boards whether this rider may board at each call; never at the last
/// @param alights whether this rider may alight at each call; never at the first
/// @param next index of the run in which the rider may stay seated at the end, -1 where none
record Run(
    int index,
    int day,
    int trip,
    int[] nodes,
    int[] arrivals,
    int[] departures,
    boolean[] boards,
    boolean[] alights,
    int next) {

  int lastCall() {
    return nodes.length - 1;
  }
}
