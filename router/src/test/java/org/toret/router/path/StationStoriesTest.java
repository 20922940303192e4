package org.toret.router.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.GeoPoint;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StationPathways;
import org.toret.router.walk.StopReach;
import org.toret.router.walk.StopSites;
import org.toret.router.walk.WalkOptions;

/// A station below a street: an entrance, a hall, a platform; stairs one way, a lift the other.
final class StationStoriesTest {

  private static final int PLATFORM = 1;
  private static final int ENTRANCE = 0;
  private static final int HALL = 1;
  private static final int TRACK = 2;

  private static final StreetMap MAP =
      StreetMap.of(
          """
          b   p
          A-----B
          """);

  /// Stop 0 is b at the street; stop 1 the platform p, which hangs on the station alone.
  private static StreetRouter router(boolean lift, GeoPoint entrance) {
    GeoPoint p = MAP.place('p');
    GeoPoint b = MAP.place('b');
    int passages = lift ? 6 : 4;
    StationPathways ways =
        new StationPathways(
            new int[] {-1, -1, PLATFORM},
            new int[] {entrance.latE7(), p.latE7(), p.latE7()},
            new int[] {entrance.lonE7(), p.lonE7(), p.lonE7()},
            new boolean[] {true, false, false},
            Arrays.copyOf(new int[] {ENTRANCE, HALL, HALL, TRACK, HALL, TRACK}, passages),
            Arrays.copyOf(new int[] {HALL, ENTRANCE, TRACK, HALL, TRACK, HALL}, passages),
            Arrays.copyOf(new int[] {20, 20, 40, 60, 150, 150}, passages),
            Arrays.copyOf(new int[] {200, 200, 300, 300, 50, 50}, passages),
            Arrays.copyOf(new boolean[] {false, false, true, true, false, false}, passages),
            Arrays.copyOf(new boolean[] {true, true, false, false, true, true}, passages));
    int[] lats = {b.latE7(), p.latE7()};
    int[] lons = {b.lonE7(), p.lonE7()};
    return StreetRouter.of(
        MAP.streets(), new StopSites(lats, lons, new boolean[] {true, false}, ways), 0);
  }

  private static GeoPoint onTheStreet() {
    return MAP.near('p', 0, -100);
  }

  private static int seconds(StreetRouter router, WalkOptions options, int from, int to) {
    StopReach reach = router.reachStopsFromStop(from, options, ReachDirection.FROM);
    for (int i = 0; i < reach.count(); i++) {
      if (reach.stops()[i] == to) {
        return reach.seconds()[i];
      }
    }
    return -1;
  }

  @Test
  void thePlatformIsReachedThroughTheEntrance() {
    StreetRouter router = router(true, onTheStreet());
    WalkOptions any = WalkOptions.upTo(2000);
    // 100 m off the street, 400 m along it at 1.33 m/s, then 20 and 40 s
    int street = (int) Math.round(500 / 1.33);
    assertThat(seconds(router, any, 0, 1)).isBetween(street + 58, street + 63);
    assertThat(seconds(router, any, 1, 0)).isBetween(street + 78, street + 83);
    assertThat(router.stopsBeyondStreets()).isZero();
  }

  @Test
  void wheelsTakeTheLiftOrStayOut() {
    WalkOptions wheels = new WalkOptions(1.33, 2000, true, false);
    int street = (int) Math.round(500 / 1.33);
    int byLift = seconds(router(true, onTheStreet()), wheels, 0, 1);
    assertThat(byLift).isBetween(street + 168, street + 173);
    assertThat(seconds(router(false, onTheStreet()), wheels, 0, 1)).isEqualTo(-1);
  }

  @Test
  void thePathPassesThroughTheStation() {
    StreetRouter router = router(true, onTheStreet());
    StreetPath path =
        router
            .path(
                Endpoint.ofStop(0),
                Endpoint.ofStop(1),
                StreetMode.WALK,
                PathOptions.of(WalkOptions.upTo(2000)))
            .orElseThrow();
    assertThat(path.seconds()).isEqualTo(seconds(router, WalkOptions.upTo(2000), 0, 1));
    assertThat(path.steps()).extracting(PathStep::direction).contains(StepDirection.STATION);
    GeoPoint last = path.line().getLast();
    assertThat(last.latE7()).isEqualTo(MAP.place('p').latE7());
    assertThat(last.lonE7()).isEqualTo(MAP.place('p').lonE7());
  }

  @Test
  void aStationWithoutAUsableEntranceIsLinkedLikeAStop() {
    StreetRouter router = router(true, MAP.near('p', 0, 5000));
    assertThat(router.isLinked(PLATFORM)).isTrue();
    assertThat(seconds(router, WalkOptions.upTo(2000), 0, 1)).isPositive();
  }
}
