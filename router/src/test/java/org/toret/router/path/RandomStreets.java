package org.toret.router.path;

import java.util.Random;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.MapFeatures;
import org.toret.network.street.StreetBuilder;
import org.toret.network.street.StreetClass;
import org.toret.network.street.StreetEdge;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.network.street.StreetSurface;

/// A seeded random city: a crooked grid with missing streets, one-way streets, stairs, private
/// streets, speeds, and forbidden turns.
public final class RandomStreets {

  private final Random random;
  private final int side;
  private final boolean copies;
  private final StreetBuilder builder = new StreetBuilder(true);

  private RandomStreets(long seed, int side, boolean copies) {
    this.random = new Random(seed);
    this.side = side;
    this.copies = copies;
  }

  public static StreetNetwork of(long seed, int side) {
    return new RandomStreets(seed, side, false).build();
  }

  /// The same kind of city with some edges twice, as imports write them that need more than
  /// forbidden turns.
  public static StreetNetwork withCopies(long seed, int side) {
    return new RandomStreets(seed, side, true).build();
  }

  public static GeoPoint place(Random random, int side) {
    double lat = 45 + (random.nextDouble() * (side + 2) - 1.5) * 0.001;
    double lon = 7.6 + (random.nextDouble() * (side + 2) - 1.5) * 0.0014;
    return new GeoPoint(lat, lon);
  }

  private StreetNetwork build() {
    int[] lats = new int[side * side];
    int[] lons = new int[side * side];
    for (int i = 0; i < lats.length; i++) {
      lats[i] = 450_000_000 + (i / side) * 10_000 + random.nextInt(6000) - 3000;
      lons[i] = 76_000_000 + (i % side) * 14_000 + random.nextInt(8000) - 4000;
      builder.node(lats[i], lons[i], random.nextInt(100));
    }
    for (int i = 0; i < lats.length; i++) {
      if (i % side < side - 1 && random.nextInt(10) > 0) {
        edge(lats, lons, i, i + 1);
      }
      if (i / side < side - 1 && random.nextInt(10) > 0) {
        edge(lats, lons, i, i + side);
      }
    }
    for (int i = 0; i < 2 * lats.length; i++) {
      int from = random.nextInt(builder.edgeCount());
      int to = random.nextInt(builder.edgeCount());
      builder.forbidTurn(from, random.nextInt(lats.length), to);
    }
    forbidRealTurns(lats.length);
    return builder.build(MapFeatures.NONE);
  }

  /// Most random triples do not meet; these do.
  private void forbidRealTurns(int nodes) {
    for (int i = 0; i < nodes; i++) {
      for (int a = 0; a < builder.edgeCount(); a++) {
        int b = Math.min(builder.edgeCount() - 1, a + 1 + random.nextInt(2 * side));
        if (random.nextInt(4 * side) == 0) {
          builder.forbidTurn(a, i, b);
        }
      }
    }
  }

  private void edge(int[] lats, int[] lons, int a, int b) {
    int flags = random.nextInt(8) == 0 ? 0 : StreetFlags.FOOT;
    flags |= random.nextInt(8) == 0 ? StreetFlags.STEPS : StreetFlags.WHEELCHAIR;
    flags |= random.nextInt(12) == 0 ? StreetFlags.CAR_DESTINATION : 0;
    int oneWay = random.nextInt(4);
    flags |= oneWay == 1 ? 0 : StreetFlags.CAR_FORWARD | StreetFlags.BIKE_FORWARD;
    flags |= oneWay == 2 ? 0 : StreetFlags.CAR_BACKWARD | StreetFlags.BIKE_BACKWARD;
    double metres = Distance.metresE7(lats[a], lons[a], lats[b], lons[b]);
    StreetEdge edge =
        new StreetEdge(
            a,
            b,
            (int) Math.round(10 * metres * (1 + random.nextDouble() * 0.3)),
            flags,
            (flags & StreetFlags.STEPS) != 0 ? 3 : 5,
            12 + random.nextInt(10),
            12 + random.nextInt(10),
            20 + random.nextInt(50),
            20 + random.nextInt(50),
            StreetClass.RESIDENTIAL,
            StreetSurface.UNKNOWN,
            5 + random.nextInt(10),
            random.nextInt(60),
            random.nextInt(60),
            "Via " + (a % 7),
            "",
            new int[] {(lats[a] + lats[b]) / 2 + 300},
            new int[] {(lons[a] + lons[b]) / 2});
    builder.edge(edge);
    if (copies && random.nextInt(6) == 0) {
      builder.edge(copy(edge));
    }
  }

  private static StreetEdge copy(StreetEdge edge) {
    return new StreetEdge(
        edge.from(),
        edge.to(),
        edge.decimetres(),
        edge.flags() | StreetFlags.COPY,
        edge.footKmh(),
        edge.bikeForwardKmh(),
        edge.bikeBackwardKmh(),
        edge.carForwardKmh(),
        edge.carBackwardKmh(),
        edge.streetClass(),
        edge.surface(),
        edge.comfort(),
        edge.ascentDecimetres(),
        edge.descentDecimetres(),
        edge.name(),
        edge.access(),
        edge.latsE7(),
        edge.lonsE7());
  }
}
