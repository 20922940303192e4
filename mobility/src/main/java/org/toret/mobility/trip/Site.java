package org.toret.mobility.trip;

import org.toret.base.geo.GeoPoint;

/// A waypoint found in the city.
///
/// @param stop stop or station index, -1 for a plain point
record Site(GeoPoint point, String name, int stop) {

  boolean isSame(Site other) {
    return stop == other.stop && point.equals(other.point);
  }
}
