package org.toret.network.street;

import org.toret.base.geo.GeoPoint;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// The junctions and ends of streets, in the order of a space-filling curve, so that neighbours on
/// the ground are neighbours in memory. 8 bytes per node, 12 with elevation.
///
/// @param latsE7 latitude, 1e-7 degree
/// @param lonsE7 longitude, 1e-7 degree
/// @param elevationsDecimetres height above sea level, [#NO_ELEVATION] where unknown; empty when
///   the city has no elevation
public record StreetNodes(int[] latsE7, int[] lonsE7, int[] elevationsDecimetres) {

  /// A height nobody knows.
  public static final int NO_ELEVATION = Integer.MIN_VALUE;

  public int count() {
    return latsE7.length;
  }

  public boolean hasElevation() {
    return elevationsDecimetres.length > 0;
  }

  public GeoPoint point(int node) {
    return GeoPoint.ofE7(latsE7[node], lonsE7[node]);
  }

  void write(ImageWriter out) {
    out.ints("street.node.lat", latsE7)
        .ints("street.node.lon", lonsE7)
        .ints("street.node.elevation", elevationsDecimetres);
  }

  static StreetNodes read(ImageFile in) {
    return new StreetNodes(
        in.ints("street.node.lat"), in.ints("street.node.lon"), in.ints("street.node.elevation"));
  }
}
