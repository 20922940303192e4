package org.toret.router.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.router.walk.EdgeSnap;
import org.toret.router.walk.EdgeSnapper;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopReach;
import org.toret.router.walk.StopSites;
import org.toret.router.walk.Transfers;
import org.toret.router.walk.WalkOptions;

/// The searches against a slow reference on seeded random cities.
final class SlowPathsTest {

  private static final int SIDE = 8;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void drivingAgreesWithTheReferenceArcByArc(long seed) {
    StreetNetwork streets = RandomStreets.of(seed, SIDE);
    EdgeSnapper snapper = new EdgeSnapper(streets, 0);
    SlowPaths slow = new SlowPaths(streets);
    ModeCosts costs = new ModeCosts(streets, StreetMode.CAR);
    Landmarks landmarks = Landmarks.of(streets, costs);
    ArcSearch fast = new ArcSearch(streets, costs, landmarks, new EdgeCopies(streets));
    Random random = new Random(seed);
    int found = 0;
    for (int i = 0; i < 12; i++) {
      EdgeSnap from = snap(snapper, random, StreetFlags.CAR_LINK);
      EdgeSnap to = snap(snapper, random, StreetFlags.CAR_LINK);
      double expected = slow.drive(from, to, false);
      if (expected == SlowPaths.NEVER) {
        expected = slow.drive(from, to, true);
      }
      int[] arcs = fast.find(from, to);
      assertThat(arcs.length == 0)
          .as("seed %d, question %d", seed, i)
          .isEqualTo(expected == SlowPaths.NEVER);
      if (arcs.length > 0) {
        found++;
        // each arc's cost is rounded to a millisecond
        double slack = arcs.length + 2.0;
        assertThat((double) fast.cost())
            .as("seed %d, question %d", seed, i)
            .isCloseTo(expected, within(slack));
      }
    }
    assertThat(found).isPositive();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void walkingAgreesWithTheReference(long seed) {
    StreetNetwork streets = RandomStreets.of(seed, SIDE);
    EdgeSnapper snapper = new EdgeSnapper(streets, 0);
    SlowPaths slow = new SlowPaths(streets);
    Random random = new Random(seed);
    GeoPoint[] points = new GeoPoint[25];
    for (int i = 0; i < points.length; i++) {
      points[i] = RandomStreets.place(random, SIDE);
    }
    StreetRouter router = StreetRouter.of(streets, sites(points), 0);
    for (boolean wheels : new boolean[] {false, true}) {
      int link = wheels ? StreetFlags.WHEELCHAIR_LINK : StreetFlags.FOOT_LINK;
      WalkOptions options = new WalkOptions(1, 100_000, wheels, false);
      GeoPoint place = RandomStreets.place(random, SIDE);
      List<EdgeSnap> from = snapper.around(place, 300, link, wheels ? StreetFlags.STEPS : 0);
      StopReach reach = router.reachStops(place, options, ReachDirection.FROM);
      for (int stop = 0; stop < points.length && !from.isEmpty(); stop++) {
        EdgeSnap to = snapper.nearest(points[stop], 250, link, StreetFlags.STEPS);
        if (to != null && router.isLinked(stop)) {
          double expected = SlowPaths.NEVER;
          for (EdgeSnap start : from) {
            expected = Math.min(expected, slow.walk(start, to, wheels));
          }
          int seconds = seconds(reach, stop);
          if (expected == SlowPaths.NEVER) {
            assertThat(seconds).as("seed %d, stop %d", seed, stop).isEqualTo(-1);
          } else {
            assertThat((double) seconds)
                .as("seed %d, stop %d", seed, stop)
                .isCloseTo(expected / 10, within(2.5));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34})
  void aWayIsFoundWhereItIsNoLongerThanTheLimit(long seed) {
    StreetRouter router = StreetRouter.of(RandomStreets.of(seed, SIDE), sites(new GeoPoint[0]));
    Random random = new Random(seed);
    int shorter = 0;
    for (int i = 0; i < 300; i++) {
      GeoPoint from = RandomStreets.place(random, SIDE);
      GeoPoint to = RandomStreets.place(random, SIDE);
      Optional<StreetPath> any = walk(router, from, to, 100_000);
      if (any.isPresent()) {
        int metres = any.get().metres() + 1;
        assertThat(walk(router, from, to, metres).map(StreetPath::seconds))
            .hasValue(any.get().seconds());
        assertThat(walk(router, from, to, metres / 3)).isEmpty();
        shorter += metres < Distance.metres(from, to) ? 1 : 0;
      }
    }
    assertThat(shorter).as("ways whose ends are not counted").isPositive();
  }

  private static Optional<StreetPath> walk(
      StreetRouter router, GeoPoint from, GeoPoint to, int limit) {
    PathOptions options = PathOptions.of(WalkOptions.upTo(limit));
    return router.path(Endpoint.of(from), Endpoint.of(to), StreetMode.WALK, options);
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  @Tag("ST-04")
  void transfersAreTheReachOfEveryStop(long seed) {
    StreetNetwork streets = RandomStreets.of(seed, SIDE);
    Random random = new Random(seed);
    GeoPoint[] points = new GeoPoint[150];
    for (int i = 0; i < points.length; i++) {
      points[i] = RandomStreets.place(random, SIDE);
    }
    StreetRouter router = StreetRouter.of(streets, sites(points), 0);
    Transfers transfers = router.walkTransfers(400);
    WalkOptions any = WalkOptions.upTo(400);
    WalkOptions wheels = new WalkOptions(any.metresPerSecond(), 400, true, false);
    assertThat(transfers.count()).isGreaterThan(1000);
    for (int stop = 0; stop < points.length; stop++) {
      StopReach reach = router.reachStopsFromStop(stop, any, ReachDirection.FROM);
      StopReach rolling = router.reachStopsFromStop(stop, wheels, ReachDirection.FROM);
      assertThat(transfers.end(stop) - transfers.start(stop)).isEqualTo(reach.count() - 1);
      int before = 0;
      for (int i = transfers.start(stop); i < transfers.end(stop); i++) {
        int target = transfers.targets()[i];
        assertThat(transfers.seconds()[i]).isEqualTo(seconds(reach, target));
        assertThat(transfers.wheelchairSeconds()[i]).isEqualTo(seconds(rolling, target));
        assertThat(transfers.metres()[i]).isGreaterThanOrEqualTo(before);
        before = transfers.metres()[i];
      }
    }
  }

  private static EdgeSnap snap(EdgeSnapper snapper, Random random, int link) {
    GeoPoint place = RandomStreets.place(random, SIDE);
    return Objects.requireNonNull(snapper.nearest(place, 5000, link, 0));
  }

  private static StopSites sites(GeoPoint[] points) {
    int[] lats = new int[points.length];
    int[] lons = new int[points.length];
    for (int i = 0; i < points.length; i++) {
      lats[i] = points[i].latE7();
      lons[i] = points[i].lonE7();
    }
    return StopSites.of(lats, lons);
  }

  private static int seconds(StopReach reach, int stop) {
    for (int i = 0; i < reach.count(); i++) {
      if (reach.stops()[i] == stop) {
        return reach.seconds()[i];
      }
    }
    return -1;
  }
}
