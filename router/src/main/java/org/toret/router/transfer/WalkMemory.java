package org.toret.router.transfer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopReach;

/// Remembers the walks around the stops asked for: 12 bytes for each walk and direction. Not
/// thread-safe.
final class WalkMemory {

  private final StopReaches reaches;
  private final Map<Long, Row> rows = new HashMap<>();

  /// The walks of one stop, by the other end.
  record Row(int[] stops, int[] seconds, int[] metres) {

    /// Place of another stop, negative where there is no walk.
    int find(int stop) {
      return Arrays.binarySearch(stops, stop);
    }
  }

  WalkMemory(StopReaches reaches) {
    this.reaches = reaches;
  }

  Row row(int stop, boolean stepFree, ReachDirection direction) {
    long key = (long) stop << 2 | (stepFree ? 2 : 0) | direction.ordinal();
    return rows.computeIfAbsent(key, fresh -> sorted(reaches.reach(stop, stepFree, direction)));
  }

  private static Row sorted(StopReach reach) {
    int count = reach.count();
    long[] order = new long[count];
    for (int i = 0; i < count; i++) {
      order[i] = (long) reach.stops()[i] << 32 | i;
    }
    Arrays.sort(order);
    Row row = new Row(new int[count], new int[count], new int[count]);
    for (int i = 0; i < count; i++) {
      int from = (int) order[i];
      row.stops[i] = reach.stops()[from];
      row.seconds[i] = reach.seconds()[from];
      row.metres[i] = reach.metres()[from];
    }
    return row;
  }
}
