package org.toret.router.path;

import org.toret.network.street.StreetNetwork;
import org.toret.router.hierarchy.HierarchySearch;
import org.toret.router.hierarchy.HierarchyWeights;
import org.toret.router.walk.EdgeSnap;

/// The cheapest path by bicycle or car between two points of the street, asked of a hierarchy: what
/// [ArcSearch] finds without turning back, for the same cost. Not thread-safe: one per thread at a
/// time.
final class HierarchyRides {

  private static final int[] NOTHING = {};

  private final StreetNetwork streets;
  private final HierarchyWeights weights;
  private final EdgeCopies copies;
  private final HierarchySearch search;
  private int cost;

  HierarchyRides(StreetNetwork streets, HierarchyWeights weights, EdgeCopies copies) {
    this.streets = streets;
    this.weights = weights;
    this.copies = copies;
    search = new HierarchySearch(weights);
  }

  /// Finds the arcs of the cheapest path, first to last; empty when there is none that turns back
  /// at dead ends only.
  int[] find(EdgeSnap from, EdgeSnap to) {
    search.begin(weights);
    int straight = ModeCosts.CLOSED;
    int straightArc = ArcSearch.NONE;
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
    for (int edge : copies.sameCourse(to.edge())) {
      for (int arc = 2 * edge; arc <= 2 * edge + 1; arc++) {
        if (isOpen(arc)) {
          search.to(arc, part(arc, before(arc, to)));
        }
      }
    }
    int around = search.find();
    cost = Math.min(straight, around);
    if (cost == ModeCosts.CLOSED) {
      return NOTHING;
    }
    return straight <= around ? new int[] {straightArc} : search.path();
  }

  /// The cost of the path found last, in milliseconds.
  int cost() {
    return cost;
  }

  private boolean isOpen(int arc) {
    return weights.cost(arc) != HierarchyWeights.CLOSED;
  }

  /// How far along an arc a point lies, in decimetres.
  private int before(int arc, EdgeSnap snap) {
    int along = snap.alongDecimetres();
    return (arc & 1) == 0 ? along : streets.edges().decimetres()[snap.edge()] - along;
  }

  private int part(int arc, int decimetres) {
    int length = streets.edges().decimetres()[arc >> 1];
    return length == 0 ? 0 : (int) ((long) weights.cost(arc) * decimetres / length);
  }
}
