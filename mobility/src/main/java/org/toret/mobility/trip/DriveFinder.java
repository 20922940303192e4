package org.toret.mobility.trip;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.Vehicle;
import org.toret.mobility.trip.DraftLeg.Parked;
import org.toret.network.zone.AccessRegime;
import org.toret.network.zone.CarUser;
import org.toret.router.drive.DriveEngine;
import org.toret.router.drive.DriveFound;
import org.toret.router.drive.DriveOption;
import org.toret.router.drive.DriveQuery;
import org.toret.router.drive.LotReach;
import org.toret.router.drive.ParkingPlace;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetPath;
import org.toret.router.toll.Tolls;

/// Finds the ways by one's own car, with where it is left: to the destination, or to a station from
/// where the way goes on by timetable.
final class DriveFinder {

  /// Who rides less by timetable has not changed to it.
  private static final int LEAST_RIDE_METRES = 1_200;

  private final DriveEngine engine;
  private final TransitFinder transit;
  private final DraftMaker maker;
  private final BitSet stations = new BitSet();
  private final BitSet beside;
  private final Tolls tolls;
  private final ZoneId zone;

  /// @param stations stops of railways, metros and the like
  /// @param zone of the city
  DriveFinder(
      DriveEngine engine,
      Tolls tolls,
      TransitFinder transit,
      DraftMaker maker,
      int[] stations,
      ZoneId zone) {
    this.engine = engine;
    this.zone = zone;
    this.tolls = tolls;
    this.transit = transit;
    this.maker = maker;
    Arrays.stream(stations).forEach(this.stations::set);
    beside = engine.lotsBeside(this.stations);
  }

  /// A way by car.
  ///
  /// @param fixed whether it may not leave at any other time
  record Driven(List<DraftLeg> legs, Vehicle vehicle, boolean fixed) {}

  /// The cars of a traveller; that of the average where none is told.
  static List<Vehicle> vehicles(Traveller traveller) {
    List<Vehicle> own = traveller.vehicles();
    return own.isEmpty() ? List.of(Vehicle.FLEET_AVERAGE) : own;
  }

  /// A car as a gate sees it.
  static CarUser user(Vehicle vehicle, Traveller traveller) {
    return new CarUser(vehicle.fuel(), vehicle.euroClass(), new HashSet<>(traveller.permits()));
  }

  /// The drives among some legs by the way they take now, as far as there is one.
  List<DraftLeg> again(
      List<DraftLeg> legs, Vehicle vehicle, Traveller traveller, PathOptions options) {
    CarUser car = user(vehicle, traveller);
    return legs.stream()
        .map(leg ->
            leg.mode() != TravelMode.CAR
                ? leg
                : engine
                    .rides(
                        leg.from().point(),
                        car,
                        leg.departure(),
                        leg.arrival(),
                        tolls,
                        leg.unpaid())
                    .path(leg.from().point(), leg.to().point(), options)
                    .map(leg::along)
                    .orElse(leg))
        .toList();
  }

  /// All the way, for each car; not through places in between. A car that may not enter what it
  /// must pass leaves when it may, if that is within the window.
  ///
  /// @param cuts where to add what limits left out
  /// @param notices where to add what keeps cars out
  List<Driven> find(
      PlanRequest request,
      List<Site> places,
      KnownNow then,
      List<PlanAnswer.Cut> cuts,
      List<Notice> notices) {
    List<Driven> found = new ArrayList<>();
    if (request.modes().contains(TravelMode.CAR) && places.size() == 2) {
      PathOptions options = DirectFinder.options(request);
      Site from = places.getFirst();
      Site to = places.getLast();
      for (Vehicle vehicle : vehicles(request.traveller())) {
        DriveQuery query = query(request, options, then, vehicle, from, to);
        DriveFound drives = engine.find(query, tolls);
        cuts.add(new PlanAnswer.Cut("charges", drives.unsearched()));
        cuts.add(new PlanAnswer.Cut("car_parks", drives.untried()));
        for (DriveOption option : drives.options()) {
          found.add(new Driven(legs(request, option, from, to, query.at()), vehicle, false));
        }
        notices(drives, vehicle).stream()
            .filter(one -> !notices.contains(one))
            .forEach(notices::add);
        if (!drives.avoided().isEmpty()) {
          found.addAll(whenOpen(request, query, vehicle, from, to, drives.avoided(), notices));
        }
      }
    }
    return found;
  }

  private List<Driven> whenOpen(
      PlanRequest request,
      DriveQuery query,
      Vehicle vehicle,
      Site from,
      Site to,
      List<AccessRegime> avoided,
      List<Notice> notices) {
    List<Driven> found = new ArrayList<>();
    OptionalLong opens = engine.opens(query, request.when().window().toSeconds());
    if (opens.isPresent()) {
      for (DriveOption option : engine.find(query.at(opens.getAsLong()), tolls).options()) {
        found.add(new Driven(legs(request, option, from, to, opens.getAsLong()), vehicle, true));
      }
    }
    if (!found.isEmpty()) {
      String time = Instant.ofEpochSecond(opens.getAsLong()).atZone(zone).toLocalTime().toString();
      String code = request.when().arriveBy() ? "car_open_until" : "car_open_from";
      Notice open = notice(code, time, AccessRegime.names(avoided));
      notices.addAll(notices.contains(open) ? List.of() : List.of(open));
    }
    return found;
  }

  /// What keeps a car out, each zone once: bans by their rule, else the zone itself.
  private static List<Notice> notices(DriveFound drives, Vehicle vehicle) {
    List<Notice> notices = new ArrayList<>();
    List<AccessRegime> banned = drives.bans().stream().map(DriveFound.Ban::zone).toList();
    for (DriveFound.Ban ban : drives.bans()) {
      String car = vehicle.euroClass() > 0 ? vehicle.fuel() + ":" + vehicle.euroClass() : "";
      notices.add(
          notice(
              "car_banned",
              car.isEmpty() ? vehicle.fuel() : car,
              ban.zone().name(),
              ban.rule().reference().toString(),
              ban.rule().sourceText()));
    }
    drives.avoided().stream()
        .filter(zone -> !banned.contains(zone))
        .forEach(zone ->
            notices.add(
                notice(
                    drives.options().isEmpty() ? "zone_keeps_out" : "zone_avoided", zone.name())));
    if (!drives.shutStreets().isEmpty()) {
      notices.add(notice("streets_closed", String.join(", ", drives.shutStreets())));
    }
    drives.left().forEach(zone -> notices.add(notice("zone_left", zone.name())));
    if (drives.untold()) {
      notices.add(notice("car_class_untold"));
    }
    return notices;
  }

  private static Notice notice(String code, String... args) {
    return Notice.of(code, Severity.INFO, Place.ofFeed(""), (Object[]) args);
  }

  /// Park and ride, with the first of the cars.
  ///
  /// @param onFoot what is found without driving first; what is no better in times is left out
  List<Driven> parkAndRide(
      PlanRequest request,
      PathOptions options,
      KnownNow then,
      TransitFinder.Found onFoot,
      Site from,
      Site to) {
    List<Driven> found = new ArrayList<>();
    if (!request.modes().contains(TravelMode.PARKRIDE)) {
      return found;
    }
    Vehicle vehicle = vehicles(request.traveller()).getFirst();
    DriveQuery query = query(request, options, then, vehicle, from, to);
    LotReach lots = engine.lots(query, stations, beside);
    if (lots.reach().count() == 0) {
      return found;
    }
    TransitFinder.Found journeys =
        transit.findFrom(request, lots.reach(), to, onFoot, TransitFinder.JOINED_SECONDS);
    long at = request.when().at().getEpochSecond();
    Predicate<StreetPath> isWorthIt =
        RideAndTransit.leavesMuch(
            engine.rides(from.point(), query.car(), at, at), from, to, options);
    Map<ParkingPlace, Optional<StreetPath>> drives = new HashMap<>();
    for (var journey : journeys.journeys()) {
      List<DraftLeg> legs = maker.transit(journeys, journey, from, to);
      int ridden = legs.stream().filter(leg -> leg.ride() != null).mapToInt(DraftLeg::metres).sum();
      LotReach.Lot lot = lots.of(legs.getFirst().to().stop());
      long leaves = legs.getFirst().departure();
      long leftAt = leaves + lot.driveSeconds() + lot.place().seconds();
      drives
          .computeIfAbsent(
              lot.place(),
              place ->
                  engine
                      .rides(from.point(), query.car(), leaves, leftAt)
                      .path(from.point(), place.point(), options))
          .filter(path -> ridden >= LEAST_RIDE_METRES && isWorthIt.test(path))
          .ifPresent(
              path -> found.add(new Driven(changed(request, legs, lot, path), vehicle, false)));
    }
    return found;
  }

  /// The legs with the first of them driven and walked instead.
  private List<DraftLeg> changed(
      PlanRequest request, List<DraftLeg> legs, LotReach.Lot lot, StreetPath path) {
    DraftLeg first = legs.getFirst();
    Site park = site(lot.place(), path);
    long there = first.departure() + lot.driveSeconds();
    DraftLeg drive =
        new DraftLeg(
                TravelMode.CAR,
                first.from(),
                park,
                first.departure(),
                there,
                path.metres(),
                null,
                path)
            .parked(parked(request, lot.place()));
    List<DraftLeg> changed = new ArrayList<>();
    changed.add(drive);
    if (first.arrival() > drive.arrival()) {
      changed.add(
          new DraftLeg(
              TravelMode.WALK,
              park,
              first.to(),
              drive.arrival(),
              first.arrival(),
              lot.walkMetres(),
              null,
              null));
    }
    changed.addAll(legs.subList(1, legs.size()));
    return changed;
  }

  private List<DraftLeg> legs(
      PlanRequest request, DriveOption option, Site from, Site to, long at) {
    long departure = request.when().arriveBy() ? at - option.seconds() : at;
    StreetPath walk = option.walk();
    Site park = walk == null ? to : site(option.place(), option.drive());
    List<DraftLeg> legs = new ArrayList<>();
    DraftLeg drive =
        DraftMaker.direct(TravelMode.CAR, from, park, option.drive(), departure)
            .parked(parked(request, option.place()))
            .without(option.unpaid());
    legs.add(drive);
    if (walk != null) {
      legs.add(DraftMaker.direct(TravelMode.WALK, park, to, walk, drive.arrival()));
    }
    return legs;
  }

  private static Parked parked(PlanRequest request, ParkingPlace place) {
    return new Parked(place.park(), place.seconds(), request.stayMinutes());
  }

  /// A car park by its name, else by the street that leads to it.
  private Site site(ParkingPlace place, StreetPath path) {
    String name = place.isKerb() ? "" : engine.parks().names().get(place.park());
    for (int i = path.steps().size() - 1; i >= 0 && name.isEmpty(); i--) {
      name = path.steps().get(i).name();
    }
    return new Site(place.point(), name, -1);
  }

  private static DriveQuery query(
      PlanRequest request,
      PathOptions options,
      KnownNow then,
      Vehicle vehicle,
      Site from,
      Site to) {
    return new DriveQuery(
        from.point(),
        to.point(),
        request.when().at().getEpochSecond(),
        request.when().arriveBy(),
        user(vehicle, request.traveller()),
        options,
        then.parking(),
        then.outlook());
  }
}
