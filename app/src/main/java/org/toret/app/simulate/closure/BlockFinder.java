package org.toret.app.simulate.closure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetEdges;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.network.timetable.Timetable;
import org.toret.router.traffic.Exposure;
import org.toret.router.traffic.RoadMatcher;

/// Finds the block at which a stop stands: from one crossing with another street for cars to the
/// next.
///
/// Blocks without a name, on bridges, in tunnels and roundabouts, with lanes for buses, shorter
/// than [#SHORTEST_METRES] or longer than [#LONGEST_METRES] are none; nor are those that nobody
/// could tell by their course, since another street lies beside them.
final class BlockFinder {

  static final double SHORTEST_METRES = 25;
  static final double LONGEST_METRES = 400;

  private static final double STOP_METRES = 30;
  private static final int UNFIT =
      StreetFlags.BRIDGE | StreetFlags.TUNNEL | StreetFlags.ROUNDABOUT | StreetFlags.FERRY;

  private final Timetable timetable;
  private final StreetNetwork streets;
  private final Exposure exposure;
  private final RoadMatcher matcher;

  BlockFinder(StreetNetwork streets, Exposure exposure, RoadMatcher matcher) {
    this.timetable = exposure.timetable();
    this.streets = streets;
    this.exposure = exposure;
    this.matcher = matcher;
  }

  /// The block at the stop of a call that is neither the first nor the last.
  Optional<Block> at(int pattern, int call) {
    int arc = nearest(pattern, call);
    if (arc < 0 || !isFit(arc >> 1)) {
      return Optional.empty();
    }
    List<Integer> chain = new ArrayList<>(List.of(arc));
    Set<Integer> edges = new HashSet<>(Set.of(arc >> 1));
    for (int next = next(arc, edges); next >= 0; next = next(next, edges)) {
      chain.add(next);
    }
    for (int next = next(arc ^ 1, edges); next >= 0; next = next(next, edges)) {
      chain.addFirst(next ^ 1);
    }
    return block(chain);
  }

  private Optional<Block> block(List<Integer> chain) {
    double metres =
        chain.stream().mapToDouble(arc -> streets.edges().decimetres()[arc >> 1] / 10.0).sum();
    boolean fit = chain.stream().allMatch(arc -> isFit(arc >> 1));
    if (!fit || metres < SHORTEST_METRES || metres > LONGEST_METRES) {
      return Optional.empty();
    }
    boolean bothWays = isOpen(chain.getFirst() ^ 1);
    TreeSet<Integer> arcs = new TreeSet<>(chain);
    List<GeoPoint> line = new ArrayList<>();
    for (int arc : chain) {
      List<GeoPoint> course = streets.line(arc >> 1);
      List<GeoPoint> along = (arc & 1) == 0 ? course : course.reversed();
      line.addAll(line.isEmpty() ? along : along.subList(1, along.size()));
      if (bothWays) {
        arcs.add(arc ^ 1);
      }
    }
    Block block =
        new Block(streets.names().get(chain.getFirst() >> 1), line, bothWays, List.copyOf(arcs));
    List<Integer> told = Arrays.stream(matcher.match(block.place()).arcs()).boxed().toList();
    return told.equals(block.arcs()) ? Optional.of(block) : Optional.empty();
  }

  /// Among the arcs on which a bus comes to a stop and leaves it, the one nearest to the stop.
  private int nearest(int pattern, int call) {
    GeoPoint stop = timetable.stops().point(timetable.stop(pattern, call));
    int best = -1;
    double least = STOP_METRES;
    for (int hop : new int[] {exposure.hop(pattern, call - 1), exposure.hop(pattern, call)}) {
      if (hop == Exposure.NO_HOP) {
        return -1;
      }
      for (int arc : exposure.arcs(hop)) {
        double metres = DrivenLine.of(streets.line(arc >> 1)).nearest(stop, 0, 1).apart();
        if (metres < least) {
          least = metres;
          best = arc;
        }
      }
    }
    return best;
  }

  private boolean isFit(int edge) {
    StreetEdges edges = streets.edges();
    int bad = UNFIT | StreetFlags.BUS | StreetFlags.COPY | StreetFlags.CAR_DESTINATION;
    return (edges.flags()[edge] & bad) == 0 && !streets.names().get(edge).isEmpty();
  }

  private boolean isOpen(int arc) {
    int flag = (arc & 1) == 0 ? StreetFlags.CAR_FORWARD : StreetFlags.CAR_BACKWARD;
    return streets.edges().has(arc >> 1, flag);
  }

  /// The arc with which the street goes on where no other one joins it; -1 at a crossing.
  private int next(int arc, Set<Integer> chained) {
    int next = -1;
    for (int outgoing : streets.arcs().row(streets.head(arc))) {
      int edge = outgoing >> 1;
      boolean drives =
          (streets.edges().flags()[edge] & StreetFlags.CAR) != 0
              && !streets.edges().has(edge, StreetFlags.COPY);
      if (!drives || edge == arc >> 1) {
        continue;
      }
      boolean alike =
          streets.names().get(edge).equals(streets.names().get(arc >> 1))
              && isOpen(outgoing) == isOpen(arc)
              && isOpen(outgoing ^ 1) == isOpen(arc ^ 1);
      if (next >= 0 || !alike) {
        return -1;
      }
      next = outgoing;
    }
    return next >= 0 && chained.add(next >> 1) ? next : -1;
  }
}
