package org.toret.router.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notices;
import org.toret.network.street.StreetNetwork;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopReach;
import org.toret.router.walk.StopSites;
import org.toret.router.walk.WalkOptions;

/// On foot among drawn streets: lengths are read off the drawing.
final class WalkingStoriesTest {

  private static final WalkOptions FAR = new WalkOptions(1, 5000, false, false);
  private static final WalkOptions WHEELS = new WalkOptions(1, 5000, true, false);
  private static final WalkOptions NO_STAIRS = new WalkOptions(1, 5000, false, true);
  private static final int TOLERANCE_METRES = 3;

  private static int metres(StopReach reach, int stop) {
    return of(reach.stops(), reach.metres(), stop);
  }

  private static int seconds(StopReach reach, int stop) {
    return of(reach.stops(), reach.seconds(), stop);
  }

  private static int of(int[] stops, int[] values, int stop) {
    for (int i = 0; i < stops.length; i++) {
      if (stops[i] == stop) {
        return values[i];
      }
    }
    return -1;
  }

  private static void near(int actual, int expected) {
    assertThat(actual).isBetween(expected - TOLERANCE_METRES, expected + TOLERANCE_METRES);
  }

  @Test
  void walksRoundTheBlockWhenThereIsNoShorterWay() {
    StreetMap map =
        StreetMap.of(
            """
             a   b
            A-----B
            |     |
            C-----D
            """);
    // a and b stand 100 m north of the street, 400 m apart along it
    StopReach reach = map.router().reachStops(map.place('a'), FAR, ReachDirection.FROM);
    near(metres(reach, map.stop('b')), 100 + 400 + 100);
    near(metres(reach, map.stop('a')), 200);
  }

  @Test
  void theWayToTheKerbIsNotCounted() {
    StreetMap map =
        StreetMap.of(
            """
             a   b
            A-----B
            """);
    StopSites sites = map.sites();
    // a and b stand 100 m off the street: of each way there 50 m are not counted
    StopReach reach =
        StreetRouter.of(map.streets(), sites, 50)
            .reachStops(map.place('a'), FAR, ReachDirection.FROM);
    near(metres(reach, map.stop('b')), 50 + 400 + 50);
  }

  @Test
  void walksAgainstAOneWayStreet() {
    StreetMap map =
        StreetMap.of(
            """
             a   b
            A>>>>>B
            """);
    StopReach reach = map.router().reachStops(map.place('b'), FAR, ReachDirection.FROM);
    near(metres(reach, map.stop('a')), 600);
  }

  @Test
  void stairsAreSlowAndCloseTheWayToWheels() {
    StreetMap map =
        StreetMap.of(
            """
            a      b
            A-B##C-D
              |  |
              |  |
              E--F
            """);
    StreetRouter router = map.router();
    GeoPoint from = map.place('a');
    StopReach any = router.reachStops(from, FAR, ReachDirection.FROM);
    near(metres(any, map.stop('b')), 100 + 200 + 300 + 200 + 100);
    // 300 m of stairs at 3 instead of 5 km/h
    near(seconds(any, map.stop('b')), 100 + 200 + 500 + 200 + 100);
    int round = 100 + 200 + 300 + 300 + 300 + 200 + 100;
    near(metres(router.reachStops(from, WHEELS, ReachDirection.FROM), map.stop('b')), round);
    near(metres(router.reachStops(from, NO_STAIRS, ReachDirection.FROM), map.stop('b')), round);
  }

  @Test
  void aStopBesideStairsIsLinkedToAStreetInstead() {
    StreetMap map =
        StreetMap.of(
            """
               a   b
            A##B--C
            """);
    StopReach reach = map.router().reachStopsFromStop(map.stop('a'), FAR, ReachDirection.FROM);
    assertThat(metres(reach, map.stop('b'))).isPositive();
    assertThat(map.router().isLinked(map.stop('a'))).isTrue();
  }

  @Test
  void startAndGoalOnOneEdgeNeedNoJunction() {
    StreetMap map =
        StreetMap.of(
            """
             ab
            A----------B
            """);
    StreetRouter router = map.router();
    near(metres(router.reachStopsFromStop(0, FAR, ReachDirection.FROM), 1), 300);
    StreetPath path = walk(router, Endpoint.ofStop(0), Endpoint.ofStop(1));
    near(path.metres(), 300);
    assertThat(path.line()).hasSize(4);
  }

  @Test
  void nowhereToGoTakesNoTime() {
    StreetMap map =
        StreetMap.of(
            """
            A-----B
              a
            """);
    GeoPoint onStreet = map.near('a', 0, 100);
    StreetPath path = walk(map.router(), Endpoint.of(onStreet), Endpoint.of(onStreet));
    assertThat(path.seconds()).isZero();
    assertThat(path.metres()).isZero();
    assertThat(path.steps())
        .extracting(PathStep::direction)
        .containsExactly(StepDirection.DEPART, StepDirection.ARRIVE);
  }

  @Test
  void aPlaceInsideAParkStartsFromTheNearestStreet() {
    StreetMap map =
        StreetMap.of(
            """
            A------B
            |      |
            |  p   |
            |      |
            |      |
            C------D
               s
            """);
    StopReach reach = map.router().reachStops(map.place('p'), FAR, ReachDirection.FROM);
    // 200 m to the northern street, 300 to A, 500 down, 300 along, 100 off
    near(metres(reach, map.stop('s')), 200 + 300 + 500 + 300 + 100);
  }

  @Test
  void nobodyPassesThroughPrivateGround() {
    StreetMap map =
        StreetMap.of(
            """
            a   b
            A%%%B
            |   |
            |   |
            C---D
            """);
    StreetRouter router = map.router();
    int round = 100 + 300 + 400 + 300 + 100;
    near(
        walk(router, Endpoint.ofStop(map.stop('a')), Endpoint.ofStop(map.stop('b'))).metres(),
        round);
  }

  @Test
  void aWalkMayBeginAndEndOnPrivateGround() {
    StreetMap map =
        StreetMap.of(
            """
                q
            +%%%B
                %  s
            A---C-----D
            """);
    StreetRouter router = map.router();
    GeoPoint court = map.near('q', -400, -100);
    // 400 m along the drive, 200 m to the gate at C, 300 m along the street, 100 m off it
    int expected = 400 + 200 + 300 + 100;
    StopReach out = router.reachStops(court, FAR, ReachDirection.FROM);
    near(metres(out, map.stop('s')), expected);
    StopReach in = router.reachStops(court, FAR, ReachDirection.TOWARDS);
    near(metres(in, map.stop('s')), expected);
    StreetPath there = walk(router, Endpoint.of(court), Endpoint.ofStop(map.stop('s')));
    near(there.metres(), expected);
    assertThat(there.line()).hasSize(5);
    StreetPath back = walk(router, Endpoint.ofStop(map.stop('s')), Endpoint.of(court));
    near(back.metres(), expected);
    assertThat(back.line()).isEqualTo(there.line().reversed());
    // neighbours on the same private ground stay on it
    GeoPoint neighbour = map.near('q', 0, -150);
    near(walk(router, Endpoint.of(court), Endpoint.of(neighbour)).metres(), 450);
    GeoPoint nextDoor = map.near('q', -300, -100);
    near(walk(router, Endpoint.of(court), Endpoint.of(nextDoor)).metres(), 100);
  }

  @Test
  void aCourtBehindAPrivateGateIsLeftByItsGate() {
    StreetMap map =
        StreetMap.of(
            """
            +---B
                %  s
            A---C-----D
            |   |     |
            +---+-----+
            """);
    GeoPoint court = map.near('s', -600, 100);
    StopReach reach = map.router().reachStops(court, FAR, ReachDirection.FROM);
    near(metres(reach, map.stop('s')), 300 + 200 + 300 + 100);
  }

  @Test
  void aPlaceDeepInsideABlockIsLeftTowardsEitherSide() {
    StreetMap map =
        StreetMap.of(
            """
               n
            A------B
            |      |
            |      |
            |      |
            |      |
            C------D
               s
            """);
    // 230 m from the northern street and 270 m from the southern
    GeoPoint place = map.near('n', 0, -330);
    StopReach reach = map.router().reachStops(place, FAR, ReachDirection.FROM);
    near(metres(reach, map.stop('n')), 230 + 100);
    near(metres(reach, map.stop('s')), 270 + 100);
    // 40 m from the northern street and 460 m from the southern
    GeoPoint front = map.near('n', 0, -140);
    StopReach round = map.router().reachStops(front, FAR, ReachDirection.FROM);
    near(metres(round, map.stop('s')), 40 + 300 + 500 + 300 + 100);
  }

  @Test
  @Tag("ST-04")
  void theLimitIsKept() {
    StreetMap map =
        StreetMap.of(
            """
            a  b  c
            A-----B
            """);
    StopReach reach =
        map.router()
            .reachStops(map.place('a'), new WalkOptions(1, 510, false, false), ReachDirection.FROM);
    assertThat(reach.stops()).containsExactly(map.stop('a'), map.stop('b'));
  }

  @Test
  void theReachTowardsAPlaceMirrorsTheReachFromIt() {
    StreetMap map =
        StreetMap.of(
            """
            a  b  c
            A-B-C-D
              #
            d E---F
            """);
    StreetRouter router = map.router();
    StopReach from = router.reachStops(map.place('b'), FAR, ReachDirection.FROM);
    StopReach towards = router.reachStops(map.place('b'), FAR, ReachDirection.TOWARDS);
    assertThat(towards).usingRecursiveComparison().isEqualTo(from);
  }

  @Test
  @Tag("ST-02")
  @Tag("ST-03")
  void beyondTheStreetsTheStraightLineCounts() {
    StreetMap map =
        StreetMap.of(
            """
            a                  x
            A--B             y
            """);
    StreetRouter router = map.router();
    assertThat(router.stopsBeyondStreets()).isEqualTo(2);
    StopReach reach = router.reachStopsFromStop(map.stop('x'), FAR, ReachDirection.FROM);
    near(metres(reach, map.stop('y')), (int) Math.round(1.3 * Math.hypot(200, 100)));
    near(metres(reach, map.stop('a')), (int) Math.round(1.3 * 1900));
    StreetPath path = walk(router, Endpoint.ofStop(map.stop('a')), Endpoint.ofStop(map.stop('x')));
    assertThat(path.estimated()).isTrue();
    near(path.metres(), (int) Math.round(1.3 * 1900));
    var options = PathOptions.of(FAR);
    var from = Endpoint.ofStop(map.stop('a'));
    var to = Endpoint.ofStop(map.stop('x'));
    assertThat(router.path(from, to, StreetMode.CAR, options)).isEmpty();
    assertThat(router.path(from, to, StreetMode.BIKE, options)).isEmpty();
    Notices notices = new Notices();
    router.report(notices);
    assertThat(notices.count("streets_partial")).isEqualTo(1);
  }

  @Test
  void withoutAnyStreetsPeopleStillWalk() {
    StopSites sites =
        StopSites.of(new int[] {450000000, 450090000}, new int[] {76000000, 76000000});
    StreetRouter router = StreetRouter.of(StreetNetwork.EMPTY, sites);
    assertThat(router.stopsBeyondStreets()).isEqualTo(2);
    StopReach reach = router.reachStopsFromStop(0, FAR, ReachDirection.FROM);
    near(metres(reach, 1), 1301);
    assertThat(router.walkTransfers(1000).count()).isZero();
    assertThat(router.walkTransfers(1400).count()).isEqualTo(2);
  }

  @Test
  void aPathTakesWhatTheReachSays() {
    StreetMap map =
        StreetMap.of(
            """
            a  b  c    e
            A-B-C-D##G-H
              |   |  |
            d E---F--I
            """);
    StreetRouter router = map.router();
    for (WalkOptions options : new WalkOptions[] {FAR, WHEELS}) {
      StopReach reach = router.reachStopsFromStop(map.stop('a'), options, ReachDirection.FROM);
      for (char goal = 'b'; goal <= 'e'; goal++) {
        StreetPath path =
            router
                .path(
                    Endpoint.ofStop(map.stop('a')),
                    Endpoint.ofStop(map.stop(goal)),
                    StreetMode.WALK,
                    PathOptions.of(options))
                .orElseThrow();
        assertThat(path.seconds()).isEqualTo(seconds(reach, map.stop(goal)));
        assertThat(path.metres()).isEqualTo(metres(reach, map.stop(goal)));
      }
    }
  }

  private static StreetPath walk(StreetRouter router, Endpoint from, Endpoint to) {
    return router.path(from, to, StreetMode.WALK, PathOptions.of(FAR)).orElseThrow();
  }
}
