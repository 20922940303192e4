package org.toret.router.path;

import org.jspecify.annotations.Nullable;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetEdges;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;

/// How stops hang on the walking graph. Immutable.
///
/// A *link* joins a stop to a point of an edge; it gives two *ends*, one per node of the edge, each
/// with the effort there and back. A stop inside a station has ends without a link, at its station
/// nodes. Someone in a wheelchair may be linked to another edge than someone on foot: links and
/// ends carry a mask. 20 bytes per link, 24 per end, 4 per edge and node.
final class StopLinks {

  /// A stop farther than this from any usable street lies beyond the streets.
  static final double LINK_METRES = 250;

  final int[] linkStop;
  final int[] linkEdge;
  final int[] linkAlong;
  final int[] linkOff;
  final int[] linkMask;

  /// Edge to links on it.
  final Csr linksByEdge;

  /// Stop to its links.
  final Csr linksByStop;

  final int[] endStop;
  final int[] endNode;
  final int[] endEffortTo;
  final int[] endEffortFrom;
  final int[] endDecimetres;
  final int[] endMask;

  /// Node to ends at it.
  final Csr endsByNode;

  /// Stop to its ends.
  final Csr endsByStop;

  /// Stops that no street and no station reaches.
  final int[] beyond;

  private StopLinks(Builder built, int stops, int edges, int nodes) {
    linkStop = built.linkStop.toArray();
    linkEdge = built.linkEdge.toArray();
    linkAlong = built.linkAlong.toArray();
    linkOff = built.linkOff.toArray();
    linkMask = built.linkMask.toArray();
    linksByEdge = Csr.index(edges, linkEdge);
    linksByStop = Csr.index(stops, linkStop);
    endStop = built.endStop.toArray();
    endNode = built.endNode.toArray();
    endEffortTo = built.endEffortTo.toArray();
    endEffortFrom = built.endEffortFrom.toArray();
    endDecimetres = built.endDecimetres.toArray();
    endMask = built.endMask.toArray();
    endsByNode = Csr.index(nodes, endNode);
    endsByStop = Csr.index(stops, endStop);
    beyond = beyond(stops);
  }

  /// Whether streets or a station reach a stop.
  boolean isLinked(int stop) {
    return endsByStop.start(stop) < endsByStop.end(stop);
  }

  private int[] beyond(int stops) {
    IntList out = new IntList();
    for (int stop = 0; stop < stops; stop++) {
      if (!isLinked(stop)) {
        out.add(stop);
      }
    }
    return out.toArray();
  }

  /// The effort of a part of a street arc, or [FootGraph#CLOSED].
  static int partEffort(StreetEdges edges, int arc, int partDecimetres) {
    int whole = FootGraph.effort(edges, arc);
    int length = edges.decimetres()[arc >> 1];
    if (whole == FootGraph.CLOSED || length == 0) {
      return whole;
    }
    return (int) Math.round((double) whole * partDecimetres / length);
  }

  /// Links all stops and builds the graph they hang on.
  static final class Builder {

    private final StreetNetwork streets;
    private final @Nullable EdgeSnapper snapper;
    private final StopSites sites;
    private final IntList linkStop = new IntList();
    private final IntList linkEdge = new IntList();
    private final IntList linkAlong = new IntList();
    private final IntList linkOff = new IntList();
    private final IntList linkMask = new IntList();
    private final IntList endStop = new IntList();
    private final IntList endNode = new IntList();
    private final IntList endEffortTo = new IntList();
    private final IntList endEffortFrom = new IntList();
    private final IntList endDecimetres = new IntList();
    private final IntList endMask = new IntList();

    Builder(StreetNetwork streets, @Nullable EdgeSnapper snapper, StopSites sites) {
      this.streets = streets;
      this.snapper = snapper;
      this.sites = sites;
    }

    StopLinks build(FootGraph.Builder graph) {
      StationPathways pathways = sites.pathways();
      boolean[] inStation = new boolean[sites.count()];
      for (int node = 0; node < pathways.nodeCount(); node++) {
        int stop = pathways.nodeStops()[node];
        if (stop >= 0) {
          inStation[stop] = true;
          int open = FootMask.ANYONE | FootMask.NO_STAIRS | FootMask.WHEELCHAIR;
          end(stop, graph.stationNode(node), 0, 0, 0, open);
        }
        if (pathways.nodeLinkable()[node]) {
          linkEntrance(graph, node);
        }
      }
      for (int stop = 0; stop < sites.count(); stop++) {
        if (sites.linkable()[stop] || !inStation[stop]) {
          linkStop(stop);
        }
      }
      addPassages(graph);
      int nodes = graph.stationNode(pathways.nodeCount());
      return new StopLinks(this, sites.count(), streets.edges().count(), nodes);
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
          plus(off, partEffort(edges, arc, before)),
          plus(off, partEffort(edges, arc + 1, before)),
          off + before,
          mask);
      end(
          stop,
          edges.to()[snap.edge()],
          plus(off, partEffort(edges, arc + 1, after)),
          plus(off, partEffort(edges, arc, after)),
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
    private void linkEntrance(FootGraph.Builder graph, int node) {
      StationPathways pathways = sites.pathways();
      int lat = pathways.nodeLatsE7()[node];
      int lon = pathways.nodeLonsE7()[node];
      EdgeSnap snap = snap(lat, lon, FootMask.ANYONE);
      if (snap == null) {
        return;
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
          plus(off, partEffort(edges, arc, before)),
          plus(off, partEffort(edges, arc + 1, before)),
          off + before,
          open);
      graph.link(
          edges.to()[snap.edge()],
          graph.stationNode(node),
          plus(off, partEffort(edges, arc + 1, after)),
          plus(off, partEffort(edges, arc, after)),
          off + after,
          open);
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
      return snapper.nearest(place, LINK_METRES, FootMask.link(mask), StreetFlags.STEPS);
    }

    private static int plus(int off, int effort) {
      return effort == FootGraph.CLOSED ? effort : off + effort;
    }
  }
}
