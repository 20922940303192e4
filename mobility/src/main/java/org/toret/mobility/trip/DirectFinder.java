package org.toret.mobility.trip;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.mobility.plan.Limits;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.Vehicle;
import org.toret.mobility.trip.DraftLeg.Parked;
import org.toret.network.zone.AccessRegime;
import org.toret.network.zone.AccessZones;
import org.toret.network.zone.CarUser;
import org.toret.router.cycle.Cycling;
import org.toret.router.drive.DriveEngine;
import org.toret.router.drive.ParkingPlace;
import org.toret.router.journey.CityEngine;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetPath;
import org.toret.router.path.StreetRouter;
import org.toret.router.path.VehicleRides;
import org.toret.router.toll.Tolls;
import org.toret.router.walk.WalkOptions;

/// Finds the ways that need no timetable: on foot, by bicycle or by car from the first place to the
/// last, through all those between, in one mode.
final class DirectFinder {

  private final StreetRouter streets;

  /// A drive through several places takes no longer than this.
  private static final int VIA_SECONDS = 2 * 3600;

  /// A walk beyond the traveller's limit is told of up to here.
  private static final int FARTHEST_WALK_METRES = 20_000;

  /// The same of a ride by bicycle.
  private static final int FARTHEST_RIDE_METRES = 100_000;

  private final DriveEngine drives;
  private final AccessZones zones;
  private final Tolls tolls;

  DirectFinder(CityEngine engine, Tolls tolls) {
    streets = engine.streets();
    drives = engine.drive();
    zones = engine.city().zones();
    this.tolls = tolls;
  }

  /// How somebody walks and rides.
  static PathOptions options(PlanRequest request) {
    Traveller traveller = request.traveller();
    return new PathOptions(
        new WalkOptions(
            traveller.walkMetresPerSecond(),
            request.limits().maxWalkMetres(),
            traveller.wheelchair(),
            traveller.sparesStairs()),
        traveller.bikeMetresPerSecond(),
        request.limits().maxBikeMetres(),
        new Cycling(false, traveller.maxStress()));
  }

  /// The same, however far.
  static PathOptions unlimited(Traveller traveller) {
    int any = Integer.MAX_VALUE / 16;
    return new PathOptions(
        new WalkOptions(
            traveller.walkMetresPerSecond(), any, traveller.wheelchair(), traveller.sparesStairs()),
        traveller.bikeMetresPerSecond(),
        any,
        new Cycling(false, traveller.maxStress()));
  }

  /// The rides by bicycle among some legs by the way they take, as far as there is one.
  List<DraftLeg> ridden(List<DraftLeg> legs, PathOptions options) {
    return legs.stream().map(leg -> ridden(leg, options)).toList();
  }

  private DraftLeg ridden(DraftLeg leg, PathOptions options) {
    if (!leg.mode().isOwnBicycle()) {
      return leg;
    }
    boolean assisted = leg.mode() == TravelMode.EBIKE;
    Endpoint from = Endpoint.of(leg.from().point());
    Endpoint to = Endpoint.of(leg.to().point());
    return streets
        .path(from, to, StreetMode.BIKE, assisted ? options.assisted() : options)
        .map(leg::along)
        .orElse(leg);
  }

  /// A way in one mode; one leg from each place to the next.
  ///
  /// @param vehicle own car, where one is driven
  record Direct(TravelMode mode, List<DraftLeg> legs, @Nullable Vehicle vehicle) {}

  /// @param notices where to add what keeps a car from passing the places
  List<Direct> find(
      PlanRequest request, PathOptions options, List<Site> places, List<Notice> notices) {
    List<Direct> found = new ArrayList<>();
    if (request.modes().contains(TravelMode.WALK)) {
      paths(StreetMode.WALK, options, places)
          .or(() ->
              request.traveller().mayClimb()
                  ? paths(StreetMode.WALK, options.withStairs(), places)
                  : Optional.empty())
          .ifPresent(paths -> found.add(direct(request, TravelMode.WALK, places, paths, null)));
    }
    if (request.modes().contains(TravelMode.BIKE)) {
      paths(StreetMode.BIKE, options, places)
          .ifPresent(paths -> found.add(direct(request, TravelMode.BIKE, places, paths, null)));
    }
    if (request.modes().contains(TravelMode.EBIKE)) {
      paths(StreetMode.BIKE, options.assisted(), places)
          .ifPresent(paths -> found.add(direct(request, TravelMode.EBIKE, places, paths, null)));
    }
    if (places.size() > 2) {
      found.addAll(drives(request, options, places, notices));
    }
    return found;
  }

  /// By car through places to pass, left along the street at the last of them: the quickest way,
  /// and while it pays for something the quickest that pays for nothing so far paid.
  private List<Direct> drives(
      PlanRequest request, PathOptions options, List<Site> places, List<Notice> notices) {
    List<Direct> found = new ArrayList<>();
    if (!request.modes().contains(TravelMode.CAR)) {
      return found;
    }
    for (Vehicle vehicle : DriveFinder.vehicles(request.traveller())) {
      CarUser user = DriveFinder.user(vehicle, request.traveller());
      Set<String> unpaid = new LinkedHashSet<>();
      boolean more = true;
      while (more) {
        Optional<Direct> way = drive(request, options, places, vehicle, List.copyOf(unpaid));
        way.ifPresent(found::add);
        if (way.isEmpty() && unpaid.isEmpty()) {
          closedTo(user, request, places)
              .filter(one -> !notices.contains(one))
              .ifPresent(notices::add);
        }
        more = way.isPresent() && unpaid.addAll(charges(way.get(), user));
      }
    }
    return found;
  }

  private Optional<Direct> drive(
      PlanRequest request,
      PathOptions options,
      List<Site> places,
      Vehicle vehicle,
      List<String> unpaid) {
    long at = request.when().at().getEpochSecond();
    long from = request.when().arriveBy() ? at - VIA_SECONDS : at;
    CarUser user = DriveFinder.user(vehicle, request.traveller());
    return paths(
            places,
            (here, there) ->
                drives
                    .rides(here.point(), user, from, from + VIA_SECONDS, tolls, unpaid)
                    .path(here.point(), there.point(), options))
        .map(paths ->
            left(direct(request, TravelMode.CAR, places, paths, vehicle), request, unpaid));
  }

  /// `zone_not_passed` where places to pass lie in zones that are closed to a car.
  private Optional<Notice> closedTo(CarUser user, PlanRequest request, List<Site> places) {
    long at = request.when().at().getEpochSecond();
    long from = request.when().arriveBy() ? at - VIA_SECONDS : at;
    List<GeoPoint> passed = places.subList(1, places.size()).stream().map(Site::point).toList();
    String names =
        AccessRegime.names(zones.holding(drives.closed(user, from, from + VIA_SECONDS), passed));
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(Notice.of("zone_not_passed", Severity.INFO, Place.ofFeed(""), names));
  }

  private Set<String> charges(Direct way, CarUser car) {
    Set<String> charges = new LinkedHashSet<>();
    for (DraftLeg leg : way.legs()) {
      StreetPath path = leg.path();
      if (path != null) {
        tolls
            .dues(path.track(), leg.departure(), car)
            .forEach(due -> charges.add(tolls.id(due.charge())));
      }
    }
    return charges;
  }

  private static Direct left(Direct way, PlanRequest request, List<String> unpaid) {
    List<DraftLeg> legs = new ArrayList<>(way.legs());
    int seconds = ParkingPlace.KERB_SECONDS;
    long earlier = request.when().arriveBy() ? seconds : 0;
    legs.replaceAll(leg -> leg.shifted(-earlier).without(unpaid));
    Parked kerb = new Parked(ParkingPlace.KERB, seconds, request.stayMinutes());
    legs.add(legs.removeLast().parked(kerb));
    return new Direct(way.mode(), legs, way.vehicle());
  }

  /// `streets_unknown_from`, `streets_unknown_via` and `streets_unknown_to` where something that
  /// needs streets was asked for and none is known around a place, in a city of which some are.
  List<Notice> unknownStreets(PlanRequest request, List<Site> places) {
    boolean asked =
        request.modes().stream().anyMatch(mode -> !mode.isTransit() && mode != TravelMode.WALK);
    if (!asked || !streets.hasStreets()) {
      return List.of();
    }
    VehicleRides cars = streets.rides(StreetMode.CAR);
    return IntStream.range(0, places.size())
        .filter(i -> cars.edge(places.get(i).point()) < 0)
        .mapToObj(i -> i == 0 ? "from" : i == places.size() - 1 ? "to" : "via")
        .distinct()
        .map(end -> Notice.of("streets_unknown_" + end, Severity.INFO, Place.ofFeed("")))
        .toList();
  }

  /// How far it is all the way on foot or by bicycle where a limit left it out: `walk_longer` where
  /// nothing else leaves soon or is quicker, `bike_longer` where there is nothing else, or the
  /// limit is the traveller's own. `walk_none` where there is nothing, not even a way on foot;
  /// `walk_quicker` where walking was not asked for, and nothing by timetable is quicker.
  ///
  /// @param front what is left of all that was found
  /// @param widened whether nothing leaves soon
  /// @param walk the way on foot, where something was held against it
  List<Notice> longer(
      PlanRequest request,
      List<Site> places,
      List<Draft> front,
      boolean widened,
      Optional<Front.LongWalk> walk) {
    List<Notice> notices = new ArrayList<>();
    boolean asked = request.modes().contains(TravelMode.WALK);
    boolean nothing = asked && (widened || front.isEmpty());
    (nothing ? walk.or(() -> longWalk(request, places)) : walk)
        .filter(way -> nothing || asked && way.removed() || way.isQuickest(front))
        .map(way ->
            longer(
                asked ? "walk_longer" : "walk_quicker",
                way.metres(),
                way.seconds(),
                request.limits().maxWalkMetres()))
        .or(() ->
            asked && front.isEmpty()
                ? Optional.of(
                    Notice.of(
                        "walk_none", Severity.INFO, Place.ofFeed(""), FARTHEST_WALK_METRES / 1000))
                : Optional.empty())
        .ifPresent(notices::add);
    boolean own = request.limits().maxBikeMetres() != Limits.sensible().maxBikeMetres();
    boolean rides = front.stream().anyMatch(draft -> draft.group().equals("bike"));
    if (!rides && (own || front.isEmpty())) {
      longerRide(request, places).ifPresent(notices::add);
    }
    return notices;
  }

  private Optional<Notice> longerRide(PlanRequest request, List<Site> places) {
    if (request.modes().stream().noneMatch(TravelMode::isOwnBicycle)) {
      return Optional.empty();
    }
    int limit = request.limits().maxBikeMetres();
    PathOptions options = options(request).riding(FARTHEST_RIDE_METRES);
    boolean assisted = !request.modes().contains(TravelMode.BIKE);
    return paths(StreetMode.BIKE, assisted ? options.assisted() : options, places)
        .filter(paths -> paths.stream().anyMatch(path -> path.metres() > limit))
        .map(paths -> longer("bike_longer", metres(paths), seconds(paths), limit));
  }

  private static int metres(List<StreetPath> paths) {
    return paths.stream().mapToInt(StreetPath::metres).sum();
  }

  private static int seconds(List<StreetPath> paths) {
    return paths.stream().mapToInt(StreetPath::seconds).sum();
  }

  private static Notice longer(String code, int metres, int seconds, int limit) {
    return Notice.of(
        code, Severity.INFO, Place.ofFeed(""), metres, Math.ceilDiv(seconds, 60), limit);
  }

  /// The way on foot that is not offered, being longer than anybody walks by the question or not
  /// asked for; empty where one is offered or none is known. What is no better than it is nonsense
  /// all the same.
  private Optional<Front.LongWalk> longWalk(PlanRequest request, List<Site> places) {
    WalkOptions asked = options(request).walk();
    boolean any = !request.modes().contains(TravelMode.WALK);
    WalkOptions farther =
        new WalkOptions(
            asked.metresPerSecond(), FARTHEST_WALK_METRES, asked.wheelchair(), asked.avoidStairs());
    return paths(StreetMode.WALK, PathOptions.of(farther), places)
        .filter(paths -> any || paths.stream().anyMatch(path -> path.metres() > asked.maxMetres()))
        .map(paths -> new Front.LongWalk(metres(paths), seconds(paths), false));
  }

  /// The same where some way may be no better than it.
  Optional<Front.LongWalk> longWalk(PlanRequest request, List<Site> places, List<Draft> drafts) {
    Front.LongWalk straight = Front.LongWalk.straight(request, places);
    boolean doubtful =
        straight.metres() <= FARTHEST_WALK_METRES
            && drafts.stream().noneMatch(Front.LongWalk::isWalk)
            && (drafts.stream().anyMatch(straight::covers) || straight.isQuickest(drafts));
    return doubtful ? longWalk(request, places) : Optional.empty();
  }

  /// The way on foot between two places, or with a bicycle that is taken along where that is
  /// faster, at no time of its own; drawn when it is sent.
  Optional<Chain> walk(
      PathOptions options, TransitFinder.@Nullable Carried bicycle, Site from, Site to) {
    Optional<Chain> walk = walk(options, from, to);
    if (bicycle == null) {
      return walk;
    }
    return streets
        .path(end(from), end(to), StreetMode.BIKE, bicycle.options())
        .map(path -> Chain.of(List.of(DraftMaker.direct(bicycle.mode(), from, to, path, 0))))
        .filter(ride -> walk.isEmpty() || ride.seconds() < walk.get().seconds())
        .or(() -> walk);
  }

  private Optional<Chain> walk(PathOptions options, Site from, Site to) {
    return streets
        .path(end(from), end(to), StreetMode.WALK, options)
        .map(path -> {
          int seconds = path.seconds();
          int metres = path.metres();
          return Chain.of(
              List.of(new DraftLeg(TravelMode.WALK, from, to, 0, seconds, metres, null, null)));
        });
  }

  private Endpoint end(Site site) {
    return site.stop() >= 0 && streets.isLinked(site.stop())
        ? Endpoint.ofStop(site.stop())
        : Endpoint.of(site.point());
  }

  /// The path from each place to the next; empty where one of them cannot be reached.
  private Optional<List<StreetPath>> paths(
      StreetMode mode, PathOptions options, List<Site> places) {
    return paths(
        places,
        (from, to) ->
            streets.path(Endpoint.of(from.point()), Endpoint.of(to.point()), mode, options));
  }

  private static Optional<List<StreetPath>> paths(
      List<Site> places, BiFunction<Site, Site, Optional<StreetPath>> path) {
    List<StreetPath> paths = new ArrayList<>();
    for (int i = 1; i < places.size(); i++) {
      Optional<StreetPath> next = path.apply(places.get(i - 1), places.get(i));
      if (next.isEmpty()) {
        return Optional.empty();
      }
      paths.add(next.get());
    }
    return Optional.of(paths);
  }

  private static Direct direct(
      PlanRequest request,
      TravelMode mode,
      List<Site> places,
      List<StreetPath> paths,
      @Nullable Vehicle vehicle) {
    long at = request.when().at().getEpochSecond();
    int seconds = paths.stream().mapToInt(StreetPath::seconds).sum();
    long departure = request.when().arriveBy() ? at - seconds : at;
    List<DraftLeg> legs = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      StreetPath path = paths.get(i);
      legs.add(DraftMaker.direct(mode, places.get(i), places.get(i + 1), path, departure));
      departure += path.seconds();
    }
    return new Direct(mode, legs, vehicle);
  }
}
