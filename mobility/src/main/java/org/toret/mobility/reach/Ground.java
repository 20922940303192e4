package org.toret.mobility.reach;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.toret.base.calendar.Holidays;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.outcome.Outcome;
import org.toret.base.rules.RuleBook;
import org.toret.mobility.need.NeedNotices;
import org.toret.mobility.need.QuestionNotices;
import org.toret.mobility.need.ZoneNotices;
import org.toret.mobility.place.Directory;
import org.toret.mobility.place.Validity;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.Vehicle;
import org.toret.mobility.plan.Waypoint;
import org.toret.network.CityInfo;
import org.toret.network.timetable.Stops;
import org.toret.network.zone.CarUser;
import org.toret.router.cycle.Cycling;
import org.toret.router.hire.HireZones;
import org.toret.router.journey.CarriedBike;
import org.toret.router.journey.CityEngine;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.VehicleRides;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeQuery.Foothold;
import org.toret.router.raptor.TimetableView;
import org.toret.router.taxi.TaxiCosts;
import org.toret.router.toll.Tolls;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopReach;
import org.toret.router.walk.WalkOptions;

/// The city under both questions without a destination: places, stops near them, and the search by
/// timetable from there.
final class Ground {

  static final Foothold NOWHERE = new Foothold(new int[0], new int[0]);

  private final CityEngine engine;
  private final Directory directory;
  private final RuleBook rules;
  private final Tolls tolls;
  private final HireZones hireZones;
  private final TaxiCosts taxis;

  Ground(CityEngine engine, Directory directory, RuleBook rules) {
    this.engine = engine;
    this.rules = rules;
    tolls = Tolls.of(engine.city(), rules);
    hireZones = HireZones.of(engine.hire().sharing(), engine.city().zones(), rules);
    CityInfo info = engine.city().info();
    taxis = new TaxiCosts(rules, info.zone(), day -> Holidays.isHoliday(info.country(), day));
    this.directory = directory;
  }

  /// A place of the question.
  ///
  /// @param platforms stops one stands at without walking: those of a station
  record Spot(Endpoint end, GeoPoint point, int[] platforms) {}

  CityEngine engine() {
    return engine;
  }

  /// Refused as `unknown_stop` or `outside_city`.
  Outcome<Spot> resolve(Waypoint waypoint) {
    return switch (waypoint) {
      case Waypoint.Point(GeoPoint point, String _) ->
          engine.city().info().bounds().contains(point)
              ? Outcome.done(new Spot(Endpoint.of(point), point, new int[0]))
              : Outcome.refused("outside_city", point.lat(), point.lon());
      case Waypoint.Stop(String id) -> {
        OptionalInt stop = directory.findStop(id);
        yield stop.isEmpty()
            ? Outcome.refused("unknown_stop", id)
            : Outcome.done(spot(stop.getAsInt()));
      }
    };
  }

  private Spot spot(int stop) {
    Stops stops = engine.city().timetable().stops();
    GeoPoint point = stops.point(stop);
    return stops.kinds()[stop] == Stops.STATION
        ? new Spot(Endpoint.of(point), point, directory.listChildren(stop))
        : new Spot(Endpoint.ofStop(stop), point, new int[0]);
  }

  static WalkOptions walking(Span span) {
    Traveller traveller = span.traveller();
    return new WalkOptions(
        traveller.walkMetresPerSecond(),
        span.limits().maxWalkMetres(),
        traveller.wheelchair(),
        traveller.sparesStairs());
  }

  static PathOptions riding(Span span) {
    return new PathOptions(
        walking(span),
        span.traveller().bikeMetresPerSecond(),
        span.limits().maxBikeMetres(),
        new Cycling(false, span.traveller().maxStress()));
  }

  /// How the bicycle that is taken along is ridden; null where there is none, or it is not ridden.
  static @Nullable PathOptions carried(Span span) {
    if (!span.traveller().bikeOnBoard()) {
      return null;
    }
    if (span.uses(TravelMode.BIKE)) {
      return riding(span);
    }
    return span.uses(TravelMode.EBIKE) ? riding(span).assisted() : null;
  }

  /// The stops around a place on foot, or with the bicycle that is taken along; those of a station
  /// at once.
  Foothold foothold(Spot spot, Span span, ReachDirection direction) {
    StopReach reach = onFoot(spot, walking(span), direction);
    if (span.traveller().mayClimb()) {
      reach = reach.andThen(onFoot(spot, riding(span).withStairs().walk(), direction));
    }
    PathOptions bicycle = carried(span);
    if (bicycle != null) {
      reach =
          new CarriedBike(engine.city().timetable(), engine.streets())
              .reach(reach, spot.point(), bicycle, direction);
    }
    return new Foothold(reach.stops(), reach.seconds());
  }

  private StopReach onFoot(Spot spot, WalkOptions options, ReachDirection direction) {
    StopReach reach =
        switch (spot.end()) {
          case Endpoint.Place(GeoPoint point) ->
              engine.streets().reachStops(point, options, direction);
          case Endpoint.Stop(int stop) ->
              engine.streets().reachStopsFromStop(stop, options, direction);
        };
    return spot.platforms().length == 0 ? reach : StopReach.at(spot.platforms()).andThen(reach);
  }

  /// Rides of the traveller's car, kept out of what is closed to it while it may be on its way, and
  /// out of what costs something where the traveller does not want to pay.
  ///
  /// @param spot where it starts, or arrives
  /// @param seconds how long it may be on its way
  VehicleRides cars(Spot spot, Span span, int seconds) {
    long from = span.at().getEpochSecond() - (span.arriveBy() ? seconds : 0);
    CarUser car = car(span);
    List<String> unpaid = span.pays() ? List.of() : tolls.possible(car, from, from + seconds);
    return span.arriveBy()
        ? engine.drive().rides(car, from, from + seconds, tolls, unpaid)
        : engine.drive().rides(spot.point(), car, from, from + seconds, tolls, unpaid);
  }

  /// What may have to be paid for on the way: `reach_charged`.
  ///
  /// @param edges the streets that are driven on
  List<Notice> charged(Span span, int seconds, IntPredicate edges) {
    if (!span.uses(TravelMode.CAR) || !span.pays() || tolls.isNone()) {
      return List.of();
    }
    long from = span.at().getEpochSecond() - (span.arriveBy() ? seconds : 0);
    List<String> names =
        tolls.possible(car(span), from, from + seconds).stream()
            .filter(charge -> tolls.isOn(charge, edges))
            .map(tolls::name)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    return names.isEmpty() ? List.of() : List.of(notice("reach_charged", String.join(", ", names)));
  }

  /// The zones that are closed to the traveller's car while it may be on its way.
  ClosedZones closedZones(Span span, int seconds) {
    long from = span.at().getEpochSecond() - (span.arriveBy() ? seconds : 0);
    return new ClosedZones(engine.city(), engine.drive().closed(car(span), from, from + seconds));
  }

  /// @param then what is known, as far as it is of use at the time of the question
  Hires hires(Span span, KnownNow then) {
    return new Hires(engine, hireZones, span, then);
  }

  Taxis taxis(Span span, KnownNow now) {
    return new Taxis(engine, taxis, span, now.at());
  }

  KnownNow nothingKnown() {
    return KnownNow.nothing(engine.city());
  }

  static CarUser car(Span span) {
    List<Vehicle> own = span.traveller().vehicles();
    Vehicle vehicle = own.isEmpty() ? Vehicle.FLEET_AVERAGE : own.getFirst();
    Set<String> permits = Set.copyOf(span.traveller().permits());
    return new CarUser(vehicle.fuel(), vehicle.euroClass(), permits);
  }

  /// The service days between two instants.
  TimetableView view(Instant from, Instant to) {
    return engine.schedule().view(from, to);
  }

  /// How soon each stop is reached by vehicle; how late left, when one must arrive by a time.
  int[] secondsByStop(TimetableView view, Span span, Foothold foothold, int maxSeconds) {
    return engine.oneToAll().seconds(view, query(view, span, foothold, maxSeconds));
  }

  /// The question to the timetable of one instant.
  RangeQuery query(TimetableView view, Span span, Foothold foothold, int maxSeconds) {
    boolean arriveBy = span.arriveBy();
    return new RangeQuery(
        arriveBy,
        view.axisSeconds(span.at().getEpochSecond()),
        0,
        arriveBy ? NOWHERE : foothold,
        arriveBy ? foothold : NOWHERE,
        span.limits().maxTransfers() + 1,
        maxSeconds,
        span.traveller().changeSeconds(),
        span.traveller().changeFactor(),
        span.limits().maxWalkMetres(),
        span.traveller().wheelchair(),
        span.traveller().bikeOnBoard(),
        TravelMode.transitBits(span::uses));
  }

  /// What must be said about any answer to such a question.
  ///
  /// @param seconds longest journey
  List<Notice> notices(Span span, int seconds) {
    List<Notice> notices = new ArrayList<>(Joins.notices(span));
    if (span.transitImplied()) {
      notices.add(notice("transit_implied"));
    }
    int walk = span.limits().maxWalkMetres();
    if (span.walks() && span.traveller().walkMetresPerSecond() * seconds > walk) {
      notices.add(notice("reach_walk_limit", walk));
    }
    LocalDate day = day(span);
    notices.addAll(QuestionNotices.unknownPermits(span.traveller(), day, engine.city(), rules));
    if (span.rides()) {
      notices.addAll(Validity.notices(engine.city().timetable().feeds(), day));
    }
    notices.addAll(NeedNotices.of(span.traveller(), span.modes(), engine.city().timetable()));
    if (span.uses(TravelMode.CAR)) {
      notices.add(notice("car_parking_not_counted"));
    }
    return notices;
  }

  /// Which of the zones that some notices name are stated for other days: `zone_not_valid`.
  List<Notice> dates(Span span, List<Notice> told) {
    return ZoneNotices.dates(told, List.of(), engine.city().zones(), day(span));
  }

  private LocalDate day(Span span) {
    return span.at().atZone(engine.city().info().zone()).toLocalDate();
  }

  static Notice notice(String code, Object... args) {
    return Notice.of(code, Severity.INFO, Place.ofFeed(""), args);
  }
}
