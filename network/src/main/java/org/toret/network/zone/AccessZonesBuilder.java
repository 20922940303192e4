package org.toret.network.zone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;

/// Collects access regimes with their streets or outlines.
///
/// A street lies in an outline when the middle of its course and one of its ends do: one that leads
/// through a gate is inside, and the road around is not.
public final class AccessZonesBuilder {

  private final List<Of> found = new ArrayList<>();

  private record Of(AccessRegime regime, List<int[]> rings, List<Integer> edges) {}

  /// Adds a zone by its outline.
  ///
  /// @param rings each as latitude and longitude in turn, 1e-7 degree
  public void area(AccessRegime regime, List<int[]> rings) {
    found.add(new Of(regime, List.copyOf(rings), List.of()));
  }

  /// Adds a regime of single streets.
  public void streets(AccessRegime regime, List<Integer> edges) {
    found.add(new Of(regime, List.of(), List.copyOf(edges)));
  }

  /// The regimes added so far.
  public List<AccessRegime> regimes() {
    return found.stream().map(Of::regime).toList();
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /// The finished zones; of two with one id the first counts. Zones without any street are left
  /// out.
  public AccessZones build(StreetNetwork streets) {
    Map<String, Of> byId = new LinkedHashMap<>();
    found.forEach(of -> byId.putIfAbsent(of.regime().id(), of));
    List<Of> all = List.copyOf(byId.values());
    ZoneAreas areas = ZoneAreas.ofRings(all.stream().map(Of::rings).toList());
    List<Of> kept = new ArrayList<>();
    IntList keys = new IntList();
    IntList values = new IntList();
    for (int zone = 0; zone < all.size(); zone++) {
      int[] edges =
          all.get(zone).rings().isEmpty()
              ? all.get(zone).edges().stream().mapToInt(e -> e).sorted().toArray()
              : inside(areas, zone, streets);
      for (int edge : edges) {
        keys.add(kept.size());
        values.add(edge);
      }
      if (edges.length > 0) {
        kept.add(all.get(zone));
      }
    }
    return new AccessZones(
        kept.stream().map(Of::regime).toList(),
        Csr.group(kept.size(), keys.toArray(), values.toArray()),
        ZoneAreas.ofRings(kept.stream().map(Of::rings).toList()));
  }

  private static int[] inside(ZoneAreas areas, int zone, StreetNetwork streets) {
    IntList inside = new IntList();
    IntList lats = new IntList();
    IntList lons = new IntList();
    for (int edge = 0; edge < streets.edges().count(); edge++) {
      if ((streets.edges().flags()[edge] & StreetFlags.CAR) == 0) {
        continue;
      }
      GeoPoint middle = streets.middle(edge, lats, lons);
      int last = lats.size() - 1;
      if (areas.contains(zone, middle.latE7(), middle.lonE7())
          && (areas.contains(zone, lats.get(0), lons.get(0))
              || areas.contains(zone, lats.get(last), lons.get(last)))) {
        inside.add(edge);
      }
    }
    return inside.toArray();
  }
}
