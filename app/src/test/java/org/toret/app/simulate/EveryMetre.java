package org.toret.app.simulate;

import java.util.List;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;

/// Distances found slowly and obviously rightly.
public final class EveryMetre {

  private EveryMetre() {}

  /// The least distance from a line, by a look at every metre of it.
  public static double apart(List<GeoPoint> line, GeoPoint point) {
    double least = Double.MAX_VALUE;
    for (int i = 1; i < line.size(); i++) {
      GeoPoint a = line.get(i - 1);
      GeoPoint b = line.get(i);
      int steps = (int) Math.ceil(Distance.metres(a, b)) + 1;
      for (int step = 0; step <= steps; step++) {
        double share = (double) step / steps;
        double lat = a.lat() + share * (b.lat() - a.lat());
        double lon = a.lon() + share * (b.lon() - a.lon());
        least = Math.min(least, Distance.metres(lat, lon, point.lat(), point.lon()));
      }
    }
    return least;
  }
}
