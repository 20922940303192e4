package org.toret.router.drive;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.parking.CarParks;
import org.toret.router.path.StreetRouter;
import org.toret.router.path.StreetSpread;
import org.toret.router.path.VehicleRides;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopReach;
import org.toret.router.walk.WalkOptions;

/// Finds the car parks near stations that lie on the way, and the stops reached from them.
///
/// A car park counts when it is meant for it, and then for any stop near it; or when it is large
/// and next to a station, and then for stations. It must be nearer to the destination than the
/// start is: nobody drives away from where they go to take a train.
final class LotSearch {

  /// Longer than this nobody drives to a train within a metropolis.
  static final int MOST_DRIVE_SECONDS = 45 * 60;

  /// From the car to the stop.
  private static final int STOP_METRES = 450;

  /// A station this near makes a large car park one for changing.
  private static final double STATION_METRES = 300;

  private static final int LARGE = 80;

  /// Who is nearer to a car park than this walks to the station.
  private static final double LEAST_METRES = 1_000;

  /// Who goes no farther from it leaves the car at the end.
  private static final double LEAST_ONWARD_METRES = 2_000;

  /// How much nearer to the destination the car park must be than the start.
  private static final double PROGRESS = 0.85;

  private final CarParks parks;
  private final IntFunction<GeoPoint> stops;
  private final StreetRouter router;

  /// So many ways from car parks to stops are kept, some megabytes: walkers may have any speed.
  private static final int MOST_KEPT = 1 << 14;

  /// Stops near each car park for a way of walking; filled as they are asked for.
  private final Map<Near, StopReach> stopsNear = new ConcurrentHashMap<>();

  private record Near(int park, WalkOptions walk) {}

  LotSearch(CarParks parks, IntFunction<GeoPoint> stops, StreetRouter router) {
    this.parks = parks;
    this.stops = stops;
    this.router = router;
  }

  /// @param beside the car parks for going on, as found by [#beside]
  LotReach find(DriveQuery query, VehicleRides rides, BitSet stations, BitSet beside) {
    return find(query, lots(query, beside), rides, stations);
  }

  /// The same wherever one goes from there.
  LotReach findAll(DriveQuery query, VehicleRides rides, BitSet stations, BitSet beside) {
    List<Integer> lots = beside.stream().filter(park -> isApart(query, park)).boxed().toList();
    return find(query, lots, rides, stations);
  }

  private LotReach find(DriveQuery query, List<Integer> lots, VehicleRides rides, BitSet stations) {
    List<GeoPoint> points = lots.stream().map(parks::point).toList();
    if (points.isEmpty()) {
      return LotReach.NONE;
    }
    int[] seconds = rides.seconds(query.from(), points, query.options(), MOST_DRIVE_SECONDS);
    Map<Integer, LotReach.Lot> best = new HashMap<>();
    for (int i = 0; i < seconds.length; i++) {
      if (seconds[i] != StreetSpread.NEVER) {
        join(query, lots.get(i), seconds[i], stations, best);
      }
    }
    List<LotReach.Lot> sorted = new ArrayList<>(best.values());
    sorted.sort(
        Comparator.comparingInt(LotReach.Lot::seconds).thenComparingInt(LotReach.Lot::stop));
    StopReach reach =
        new StopReach(
            sorted.stream().mapToInt(LotReach.Lot::stop).toArray(),
            sorted.stream().mapToInt(LotReach.Lot::seconds).toArray(),
            sorted.stream().mapToInt(LotReach.Lot::walkMetres).toArray());
    return new LotReach(reach, sorted);
  }

  private void join(
      DriveQuery query,
      int park,
      int driveSeconds,
      BitSet stations,
      Map<Integer, LotReach.Lot> best) {
    WalkOptions near = query.options().walk().within(STOP_METRES);
    if (stopsNear.size() > MOST_KEPT) {
      stopsNear.clear();
    }
    StopReach around =
        stopsNear.computeIfAbsent(
            new Near(park, near),
            fresh -> router.reachStops(parks.point(park), near, ReachDirection.FROM));
    ParkingPlace place = new ParkingPlace(park, parks.point(park));
    boolean meant = parks.has(park, CarParks.PARK_AND_RIDE);
    for (int i = 0; i < around.count(); i++) {
      if (!meant && !stations.get(around.stops()[i])) {
        continue;
      }
      LotReach.Lot lot =
          new LotReach.Lot(
              around.stops()[i], place, driveSeconds, around.seconds()[i], around.metres()[i]);
      best.merge(
          lot.stop(), lot, (known, other) -> other.seconds() < known.seconds() ? other : known);
    }
  }

  private List<Integer> lots(DriveQuery query, BitSet beside) {
    double whole = Distance.metres(query.from(), query.to());
    List<Integer> lots = new ArrayList<>();
    for (int park = beside.nextSetBit(0); park >= 0; park = beside.nextSetBit(park + 1)) {
      GeoPoint point = parks.point(park);
      double onward = Distance.metres(point, query.to());
      if (onward >= LEAST_ONWARD_METRES && onward <= PROGRESS * whole && isApart(query, park)) {
        lots.add(park);
      }
    }
    return lots;
  }

  private boolean isApart(DriveQuery query, int park) {
    GeoPoint point = parks.point(park);
    return Distance.metres(query.from(), point) >= LEAST_METRES && query.mayPark(park, point);
  }

  /// The car parks that are meant for going on, and the large ones next to a station.
  BitSet beside(BitSet stations) {
    BitSet beside = new BitSet();
    for (int park = 0; park < parks.count(); park++) {
      GeoPoint point = parks.point(park);
      beside.set(
          park,
          parks.has(park, CarParks.PARK_AND_RIDE)
              || parks.capacities()[park] >= LARGE
                  && stations.stream()
                      .anyMatch(station ->
                          Distance.metres(stops.apply(station), point) <= STATION_METRES));
    }
    return beside;
  }
}
