package org.toret.router.path;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetEdges;
import org.toret.network.street.StreetNetwork;
import org.toret.router.walk.EdgeSnap;
import org.toret.router.walk.FootGraph;
import org.toret.router.walk.FootMask;
import org.toret.router.walk.FootSearch;
import org.toret.router.walk.Footing;
import org.toret.router.walk.PlaceOnStreet;
import org.toret.router.walk.PrivateWays;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StationPathways;
import org.toret.router.walk.StraightWalks;
import org.toret.router.walk.WalkOptions;
import org.toret.router.walk.WayOut;

/// Point-to-point walks: the same search, links and rules as the one-to-many walks, so that both
/// give the same seconds.
final class WalkPaths {

  /// No way is shorter than the straight line by more than this: what lies between places and the
  /// middle of their streets, and what lengths are rounded by.
  private static final double UNCOUNTED_METRES = 2 * StreetRouter.KERB_METRES + 50;

  private final StreetNetwork streets;
  private final FootGraph graph;
  private final StationPathways stations;
  private final PathAssembler assembler;
  private final PrivateWays privateWays;

  WalkPaths(
      StreetNetwork streets,
      FootGraph graph,
      StationPathways stations,
      PathAssembler assembler,
      PrivateWays privateWays) {
    this.streets = streets;
    this.graph = graph;
    this.stations = stations;
    this.assembler = assembler;
    this.privateWays = privateWays;
  }

  /// The best way found so far to the target.
  private static final class Best {
    int effort = FootGraph.CLOSED;

    /// Node from which the target is entered, or [FootSearch#NOWHERE] when along one edge.
    int node = FootSearch.NOWHERE;

    EdgeSnap source = NO_SNAP;
    EdgeSnap target = NO_SNAP;

    /// The private way that ends the walk, if one does.
    @Nullable WayOut wayIn;
  }

  private static final EdgeSnap NO_SNAP = new EdgeSnap(-1, 0, 0, new GeoPoint(0, 0));

  Optional<StreetPath> find(FootSearch search, Footing from, Footing to, WalkOptions options) {
    int limit = 10 * options.maxMetres();
    if (from.beyond() || to.beyond()) {
      return straight(from.point(), to.point(), options);
    }
    if (Distance.metres(from.point(), to.point()) > options.maxMetres() + UNCOUNTED_METRES) {
      return Optional.empty();
    }
    search.begin(FootMask.of(options), limit, ReachDirection.FROM);
    seed(search, from);
    Best best = new Best();
    alongOneEdge(from, to, limit, best);
    while (search.peekEffort() < best.effort) {
      int node = search.settleNext();
      if (node == FootSearch.NOWHERE) {
        break;
      }
      enter(search, node, to, limit, best);
    }
    if (best.effort == FootGraph.CLOSED) {
      return Optional.empty();
    }
    return Optional.of(assembled(search, from, to, best, options));
  }

  private Optional<StreetPath> straight(GeoPoint from, GeoPoint to, WalkOptions options) {
    int length = StraightWalks.decimetres(from, to);
    if (length > 10 * options.maxMetres()) {
      return Optional.empty();
    }
    int seconds = FootSearch.seconds(length, options.metresPerSecond());
    var totals = new PathAssembler.Totals(seconds, 0, 0, true, null);
    List<PathPiece> pieces = List.of(new PathPiece.Straight(to, length));
    return Optional.of(assembler.assemble(StreetMode.WALK, from, pieces, totals));
  }

  private void seed(FootSearch search, Footing from) {
    for (EdgeSnap snap : from.snaps()) {
      new PlaceOnStreet(streets.edges(), snap).seed(search, true);
    }
    from.waysOut().forEach(way -> way.seed(search));
    for (int node : from.stationNodes()) {
      search.seed(node, 0, 0);
    }
  }

  private void alongOneEdge(Footing from, Footing to, int limit, Best best) {
    for (EdgeSnap a : from.snaps()) {
      for (EdgeSnap b : to.snaps()) {
        if (a.edge() == b.edge()) {
          int here = a.alongDecimetres();
          int there = b.alongDecimetres();
          int part = PlaceOnStreet.between(streets.edges(), a.edge(), here, there, true);
          offerAlong(a, b, part, limit, best);
        }
      }
    }
    for (WayOut out : from.waysOut()) {
      for (WayOut in : to.waysOut()) {
        EdgeSnap a = out.snap();
        EdgeSnap b = in.snap();
        if (a.edge() == b.edge()) {
          int part = privateWays.between(a.edge(), a.alongDecimetres(), b.alongDecimetres());
          offerAlong(a, b, part, limit, best);
        }
      }
    }
  }

  private static void offerAlong(EdgeSnap a, EdgeSnap b, int part, int limit, Best best) {
    int off = a.offDecimetres() + b.offDecimetres();
    boolean near = off + Math.abs(b.alongDecimetres() - a.alongDecimetres()) <= limit;
    if (part != FootGraph.CLOSED && near && off + part < best.effort) {
      best.effort = off + part;
      best.node = FootSearch.NOWHERE;
      best.source = a;
      best.target = b;
    }
  }

  private void enter(FootSearch search, int node, Footing to, int limit, Best best) {
    StreetEdges edges = streets.edges();
    for (EdgeSnap snap : to.snaps()) {
      PlaceOnStreet place = new PlaceOnStreet(edges, snap);
      int before = snap.alongDecimetres();
      int after = edges.decimetres()[snap.edge()] - before;
      if (edges.from()[snap.edge()] == node) {
        offer(search, node, snap, place.toFirst(false), before, limit, best);
      }
      if (edges.to()[snap.edge()] == node) {
        offer(search, node, snap, place.toLast(false), after, limit, best);
      }
    }
    for (WayOut way : to.waysOut()) {
      int i = way.number(node);
      if (i >= 0
          && offer(search, node, NO_SNAP, way.efforts()[i], way.decimetres()[i], limit, best)) {
        best.target = way.snap();
        best.wayIn = way;
      }
    }
    for (int station : to.stationNodes()) {
      if (station == node) {
        offer(search, node, NO_SNAP, 0, 0, limit, best);
      }
    }
  }

  private static boolean offer(
      FootSearch search, int node, EdgeSnap snap, int more, int part, int limit, Best best) {
    int length = search.decimetres(node) + snap.offDecimetres() + part;
    if (more == FootGraph.CLOSED || length > limit || search.effort(node) + more >= best.effort) {
      return false;
    }
    best.effort = search.effort(node) + more;
    best.node = node;
    best.target = snap;
    best.wayIn = null;
    return true;
  }

  private StreetPath assembled(
      FootSearch search, Footing from, Footing to, Best best, WalkOptions options) {
    List<PathPiece> pieces = new ArrayList<>();
    if (best.node == FootSearch.NOWHERE) {
      pieces.add(new PathPiece.Straight(best.source.point(), best.source.offDecimetres()));
      pieces.add(along(best.source, best.target));
    } else {
      int first = between(search, best.node, pieces);
      leave(search, from, first, pieces);
      Collections.reverse(pieces);
      arrive(best, pieces);
    }
    if (best.target.edge() >= 0) {
      pieces.add(new PathPiece.Straight(to.point(), best.target.offDecimetres()));
    }
    int seconds = FootSearch.seconds(best.effort, options.metresPerSecond());
    var totals = new PathAssembler.Totals(seconds, 0, 0, false, null);
    return assembler.assemble(StreetMode.WALK, from.point(), pieces, totals);
  }

  private PathPiece along(EdgeSnap a, EdgeSnap b) {
    boolean forward = b.alongDecimetres() >= a.alongDecimetres();
    int whole = streets.edges().decimetres()[a.edge()];
    return forward
        ? new PathPiece.OnArc(2 * a.edge(), a.alongDecimetres(), b.alongDecimetres())
        : new PathPiece.OnArc(
            2 * a.edge() + 1, whole - a.alongDecimetres(), whole - b.alongDecimetres());
  }

  /// Adds the pieces from a node back to the first one; returns that.
  private int between(FootSearch search, int last, List<PathPiece> backwards) {
    int node = last;
    while (search.previousSlot(node) != FootSearch.NOWHERE) {
      int slot = search.previousSlot(node);
      int arc = graph.arcs[slot];
      int length = graph.decimetres[slot];
      backwards.add(
          arc >= 0
              ? new PathPiece.OnArc(arc, 0, length)
              : new PathPiece.Passage(point(node), length));
      node = search.previousNode(node);
    }
    return node;
  }

  private void leave(FootSearch search, Footing from, int first, List<PathPiece> backwards) {
    StreetEdges edges = streets.edges();
    int effort = search.effort(first);
    for (EdgeSnap snap : from.snaps()) {
      PlaceOnStreet place = new PlaceOnStreet(edges, snap);
      int whole = edges.decimetres()[snap.edge()];
      int along = snap.alongDecimetres();
      boolean toLast = edges.to()[snap.edge()] == first && place.toLast(true) == effort;
      boolean toFirst = edges.from()[snap.edge()] == first && place.toFirst(true) == effort;
      if (toLast || toFirst) {
        backwards.add(
            toLast
                ? new PathPiece.OnArc(2 * snap.edge(), along, whole)
                : new PathPiece.OnArc(2 * snap.edge() + 1, whole - along, whole));
        backwards.add(new PathPiece.Straight(snap.point(), snap.offDecimetres()));
        return;
      }
    }
    for (WayOut way : from.waysOut()) {
      int i = way.number(first);
      if (i >= 0 && way.efforts()[i] == effort) {
        leave(way, i, backwards);
        return;
      }
    }
  }

  private void arrive(Best best, List<PathPiece> pieces) {
    if (best.wayIn != null) {
      arrive(best.wayIn, best.wayIn.number(best.node), pieces);
      return;
    }
    if (best.target.edge() < 0) {
      return;
    }
    StreetEdges edges = streets.edges();
    int edge = best.target.edge();
    int along = best.target.alongDecimetres();
    int whole = edges.decimetres()[edge];
    boolean fromFirst = edges.from()[edge] == best.node;
    if (fromFirst && edges.to()[edge] == best.node) {
      fromFirst = along <= whole - along;
    }
    pieces.add(
        fromFirst
            ? new PathPiece.OnArc(2 * edge, 0, along)
            : new PathPiece.OnArc(2 * edge + 1, 0, whole - along));
  }

  /// From a node back to a place on private ground, last piece first.
  private void leave(WayOut way, int number, List<PathPiece> backwards) {
    for (int i = number; i >= 0; i = way.previous()[i]) {
      int arc = way.arcs()[i];
      int whole = streets.edges().decimetres()[arc >> 1];
      int begin = way.previous()[i] < 0 ? way.along(arc, whole) : 0;
      backwards.add(new PathPiece.OnArc(arc, begin, whole));
    }
    backwards.add(new PathPiece.Straight(way.snap().point(), way.snap().offDecimetres()));
  }

  /// From a node to where a place meets its private way.
  private void arrive(WayOut way, int number, List<PathPiece> pieces) {
    for (int i = number; i >= 0; i = way.previous()[i]) {
      int arc = way.arcs()[i];
      int whole = streets.edges().decimetres()[arc >> 1];
      int end = way.previous()[i] < 0 ? whole - way.along(arc, whole) : whole;
      pieces.add(new PathPiece.OnArc(arc ^ 1, 0, end));
    }
  }

  private GeoPoint point(int node) {
    if (node < graph.streetNodes) {
      return streets.nodes().point(node);
    }
    int station = node - graph.streetNodes;
    return GeoPoint.ofE7(stations.nodeLatsE7()[station], stations.nodeLonsE7()[station]);
  }
}
