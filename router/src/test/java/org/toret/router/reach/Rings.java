package org.toret.router.reach;

import java.util.ArrayList;
import java.util.List;
import org.toret.base.geo.GeoPoint;

/// Looks at areas with other eyes than those that drew them.
public final class Rings {

  private Rings() {}

  /// Whether a point lies in an area, by counting crossed lines.
  public static boolean contains(ReachArea area, GeoPoint point) {
    boolean inside = false;
    for (List<List<GeoPoint>> polygon : area.polygons()) {
      for (List<GeoPoint> ring : polygon) {
        for (int i = 1; i < ring.size(); i++) {
          GeoPoint a = ring.get(i - 1);
          GeoPoint b = ring.get(i);
          boolean across = a.lat() > point.lat() != b.lat() > point.lat();
          double share = (point.lat() - a.lat()) / (b.lat() - a.lat());
          inside ^= across && point.lon() < a.lon() + share * (b.lon() - a.lon());
        }
      }
    }
    return inside;
  }

  /// What is wrong with the rings by RFC 7946 and by good sense.
  public static List<String> faults(ReachArea area) {
    List<String> faults = new ArrayList<>();
    List<GeoPoint[]> lines = new ArrayList<>();
    for (List<List<GeoPoint>> polygon : area.polygons()) {
      for (int r = 0; r < polygon.size(); r++) {
        List<GeoPoint> ring = polygon.get(r);
        if (ring.size() < 4 || !ring.getFirst().equals(ring.getLast())) {
          faults.add("open ring of " + ring.size());
        }
        if ((turn(ring) > 0) != (r == 0)) {
          faults.add("ring %d turns the wrong way".formatted(r));
        }
        for (int i = 1; i < ring.size(); i++) {
          lines.add(new GeoPoint[] {ring.get(i - 1), ring.get(i)});
        }
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (cross(lines.get(i), lines.get(j))) {
          faults.add("%s crosses %s".formatted(lines.get(i)[0], lines.get(j)[0]));
        }
      }
    }
    return faults;
  }

  private static double turn(List<GeoPoint> ring) {
    double twice = 0;
    for (int i = 1; i < ring.size(); i++) {
      GeoPoint a = ring.get(i - 1);
      GeoPoint b = ring.get(i);
      twice += (b.lon() - a.lon()) * (b.lat() + a.lat() - 2 * ring.getFirst().lat());
    }
    return -twice;
  }

  private static boolean cross(GeoPoint[] a, GeoPoint[] b) {
    return side(a[0], a[1], b[0]) * side(a[0], a[1], b[1]) < 0
        && side(b[0], b[1], a[0]) * side(b[0], b[1], a[1]) < 0;
  }

  private static double side(GeoPoint a, GeoPoint b, GeoPoint c) {
    return Math.signum(
        (b.lon() - a.lon()) * (c.lat() - a.lat()) - (b.lat() - a.lat()) * (c.lon() - a.lon()));
  }
}
