package org.toret.router.walk;

import org.toret.network.street.StreetEdges;

/// Walks from or towards one stop, by streets, stations and straight lines together.
public final class StopWalks {

  private final StreetEdges edges;
  private final StopSites sites;
  private final StopLinks links;
  private final StraightWalks straight;

  public StopWalks(StreetEdges edges, StopSites sites, StopLinks links, StraightWalks straight) {
    this.edges = edges;
    this.sites = sites;
    this.links = links;
    this.straight = straight;
  }

  /// Runs a whole search; the stop itself is among what it finds.
  public void run(
      FootSearch search, int stop, int mask, int limitMetres, ReachDirection direction) {
    search.begin(mask, 10 * limitMetres, direction);
    search.seedFromStop(stop);
    offerSameEdge(search, stop, mask, direction == ReachDirection.FROM);
    straight.offer(search, sites.point(stop), !links.isLinked(stop), limitMetres);
    search.reachStops();
  }

  private void offerSameEdge(FootSearch search, int stop, int mask, boolean outward) {
    for (int i = links.linksByStop.start(stop); i < links.linksByStop.end(stop); i++) {
      int link = links.linksByStop.values()[i];
      if ((links.linkMask[link] & mask) != 0) {
        var snap =
            new EdgeSnap(
                links.linkEdge[link],
                links.linkAlong[link],
                links.linkOff[link],
                sites.point(stop));
        new PlaceOnStreet(edges, snap).offerSameEdge(search, links, mask, outward);
      }
    }
  }
}
