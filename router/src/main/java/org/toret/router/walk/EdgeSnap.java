package org.toret.router.walk;

import org.toret.base.geo.GeoPoint;

/// Where a place meets the street.
///
/// @param edge the street edge
/// @param alongDecimetres how far from the edge's first node
/// @param offDecimetres how far the place is from there
/// @param point the place on the street
public record EdgeSnap(int edge, int alongDecimetres, int offDecimetres, GeoPoint point) {

  /// How far along an arc of its course the place lies, in decimetres.
  ///
  /// @param whole length of the arc
  public int along(int arc, int whole) {
    return (arc & 1) == 0 ? alongDecimetres : whole - alongDecimetres;
  }
}
