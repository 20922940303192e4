package org.toret.router.drive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.forecast.Outlook;
import org.toret.network.parking.CarParks;
import org.toret.router.path.StreetSpread;
import org.toret.router.path.VehicleRides;

/// Car parks near the destination, as places to leave a car beside the street.
final class ParkSearch {

  /// Car parks this near to the destination, as the crow flies.
  private static final double PARK_METRES = 900;

  /// Car parks to which the way is looked at; more are counted.
  private static final int PARKS_TRIED = 12;

  /// Car parks that are offered, the quickest first.
  private static final int PARKS_OFFERED = 2;

  /// Beside the streets, as the crow flies.
  private static final double WALK_DETOUR = 1.3;

  private static final int MOST_SECONDS = 4 * 3600;

  private final CarParks parks;

  ParkSearch(CarParks parks) {
    this.parks = parks;
  }

  /// How many are near enough and not looked at.
  int untried(DriveQuery query) {
    return Math.max(0, near(query).size() - PARKS_TRIED);
  }

  private record Near(int park, double metres) {}

  /// The car parks near the destination that are worth trying, the nearest first.
  private List<Near> near(DriveQuery query) {
    List<Near> near = new ArrayList<>();
    double most = Math.min(PARK_METRES, query.options().walk().maxMetres());
    for (int park = 0; park < parks.count(); park++) {
      double metres = Distance.metres(parks.point(park), query.to());
      if (metres <= most && query.mayPark(park, parks.point(park))) {
        near.add(new Near(park, metres));
      }
    }
    near.sort(Comparator.comparingDouble(Near::metres).thenComparingInt(Near::park));
    return near;
  }

  /// Those of them from where one is there first.
  List<Integer> quickest(DriveQuery query, VehicleRides rides) {
    List<Near> near = near(query);
    List<Near> tried = near.subList(0, Math.min(PARKS_TRIED, near.size()));
    List<GeoPoint> points = tried.stream().map(one -> parks.point(one.park())).toList();
    int[] seconds =
        points.isEmpty()
            ? new int[0]
            : rides.seconds(query.from(), points, query.options(), MOST_SECONDS);
    List<Near> timed = new ArrayList<>();
    double pace = query.options().walk().metresPerSecond();
    for (int i = 0; i < seconds.length; i++) {
      if (seconds[i] != StreetSpread.NEVER) {
        int park = tried.get(i).park();
        double sum =
            seconds[i]
                + WALK_DETOUR * tried.get(i).metres() / pace
                + Outlook.penaltySeconds(query.chance(park, parks.point(park)));
        timed.add(new Near(tried.get(i).park(), sum));
      }
    }
    timed.sort(Comparator.comparingDouble(Near::metres).thenComparingInt(Near::park));
    return timed.stream().limit(PARKS_OFFERED).map(Near::park).toList();
  }
}
