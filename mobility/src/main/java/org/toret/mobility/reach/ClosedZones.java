package org.toret.mobility.reach;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.network.City;
import org.toret.network.street.StreetEdges;
import org.toret.network.zone.AccessRegime;
import org.toret.network.zone.AccessZones;

/// What is said of the zones that are closed to the car of a question. Single streets have no
/// outline and are not told.
final class ClosedZones {

  private final City city;
  private final BitSet closed;

  /// @param closed regimes
  ClosedZones(City city, BitSet closed) {
    this.city = city;
    this.closed = closed;
  }

  /// What kept the car out, or in, at the edge of where it drove: `reach_zone_closed`; why nothing
  /// was driven at all: `reach_start_closed`, `reach_end_closed` or `reach_nothing_driven`.
  ///
  /// @param driven streets
  /// @param arriving whether the place is where the car arrives
  List<Notice> around(GeoPoint place, BitSet driven, boolean arriving) {
    if (driven.isEmpty()) {
      Set<String> names = holding(List.of(place));
      return List.of(
          names.isEmpty()
              ? Ground.notice("reach_nothing_driven")
              : Ground.notice(
                  arriving ? "reach_end_closed" : "reach_start_closed", String.join(", ", names)));
    }
    return told(beside(driven));
  }

  /// The closed zones in which some places lie: `reach_zone_closed`.
  List<Notice> at(List<GeoPoint> places) {
    return told(holding(places));
  }

  private static List<Notice> told(Set<String> names) {
    return names.isEmpty()
        ? List.of()
        : List.of(Ground.notice("reach_zone_closed", String.join(", ", names)));
  }

  private Set<String> beside(BitSet driven) {
    StreetEdges edges = city.streets().edges();
    BitSet corners = new BitSet();
    driven.stream()
        .forEach(edge -> {
          corners.set(edges.from()[edge]);
          corners.set(edges.to()[edge]);
        });
    AccessZones zones = city.zones();
    Set<String> names = new TreeSet<>();
    for (int zone : outlined()) {
      for (int i = zones.edges().start(zone); i < zones.edges().end(zone); i++) {
        int edge = zones.edges().values()[i];
        boolean touched = corners.get(edges.from()[edge]) || corners.get(edges.to()[edge]);
        if (touched && !driven.get(edge)) {
          names.add(zones.regimes().get(zone).name());
          break;
        }
      }
    }
    return names;
  }

  private Set<String> holding(List<GeoPoint> places) {
    return city.zones().holding(closed, places).stream()
        .map(AccessRegime::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Integer> outlined() {
    List<Integer> outlined = new ArrayList<>();
    closed.stream().filter(zone -> !city.zones().areas().isEverywhere(zone)).forEach(outlined::add);
    return outlined;
  }
}
