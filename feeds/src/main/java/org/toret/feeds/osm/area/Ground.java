package org.toret.feeds.osm.area;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.toret.base.columns.IntList;
import org.toret.base.geo.GeoPoint;

/// An area one can walk on: inside an odd number of rings, so that a ring inside another is a hole.
/// Coordinates are 1e-7 degrees; who sees whom is decided in whole numbers and thus exactly. The
/// border belongs to the area.
public final class Ground {

  /// Metres a degree on the sphere that streets are measured on.
  private static final double METRES_PER_DEGREE = Math.toRadians(6_371_000);

  private final int[] lats;
  private final int[] lons;
  private final int[] after;
  private final int[] ring;
  private final double latMetres;
  private final double lonMetres;

  private Ground(int[] lats, int[] lons, int[] after, int[] ring) {
    this.lats = lats;
    this.lons = lons;
    this.after = after;
    this.ring = ring;
    latMetres = METRES_PER_DEGREE / GeoPoint.E7;
    double middle = lats.length == 0 ? 0 : Math.toRadians(lats[0] / GeoPoint.E7);
    lonMetres = latMetres * Math.cos(middle);
  }

  /// An area of rings; the last point of a ring may repeat its first.
  ///
  /// @param rings latitudes and longitudes, `[ring][0 lat, 1 lon][point]`
  public static Ground of(List<int[][]> rings) {
    IntList lats = new IntList();
    IntList lons = new IntList();
    IntList after = new IntList();
    IntList ring = new IntList();
    for (int r = 0; r < rings.size(); r++) {
      int first = lats.size();
      int[][] points = rings.get(r);
      for (int i = 0; i < points[0].length; i++) {
        int last = lats.size() - 1;
        boolean again =
            last >= first && points[0][i] == lats.get(last) && points[1][i] == lons.get(last);
        boolean closing =
            i == points[0].length - 1
                && last > first
                && points[0][i] == lats.get(first)
                && points[1][i] == lons.get(first);
        if (!again && !closing) {
          lats.add(points[0][i]);
          lons.add(points[1][i]);
          after.add(lats.size());
          ring.add(r);
        }
      }
      if (lats.size() > first) {
        after.set(lats.size() - 1, first);
      }
    }
    return new Ground(lats.toArray(), lons.toArray(), after.toArray(), ring.toArray());
  }

  /// How many corners all rings have.
  public int corners() {
    return lats.length;
  }

  public int cornerLat(int corner) {
    return lats[corner];
  }

  public int cornerLon(int corner) {
    return lons[corner];
  }

  /// Whether one corner follows the other on a ring.
  public boolean areNeighbours(int a, int b) {
    return after[a] == b || after[b] == a;
  }

  /// How far two points are from each other.
  public double metres(int latA, int lonA, int latB, int lonB) {
    return Math.hypot((latA - latB) * latMetres, (lonA - lonB) * lonMetres);
  }

  /// Whether a point lies in the area or on its border.
  public boolean holds(int lat, int lon) {
    return holdsDoubled(2L * lat, 2L * lon, -1);
  }

  /// Whether the straight line between two points stays in the area.
  public boolean sees(int latA, int lonA, int latB, int lonB) {
    List<int[]> touched = new ArrayList<>();
    touched.add(new int[] {latA, lonA});
    for (int u = 0; u < lats.length; u++) {
      int v = after[u];
      long ofU = cross(latA, lonA, latB, lonB, lats[u], lons[u]);
      long ofV = cross(latA, lonA, latB, lonB, lats[v], lons[v]);
      boolean divides = Long.signum(ofU) * Long.signum(ofV) < 0;
      if (divides
          && Long.signum(cross(lats[u], lons[u], lats[v], lons[v], latA, lonA))
                  * Long.signum(cross(lats[u], lons[u], lats[v], lons[v], latB, lonB))
              < 0) {
        return false;
      }
      if (ofU == 0 && isBetween(latA, lonA, latB, lonB, lats[u], lons[u])) {
        touched.add(new int[] {lats[u], lons[u]});
      }
    }
    touched.add(new int[] {latB, lonB});
    touched.sort(
        Comparator.comparingLong(p -> Math.abs((long) p[0] - latA) + Math.abs((long) p[1] - lonA)));
    for (int i = 1; i < touched.size(); i++) {
      int[] before = touched.get(i - 1);
      int[] here = touched.get(i);
      if (!holdsDoubled((long) before[0] + here[0], (long) before[1] + here[1], -1)) {
        return false;
      }
    }
    return true;
  }

  /// The corners round which a shortest way can bend: those with more than half a turn of free
  /// ground about them. Where rings touch, a few others besides.
  public int[] bends() {
    IntList bends = new IntList();
    int first = 0;
    while (first < lats.length) {
      int end = first;
      long area = 0;
      while (end < lats.length && ring[end] == ring[first]) {
        area += turn(lats[first], lons[first], end, after[end]);
        end++;
      }
      int holding = depth(first);
      for (int v = first; v < end; v++) {
        int before = v == first ? end - 1 : v - 1;
        long turn =
            cross(lats[before], lons[before], lats[v], lons[v], lats[after[v]], lons[after[v]]);
        boolean left = Long.signum(turn) == Long.signum(area);
        if (turn != 0 && (holding < 0 || left == (holding % 2 == 1))) {
          bends.add(v);
        }
      }
      first = end;
    }
    return bends.toArray();
  }

  private long turn(int lat, int lon, int u, int v) {
    return cross(lat, lon, lats[u], lons[u], lats[v], lons[v]);
  }

  /// How many other rings hold a corner; -1 where it lies on one of them.
  private int depth(int corner) {
    int depth = 0;
    int rings = ring.length == 0 ? 0 : ring[ring.length - 1] + 1;
    for (int r = 0; r < rings; r++) {
      if (r != ring[corner] && holdsDoubled(2L * lats[corner], 2L * lons[corner], r)) {
        for (int u = 0; u < lats.length; u++) {
          if (ring[u] == r && isOn(u, 2L * lats[corner], 2L * lons[corner])) {
            return -1;
          }
        }
        depth++;
      }
    }
    return depth;
  }

  /// @param only the ring to judge by; -1 for all
  private boolean holdsDoubled(long lat, long lon, int only) {
    boolean inside = false;
    for (int u = 0; u < lats.length; u++) {
      if (only >= 0 && ring[u] != only) {
        continue;
      }
      int v = after[u];
      long latU = 2L * lats[u];
      long latV = 2L * lats[v];
      if (isOn(u, lat, lon)) {
        return true;
      }
      if (latU > lat != latV > lat) {
        long side = cross(latU, 2L * lons[u], latV, 2L * lons[v], lat, lon);
        inside ^= latV > latU == side < 0;
      }
    }
    return inside;
  }

  private boolean isOn(int u, long lat, long lon) {
    int v = after[u];
    long latU = 2L * lats[u];
    long lonU = 2L * lons[u];
    long latV = 2L * lats[v];
    long lonV = 2L * lons[v];
    return Math.min(latU, latV) <= lat
        && lat <= Math.max(latU, latV)
        && Math.min(lonU, lonV) <= lon
        && lon <= Math.max(lonU, lonV)
        && cross(latU, lonU, latV, lonV, lat, lon) == 0;
  }

  private static boolean isBetween(int latA, int lonA, int latB, int lonB, int lat, int lon) {
    boolean end = lat == latA && lon == lonA || lat == latB && lon == lonB;
    return !end
        && Math.min(latA, latB) <= lat
        && lat <= Math.max(latA, latB)
        && Math.min(lonA, lonB) <= lon
        && lon <= Math.max(lonA, lonB);
  }

  /// On which side of the line from u to v a point lies; 0 on it.
  private static long cross(long latU, long lonU, long latV, long lonV, long lat, long lon) {
    return (latV - latU) * (lon - lonU) - (lonV - lonU) * (lat - latU);
  }
}
