package org.toret.base.geo;

/// A box of WGS84 degrees; it never crosses the antimeridian.
public record BoundingBox(double south, double west, double north, double east) {

  public boolean contains(GeoPoint point) {
    return point.lat() >= south
        && point.lat() <= north
        && point.lon() >= west
        && point.lon() <= east;
  }

  public GeoPoint centre() {
    return new GeoPoint((south + north) / 2, (west + east) / 2);
  }

  /// The smallest box that also holds the point.
  public BoundingBox including(GeoPoint point) {
    return new BoundingBox(
        Math.min(south, point.lat()),
        Math.min(west, point.lon()),
        Math.max(north, point.lat()),
        Math.max(east, point.lon()));
  }

  public static BoundingBox of(GeoPoint point) {
    return new BoundingBox(point.lat(), point.lon(), point.lat(), point.lon());
  }
}
