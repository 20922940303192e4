package org.toret.feeds.gtfs.check;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.read.ShapeTable;
import org.toret.feeds.gtfs.read.StopTable;
import org.toret.feeds.gtfs.read.TripCalls;
import org.toret.feeds.gtfs.read.TripTable.Trip;
import org.toret.feeds.gtfs.table.FileNotices;

/// Looks whether trips call near the line they are said to follow. Each pair of stop and shape is
/// measured once.
public final class ShapeChecks {

  private static final double FAR_METRES = 100;

  private final StopTable stops;
  private final ShapeTable shapes;
  private final FileNotices notices;
  private final Set<Long> measured = new HashSet<>();
  private final BitSet used = new BitSet();
  private int shape = -1;
  private int[] latsE7 = {};
  private int[] lonsE7 = {};

  public ShapeChecks(StopTable stops, ShapeTable shapes, String feed, Notices notices) {
    this.stops = stops;
    this.shapes = shapes;
    this.notices = new FileNotices(feed, "stop_times.txt", notices);
  }

  /// Looks at one trip.
  public void look(Trip trip, TripCalls calls) {
    if (trip.shape() < 0) {
      return;
    }
    used.set(trip.shape());
    for (int i = 0; i < calls.count(); i++) {
      int stop = calls.stop(i);
      if (measured.add((long) trip.shape() << 32 | stop)) {
        load(trip.shape());
        double metres = metresToLine(stops.latE7(stop), stops.lonE7(stop));
        if (metres > FAR_METRES) {
          notices.warn(
              calls.line(i),
              "stop_id",
              "stop_far_from_shape",
              stops.id(stop),
              shapes.id(trip.shape()),
              Math.round(metres));
        }
      }
    }
  }

  /// Tells of shapes that no trip follows.
  public void tellUnused(String feed, Notices all) {
    FileNotices found = new FileNotices(feed, "shapes.txt", all);
    for (int i = 0; i < shapes.count(); i++) {
      if (!used.get(i)) {
        found.info(shapes.line(i), "shape_id", "unused_shape", shapes.id(i));
      }
    }
  }

  private void load(int wanted) {
    if (wanted != shape) {
      shape = wanted;
      latsE7 = shapes.latsE7(shape);
      lonsE7 = shapes.lonsE7(shape);
    }
  }

  private double metresToLine(int latE7, int lonE7) {
    double best = Double.MAX_VALUE;
    double squeeze = Math.cos(Math.toRadians(latE7 / GeoPoint.E7));
    for (int i = 1; i < latsE7.length; i++) {
      double x = ((double) lonsE7[i] - lonsE7[i - 1]) * squeeze;
      double y = (double) latsE7[i] - latsE7[i - 1];
      double px = ((double) lonE7 - lonsE7[i - 1]) * squeeze;
      double py = (double) latE7 - latsE7[i - 1];
      double length = x * x + y * y;
      double share = length == 0 ? 0 : Math.clamp((px * x + py * y) / length, 0, 1);
      int lat = (int) Math.round(latsE7[i - 1] + share * y);
      int lon = (int) Math.round(lonsE7[i - 1] + share * x / squeeze);
      best = Math.min(best, Distance.metresE7(latE7, lonE7, lat, lon));
    }
    return best;
  }
}
