package org.toret.router.transfer;

import java.util.HashMap;
import java.util.Map;
import org.toret.network.overlay.LiveTimetable;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

/// Compares the calls of runs that go otherwise today with those of the published patterns that
/// they stand for.
final class LiveCalls {

  /// No published call is like it.
  static final int UNLIKE = -1;

  private final LiveTimetable live;
  private final Patterns patterns;
  private final Map<Integer, int[]> longest = new HashMap<>();

  LiveCalls(LiveTimetable live) {
    this.live = live;
    this.patterns = live.timetable().patterns();
  }

  /// The published call whose neighbours and boarding rules a call shares, [#UNLIKE] where there is
  /// none: counted from the beginning or, behind a detour, from the end.
  ///
  /// @return place among the calls of all patterns
  int alike(int pattern, int call) {
    int trip = live.publishedTrip(patterns.tripOffsets()[pattern]);
    if (trip < 0) {
      return UNLIKE;
    }
    int published = live.timetable().trips().patterns()[trip];
    int shift = patterns.length(published) - patterns.length(pattern);
    if (isAlike(pattern, call, published, call)) {
      return patterns.stopOffsets()[published] + call;
    }
    return isAlike(pattern, call, published, call + shift)
        ? patterns.stopOffsets()[published] + call + shift
        : UNLIKE;
  }

  private boolean isAlike(int pattern, int call, int published, int there) {
    for (int step = -1; step <= 1; step++) {
      boolean has = isCall(pattern, call + step);
      if (has != isCall(published, there + step)) {
        return false;
      }
      int a = patterns.stopOffsets()[pattern] + call + step;
      int b = patterns.stopOffsets()[published] + there + step;
      if (has
          && (patterns.nodes()[a] != patterns.nodes()[b]
              || patterns.pickups()[a] != patterns.pickups()[b]
              || patterns.dropOffs()[a] != patterns.dropOffs()[b])) {
        return false;
      }
    }
    return true;
  }

  private boolean isCall(int pattern, int call) {
    return call >= 0 && call < patterns.length(pattern);
  }

  /// The longest time of any trip of a pattern from each call to the next.
  int[] longestRides(int pattern) {
    return longest.computeIfAbsent(pattern, this::measured);
  }

  private int[] measured(int pattern) {
    Timetable timetable = live.timetable();
    int length = patterns.length(pattern);
    int[] rides = new int[length];
    for (int trip = patterns.tripOffsets()[pattern];
        trip < patterns.tripOffsets()[pattern + 1];
        trip++) {
      int at = timetable.patterns().timeOffset(pattern, trip);
      for (int call = 0; call + 1 < length; call++) {
        int arrives = Math.max(patterns.departure(at + call + 1), patterns.arrival(at + call + 1));
        int leaves = Math.min(patterns.departure(at + call), patterns.arrival(at + call));
        rides[call] = Math.max(rides[call], arrives - leaves);
      }
    }
    return rides;
  }
}
