package org.toret.router.hierarchy;

import java.util.function.IntFunction;
import org.toret.network.street.StreetNetwork;
import org.toret.router.walk.EdgeSnap;

/// The cheapest path by bicycle or car between two points of the street, which may lie on one edge:
/// the arcs it takes and what it costs, in milliseconds or whatever the weights count. It turns
/// back at dead ends only. Not thread-safe: one per thread at a time.
public final class HierarchyRides {

  private static final int[] NOTHING = {};
  private static final int NONE = -1;

  private final StreetNetwork streets;
  private final HierarchyWeights weights;
  private final IntFunction<int[]> copies;
  private final HierarchySearch search;
  private int cost;

  /// @param copies an edge to all edges with its course, itself included
  public HierarchyRides(HierarchyWeights weights, IntFunction<int[]> copies) {
    streets = weights.hierarchy.streets;
    this.weights = weights;
    this.copies = copies;
    search = new HierarchySearch(weights);
  }

  /// Finds the arcs of the cheapest path, first to last; empty when there is none that turns back
  /// at dead ends only.
  public int[] find(EdgeSnap from, EdgeSnap to) {
    search.begin(weights);
    int straight = HierarchyWeights.CLOSED;
    int straightArc = NONE;
    for (int arc = 2 * from.edge(); arc <= 2 * from.edge() + 1; arc++) {
      if (isOpen(arc)) {
        int here = before(arc, from);
        search.from(arc, part(arc, streets.edges().decimetres()[arc >> 1] - here));
        int ahead = from.edge() == to.edge() ? before(arc, to) - here : -1;
        if (ahead >= 0 && part(arc, ahead) < straight) {
          straight = part(arc, ahead);
          straightArc = arc;
        }
      }
    }
    for (int edge : copies.apply(to.edge())) {
      for (int arc = 2 * edge; arc <= 2 * edge + 1; arc++) {
        if (isOpen(arc)) {
          search.to(arc, part(arc, before(arc, to)));
        }
      }
    }
    int around = search.find();
    cost = Math.min(straight, around);
    if (cost == HierarchyWeights.CLOSED) {
      return NOTHING;
    }
    return straight <= around ? new int[] {straightArc} : search.path();
  }

  /// The cost of the path found last, [HierarchyWeights#CLOSED] when there was none.
  public int cost() {
    return cost;
  }

  private boolean isOpen(int arc) {
    return weights.cost(arc) != HierarchyWeights.CLOSED;
  }

  /// How far along an arc a point lies, in decimetres.
  private int before(int arc, EdgeSnap snap) {
    return snap.along(arc, streets.edges().decimetres()[snap.edge()]);
  }

  private int part(int arc, int decimetres) {
    int length = streets.edges().decimetres()[arc >> 1];
    return length == 0 ? 0 : (int) ((long) weights.cost(arc) * decimetres / length);
  }
}
