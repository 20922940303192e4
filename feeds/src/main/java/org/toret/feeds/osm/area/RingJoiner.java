package org.toret.feeds.osm.area;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Joins the ways of a multipolygon end to end to closed rings. What cannot be closed is left out.
public final class RingJoiner {

  private RingJoiner() {}

  /// The rings, as node ids; the last of each repeats its first.
  public static List<long[]> rings(List<long[]> ways) {
    Map<Long, Deque<Integer>> byEnd = new HashMap<>();
    for (int i = 0; i < ways.size(); i++) {
      if (ways.get(i).length > 1) {
        byEnd.computeIfAbsent(ways.get(i)[0], id -> new ArrayDeque<>()).add(i);
        byEnd.computeIfAbsent(ways.get(i)[ways.get(i).length - 1], id -> new ArrayDeque<>()).add(i);
      }
    }
    boolean[] used = new boolean[ways.size()];
    List<long[]> rings = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      if (!used[i] && ways.get(i).length > 1) {
        used[i] = true;
        long[] ring = closed(ways.get(i), ways, byEnd, used);
        if (ring.length > 3) {
          rings.add(ring);
        }
      }
    }
    return rings;
  }

  private static long[] closed(
      long[] first, List<long[]> ways, Map<Long, Deque<Integer>> byEnd, boolean[] used) {
    List<Long> ring = new ArrayList<>();
    for (long id : first) {
      ring.add(id);
    }
    while (!ring.getFirst().equals(ring.getLast())) {
      int next = unused(byEnd.getOrDefault(ring.getLast(), new ArrayDeque<>()), used);
      if (next < 0) {
        return new long[0];
      }
      used[next] = true;
      append(ring, ways.get(next));
    }
    return ring.stream().mapToLong(Long::longValue).toArray();
  }

  private static int unused(Deque<Integer> candidates, boolean[] used) {
    for (int way : candidates) {
      if (!used[way]) {
        return way;
      }
    }
    return -1;
  }

  private static void append(List<Long> ring, long[] way) {
    boolean forward = way[0] == ring.getLast();
    for (int i = 1; i < way.length; i++) {
      ring.add(forward ? way[i] : way[way.length - 1 - i]);
    }
  }
}
