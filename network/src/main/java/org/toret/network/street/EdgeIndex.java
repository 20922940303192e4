package org.toret.network.street;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.IntList;
import org.toret.base.geo.GeoPoint;

/// Finds the edges near a place: a uniform grid of cells, each with the edges that run through it.
/// 4 bytes per cell and about 8 per edge. Built in one pass over the courses. Immutable and
/// thread-safe.
public final class EdgeIndex {

  private static final double CELL_METRES = 100;
  private static final double METRES_PER_E7 = 111_195.0 / 1e7;
  private static final long MOST_CELLS = 8_000_000;

  private final int minLat;
  private final int minLon;
  private final int rows;
  private final int columns;
  private final int cellLat;
  private final int cellLon;
  private final int[] offsets;
  private final int[] members;

  /// Receives an edge that may be near; the same edge can come twice.
  public interface Visitor {
    void edge(int edge);
  }

  private record Extent(int minLat, int minLon, long spanLat, long spanLon) {}

  public EdgeIndex(StreetNetwork streets) {
    Extent extent = extent(streets.nodes());
    minLat = extent.minLat();
    minLon = extent.minLon();
    double cosine = Math.max(0.01, Math.cos(Math.toRadians((minLat + extent.spanLat() / 2) / 1e7)));
    double widthMetres = extent.spanLon() * METRES_PER_E7 * cosine;
    double heightMetres = extent.spanLat() * METRES_PER_E7;
    double cellMetres = Math.max(CELL_METRES, Math.sqrt(widthMetres * heightMetres / MOST_CELLS));
    cellLat = (int) (cellMetres / METRES_PER_E7);
    cellLon = (int) (cellMetres / METRES_PER_E7 / cosine);
    rows = (int) (extent.spanLat() / cellLat) + 1;
    columns = (int) (extent.spanLon() / cellLon) + 1;
    offsets = new int[rows * columns + 1];
    scan(streets, cell -> offsets[cell + 1]++, null);
    for (int i = 0; i < rows * columns; i++) {
      offsets[i + 1] += offsets[i];
    }
    members = new int[offsets[rows * columns]];
    int[] next = Arrays.copyOf(offsets, rows * columns);
    int[] current = new int[1];
    scan(streets, cell -> members[next[cell]++] = current[0], current);
  }

  /// Visits every edge of which a part may lie within a radius, and some beyond.
  public void near(GeoPoint centre, double radiusMetres, Visitor visitor) {
    double cosine = Math.max(0.01, Math.cos(Math.toRadians(centre.lat())));
    long reachLat = (long) (radiusMetres / METRES_PER_E7) + 1;
    long reachLon = (long) (radiusMetres / METRES_PER_E7 / cosine) + 1;
    long lat = centre.latE7() - (long) minLat;
    long lon = centre.lonE7() - (long) minLon;
    int toRow = (int) Math.min(rows - 1L, Math.floorDiv(lat + reachLat, cellLat));
    int toColumn = (int) Math.min(columns - 1L, Math.floorDiv(lon + reachLon, cellLon));
    int fromColumn = (int) Math.max(0, Math.floorDiv(lon - reachLon, cellLon));
    for (int row = (int) Math.max(0, Math.floorDiv(lat - reachLat, cellLat)); row <= toRow; row++) {
      for (int column = fromColumn; column <= toColumn; column++) {
        int cell = row * columns + column;
        for (int i = offsets[cell]; i < offsets[cell + 1]; i++) {
          visitor.edge(members[i]);
        }
      }
    }
  }

  private interface CellVisitor {
    void cell(int cell);
  }

  private void scan(StreetNetwork streets, CellVisitor visitor, int @Nullable [] current) {
    IntList lats = new IntList();
    IntList lons = new IntList();
    int[] last = new int[rows * columns];
    for (int edge = 0; edge < streets.edges().count(); edge++) {
      if (current != null) {
        current[0] = edge;
      }
      streets.course(edge, lats, lons);
      for (int i = 1; i < lats.size(); i++) {
        int r1 = row(Math.min(lats.get(i - 1), lats.get(i)));
        int r2 = row(Math.max(lats.get(i - 1), lats.get(i)));
        int c1 = column(Math.min(lons.get(i - 1), lons.get(i)));
        int c2 = column(Math.max(lons.get(i - 1), lons.get(i)));
        for (int row = r1; row <= r2; row++) {
          for (int column = c1; column <= c2; column++) {
            int cell = row * columns + column;
            if (last[cell] != edge + 1) {
              last[cell] = edge + 1;
              visitor.cell(cell);
            }
          }
        }
      }
    }
  }

  private int row(int latE7) {
    return (int) Math.max(0, Math.min(rows - 1L, ((long) latE7 - minLat) / cellLat));
  }

  private int column(int lonE7) {
    return (int) Math.max(0, Math.min(columns - 1L, ((long) lonE7 - minLon) / cellLon));
  }

  private static Extent extent(StreetNodes nodes) {
    int minLat = Arrays.stream(nodes.latsE7()).min().orElse(0);
    int minLon = Arrays.stream(nodes.lonsE7()).min().orElse(0);
    long spanLat = Arrays.stream(nodes.latsE7()).max().orElse(0) - (long) minLat;
    long spanLon = Arrays.stream(nodes.lonsE7()).max().orElse(0) - (long) minLon;
    return new Extent(minLat, minLon, spanLat, spanLon);
  }
}
