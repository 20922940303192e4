package org.toret.router.flex;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.flex.FlexCalls;
import org.toret.network.flex.FlexPlaces;
import org.toret.network.flex.FlexTrips;
import org.toret.network.timetable.Stops;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetSpread;
import org.toret.router.path.VehicleRides;
import org.toret.router.walk.StopReach;
import org.toret.router.walk.WalkOptions;

/// One question for [FlexReach]: every pair of calls of every trip that runs around the time asked
/// about, of which one serves the door. The other serves a stop: a station inside its area, a stop
/// of its group, or a station a few steps from one.
final class FlexReachSearch {

  /// Windows end at most so many days after the service day they belong to.
  private static final int DAYS_BACK = 2;

  /// Longer than this nobody is driven to a train.
  private static final int MOST_SECONDS = 45 * 60;

  /// Faster than anybody drives there, to look no farther than that.
  private static final double MOST_METRES_PER_SECOND = 25;

  /// Nearer than this everybody walks.
  private static final int LEAST_METRES = 600;

  /// From a stop of a group to a station.
  private static final int CHANGE_METRES = 350;

  private final FlexEngine engine;
  private final FlexApproach asked;
  private final FlexTrips trips;
  private final FlexCalls calls;
  private final FlexPlaces places;
  private final Stops stops;
  private final FlexTimes times;
  private final FlexEnds doors;
  private final VehicleRides rides;
  private final Set<Integer> stations;
  private final Map<Integer, List<Met>> metAt = new HashMap<>();
  private final Map<List<GeoPoint>, Integer> driven = new HashMap<>();

  /// A stop, and where a ride ends or begins for it.
  private record Met(int stop, FlexEnd end) {}

  FlexReachSearch(FlexEngine engine, FlexApproach asked) {
    this.engine = engine;
    this.asked = asked;
    trips = engine.onDemand().trips();
    calls = engine.onDemand().calls();
    places = engine.onDemand().places();
    stops = engine.timetable().stops();
    times = new FlexTimes(engine, asked.now());
    doors =
        new FlexEnds(
            places, stops, engine.streets(), asked.door(), asked.walk(), asked.direction());
    rides = engine.streets().rides(StreetMode.CAR);
    stations = Arrays.stream(asked.stations()).boxed().collect(Collectors.toSet());
  }

  List<FlexReach> find() {
    List<FlexReach> found = new ArrayList<>();
    for (int trip = 0; trip < trips.count(); trip++) {
      if (trips.wheelchair()[trip] == 2 && asked.walk().wheelchair()) {
        continue;
      }
      LocalDate last = day(asked.until(), trip).plusDays(1);
      for (LocalDate day = day(asked.from(), trip).minusDays(DAYS_BACK);
          !day.isAfter(last);
          day = day.plusDays(1)) {
        if (times.runs(trip, day)) {
          addAll(trip, day, found);
        }
      }
    }
    return found;
  }

  private LocalDate day(long epochSecond, int trip) {
    return LocalDate.ofInstant(Instant.ofEpochSecond(epochSecond), times.zone(trip));
  }

  private void addAll(int trip, LocalDate day, List<FlexReach> found) {
    long base = BookingTimes.noonLess12(day, times.zone(trip));
    int end = trips.callOffsets()[trip + 1];
    for (int pickup = trips.callOffsets()[trip]; pickup < end; pickup++) {
      boolean about =
          base + calls.startSeconds()[pickup] <= asked.until()
              && base + calls.endSeconds()[pickup] >= asked.from();
      for (int dropOff = pickup + 1; about && dropOff < end; dropOff++) {
        if (calls.picksUp(pickup) && calls.dropsOff(dropOff)) {
          reach(trip, day, pickup, dropOff).ifPresent(found::add);
        }
      }
    }
  }

  private Optional<FlexReach> reach(int trip, LocalDate day, int pickup, int dropOff) {
    int doorPlace = calls.places()[asked.isOutward() ? pickup : dropOff];
    int otherPlace = calls.places()[asked.isOutward() ? dropOff : pickup];
    Optional<FlexEnd> door = doors.at(doorPlace);
    if (door.isEmpty()) {
      return Optional.empty();
    }
    List<Met> met =
        metAt.computeIfAbsent(otherPlace, this::met).stream()
            .filter(one -> isWorthADrive(door.get(), one))
            .toList();
    drive(door.get().point(), met);
    Map<Integer, FlexReach.Stop> best = new LinkedHashMap<>();
    for (Met one : met) {
      int driving = drivingSeconds(door.get(), one);
      FlexTimes.Span span = times.span(trip, day, pickup, dropOff, driving);
      boolean asksFor =
          driving != StreetSpread.NEVER
              && !span.isEmpty()
              && span.first() <= asked.until()
              && span.last() >= asked.from();
      if (asksFor) {
        FlexReach.Stop stop =
            new FlexReach.Stop(one.stop(), one.end(), span.seconds(), span.first(), span.last());
        best.merge(one.stop(), stop, FlexReachSearch::sooner);
      }
    }
    return best.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FlexReach(trip, day, pickup, dropOff, door.get(), List.copyOf(best.values())));
  }

  private static FlexReach.Stop sooner(FlexReach.Stop a, FlexReach.Stop b) {
    int first = a.seconds() + a.end().walkSeconds();
    return b.seconds() + b.end().walkSeconds() < first ? b : a;
  }

  private static boolean isWorthADrive(FlexEnd door, Met one) {
    double metres = Distance.metres(door.point(), one.end().point());
    return metres > LEAST_METRES && metres < MOST_SECONDS * MOST_METRES_PER_SECOND;
  }

  private int drivingSeconds(FlexEnd door, Met one) {
    return driven.getOrDefault(List.of(door.point(), one.end().point()), StreetSpread.NEVER);
  }

  /// Drives to, or from, all places that were not driven to yet.
  private void drive(GeoPoint door, List<Met> met) {
    List<GeoPoint> fresh =
        met.stream()
            .map(one -> one.end().point())
            .distinct()
            .filter(point -> !driven.containsKey(List.of(door, point)))
            .toList();
    if (fresh.isEmpty()) {
      return;
    }
    PathOptions options = PathOptions.of(asked.walk());
    int[] seconds = rides.seconds(door, fresh, asked.direction(), options, MOST_SECONDS);
    for (int i = 0; i < seconds.length; i++) {
      driven.put(List.of(door, fresh.get(i)), seconds[i]);
    }
  }

  /// The stops met at a place.
  private List<Met> met(int place) {
    List<Met> met = new ArrayList<>();
    if (places.isArea(place)) {
      for (int station : asked.stations()) {
        GeoPoint point = stops.point(station);
        if (places.contains(place, point.latE7(), point.lonE7())) {
          met.add(new Met(station, new FlexEnd(point, station, 0, 0)));
        }
      }
      return met;
    }
    for (int stop : places.stops().row(place)) {
      met.add(new Met(stop, new FlexEnd(stops.point(stop), stop, 0, 0)));
      met.addAll(stationsNear(stop));
    }
    met.sort(Comparator.comparingInt(Met::stop));
    return met;
  }

  private List<Met> stationsNear(int stop) {
    WalkOptions near = asked.walk().within(CHANGE_METRES);
    StopReach around = engine.streets().reachStopsFromStop(stop, near, asked.direction());
    List<Met> met = new ArrayList<>();
    for (int i = 0; i < around.count(); i++) {
      int station = around.stops()[i];
      if (station != stop && stations.contains(station)) {
        met.add(
            new Met(
                station,
                new FlexEnd(stops.point(stop), stop, around.seconds()[i], around.metres()[i])));
      }
    }
    return met;
  }
}
