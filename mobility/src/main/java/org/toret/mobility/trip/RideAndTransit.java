package org.toret.mobility.trip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Vehicle;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.Timetable;
import org.toret.network.zone.CarUser;
import org.toret.router.drive.DriveEngine;
import org.toret.router.journey.CityEngine;
import org.toret.router.journey.StationAccess;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetPath;
import org.toret.router.path.StreetRouter;
import org.toret.router.path.VehicleRides;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopReach;

/// Finds the ways that begin on the road and go on by timetable: by one's own bicycle to a station
/// where it is left (bike and ride), and driven there by somebody (kiss and ride).
///
/// Stations are the stops of railways, metros, trams and the like: people leave a bicycle there,
/// and are dropped off there, rather than at any bus stop. Of what starts so, the best in
/// departure, arrival and number of vehicles are found.
final class RideAndTransit {

  private static final int LONGEST_SECONDS = StationAccess.LONGEST_SECONDS;

  /// Ways on the road wind more than those on rails.
  private static final double MOST_OF_ONWARD = 1.5;

  /// Over a station it is no longer than this beside the straight way.
  private static final double MOST_OF_STRAIGHT = 1.4;

  /// Who drives so much of the whole way, by time or by distance, drives on.
  private static final double MOST_OF_DRIVE = 0.8;

  static final int LEAVING_SECONDS = StationAccess.LEAVING_SECONDS;

  private final Timetable timetable;
  private final StreetRouter streets;
  private final DriveEngine drives;
  private final TransitFinder finder;
  private final DraftMaker maker;
  private final int[] stations;
  private final int[] drivenTo;

  RideAndTransit(CityEngine engine, TransitFinder finder, DraftMaker maker) {
    timetable = engine.city().timetable();
    streets = engine.streets();
    drives = engine.drive();
    this.finder = finder;
    this.maker = maker;
    StationAccess access = new StationAccess(timetable);
    stations = access.stations();
    drivenTo = access.drivenTo();
  }

  /// A way that begins in a vehicle and goes on by timetable.
  ///
  /// @param vehicle the car, where it is one
  record Joined(List<DraftLeg> legs, @Nullable Vehicle vehicle) {}

  /// The stops of railways, metros and the like.
  int[] stations() {
    return stations;
  }

  /// Those of them to which people are driven.
  int[] drivenTo() {
    return drivenTo;
  }

  /// All of these that the question allows.
  ///
  /// @param onFoot what is found without riding first; what is no better in times is left out
  /// @param direct what is found without timetable; what takes as long as the bicycle alone is left
  ///   out
  List<Joined> find(
      PlanRequest request,
      PathOptions options,
      TransitFinder.Found onFoot,
      List<DirectFinder.Direct> direct,
      Site from,
      Site to) {
    List<Joined> found = new ArrayList<>();
    if (request.modes().contains(TravelMode.BIKERIDE)) {
      int longest = (int) secondsByBike(direct) - 1;
      find(
          request,
          TravelMode.BIKE,
          StreetMode.BIKE,
          null,
          options,
          onFoot,
          from,
          to,
          longest,
          found);
    }
    if (request.modes().contains(TravelMode.KISSRIDE)) {
      Vehicle car = DriveFinder.vehicles(request.traveller()).getFirst();
      int longest = TransitFinder.JOINED_SECONDS;
      find(request, TravelMode.CAR, StreetMode.CAR, car, options, onFoot, from, to, longest, found);
    }
    return found;
  }

  private void find(
      PlanRequest request,
      TravelMode mode,
      StreetMode on,
      @Nullable Vehicle vehicle,
      PathOptions options,
      TransitFinder.Found onFoot,
      Site from,
      Site to,
      int longest,
      List<Joined> joined) {
    VehicleRides rides = rides(request, from, vehicle, on);
    Approach any =
        new Approach(
            from.point(),
            to.point(),
            ReachDirection.FROM,
            rides,
            options,
            station -> true,
            LONGEST_SECONDS);
    StopReach reach =
        mode == TravelMode.CAR
            ? any.onTheWay().reach(timetable.stops(), drivenTo)
            : any.reach(timetable.stops(), stations);
    if (reach.count() == 0) {
      return;
    }
    Predicate<StreetPath> isWorthIt =
        mode == TravelMode.CAR ? leavesMuch(rides, from, to, options) : path -> true;
    TransitFinder.Found found = finder.findFrom(request, reach, to, onFoot, longest);
    Map<Integer, Optional<StreetPath>> ways = new HashMap<>();
    for (var journey : found.journeys()) {
      List<DraftLeg> legs = maker.transit(found, journey, from, to);
      GeoPoint station = legs.getFirst().to().point();
      ways.computeIfAbsent(
              legs.getFirst().to().stop(), fresh -> rides.path(from.point(), station, options))
          .filter(isWorthIt)
          .flatMap(path -> ridden(legs, mode, path))
          .ifPresent(own -> joined.add(new Joined(own, vehicle)));
    }
  }

  private static long secondsByBike(List<DirectFinder.Direct> direct) {
    return direct.stream()
        .filter(way -> way.mode() == TravelMode.BIKE)
        .mapToLong(way -> Chain.of(way.legs()).seconds())
        .reduce(TransitFinder.JOINED_SECONDS, Math::min);
  }

  /// A car keeps out of what is closed to it at any time it may be on its way.
  private VehicleRides rides(
      PlanRequest request, Site from, @Nullable Vehicle vehicle, StreetMode on) {
    if (vehicle == null) {
      return streets.rides(on);
    }
    long at = request.when().at().getEpochSecond();
    long window = request.when().window().toSeconds() + LONGEST_SECONDS;
    boolean arriveBy = request.when().arriveBy();
    int longest = (int) (arriveBy ? 2 * window : window);
    CarUser car = DriveFinder.user(vehicle, request.traveller());
    return drives.rides(from.point(), car, at, arriveBy, longest);
  }

  /// A ride between one end of a journey and stations.
  ///
  /// @param here the end that is ridden from or to
  /// @param there the other one
  /// @param admitted where the vehicle may be had or left
  /// @param longest seconds that nobody rides beyond
  record Approach(
      GeoPoint here,
      GeoPoint there,
      ReachDirection direction,
      VehicleRides rides,
      PathOptions options,
      Predicate<GeoPoint> admitted,
      int longest) {

    /// The same for who is driven: to stations that do not lie so far to the side or behind that
    /// the way over them is long beside the straight one.
    Approach onTheWay() {
      double most = MOST_OF_STRAIGHT * Distance.metres(here, there);
      Predicate<GeoPoint> straight =
          station -> Distance.metres(here, station) + Distance.metres(station, there) <= most;
      return new Approach(here, there, direction, rides, options, admitted.and(straight), longest);
    }

    /// The stations worth riding to, or from: nearer to this end than to the other.
    StopReach reach(Stops all, int[] stations) {
      return StationAccess.reach(
          all,
          stations,
          point ->
              Distance.metres(here, point) < Distance.metres(point, there) && admitted.test(point),
          new StationAccess.Ride(here, direction, rides, options, longest));
    }
  }

  /// Whether a drive before going on by timetable is less than nearly all the way. Any is where the
  /// destination cannot be driven to.
  static Predicate<StreetPath> leavesMuch(
      VehicleRides rides, Site from, Site to, PathOptions options) {
    Optional<StreetPath> whole = rides.path(from.point(), to.point(), options);
    return drive ->
        whole.isEmpty()
            || drive.seconds() <= MOST_OF_DRIVE * whole.get().seconds()
                && drive.metres() <= MOST_OF_DRIVE * whole.get().metres();
  }

  /// The legs with the first of them ridden instead of walked; empty where that takes longer, or
  /// where the ride is longer than all the rest: nobody is driven across town for one stop by
  /// metro.
  private static Optional<List<DraftLeg>> ridden(
      List<DraftLeg> legs, TravelMode mode, StreetPath path) {
    DraftLeg first = legs.getFirst();
    int onward = Chain.carriedMetres(legs);
    if (path.seconds() > first.seconds() || path.metres() > MOST_OF_ONWARD * onward) {
      return Optional.empty();
    }
    List<DraftLeg> ridden = new ArrayList<>(legs);
    long there = first.arrival() - LEAVING_SECONDS;
    ridden.set(0, DraftMaker.direct(mode, first.from(), first.to(), path, there - path.seconds()));
    return Optional.of(ridden);
  }
}
