package org.toret.router.path;

import org.toret.base.geo.GeoPoint;

/// Where a path starts or ends.
public sealed interface Endpoint {

  /// Any place.
  record Place(GeoPoint point) implements Endpoint {}

  /// A stop, by its number in [StopSites].
  record Stop(int stop) implements Endpoint {}

  static Endpoint of(GeoPoint point) {
    return new Place(point);
  }

  static Endpoint ofStop(int stop) {
    return new Stop(stop);
  }
}
