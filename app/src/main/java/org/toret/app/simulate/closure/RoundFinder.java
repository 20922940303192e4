package org.toret.app.simulate.closure;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetPath;
import org.toret.router.path.StreetRouter;
import org.toret.router.traffic.Exposure;
import org.toret.router.traffic.RoadMatcher;
import org.toret.router.traffic.RoadTraffic;
import org.toret.router.walk.WalkOptions;

/// Finds how buses get round closed blocks.
///
/// A hop is in the way of a block where it runs along one of its arcs. Hops in the way that follow
/// one another are driven round together: from the call before them to the call behind them, by the
/// fastest drive while the blocks are closed; the calls between, to which and from which every way
/// is closed, are left out. A bus loses [#METRES_PER_SECOND] on what is longer. In place of a stop
/// left out there is one where the way comes nearest to it, within [#INSTEAD_METRES], and
/// [#APART_METRES] from the calls around it. Where that is at the stop itself, within [#AT_METRES],
/// the stop could as well be called at, and the way is none.
final class RoundFinder {

  static final double METRES_PER_SECOND = 5;
  static final double INSTEAD_METRES = 400;
  static final double APART_METRES = 150;
  static final double AT_METRES = 30;

  private static final double LONGEST_METRES = 4000;
  private static final int LATEST_SECONDS = 480;
  private static final PathOptions ANY = PathOptions.of(WalkOptions.upTo(1000));

  private final Timetable timetable;
  private final Exposure exposure;
  private final RoadMatcher matcher;
  private final StreetRouter router;

  RoundFinder(Exposure exposure, RoadMatcher matcher, StreetRouter router) {
    this.timetable = exposure.timetable();
    this.exposure = exposure;
    this.matcher = matcher;
    this.router = router;
  }

  Rounds of(List<Block> blocks) {
    return blocks.isEmpty() ? new Rounds(List.of(), List.of()) : new Search(blocks).rounds();
  }

  /// One question.
  private final class Search {

    private final StreetRouter roads;
    private final int[] blockOfHop;
    private final Map<List<GeoPoint>, Optional<StreetPath>> drives = new HashMap<>();
    private final List<WayRound> ways = new ArrayList<>();
    private final TreeSet<Integer> inTheWay = new TreeSet<>();

    Search(List<Block> blocks) {
      RoadTraffic closed =
          RoadTraffic.of(
              matcher, List.of(), blocks.stream().map(Block::closure).toList(), ZoneOffset.UTC);
      roads = router.with(closed.speeds(closed.key(0, false)));
      blockOfHop = new int[exposure.hops()];
      Map<Integer, Integer> blockOfArc = new HashMap<>();
      for (int block = 0; block < blocks.size(); block++) {
        for (int arc : blocks.get(block).arcs()) {
          blockOfArc.putIfAbsent(arc, block);
        }
      }
      for (int hop = 0; hop < blockOfHop.length; hop++) {
        blockOfHop[hop] =
            Arrays.stream(exposure.arcs(hop))
                .map(arc -> blockOfArc.getOrDefault(arc, -1))
                .filter(block -> block >= 0)
                .findFirst()
                .orElse(-1);
      }
    }

    Rounds rounds() {
      Patterns patterns = timetable.patterns();
      for (int pattern = 0; pattern < patterns.count(); pattern++) {
        if (timetable.routes().mode(patterns.routes()[pattern]) == Mode.BUS) {
          pattern(pattern, patterns.length(pattern));
        }
      }
      return new Rounds(ways, List.copyOf(inTheWay));
    }

    private void pattern(int pattern, int length) {
      List<WayRound> found = new ArrayList<>();
      boolean all = true;
      int call = 0;
      while (call < length - 1) {
        int after = call;
        while (after < length - 1 && block(pattern, after) >= 0) {
          after++;
        }
        if (after > call) {
          Optional<WayRound> way = way(pattern, call, after);
          way.ifPresent(found::add);
          all &= way.isPresent();
        }
        call = after + 1;
      }
      if (all) {
        ways.addAll(found);
      }
    }

    private int block(int pattern, int call) {
      int hop = exposure.hop(pattern, call);
      return hop == Exposure.NO_HOP ? -1 : blockOfHop[hop];
    }

    private Optional<WayRound> way(int pattern, int before, int after) {
      List<GeoPoint> ends = List.of(stop(pattern, before), stop(pattern, after));
      Optional<StreetPath> drive =
          drives.computeIfAbsent(
              ends,
              both ->
                  roads.path(
                      Endpoint.of(both.getFirst()),
                      Endpoint.of(both.getLast()),
                      StreetMode.CAR,
                      ANY));
      double published = published(pattern, before, after);
      Optional<WayRound> way =
          drive
              .filter(path -> path.metres() >= APART_METRES && path.metres() <= LONGEST_METRES)
              .map(path -> way(pattern, before, after, path.line(), published))
              .filter(found -> found.delaySeconds() <= LATEST_SECONDS && isAway(found));
      if (way.isEmpty()) {
        for (int call = before; call < after; call++) {
          inTheWay.add(block(pattern, call));
        }
      }
      return way;
    }

    private boolean isAway(WayRound way) {
      return way.instead().stream()
          .allMatch(
              one -> Distance.metres(one.point(), stop(way.pattern(), one.call())) > AT_METRES);
    }

    private double published(int pattern, int before, int after) {
      double metres = 0;
      for (int call = before; call < after; call++) {
        metres += exposure.metres(exposure.hop(pattern, call));
      }
      return metres;
    }

    private WayRound way(
        int pattern, int before, int after, List<GeoPoint> line, double published) {
      DrivenLine course = DrivenLine.of(line);
      double longer = Math.max(0, course.metres() - published);
      int delay = (int) (10 * Math.round(longer / METRES_PER_SECOND / 10));
      double apart = APART_METRES / course.metres();
      List<Double> shares = new ArrayList<>(List.of(0.0));
      List<Instead> instead = new ArrayList<>();
      double reached = 0;
      for (int call = before + 1; call < after; call++) {
        double from = reached + apart;
        if (from < 1 - apart) {
          DrivenLine.Spot spot = course.nearest(stop(pattern, call), from, 1 - apart);
          if (spot.apart() <= INSTEAD_METRES) {
            instead.add(new Instead(call, course.at(spot.share())));
            reached = spot.share();
          }
        }
        shares.add(reached);
      }
      shares.add(1.0);
      int block = block(pattern, before);
      return new WayRound(pattern, block, before, after, line, delay, shares, instead);
    }

    private GeoPoint stop(int pattern, int call) {
      return timetable.stops().point(timetable.stop(pattern, call));
    }
  }
}
