package org.toret.base.geo;

import java.util.Optional;

/// A place on the earth in WGS84 degrees.
public record GeoPoint(double lat, double lon) {

  /// Fixed-point scale of coordinates in the compiled city: 1e-7 degree, about 1 cm.
  public static final double E7 = 1e7;

  public GeoPoint {
    if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) {
      throw new IllegalArgumentException("Not a WGS84 coordinate: " + lat + "," + lon);
    }
  }

  /// A place as somebody published it; empty where it is none: not a number, out of range, or 0,0,
  /// which is how some write that they do not know it.
  public static Optional<GeoPoint> published(double lat, double lon) {
    boolean real = Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat != 0 || lon != 0);
    return real ? Optional.of(new GeoPoint(lat, lon)) : Optional.empty();
  }

  public static GeoPoint ofE7(int latE7, int lonE7) {
    return new GeoPoint(latE7 / E7, lonE7 / E7);
  }

  public int latE7() {
    return (int) Math.round(lat * E7);
  }

  public int lonE7() {
    return (int) Math.round(lon * E7);
  }
}
