package org.toret.router.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.MapFeatures;
import org.toret.network.street.StreetBuilder;
import org.toret.network.street.StreetClass;
import org.toret.network.street.StreetEdge;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.network.street.StreetSurface;
import org.toret.router.cycle.Cycling;
import org.toret.router.cycle.RideMix;
import org.toret.router.walk.EdgeSnap;
import org.toret.router.walk.EdgeSnapper;
import org.toret.router.walk.StopSites;
import org.toret.router.walk.WalkOptions;

/// Bicycles of both kinds on slopes, and streets that some would rather not ride on.
final class CyclingTest {

  private static final WalkOptions WALK = WalkOptions.upTo(1000);
  private static final PathOptions BIKE = new PathOptions(WALK, 5, 50_000);
  private static final PathOptions EBIKE = BIKE.assisted();
  private static final double LAT_PER_METRE = 180 / (Math.PI * 6_371_008.8);

  /// A kilometre northward from `A` to `B`, and another way there over `C`.
  private static final class TwoWays {

    private final StreetBuilder builder = new StreetBuilder(true);
    private final int a = node(0, 0);
    private final int b = node(1000, 0);
    private final int c = node(500, 300);

    private int node(double north, double east) {
      GeoPoint point = at(north, east);
      return builder.node(point.latE7(), point.lonE7(), 0);
    }

    TwoWays straight(int climbMetres, int flags) {
      return edge(a, b, 1000, climbMetres, flags);
    }

    TwoWays around(int metres, int flags) {
      return edge(a, c, metres / 2, 0, flags).edge(c, b, metres - metres / 2, 0, flags);
    }

    private TwoWays edge(int from, int to, int metres, int climb, int flags) {
      int all = StreetFlags.FOOT | StreetFlags.BIKE | flags;
      builder.edge(
          new StreetEdge(
              from,
              to,
              10 * metres,
              all,
              5,
              18,
              18,
              0,
              0,
              StreetClass.RESIDENTIAL,
              StreetSurface.SMOOTH,
              10,
              10 * climb,
              0,
              "",
              "",
              new int[0],
              new int[0]));
      return this;
    }

    StreetRouter router() {
      StopSites nowhere = StopSites.of(new int[0], new int[0]);
      return StreetRouter.of(builder.build(MapFeatures.NONE), nowhere, 0);
    }
  }

  private static GeoPoint at(double north, double east) {
    double lon = east * LAT_PER_METRE / Math.cos(Math.toRadians(45));
    return new GeoPoint(45 + north * LAT_PER_METRE, 7.6 + lon);
  }

  private static StreetPath ride(StreetRouter router, PathOptions options) {
    Endpoint from = Endpoint.of(at(0, 0));
    Endpoint to = Endpoint.of(at(1000, 0));
    return router.path(from, to, StreetMode.BIKE, options).orElseThrow();
  }

  /// A kilometre: on the flat 200 s at 18 km/h and 180 s at 20 km/h. At 5 % a bicycle has 10.8 km/h
  /// left, at 10 % it is pushed at 4 km/h; with a motor the balance of power says 18.1 and 10.9.
  @ParameterizedTest
  @Tag("BI-01")
  @CsvSource({"0, 200, 180", "20, 238, 180", "50, 333, 199", "100, 900, 331"})
  void aMotorTakesTheHillOutOfTheWay(int climb, double alone, double assisted) {
    StreetRouter router = new TwoWays().straight(climb, 0).router();
    assertThat((double) ride(router, BIKE).seconds()).isCloseTo(alone, within(2.0));
    assertThat((double) ride(router, EBIKE).seconds()).isCloseTo(assisted, within(2.0));
    int back =
        router
            .path(Endpoint.of(at(1000, 0)), Endpoint.of(at(0, 0)), StreetMode.BIKE, EBIKE)
            .orElseThrow()
            .seconds();
    assertThat((double) back).isCloseTo(180, within(2.0));
  }

  /// Over the hill it takes 333 or 199 s, around it 320 or 288.
  @Test
  @Tag("BI-01")
  void theWayOfAnEBikeIsAnother() {
    StreetRouter router = new TwoWays().straight(50, 0).around(1600, 0).router();
    assertThat(ride(router, BIKE).metres()).isEqualTo(1600);
    assertThat(ride(router, EBIKE).metres()).isEqualTo(1000);
    assertThat(ride(router, EBIKE).ascentMetres()).isEqualTo(50);
  }

  /// Somebody who does 30 km/h on the flat is not slowed down to 25 by a motor.
  @Test
  @Tag("BI-01")
  void theFastStayFast() {
    StreetRouter router = new TwoWays().straight(0, 0).router();
    PathOptions fast = new PathOptions(WALK, 30 / 3.6, 50_000);
    assertThat((double) ride(router, fast.assisted()).seconds()).isCloseTo(120, within(2.0));
  }

  private static StreetRouter stressed(int stress, int detour) {
    return new TwoWays()
        .straight(0, StreetFlags.ofStress(stress, 1))
        .around(detour, StreetFlags.CYCLE_FACILITY)
        .router();
  }

  private static PathOptions upTo(int maxStress) {
    return new PathOptions(WALK, 5, 50_000, new Cycling(false, maxStress));
  }

  /// A metre one level above the wish counts 2.40, two levels above 8.15: a way around is taken
  /// while it is shorter than that.
  @ParameterizedTest
  @Tag("BI-02")
  @CsvSource({
    "4, 4, 1100, 1000",
    "4, 3, 2300, 2300",
    "4, 3, 2500, 1000",
    "4, 2, 8000, 8000",
    "4, 2, 8300, 1000",
    "3, 2, 2300, 2300",
    "3, 3, 1100, 1000",
    "2, 1, 2300, 2300",
    "1, 1, 1100, 1000"
  })
  void calmStreetsAreWorthAWayAround(int stress, int wish, int detour, int metres) {
    assertThat(ride(stressed(stress, detour), upTo(wish)).metres()).isEqualTo(metres);
  }

  @Test
  @Tag("BI-02")
  void stressBelongsToADirection() {
    StreetRouter router = stressed(4, 2000);
    PathOptions calm = upTo(1);
    assertThat(ride(router, calm).metres()).isEqualTo(2000);
    StreetPath back =
        router
            .path(Endpoint.of(at(1000, 0)), Endpoint.of(at(0, 0)), StreetMode.BIKE, calm)
            .orElseThrow();
    assertThat(back.metres()).isEqualTo(1000);
  }

  @Test
  @Tag("BI-02")
  void aRideTellsWhatItWasLike() {
    StreetNetwork streets =
        new TwoWays()
            .straight(0, StreetFlags.ofStress(4, 1))
            .around(2000, StreetFlags.CYCLE_FORWARD | StreetFlags.ofStress(2, 2))
            .builder
            .build(MapFeatures.NONE);
    StreetRouter router = StreetRouter.of(streets, StopSites.of(new int[0], new int[0]), 0);
    assertThat(mix(streets, ride(router, BIKE))).isEqualTo(new RideMix(0, List.of(0, 0, 0, 1000)));
    RideMix calm = mix(streets, ride(router, upTo(2)));
    assertThat(calm).isEqualTo(new RideMix(2000, List.of(0, 2000, 0, 0)));
    assertThat(calm.metresAbove(1)).isEqualTo(2000);
    assertThat(calm.metresAbove(2)).isZero();
  }

  private static RideMix mix(StreetNetwork streets, StreetPath path) {
    return RideMix.of(streets.edges(), path.track().arcs(), path.track().decimetres());
  }

  /// The hierarchy weighed for a kind of riding, against the slow search by the same costs, and
  /// times to many places against single paths.
  @ParameterizedTest
  @Tag("BI-01")
  @Tag("BI-02")
  @CsvSource({"1, true, 4", "2, true, 2", "3, false, 1", "4, false, 3", "5, true, 1"})
  void allSearchesAgree(long seed, boolean motor, int maxStress) {
    StreetNetwork streets = stressed(RandomStreets.withCopies(seed, 12), seed);
    Cycling cycling = new Cycling(motor, maxStress);
    ModeCosts costs = new ModeCosts(streets, StreetMode.BIKE).by(cycling);
    ArcSearch slow =
        new ArcSearch(streets, costs, Landmarks.of(streets, costs), new EdgeCopies(streets));
    StreetRouter router = StreetRouter.of(streets, StopSites.of(new int[0], new int[0]), 0);
    PathOptions options = new PathOptions(WALK, 5, 50_000, cycling);
    Random random = new Random(seed);
    int found = 0;
    for (int i = 0; i < 200; i++) {
      GeoPoint from = middle(streets, random.nextInt(streets.edges().count()));
      GeoPoint to = middle(streets, random.nextInt(streets.edges().count()));
      var path = router.path(Endpoint.of(from), Endpoint.of(to), StreetMode.BIKE, options);
      if (path.isEmpty()) {
        continue;
      }
      found++;
      int[] expected = slow.find(snap(streets, from), snap(streets, to));
      assertThat(cost(streets, costs, path.get().track()))
          .as("seed %d, question %d", seed, i)
          .isCloseTo(slow.cost(), within(10.0 + expected.length));
      int[] seconds = router.rides(StreetMode.BIKE).seconds(from, List.of(to), options, 20_000);
      assertThat(seconds[0]).isBetween(path.get().seconds() - 2, path.get().seconds() + 2);
    }
    assertThat(found).isGreaterThan(60);
  }

  private static double cost(StreetNetwork streets, ModeCosts costs, RideTrack track) {
    double cost = 0;
    for (int i = 0; i < track.count(); i++) {
      int whole = streets.edges().decimetres()[track.edge(i)];
      cost += (double) costs.costs[track.arcs()[i]] * track.decimetres()[i] / whole;
    }
    return cost;
  }

  private static EdgeSnap snap(StreetNetwork streets, GeoPoint point) {
    return Objects.requireNonNull(
        new EdgeSnapper(streets, 0).nearest(point, 300, StreetFlags.BIKE_LINK, StreetFlags.COPY));
  }

  private static GeoPoint middle(StreetNetwork streets, int edge) {
    return streets.line(edge).get(1);
  }

  /// The same streets with stress drawn by lot.
  private static StreetNetwork stressed(StreetNetwork plain, long seed) {
    Random random = new Random(seed);
    int[] flags = plain.edges().flags();
    Arrays.setAll(
        flags,
        edge -> flags[edge] | StreetFlags.ofStress(1 + random.nextInt(4), 1 + random.nextInt(4)));
    return plain;
  }
}
