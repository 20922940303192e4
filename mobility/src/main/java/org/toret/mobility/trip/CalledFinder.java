package org.toret.mobility.trip;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.BoundingBox;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.board.Teller;
import org.toret.mobility.place.Directory;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.network.flex.BookingType;
import org.toret.network.flex.FlexTrips;
import org.toret.router.flex.FlexApproach;
import org.toret.router.flex.FlexBooking;
import org.toret.router.flex.FlexEnd;
import org.toret.router.flex.FlexEngine;
import org.toret.router.flex.FlexQuery;
import org.toret.router.flex.FlexReach;
import org.toret.router.flex.FlexRide;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetPath;
import org.toret.router.path.StreetRouter;
import org.toret.router.taxi.TaxiCosts;

/// Finds the ways in a vehicle that comes when it is called: a taxi all the way, where a tariff is
/// known, and rides on demand; both also joined to public transport ([CalledChains]). A taxi may
/// enter where private cars may not.
///
/// Who asks for a time that is near waits until a taxi called now is there; whoever asks for a
/// later one has it come then.
final class CalledFinder {

  private final FlexEngine flex;
  private final StreetRouter streets;
  private final TaxiCosts taxis;
  private final DraftMaker maker;
  private final CalledChains chains;
  private final ZoneId zone;

  /// @param stations to which people are driven
  /// @param zone of the city
  CalledFinder(
      FlexEngine flex,
      StreetRouter streets,
      TaxiCosts taxis,
      TransitFinder transit,
      DraftMaker maker,
      int[] stations,
      ZoneId zone) {
    this.zone = zone;
    chains = new CalledChains(flex, streets, taxis, transit, maker, stations);
    this.flex = flex;
    this.streets = streets;
    this.taxis = taxis;
    this.maker = maker;
  }

  /// Whether anything of it can be found in an area.
  boolean isOffered(BoundingBox area) {
    return !flex.onDemand().isEmpty() || taxis.isKnownIn(area);
  }

  /// The ways joined to public transport.
  ///
  /// @param cuts where to add what limits left out
  List<List<DraftLeg>> join(CalledChains.Asked asked, List<PlanAnswer.Cut> cuts) {
    CalledChains.Joined joined = chains.find(asked);
    cuts.add(new PlanAnswer.Cut("on_demand", joined.unsearched()));
    cuts.add(new PlanAnswer.Cut("taxi_chains", joined.notWorth()));
    return joined.ways();
  }

  /// The legs of each way found.
  List<List<DraftLeg>> find(
      PlanRequest request, PathOptions options, KnownNow now, Site from, Site to) {
    List<List<DraftLeg>> found = new ArrayList<>();
    if (request.modes().contains(TravelMode.TAXI)) {
      taxi(request, options, now, from, to).ifPresent(leg -> found.add(List.of(leg)));
    }
    if (mayCall(request, flex)) {
      FlexQuery query =
          new FlexQuery(
              from.point(),
              to.point(),
              request.when().at().getEpochSecond(),
              request.when().arriveBy(),
              (int) request.when().window().toSeconds(),
              now.at().getEpochSecond(),
              options.walk());
      for (FlexRide ride : flex.find(query)) {
        if (mayCall(request, flex, ride.trip())) {
          found.add(legs(ride, from, to, maker::site));
        }
      }
    }
    return found;
  }

  /// Whether a service on demand may be used: by who asks for vehicles that come when called, and,
  /// since it is public transport, by who asks for vehicles of its kind.
  ///
  /// @param trip index into [FlexTrips]
  static boolean mayCall(PlanRequest request, FlexEngine flex, int trip) {
    int route = flex.onDemand().trips().routes()[trip];
    TravelMode kind = TravelMode.of(flex.timetable().routes().mode(route));
    return request.modes().contains(TravelMode.TAXI)
        || request.modes().contains(kind) && !request.traveller().bikeOnBoard();
  }

  /// Whether any service on demand may be used.
  static boolean mayCall(PlanRequest request, FlexEngine flex) {
    return IntStream.range(0, flex.onDemand().trips().count())
        .anyMatch(trip -> mayCall(request, flex, trip));
  }

  /// The rides on demand of [FlexEngine#reach] that may be used.
  static List<FlexReach> reach(PlanRequest request, FlexEngine flex, FlexApproach approach) {
    return flex.reach(approach).stream()
        .filter(reach -> mayCall(request, flex, reach.trip()))
        .toList();
  }

  /// What must be said about the ways found, and why there is no taxi where one was asked for.
  List<Notice> notices(
      PlanRequest request, KnownNow now, Site from, Site to, List<List<DraftLeg>> found) {
    boolean taxi = false;
    boolean onDemand = false;
    for (List<DraftLeg> way : found) {
      for (DraftLeg leg : way) {
        boolean called = leg.mode() == TravelMode.TAXI;
        taxi |= called && leg.called() == null;
        onDemand |= leg.called() != null;
      }
    }
    List<Notice> notices = new ArrayList<>();
    if (taxi) {
      notices.add(Notice.of("taxi_estimated", Severity.INFO, Place.ofFeed("")));
    } else if (request.modes().contains(TravelMode.TAXI)) {
      notices.addAll(withoutTaxi(request, now, from, to));
    }
    if (onDemand) {
      notices.add(Notice.of("on_demand_not_sure", Severity.INFO, Place.ofFeed("")));
    }
    return notices;
  }

  /// `taxi_unknown` where no tariff is known, `taxi_too_late` with when one that is called now is
  /// there, where that is after the time asked about.
  private List<Notice> withoutTaxi(PlanRequest request, KnownNow now, Site from, Site to) {
    if (!taxis.isKnownAt(from.point())) {
      return isAlone(request)
          ? List.of(Notice.of("taxi_unknown", Severity.INFO, Place.ofFeed("")))
          : List.of();
    }
    long at = request.when().at().getEpochSecond();
    long ready = ready(now, from, at);
    Optional<StreetPath> drive = drive(from, to, DirectFinder.options(request));
    long last = at + request.when().window().toSeconds();
    if (request.when().arriveBy()) {
      last = at - drive.map(StreetPath::seconds).orElse(0);
    }
    if (drive.isEmpty() || ready <= last) {
      return List.of();
    }
    var there = Instant.ofEpochSecond(ready).atZone(zone).toLocalDateTime();
    String time = there.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
    Severity severity = isAlone(request) ? Severity.WARNING : Severity.INFO;
    return List.of(
        Notice.of("taxi_too_late", severity, Place.ofFeed(""), time, there.toLocalDate()));
  }

  /// Whether nothing but a taxi is asked for, beside one's own feet.
  private static boolean isAlone(PlanRequest request) {
    return request.modes().stream()
        .allMatch(mode -> mode == TravelMode.TAXI || mode == TravelMode.WALK);
  }

  private Optional<StreetPath> drive(Site from, Site to, PathOptions options) {
    return streets.path(
        Endpoint.of(from.point()), Endpoint.of(to.point()), StreetMode.CAR, options);
  }

  private long ready(KnownNow now, Site from, long at) {
    return now.at().getEpochSecond() + taxis.waitSeconds(from.point(), at);
  }

  private Optional<DraftLeg> taxi(
      PlanRequest request, PathOptions options, KnownNow now, Site from, Site to) {
    if (!taxis.isKnownAt(from.point())) {
      return Optional.empty();
    }
    long at = request.when().at().getEpochSecond();
    long ready = ready(now, from, at);
    return drive(from, to, options)
        .flatMap(path -> {
          boolean arriveBy = request.when().arriveBy();
          long departure = arriveBy ? at - path.seconds() : Math.max(at, ready);
          boolean late =
              arriveBy ? departure < ready : departure > at + request.when().window().toSeconds();
          return late
              ? Optional.empty()
              : Optional.of(DraftMaker.direct(TravelMode.TAXI, from, to, path, departure));
        });
  }

  /// A ride on demand between two places, with the ways on foot to it and from it.
  ///
  /// @param stops the site of a stop
  static List<DraftLeg> legs(FlexRide ride, Site from, Site to, IntFunction<Site> stops) {
    Site start = ride.from().stop() < 0 ? from : stops.apply(ride.from().stop());
    Site end = ride.to().stop() < 0 ? to : stops.apply(ride.to().stop());
    List<DraftLeg> legs = new ArrayList<>();
    if (ride.from().walkSeconds() > 0) {
      legs.add(walk(from, start, ride.departure(), ride.from()));
    }
    legs.add(leg(ride, start, end));
    if (ride.to().walkSeconds() > 0) {
      legs.add(walk(end, to, ride.dropOff(), ride.to()));
    }
    return legs;
  }

  private Site site(FlexEnd end, Site door) {
    return end.stop() < 0 ? door : maker.site(end.stop());
  }

  private static DraftLeg walk(Site from, Site to, long departure, FlexEnd end) {
    long arrival = departure + end.walkSeconds();
    return new DraftLeg(
        TravelMode.WALK, from, to, departure, arrival, end.walkMetres(), null, null);
  }

  private static DraftLeg leg(FlexRide ride, Site from, Site to) {
    return new DraftLeg(
        TravelMode.TAXI,
        from,
        to,
        ride.pickup(),
        ride.dropOff(),
        ride.drive().metres(),
        null,
        ride.drive(),
        null,
        null,
        ride);
  }

  /// How a ride on demand is booked.
  Leg.Booking tell(FlexRide ride, Teller teller) {
    FlexTrips trips = flex.onDemand().trips();
    FlexBooking booking = ride.booking();
    BookingType type = booking.type();
    return new Leg.Booking(
        trips.ids().get(ride.trip()),
        ride.day(),
        teller.line(trips.routes()[ride.trip()]),
        type == null ? null : type.name().toLowerCase(Locale.ROOT),
        teller.time(booking.latest()),
        booking.opens() == FlexBooking.ALWAYS ? null : teller.time(booking.opens()),
        orNull(booking.message()),
        orNull(booking.phone()),
        orNull(booking.infoUrl()),
        orNull(booking.bookingUrl()));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /// What must be known to find a ride on demand again.
  AlternativeId.Called identity(FlexRide ride) {
    FlexTrips trips = flex.onDemand().trips();
    int first = trips.callOffsets()[ride.trip()];
    return new AlternativeId.Called(
        trips.ids().get(ride.trip()),
        ride.day(),
        ride.pickupCall() - first,
        ride.dropOffCall() - first,
        place(ride.from()),
        place(ride.to()),
        ride.pickup());
  }

  private String place(FlexEnd end) {
    return AlternativeId.place(end.stop(), flex.timetable().stops().ids(), end.point());
  }

  /// The ride of an identity as it is now. Refused as `alternative_gone` when its trip or place is
  /// not there any more, it does not run that day, or it is too late to book it.
  Outcome<DraftLeg> again(AlternativeId.Called part, Directory directory, KnownNow now) {
    FlexTrips trips = flex.onDemand().trips();
    int trip = trips.find(part.trip());
    Optional<FlexEnd> from = end(part.from(), directory);
    Optional<FlexEnd> to = end(part.to(), directory);
    if (trip < 0 || from.isEmpty() || to.isEmpty()) {
      return Outcome.refused("alternative_gone", part.trip());
    }
    LocalDate day = part.date();
    int first = trips.callOffsets()[trip];
    return flex.again(
            new FlexEngine.Asked(
                trip,
                day,
                first + part.pickupCall(),
                first + part.dropOffCall(),
                from.get(),
                to.get()),
            part.pickup(),
            now.at().getEpochSecond())
        .map(ride ->
            Outcome.done(
                leg(ride, site(from.get(), door(from.get())), site(to.get(), door(to.get())))))
        .orElseGet(() -> Outcome.refused("alternative_gone", part.trip() + " " + day));
  }

  private static Site door(FlexEnd end) {
    return new Site(end.point(), "", -1);
  }

  private Optional<FlexEnd> end(String place, Directory directory) {
    Optional<GeoPoint> point = AlternativeId.point(place);
    if (point.isPresent()) {
      return Optional.of(new FlexEnd(point.get(), -1, 0, 0));
    }
    OptionalInt stop = directory.findStop(place.substring(1));
    return stop.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FlexEnd(flex.timetable().stops().point(stop.getAsInt()), stop.getAsInt(), 0, 0));
  }
}
