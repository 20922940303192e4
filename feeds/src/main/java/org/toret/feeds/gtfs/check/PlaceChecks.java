package org.toret.feeds.gtfs.check;

import java.util.Arrays;
import java.util.BitSet;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.read.StopTable;
import org.toret.feeds.gtfs.table.FileNotices;
import org.toret.network.timetable.Stops;

/// Looks at stops as places: never used, at the same spot as another, far from all others.
public final class PlaceChecks {

  private static final double SAME_SPOT_METRES = 2;

  /// Latitude that spans the same, rounded up.
  private static final int SAME_SPOT_E7 = 200;

  private static final double FAR_METRES = 300_000;

  private final StopTable stops;
  private final FileNotices notices;
  private final int[] placed;

  private PlaceChecks(StopTable stops, FileNotices notices) {
    this.stops = stops;
    this.notices = notices;
    BitSet found = new BitSet();
    for (int stop = 0; stop < stops.count(); stop++) {
      found.set(stop, stops.isPlaced(stop) && stops.kind(stop) == Stops.PLATFORM);
    }
    placed = found.stream().toArray();
  }

  /// Tells what is odd about the stops; `called` are those at which a usable trip calls.
  public static void run(StopTable stops, BitSet called, String feed, Notices notices) {
    PlaceChecks checks = new PlaceChecks(stops, new FileNotices(feed, "stops.txt", notices));
    checks.unused(called);
    if (checks.placed.length > 0) {
      checks.sameSpot();
      checks.farOff();
    }
  }

  private void unused(BitSet called) {
    BitSet parents = new BitSet();
    for (int stop = 0; stop < stops.count(); stop++) {
      if (stops.parent(stop) >= 0) {
        parents.set(stops.parent(stop));
      }
    }
    for (int stop = 0; stop < stops.count(); stop++) {
      boolean platform = stops.kind(stop) == Stops.PLATFORM;
      boolean station = stops.kind(stop) == Stops.STATION;
      if (platform && !called.get(stop)) {
        notices.info(stops.line(stop), "stop_id", "unused_stop", stops.id(stop));
      } else if (station && !parents.get(stop)) {
        notices.info(stops.line(stop), "stop_id", "station_without_stops", stops.id(stop));
      }
    }
  }

  /// Compares every stop with those south of it within reach: they stand before it when sorted.
  private void sameSpot() {
    long[] byLatitude = new long[placed.length];
    for (int i = 0; i < placed.length; i++) {
      byLatitude[i] = (long) stops.latE7(placed[i]) << 32 | placed[i];
    }
    Arrays.sort(byLatitude);
    for (int i = 1; i < byLatitude.length; i++) {
      int stop = (int) byLatitude[i];
      for (int j = i - 1; j >= 0 && isInReach(stop, (int) byLatitude[j]); j--) {
        int other = (int) byLatitude[j];
        if (stops.metres(stop, other) <= SAME_SPOT_METRES && !sameParent(stop, other)) {
          int later = Math.max(stop, other);
          int earlier = Math.min(stop, other);
          notices.info(
              stops.line(later), "stop_lat", "stops_too_close", stops.id(later), stops.id(earlier));
          break;
        }
      }
    }
  }

  private boolean isInReach(int north, int south) {
    return stops.latE7(north) - stops.latE7(south) <= SAME_SPOT_E7;
  }

  private boolean sameParent(int a, int b) {
    return stops.parent(a) >= 0 && stops.parent(a) == stops.parent(b);
  }

  private void farOff() {
    int lat = median(Arrays.stream(placed).map(stops::latE7).toArray());
    int lon = median(Arrays.stream(placed).map(stops::lonE7).toArray());
    GeoPoint middle = GeoPoint.ofE7(lat, lon);
    for (int stop : placed) {
      double metres = Distance.metres(middle, GeoPoint.ofE7(stops.latE7(stop), stops.lonE7(stop)));
      if (metres > FAR_METRES) {
        notices.warn(
            stops.line(stop),
            "stop_lat",
            "stop_far_from_others",
            stops.id(stop),
            Math.round(metres / 1000));
      }
    }
  }

  private static int median(int[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
