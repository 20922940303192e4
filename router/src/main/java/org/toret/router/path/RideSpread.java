package org.toret.router.path;

import java.util.Arrays;
import org.toret.network.street.StreetNetwork;
import org.toret.router.path.StreetSpread.SpreadVisitor;
import org.toret.router.walk.EdgeSnap;
import org.toret.router.walk.LongHeap;

/// The cheapest paths by bicycle or car from one place to everything around, or from everything
/// around to it: Dijkstra's search over arcs with the costs and turns of [ArcSearch]. What is
/// limited is the time, which is not the cost: a cyclist takes a detour for comfort. 20 bytes per
/// arc. Not thread-safe.
final class RideSpread {

  private final StreetNetwork streets;
  private final ModeCosts costs;
  private final EdgeCopies copies;
  private final boolean turns;
  private final LongHeap heap = new LongHeap();
  private final int[] stamps;
  private final int[] labels;
  private final int[] millis;
  private final int[] lengths;
  private int stamp;
  private int startEdge;

  /// How the two arcs of the street one starts on are entered from behind, by a way around.
  private final int[] entryCosts = new int[2];

  private final int[] entryMillis = new int[2];
  private final int[] entryLengths = new int[2];
  private int foundDecimetres;
  private boolean outward;
  private double timeFactor;
  private int mostMillis;
  private int mostDecimetres;

  RideSpread(StreetNetwork streets, ModeCosts costs, EdgeCopies copies) {
    this.streets = streets;
    this.costs = costs;
    this.copies = copies;
    turns = costs.mode == StreetMode.CAR;
    int arcs = costs.costs.length;
    stamps = new int[arcs];
    labels = new int[arcs];
    millis = new int[arcs];
    lengths = new int[arcs];
  }

  /// How far a spread goes.
  ///
  /// @param outward from the place, else towards it
  /// @param timeFactor how much longer than at reference speed everything takes
  /// @param offTenths the steps on foot between the place and its street
  record Bounds(
      boolean outward, double timeFactor, int offTenths, int mostSeconds, int mostMetres) {

    /// The same going no farther than so many metres.
    Bounds within(int metres) {
      return new Bounds(outward, timeFactor, offTenths, mostSeconds, Math.min(mostMetres, metres));
    }
  }

  /// Tells every arc that is begun within the bounds.
  void spread(EdgeSnap place, Bounds bounds, SpreadVisitor visitor) {
    begin(bounds);
    startEdge = place.edge();
    start(place, 2 * place.edge(), bounds, visitor);
    start(place, 2 * place.edge() + 1, bounds, visitor);
    while (!heap.isEmpty()) {
      int arc = LongHeap.item(heap.pop());
      if (labels[arc] >= 0) {
        int cost = labels[arc];
        labels[arc] = ~cost;
        expand(arc, cost, visitor);
      }
    }
  }

  /// Tenths of a second to a place after a spread from another, -1 when it is out of reach; how far
  /// it is tells [#foundMetres] then.
  ///
  /// @param from where the spread began
  int tenths(EdgeSnap from, EdgeSnap to, Bounds bounds) {
    int bestCost = ModeCosts.CLOSED;
    double best = -1;
    for (int edge : copies.sameCourse(to.edge())) {
      for (int arc = 2 * edge; arc <= 2 * edge + 1; arc++) {
        if (!costs.isOpen(taken(arc))) {
          continue;
        }
        int here = before(arc, to);
        int rest = streets.edges().decimetres()[edge] - here;
        if (edge == from.edge() && here >= before(arc, from)) {
          int length = here - before(arc, from);
          int cost = part(costs.costs[taken(arc)], arc, length);
          if (cost < bestCost) {
            bestCost = cost;
            foundDecimetres = from.offDecimetres() + length + to.offDecimetres();
            best = bounds.offTenths() + part(time(taken(arc)), arc, length) / 100.0;
          }
        }
        boolean behind = edge == from.edge() && here < before(arc, from);
        if (behind && entryCosts[arc & 1] != ModeCosts.CLOSED) {
          int cost = entryCosts[arc & 1] + part(costs.costs[taken(arc)], arc, here);
          int length = entryLengths[arc & 1] + here + to.offDecimetres();
          if (cost < bestCost && length <= mostDecimetres) {
            bestCost = cost;
            foundDecimetres = length;
            best = (entryMillis[arc & 1] + part(time(taken(arc)), arc, here)) / 100.0;
          }
        } else if (!behind && stamps[arc] == stamp) {
          int label = labels[arc] < 0 ? ~labels[arc] : labels[arc];
          int cost = label - part(costs.costs[taken(arc)], arc, rest);
          int length = lengths[arc] - rest + to.offDecimetres();
          if (cost < bestCost && length <= mostDecimetres) {
            bestCost = cost;
            foundDecimetres = length;
            best = (millis[arc] - part(time(taken(arc)), arc, rest)) / 100.0;
          }
        }
      }
    }
    return best < 0 || best > 10.0 * bounds.mostSeconds() ? -1 : (int) Math.ceil(best - 1e-6);
  }

  /// The length of the way that was told last, steps to the street included.
  int foundMetres() {
    return (foundDecimetres + 5) / 10;
  }

  private void begin(Bounds bounds) {
    if (++stamp == 0) {
      Arrays.fill(stamps, 0);
      stamp = 1;
    }
    heap.clear();
    Arrays.fill(entryCosts, ModeCosts.CLOSED);
    outward = bounds.outward();
    timeFactor = bounds.timeFactor();
    mostMillis = (int) Math.min(Integer.MAX_VALUE / 2, 1000L * bounds.mostSeconds());
    mostDecimetres = (int) Math.min(Integer.MAX_VALUE / 2, 10L * bounds.mostMetres() + 4);
  }

  private void start(EdgeSnap place, int away, Bounds bounds, SpreadVisitor visitor) {
    int taken = taken(away);
    if (!costs.isOpen(taken)) {
      return;
    }
    int from = before(away, place);
    int length = streets.edges().decimetres()[away >> 1] - from;
    int more = part(time(taken), taken, length);
    int soFar = 100 * bounds.offTenths();
    visitor.arc(away, from, bounds.offTenths(), more / 100);
    relax(
        away,
        part(costs.costs[taken], taken, length),
        soFar + more,
        place.offDecimetres() + length);
  }

  /// The arc as it is travelled: towards the place it is against the way of the search.
  private int taken(int away) {
    return outward ? away : away ^ 1;
  }

  private int time(int arc) {
    return (int) Math.min(Integer.MAX_VALUE / 4, Math.round(timeFactor * costs.millis(arc)));
  }

  private void expand(int arc, int cost, SpreadVisitor visitor) {
    if (millis[arc] > mostMillis || lengths[arc] > mostDecimetres) {
      return;
    }
    int node = streets.head(arc);
    int end = streets.arcs().end(node);
    int[] outgoing = streets.arcs().values();
    int ways = 0;
    for (int i = streets.arcs().start(node); i < end; i++) {
      int next = outgoing[i];
      if (next != (arc ^ 1) && costs.isOpen(taken(next)) && mayPass(arc, next)) {
        ways++;
        if (mayFollow(arc, next)) {
          follow(arc, cost, next, visitor);
        }
      }
    }
    if (ways == 0 && costs.isOpen(taken(arc ^ 1))) {
      follow(arc, cost, arc ^ 1, visitor);
    }
  }

  private boolean mayPass(int arc, int next) {
    return outward ? costs.mayPass(arc, next) : costs.mayPass(next, arc);
  }

  private boolean mayFollow(int arc, int next) {
    if (!turns) {
      return true;
    }
    return outward ? !streets.isForbidden(arc, next) : !streets.isForbidden(next ^ 1, arc ^ 1);
  }

  private void follow(int arc, int cost, int next, SpreadVisitor visitor) {
    int taken = taken(next);
    int time = time(taken);
    visitor.arc(next, 0, millis[arc] / 100, time / 100);
    if (next >> 1 == startEdge && cost < entryCosts[next & 1]) {
      entryCosts[next & 1] = cost;
      entryMillis[next & 1] = millis[arc];
      entryLengths[next & 1] = lengths[arc];
    }
    relax(
        next,
        cost + costs.costs[taken],
        millis[arc] + time,
        lengths[arc] + streets.edges().decimetres()[next >> 1]);
  }

  private void relax(int arc, int cost, int atMillis, int length) {
    if (stamps[arc] == stamp && (labels[arc] < 0 || labels[arc] <= cost)) {
      return;
    }
    stamps[arc] = stamp;
    labels[arc] = cost;
    millis[arc] = atMillis;
    lengths[arc] = length;
    heap.push(cost, arc);
  }

  /// How far along an arc a point lies, in decimetres.
  private int before(int arc, EdgeSnap snap) {
    return snap.along(arc, streets.edges().decimetres()[snap.edge()]);
  }

  private int part(int whole, int arc, int decimetres) {
    int length = streets.edges().decimetres()[arc >> 1];
    return length == 0 ? 0 : (int) ((long) whole * decimetres / length);
  }
}
