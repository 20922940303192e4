package org.toret.app.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.network.street.StreetEdges;
import org.toret.network.traffic.RoadPlace;
import org.toret.network.traffic.RoadReading;
import org.toret.router.traffic.RoadMatcher;

/// Uses a detector once that several sources tell of, such as one traffic centre in two formats.
///
/// Two sources mean one detector where each has a reading within [#SAME_METRES] on the same street
/// in the same direction. Of two the one counts whose place and direction are surer, then the newer
/// one, then that of the source that spoke first. A reading for both directions is left out only
/// where others tell both. Within one source all readings count: lanes are told apart.
final class SameDetectors {

  static final double SAME_METRES = 15;

  private final StreetEdges edges;
  private final RoadMatcher matcher;
  private final Map<Integer, List<Spot>> byArc = new HashMap<>();

  /// A reading on an arc.
  ///
  /// @param source its place in the order of sources
  /// @param metres along the edge
  private record Spot(int source, double confidence, long at, double metres) {

    boolean isBetterThan(Spot other) {
      if (confidence != other.confidence) {
        return confidence > other.confidence;
      }
      return at == other.at ? source < other.source : at > other.at;
    }
  }

  SameDetectors(StreetEdges edges, RoadMatcher matcher) {
    this.edges = edges;
    this.matcher = matcher;
  }

  /// What counts.
  ///
  /// @param told by each source, in the order of sources
  List<RoadReading> of(List<List<RoadReading>> told) {
    for (int source = 0; source < told.size(); source++) {
      for (RoadReading reading : told.get(source)) {
        RoadMatcher.Match match = match(reading);
        for (int arc : match.arcs()) {
          byArc.computeIfAbsent(arc, first -> new ArrayList<>()).add(spot(source, reading, match));
        }
      }
    }
    List<RoadReading> used = new ArrayList<>();
    for (int source = 0; source < told.size(); source++) {
      for (RoadReading reading : told.get(source)) {
        if (!isToldBetter(source, reading)) {
          used.add(reading);
        }
      }
    }
    return used;
  }

  private boolean isToldBetter(int source, RoadReading reading) {
    RoadMatcher.Match match = match(reading);
    if (!match.isFound()) {
      return false;
    }
    Spot own = spot(source, reading, match);
    for (int arc : match.arcs()) {
      boolean better =
          byArc.getOrDefault(arc, List.of()).stream()
              .anyMatch(other ->
                  other.source() != source
                      && Math.abs(other.metres() - own.metres()) <= SAME_METRES
                      && other.isBetterThan(own));
      if (!better) {
        return false;
      }
    }
    return true;
  }

  /// Stretches are no detectors, and found nowhere here.
  private RoadMatcher.Match match(RoadReading reading) {
    RoadPlace place = reading.place();
    return place != null && place.isPoint()
        ? matcher.match(place)
        : new RoadMatcher.Match(new int[0], 0, 0);
  }

  private Spot spot(int source, RoadReading reading, RoadMatcher.Match match) {
    int first = match.arcs()[0];
    double length = edges.decimetres()[first >> 1] / 10.0;
    double along = (first & 1) == 0 ? match.alongMetres() : length - match.alongMetres();
    return new Spot(source, match.confidence() * reading.quality(), reading.at(), along);
  }
}
