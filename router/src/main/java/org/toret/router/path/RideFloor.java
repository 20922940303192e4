package org.toret.router.path;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.network.street.StreetNetwork;
import org.toret.router.walk.EdgeSnap;
import org.toret.router.walk.LongHeap;

/// The least time in which anything on the streets reaches the nearest of several places:
/// Dijkstra's search backwards over nodes by time alone. Paths are chosen by comfort too and obey
/// turns, so they take this long or longer. 4 bytes per node, for one question.
final class RideFloor {

  private static final int UNREACHED = Integer.MAX_VALUE;

  private final StreetNetwork streets;
  private final ModeCosts costs;
  private final EdgeCopies copies;
  private final double timeFactor;
  private final int[] millis;
  private final LongHeap heap = new LongHeap();

  RideFloor(StreetNetwork streets, ModeCosts costs, EdgeCopies copies, double timeFactor) {
    this.streets = streets;
    this.costs = costs;
    this.copies = copies;
    this.timeFactor = timeFactor;
    millis = new int[streets.nodes().count()];
    Arrays.fill(millis, UNREACHED);
  }

  /// Spreads from the places, each with what is left to do from there.
  void spread(List<@Nullable EdgeSnap> ends, int[] onwardSeconds, int limitSeconds) {
    for (int i = 0; i < ends.size(); i++) {
      EdgeSnap end = ends.get(i);
      if (end != null) {
        begin(end, 1000 * onwardSeconds[i]);
      }
    }
    int limit = (int) Math.min(UNREACHED - 1, 1000L * limitSeconds);
    while (!heap.isEmpty()) {
      long entry = heap.pop();
      int node = LongHeap.item(entry);
      int at = LongHeap.key(entry);
      if (at > limit) {
        return;
      }
      if (at == millis[node]) {
        expand(node, at);
      }
    }
  }

  /// Whole seconds from a place, rounded down; [StreetSpread#NEVER] where it was not reached.
  int seconds(EdgeSnap place, List<@Nullable EdgeSnap> ends, int[] onwardSeconds) {
    int best = UNREACHED;
    for (int arc = 2 * place.edge(); arc <= 2 * place.edge() + 1; arc++) {
      int ahead = millis[streets.head(arc)];
      if (costs.isOpen(arc) && ahead != UNREACHED) {
        int rest = streets.edges().decimetres()[place.edge()] - before(arc, place);
        best = Math.min(best, ahead + time(arc, rest));
      }
    }
    for (int i = 0; i < ends.size(); i++) {
      EdgeSnap end = ends.get(i);
      if (end != null && end.edge() == place.edge()) {
        best = Math.min(best, 1000 * onwardSeconds[i]);
      }
    }
    return best == UNREACHED ? StreetSpread.NEVER : best / 1000;
  }

  private void begin(EdgeSnap end, int onwardMillis) {
    for (int edge : copies.sameCourse(end.edge())) {
      for (int arc = 2 * edge; arc <= 2 * edge + 1; arc++) {
        if (costs.isOpen(arc)) {
          int node = streets.tail(arc);
          int along = (arc & 1) == 0 ? end.alongDecimetres() : before(arc, end);
          relax(node, onwardMillis + time(arc, along));
        }
      }
    }
  }

  private void expand(int node, int at) {
    int[] outgoing = streets.arcs().values();
    for (int i = streets.arcs().start(node); i < streets.arcs().end(node); i++) {
      int arc = outgoing[i] ^ 1;
      if (costs.isOpen(arc)) {
        relax(streets.tail(arc), at + time(arc, streets.edges().decimetres()[arc >> 1]));
      }
    }
  }

  private void relax(int node, int at) {
    if (at >= 0 && at < millis[node]) {
      millis[node] = at;
      heap.push(at, node);
    }
  }

  /// Rounded down, so that sums stay below what paths take.
  private int time(int arc, int decimetres) {
    int whole = streets.edges().decimetres()[arc >> 1];
    double share = whole == 0 ? 0 : (double) decimetres / whole;
    return (int) Math.min(UNREACHED / 4, timeFactor * costs.millis(arc) * share);
  }

  private int before(int arc, EdgeSnap snap) {
    return snap.along(arc, streets.edges().decimetres()[snap.edge()]);
  }
}
