package org.toret.app.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.toret.base.columns.IntList;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetClass;
import org.toret.network.street.StreetEdges;
import org.toret.network.street.StreetNetwork;

/// What detectors on the main roads measure. Where they stand follows from the city alone: at the
/// most important road of each square of some 800 metres.
///
/// Speed follows from how full the road is by the function of the Bureau of Public Roads (*Traffic
/// Assignment Manual*, 1964): `v = free / (1 + 0.15 (q / c)^4)`, with `q` from [Congestion].
final class TrafficModel {

  /// Detectors publish means of five minutes.
  static final int PERIOD_SECONDS = 300;

  private static final int CELL_E7 = 80_000;
  private static final int MOST = 150;
  private static final double SHARE = 0.95;

  private final List<Detector> detectors;
  private final Congestion congestion;
  private final Chance chance;

  TrafficModel(StreetNetwork streets, Congestion congestion, Chance chance) {
    this.detectors = place(streets);
    this.congestion = congestion;
    this.chance = chance.of("traffic");
  }

  List<Detector> detectors() {
    return detectors;
  }

  /// The means of the five minutes that ended last.
  List<Reading> at(long epochSecond) {
    long period = Math.floorDiv(epochSecond, PERIOD_SECONDS);
    return detectors.stream().map(one -> reading(one, period)).toList();
  }

  private Reading reading(Detector detector, long period) {
    long middle = period * PERIOD_SECONDS - PERIOD_SECONDS / 2;
    double full =
        congestion.at(detector.point().latE7(), detector.point().lonE7(), middle)
            * SHARE
            * (1 + 0.08 * Math.clamp(chance.normal(detector.id(), period), -2, 2));
    double speed = detector.freeKmh() / (1 + 0.15 * Math.pow(full, 4));
    // what cannot get through is not counted: beyond capacity the flow falls again
    double through = full <= 1 ? full : 1 / full;
    // no road is ever quite empty: at least one vehicle in five minutes
    int flow = 12 * Math.max(1, (int) Math.round(detector.capacity() * through / 12));
    return new Reading(detector, flow, Math.round(speed * 10) / 10.0);
  }

  private static List<Detector> place(StreetNetwork streets) {
    StreetEdges edges = streets.edges();
    IntList lats = new IntList();
    IntList lons = new IntList();
    Map<Long, Integer> best = new LinkedHashMap<>();
    for (int edge = 0; edge < edges.count(); edge++) {
      boolean main = edges.classes()[edge] <= StreetClass.SECONDARY.ordinal();
      boolean drives = edges.carForwardKmh()[edge] != 0 || edges.carBackwardKmh()[edge] != 0;
      if (main && drives && !streets.names().get(edge).isEmpty()) {
        int node = edges.from()[edge];
        long row = Math.floorDiv(streets.nodes().latsE7()[node], CELL_E7);
        long column = Math.floorDiv(streets.nodes().lonsE7()[node], CELL_E7);
        best.merge(row << 32 | column & 0xffffffffL, edge, (a, b) -> more(edges, a, b));
      }
    }
    List<Integer> chosen = new ArrayList<>(best.values());
    chosen.sort(Comparator.comparingInt(edge -> edges.classes()[edge] * 1_000_000 + edge));
    List<Detector> placed = new ArrayList<>();
    for (int edge : chosen.subList(0, Math.min(MOST, chosen.size()))) {
      GeoPoint point = streets.middle(edge, lats, lons);
      add(streets, edge, true, point, placed);
      add(streets, edge, false, point, placed);
    }
    return List.copyOf(placed);
  }

  private static int more(StreetEdges edges, int a, int b) {
    if (edges.classes()[a] != edges.classes()[b]) {
      return edges.classes()[a] < edges.classes()[b] ? a : b;
    }
    return edges.decimetres()[a] >= edges.decimetres()[b] ? a : b;
  }

  private static void add(
      StreetNetwork streets, int edge, boolean forward, GeoPoint point, List<Detector> placed) {
    StreetEdges edges = streets.edges();
    int kmh = Byte.toUnsignedInt((forward ? edges.carForwardKmh() : edges.carBackwardKmh())[edge]);
    if (kmh > 0) {
      int capacity =
          switch (edges.streetClass(edge)) {
            case MOTORWAY -> 4000;
            case TRUNK -> 3000;
            case PRIMARY -> 1800;
            default -> 1200;
          };
      placed.add(
          new Detector(
              placed.size() + 1, edge, streets.names().get(edge), forward, point, kmh, capacity));
    }
  }
}
