package org.toret.router.hire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetSpread.SpreadStart;
import org.toret.router.path.VehicleRides;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopReach;

/// On from stops with a station-based vehicle, or to stops: on foot between each stop and the
/// stations near it, and by the rides kept between stations, under the limits of
/// [HireApproachSearch].
final class HireOnward {

  private static final int NEVER = HireSpread.NEVER;

  private final VehicleRides rides;
  private final StationRides between;
  private final PathOptions options;
  private final ReachDirection direction;
  private final int limitSeconds;

  /// @param direction from the stops, or towards them
  HireOnward(
      VehicleRides rides,
      StationRides between,
      PathOptions options,
      ReachDirection direction,
      int limitSeconds) {
    this.rides = rides;
    this.between = between;
    this.options = options;
    this.direction = direction;
    this.limitSeconds = limitSeconds;
  }

  /// The stations where one gets off (towards the stops: on), and when.
  ///
  /// @param secondsByStop when each stop is reached, [HireSpread#NEVER] where it is not
  /// @param here stations near stops
  /// @param there stations at the other end
  /// @param near the stops near a station
  List<SpreadStart> find(
      int[] secondsByStop,
      List<HirePlace> here,
      List<HirePlace> there,
      Function<HirePlace, StopReach> near) {
    int[] best = new int[there.size()];
    Arrays.fill(best, NEVER);
    for (HirePlace station : here) {
      int start = start(secondsByStop, near.apply(station));
      if (start + HireEngine.HANDLING_SECONDS < limitSeconds) {
        int[] seconds = between.seconds(rides, station.station(), direction, options);
        for (int i = 0; i < best.length; i++) {
          int ride = seconds[there.get(i).station()];
          if (ride <= HireApproachSearch.RIDE_SECONDS && !station.isSame(there.get(i))) {
            best[i] = Math.min(best[i], start + ride + HireEngine.HANDLING_SECONDS);
          }
        }
      }
    }
    List<SpreadStart> starts = new ArrayList<>();
    for (int i = 0; i < best.length; i++) {
      if (best[i] < limitSeconds) {
        starts.add(new SpreadStart(Endpoint.of(there.get(i).point()), best[i]));
      }
    }
    return starts;
  }

  private int start(int[] secondsByStop, StopReach near) {
    int start = limitSeconds;
    for (int i = 0; i < near.count(); i++) {
      int at = secondsByStop[near.stops()[i]];
      start = at < limitSeconds ? Math.min(start, at + near.seconds()[i]) : start;
    }
    return start;
  }
}
