package org.toret.demo.plane;

import java.util.List;
import org.toret.base.geo.GeoPoint;

/// A place on the plane of the city: metres east and north of Piazza Castello.
///
/// The projection is equirectangular at 45.07° north, true to 1 % over the whole demo city. It uses
/// multiplications alone, so the same bytes come out on every machine.
public record Spot(double x, double y) {

  private static final double LAT = 45.0708;
  private static final double LON = 7.6856;
  private static final double METRES_PER_LAT = 111_195.08;
  private static final double METRES_PER_LON = 78_529.4;

  public static Spot of(GeoPoint point) {
    return new Spot((point.lon() - LON) * METRES_PER_LON, (point.lat() - LAT) * METRES_PER_LAT);
  }

  public static List<Spot> of(List<GeoPoint> points) {
    return points.stream().map(Spot::of).toList();
  }

  public double lat() {
    return LAT + y / METRES_PER_LAT;
  }

  public double lon() {
    return LON + x / METRES_PER_LON;
  }

  public GeoPoint point() {
    return new GeoPoint(lat(), lon());
  }

  public double metresTo(Spot other) {
    double dx = other.x - x;
    double dy = other.y - y;
    return Math.sqrt(dx * dx + dy * dy);
  }

  /// The spot a share of the way towards another: 0 is here, 1 is there.
  public Spot towards(Spot other, double share) {
    return new Spot(x + (other.x - x) * share, y + (other.y - y) * share);
  }

  public Spot plus(double dx, double dy) {
    return new Spot(x + dx, y + dy);
  }

  /// Compass bearing towards another spot, degrees in 0..360.
  public double bearingTo(Spot other) {
    double degrees = StrictMath.toDegrees(StrictMath.atan2(other.x - x, other.y - y));
    return degrees < 0 ? degrees + 360 : degrees;
  }
}
