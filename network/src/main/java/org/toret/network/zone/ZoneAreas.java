package org.toret.network.zone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.toret.base.columns.IntList;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// The areas of zones: polygons with holes. 8 bytes per corner.
///
/// A point lies inside where a line from it crosses the rings of the area an odd number of times,
/// whatever their orientation.
///
/// @param zoneRings the rings of zone `z` are `zoneRings[z] … zoneRings[z + 1] - 1`; none for a
///   zone that is everywhere
/// @param ringCorners the corners of ring `r` are `ringCorners[r] … ringCorners[r + 1] - 1`
/// @param latsE7 latitude, 1e-7 degree
/// @param lonsE7 longitude, 1e-7 degree
/// @param boxesE7 south, west, north, east of each zone
public record ZoneAreas(
    int[] zoneRings, int[] ringCorners, int[] latsE7, int[] lonsE7, int[] boxesE7) {

  /// An area from its rings; computes the boxes.
  public static ZoneAreas of(int[] zoneRings, int[] ringCorners, int[] latsE7, int[] lonsE7) {
    int zones = zoneRings.length - 1;
    int[] boxes = new int[4 * zones];
    for (int zone = 0; zone < zones; zone++) {
      int south = Integer.MAX_VALUE;
      int west = Integer.MAX_VALUE;
      int north = Integer.MIN_VALUE;
      int east = Integer.MIN_VALUE;
      int end = ringCorners[zoneRings[zone + 1]];
      for (int i = ringCorners[zoneRings[zone]]; i < end; i++) {
        south = Math.min(south, latsE7[i]);
        west = Math.min(west, lonsE7[i]);
        north = Math.max(north, latsE7[i]);
        east = Math.max(east, lonsE7[i]);
      }
      System.arraycopy(new int[] {south, west, north, east}, 0, boxes, 4 * zone, 4);
    }
    return new ZoneAreas(zoneRings, ringCorners, latsE7, lonsE7, boxes);
  }

  public boolean isEverywhere(int zone) {
    return zoneRings[zone] == zoneRings[zone + 1];
  }

  public boolean contains(int zone, int latE7, int lonE7) {
    if (isEverywhere(zone)) {
      return true;
    }
    int box = 4 * zone;
    if (latE7 < boxesE7[box]
        || lonE7 < boxesE7[box + 1]
        || latE7 > boxesE7[box + 2]
        || lonE7 > boxesE7[box + 3]) {
      return false;
    }
    boolean inside = false;
    for (int ring = zoneRings[zone]; ring < zoneRings[zone + 1]; ring++) {
      inside ^= crossesOddly(ring, latE7, lonE7);
    }
    return inside;
  }

  private boolean crossesOddly(int ring, int latE7, int lonE7) {
    boolean odd = false;
    int end = ringCorners[ring + 1];
    int before = end - 1;
    for (int i = ringCorners[ring]; i < end; before = i++) {
      if (latsE7[i] > latE7 != latsE7[before] > latE7) {
        double share = ((double) latE7 - latsE7[i]) / ((double) latsE7[before] - latsE7[i]);
        odd ^= lonE7 < lonsE7[i] + share * ((double) lonsE7[before] - lonsE7[i]);
      }
    }
    return odd;
  }

  /// Whether they have the same corners.
  public boolean isSame(ZoneAreas other) {
    return Arrays.equals(zoneRings, other.zoneRings)
        && Arrays.equals(ringCorners, other.ringCorners)
        && Arrays.equals(latsE7, other.latsE7)
        && Arrays.equals(lonsE7, other.lonsE7);
  }

  /// The rings of a zone, each as latitude and longitude in turn.
  public List<int[]> rings(int zone) {
    List<int[]> rings = new ArrayList<>();
    for (int ring = zoneRings[zone]; ring < zoneRings[zone + 1]; ring++) {
      int first = ringCorners[ring];
      int[] corners = new int[2 * (ringCorners[ring + 1] - first)];
      for (int i = 0; i < corners.length; i += 2) {
        corners[i] = latsE7[first + i / 2];
        corners[i + 1] = lonsE7[first + i / 2];
      }
      rings.add(corners);
    }
    return rings;
  }

  /// Areas of zones given ring by ring.
  ///
  /// @param zones per zone its rings, each as latitude and longitude in turn, 1e-7 degree
  public static ZoneAreas ofRings(List<List<int[]>> zones) {
    int[] zoneRings = new int[zones.size() + 1];
    IntList ringCorners = new IntList();
    IntList lats = new IntList();
    IntList lons = new IntList();
    ringCorners.add(0);
    for (int zone = 0; zone < zones.size(); zone++) {
      for (int[] ring : zones.get(zone)) {
        for (int i = 0; i + 1 < ring.length; i += 2) {
          lats.add(ring[i]);
          lons.add(ring[i + 1]);
        }
        ringCorners.add(lats.size());
      }
      zoneRings[zone + 1] = ringCorners.size() - 1;
    }
    return of(zoneRings, ringCorners.toArray(), lats.toArray(), lons.toArray());
  }

  /// @param name what the columns' names begin with
  public void write(ImageWriter image, String name) {
    image
        .ints(name + ".rings", zoneRings)
        .ints(name + ".corners", ringCorners)
        .ints(name + ".lat", latsE7)
        .ints(name + ".lon", lonsE7)
        .ints(name + ".box", boxesE7);
  }

  public static ZoneAreas read(ImageFile image, String name) {
    return new ZoneAreas(
        image.ints(name + ".rings"),
        image.ints(name + ".corners"),
        image.ints(name + ".lat"),
        image.ints(name + ".lon"),
        image.ints(name + ".box"));
  }
}
