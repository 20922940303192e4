package org.toret.router.walk;

import java.util.Collection;
import org.toret.base.columns.IntList;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.MapFeatures;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;

/// Says whether the straight way from a place to a street crosses another street or water. Railways
/// and walls are not known here.
public final class OpenGround {

  /// The way is tested up to just before its end, which lies on a street.
  private static final double SHARE_TESTED = 0.99;

  private final StreetNetwork streets;

  public OpenGround(StreetNetwork streets) {
    this.streets = streets;
  }

  /// @param edges streets near the place
  public boolean isOpen(GeoPoint from, GeoPoint to, Collection<Integer> edges) {
    Way way = new Way(from, to);
    IntList lats = new IntList();
    IntList lons = new IntList();
    for (int edge : edges) {
      int flags = streets.edges().flags()[edge];
      if ((flags & (StreetFlags.COPY | StreetFlags.TUNNEL)) == 0) {
        streets.course(edge, lats, lons);
        for (int i = 1; i < lats.size(); i++) {
          if (way.crosses(lats.get(i - 1), lons.get(i - 1), lats.get(i), lons.get(i))) {
            return false;
          }
        }
      }
    }
    return !crossesWater(way);
  }

  private boolean crossesWater(Way way) {
    MapFeatures map = streets.features();
    int[] lats = map.latsE7();
    int[] lons = map.lonsE7();
    for (int feature = 0; feature < map.count(); feature++) {
      MapFeatures.Kind kind = map.kind(feature);
      if (kind != MapFeatures.Kind.WATERWAY && kind != MapFeatures.Kind.WATER_AREA) {
        continue;
      }
      for (int ring = map.firstRing(feature); ring < map.endRing(feature); ring++) {
        for (int i = map.ringOffsets()[ring] + 1; i < map.ringOffsets()[ring + 1]; i++) {
          if (way.crosses(lats[i - 1], lons[i - 1], lats[i], lons[i])) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// The way tested, in 1e-7 degrees from its begin; that a degree is shorter eastward changes no
  /// crossing.
  private static final class Way {

    private final int latE7;
    private final int lonE7;
    private final double north;
    private final double east;

    Way(GeoPoint from, GeoPoint to) {
      latE7 = from.latE7();
      lonE7 = from.lonE7();
      north = SHARE_TESTED * ((double) to.latE7() - latE7);
      east = SHARE_TESTED * ((double) to.lonE7() - lonE7);
    }

    boolean crosses(int aLat, int aLon, int bLat, int bLon) {
      double aNorth = (double) aLat - latE7;
      double aEast = (double) aLon - lonE7;
      double bNorth = (double) bLat - latE7;
      double bEast = (double) bLon - lonE7;
      if ((Math.min(aNorth, bNorth) > Math.max(0, north))
          || (Math.max(aNorth, bNorth) < Math.min(0, north))) {
        return false;
      }
      double a = east * aNorth - north * aEast;
      double b = east * bNorth - north * bEast;
      double begin = aEast * (bNorth - aNorth) - aNorth * (bEast - aEast);
      double end = (aEast - east) * (bNorth - aNorth) - (aNorth - north) * (bEast - aEast);
      return a * b < 0 && begin * end < 0;
    }
  }
}
