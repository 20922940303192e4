package org.toret.base.geo;

import java.util.function.IntConsumer;
import org.toret.base.columns.Csr;

/// Finds points near a place: a uniform grid over fixed-point coordinates. 8 bytes per cell and
/// point. Immutable and thread-safe.
public final class PointIndex {

  private final int[] latsE7;
  private final int[] lonsE7;
  private final int cellE7;
  private final int minLat;
  private final int minLon;
  private final int rows;
  private final int columns;
  private final Csr cells;

  /// Indexes points; `cellMetres` is about the radius most often asked for.
  public PointIndex(int[] latsE7, int[] lonsE7, double cellMetres) {
    this.latsE7 = latsE7;
    this.lonsE7 = lonsE7;
    minLat = min(latsE7);
    minLon = min(lonsE7);
    long spanLat = (long) max(latsE7) - minLat;
    long spanLon = (long) max(lonsE7) - minLon;
    long wanted = Math.round(cellMetres / 111_195.0 * GeoPoint.E7);
    long smallest = (long) Math.ceil(Math.sqrt((spanLat + 1.0) * (spanLon + 1.0) / 4_000_000.0));
    cellE7 = (int) Math.max(1, Math.max(wanted, smallest));
    rows = (int) (spanLat / cellE7) + 1;
    columns = (int) (spanLon / cellE7) + 1;
    int[] keys = new int[latsE7.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = row(latsE7[i]) * columns + column(lonsE7[i]);
    }
    cells = Csr.index(rows * columns, keys);
  }

  /// Calls `found` for every point within a radius, in no particular order.
  public void within(GeoPoint centre, double radiusMetres, IntConsumer found) {
    int latE7 = centre.latE7();
    int lonE7 = centre.lonE7();
    long dLat = (long) (radiusMetres / 111_195.0 * GeoPoint.E7) + 1;
    long dLon = (long) (dLat / Math.max(0.01, Math.cos(Math.toRadians(centre.lat())))) + 1;
    int fromRow = clamp((latE7 - dLat - minLat) / cellE7, rows);
    int toRow = clamp((latE7 + dLat - minLat) / cellE7, rows);
    int fromColumn = clamp((lonE7 - dLon - minLon) / cellE7, columns);
    int toColumn = clamp((lonE7 + dLon - minLon) / cellE7, columns);
    for (int row = fromRow; row <= toRow; row++) {
      int first = cells.start(row * columns + fromColumn);
      int end = cells.end(row * columns + toColumn);
      for (int i = first; i < end; i++) {
        int point = cells.values()[i];
        if (Distance.metresE7(latE7, lonE7, latsE7[point], lonsE7[point]) <= radiusMetres) {
          found.accept(point);
        }
      }
    }
  }

  /// The nearest point within a radius, or -1.
  public int findNearest(GeoPoint centre, double radiusMetres) {
    int[] best = {-1};
    double[] bestMetres = {Double.MAX_VALUE};
    within(
        centre,
        radiusMetres,
        point -> {
          double metres =
              Distance.metresE7(centre.latE7(), centre.lonE7(), latsE7[point], lonsE7[point]);
          if (metres < bestMetres[0]) {
            bestMetres[0] = metres;
            best[0] = point;
          }
        });
    return best[0];
  }

  private int row(int latE7) {
    return (int) (((long) latE7 - minLat) / cellE7);
  }

  private int column(int lonE7) {
    return (int) (((long) lonE7 - minLon) / cellE7);
  }

  private static int clamp(long cell, int count) {
    return (int) Math.max(0, Math.min(count - 1L, cell));
  }

  private static int min(int[] values) {
    return java.util.Arrays.stream(values).min().orElse(0);
  }

  private static int max(int[] values) {
    return java.util.Arrays.stream(values).max().orElse(0);
  }
}
