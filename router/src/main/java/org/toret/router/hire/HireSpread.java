package org.toret.router.hire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.GeoPoint;
import org.toret.network.sharing.FloatingVehicles;
import org.toret.network.sharing.Sharing;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetRouter;
import org.toret.router.path.StreetSpread;
import org.toret.router.path.VehicleRides;
import org.toret.router.walk.Footing;
import org.toret.router.walk.ReachDirection;

/// Ways with one type of shared vehicle from one place to everywhere it may be left, or to one
/// place from everywhere it may be taken: what [HireSearch] tells of two places, for one place
/// after another.
///
/// One walks between the place and every vehicle or station near it; from each of these one rides.
/// Between stations whose rides are kept ([StationRides]) nothing is searched. Else each place to
/// take (towards the place: to leave) a vehicle would need a search of its own, and most need none:
/// one that is reached later on foot than by riding from another, nearer one, with as much range
/// left, leads nowhere sooner. On foot one is about four times slower, so of vehicles scattered all
/// around one or two searches remain. Rides are chosen by comfort, not by time alone; where that
/// makes the detour by the nearer vehicle better than the direct ride, up to some seconds are lost.
///
/// A place where something may be lacking counts as farther, as in [HireSearch].
///
/// **Cost.** 8 bytes for each vehicle, station and other end of each search, kept up to 32 MB.
/// Thread-safe.
final class HireSpread {

  static final int NEVER = StreetSpread.NEVER;

  /// Results of searches that are kept, in ends of them.
  private static final int MOST_KEPT = 1 << 22;

  /// No ride is faster than this on average: 150 km/h.
  private static final double MOST_METRES_PER_SECOND = 42;

  private final Setting setting;
  private final boolean outward;
  private final int[] stations;
  private final int[] stationAt;
  private final int[] vehicles;
  private final Map<GeoPoint, Integer> otherAt = new HashMap<>();
  private final List<GeoPoint> points = new ArrayList<>();
  private final int firstOther;
  private final VehicleRides.Ends ends;
  private final Map<Integer, Footing> footings = new ConcurrentHashMap<>();
  private final Map<Integer, VehicleRides.Times> searched = new ConcurrentHashMap<>();

  /// What all places have in common.
  ///
  /// @param like a question of whom it is for; its ends do not count
  /// @param kept what is known of rides between stations, null where that changes all the time
  /// @param limitSeconds longest journey
  record Setting(
      HireQuery like,
      ReachDirection direction,
      Sharing sharing,
      HirePlaces places,
      StreetRouter router,
      VehicleRides rides,
      @Nullable StationRides kept,
      PathOptions options,
      int limitSeconds) {}

  /// @param others more places one rides to, or from
  HireSpread(Setting setting, List<GeoPoint> others) {
    this.setting = setting;
    outward = setting.direction() == ReachDirection.FROM;
    Sharing sharing = setting.sharing();
    int type = setting.like().type();
    int system = sharing.types().systems()[type];
    stationAt = new int[sharing.stations().count()];
    Arrays.fill(stationAt, -1);
    stations =
        IntStream.range(0, stationAt.length)
            .filter(station -> sharing.stations().systems()[station] == system)
            .toArray();
    for (int station : stations) {
      stationAt[station] = points.size();
      points.add(sharing.stations().point(station));
    }
    vehicles = setting.places().floating(setting.like());
    for (int vehicle : vehicles) {
      points.add(setting.like().now().floating().point(vehicle));
    }
    firstOther = points.size();
    for (GeoPoint other : others) {
      if (otherAt.putIfAbsent(other, points.size()) == null) {
        points.add(other);
      }
    }
    ends = setting.rides().ends(points);
  }

  /// A place to take a vehicle, towards the place to leave it.
  ///
  /// @param target number among the ends of rides
  /// @param weighed seconds with what may be lacking
  record Near(HirePlace place, int target, int seconds, int weighed) {}

  /// A place from which rides were searched.
  record Taken(Near near, VehicleRides.Times times) {}

  /// How soon the ends of rides are reached, without unlocking and locking.
  ///
  /// @param seconds [HireSpread#NEVER] where none of them is within reach
  /// @param weighed the same with what may be lacking on the near side, by which it was chosen
  /// @param taken where rides were searched from
  record Reached(int[] seconds, int[] weighed, List<Taken> taken) {

    private void better(int target, int atSeconds, int atWeighed) {
      if (atWeighed < weighed[target]) {
        weighed[target] = atWeighed;
        seconds[target] = atSeconds;
      }
    }
  }

  int[] stations() {
    return stations;
  }

  int[] vehicles() {
    return vehicles;
  }

  /// How many ends of rides there are.
  int count() {
    return points.size();
  }

  int ofStation(int station) {
    return stationAt[station];
  }

  int ofVehicle(int vehicle) {
    return stations.length + Arrays.binarySearch(vehicles, vehicle);
  }

  int ofOther(GeoPoint point) {
    return Objects.requireNonNull(otherAt.get(point));
  }

  /// Everything around a place.
  ///
  /// @param query begins and ends there
  Reached around(HireQuery query) {
    int[] seconds = new int[points.size()];
    int[] weighed = new int[points.size()];
    Arrays.fill(seconds, NEVER);
    Arrays.fill(weighed, NEVER);
    Reached reached = new Reached(seconds, weighed, new ArrayList<>());
    StationRides kept = points.size() == stations.length ? setting.kept() : null;
    for (Near near : near(query)) {
      if (kept != null) {
        joinKept(near, kept, reached);
      } else if (!isIdle(near, reached.taken())) {
        Taken taken = new Taken(near, times(near));
        join(near, taken.times(), reached);
        reached.taken().add(taken);
      }
    }
    return reached;
  }

  /// Whether one of the places before leads everywhere as soon.
  private boolean isIdle(Near near, List<Taken> taken) {
    for (Taken before : taken) {
      int ride = before.times().seconds()[near.target()];
      boolean sooner = ride != NEVER && before.near().weighed() + ride <= near.weighed();
      int metres = before.times().metres()[near.target()];
      if (sooner && (!outward || goesAsFar(before.near(), near, metres))) {
        return true;
      }
    }
    return false;
  }

  private boolean goesAsFar(Near before, Near near, int metres) {
    double most =
        Math.min(setting.like().maxRideMetres(), MOST_METRES_PER_SECOND * setting.limitSeconds());
    double needed = Math.min(most, (double) near.place().rangeMetres() + metres);
    return before.place().rangeMetres() >= needed;
  }

  private VehicleRides.Times times(Near near) {
    VehicleRides.Times known = searched.get(near.target());
    if (known == null) {
      known =
          setting
              .rides()
              .times(
                  near.place().point(),
                  ends,
                  setting.direction(),
                  setting.options(),
                  setting.limitSeconds());
      if ((long) (searched.size() + 1) * points.size() > MOST_KEPT) {
        searched.clear();
      }
      searched.put(near.target(), known);
    }
    return known;
  }

  private void join(Near near, VehicleRides.Times times, Reached reached) {
    int own = near.place().station() < 0 ? -1 : near.target();
    for (int target = 0; target < points.size(); target++) {
      int ride = times.seconds()[target];
      if (ride != NEVER && target != own && times.metres()[target] <= range(near, target)) {
        reached.better(target, near.seconds() + ride, near.weighed() + ride);
      }
    }
  }

  private int range(Near near, int target) {
    if (outward) {
      return near.place().rangeMetres();
    }
    FloatingVehicles floating = setting.like().now().floating();
    int type = setting.like().type();
    boolean floats = target >= stations.length && target < firstOther;
    return floats
        ? floating.rangeMetres()[vehicles[target - stations.length]]
        : setting.sharing().types().maxRangeMetres()[type];
  }

  private void joinKept(Near near, StationRides kept, Reached reached) {
    int own = near.place().station();
    int[] rides = kept.seconds(setting.rides(), own, setting.direction(), setting.options());
    for (int station : stations) {
      int ride = rides[station];
      if (station != own && ride <= setting.limitSeconds()) {
        reached.better(stationAt[station], near.seconds() + ride, near.weighed() + ride);
      }
    }
  }

  /// Places on the near side, the nearest first.
  private List<Near> near(HireQuery query) {
    List<HirePlace> places =
        outward ? setting.places().pickups(query) : setting.places().drops(query);
    Endpoint here = outward ? query.from() : query.to();
    GeoPoint point = outward ? query.fromPoint() : query.toPoint();
    int[] walks =
        setting.router().spread().walkSeconds(here, walkEnds(places), setting.direction());
    List<Near> near = new ArrayList<>();
    for (int i = 0; i < walks.length; i++) {
      HirePlace place = places.get(i);
      int seconds = place.point().equals(point) ? 0 : walks[i];
      if (seconds < setting.limitSeconds()) {
        int penalty = setting.places().penalty(query, place.station(), outward);
        near.add(new Near(place, target(place), seconds, seconds + penalty));
      }
    }
    near.sort(Comparator.comparingInt(Near::weighed).thenComparingInt(Near::target));
    return near;
  }

  private StreetSpread.WalkEnds walkEnds(List<HirePlace> places) {
    List<Endpoint> at = places.stream().map(place -> Endpoint.of(place.point())).toList();
    List<Footing> standing = places.stream().map(this::footing).toList();
    return new StreetSpread.WalkEnds(at, standing, setting.like().walk());
  }

  /// Where a place meets the streets on foot.
  private Footing footing(HirePlace place) {
    return footings.computeIfAbsent(
        target(place),
        fresh ->
            setting
                .router()
                .spread()
                .walkEnds(
                    List.of(Endpoint.of(place.point())), setting.like().walk(), setting.direction())
                .footings()
                .getFirst());
  }

  private int target(HirePlace place) {
    if (place.station() >= 0) {
      return stationAt[place.station()];
    }
    return place.vehicle() >= 0 ? ofVehicle(place.vehicle()) : ofOther(place.point());
  }

  /// Whether a station can be used on the far side.
  boolean isUsable(HireQuery query, int station) {
    return setting.places().isUsable(query, station, !outward);
  }

  Setting setting() {
    return setting;
  }
}
