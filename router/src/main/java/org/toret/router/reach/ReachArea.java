package org.toret.router.reach;

import java.util.List;
import org.toret.base.geo.GeoPoint;

/// What is reached within a time: areas with holes on the ground.
///
/// @param seconds the time
/// @param squareMetres of all areas, without their holes
/// @param polygons largest first; each is its outer ring, counter-clockwise, then its holes,
///   clockwise; each ring ends with the point it begins with (RFC 7946, 3.1.6)
/// @param cellMetres how fine the grid was; lines are right within an eighth of it
public record ReachArea(
    int seconds, double squareMetres, List<List<List<GeoPoint>>> polygons, double cellMetres) {

  public ReachArea {
    polygons = List.copyOf(polygons);
  }
}
