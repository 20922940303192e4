package org.toret.app.search;

import java.util.Optional;
import org.toret.base.columns.IntList;
import org.toret.base.geo.GeoPoint;
import org.toret.base.geo.PointIndex;
import org.toret.network.street.StreetNetwork;

/// Tells in which street a point of the map lies, or by which. 12 bytes per named stretch of
/// street. Immutable and thread-safe.
///
/// Stretches are looked up by their middle, so one that is longer than [#SEEN_METRES] and only
/// touches the point with its end may be overlooked; in a city few are.
public final class StreetNames {

  /// A street farther away than this gives no name to a point.
  public static final double NEAR_METRES = 120;

  private static final double SEEN_METRES = 350;
  private static final double METRES_PER_E7 = 111_195 / 1e7;

  private final StreetNetwork streets;
  private final int[] edges;
  private final PointIndex middles;

  public StreetNames(StreetNetwork streets) {
    this.streets = streets;
    IntList named = new IntList();
    IntList lats = new IntList();
    IntList lons = new IntList();
    for (int edge = 0; edge < streets.edges().count(); edge++) {
      if (!streets.names().get(edge).isEmpty()) {
        int from = streets.edges().from()[edge];
        int to = streets.edges().to()[edge];
        named.add(edge);
        lats.add(middle(streets.nodes().latsE7()[from], streets.nodes().latsE7()[to]));
        lons.add(middle(streets.nodes().lonsE7()[from], streets.nodes().lonsE7()[to]));
      }
    }
    edges = named.toArray();
    middles = new PointIndex(lats.toArray(), lons.toArray(), SEEN_METRES);
  }

  /// The name of the nearest named street, empty where there is none near.
  public Optional<String> near(GeoPoint point) {
    if (edges.length == 0) {
      return Optional.empty();
    }
    var search = new Search(point);
    middles.within(point, SEEN_METRES, search::look);
    return search.bestMetres <= NEAR_METRES
        ? Optional.of(streets.names().get(search.best))
        : Optional.empty();
  }

  private static int middle(int a, int b) {
    return (int) (((long) a + b) / 2);
  }

  /// One look around a point.
  private final class Search {

    private final IntList lats = new IntList();
    private final IntList lons = new IntList();
    private final int latE7;
    private final int lonE7;
    private final double narrowing;
    private int best = -1;
    private double bestMetres = Double.MAX_VALUE;

    Search(GeoPoint point) {
      latE7 = point.latE7();
      lonE7 = point.lonE7();
      narrowing = Math.cos(Math.toRadians(point.lat()));
    }

    void look(int middle) {
      streets.course(edges[middle], lats, lons);
      for (int i = 0; i + 1 < lats.size(); i++) {
        double metres = metresTo(i);
        if (metres < bestMetres) {
          bestMetres = metres;
          best = edges[middle];
        }
      }
    }

    /// Distance to the piece from bend `i` to the next, on a plane around the point.
    private double metresTo(int i) {
      double x = x(lons.get(i));
      double y = y(lats.get(i));
      double dx = x(lons.get(i + 1)) - x;
      double dy = y(lats.get(i + 1)) - y;
      double length = dx * dx + dy * dy;
      double along = length == 0 ? 0 : Math.clamp(-(x * dx + y * dy) / length, 0, 1);
      return Math.hypot(x + along * dx, y + along * dy);
    }

    private double x(int lon) {
      return ((double) lon - lonE7) * METRES_PER_E7 * narrowing;
    }

    private double y(int lat) {
      return ((double) lat - latE7) * METRES_PER_E7;
    }
  }
}
