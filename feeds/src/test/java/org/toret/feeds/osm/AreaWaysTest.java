package org.toret.feeds.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.geo.Heights;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome;
import org.toret.network.street.StreetEdges;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;

/// Squares, platforms and holes of a few metres, with distances anybody can check on paper. Node
/// `100 x + y` lies x metres east and y metres north of a corner.
@Tag("ST-09")
final class AreaWaysTest {

  private static final double METRES_PER_DEGREE = Math.toRadians(6_371_000);
  private static final double LAT = 45;
  private static final double LON = 7.6;

  @TempDir Path folder;

  private final Notices notices = new Notices();
  private final TinyPbf pbf = new TinyPbf();
  private long ways = 10;

  private static long id(int x, int y) {
    return 1_000_000 + 1000L * x + y;
  }

  private long point(int x, int y, String... tags) {
    double lon = LON + x / (METRES_PER_DEGREE * Math.cos(Math.toRadians(LAT)));
    pbf.node(id(x, y), LAT + y / METRES_PER_DEGREE, lon, tags);
    return id(x, y);
  }

  /// A closed way through points, `x y` each.
  private long ring(String points, String... tags) {
    long[] open = nodes(points);
    return way(LongStream.concat(Arrays.stream(open), LongStream.of(open[0])).toArray(), tags);
  }

  private long line(String points, String... tags) {
    return way(nodes(points), tags);
  }

  private long way(long[] nodes, String... tags) {
    pbf.way(++ways, nodes, tags);
    return ways;
  }

  private long[] nodes(String points) {
    return Arrays.stream(points.split(", "))
        .map(p -> p.split(" "))
        .mapToLong(p -> point(Integer.parseInt(p[0]), Integer.parseInt(p[1])))
        .toArray();
  }

  private StreetNetwork streets() throws Exception {
    Path file = pbf.write(folder.resolve("a.pbf"));
    return switch (OsmImport.read(file, Heights.NONE, notices, (step, share) -> {})) {
      case Outcome.Done<StreetNetwork>(StreetNetwork streets) -> streets;
      case Outcome.Refused<StreetNetwork> refused -> throw new AssertionError(refused.toString());
    };
  }

  /// Metres on foot between two points, by trying every edge again until nothing changes.
  private static double metres(StreetNetwork streets, int fromX, int fromY, int toX, int toY) {
    return metres(streets, fromX, fromY, toX, toY, StreetFlags.FOOT);
  }

  private static double metres(
      StreetNetwork streets, int fromX, int fromY, int toX, int toY, int flags) {
    double[] metres = new double[streets.nodes().count()];
    Arrays.fill(metres, Double.POSITIVE_INFINITY);
    metres[node(streets, fromX, fromY)] = 0;
    StreetEdges edges = streets.edges();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int e = 0; e < edges.count(); e++) {
        if (edges.has(e, flags)) {
          double along = edges.decimetres()[e] / 10.0;
          int from = edges.from()[e];
          int to = edges.to()[e];
          double better = Math.min(metres[from], metres[to] + along);
          double other = Math.min(metres[to], metres[from] + along);
          changed |= better < metres[from] || other < metres[to];
          metres[from] = better;
          metres[to] = other;
        }
      }
    }
    return metres[node(streets, toX, toY)];
  }

  private static int node(StreetNetwork streets, int x, int y) {
    int lat = (int) Math.round(1e7 * (LAT + y / METRES_PER_DEGREE));
    int lon =
        (int) Math.round(1e7 * (LON + x / (METRES_PER_DEGREE * Math.cos(Math.toRadians(LAT)))));
    for (int node = 0; node < streets.nodes().count(); node++) {
      if (streets.nodes().latsE7()[node] == lat && streets.nodes().lonsE7()[node] == lon) {
        return node;
      }
    }
    throw new AssertionError("No node at " + x + " " + y);
  }

  private static int across(StreetNetwork streets) {
    int count = 0;
    for (int e = 0; e < streets.edges().count(); e++) {
      count += streets.edges().has(e, StreetFlags.ACROSS) ? 1 : 0;
    }
    return count;
  }

  private List<String> codes() {
    List<String> codes = new ArrayList<>();
    notices.listAll().forEach(tally -> codes.add(tally.code()));
    return codes;
  }

  private List<String> args(String code) {
    return notices.listAll().stream()
        .filter(tally -> tally.code().equals(code))
        .flatMap(tally -> tally.examples().getFirst().args().stream())
        .toList();
  }

  /// Streets that end at two opposite corners of a square of 100 m.
  private void twoStreets() {
    line("0 0, 900 0", "highway=residential");
    line("100 100, 900 0", "highway=residential");
  }

  @Test
  void aSquareIsCrossedFromCornerToCorner() throws Exception {
    ring("0 0, 100 0, 100 100, 0 100", "highway=pedestrian", "area=yes", "name=Piazza");
    twoStreets();
    StreetNetwork streets = streets();
    assertThat(metres(streets, 0, 0, 100, 100)).isCloseTo(141.4, within(0.2));
    assertThat(across(streets)).isEqualTo(1);
    assertThat(args("osm_areas_crossed")).containsExactly("1", "1");
    int edge = 0;
    while (!streets.edges().has(edge, StreetFlags.ACROSS)) {
      edge++;
    }
    assertThat(streets.names().get(edge)).isEqualTo("Piazza");
    assertThat(streets.edges().flags()[edge] & StreetFlags.CAR).isZero();
  }

  @Test
  void aClosedPathThatIsNoAreaIsWalkedAround() throws Exception {
    ring("0 0, 100 0, 100 100, 0 100", "highway=pedestrian");
    twoStreets();
    StreetNetwork streets = streets();
    assertThat(metres(streets, 0, 0, 100, 100)).isCloseTo(200, within(0.2));
    assertThat(across(streets)).isZero();
  }

  /// The straight line would leave the area: it is walked round the corner at 50 50.
  @Test
  void anAngleIsWalkedRoundItsInnerCorner() throws Exception {
    ring("0 0, 100 0, 100 40, 100 50, 50 50, 50 100, 40 100, 0 100", "highway=footway", "area=yes");
    line("100 40, 900 0", "highway=residential");
    line("40 100, 900 0", "highway=residential");
    assertThat(metres(streets(), 100, 40, 40, 100)).isCloseTo(2 * Math.hypot(50, 10), within(0.2));
  }

  /// A monument of 20 m stands in the middle; the outline is in two ways that are nothing else.
  @Test
  void aHoleIsWalkedRound() throws Exception {
    long south = line("0 50, 0 0, 100 0, 100 50", "source=survey");
    long north = line("100 50, 100 100, 0 100, 0 50");
    long hole = ring("40 40, 60 40, 60 60, 40 60", "building=yes");
    pbf.relation(
        1,
        List.of("outer:w" + south, "outer:w" + north, "inner:w" + hole),
        "type=multipolygon",
        "highway=pedestrian");
    line("0 50, 900 0", "highway=residential");
    line("100 50, 900 0", "highway=residential");
    StreetNetwork streets = streets();
    assertThat(metres(streets, 0, 50, 100, 50)).isCloseTo(2 * Math.hypot(40, 10) + 20, within(0.2));
  }

  /// A passage through the building in the middle is entered from the square.
  @Test
  void onePassesThroughWhatStandsInTheMiddle() throws Exception {
    long outline = ring("0 0, 100 0, 100 100, 0 100, 0 50");
    long hole = ring("40 40, 60 40, 60 60, 40 60, 40 50");
    pbf.relation(
        1,
        List.of("outer:w" + outline, "inner:w" + hole),
        "type=multipolygon",
        "highway=pedestrian");
    line("0 50, 900 0", "highway=residential");
    line("40 50, 50 50", "highway=footway");
    StreetNetwork streets = streets();
    assertThat(metres(streets, 0, 50, 40, 50)).isCloseTo(40, within(0.2));
    assertThat(metres(streets, 0, 50, 50, 50)).isCloseTo(50, within(0.2));
  }

  /// Four metres across, and more than 200 around.
  @Test
  void aPlatformIsCrossed() throws Exception {
    ring("100 0, 0 0, 0 4, 100 4, 200 4, 200 0", "railway=platform");
    ring("100 24, 0 24, 0 20, 100 20, 200 20, 200 24", "public_transport=platform");
    line("100 4, 100 20", "highway=footway");
    line("100 0, 900 0", "highway=residential");
    line("100 24, 900 0", "highway=residential");
    StreetNetwork streets = streets();
    assertThat(metres(streets, 100, 0, 100, 24)).isCloseTo(24, within(0.2));
  }

  /// From the middle of the long side without an entrance it is 4 m to the one opposite: the side
  /// is split there.
  @Test
  void aLongSideIsMetFromTheEntranceOpposite() throws Exception {
    ring("100 4, 0 4, 0 0, 200 0, 200 4", "railway=platform", "name=Binario");
    line("100 4, 900 0", "highway=footway");
    StreetNetwork streets = streets();
    assertThat(metres(streets, 100, 4, 100, 0)).isCloseTo(4, within(0.1));
    int sides = 0;
    for (int e = 0; e < streets.edges().count(); e++) {
      boolean side = streets.names().get(e).equals("Binario");
      sides += side && !streets.edges().has(e, StreetFlags.ACROSS) ? 1 : 0;
      assertThat(side && streets.edges().decimetres()[e] > 2050).isFalse();
    }
    assertThat(sides).isGreaterThanOrEqualTo(3);
  }

  @Test
  void storeysThatHaveNothingInCommonDoNotJoin() throws Exception {
    ring("0 0, 100 0, 100 100, 0 100", "highway=footway", "area=yes", "level=1-2");
    line("0 0, 900 0", "highway=residential", "level=0");
    line("100 100, 900 0", "highway=steps", "level=0;1");
    assertThat(across(streets())).isZero();
  }

  @Test
  void aStaircaseJoinsTheStoreysItServes() throws Exception {
    ring("0 0, 100 0, 100 100, 0 100", "highway=footway", "area=yes", "level=1-2");
    line("0 0, 900 0", "highway=steps", "level=2;3");
    line("100 100, 900 0", "highway=steps", "level=0;1");
    assertThat(across(streets())).isEqualTo(1);
  }

  @Test
  void whatIsClosedToWalkersIsNotCrossed() throws Exception {
    ring("0 0, 100 0, 100 100, 0 100", "highway=pedestrian", "area=yes", "foot=no");
    twoStreets();
    assertThat(across(streets())).isZero();
    assertThat(codes()).doesNotContain("osm_areas_crossed");
  }

  @Test
  void aPrivateYardIsCrossedOnlyByThoseWhoEndThere() throws Exception {
    ring("0 0, 100 0, 100 100, 0 100", "highway=pedestrian", "area=yes", "access=private");
    twoStreets();
    StreetNetwork streets = streets();
    assertThat(metres(streets, 0, 0, 100, 100)).isGreaterThan(1000);
    assertThat(across(streets)).isEqualTo(1);
  }

  /// Cobbles keep the wheelchair off the square; the footway across it is smooth.
  @Test
  void wheelchairsKeepToWhatTheirTagsAdmit() throws Exception {
    ring("0 0, 100 0, 100 100, 0 100", "highway=pedestrian", "area=yes", "surface=cobblestone");
    twoStreets();
    StreetNetwork streets = streets();
    int chair = StreetFlags.FOOT | StreetFlags.WHEELCHAIR;
    assertThat(metres(streets, 0, 0, 100, 100)).isCloseTo(141.4, within(0.2));
    assertThat(metres(streets, 0, 0, 100, 100, chair)).isGreaterThan(1000);
  }

  /// Stairs across a square do not stand for a way that a wheelchair can take.
  @Test
  void stairsDoNotReplaceTheWayAcross() throws Exception {
    ring("0 0, 100 0, 100 100, 0 100", "highway=pedestrian", "area=yes");
    line("0 0, 100 100", "highway=steps");
    twoStreets();
    int chair = StreetFlags.FOOT | StreetFlags.WHEELCHAIR;
    assertThat(metres(streets(), 0, 0, 100, 100, chair)).isCloseTo(141.4, within(0.2));
  }

  @Test
  void aFootwayThatIsThereAlreadyIsNotDrawnTwice() throws Exception {
    ring("0 0, 100 0, 100 100, 0 100", "highway=pedestrian", "area=yes");
    line("0 0, 100 100", "highway=footway");
    twoStreets();
    assertThat(across(streets())).isZero();
  }

  /// Stairs come up inside the square; the tunnel below it ends under it.
  @Test
  void oneComesUpInsideASquareButNotFromTheTunnelBelow() throws Exception {
    ring("0 0, 100 0, 100 100, 0 100", "highway=pedestrian", "area=yes");
    twoStreets();
    line("50 20, 900 900", "highway=steps", "layer=-1", "tunnel=yes");
    point(50, 20, "railway=subway_entrance");
    line("50 80, 900 900", "highway=footway", "layer=-1", "tunnel=yes");
    line("20 50, 30 50", "highway=footway");
    StreetNetwork streets = streets();
    assertThat(metres(streets, 0, 0, 50, 20)).isCloseTo(Math.hypot(50, 20), within(0.3));
    assertThat(metres(streets, 0, 0, 20, 50)).isCloseTo(Math.hypot(20, 50), within(0.3));
    assertThat(metres(streets, 0, 0, 50, 80)).isGreaterThan(1000);
  }

  /// Teeth of a saw, 700 of them.
  @Test
  void whatHasTooManyCornersIsCounted() throws Exception {
    List<String> teeth = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      teeth.add(i + " " + 100);
      teeth.add(i + " " + 50);
    }
    ring(String.join(", ", teeth) + ", 699 0, 0 0", "highway=pedestrian", "area=yes");
    line("0 0, 900 0", "highway=residential");
    line("699 0, 900 0", "highway=residential");
    assertThat(across(streets())).isZero();
    assertThat(args("osm_areas_large")).containsExactly("1");
  }

  /// One of the two ways of an outline lies outside the extract.
  @Test
  void whatIsCutOpenIsCounted() throws Exception {
    long south = line("0 50, 0 0, 100 0, 100 50");
    pbf.relation(
        1, List.of("outer:w" + south, "outer:w999"), "type=multipolygon", "highway=pedestrian");
    line("0 0, 900 0", "highway=residential");
    line("100 50, 900 0", "highway=residential");
    assertThat(across(streets())).isZero();
    assertThat(codes()).contains("osm_areas_open");
  }
}
