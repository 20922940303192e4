package org.toret.feeds.osm.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is walked across made-up areas, against a slow way of finding it: who sees whom by looking
/// at hundreds of points of the line with the platform's own shapes, and all pairs of all corners.
@Tag("ST-09")
final class CrossingsTest {

  private static final int SEEDS = 60;

  /// A star of random rays round a middle: never crosses itself.
  private static int[][] star(Random random, int corners, int least, int most) {
    int[][] ring = new int[2][corners];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double ray = least + random.nextDouble() * (most - least);
      ring[0][i] = 450_000_000 + (int) (ray * Math.sin(angle));
      ring[1][i] = 76_000_000 + (int) (ray * Math.cos(angle));
    }
    return ring;
  }

  private static Path2D shape(List<int[][]> rings) {
    Path2D shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (int[][] ring : rings) {
      shape.moveTo(ring[1][0], ring[0][0]);
      for (int i = 1; i < ring[0].length; i++) {
        shape.lineTo(ring[1][i], ring[0][i]);
      }
      shape.closePath();
    }
    return shape;
  }

  /// Metres between all corners of all rings, the slow way.
  private static double[][] slow(Ground ground, Path2D shape) {
    int n = ground.corners();
    double[][] metres = new double[n][n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        boolean sees = a == b || sees(ground, shape, a, b);
        metres[a][b] = sees ? metres(ground, a, b) : Double.POSITIVE_INFINITY;
      }
    }
    for (int via = 0; via < n; via++) {
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++) {
          metres[a][b] = Math.min(metres[a][b], metres[a][via] + metres[via][b]);
        }
      }
    }
    return metres;
  }

  private static double metres(Ground ground, int a, int b) {
    return ground.metres(
        ground.cornerLat(a), ground.cornerLon(a), ground.cornerLat(b), ground.cornerLon(b));
  }

  /// Neighbours on a ring see each other along it; between others, points of the line must lie in
  /// the shape.
  private static boolean sees(Ground ground, Path2D shape, int a, int b) {
    if (ground.areNeighbours(a, b)) {
      return true;
    }
    for (int i = 1; i < 1000; i++) {
      double share = i / 1000.0;
      double lat = ground.cornerLat(a) * (1 - share) + ground.cornerLat(b) * share;
      double lon = ground.cornerLon(a) * (1 - share) + ground.cornerLon(b) * share;
      if (!shape.contains(lon, lat)) {
        return false;
      }
    }
    return true;
  }

  @Test
  void everyEntranceIsReachedFromEveryOtherAsShortAsInTheOpen() {
    int lines = 0;
    int pairs = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      List<int[][]> rings = List.of(star(random, 14, 4_000, 12_000), star(random, 7, 800, 3_000));
      Ground ground = Ground.of(rings);
      int[] corners = random.ints(0, 14).distinct().limit(6).sorted().toArray();
      int[] lats = Arrays.stream(corners).map(ground::cornerLat).toArray();
      int[] lons = Arrays.stream(corners).map(ground::cornerLon).toArray();
      List<Crossings.Line> found = new Crossings(ground, lats, lons).lines(List.of());
      double[][] walked = walked(6, found);
      double[][] truth = slow(ground, shape(rings));
      for (int a = 0; a < 6; a++) {
        for (int b = 0; b < a; b++) {
          double shortest = truth[corners[a]][corners[b]];
          assertThat(walked[a][b])
              .as("seed %d, %d to %d", seed, a, b)
              .isBetween(shortest - 0.01, Math.max(shortest * 1.02, shortest + 1) + 0.01);
        }
      }
      lines += found.size();
      pairs += 15;
    }
    assertThat(lines).isLessThan(pairs);
  }

  private static double[][] walked(int n, List<Crossings.Line> lines) {
    double[][] walked = new double[n][n];
    for (int i = 0; i < n; i++) {
      Arrays.fill(walked[i], Double.POSITIVE_INFINITY);
      walked[i][i] = 0;
    }
    for (Crossings.Line line : lines) {
      walked[line.from()][line.to()] = line.metres();
      walked[line.to()][line.from()] = line.metres();
    }
    for (int via = 0; via < n; via++) {
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++) {
          walked[a][b] = Math.min(walked[a][b], walked[a][via] + walked[via][b]);
        }
      }
    }
    return walked;
  }

  /// Two hundred entrances round a circle: as short as a line for each two, with far fewer lines.
  @Test
  void theLinesGrowWithTheEntrancesAndNotWithTheirPairs() {
    int[][] ring = star(new Random(1), 200, 9_000, 9_000);
    Ground ground = Ground.of(List.<int[][]>of(ring));
    List<Crossings.Line> found = new Crossings(ground, ring[0], ring[1]).lines(List.of());
    double[][] walked = walked(200, found);
    for (int a = 0; a < 200; a++) {
      for (int b = 0; b < a; b++) {
        double straight = ground.metres(ring[0][a], ring[1][a], ring[0][b], ring[1][b]);
        assertThat(walked[a][b]).isLessThan(Math.max(straight * 1.02, straight + 1) + 0.01);
      }
    }
    assertThat(found.size()).isLessThan(200 * 199 / 2 / 4);
  }

  @Test
  void planesTellStoreys() {
    Plane ground = Plane.of(key -> null);
    Plane first = Plane.of(key -> "level".equals(key) ? "1" : null);
    Plane stairs = Plane.of(key -> "level".equals(key) ? "-1-1" : null);
    Plane below = Plane.of(key -> "layer".equals(key) ? "-1" : null);
    assertThat(ground).isEqualTo(Plane.GROUND);
    assertThat(first.joins(stairs)).isTrue();
    assertThat(first.joins(Plane.of(key -> "level".equals(key) ? "0;2" : null))).isFalse();
    assertThat(ground.isSameGround(below)).isFalse();
    assertThat(stairs.isAtStreet()).isTrue();
    assertThat(below.isAtStreet()).isFalse();
  }
}
