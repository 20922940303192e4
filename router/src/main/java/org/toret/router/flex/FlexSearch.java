package org.toret.router.flex;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.toret.base.geo.GeoPoint;
import org.toret.network.flex.FlexCalls;
import org.toret.network.flex.FlexPlaces;
import org.toret.network.flex.FlexTrips;
import org.toret.network.timetable.Timetable;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetPath;
import org.toret.router.walk.ReachDirection;

/// One question: every pair of calls of every trip that runs on the days around it.
final class FlexSearch {

  /// Windows end at most so many days after the service day they belong to.
  private static final int DAYS_BACK = 2;

  /// Nobody walks longer than this to a stop on demand.
  private static final int WALK_SECONDS = 3_600;

  private final FlexEngine engine;
  private final FlexQuery query;
  private final FlexTrips trips;
  private final FlexCalls calls;
  private final Timetable timetable;
  private final FlexTimes times;
  private final FlexEnds from;
  private final FlexEnds to;
  private final Map<List<GeoPoint>, Optional<StreetPath>> drives = new HashMap<>();

  FlexSearch(FlexEngine engine, FlexQuery query) {
    this.engine = engine;
    this.query = query;
    trips = engine.onDemand().trips();
    calls = engine.onDemand().calls();
    timetable = engine.timetable();
    times = new FlexTimes(engine, query.now());
    from = ends(query.from(), ReachDirection.FROM);
    to = ends(query.to(), ReachDirection.TOWARDS);
  }

  private FlexEnds ends(GeoPoint door, ReachDirection direction) {
    return new FlexEnds(
        engine.onDemand().places(),
        timetable.stops(),
        engine.streets(),
        door,
        query.walk(),
        direction);
  }

  List<FlexRide> find() {
    Map<Integer, FlexRide> bestByRoute = new TreeMap<>();
    for (int trip = 0; trip < trips.count(); trip++) {
      if (trips.wheelchair()[trip] == 2 && query.walk().wheelchair()) {
        continue;
      }
      LocalDate around = LocalDate.ofInstant(Instant.ofEpochSecond(query.at()), times.zone(trip));
      for (int back = -1; back <= DAYS_BACK; back++) {
        for (FlexRide ride : rides(trip, around.minusDays(back))) {
          bestByRoute.merge(trips.routes()[trip], ride, this::better);
        }
      }
    }
    return List.copyOf(bestByRoute.values());
  }

  private FlexRide better(FlexRide a, FlexRide b) {
    boolean second = query.arriveBy() ? b.departure() > a.departure() : b.arrival() < a.arrival();
    return second ? b : a;
  }

  private List<FlexRide> rides(int trip, LocalDate day) {
    List<FlexRide> found = new ArrayList<>();
    if (times.runs(trip, day)) {
      int end = trips.callOffsets()[trip + 1];
      for (int pickup = trips.callOffsets()[trip]; pickup < end; pickup++) {
        for (int dropOff = pickup + 1; dropOff < end; dropOff++) {
          ride(trip, day, pickup, dropOff).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /// A ride between given ends.
  Optional<FlexRide> again(FlexEngine.Asked asked) {
    int trip = asked.trip();
    int pickup = asked.pickupCall();
    int dropOff = asked.dropOffCall();
    boolean fits =
        pickup >= trips.callOffsets()[trip]
            && pickup < dropOff
            && dropOff < trips.callOffsets()[trip + 1]
            && times.runs(trip, asked.day())
            && calls.picksUp(pickup)
            && calls.dropsOff(dropOff)
            && serves(calls.places()[pickup], asked.from())
            && serves(calls.places()[dropOff], asked.to());
    return fits
        ? drive(asked.from().point(), asked.to().point())
            .flatMap(drive ->
                timed(
                    trip, asked.day(), new Pair(pickup, dropOff, asked.from(), asked.to(), drive)))
        : Optional.empty();
  }

  private boolean serves(int place, FlexEnd end) {
    FlexPlaces places = engine.onDemand().places();
    return places.isArea(place) || end.stop() < 0
        ? places.contains(place, end.point().latE7(), end.point().lonE7())
        : IntStream.of(places.stops().row(place)).anyMatch(stop -> stop == end.stop());
  }

  private Optional<FlexRide> ride(int trip, LocalDate day, int pickupCall, int dropOffCall) {
    if (!calls.picksUp(pickupCall)
        || !calls.dropsOff(dropOffCall)
        || !mayMeet(trip, day, pickupCall, dropOffCall)) {
      return Optional.empty();
    }
    Optional<FlexEnd> start = from.at(calls.places()[pickupCall]);
    Optional<FlexEnd> end = to.at(calls.places()[dropOffCall]);
    if (start.isEmpty() || end.isEmpty() || start.get().point().equals(end.get().point())) {
      return Optional.empty();
    }
    return drive(start.get().point(), end.get().point())
        .flatMap(drive ->
            timed(trip, day, new Pair(pickupCall, dropOffCall, start.get(), end.get(), drive)));
  }

  private record Pair(
      int pickupCall, int dropOffCall, FlexEnd from, FlexEnd to, StreetPath drive) {}

  /// Whether the windows are about the time asked for, before anything is searched.
  private boolean mayMeet(int trip, LocalDate day, int pickupCall, int dropOffCall) {
    long base = BookingTimes.noonLess12(day, times.zone(trip));
    return query.arriveBy()
        ? base + calls.startSeconds()[dropOffCall] <= query.at()
            && base + calls.endSeconds()[dropOffCall] >= query.at() - query.windowSeconds()
        : base + calls.endSeconds()[pickupCall] >= query.at()
            && base + calls.startSeconds()[pickupCall]
                <= query.at() + query.windowSeconds() + WALK_SECONDS;
  }

  private Optional<FlexRide> timed(int trip, LocalDate day, Pair pair) {
    FlexTimes.Span span =
        times.span(trip, day, pair.pickupCall(), pair.dropOffCall(), pair.drive().seconds());
    int seconds = span.seconds();
    long pickup;
    if (query.arriveBy()) {
      pickup = Math.min(span.last(), query.at() - pair.to().walkSeconds() - seconds);
      long arrival = pickup + seconds + pair.to().walkSeconds();
      if (arrival < query.at() - query.windowSeconds()) {
        return Optional.empty();
      }
    } else {
      pickup = Math.max(span.first(), query.at() + pair.from().walkSeconds());
      if (pickup - pair.from().walkSeconds() > query.at() + query.windowSeconds()) {
        return Optional.empty();
      }
    }
    if (pickup < span.first() || pickup > span.last()) {
      return Optional.empty();
    }
    return Optional.of(
        new FlexRide(
            trip,
            day,
            pair.pickupCall(),
            pair.dropOffCall(),
            pair.from(),
            pair.to(),
            pair.drive(),
            pickup,
            pickup + seconds,
            times.booking(trip, day, pair.pickupCall(), pair.dropOffCall(), pickup)));
  }

  private Optional<StreetPath> drive(GeoPoint start, GeoPoint end) {
    return drives.computeIfAbsent(
        List.of(start, end),
        fresh ->
            engine
                .streets()
                .path(
                    Endpoint.of(start),
                    Endpoint.of(end),
                    StreetMode.CAR,
                    PathOptions.of(query.walk())));
  }
}
