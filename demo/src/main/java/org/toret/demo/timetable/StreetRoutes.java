package org.toret.demo.timetable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.toret.base.columns.IntList;
import org.toret.demo.plane.Spot;
import org.toret.demo.street.StreetMap;
import org.toret.demo.street.Way;

/// Finds how surface lines run along the streets from stop to stop, preferring the avenues. One-way
/// streets do not bind them: they have lanes of their own.
final class StreetRoutes {

  private static final Set<String> AVENUES = Set.of("primary", "secondary", "tertiary");
  private static final double SIDE_STREET = 1.7;
  private static final double DETOUR = 2.2;
  private static final double DETOUR_METRES = 500;
  private static final double TURN_METRES = 90;

  private record Reached(int node, double cost) {}

  private final StreetMap map;
  private final IntList[] neighbours;
  private final List<List<Double>> costs = new ArrayList<>();
  private final boolean[] avenue;
  private final Map<Spot, Integer> nodes = new HashMap<>();
  private final double[] best;
  private final int[] from;

  StreetRoutes(StreetMap map) {
    this.map = map;
    int count = map.nodeCount();
    neighbours = new IntList[count];
    avenue = new boolean[count];
    best = new double[count];
    from = new int[count];
    for (int i = 0; i < count; i++) {
      costs.add(new ArrayList<>());
    }
    for (Way way : map.ways()) {
      if (way.tag("highway").equals("pedestrian") || way.forCars() && way.forFeet()) {
        link(way);
      }
    }
  }

  private void link(Way way) {
    boolean main = AVENUES.contains(way.tag("highway"));
    double weight = main ? 1 : SIDE_STREET;
    for (int i = 1; i < way.nodes().size(); i++) {
      int a = way.nodes().get(i - 1);
      int b = way.nodes().get(i);
      double cost = weight * map.spot(a).metresTo(map.spot(b));
      link(a, b, cost);
      link(b, a, cost);
      avenue[a] |= main;
      avenue[b] |= main;
    }
  }

  private void link(int a, int b, double cost) {
    if (neighbours[a] == null) {
      neighbours[a] = new IntList();
    }
    neighbours[a].add(b);
    costs.get(a).add(cost);
  }

  /// The line over streets through all stops, in order. Where it would pass a stop by a few metres
  /// only to turn back, it turns a little earlier.
  List<Spot> through(List<Spot> stops) {
    List<Spot> line = new ArrayList<>(between(stops.get(0), stops.get(1)));
    for (int i = 2; i < stops.size(); i++) {
      List<Spot> next = new ArrayList<>(between(stops.get(i - 1), stops.get(i)));
      double cut = 0;
      while (line.size() > 2 && next.size() > 2 && line.get(line.size() - 2).equals(next.get(1))) {
        cut += line.getLast().metresTo(next.get(1));
        if (cut > TURN_METRES) {
          break;
        }
        line.removeLast();
        next.removeFirst();
      }
      for (Spot spot : next) {
        if (!line.getLast().equals(spot)) {
          line.add(spot);
        }
      }
    }
    return line;
  }

  private List<Spot> between(Spot a, Spot b) {
    int start = nodes.computeIfAbsent(a, this::nearest);
    int end = nodes.computeIfAbsent(b, this::nearest);
    double straight = a.metresTo(b);
    double limit = straight * DETOUR + DETOUR_METRES;
    if (start == end || !search(start, end, limit)) {
      return List.of(a, b);
    }
    List<Spot> path = new ArrayList<>();
    for (int node = end; node != start; node = from[node]) {
      path.add(map.spot(node));
    }
    path.add(map.spot(start));
    return path.reversed();
  }

  private int nearest(Spot spot) {
    int node = -1;
    double bestScore = Double.MAX_VALUE;
    for (int i = 0; i < neighbours.length; i++) {
      if (neighbours[i] != null) {
        double score = map.spot(i).metresTo(spot) * (avenue[i] ? 1 : 2);
        if (score < bestScore) {
          bestScore = score;
          node = i;
        }
      }
    }
    return node;
  }

  /// Whether the end is reached at less than the limit (A*); `from` then tells how.
  private boolean search(int start, int end, double limit) {
    Arrays.fill(best, Double.MAX_VALUE);
    PriorityQueue<Reached> open =
        new PriorityQueue<>((x, y) ->
            x.cost() == y.cost()
                ? Integer.compare(x.node(), y.node())
                : Double.compare(x.cost(), y.cost()));
    best[start] = 0;
    open.add(new Reached(start, map.spot(start).metresTo(map.spot(end))));
    while (!open.isEmpty()) {
      Reached reached = open.poll();
      if (reached.node() == end) {
        return true;
      }
      if (reached.cost() > limit * SIDE_STREET) {
        return false;
      }
      relax(reached.node(), end, open);
    }
    return false;
  }

  private void relax(int node, int end, PriorityQueue<Reached> open) {
    IntList next = neighbours[node];
    for (int i = 0; i < next.size(); i++) {
      int there = next.get(i);
      double cost = best[node] + costs.get(node).get(i);
      if (cost < best[there]) {
        best[there] = cost;
        from[there] = node;
        open.add(new Reached(there, cost + map.spot(there).metresTo(map.spot(end))));
      }
    }
  }
}
