package org.toret.router.walk;

import org.toret.base.geo.GeoPoint;

/// Where the stops are, as plain columns by stop number.
///
/// @param latsE7 latitude of each stop, 1e-7 degree
/// @param lonsE7 longitude of each stop, 1e-7 degree
/// @param linkable whether the stop lies at the street; false for platforms reached through their
///   station's pathways, and for what is not a stop (stations, entrances): a row that is neither
///   linkable nor a node of the pathways is never walked to
/// @param pathways ways inside stations
public record StopSites(int[] latsE7, int[] lonsE7, boolean[] linkable, StationPathways pathways) {

  /// Stops that all lie at the street.
  public static StopSites of(int[] latsE7, int[] lonsE7) {
    boolean[] linkable = new boolean[latsE7.length];
    java.util.Arrays.fill(linkable, true);
    return new StopSites(latsE7, lonsE7, linkable, StationPathways.NONE);
  }

  public int count() {
    return latsE7.length;
  }

  public GeoPoint point(int stop) {
    return GeoPoint.ofE7(latsE7[stop], lonsE7[stop]);
  }
}
