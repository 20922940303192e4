package org.toret.demo.timetable;

import java.util.List;

/// One direction of a line: its stops, and how long the run takes off-peak.
///
/// @param shape id of the shape
/// @param runSeconds by stop: seconds from the first departure to the departure there
/// @param dwellSeconds standing time at each stop between the ends, within `runSeconds`
/// @param traffic whether the hour of the day matters (streets, not rails)
record Pattern(
    String route,
    int direction,
    String headsign,
    String shape,
    List<String> stops,
    List<Integer> runSeconds,
    int dwellSeconds,
    boolean traffic,
    int wheelchair,
    int bikes) {

  /// How much longer or shorter than off-peak a run is that starts at this hour.
  double factor(int seconds) {
    int hour = seconds / 3600;
    if (!traffic) {
      return 1;
    }
    if (hour >= 7 && hour < 9 || hour >= 17 && hour < 19) {
      return 1.12;
    }
    return hour < 6 || hour >= 21 ? 0.88 : 1;
  }
}
