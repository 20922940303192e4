package org.toret.router.path;

import java.util.ArrayList;
import java.util.List;
import org.toret.base.columns.IntList;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetNetwork;

/// Cuts parts out of the courses of edges. Not for inner loops.
final class CourseLine {

  private final StreetNetwork streets;

  CourseLine(StreetNetwork streets) {
    this.streets = streets;
  }

  /// The points of a part of an arc, both ends included, in the arc's direction. Positions are in
  /// decimetres from the arc's start.
  List<GeoPoint> part(int arc, int from, int to) {
    List<GeoPoint> line = streets.line(arc >> 1);
    if ((arc & 1) == 1) {
      line = line.reversed();
    }
    double[] at = positions(line, streets.edges().decimetres()[arc >> 1]);
    List<GeoPoint> part = new ArrayList<>();
    part.add(pointAt(line, at, from));
    for (int i = 1; i < at.length - 1; i++) {
      if (at[i] > from && at[i] < to) {
        part.add(line.get(i));
      }
    }
    part.add(pointAt(line, at, to));
    return part;
  }

  /// The point of an edge that lies so far from its first node.
  GeoPoint point(int edge, int alongDecimetres) {
    List<GeoPoint> line = streets.line(edge);
    return pointAt(line, positions(line, streets.edges().decimetres()[edge]), alongDecimetres);
  }

  /// The direction from one point to another in degrees clockwise from north.
  static double bearing(GeoPoint a, GeoPoint b) {
    double y = b.lat() - a.lat();
    double x = (b.lon() - a.lon()) * Math.cos(Math.toRadians(a.lat()));
    return (Math.toDegrees(Math.atan2(x, y)) + 360) % 360;
  }

  /// How far from the start each point lies, scaled so that the last lies at the stored length.
  private static double[] positions(List<GeoPoint> line, int length) {
    double[] at = new double[line.size()];
    for (int i = 1; i < at.length; i++) {
      at[i] = at[i - 1] + Distance.metres(line.get(i - 1), line.get(i));
    }
    double total = at[at.length - 1];
    for (int i = 1; i < at.length && total > 0; i++) {
      at[i] *= length / total;
    }
    return at;
  }

  private static GeoPoint pointAt(List<GeoPoint> line, double[] at, double wanted) {
    int i = 1;
    while (i < at.length - 1 && at[i] < wanted) {
      i++;
    }
    double span = at[i] - at[i - 1];
    double share = span <= 0 ? 0 : Math.max(0, Math.min(1, (wanted - at[i - 1]) / span));
    GeoPoint a = line.get(i - 1);
    GeoPoint b = line.get(i);
    return new GeoPoint(
        a.lat() + share * (b.lat() - a.lat()), a.lon() + share * (b.lon() - a.lon()));
  }

  /// Collects points without repeating the last one.
  static final class Track {

    private final IntList lats = new IntList();
    private final IntList lons = new IntList();
    private final List<GeoPoint> points = new ArrayList<>();

    void add(GeoPoint point) {
      int lat = point.latE7();
      int lon = point.lonE7();
      int last = lats.size() - 1;
      if (last < 0 || lats.get(last) != lat || lons.get(last) != lon) {
        lats.add(lat);
        lons.add(lon);
        points.add(point);
      }
    }

    List<GeoPoint> points() {
      return points;
    }
  }
}
