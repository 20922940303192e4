package org.toret.router.path;

import java.util.Arrays;
import org.toret.base.columns.IntList;
import org.toret.network.street.StreetNetwork;
import org.toret.router.walk.EdgeSnap;
import org.toret.router.walk.LongHeap;

/// The cheapest path by bicycle or car between two points of the street: A* over *arcs*, so that
/// every turn restriction is exact, guided by [Landmarks].
///
/// A label belongs to an arc and says what it costs to have come to its end. Turning back into the
/// arc one came from is not allowed where another way goes on; a second search allows it when the
/// first finds nothing. The bounds are consistent, so the first label of an arc to leave the heap
/// is its cheapest. 12 bytes per arc. Not thread-safe: one per thread at a time.
final class ArcSearch {

  static final int NONE = -1;

  private final StreetNetwork streets;
  private final ModeCosts costs;
  private final Landmarks landmarks;
  private final EdgeCopies copies;
  private final boolean turns;
  private final LongHeap heap = new LongHeap();
  private final int[] stamps;
  private final int[] labels;
  private final int[] previous;
  private int stamp;
  private boolean turningBack;
  private int best;
  private int bestLast;
  private int bestFinal;
  private int settled;

  private final int[] targetArcs = new int[EdgeCopies.MOST];
  private final int[] targetCosts = new int[EdgeCopies.MOST];
  private int targetCount;

  ArcSearch(StreetNetwork streets, ModeCosts costs, Landmarks landmarks, EdgeCopies copies) {
    this.streets = streets;
    this.costs = costs;
    this.landmarks = landmarks;
    this.copies = copies;
    turns = costs.mode == StreetMode.CAR;
    stamps = new int[costs.costs.length];
    labels = new int[costs.costs.length];
    previous = new int[costs.costs.length];
  }

  /// Finds the arcs of the cheapest path, first to last; empty when there is none.
  int[] find(EdgeSnap from, EdgeSnap to) {
    turningBack = false;
    int[] path = run(from, to);
    return path.length == 0 ? findTurningBack(from, to) : path;
  }

  /// The same, turning back wherever it helps: for when there is no other way.
  int[] findTurningBack(EdgeSnap from, EdgeSnap to) {
    turningBack = true;
    return run(from, to);
  }

  /// The cost of the path found last, in milliseconds.
  int cost() {
    return best;
  }

  /// How many labels the last search settled.
  int settled() {
    return settled;
  }

  private int[] run(EdgeSnap from, EdgeSnap to) {
    if (++stamp == 0) {
      Arrays.fill(stamps, 0);
      stamp = 1;
    }
    heap.clear();
    best = ModeCosts.CLOSED;
    bestLast = NONE;
    bestFinal = NONE;
    settled = 0;
    setTargets(to);
    start(from, to, 2 * from.edge());
    start(from, to, 2 * from.edge() + 1);
    search();
    return bestFinal == NONE ? new int[0] : path();
  }

  private void setTargets(EdgeSnap to) {
    targetCount = 0;
    for (int edge : copies.sameCourse(to.edge())) {
      for (int arc = 2 * edge; arc <= 2 * edge + 1; arc++) {
        if (costs.isOpen(arc)) {
          targetArcs[targetCount] = arc;
          targetCosts[targetCount++] = part(arc, before(arc, to));
        }
      }
    }
  }

  private void start(EdgeSnap from, EdgeSnap to, int arc) {
    if (!costs.isOpen(arc)) {
      return;
    }
    int here = before(arc, from);
    if (from.edge() == to.edge() && before(arc, to) >= here) {
      offer(NONE, arc, part(arc, before(arc, to) - here));
    }
    relax(arc, part(arc, streets.edges().decimetres()[arc >> 1] - here), NONE);
  }

  private void search() {
    while (!heap.isEmpty()) {
      long entry = heap.pop();
      if (LongHeap.key(entry) >= best) {
        return;
      }
      int arc = LongHeap.item(entry);
      // a negative label is settled
      if (labels[arc] >= 0) {
        int cost = labels[arc];
        labels[arc] = ~cost;
        settled++;
        expand(arc, cost);
      }
    }
  }

  private void expand(int arc, int cost) {
    int node = streets.head(arc);
    int first = streets.arcs().start(node);
    int end = streets.arcs().end(node);
    int[] outgoing = streets.arcs().values();
    int ways = 0;
    for (int i = first; i < end; i++) {
      int next = outgoing[i];
      if (next != (arc ^ 1) && costs.isOpen(next) && costs.mayPass(arc, next)) {
        ways++;
        if (!turns || !streets.isForbidden(arc, next)) {
          follow(arc, cost, next);
        }
      }
    }
    if ((ways == 0 || turningBack) && costs.isOpen(arc ^ 1)) {
      follow(arc, cost, arc ^ 1);
    }
  }

  private void follow(int arc, int cost, int next) {
    for (int i = 0; i < targetCount; i++) {
      if (targetArcs[i] == next) {
        offer(arc, next, cost + targetCosts[i]);
      }
    }
    relax(next, cost + costs.costs[next], arc);
  }

  private void offer(int last, int finalArc, int cost) {
    if (cost < best) {
      best = cost;
      bestLast = last;
      bestFinal = finalArc;
    }
  }

  private void relax(int arc, int cost, int from) {
    if (stamps[arc] == stamp && (labels[arc] < 0 || labels[arc] <= cost)) {
      return;
    }
    int bound = toTarget(streets.head(arc));
    if (bound == ModeCosts.CLOSED || cost >= best - bound) {
      return;
    }
    stamps[arc] = stamp;
    labels[arc] = cost;
    previous[arc] = from;
    heap.push(cost + bound, arc);
  }

  private int toTarget(int node) {
    int least = ModeCosts.CLOSED;
    for (int i = 0; i < targetCount; i++) {
      int bound = landmarks.atLeast(node, streets.tail(targetArcs[i])) + targetCosts[i];
      least = Math.min(least, bound);
    }
    return least;
  }

  private int[] path() {
    IntList backwards = new IntList();
    backwards.add(bestFinal);
    for (int arc = bestLast; arc != NONE; arc = previous[arc]) {
      backwards.add(arc);
    }
    int[] path = new int[backwards.size()];
    for (int i = 0; i < path.length; i++) {
      path[i] = backwards.get(path.length - 1 - i);
    }
    return path;
  }

  /// How far along an arc a point lies, in decimetres.
  private int before(int arc, EdgeSnap snap) {
    return snap.along(arc, streets.edges().decimetres()[snap.edge()]);
  }

  private int part(int arc, int decimetres) {
    int length = streets.edges().decimetres()[arc >> 1];
    return length == 0 ? 0 : (int) ((long) costs.costs[arc] * decimetres / length);
  }
}
