package org.toret.router.traffic;

import java.util.ArrayList;
import java.util.List;
import org.toret.base.geo.GeoPoint;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Shapes;
import org.toret.network.timetable.Timetable;

/// Cuts published lines where vehicles stop: between two points of a straight avenue there may be
/// several stops, so the nearest point of a line is not enough.
final class CourseCut {

  private final Timetable timetable;

  CourseCut(Timetable timetable) {
    this.timetable = timetable;
  }

  /// A place on a line: between point `point` and the next, at a share of that way.
  ///
  /// @param apart how far the stop is from it, in degrees of latitude
  private record Place(int point, double share, double apart) {

    boolean isBefore(Place other) {
      return point < other.point || point == other.point && share < other.share;
    }
  }

  /// The line from a call of a pattern to the next; empty where none is published.
  List<GeoPoint> hop(int pattern, int call) {
    Patterns patterns = timetable.patterns();
    Shapes shapes = timetable.shapes();
    int shape = patterns.shapes()[pattern];
    int at = patterns.stopOffsets()[pattern] + call;
    if (shape < 0 || shapes.callPoints()[at] < 0 || shapes.callPoints()[at + 1] < 0) {
      return List.of();
    }
    Place from = place(shape, at);
    Place to = place(shape, at + 1);
    if (!from.isBefore(to)) {
      return List.of();
    }
    List<GeoPoint> line = new ArrayList<>();
    line.add(point(shape, from));
    for (int i = from.point() + 1; i <= to.point(); i++) {
      line.add(point(shape, i));
    }
    line.add(point(shape, to));
    return line;
  }

  /// Where a line passes the stop of a call: beside the point found for it.
  private Place place(int shape, int at) {
    Shapes shapes = timetable.shapes();
    int node = timetable.patterns().nodes()[at];
    GeoPoint stop = timetable.stops().point(timetable.nodes().stops()[node]);
    int near = shapes.callPoints()[at];
    int last = shapes.offsets()[shape + 1] - shapes.offsets()[shape] - 1;
    Place best = new Place(near, 0, Double.MAX_VALUE);
    for (int i = Math.max(0, near - 1); i <= Math.min(last - 1, near); i++) {
      Place one = place(shape, i, stop);
      best = one.apart() < best.apart() ? one : best;
    }
    return best;
  }

  private Place place(int shape, int i, GeoPoint stop) {
    GeoPoint a = point(shape, i);
    GeoPoint b = point(shape, i + 1);
    double cosine = Math.cos(Math.toRadians(stop.lat()));
    double dx = (b.lon() - a.lon()) * cosine;
    double dy = b.lat() - a.lat();
    double x = (stop.lon() - a.lon()) * cosine;
    double y = stop.lat() - a.lat();
    double square = dx * dx + dy * dy;
    double share = square == 0 ? 0 : Math.clamp((x * dx + y * dy) / square, 0, 1);
    return new Place(i, share, Math.hypot(share * dx - x, share * dy - y));
  }

  private GeoPoint point(int shape, int i) {
    Shapes shapes = timetable.shapes();
    int at = shapes.offsets()[shape] + i;
    return GeoPoint.ofE7(shapes.latsE7()[at], shapes.lonsE7()[at]);
  }

  private GeoPoint point(int shape, Place place) {
    return place.share() == 0
        ? point(shape, place.point())
        : CourseMatcher.between(
            point(shape, place.point()), point(shape, place.point() + 1), place.share());
  }
}
