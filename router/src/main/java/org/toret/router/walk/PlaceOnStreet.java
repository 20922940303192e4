package org.toret.router.walk;

import org.toret.network.street.StreetEdges;

/// A place linked to a point of an edge, as start or end of a walk.
public record PlaceOnStreet(StreetEdges edges, EdgeSnap snap) {

  /// Seeds both ends of the edge.
  public void seed(FootSearch search, boolean outward) {
    int edge = snap.edge();
    int before = snap.alongDecimetres();
    int after = edges.decimetres()[edge] - before;
    search.seed(edges.from()[edge], toFirst(outward), snap.offDecimetres() + before);
    search.seed(edges.to()[edge], toLast(outward), snap.offDecimetres() + after);
  }

  /// Effort between the place and the edge's first node.
  public int toFirst(boolean outward) {
    int arc = 2 * snap.edge() + (outward ? 1 : 0);
    return plus(StopLinks.partEffort(edges, arc, snap.alongDecimetres()));
  }

  /// Effort between the place and the edge's last node.
  public int toLast(boolean outward) {
    int arc = 2 * snap.edge() + (outward ? 0 : 1);
    int after = edges.decimetres()[snap.edge()] - snap.alongDecimetres();
    return plus(StopLinks.partEffort(edges, arc, after));
  }

  /// Offers the stops that hang on the same edge.
  void offerSameEdge(FootSearch search, StopLinks links, int mask, boolean outward) {
    int edge = snap.edge();
    for (int i = links.linksByEdge.start(edge); i < links.linksByEdge.end(edge); i++) {
      int link = links.linksByEdge.values()[i];
      if ((links.linkMask[link] & mask) != 0) {
        int along = links.linkAlong[link];
        int off = snap.offDecimetres() + links.linkOff[link];
        int part = Math.abs(along - snap.alongDecimetres());
        int effort = between(edges, edge, snap.alongDecimetres(), along, outward);
        if (effort != FootGraph.CLOSED) {
          search.offer(links.linkStop[link], off + effort, off + part);
        }
      }
    }
  }

  /// The effort along one edge from one point to another, or back when not outward.
  public static int between(StreetEdges edges, int edge, int here, int there, boolean outward) {
    boolean forward = (there >= here) == outward;
    return StopLinks.partEffort(edges, 2 * edge + (forward ? 0 : 1), Math.abs(there - here));
  }

  private int plus(int effort) {
    return effort == FootGraph.CLOSED ? effort : effort + snap.offDecimetres();
  }
}
