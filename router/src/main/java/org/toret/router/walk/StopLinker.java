package org.toret.router.walk;

import org.jspecify.annotations.Nullable;
import org.toret.base.columns.IntList;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetEdges;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;

/// Links all stops and builds the graph they hang on.
public final class StopLinker {

  private final StreetNetwork streets;
  private final @Nullable EdgeSnapper snapper;
  private final StopSites sites;
  final IntList linkStop = new IntList();
  final IntList linkEdge = new IntList();
  final IntList linkAlong = new IntList();
  final IntList linkOff = new IntList();
  final IntList linkMask = new IntList();
  final IntList endStop = new IntList();
  final IntList endNode = new IntList();
  final IntList endEffortTo = new IntList();
  final IntList endEffortFrom = new IntList();
  final IntList endDecimetres = new IntList();
  final IntList endMask = new IntList();

  final boolean[] served;
  final boolean[] linked;

  public StopLinker(StreetNetwork streets, @Nullable EdgeSnapper snapper, StopSites sites) {
    this.streets = streets;
    this.snapper = snapper;
    this.sites = sites;
    served = new boolean[sites.count()];
    linked = new boolean[sites.count()];
  }

  public StopLinks build(FootGraph.Builder graph) {
    StationPathways pathways = sites.pathways();
    boolean[] open = new boolean[pathways.nodeCount()];
    for (int node = 0; node < pathways.nodeCount(); node++) {
      open[node] = pathways.nodeLinkable()[node] && linkEntrance(graph, node);
    }
    spread(open, pathways);
    for (int node = 0; node < open.length; node++) {
      int stop = pathways.nodeStops()[node];
      if (stop >= 0) {
        served[stop] = true;
        end(stop, graph.stationNode(node), 0, 0, 0, FootMask.EVERYONE);
      }
    }
    markInside(open, pathways);
    for (int stop = 0; stop < sites.count(); stop++) {
      if (sites.linkable()[stop] || (served[stop] && !linked[stop])) {
        served[stop] = true;
        linkStop(stop);
      }
    }
    addPassages(graph);
    int nodes = graph.stationNode(pathways.nodeCount());
    return new StopLinks(this, sites.count(), streets.edges().count(), nodes);
  }

  /// Extends the nodes joined to the street to all that hang together with them.
  private static void spread(boolean[] open, StationPathways pathways) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < pathways.passageCount(); i++) {
        int from = pathways.from()[i];
        int to = pathways.to()[i];
        changed |= open[from] != open[to];
        open[from] |= open[to];
        open[to] |= open[from];
      }
    }
  }

  /// A station joins its stops to the street, unless it has no usable entrance.
  private void markInside(boolean[] open, StationPathways pathways) {
    for (int node = 0; node < open.length; node++) {
      int stop = pathways.nodeStops()[node];
      if (stop >= 0) {
        linked[stop] |= open[node];
      }
    }
  }

  private void linkStop(int stop) {
    EdgeSnap foot = snap(sites.latsE7()[stop], sites.lonsE7()[stop], FootMask.ANYONE);
    if (foot == null) {
      return;
    }
    int mask = FootMask.ANYONE | FootMask.NO_STAIRS;
    if (streets.edges().has(foot.edge(), StreetFlags.WHEELCHAIR_LINK)) {
      link(stop, foot, mask | FootMask.WHEELCHAIR);
      return;
    }
    link(stop, foot, mask);
    EdgeSnap wheels = snap(sites.latsE7()[stop], sites.lonsE7()[stop], FootMask.WHEELCHAIR);
    if (wheels != null) {
      link(stop, wheels, FootMask.WHEELCHAIR);
    }
  }

  private void link(int stop, EdgeSnap snap, int mask) {
    linked[stop] = true;
    linkStop.add(stop);
    linkEdge.add(snap.edge());
    linkAlong.add(snap.alongDecimetres());
    linkOff.add(snap.offDecimetres());
    linkMask.add(mask);
    StreetEdges edges = streets.edges();
    int off = snap.offDecimetres();
    int before = snap.alongDecimetres();
    int after = edges.decimetres()[snap.edge()] - before;
    int arc = 2 * snap.edge();
    end(
        stop,
        edges.from()[snap.edge()],
        plus(off, StopLinks.partEffort(edges, arc, before)),
        plus(off, StopLinks.partEffort(edges, arc + 1, before)),
        off + before,
        mask);
    end(
        stop,
        edges.to()[snap.edge()],
        plus(off, StopLinks.partEffort(edges, arc + 1, after)),
        plus(off, StopLinks.partEffort(edges, arc, after)),
        off + after,
        mask);
  }

  private void end(int stop, int node, int to, int from, int decimetres, int mask) {
    endStop.add(stop);
    endNode.add(node);
    endEffortTo.add(to);
    endEffortFrom.add(from);
    endDecimetres.add(decimetres);
    endMask.add(mask);
  }

  /// An entrance is joined to both ends of its street edge.
  private boolean linkEntrance(FootGraph.Builder graph, int node) {
    StationPathways pathways = sites.pathways();
    int lat = pathways.nodeLatsE7()[node];
    int lon = pathways.nodeLonsE7()[node];
    EdgeSnap snap = snap(lat, lon, FootMask.ANYONE);
    if (snap == null) {
      return false;
    }
    StreetEdges edges = streets.edges();
    int off = snap.offDecimetres();
    int before = snap.alongDecimetres();
    int after = edges.decimetres()[snap.edge()] - before;
    int arc = 2 * snap.edge();
    int open = FootMask.ofFlags(edges.flags()[snap.edge()]);
    graph.link(
        edges.from()[snap.edge()],
        graph.stationNode(node),
        plus(off, StopLinks.partEffort(edges, arc, before)),
        plus(off, StopLinks.partEffort(edges, arc + 1, before)),
        off + before,
        open);
    graph.link(
        edges.to()[snap.edge()],
        graph.stationNode(node),
        plus(off, StopLinks.partEffort(edges, arc + 1, after)),
        plus(off, StopLinks.partEffort(edges, arc, after)),
        off + after,
        open);
    return true;
  }

  private void addPassages(FootGraph.Builder graph) {
    StationPathways pathways = sites.pathways();
    for (int i = 0; i < pathways.passageCount(); i++) {
      int from = pathways.from()[i];
      int to = pathways.to()[i];
      int length = pathways.decimetres()[i];
      double metres = pathways.seconds()[i] * WalkOptions.REFERENCE_METRES_PER_SECOND;
      int effort = (int) Math.round(10 * metres);
      int open = FootMask.ofPassage(pathways.stairs()[i], pathways.wheelchair()[i]);
      graph.link(
          graph.stationNode(from),
          graph.stationNode(to),
          effort,
          FootGraph.CLOSED,
          length > 0 ? length : effort,
          open);
    }
  }

  private @Nullable EdgeSnap snap(int latE7, int lonE7, int mask) {
    if (snapper == null) {
      return null;
    }
    GeoPoint place = GeoPoint.ofE7(latE7, lonE7);
    return snapper.nearest(place, StopLinks.LINK_METRES, FootMask.link(mask), StreetFlags.STEPS);
  }

  private static int plus(int off, int effort) {
    return effort == FootGraph.CLOSED ? effort : off + effort;
  }
}
