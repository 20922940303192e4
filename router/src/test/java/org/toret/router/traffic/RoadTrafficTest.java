package org.toret.router.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetClass;
import org.toret.network.street.StreetNetwork;
import org.toret.network.traffic.ArcSpeeds;
import org.toret.network.traffic.RoadEvent;
import org.toret.network.traffic.RoadPlace;
import org.toret.network.traffic.RoadReading;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetPath;
import org.toret.router.path.StreetRouter;
import org.toret.router.walk.StopSites;
import org.toret.router.walk.WalkOptions;

/// A straight street of eight blocks of 200 m, published at 40 km/h, crossed by a greater one at
/// 800 m, with a longer way round at 30 km/h.
///
/// ```
///   y 300   ┌───────────── Via Lunga ─────────────┐
///   y   0   0──200──400──600──800──1000─ … ─1600    Via Dritta
///                              │ Corso Grande
/// ```
@Tag("RT-42")
final class RoadTrafficTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Rome");
  private static final long NOW = 1_789_452_900L;
  private static final int MINUTE = 60;
  private static final int BLOCKS = 8;
  private static final int BLOCK = 200;
  private static final PathOptions OPTIONS = PathOptions.of(WalkOptions.upTo(3000));

  private final StreetNetwork streets = streets();
  private final RoadMatcher matcher = new RoadMatcher(streets);

  private static StreetNetwork streets() {
    Avenue town = new Avenue();
    int[] nodes = new int[BLOCKS + 1];
    for (int i = 0; i <= BLOCKS; i++) {
      nodes[i] = town.node(i * BLOCK, 0);
    }
    for (int i = 0; i < BLOCKS; i++) {
      town.street(nodes[i], nodes[i + 1], "Via Dritta", StreetClass.TERTIARY, 40, false);
    }
    int south = town.node(800, -300);
    town.street(nodes[4], south, "Corso Grande", StreetClass.SECONDARY, 50, false);
    int left = town.node(0, 300);
    int right = town.node(1600, 300);
    town.street(nodes[0], left, "Via Lunga", StreetClass.RESIDENTIAL, 30, false);
    town.street(left, right, "Via Lunga", StreetClass.RESIDENTIAL, 30, false);
    town.street(right, nodes[BLOCKS], "Via Lunga", StreetClass.RESIDENTIAL, 30, false);
    return town.build();
  }

  private int block(int i) {
    return Avenue.arc(streets, Avenue.at(i * BLOCK, 0), Avenue.at((i + 1) * BLOCK, 0));
  }

  private static RoadReading reading(double kmh, double quality) {
    GeoPoint middle = Avenue.at(300, 0);
    return new RoadReading(
        "d", new RoadPlace("Via Dritta", List.of(middle), 90, false), kmh, 100, quality, NOW);
  }

  private RoadTraffic traffic(List<RoadReading> readings, RoadEvent... events) {
    return RoadTraffic.of(matcher, readings, List.of(events), ZONE);
  }

  private static double ratio(RoadTraffic traffic, int arc) {
    return Objects.requireNonNull(traffic.ratios().get(arc));
  }

  /// The detector lies in the middle of the second block; the next block begins 100 m and is
  /// centred 200 m behind it.
  @Test
  void aReadingFadesAlongItsRoad() {
    RoadTraffic traffic = traffic(List.of(reading(10, 1)));
    assertThat(ratio(traffic, block(1))).isEqualTo(0.25);
    assertThat(ratio(traffic, block(2))).isCloseTo(1 - 0.75 * Math.exp(-200 / 600.0), offset(1e-3));
    assertThat(ratio(traffic, block(0))).isCloseTo(1 - 0.75 * Math.exp(-200 / 600.0), offset(1e-3));
    // behind the greater street it counts for 0.6 of what it would
    assertThat(ratio(traffic, block(4)))
        .isCloseTo(1 - 0.75 * 0.6 * Math.exp(-600 / 600.0), offset(1e-3));
    assertThat(traffic.ratios()).doesNotContainKeys(block(7), block(1) ^ 1);
  }

  @Test
  void whatIsLessCertainCountsLessAndReadingsShare() {
    assertThat(ratio(traffic(List.of(reading(10, 0.6))), block(1)))
        .isCloseTo(1 - 0.75 * 0.6, offset(1e-9));
    assertThat(ratio(traffic(List.of(reading(10, 1), reading(30, 1))), block(1)))
        .isCloseTo(0.5, offset(1e-9));
  }

  @Test
  void ratiosAreBounded() {
    assertThat(ratio(traffic(List.of(reading(1, 1))), block(1))).isEqualTo(0.1);
    assertThat(ratio(traffic(List.of(reading(90, 1))), block(1))).isEqualTo(1.3);
  }

  @Test
  void aReadingIsOfItsTime() {
    RoadTraffic traffic = traffic(List.of(reading(10, 1)));
    Map<Integer, Integer> kmhByMinutes =
        Map.of(0, 10, 19, 10, -19, 10, 30, 25, 59, 25, 61, 0, -61, 0, 600, 0);
    kmhByMinutes.forEach((minutes, kmh) -> {
      ArcSpeeds speeds = traffic.speeds(traffic.key(NOW + minutes * MINUTE, false));
      assertThat(speeds.kmh(block(1))).as(minutes + " minutes").isEqualTo(kmh);
    });
    assertThat(traffic.key(NOW + 61 * MINUTE, false).isAsPublished()).isTrue();
  }

  private static RoadEvent event(RoadEvent.Kind kind, int kmh, long from, long until) {
    RoadPlace place =
        new RoadPlace(
            "", List.of(Avenue.at(400, 0), Avenue.at(600, 0)), RoadPlace.ANY_BEARING, true);
    return new RoadEvent("e", kind, place, "", true, kmh, from, until, List.of(), Map.of());
  }

  private static @Nullable StreetPath drive(StreetRouter router) {
    return router
        .path(
            Endpoint.of(Avenue.at(0, 0)), Endpoint.of(Avenue.at(1600, 0)), StreetMode.CAR, OPTIONS)
        .orElse(null);
  }

  /// 1600 m at 40 km/h are 144 s; 2200 m at 30 km/h are 264 s.
  @Test
  void aClosureSendsCarsRoundWhileItHolds() {
    StreetRouter published = StreetRouter.of(streets, StopSites.of(new int[0], new int[0]), 0);
    RoadEvent closure = event(RoadEvent.Kind.CLOSURE, 0, NOW, NOW + 10 * MINUTE);
    LiveRoads roads = new LiveRoads(traffic(List.of(), closure), published);
    RoadTraffic traffic = roads.traffic();
    assertThat(Objects.requireNonNull(drive(published)).seconds()).isBetween(143, 145);
    StreetPath round = Objects.requireNonNull(drive(roads.router(traffic.key(NOW, false))));
    assertThat(round.seconds()).isBetween(263, 265);
    assertThat(round.metres()).isBetween(2199, 2201);
    // under way at some moment of the closure, from either side
    assertThat(traffic.key(NOW - 44 * MINUTE, false).isAsPublished()).isFalse();
    assertThat(traffic.key(NOW - 46 * MINUTE, false).isAsPublished()).isTrue();
    assertThat(traffic.key(NOW + 11 * MINUTE, false).isAsPublished()).isTrue();
    assertThat(traffic.key(NOW + 11 * MINUTE, true).isAsPublished()).isFalse();
    assertThat(roads.router(RoadKey.AS_PUBLISHED)).isSameAs(published);
  }

  @Test
  void aLimitOnlySlowsDown() {
    ArcSpeeds limited =
        traffic(List.of(), event(RoadEvent.Kind.SPEED_LIMIT, 20, NOW, NOW + 1))
            .speeds(
                traffic(List.of(), event(RoadEvent.Kind.SPEED_LIMIT, 20, NOW, NOW + 1))
                    .key(NOW, false));
    assertThat(limited.kmh(block(2))).isEqualTo(20);
    assertThat(limited.kmh(block(2) ^ 1)).isEqualTo(20);
    RoadTraffic higher = traffic(List.of(), event(RoadEvent.Kind.SPEED_LIMIT, 70, NOW, NOW + 1));
    assertThat(higher.speeds(higher.key(NOW, false)).kmh(block(2))).isEqualTo(40);
  }

  @Test
  void worksAloneAndPlacesElsewhereChangeNothing() {
    RoadEvent works = event(RoadEvent.Kind.ROADWORKS, 0, NOW, NOW + 1);
    assertThat(traffic(List.of(), works).key(NOW, false).isAsPublished()).isTrue();
    RoadPlace far = RoadPlace.at("Via Dritta", new GeoPoint(46, 9));
    RoadTraffic elsewhere = traffic(List.of(new RoadReading("d", far, 10, -1, 1, NOW)));
    assertThat(elsewhere.matchedReadings()).isZero();
    assertThat(elsewhere.key(NOW, false).isAsPublished()).isTrue();
  }
}
