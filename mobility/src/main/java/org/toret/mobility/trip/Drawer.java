package org.toret.mobility.trip;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.GeoPoint;
import org.toret.base.geo.Polyline;
import org.toret.mobility.board.Teller;
import org.toret.mobility.chance.ChanceTeller;
import org.toret.mobility.live.RideNames;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.Costs;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.Spot;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.Vehicle;
import org.toret.mobility.trip.DraftLeg.DatedRide;
import org.toret.mobility.trip.DraftLeg.Hire;
import org.toret.mobility.trip.DraftLeg.Parked;
import org.toret.network.parking.CarParks;
import org.toret.network.street.StreetEdges;
import org.toret.network.timetable.Timetable;
import org.toret.network.zone.CarUser;
import org.toret.router.cycle.RideMix;
import org.toret.router.drive.DriveEngine;
import org.toret.router.drive.ParkingPlace;
import org.toret.router.flex.FlexRide;
import org.toret.router.journey.CityEngine;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.PathStep;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetPath;
import org.toret.router.path.StreetRouter;
import org.toret.router.raptor.TimetableView;

/// Draws the alternatives that are sent: names, geometry, stops on the way, walking steps. One per
/// answer, since alternatives share their ways on foot.
final class Drawer {

  private final Timetable timetable;
  private final StreetEdges edges;
  private final StreetRouter streets;
  private final DriveEngine drives;
  private final PathOptions options;
  private final Teller teller;
  private final Traveller traveller;
  private final ZoneId zone;
  private final HireTeller hires;
  private final CalledFinder called;
  private final KnownNow then;
  private final ChanceTeller chances;
  private final String language;
  private final Map<List<Object>, Optional<StreetPath>> ways = new HashMap<>();

  Drawer(
      CityEngine engine,
      CalledFinder called,
      PathOptions options,
      Teller teller,
      Traveller traveller,
      KnownNow then,
      String language) {
    this.called = called;
    this.language = language;
    timetable = engine.city().timetable();
    edges = engine.city().streets().edges();
    streets = engine.streets();
    drives = engine.drive();
    zone = engine.city().info().zone();
    hires = new HireTeller(engine.city().sharing());
    this.options = options;
    this.teller = teller;
    this.traveller = traveller;
    this.then = then;
    chances = new ChanceTeller(engine, then, options);
  }

  Alternative draw(Draft draft) {
    List<Leg> legs = new ArrayList<>();
    for (int i = 0; i < draft.legs().size(); i++) {
      DraftLeg leg = draft.legs().get(i);
      DatedRide ride = leg.ride();
      legs.add(
          ride == null
              ? way(leg, draft.vehicle(), draft.legCosts().get(i))
              : ride(leg, ride, draft.legCosts().get(i)));
    }
    return new Alternative(
        AlternativeId.of(draft, traveller, timetable, hires, called, drives.parks()),
        draft.group(),
        teller.time(draft.departure()),
        teller.time(draft.arrival()),
        draft.transfers(),
        draft.modes(),
        draft.costs(),
        legs);
  }

  Spot spot(Site site) {
    GeoPoint point = site.point();
    return site.stop() < 0
        ? new Spot(site.name(), point.lat(), point.lon(), null, null)
        : teller.spot(site.stop());
  }

  private Leg way(DraftLeg leg, @Nullable Vehicle vehicle, Costs costs) {
    Hire hire = leg.hire();
    FlexRide onDemand = leg.called();
    StreetPath known = leg.path();
    Optional<StreetPath> path = known == null ? path(leg) : Optional.of(known);
    List<GeoPoint> line =
        path.map(StreetPath::line).orElse(List.of(leg.from().point(), leg.to().point()));
    return new Leg(
        leg.mode(),
        spot(leg.from()),
        spot(leg.to()),
        teller.time(leg.departure()),
        teller.time(leg.arrival()),
        null,
        path.map(Drawer::steps).orElse(List.of()),
        hire == null ? null : hires.station(hire),
        hire == null || hire.vehicle().isEmpty() ? null : hire.vehicle(),
        hire == null ? null : hires.tell(hire, then.sharing(), zone, chances(leg, hire)),
        parking(leg, vehicle),
        path.map(this::traffic).orElse(null),
        path.filter(way -> way.mode() == StreetMode.BIKE).map(this::ridden).orElse(null),
        onDemand == null ? null : called.tell(onDemand, teller),
        leg.metres(),
        Polyline.encode(line),
        costs,
        List.of());
  }

  private Leg.@Nullable Traffic traffic(StreetPath path) {
    StreetPath.Traffic told = path.traffic();
    return told == null || then.roadsAt() == KnownNow.NEVER
        ? null
        : new Leg.Traffic(
            told.toldMetres() > 0 ? "updated" : "scheduled",
            teller.time(then.roadsAt()),
            told.publishedSeconds(),
            told.toldMetres());
  }

  private Leg.Ridden ridden(StreetPath path) {
    RideMix mix = RideMix.of(edges, path.track().arcs(), path.track().decimetres());
    return new Leg.Ridden(
        mix.cycleWayMetres(), mix.stressMetres(), mix.metresAbove(traveller.maxStress()));
  }

  private HireTeller.Chances chances(DraftLeg leg, Hire hire) {
    int from = hire.pickup().station();
    int to = hire.drop().station();
    int needed = leg.mode() == TravelMode.CARSHARE ? 1 : traveller.persons();
    return new HireTeller.Chances(
        from < 0 ? null : chances.take(from, hire.type(), needed, leg.departure()),
        to < 0 ? null : chances.leave(to, hire.type(), leg.arrival(), HireFinder.rider(traveller)));
  }

  private Leg.@Nullable Parking parking(DraftLeg leg, @Nullable Vehicle vehicle) {
    Parked parked = leg.parked();
    if (parked == null) {
      return null;
    }
    CarParks parks = drives.parks();
    int park = parked.park();
    boolean kerb = park == ParkingPlace.KERB;
    boolean known = !kerb && then.parking().knows(park) && then.parking().free()[park] >= 0;
    return new Leg.Parking(
        kerb ? null : parks.ids().get(park),
        kerb ? "kerb" : "carpark",
        kerb || parks.capacities()[park] < 0 ? null : parks.capacities()[park],
        known ? then.parking().free()[park] : null,
        known ? teller.time(then.parking().atEpochSeconds()[park]) : null,
        parked.stayMinutes(),
        parked.seconds(),
        kerb ? null : chances.park(park, car(vehicle), leg.arrival() - parked.seconds()));
  }

  private CarUser car(@Nullable Vehicle vehicle) {
    return DriveFinder.user(vehicle == null ? Vehicle.FLEET_AVERAGE : vehicle, traveller);
  }

  private Optional<StreetPath> path(DraftLeg leg) {
    StreetMode mode =
        switch (leg.mode()) {
          case BIKE, EBIKE, BIKESHARE, SCOOTER -> StreetMode.BIKE;
          case CAR, CARSHARE, TAXI -> StreetMode.CAR;
          default -> StreetMode.WALK;
        };
    PathOptions own = leg.mode() == TravelMode.EBIKE ? options.assisted() : options;
    List<Object> key = List.of(end(leg.from()), end(leg.to()), mode, own);
    return ways.computeIfAbsent(
        key,
        fresh ->
            path(leg, mode, own)
                .or(() ->
                    traveller.mayClimb() ? path(leg, mode, own.withStairs()) : Optional.empty()));
  }

  private Optional<StreetPath> path(DraftLeg leg, StreetMode mode, PathOptions own) {
    return streets.path(end(leg.from()), end(leg.to()), mode, own);
  }

  private Endpoint end(Site site) {
    return site.stop() >= 0 && streets.isLinked(site.stop())
        ? Endpoint.ofStop(site.stop())
        : Endpoint.of(site.point());
  }

  private static List<Leg.Step> steps(StreetPath path) {
    return path.steps().stream().map(Drawer::step).toList();
  }

  private static Leg.Step step(PathStep step) {
    return new Leg.Step(
        step.direction().name().toLowerCase(Locale.ROOT),
        step.name(),
        step.metres(),
        step.point().lat(),
        step.point().lon());
  }

  private Leg ride(DraftLeg leg, DatedRide ride, Costs costs) {
    int pattern = timetable.trips().patterns()[ride.trip()];
    return new Leg(
        leg.mode(),
        spot(leg.from()),
        spot(leg.to()),
        teller.time(leg.departure()),
        teller.time(leg.arrival()),
        transit(leg, ride, pattern),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        leg.metres(),
        Polyline.encode(teller.course(pattern, ride.boardCall(), ride.alightCall())),
        costs,
        alerts(leg, ride));
  }

  private List<Leg.Alert> alerts(DraftLeg leg, DatedRide ride) {
    return Leg.Alert.of(
        then.alerts()
            .of(
                RideNames.of(timetable, ride.trip()),
                Stream.of(leg.from(), leg.to()).flatMap(this::stopIds).toList(),
                leg.departure(),
                leg.arrival()),
        language);
  }

  /// Of a stop and its station, since what is out of order is told of either.
  private Stream<String> stopIds(Site site) {
    return site.stop() < 0
        ? Stream.empty()
        : IntStream.of(site.stop(), timetable.stops().station(site.stop()))
            .distinct()
            .mapToObj(timetable.stops().ids()::get);
  }

  private Leg.Transit transit(DraftLeg leg, DatedRide ride, int pattern) {
    return new Leg.Transit(
        timetable.trips().ids().get(ride.trip()),
        ride.serviceDate(),
        ride.boardCall() + 1,
        ride.alightCall() + 1,
        teller.line(timetable.patterns().routes()[pattern]),
        teller.headsign(ride.trip()),
        teller.scheduledDeparture(
            ride.trip(), ride.boardCall(), TimetableView.origin(ride.serviceDate(), zone)),
        teller.scheduledArrival(
            ride.trip(), ride.alightCall(), TimetableView.origin(ride.serviceDate(), zone)),
        teller.live(ride.trip()),
        teller.liveBasis(ride.trip(), ride.serviceDate()),
        teller.occupancy(then.occupancy(), ride.trip(), ride.boardCall(), ride.serviceDate()),
        ride.seated(),
        timetable.trips().headwaySeconds()[ride.trip()],
        wheelchair(timetable.patterns().wheelchair()[pattern]),
        teller.calls(
            ride.trip(),
            TimetableView.origin(ride.serviceDate(), zone),
            ride.boardCall(),
            ride.alightCall()),
        null);
  }

  private static @Nullable String wheelchair(byte published) {
    return switch (published) {
      case 1 -> "accessible";
      case 2 -> "not_accessible";
      default -> null;
    };
  }
}
