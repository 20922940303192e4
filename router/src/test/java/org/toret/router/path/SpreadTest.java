package org.toret.router.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.GeoPoint;
import org.toret.router.path.StreetSpread.SpreadStart;
import org.toret.router.reach.ReachArea;
import org.toret.router.reach.ReachAreas;
import org.toret.router.reach.ReachSurface;
import org.toret.router.reach.Rings;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.WalkOptions;

/// What is reached over the streets is what single paths reach, and its area what geometry says.
final class SpreadTest {

  private static final int SIDE = 30;
  private static final int BLOCK_METRES = 200;
  private static final double SPEED = 1.25;

  /// Streets every 200 m; `a` lies 100 m off a junction near the middle.
  private static StreetMap grid() {
    StringBuilder art = new StringBuilder();
    for (int y = 0; y < 2 * SIDE - 1; y++) {
      for (int x = 0; x < 2 * SIDE - 1; x++) {
        boolean row = y % 2 == 0;
        boolean column = x % 2 == 0;
        boolean place = x == SIDE + 1 && y == SIDE + 1;
        art.append(row && column ? '+' : row ? '-' : column ? '|' : place ? 'a' : ' ');
      }
      art.append('\n');
    }
    return StreetMap.of(art.toString());
  }

  private static ReachSurface walked(StreetMap map, GeoPoint from, int seconds) {
    ReachSurface surface = new ReachSurface(map.streets(), SPEED, 5000, seconds);
    List<SpreadStart> starts = List.of(new SpreadStart(Endpoint.of(from), 0));
    WalkOptions options = new WalkOptions(SPEED, 5000, false, false);
    map.router().spread().walk(starts, options, ReachDirection.FROM, seconds, surface);
    return surface;
  }

  @Test
  @Tag("SR-17")
  void onAGridOneWalksADiamond() {
    StreetMap map = grid();
    GeoPoint junction = map.near('a', -100, 100);
    for (int minutes : new int[] {10, 20, 30}) {
      int seconds = 60 * minutes;
      ReachArea area =
          ReachAreas.within(walked(map, junction, seconds + 60).grid(junction), seconds);
      double radius = SPEED * seconds;
      double diamond = 2 * radius * radius;
      assertThat(area.squareMetres() / diamond).as(minutes + " min").isBetween(0.97, 1.06);
      assertThat(area.polygons()).hasSize(1);
      assertThat(area.polygons().getFirst()).as("no holes").hasSize(1);
      assertThat(Rings.faults(area)).isEmpty();
      for (double share : new double[] {0, 0.25, 0.5, 0.75, 1}) {
        GeoPoint inside =
            map.near('a', -100 + (radius - 80) * share, 100 + (radius - 80) * (1 - share));
        GeoPoint outside =
            map.near('a', -100 + (radius + 80) * share, 100 + (radius + 80) * (1 - share));
        assertThat(Rings.contains(area, inside)).as("%d min, %s", minutes, share).isTrue();
        assertThat(Rings.contains(area, outside)).as("%d min, %s", minutes, share).isFalse();
      }
    }
  }

  @Test
  @Tag("SR-17")
  void shorterTimesLieWithinLonger() {
    Random random = new Random(7);
    for (int seed = 0; seed < 12; seed++) {
      StreetMap map = grid();
      GeoPoint from = map.near('a', random.nextInt(400), random.nextInt(400));
      var grid = walked(map, from, 1860).grid(from);
      ReachArea shorter = ReachAreas.within(grid, 600 + 100 * seed);
      ReachArea longer = ReachAreas.within(grid, 660 + 100 * seed);
      assertThat(longer.squareMetres()).isGreaterThan(shorter.squareMetres());
      for (List<List<GeoPoint>> polygon : shorter.polygons()) {
        assertThat(polygon.getFirst()).allMatch(point -> Rings.contains(longer, point));
      }
    }
  }

  @Test
  @Tag("SR-18")
  void oneSearchTellsTheTimesOfSinglePaths() {
    StreetMap map =
        StreetMap.of(
            """
            a
            A-B-C--D%E---F
            | | |  |  b  |
            G-H<I--J#K---L
            | v | c| ^   |
            M-N=O~~P-Q---R
               d      e
            """);
    StreetRouter router = map.router();
    Random random = new Random(11);
    WalkOptions walk = WalkOptions.upTo(1500);
    PathOptions options = new PathOptions(walk, 4.4, 2000);
    int ways = 0;
    for (int question = 0; question < 40; question++) {
      GeoPoint from = map.near('a', random.nextInt(1300), -random.nextInt(500));
      List<GeoPoint> to = new ArrayList<>();
      List<Endpoint> ends = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        to.add(map.near('a', random.nextInt(1300), -random.nextInt(500)));
        ends.add(Endpoint.of(to.getLast()));
      }
      int[] onFoot =
          router.spread().walkSeconds(Endpoint.of(from), router.spread().walkEnds(ends, walk));
      int[] byBike = router.spread().rideSeconds(from, to, StreetMode.BIKE, options, 36_000);
      int[] byCar = router.spread().rideSeconds(from, to, StreetMode.CAR, options, 36_000);
      for (int i = 0; i < 20; i++) {
        ways += same(router, from, to.get(i), StreetMode.WALK, options, onFoot[i], 0);
        ways += same(router, from, to.get(i), StreetMode.BIKE, options, byBike[i], 2);
        ways += same(router, from, to.get(i), StreetMode.CAR, options, byCar[i], 2);
      }
    }
    assertThat(ways).isGreaterThan(1000);
  }

  private static int same(
      StreetRouter router,
      GeoPoint from,
      GeoPoint to,
      StreetMode mode,
      PathOptions options,
      int seconds,
      int tolerance) {
    var path = router.path(Endpoint.of(from), Endpoint.of(to), mode, options);
    String which = "%s %s %s".formatted(mode, from, to);
    if (path.isEmpty()) {
      assertThat(seconds).as(which).isEqualTo(StreetSpread.NEVER);
      return 0;
    }
    assertThat(seconds).as(which).isCloseTo(path.get().seconds(), within(tolerance));
    return 1;
  }
}
