package org.toret.router.traffic;

import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.MapFeatures;
import org.toret.network.street.StreetBuilder;
import org.toret.network.street.StreetClass;
import org.toret.network.street.StreetEdge;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.network.street.StreetSurface;

/// Streets laid out in metres east and north of a corner at 45.0, 7.6.
final class Avenue {

  private static final double METRES_PER_DEGREE = Math.PI / 180 * 6_371_008.8;

  private final StreetBuilder builder = new StreetBuilder(false);

  static GeoPoint at(double east, double north) {
    double lon = 7.6 + east / METRES_PER_DEGREE / Math.cos(Math.toRadians(45));
    return new GeoPoint(45 + north / METRES_PER_DEGREE, lon);
  }

  int node(double east, double north) {
    GeoPoint point = at(east, north);
    nodes.add(point);
    return builder.node(point.latE7(), point.lonE7(), 0);
  }

  private final java.util.List<GeoPoint> nodes = new java.util.ArrayList<>();

  /// A street between two nodes.
  ///
  /// @param kmh speed as published
  /// @param oneWay whether cars go from the first node to the second alone
  void street(int from, int to, String name, StreetClass kind, int kmh, boolean oneWay) {
    street(from, to, name, kind, kmh, oneWay ? StreetFlags.CAR_FORWARD : StreetFlags.CAR);
  }

  /// The same for whom flags say; everybody walks.
  void street(int from, int to, String name, StreetClass kind, int kmh, int flags) {
    double metres = Distance.metres(nodes.get(from), nodes.get(to));
    builder.edge(
        new StreetEdge(
            from,
            to,
            (int) Math.round(10 * metres),
            StreetFlags.FOOT | flags,
            5,
            15,
            15,
            (flags & StreetFlags.CAR_FORWARD) == 0 ? 0 : kmh,
            (flags & StreetFlags.CAR_BACKWARD) == 0 ? 0 : kmh,
            kind,
            StreetSurface.UNKNOWN,
            10,
            0,
            0,
            name,
            "",
            new int[0],
            new int[0]));
  }

  StreetNetwork build() {
    return builder.build(MapFeatures.NONE);
  }

  /// The arc that leads from one place to another.
  static int arc(StreetNetwork streets, GeoPoint from, GeoPoint to) {
    for (int arc = 0; arc < 2 * streets.edges().count(); arc++) {
      if (point(streets, streets.tail(arc)).equals(point(from))
          && point(streets, streets.head(arc)).equals(point(to))) {
        return arc;
      }
    }
    throw new AssertionError("no street from " + from + " to " + to);
  }

  private static GeoPoint point(StreetNetwork streets, int node) {
    return GeoPoint.ofE7(streets.nodes().latsE7()[node], streets.nodes().lonsE7()[node]);
  }

  private static GeoPoint point(GeoPoint exact) {
    return GeoPoint.ofE7(exact.latE7(), exact.lonE7());
  }
}
