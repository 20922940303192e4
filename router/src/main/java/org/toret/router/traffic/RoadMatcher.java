package org.toret.router.traffic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.toret.base.columns.IntList;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.EdgeIndex;
import org.toret.network.street.StreetEdges;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.network.traffic.RoadPlace;

/// Finds the arcs of the streets that a publisher means. Made once for the streets of an image;
/// thread-safe.
///
/// *A point* is on the nearest street open to cars within [#NAMED_METRES] that has the name told;
/// among carriageways of one name a greater class counts as much as [#CLASS_METRES] for each step,
/// since detectors lie in the main carriageway and not in the service roads beside it. Where no
/// street has the name (traffic centres number state roads, maps call them as the town does) it is
/// on the nearest street of at least tertiary class within [#UNNAMED_METRES], and relied on less.
/// The arc is the one along the bearing told; without a bearing that of a one-way street, else
/// both, and relied on less.
///
/// *A course* is on the arcs that go along it: every five metres the nearest within
/// [#COURSE_METRES] in the same direction within [#MOST_DEGREES]. An arc belongs to it when half of
/// it or 50 m lie along it. The opposite direction, where it is meant, is that of the same street,
/// or of one with its name within [#OPPOSITE_METRES].
public final class RoadMatcher {

  static final double NAMED_METRES = 60;
  static final double UNNAMED_METRES = 30;
  static final double CLASS_METRES = 8;
  static final double COURSE_METRES = 15;
  static final double OPPOSITE_METRES = 35;
  static final double MOST_DEGREES = 40;

  private static final double POINT_DEGREES = 60;
  private static final double STEP_METRES = 5;
  private static final int MOST_STEPS = 20_000;
  private static final double COVERED_SHARE = 0.5;
  private static final double COVERED_METRES = 50;
  private static final double BY_CLASS = 0.6;
  private static final double BY_EITHER_WAY = 0.7;
  private static final int TERTIARY = 4;

  /// Places found before: the same ones are told again every few minutes.
  private static final int MOST_KEPT = 10_000;

  private final StreetNetwork streets;
  private final EdgeIndex index;
  private final Map<RoadPlace, Match> kept = new ConcurrentHashMap<>();

  public RoadMatcher(StreetNetwork streets) {
    this.streets = streets;
    index = new EdgeIndex(streets);
  }

  /// The arcs meant.
  ///
  /// @param confidence how sure that is, 0 to 1; 0 where none is found
  /// @param alongMetres how far along the first arc a point lies, 0 for courses
  public record Match(int[] arcs, double confidence, double alongMetres) {
    static final Match NONE = new Match(new int[0], 0, 0);

    public boolean isFound() {
      return arcs.length > 0;
    }
  }

  StreetNetwork streets() {
    return streets;
  }

  /// Where a place is on the streets.
  public Match match(RoadPlace place) {
    if (streets.isEmpty()) {
      return Match.NONE;
    }
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    return kept.computeIfAbsent(place, fresh -> fresh.isPoint() ? point(fresh) : course(fresh));
  }

  private Match point(RoadPlace place) {
    GeoPoint point = place.line().getFirst();
    String name = RoadName.plain(place.road());
    Nearest best = null;
    double bestScore = Double.MAX_VALUE;
    boolean named = false;
    for (Nearest near : near(point, NAMED_METRES)) {
      boolean same = !name.isEmpty() && name.equals(name(near.edge()));
      int rank = streets.edges().classes()[near.edge()];
      boolean possible = same || near.metres() <= UNNAMED_METRES && rank <= TERTIARY;
      boolean open = arcs(near, place.bearingDegrees(), POINT_DEGREES).length > 0;
      double score = near.metres() + CLASS_METRES * rank;
      // a street with the name before any other
      if (possible && open && (same && !named || same == named && score < bestScore)) {
        best = near;
        bestScore = score;
        named = same;
      }
    }
    if (best == null) {
      return Match.NONE;
    }
    int[] arcs = arcs(best, place.bearingDegrees(), POINT_DEGREES);
    if (place.bothWays()) {
      arcs = arcs(best, RoadPlace.ANY_BEARING, POINT_DEGREES);
    }
    double confidence = named || name.isEmpty() ? 1 : BY_CLASS;
    boolean either = arcs.length > 1 && !place.bothWays();
    double along = (arcs[0] & 1) == 0 ? best.alongMetres() : length(arcs[0]) - best.alongMetres();
    return new Match(arcs, either ? BY_EITHER_WAY * confidence : confidence, along);
  }

  private Match course(RoadPlace place) {
    Map<Integer, Double> covered = new HashMap<>();
    List<GeoPoint> line = place.line();
    int steps = 0;
    for (int i = 1; i < line.size(); i++) {
      GeoPoint a = line.get(i - 1);
      GeoPoint b = line.get(i);
      double metres = Distance.metres(a, b);
      int count = (int) Math.max(1, Math.ceil(metres / STEP_METRES));
      steps += count;
      if (metres == 0 || steps > MOST_STEPS) {
        continue;
      }
      double bearing = bearing(a, b);
      for (int step = 0; step < count; step++) {
        double share = (step + 0.5) / count;
        GeoPoint at =
            new GeoPoint(
                a.lat() + share * (b.lat() - a.lat()), a.lon() + share * (b.lon() - a.lon()));
        step(place, at, bearing, metres / count, covered);
      }
    }
    int[] arcs =
        covered.entrySet().stream()
            .filter(entry ->
                entry.getValue() >= COVERED_METRES
                    || entry.getValue() >= COVERED_SHARE * length(entry.getKey()))
            .mapToInt(Map.Entry::getKey)
            .sorted()
            .toArray();
    return new Match(arcs, arcs.length == 0 ? 0 : 1, 0);
  }

  private void step(
      RoadPlace place, GeoPoint at, double bearing, double metres, Map<Integer, Double> covered) {
    List<Nearest> near = near(at, place.bothWays() ? OPPOSITE_METRES : COURSE_METRES);
    Nearest along = nearest(near, bearing, COURSE_METRES, "");
    if (along != null) {
      for (int arc : arcs(along, bearing, MOST_DEGREES)) {
        covered.merge(arc, metres, Double::sum);
      }
    }
    if (!place.bothWays()) {
      return;
    }
    double back = (bearing + 180) % 360;
    String name = along == null ? "" : name(along.edge());
    boolean twoWay = along != null && arcs(along, back, MOST_DEGREES).length > 0;
    Nearest opposite =
        twoWay
            ? along
            : nearest(near, back, name.isEmpty() ? COURSE_METRES : OPPOSITE_METRES, name);
    if (opposite != null) {
      for (int arc : arcs(opposite, back, MOST_DEGREES)) {
        covered.merge(arc, metres, Double::sum);
      }
    }
  }

  /// @param name that it must have, empty for any
  private @org.jspecify.annotations.Nullable Nearest nearest(
      List<Nearest> near, double bearing, double mostMetres, String name) {
    Nearest best = null;
    for (Nearest one : near) {
      boolean possible =
          one.metres() <= mostMetres
              && arcs(one, bearing, MOST_DEGREES).length > 0
              && (name.isEmpty() || name.equals(name(one.edge())));
      if (possible && (best == null || one.metres() < best.metres())) {
        best = one;
      }
    }
    return best;
  }

  /// The arcs of an edge that are open to cars and go in a direction.
  private int[] arcs(Nearest near, double bearing, double mostDegrees) {
    IntList arcs = new IntList();
    for (int arc = 2 * near.edge(); arc <= 2 * near.edge() + 1; arc++) {
      double own = (arc & 1) == 0 ? near.bearing() : (near.bearing() + 180) % 360;
      boolean along = bearing < 0 || turn(own, bearing) <= mostDegrees;
      if (along && isOpen(arc)) {
        arcs.add(arc);
      }
    }
    return arcs.toArray();
  }

  boolean isOpen(int arc) {
    int flag = (arc & 1) == 0 ? StreetFlags.CAR_FORWARD : StreetFlags.CAR_BACKWARD;
    return (streets.edges().flags()[arc >> 1] & flag) != 0;
  }

  String name(int edge) {
    return RoadName.plain(streets.names().get(edge));
  }

  double length(int arc) {
    return streets.edges().decimetres()[arc >> 1] / 10.0;
  }

  /// The angle between two bearings, 0 to 180.
  static double turn(double a, double b) {
    double difference = Math.abs(a - b) % 360;
    return Math.min(difference, 360 - difference);
  }

  static double bearing(GeoPoint a, GeoPoint b) {
    double y = b.lat() - a.lat();
    double x = (b.lon() - a.lon()) * Math.cos(Math.toRadians(a.lat()));
    return (Math.toDegrees(Math.atan2(x, y)) + 360) % 360;
  }

  /// An edge open to cars, where it is nearest to a point.
  ///
  /// @param bearing of the edge there, first to last node
  /// @param alongMetres from its first node
  private record Nearest(int edge, double metres, double bearing, double alongMetres) {}

  private List<Nearest> near(GeoPoint point, double metres) {
    Set<Integer> edges = new HashSet<>();
    StreetEdges all = streets.edges();
    index.near(
        point,
        metres,
        edge -> {
          boolean car = (all.flags()[edge] & StreetFlags.CAR) != 0;
          if (car && !all.has(edge, StreetFlags.COPY)) {
            edges.add(edge);
          }
        });
    List<Nearest> near = new ArrayList<>();
    for (int edge : edges.stream().sorted().toList()) {
      Nearest one = nearest(point, edge);
      if (one.metres() <= metres) {
        near.add(one);
      }
    }
    return near;
  }

  private Nearest nearest(GeoPoint point, int edge) {
    List<GeoPoint> line = streets.line(edge);
    double cosine = Math.cos(Math.toRadians(point.lat()));
    double best = Double.MAX_VALUE;
    double bearing = 0;
    double along = 0;
    double before = 0;
    for (int i = 1; i < line.size(); i++) {
      GeoPoint a = line.get(i - 1);
      GeoPoint b = line.get(i);
      double dx = (b.lon() - a.lon()) * cosine;
      double dy = b.lat() - a.lat();
      double px = (point.lon() - a.lon()) * cosine;
      double py = point.lat() - a.lat();
      double squared = dx * dx + dy * dy;
      double share = squared == 0 ? 0 : Math.clamp((px * dx + py * dy) / squared, 0, 1);
      GeoPoint foot =
          new GeoPoint(
              a.lat() + share * (b.lat() - a.lat()), a.lon() + share * (b.lon() - a.lon()));
      double metres = Distance.metres(point, foot);
      double length = Distance.metres(a, b);
      if (metres < best) {
        best = metres;
        bearing = bearing(a, b);
        along = before + share * length;
      }
      before += length;
    }
    return new Nearest(edge, best, bearing, along);
  }
}
