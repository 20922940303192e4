package org.toret.network.street;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.base.outcome.Outcome;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

final class StreetNetworkTest {

  private static final int LAT = 450_000_000;
  private static final int LON = 76_000_000;
  private static final int CELL = 10_000;

  @TempDir Path folder;

  private static StreetEdge edge(int from, int to, int flags, String name, int... bends) {
    int[] lats = new int[bends.length / 2];
    int[] lons = new int[bends.length / 2];
    for (int i = 0; i < lats.length; i++) {
      lats[i] = bends[2 * i];
      lons[i] = bends[2 * i + 1];
    }
    StreetClass residential = StreetClass.RESIDENTIAL;
    StreetSurface smooth = StreetSurface.SMOOTH;
    return new StreetEdge(
        from,
        to,
        1000,
        flags,
        5,
        18,
        18,
        30,
        200,
        residential,
        smooth,
        10,
        3,
        4,
        name,
        "",
        lats,
        lons);
  }

  /// A chain of nodes, joined by edges open to everybody; returns the first node's number.
  private static int chain(StreetBuilder builder, int count, int latE7) {
    int first = builder.nodeCount();
    for (int i = 0; i < count; i++) {
      builder.node(latE7, LON + i * CELL, 0);
      if (i > 0) {
        builder.edge(edge(first + i - 1, first + i, open(), "Via Roma"));
      }
    }
    return first;
  }

  private static int open() {
    return StreetFlags.FOOT | StreetFlags.BIKE | StreetFlags.CAR | StreetFlags.WHEELCHAIR;
  }

  private static int countLinked(StreetNetwork streets, int link) {
    int count = 0;
    for (int edge = 0; edge < streets.edges().count(); edge++) {
      count += streets.edges().has(edge, link) ? 1 : 0;
    }
    return count;
  }

  @Test
  @Tag("CC-01")
  void comesBackFromTheImageAsItWas() throws Exception {
    StreetBuilder builder = new StreetBuilder(true);
    int a = builder.node(LAT, LON, 2400);
    int b = builder.node(LAT + 5 * CELL, LON - 9 * CELL, 2385);
    int bend = LAT + CELL;
    int first = builder.edge(edge(a, b, open(), "Via Po", bend, LON - 1, bend - 77, LON - 70_000));
    int second = builder.edge(edge(b, a, StreetFlags.FOOT, "Corso Dante, già Corso Regio"));
    builder.forbidTurn(first, b, second);
    MapFeatures features =
        new MapFeatures.Builder()
            .feature(MapFeatures.Kind.WATERWAY, "Po")
            .ring(new int[] {LAT, LAT + 1}, new int[] {LON, LON + 1})
            .feature(MapFeatures.Kind.CITY, "Torino")
            .ring(new int[] {LAT}, new int[] {LON})
            .done();
    StreetOrder order = new StreetOrder(new int[] {1, 0}, new int[] {0});
    StreetNetwork streets = builder.build(features).with(order);
    ImageWriter writer = new ImageWriter();
    streets.write(writer);
    Path file = folder.resolve("city");
    writer.write(file);
    assertThat(ImageFile.open(file)).isInstanceOf(Outcome.Done.class);
    if (ImageFile.open(file) instanceof Outcome.Done<ImageFile>(ImageFile image)) {
      StreetNetwork read = StreetNetwork.read(image);
      assertThat(read).usingRecursiveComparison().isEqualTo(streets);
      assertThat(read.forbiddenTurns().values()).hasSize(1);
      assertThat(read.features().kind(1)).isEqualTo(MapFeatures.Kind.CITY);
      assertThat(read.edges().carBackwardKmh()[0] & 0xff).isEqualTo(200);
    }
  }

  @Test
  void keepsTheBendsExactly() {
    Random random = new Random(5);
    StreetBuilder builder = new StreetBuilder(false);
    int a = builder.node(LAT, LON, 0);
    int b = builder.node(LAT + CELL, LON, 0);
    int[] bends = random.ints(40, -1_700_000_000, 1_700_000_000).toArray();
    for (int i = 0; i < bends.length; i += 2) {
      bends[i] = LAT + bends[i] / 1000;
    }
    builder.edge(edge(a, b, open(), "", bends));
    StreetNetwork streets = builder.build(MapFeatures.NONE);
    var line = streets.line(0);
    assertThat(line).hasSize(22);
    for (int i = 0; i < 20; i++) {
      assertThat(line.get(i + 1).latE7()).isEqualTo(bends[2 * i]);
      assertThat(line.get(i + 1).lonE7()).isEqualTo(bends[2 * i + 1]);
    }
  }

  @Test
  void oppositeArcsSwapTheirEnds() {
    StreetBuilder builder = new StreetBuilder(false);
    chain(builder, 5, LAT);
    StreetNetwork streets = builder.build(MapFeatures.NONE);
    for (int node = 0; node < streets.nodes().count(); node++) {
      for (int arc : streets.arcs().row(node)) {
        assertThat(streets.tail(arc)).isEqualTo(node);
        assertThat(streets.head(arc ^ 1)).isEqualTo(node);
      }
    }
  }

  @Test
  void tinyIslandsCaptureNobody() {
    StreetBuilder builder = new StreetBuilder(false);
    chain(builder, 40, LAT);
    chain(builder, 20, LAT + 10 * CELL);
    chain(builder, 19, LAT + 20 * CELL);
    StreetNetwork streets = builder.build(MapFeatures.NONE);
    assertThat(countLinked(streets, StreetFlags.FOOT_LINK)).isEqualTo(39 + 19);
    assertThat(countLinked(streets, StreetFlags.CAR_LINK)).isEqualTo(39 + 19);
  }

  @Test
  void aOneWayStreetOutOfTheCityIsAnIslandForCarsOnly() {
    StreetBuilder builder = new StreetBuilder(false);
    int main = chain(builder, 30, LAT);
    int tail = builder.node(LAT + CELL, LON, 0);
    int oneWay = StreetFlags.FOOT | StreetFlags.CAR_FORWARD | StreetFlags.BIKE;
    builder.edge(edge(main, tail, oneWay, "Via senza ritorno"));
    StreetNetwork streets = builder.build(MapFeatures.NONE);
    assertThat(countLinked(streets, StreetFlags.CAR_LINK)).isEqualTo(29);
    assertThat(countLinked(streets, StreetFlags.FOOT_LINK)).isEqualTo(30);
    assertThat(countLinked(streets, StreetFlags.BIKE_LINK)).isEqualTo(30);
    assertThat(countLinked(streets, StreetFlags.WHEELCHAIR_LINK)).isEqualTo(29);
  }

  @Test
  void findsEveryEdgeNearAPlace() {
    Random random = new Random(9);
    StreetBuilder builder = new StreetBuilder(false);
    for (int i = 0; i < 300; i++) {
      builder.node(LAT + random.nextInt(400_000), LON + random.nextInt(500_000), 0);
    }
    for (int i = 0; i < 400; i++) {
      builder.edge(edge(random.nextInt(300), random.nextInt(300), open(), ""));
    }
    StreetNetwork streets = builder.build(MapFeatures.NONE);
    EdgeIndex index = new EdgeIndex(streets);
    for (int i = 0; i < 50; i++) {
      GeoPoint place =
          GeoPoint.ofE7(LAT + random.nextInt(420_000), LON + random.nextInt(520_000) - 10_000);
      TreeSet<Integer> found = new TreeSet<>();
      index.near(place, 400, found::add);
      for (int edge = 0; edge < streets.edges().count(); edge++) {
        if (sampledMetres(streets, edge, place) < 399) {
          assertThat(found).contains(edge);
        }
      }
    }
  }

  /// The distance to a straight edge, by trying a thousand points of it.
  private static double sampledMetres(StreetNetwork streets, int edge, GeoPoint place) {
    GeoPoint a = streets.nodes().point(streets.edges().from()[edge]);
    GeoPoint b = streets.nodes().point(streets.edges().to()[edge]);
    double best = Double.MAX_VALUE;
    for (int i = 0; i <= 1000; i++) {
      double lat = a.lat() + (b.lat() - a.lat()) * i / 1000;
      double lon = a.lon() + (b.lon() - a.lon()) * i / 1000;
      best = Math.min(best, Distance.metres(place.lat(), place.lon(), lat, lon));
    }
    return best;
  }
}
