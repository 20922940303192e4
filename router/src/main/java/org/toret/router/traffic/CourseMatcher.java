package org.toret.router.traffic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.base.columns.IntList;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.EdgeIndex;
import org.toret.network.street.StreetEdges;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;

/// Finds the arcs along which a published line runs: every [#STEP_METRES] the nearest that cars or
/// buses may take in its direction, within [RoadMatcher#MOST_DEGREES]. Works on a plane around each
/// line; about 50 µs for one of 300 m. Not thread-safe.
final class CourseMatcher {

  static final double STEP_METRES = 5;

  /// So long is the piece of a line for which streets are gathered at once.
  private static final double PIECE_METRES = 80;

  private static final double METRES_PER_DEGREE = 111_195;

  private final StreetNetwork streets;
  private final EdgeIndex index;
  private final IntList lats = new IntList();
  private final IntList lons = new IntList();

  CourseMatcher(StreetNetwork streets) {
    this.streets = streets;
    index = new EdgeIndex(streets);
  }

  /// Metres along each arc that is found, buses' own lanes among them.
  ///
  /// @param mostMetres how far from the line an arc may lie
  Map<Integer, Double> match(List<GeoPoint> line, double mostMetres) {
    Map<Integer, Double> found = new HashMap<>();
    for (int i = 1; i < line.size(); i++) {
      GeoPoint a = line.get(i - 1);
      GeoPoint b = line.get(i);
      double metres = Distance.metres(a, b);
      if (metres == 0) {
        continue;
      }
      int pieces = (int) Math.ceil(metres / PIECE_METRES);
      for (int piece = 0; piece < pieces; piece++) {
        GeoPoint from = between(a, b, (double) piece / pieces);
        GeoPoint to = between(a, b, (double) (piece + 1) / pieces);
        piece(from, to, metres / pieces, mostMetres, found);
      }
    }
    return found;
  }

  private void piece(
      GeoPoint from, GeoPoint to, double metres, double mostMetres, Map<Integer, Double> found) {
    GeoPoint middle = between(from, to, 0.5);
    Plane plane = new Plane(middle);
    List<double[]> segments = segments(middle, metres / 2 + mostMetres, plane);
    double bearing = RoadMatcher.bearing(from, to);
    int count = (int) Math.max(1, Math.ceil(metres / STEP_METRES));
    for (int step = 0; step < count; step++) {
      GeoPoint at = between(from, to, (step + 0.5) / count);
      int arc = nearest(segments, plane.x(at), plane.y(at), bearing, mostMetres);
      if (arc >= 0) {
        found.merge(arc, metres / count, Double::sum);
      }
    }
  }

  /// A plane in metres around a point.
  private record Plane(GeoPoint centre, double cosine) {

    Plane(GeoPoint centre) {
      this(centre, Math.cos(Math.toRadians(centre.lat())));
    }

    double x(GeoPoint point) {
      return (point.lon() - centre.lon()) * METRES_PER_DEGREE * cosine;
    }

    double y(GeoPoint point) {
      return (point.lat() - centre.lat()) * METRES_PER_DEGREE;
    }
  }

  /// The stretches of street around a point: edge, bearing, and the ends on the plane.
  private List<double[]> segments(GeoPoint middle, double metres, Plane plane) {
    BitSet edges = new BitSet();
    StreetEdges all = streets.edges();
    index.near(
        middle,
        metres,
        edge -> {
          boolean used = (all.flags()[edge] & (StreetFlags.CAR | StreetFlags.BUS)) != 0;
          if (used && !all.has(edge, StreetFlags.COPY)) {
            edges.set(edge);
          }
        });
    List<double[]> segments = new ArrayList<>();
    for (int edge = edges.nextSetBit(0); edge >= 0; edge = edges.nextSetBit(edge + 1)) {
      streets.course(edge, lats, lons);
      for (int i = 1; i < lats.size(); i++) {
        GeoPoint a = GeoPoint.ofE7(lats.get(i - 1), lons.get(i - 1));
        GeoPoint b = GeoPoint.ofE7(lats.get(i), lons.get(i));
        segments.add(
            new double[] {
              edge, RoadMatcher.bearing(a, b), plane.x(a), plane.y(a), plane.x(b), plane.y(b)
            });
      }
    }
    return segments;
  }

  private int nearest(
      List<double[]> segments, double x, double y, double bearing, double mostMetres) {
    int best = -1;
    double least = mostMetres;
    for (double[] segment : segments) {
      double turn = RoadMatcher.turn(segment[1], bearing);
      boolean forward = turn <= RoadMatcher.MOST_DEGREES;
      boolean backward = turn >= 180 - RoadMatcher.MOST_DEGREES;
      double metres = forward || backward ? metres(segment, x, y) : Double.MAX_VALUE;
      int arc = 2 * (int) segment[0] + (forward ? 0 : 1);
      if (metres <= least && isUsed(arc)) {
        best = arc;
        least = metres;
      }
    }
    return best;
  }

  private static double metres(double[] segment, double x, double y) {
    double dx = segment[4] - segment[2];
    double dy = segment[5] - segment[3];
    double square = dx * dx + dy * dy;
    double along =
        square == 0
            ? 0
            : Math.clamp(((x - segment[2]) * dx + (y - segment[3]) * dy) / square, 0, 1);
    return Math.hypot(segment[2] + along * dx - x, segment[3] + along * dy - y);
  }

  private boolean isUsed(int arc) {
    int flags =
        (arc & 1) == 0
            ? StreetFlags.CAR_FORWARD | StreetFlags.BUS_FORWARD
            : StreetFlags.CAR_BACKWARD | StreetFlags.BUS_BACKWARD;
    return (streets.edges().flags()[arc >> 1] & flags) != 0;
  }

  static GeoPoint between(GeoPoint a, GeoPoint b, double share) {
    return new GeoPoint(
        a.lat() + share * (b.lat() - a.lat()), a.lon() + share * (b.lon() - a.lon()));
  }
}
