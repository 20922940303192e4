package org.toret.router.hire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetPath;
import org.toret.router.path.StreetRouter;
import org.toret.router.path.VehicleRides;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopReach;

/// Finds the stops that a station-based vehicle joins to a place: on foot between the place and
/// every station near it, by the rides kept for each of these, and on foot between the stations at
/// the other end and the stops near them. Of several ways to a stop the fastest is kept. Where a
/// ride ends anywhere it is left out, since nobody knows whether a vehicle stands at the stop.
final class HireApproachSearch {

  /// Who must walk farther to a vehicle walks to a stop.
  static final int PLACE_METRES = 800;

  /// Between a station and the stop one changes at.
  static final int STOP_METRES = 350;

  /// Who rides longer takes another way.
  static final int RIDE_SECONDS = 20 * 60;

  private final HireQuery query;
  private final StreetRouter router;
  private final VehicleRides rides;
  private final StationRides between;
  private final PathOptions options;
  private final ReachDirection direction;
  private final boolean outward;
  private final Map<Integer, HireVia> best = new HashMap<>();

  HireApproachSearch(
      HireQuery query,
      StreetRouter router,
      VehicleRides rides,
      StationRides between,
      PathOptions options,
      ReachDirection direction) {
    this.query = query;
    this.router = router;
    this.rides = rides;
    this.between = between;
    this.options = options;
    this.direction = direction;
    outward = direction == ReachDirection.FROM;
  }

  private record Near(HirePlace station, int seconds, int metres) {}

  /// The stops near a station, in the direction of travel.
  interface StopsNear {
    StopReach of(HirePlace station);
  }

  /// @param here stations at the place: to take a vehicle, or towards the place to leave it
  /// @param there stations at the other end
  HireApproach find(List<HirePlace> here, List<HirePlace> there, StopsNear stops, int handling) {
    for (Near near : near(here)) {
      int[] seconds = between.seconds(rides, near.station().station(), direction, options);
      for (HirePlace far : there) {
        int ride = seconds[far.station()];
        if (ride <= RIDE_SECONDS && !near.station().isSame(far)) {
          join(near, far, ride, stops.of(far));
        }
      }
    }
    return approach(handling);
  }

  private List<Near> near(List<HirePlace> stations) {
    List<Near> near = new ArrayList<>();
    PathOptions walking = PathOptions.of(query.walk());
    GeoPoint place = outward ? query.fromPoint() : query.toPoint();
    for (HirePlace station : stations) {
      if (Distance.metres(place, station.point()) > PLACE_METRES) {
        continue;
      }
      Endpoint there = Endpoint.of(station.point());
      Optional<StreetPath> path =
          outward
              ? router.path(query.from(), there, StreetMode.WALK, walking)
              : router.path(there, query.to(), StreetMode.WALK, walking);
      path.filter(walk -> walk.metres() <= PLACE_METRES)
          .ifPresent(walk -> near.add(new Near(station, walk.seconds(), walk.metres())));
    }
    return near;
  }

  private void join(Near near, HirePlace far, int rideSeconds, StopReach stops) {
    for (int i = 0; i < stops.count(); i++) {
      int walk = stops.seconds()[i];
      int metres = stops.metres()[i];
      HireVia via =
          outward
              ? new HireVia(
                  near.station(), far, near.seconds(), near.metres(), rideSeconds, walk, metres)
              : new HireVia(
                  far, near.station(), walk, metres, rideSeconds, near.seconds(), near.metres());
      best.merge(stops.stops()[i], via, (a, b) -> b.seconds() < a.seconds() ? b : a);
    }
  }

  private HireApproach approach(int handling) {
    List<Map.Entry<Integer, HireVia>> sorted = new ArrayList<>(best.entrySet());
    sorted.sort(
        Comparator.<Map.Entry<Integer, HireVia>>comparingInt(entry -> entry.getValue().seconds())
            .thenComparing(Map.Entry::getKey));
    StopReach reach =
        new StopReach(
            sorted.stream().mapToInt(Map.Entry::getKey).toArray(),
            sorted.stream().mapToInt(entry -> entry.getValue().seconds() + handling).toArray(),
            sorted.stream()
                .mapToInt(
                    entry -> entry.getValue().firstWalkMetres() + entry.getValue().lastWalkMetres())
                .toArray());
    return new HireApproach(reach, sorted.stream().map(Map.Entry::getValue).toList());
  }
}
