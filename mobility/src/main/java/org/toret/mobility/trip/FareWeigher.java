package org.toret.mobility.trip;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.mobility.plan.CostItem;
import org.toret.mobility.plan.Costs;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.Vehicle;
import org.toret.mobility.trip.DraftLeg.DatedRide;
import org.toret.mobility.trip.DraftLeg.Hire;
import org.toret.mobility.trip.DraftLeg.Parked;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.network.zone.CarUser;
import org.toret.router.drive.ParkingCosts;
import org.toret.router.fare.DriveCosts;
import org.toret.router.fare.FareCalendar;
import org.toret.router.fare.FareEngine;
import org.toret.router.fare.FareItem;
import org.toret.router.fare.FareOptions;
import org.toret.router.fare.FareResult;
import org.toret.router.fare.HeldProduct;
import org.toret.router.fare.RiddenLeg;
import org.toret.router.fare.UnknownFare;
import org.toret.router.hire.HireCosts;
import org.toret.router.hire.HireZones;
import org.toret.router.impact.LegImpact;
import org.toret.router.path.StreetPath;
import org.toret.router.taxi.TaxiCosts;
import org.toret.router.toll.Tolls;

/// Prices the legs of an alternative by the one fare engine.
final class FareWeigher {

  private final FareCalendar calendar;
  private final DriveCosts drives;
  private final HireCosts hires;
  private final ParkingCosts parking;
  private final TaxiCosts taxis;
  private final Tolls tolls;
  private final HireZones hireZones;
  private final Timetable timetable;
  private final ZoneId zone;

  FareWeigher(
      FareCalendar calendar,
      DriveCosts drives,
      HireCosts hires,
      ParkingCosts parking,
      TaxiCosts taxis,
      Tolls tolls,
      HireZones hireZones,
      Timetable timetable,
      ZoneId zone) {
    this.tolls = tolls;
    this.hireZones = hireZones;
    this.parking = parking;
    this.taxis = taxis;
    this.calendar = calendar;
    this.drives = drives;
    this.hires = hires;
    this.timetable = timetable;
    this.zone = zone;
  }

  /// The fare of the whole and of each leg.
  record Fares(Costs.Fare total, List<Costs.Fare> legs) {}

  /// @param vehicle own car, null for the fleet average
  Fares price(
      List<DraftLeg> legs,
      Traveller traveller,
      @Nullable Vehicle vehicle,
      List<LegImpact> impacts) {
    List<RiddenLeg> ridden = new ArrayList<>();
    for (int i = 0; i < legs.size(); i++) {
      DatedRide ride = legs.get(i).ride();
      if (ride != null) {
        ridden.add(ridden(i, legs.get(i), ride));
      }
    }
    FareResult result = ridden.isEmpty() ? FareResult.FREE : rides(ridden, traveller);
    for (int i = 0; i < legs.size(); i++) {
      Hire hire = legs.get(i).hire();
      if (hire != null) {
        result = result.plus(hired(i, legs.get(i), hire, traveller));
      }
      if (legs.get(i).mode() == TravelMode.CAR || legs.get(i).mode() == TravelMode.EBIKE) {
        result = result.plus(drives.price(impacts.get(i), day(legs.get(i))));
      }
      if (legs.get(i).mode() == TravelMode.TAXI) {
        result = result.plus(called(i, legs.get(i), traveller));
      }
      Parked parked = legs.get(i).parked();
      if (parked != null) {
        result =
            result.plus(parking.price(i, parked.park(), parked.stayMinutes(), day(legs.get(i))));
      }
    }
    result = result.plus(tolls.price(driven(legs, traveller, vehicle)));
    List<Costs.Fare> each = new ArrayList<>();
    for (int i = 0; i < legs.size(); i++) {
      each.add(own(result, i));
    }
    return new Fares(fare(result), each);
  }

  private static List<Tolls.Driven> driven(
      List<DraftLeg> legs, Traveller traveller, @Nullable Vehicle vehicle) {
    CarUser car = DriveFinder.user(vehicle == null ? Vehicle.FLEET_AVERAGE : vehicle, traveller);
    List<Tolls.Driven> driven = new ArrayList<>();
    for (int i = 0; i < legs.size(); i++) {
      StreetPath path = legs.get(i).path();
      if (legs.get(i).mode() == TravelMode.CAR && path != null) {
        driven.add(new Tolls.Driven(i, path.track(), legs.get(i).departure(), car));
      }
    }
    return driven;
  }

  private FareResult rides(List<RiddenLeg> rides, Traveller traveller) {
    FareEngine engine = calendar.on(rides.getFirst().departureEpochSeconds());
    FareOptions options = options(traveller, rides.getFirst().departureEpochSeconds());
    return rides.getFirst().seated()
        ? engine.party(options, one -> onward(engine, rides, one))
        : engine.price(rides, options);
  }

  /// What is still to be paid by who sits in the first vehicle: the ticket for that ride is bought
  /// and began where the ride is told to begin, since nothing is known of before. The least of: the
  /// whole, where the same ticket covers the rest as well; the whole with that ticket in hand; and
  /// the rest on its own. Where what is held pays for that ride, the whole: else it would pay for
  /// the rest as if it had not been used.
  private FareResult onward(FareEngine engine, List<RiddenLeg> rides, FareOptions options) {
    List<RiddenLeg> whole = new ArrayList<>(rides);
    whole.set(0, boarded(rides.getFirst()));
    int last = 1;
    while (last < rides.size() && rides.get(last).seated()) {
      last++;
    }
    FareResult bought = engine.price(whole.subList(0, last), options);
    List<RiddenLeg> rest = whole.subList(last, whole.size());
    FareResult best = rest.isEmpty() ? FareResult.FREE : engine.price(rest, options);
    if (rest.isEmpty() || !bought.known()) {
      return best;
    }
    if (bought.atLeastCents() == 0 && !options.holds().isEmpty()) {
      return engine.price(whole, options);
    }
    List<String> products = bought.items().stream().map(FareItem::product).toList();
    FareResult all = engine.price(whole, options);
    int first = rides.getFirst().leg();
    List<FareItem> same = all.items().stream().filter(item -> item.legs().contains(first)).toList();
    if (all.known() && same.stream().map(FareItem::product).toList().equals(products)) {
      best = cheaper(best, without(all, same));
    }
    List<HeldProduct> holds = new ArrayList<>(options.holds());
    String feed = timetable.feeds().ids().get(rides.getFirst().feed());
    for (FareItem item : bought.items()) {
      holds.add(new HeldProduct(feed, item.product(), HeldProduct.UNUSED));
    }
    return cheaper(best, engine.price(whole, options.withHolds(holds)));
  }

  private static RiddenLeg boarded(RiddenLeg ride) {
    return new RiddenLeg(
        ride.leg(),
        ride.feed(),
        ride.route(),
        ride.stops(),
        ride.departureEpochSeconds(),
        ride.arrivalEpochSeconds(),
        false);
  }

  /// The same with some items paid already.
  private static FareResult without(FareResult all, List<FareItem> paid) {
    int cents = paid.stream().mapToInt(FareItem::cents).sum();
    List<FareItem> items = all.items().stream().filter(item -> !paid.contains(item)).toList();
    return new FareResult(all.atLeastCents() - cents, all.currency(), all.unknown(), items);
  }

  private static FareResult cheaper(FareResult one, FareResult other) {
    int fewer = Integer.compare(one.unknown().size(), other.unknown().size());
    boolean first = fewer < 0 || fewer == 0 && one.atLeastCents() <= other.atLeastCents();
    return first ? one : other;
  }

  /// A taxi by its meter; what a ride on demand costs is not told by its stops.
  private FareResult called(int position, DraftLeg leg, Traveller traveller) {
    if (leg.called() != null) {
      UnknownFare unknown = new UnknownFare(position, "on_demand_fare");
      return new FareResult(0, "", List.of(unknown), List.of());
    }
    return taxis.price(
        new TaxiCosts.Ride(
            position,
            leg.from().point(),
            leg.to().point(),
            leg.departure(),
            leg.seconds(),
            leg.metres(),
            traveller.persons()));
  }

  /// Everybody rides an own bicycle or scooter; a car is shared.
  private FareResult hired(int position, DraftLeg leg, Hire hire, Traveller traveller) {
    int vehicles = leg.mode() == TravelMode.CARSHARE ? 1 : traveller.persons();
    FareResult price = hires.price(position, hire.plan(), vehicles, leg.seconds(), leg.metres());
    return isCharged(leg, hire)
        ? price.plus(
            new FareResult(
                0, "", List.of(new UnknownFare(position, "hire_zone_charge")), List.of()))
        : price;
  }

  /// Whether a shared car comes to something that costs and that no rule exempts it from: whether
  /// it is in its price is not told.
  private boolean isCharged(DraftLeg leg, Hire hire) {
    StreetPath path = leg.path();
    if (leg.mode() != TravelMode.CARSHARE || path == null || tolls.isNone()) {
      return false;
    }
    CarUser car = hireZones.car(hire.type(), day(leg));
    return tolls.dues(path.track(), leg.departure(), car).stream()
        .anyMatch(due -> !hireZones.isExempt(car, tolls.id(due.charge())));
  }

  private LocalDate day(DraftLeg leg) {
    return Instant.ofEpochSecond(leg.departure()).atZone(zone).toLocalDate();
  }

  /// How many of the products held are not used.
  static int unusedHolds(FareCalendar fares, ZoneId zone, PlanRequest request) {
    Instant at = request.when().at();
    return fares
        .on(at.atZone(zone).toLocalDate())
        .unusedHolds(options(request.traveller(), at.getEpochSecond()));
  }

  /// What a traveller says about paying.
  ///
  /// @param epochSeconds when he travels
  static FareOptions options(Traveller traveller, long epochSeconds) {
    return new FareOptions(
        traveller.rider(),
        traveller.media(),
        traveller.holds().stream().map(HeldProduct::of).toList(),
        traveller.persons(),
        traveller.spent().stream().map(text -> spent(text, epochSeconds)).toList(),
        traveller.carnets());
  }

  /// `feed:cap@cents`.
  private static FareOptions.Spent spent(String text, long epochSeconds) {
    int colon = text.indexOf(':');
    int at = text.indexOf('@', colon);
    int cents = Integer.parseInt(text.substring(at + 1));
    return new FareOptions.Spent(
        text.substring(0, colon), text.substring(colon + 1, at), cents, epochSeconds);
  }

  private RiddenLeg ridden(int position, DraftLeg leg, DatedRide ride) {
    Patterns patterns = timetable.patterns();
    int pattern = timetable.trips().patterns()[ride.trip()];
    int route = patterns.routes()[pattern];
    int[] stops = new int[ride.alightCall() - ride.boardCall() + 1];
    for (int i = 0; i < stops.length; i++) {
      int at = patterns.stopOffsets()[pattern] + ride.boardCall() + i;
      stops[i] = timetable.nodes().stops()[patterns.nodes()[at]];
    }
    return new RiddenLeg(
        position,
        timetable.routes().feeds()[route],
        route,
        stops,
        leg.departure(),
        leg.arrival(),
        ride.seated());
  }

  private Costs.Fare fare(FareResult result) {
    return new Costs.Fare(
        result.known(),
        result.known() ? result.atLeastCents() : null,
        result.atLeastCents(),
        result.currency().isEmpty() ? "EUR" : result.currency(),
        result.known() ? null : result.reason(),
        result.unknown().stream().map(UnknownFare::leg).distinct().toList(),
        result.items().stream().map(this::price).toList());
  }

  /// A leg's own fare is what covers it alone; a ticket for several legs is not divided.
  private Costs.Fare own(FareResult result, int leg) {
    List<FareItem> alone = new ArrayList<>();
    boolean shared = false;
    int cents = 0;
    for (FareItem item : result.items()) {
      if (item.legs().equals(List.of(leg))) {
        alone.add(item);
        cents += item.cents();
      } else {
        shared |= item.legs().contains(leg);
      }
    }
    List<UnknownFare> unknown =
        result.unknown().stream().filter(reason -> reason.leg() == leg).toList();
    boolean known = unknown.isEmpty() && !shared;
    String reason = shared ? "ticket_for_several_legs" : "";
    return new Costs.Fare(
        known,
        known ? cents : null,
        cents,
        result.currency().isEmpty() ? "EUR" : result.currency(),
        known ? null : unknown.stream().findFirst().map(UnknownFare::reason).orElse(reason),
        known ? List.of() : List.of(leg),
        alone.stream().map(this::price).toList());
  }

  private CostItem.Price price(FareItem item) {
    return new CostItem.Price(
        item.kind(),
        item.name(),
        item.cents(),
        item.legs(),
        item.medium().isEmpty() ? null : item.medium(),
        item.validUntilEpochSeconds() == FareItem.NO_END
            ? null
            : Instant.ofEpochSecond(item.validUntilEpochSeconds()).atZone(zone).toOffsetDateTime(),
        item.rule(),
        item.source());
  }
}
