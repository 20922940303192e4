package org.toret.router.hire;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.toret.base.columns.IntList;
import org.toret.base.geo.GeoPoint;
import org.toret.network.sharing.SharingStations;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetSpread;
import org.toret.router.path.VehicleRides;
import org.toret.router.walk.ReachDirection;

/// How long it takes to ride between the stations of a system. Stations stay where they are, so
/// what was searched once is kept: 4 bytes per pair of stations, up to 16 MB in all. Thread-safe.
final class StationRides {

  private static final int MOST_KEPT = 1 << 22;

  private final SharingStations stations;
  private final Map<Asked, int[]> kept = new ConcurrentHashMap<>();

  private record Asked(
      VehicleRides rides, int station, ReachDirection direction, PathOptions options) {}

  StationRides(SharingStations stations) {
    this.stations = stations;
  }

  /// Seconds from a station to every station of its system, or from each of them to it;
  /// [StreetSpread#NEVER] to others, and where it is too far.
  int[] seconds(VehicleRides rides, int station, ReachDirection direction, PathOptions options) {
    Asked asked = new Asked(rides, station, direction, options);
    int[] known = kept.get(asked);
    if (known == null) {
      known = search(asked);
      if ((long) (kept.size() + 1) * stations.count() > MOST_KEPT) {
        kept.clear();
      }
      kept.put(asked, known);
    }
    return known;
  }

  private int[] search(Asked asked) {
    IntList others = new IntList();
    for (int other = 0; other < stations.count(); other++) {
      if (stations.systems()[other] == stations.systems()[asked.station()]) {
        others.add(other);
      }
    }
    var points = Arrays.stream(others.toArray()).mapToObj(stations::point).toList();
    GeoPoint point = stations.point(asked.station());
    int[] found =
        asked
            .rides()
            .seconds(point, points, asked.direction(), asked.options(), HireSearch.MOST_SECONDS);
    int[] seconds = new int[stations.count()];
    Arrays.fill(seconds, StreetSpread.NEVER);
    for (int i = 0; i < found.length; i++) {
      seconds[others.get(i)] = found[i];
    }
    return seconds;
  }
}
