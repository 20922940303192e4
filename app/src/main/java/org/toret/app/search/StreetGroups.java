package org.toret.app.search;

import java.util.Arrays;
import java.util.List;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetClass;
import org.toret.network.street.StreetNetwork;

/// The named streets, one entry for each place where a name occurs.
final class StreetGroups {

  private static final int GROUP_METRES = 1000;
  private static final double LONGEST_METRES = 20_000;

  private final StreetNetwork streets;
  private final Municipalities municipalities;

  StreetGroups(StreetNetwork streets, Municipalities municipalities) {
    this.streets = streets;
    this.municipalities = municipalities;
  }

  void addTo(List<FoundPlace> places) {
    SpotGroups groups = new SpotGroups(GROUP_METRES);
    for (int edge = 0; edge < streets.edges().count(); edge++) {
      String name = streets.names().get(edge);
      if (!name.isEmpty()) {
        groups.add(name, edge, latE7(edge), lonE7(edge));
      }
    }
    for (int[] group : groups.groups()) {
      Arrays.sort(group);
      places.add(place(group));
    }
  }

  private FoundPlace place(int[] edges) {
    long lat = 0;
    long lon = 0;
    double metres = 0;
    int best = StreetClass.OTHER.ordinal();
    for (int edge : edges) {
      lat += latE7(edge);
      lon += lonE7(edge);
      metres += streets.edges().decimetres()[edge] / 10.0;
      best = Math.min(best, streets.edges().streetClass(edge).ordinal());
    }
    int middle = nearest(edges, (int) (lat / edges.length), (int) (lon / edges.length));
    GeoPoint point = GeoPoint.ofE7(latE7(middle), lonE7(middle));
    double length = Math.min(1, Math.log1p(metres) / Math.log1p(LONGEST_METRES));
    double rank = best <= StreetClass.RESIDENTIAL.ordinal() ? 0.2 : 0;
    return new FoundPlace(
        PlaceKind.STREET,
        "",
        streets.names().get(middle),
        municipalities.of(point),
        point.lat(),
        point.lon(),
        List.of(),
        0.5 * length + rank,
        List.of());
  }

  private int nearest(int[] edges, int latE7, int lonE7) {
    int best = edges[0];
    double bestMetres = Double.MAX_VALUE;
    for (int edge : edges) {
      double metres = Distance.metresE7(latE7, lonE7, latE7(edge), lonE7(edge));
      if (metres < bestMetres) {
        bestMetres = metres;
        best = edge;
      }
    }
    return best;
  }

  private int latE7(int edge) {
    return middle(
        streets.nodes().latsE7()[streets.edges().from()[edge]],
        streets.nodes().latsE7()[streets.edges().to()[edge]]);
  }

  private int lonE7(int edge) {
    return middle(
        streets.nodes().lonsE7()[streets.edges().from()[edge]],
        streets.nodes().lonsE7()[streets.edges().to()[edge]]);
  }

  private static int middle(int a, int b) {
    return (int) (((long) a + b) / 2);
  }
}
