package org.toret.router.path;

import java.util.Arrays;
import java.util.List;
import org.toret.network.street.StreetEdges;
import org.toret.network.street.StreetNetwork;
import org.toret.router.path.StreetSpread.SpreadVisitor;
import org.toret.router.walk.EdgeSnap;
import org.toret.router.walk.FootGraph;
import org.toret.router.walk.FootMask;
import org.toret.router.walk.FootSearch;
import org.toret.router.walk.Footing;
import org.toret.router.walk.PlaceOnStreet;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StraightWalks;
import org.toret.router.walk.WalkOptions;
import org.toret.router.walk.WayOut;

/// Walks from one place, or from many that are reached at different times, to everything around.
/// The same links and rules as [WalkPaths], so that both give the same seconds.
final class WalkSpread {

  /// Nearer than this two places may lie on one private way, which only the search from one to the
  /// other knows.
  private static final double CLOSE_METRES = 1000;

  private final StreetNetwork streets;

  WalkSpread(StreetNetwork streets) {
    this.streets = streets;
  }

  /// Where a spread begins.
  ///
  /// @param seconds when it is reached
  record Start(Footing footing, int seconds) {}

  /// Tells everything within a time of the nearest start.
  void spread(
      FootSearch search,
      List<Start> starts,
      WalkOptions options,
      ReachDirection direction,
      int limitSeconds,
      SpreadVisitor visitor) {
    boolean outward = direction == ReachDirection.FROM;
    double speed = options.metresPerSecond();
    search.begin(FootMask.of(options), 10 * options.maxMetres(), direction);
    for (Start start : starts) {
      int before = (int) Math.round(10 * speed * start.seconds());
      Footing footing = start.footing();
      for (EdgeSnap snap : footing.snaps()) {
        begin(search, new PlaceOnStreet(streets.edges(), snap), before, outward, speed, visitor);
      }
      for (WayOut way : footing.waysOut()) {
        for (int i = 0; i < way.nodes().length; i++) {
          search.seed(way.nodes()[i], before + way.efforts()[i], way.decimetres()[i]);
        }
      }
      for (int node : footing.stationNodes()) {
        search.seed(node, before, 0);
      }
      if (footing.beyond()) {
        visitor.open(footing.point(), 10 * start.seconds());
      }
    }
    search.spread(
        (int) Math.min(Integer.MAX_VALUE / 2, Math.round(10 * speed * limitSeconds)),
        (arc, effort, more) -> visitor.arc(arc, 0, tenths(effort, speed), tenths(more, speed)));
  }

  private static int tenths(int effort, double speed) {
    return (int) Math.round(effort / speed);
  }

  private void begin(
      FootSearch search,
      PlaceOnStreet place,
      int before,
      boolean outward,
      double speed,
      SpreadVisitor visitor) {
    EdgeSnap snap = place.snap();
    StreetEdges edges = streets.edges();
    int edge = snap.edge();
    int off = snap.offDecimetres();
    int along = snap.alongDecimetres();
    int rest = edges.decimetres()[edge] - along;
    int first = place.toFirst(outward);
    int last = place.toLast(outward);
    int start = tenths(before + off, speed);
    if (first != FootGraph.CLOSED) {
      search.seed(edges.from()[edge], before + first, off + along);
      visitor.arc(2 * edge + 1, rest, start, tenths(first - off, speed));
    }
    if (last != FootGraph.CLOSED) {
      search.seed(edges.to()[edge], before + last, off + rest);
      visitor.arc(2 * edge, along, start, tenths(last - off, speed));
    }
  }

  /// Seconds from one place to each of many, [Integer#MAX_VALUE] where there is no way within the
  /// limits. Those that may share a private way or an edge, or where an end lies beyond the
  /// streets, are left at -1: the search between two places knows them better.
  ///
  /// @param direction from the one place, or towards it
  int[] seconds(
      FootSearch search,
      Footing from,
      List<Footing> to,
      WalkOptions options,
      ReachDirection direction) {
    int[] seconds = new int[to.size()];
    Arrays.fill(seconds, Integer.MAX_VALUE);
    var start = List.of(new Start(from, 0));
    spread(search, start, options, direction, 10 * options.maxMetres(), NOBODY);
    for (int i = 0; i < seconds.length; i++) {
      Footing end = to.get(i);
      if (from.beyond() || end.beyond() || isJoined(from, end)) {
        seconds[i] = -1;
        continue;
      }
      boolean outward = direction == ReachDirection.FROM;
      int effort = effort(search, end, !outward, 10 * options.maxMetres());
      if (effort != FootGraph.CLOSED) {
        seconds[i] = FootSearch.seconds(effort, options.metresPerSecond());
      }
    }
    return seconds;
  }

  /// Whether there may be a way between two places that leads over no node: along the edge that
  /// both lie at, or on private ground.
  private static boolean isJoined(Footing from, Footing to) {
    if (!from.waysOut().isEmpty()
        && !to.waysOut().isEmpty()
        && StraightWalks.decimetres(from.point(), to.point()) < 10 * CLOSE_METRES) {
      return true;
    }
    for (EdgeSnap here : from.snaps()) {
      for (EdgeSnap there : to.snaps()) {
        if (here.edge() == there.edge()) {
          return true;
        }
      }
    }
    return false;
  }

  /// Listens to nothing.
  static final SpreadVisitor NOBODY =
      new SpreadVisitor() {
        @Override
        public void arc(int arc, int fromDecimetres, int tenths, int moreTenths) {}

        @Override
        public void open(org.toret.base.geo.GeoPoint centre, int tenths) {}
      };

  /// @param left whether the walk begins there
  private int effort(FootSearch search, Footing end, boolean left, int limit) {
    int best = FootGraph.CLOSED;
    StreetEdges edges = streets.edges();
    for (EdgeSnap snap : end.snaps()) {
      PlaceOnStreet place = new PlaceOnStreet(edges, snap);
      int edge = snap.edge();
      int before = snap.offDecimetres() + snap.alongDecimetres();
      int after = snap.offDecimetres() + edges.decimetres()[edge] - snap.alongDecimetres();
      best = Math.min(best, at(search, edges.from()[edge], place.toFirst(left), before, limit));
      best = Math.min(best, at(search, edges.to()[edge], place.toLast(left), after, limit));
    }
    for (WayOut way : end.waysOut()) {
      for (int i = 0; i < way.nodes().length; i++) {
        int more = at(search, way.nodes()[i], way.efforts()[i], way.decimetres()[i], limit);
        best = Math.min(best, more);
      }
    }
    for (int node : end.stationNodes()) {
      best = Math.min(best, at(search, node, 0, 0, limit));
    }
    return best;
  }

  private static int at(FootSearch search, int node, int effort, int decimetres, int limit) {
    boolean within =
        effort != FootGraph.CLOSED
            && search.reached(node)
            && search.decimetres(node) + decimetres <= limit;
    return within ? search.effort(node) + effort : FootGraph.CLOSED;
  }
}
