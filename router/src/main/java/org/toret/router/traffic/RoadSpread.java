package org.toret.router.traffic;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;

/// Spreads what was read at one place along its road.
///
/// A reading says how much faster or slower than published traffic moves, as a ratio, and weighs as
/// much as it is relied on. Along the road, before and behind, its weight falls with the distance
/// (to a third after [#REACH_METRES]) and at every crossing with a road of at least the same class,
/// where traffic turns on and off (to [#PAST_CROSSING]); it ends where it weighs less than
/// [#LEAST_WEIGHT], after [#MOST_METRES], or with the road: a road goes on straight under its name,
/// or nameless in its class. Where readings weigh less than 1 together, the rest is free flow as
/// published; where more, they share.
final class RoadSpread {

  static final double REACH_METRES = 600;
  static final double MOST_METRES = 1_500;
  static final double PAST_CROSSING = 0.6;
  static final double LEAST_WEIGHT = 0.1;

  private static final double STRAIGHT_DEGREES = 60;

  private final RoadMatcher matcher;
  private final StreetNetwork streets;
  private final Map<Integer, Sum> sums = new HashMap<>();

  RoadSpread(RoadMatcher matcher) {
    this.matcher = matcher;
    streets = matcher.streets();
  }

  /// What readings say of an arc.
  private static final class Sum {
    private double weight;
    private double weighted;

    void add(double share, double ratio) {
      weight += share;
      weighted += share * ratio;
    }

    double ratio() {
      return (weighted + Math.max(0, 1 - weight)) / Math.max(1, weight);
    }
  }

  /// Adds a reading.
  ///
  /// @param ratio speed now by speed as published
  /// @param alongMetres how far along the arc it was read
  void add(int arc, double ratio, double weight, double alongMetres) {
    Set<Integer> seen = new HashSet<>();
    seen.add(arc >> 1);
    at(arc, ratio, weight);
    double length = matcher.length(arc);
    double along = Math.clamp(alongMetres, 0, length);
    walk(arc, true, ratio, weight, length - along, seen);
    walk(arc, false, ratio, weight, along, seen);
  }

  /// Speed now by speed as published, per arc that is told.
  Map<Integer, Double> ratios() {
    Map<Integer, Double> ratios = new HashMap<>();
    sums.forEach((arc, sum) -> ratios.put(arc, sum.ratio()));
    return ratios;
  }

  private void at(int arc, double ratio, double weight) {
    sums.computeIfAbsent(arc, fresh -> new Sum()).add(weight, ratio);
  }

  private void walk(
      int first, boolean ahead, double ratio, double weight, double metres, Set<Integer> seen) {
    int arc = first;
    double left = weight;
    double gone = metres;
    while (gone < MOST_METRES) {
      int node = ahead ? streets.head(arc) : streets.tail(arc);
      int next = next(arc, node, ahead);
      if (next < 0 || !seen.add(next >> 1)) {
        return;
      }
      left *= crosses(arc, next, node) ? PAST_CROSSING : 1;
      double length = matcher.length(next);
      double share = left * Math.exp(-(gone + length / 2) / REACH_METRES);
      if (share < LEAST_WEIGHT) {
        return;
      }
      at(next, ratio, share);
      gone += length;
      arc = next;
    }
  }

  /// The arc with which the road goes on, or from which it comes; -1 where it ends.
  private int next(int arc, int node, boolean ahead) {
    double bearing = ahead ? bearing(arc, false) : bearing(arc, true);
    int best = -1;
    double least = STRAIGHT_DEGREES;
    for (int i = streets.arcs().start(node); i < streets.arcs().end(node); i++) {
      int outgoing = streets.arcs().values()[i];
      int candidate = ahead ? outgoing : outgoing ^ 1;
      boolean copy = streets.edges().has(candidate >> 1, StreetFlags.COPY);
      if (candidate >> 1 == arc >> 1
          || copy
          || !matcher.isOpen(candidate)
          || !isSame(arc, candidate)) {
        continue;
      }
      double turn = RoadMatcher.turn(bearing, bearing(candidate, ahead));
      if (turn < least) {
        least = turn;
        best = candidate;
      }
    }
    return best;
  }

  private boolean isSame(int arc, int other) {
    String name = matcher.name(arc >> 1);
    boolean named = !name.isEmpty() && name.equals(matcher.name(other >> 1));
    byte[] classes = streets.edges().classes();
    boolean nameless = name.isEmpty() && matcher.name(other >> 1).isEmpty();
    return named || nameless && classes[arc >> 1] == classes[other >> 1];
  }

  private boolean crosses(int arc, int next, int node) {
    byte[] classes = streets.edges().classes();
    int own = Math.max(classes[arc >> 1], classes[next >> 1]);
    for (int i = streets.arcs().start(node); i < streets.arcs().end(node); i++) {
      int edge = streets.arcs().values()[i] >> 1;
      boolean other = edge != arc >> 1 && edge != next >> 1 && !isSame(arc, 2 * edge);
      boolean car = (streets.edges().flags()[edge] & StreetFlags.CAR) != 0;
      if (other && car && classes[edge] <= own) {
        return true;
      }
    }
    return false;
  }

  /// The direction in which an arc begins or ends.
  private double bearing(int arc, boolean begins) {
    List<GeoPoint> line = streets.line(arc >> 1);
    List<GeoPoint> way = (arc & 1) == 0 ? line : line.reversed();
    int last = way.size() - 1;
    return begins
        ? RoadMatcher.bearing(way.get(0), way.get(1))
        : RoadMatcher.bearing(way.get(last - 1), way.get(last));
  }
}
