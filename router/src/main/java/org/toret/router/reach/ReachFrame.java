package org.toret.router.reach;

import org.toret.base.geo.BoundingBox;
import org.toret.base.geo.GeoPoint;

/// The part of the ground a grid covers, and how fine it is.
///
/// @param cellMetres distance between neighbouring points of the grid
public record ReachFrame(BoundingBox box, double cellMetres) {

  /// As fine as it gets.
  public static final double FINEST_METRES = 50;

  private static final double MOST_POINTS = 1_500_000;
  private static final double METRES_PER_DEGREE = 111_195;

  /// The finest frame with a margin around a box: 50 m, and coarser where that would be more than
  /// 1.5 million points.
  public static ReachFrame around(BoundingBox box, double marginMetres) {
    double lat = marginMetres / METRES_PER_DEGREE;
    double cosine = Math.max(0.01, Math.cos(Math.toRadians(box.centre().lat())));
    double lon = lat / cosine;
    double south = Math.max(-90, box.south() - lat);
    double north = Math.min(90, box.north() + lat);
    double west = Math.max(-180, box.west() - lon);
    double east = Math.min(180, box.east() + lon);
    double square =
        (north - south) * (east - west) * METRES_PER_DEGREE * METRES_PER_DEGREE * cosine;
    double cell = Math.max(FINEST_METRES, Math.ceil(Math.sqrt(square / MOST_POINTS) / 10) * 10);
    return new ReachFrame(new BoundingBox(south, west, north, east), cell);
  }

  /// The same around a single point.
  public static ReachFrame around(GeoPoint point, double marginMetres) {
    return around(BoundingBox.of(point), marginMetres);
  }
}
