package org.toret.mobility.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.base.geo.Polyline;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.live.AlertIndex;
import org.toret.mobility.live.OccupancyIndex;
import org.toret.mobility.live.RideNames;
import org.toret.mobility.place.Directory;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.TravelMode;
import org.toret.network.overlay.LiveTimetable;
import org.toret.network.overlay.TripChange;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.router.journey.CityEngine;
import org.toret.router.raptor.DayTimetable;
import org.toret.router.raptor.TimetableView;

/// Answers what leaves a stop, where a trip calls, and which stops a line serves. Bound to one
/// compiled city; thread-safe.
public final class Boards {

  private final CityEngine engine;
  private final Timetable timetable;
  private final Directory directory;
  private final Csr callsByStop;
  private final int[] patternOfCall;

  public Boards(CityEngine engine, Directory directory) {
    this.engine = engine;
    this.directory = directory;
    timetable = engine.city().timetable();
    Patterns patterns = timetable.patterns();
    int[] stops = new int[patterns.nodes().length];
    patternOfCall = new int[stops.length];
    for (int pattern = 0; pattern < patterns.count(); pattern++) {
      for (int i = patterns.stopOffsets()[pattern]; i < patterns.stopOffsets()[pattern + 1]; i++) {
        stops[i] = timetable.nodes().stops()[patterns.nodes()[i]];
        patternOfCall[i] = pattern;
      }
    }
    callsByStop = Csr.index(timetable.stops().count(), stops);
  }

  /// The next departures of a stop, or of all platforms of a station, soonest first. Refused as
  /// `unknown_stop`.
  ///
  /// @param most how many at most
  public Outcome<List<Departure>> departures(
      String stopId, Instant from, Instant to, int most, String language) {
    return departures(stopId, from, to, most, language, OccupancyIndex.NONE, AlertIndex.NONE);
  }

  /// The same with how full vehicles are, and with what disruptions concern them there.
  public Outcome<List<Departure>> departures(
      String stopId,
      Instant from,
      Instant to,
      int most,
      String language,
      OccupancyIndex occupancy,
      AlertIndex alerts) {
    OptionalInt stop = directory.findStop(stopId);
    if (stop.isEmpty()) {
      return Outcome.refused("unknown_stop", stopId);
    }
    Teller teller = teller(language);
    List<Departure> found = new ArrayList<>();
    TimetableView view = engine.schedule().view(from, to);
    int[] platforms = platforms(stop.getAsInt());
    for (int platform : platforms) {
      for (int i = callsByStop.start(platform); i < callsByStop.end(platform); i++) {
        collect(found, teller, view, callsByStop.values()[i], platforms, from, to, occupancy);
      }
    }
    found.sort(Comparator.comparing(Departure::departure));
    return Outcome.done(
        found.subList(0, Math.min(most, found.size())).stream()
            .map(one -> one.with(alerts(alerts, one, stop.getAsInt(), language)))
            .toList());
  }

  private List<Leg.Alert> alerts(AlertIndex alerts, Departure one, int stop, String language) {
    OptionalInt trip = directory.findTrip(one.trip());
    if (alerts.list().isEmpty() || trip.isEmpty()) {
      return List.of();
    }
    RideNames ride = RideNames.of(timetable, trip.getAsInt());
    long at = one.departure().toEpochSecond();
    String asked = timetable.stops().ids().get(stop);
    return Leg.Alert.of(
        alerts.of(ride, List.of(String.valueOf(one.stop().stop()), asked), at, at), language);
  }

  /// A trip on a date. Refused as `unknown_trip`.
  public Outcome<TripCalls> trip(String tripId, LocalDate date, String language) {
    OptionalInt found = directory.findTrip(tripId);
    if (found.isEmpty()) {
      return Outcome.refused("unknown_trip", tripId);
    }
    int published = found.getAsInt();
    int today = engine.live().tripOn(published, date);
    int trip = today < 0 ? published : today;
    int pattern = timetable.trips().patterns()[trip];
    Teller teller = teller(language);
    int last = timetable.patterns().length(pattern) - 1;
    int service = timetable.trips().services()[trip];
    return Outcome.done(
        new TripCalls(
            tripId,
            date,
            today >= 0 && timetable.calendar().runs(service, Math.toIntExact(date.toEpochDay())),
            today < 0 ? "canceled" : teller.live(trip),
            today < 0 ? null : teller.liveBasis(trip, date),
            mode(pattern),
            teller.line(timetable.patterns().routes()[pattern]),
            teller.headsign(trip),
            timetable.trips().headwaySeconds()[trip],
            teller.calls(trip, TimetableView.origin(date, engine.schedule().zone()), 0, last),
            Polyline.encode(teller.course(pattern, 0, last))));
  }

  /// A line with what runs on a date. Refused as `unknown_line`.
  public Outcome<LineView> line(String routeId, LocalDate date, String language) {
    OptionalInt found = directory.findRoute(routeId);
    if (found.isEmpty()) {
      return Outcome.refused("unknown_line", routeId);
    }
    int route = found.getAsInt();
    Teller teller = teller(language);
    DayTimetable day = engine.schedule().day(date);
    Map<List<Integer>, Grouped> courses = new java.util.LinkedHashMap<>();
    for (int line = 0; line < day.lines(); line++) {
      int pattern = day.patterns()[line];
      if (timetable.patterns().routes()[pattern] == route) {
        courses.computeIfAbsent(stops(pattern), key -> new Grouped(pattern)).add(day, line);
      }
    }
    return Outcome.done(
        new LineView(
            teller.line(route),
            TravelMode.of(timetable.routes().mode(route)),
            courses.values().stream()
                .sorted(Comparator.comparingInt(Grouped::count).reversed())
                .map(course -> course.told(timetable, teller))
                .toList()));
  }

  /// The lines that call at a stop or any platform of a station.
  public Outcome<List<LineAtStop>> linesAt(String stopId, String language) {
    OptionalInt stop = directory.findStop(stopId);
    if (stop.isEmpty()) {
      return Outcome.refused("unknown_stop", stopId);
    }
    Set<Integer> routes = new LinkedHashSet<>();
    for (int platform : platforms(stop.getAsInt())) {
      for (int i = callsByStop.start(platform); i < callsByStop.end(platform); i++) {
        routes.add(timetable.patterns().routes()[patternOfCall[callsByStop.values()[i]]]);
      }
    }
    Teller teller = teller(language);
    return Outcome.done(
        routes.stream()
            .map(route ->
                new LineAtStop(teller.line(route), TravelMode.of(timetable.routes().mode(route))))
            .toList());
  }

  /// A line that calls at a stop.
  public record LineAtStop(org.toret.mobility.plan.Leg.Line route, TravelMode mode) {}

  /// The patterns of one stop sequence.
  private static final class Grouped {

    private final int pattern;
    private final IntList departures = new IntList();
    private int trip = -1;

    Grouped(int pattern) {
      this.pattern = pattern;
    }

    int count() {
      return departures.size();
    }

    void add(DayTimetable day, int line) {
      int length = (day.timeOffsets()[line + 1] - day.timeOffsets()[line]) / day.tripCount(line);
      for (int i = 0; i < day.tripCount(line); i++) {
        departures.add(day.departures()[day.timeOffsets()[line] + i * length]);
      }
      trip = trip < 0 ? day.trips()[day.tripOffsets()[line]] : trip;
    }

    LineView.Course told(Timetable timetable, Teller teller) {
      int last = timetable.patterns().length(pattern) - 1;
      return new LineView.Course(
          timetable.trips().directions()[trip],
          teller.headsign(trip),
          departures.size(),
          Arrays.stream(departures.toArray()).sorted().boxed().toList(),
          teller.spots(pattern),
          Polyline.encode(teller.course(pattern, 0, last)));
    }
  }

  private List<Integer> stops(int pattern) {
    List<Integer> stops = new ArrayList<>();
    for (int i = timetable.patterns().stopOffsets()[pattern];
        i < timetable.patterns().stopOffsets()[pattern + 1];
        i++) {
      stops.add(timetable.nodes().stops()[timetable.patterns().nodes()[i]]);
    }
    return stops;
  }

  private void collect(
      List<Departure> found,
      Teller teller,
      TimetableView view,
      int at,
      int[] platforms,
      Instant from,
      Instant to,
      OccupancyIndex occupancy) {
    Patterns patterns = timetable.patterns();
    int pattern = patternOfCall[at];
    int call = at - patterns.stopOffsets()[pattern];
    if (patterns.pickups()[at] == 1 || call == patterns.length(pattern) - 1) {
      return;
    }
    for (int day = 0; day < view.days().size(); day++) {
      DayTimetable active = view.days().get(day);
      LocalDate date = active.date();
      long origin = TimetableView.origin(date, view.zone());
      for (int trip = patterns.tripOffsets()[pattern];
          trip < patterns.tripOffsets()[pattern + 1];
          trip++) {
        long leaves = origin + patterns.departure(patterns.timeOffset(pattern, trip) + call);
        if (leaves < from.getEpochSecond() || leaves > to.getEpochSecond()) {
          continue;
        }
        if (active.findActive(trip) >= 0) {
          String full = teller.occupancy(occupancy, trip, call, date);
          found.add(departure(teller, trip, call, date, leaves, teller.live(trip), full));
        } else {
          String why = missing(trip, call, date, platforms);
          if (why != null) {
            found.add(departure(teller, trip, call, date, leaves, why, null));
          }
        }
      }
    }
  }

  /// Why nobody should wait for a published run at a call: it is `canceled`, or passes and is
  /// `skipped` there; null where it does not run anyhow, or calls.
  private @Nullable String missing(int trip, int call, LocalDate date, int[] platforms) {
    LiveTimetable.Change change = engine.live().findChange(trip, date).orElse(null);
    if (change == null) {
      return null;
    }
    return switch (change.kind()) {
      case CANCELED -> "canceled";
      case DELETED, ADDED -> null;
      case RUNS, SEEN, DETOURED, REPLACED, COPIED ->
          callsHere(change, call, platforms) ? null : "skipped";
    };
  }

  /// Whether what runs today calls at one of some platforms when it should. A run told in full may
  /// number its calls as it likes.
  private boolean callsHere(LiveTimetable.Change change, int published, int[] platforms) {
    LiveTimetable live = engine.live();
    int pattern = timetable.trips().patterns()[change.trip()];
    boolean inFull = change.kind() == TripChange.Kind.REPLACED;
    for (int call = 0; call < timetable.patterns().length(pattern); call++) {
      int stop = timetable.stop(pattern, call);
      int meant = live.publishedCall(change.trip(), call);
      if ((inFull || meant < 0 || meant == published)
          && live.calls(change.trip(), call)
          && Arrays.stream(platforms).anyMatch(platform -> platform == stop)) {
        return true;
      }
    }
    return false;
  }

  private Departure departure(
      Teller teller,
      int trip,
      int call,
      LocalDate date,
      long leaves,
      String live,
      @Nullable String occupancy) {
    Patterns patterns = timetable.patterns();
    int pattern = timetable.trips().patterns()[trip];
    long origin = TimetableView.origin(date, engine.schedule().zone());
    return new Departure(
        teller.spot(timetable.stop(pattern, call)),
        mode(pattern),
        teller.line(patterns.routes()[pattern]),
        teller.headsign(trip),
        timetable.trips().ids().get(trip),
        date,
        call + 1,
        teller.time(leaves),
        teller.scheduledDeparture(trip, call, origin),
        live,
        teller.liveBasis(trip, date),
        occupancy,
        List.of());
  }

  private int[] platforms(int stop) {
    int[] children = directory.listChildren(stop);
    int[] all = Arrays.copyOf(children, children.length + 1);
    all[children.length] = stop;
    return all;
  }

  private TravelMode mode(int pattern) {
    return TravelMode.of(timetable.routes().mode(timetable.patterns().routes()[pattern]));
  }

  private Teller teller(String language) {
    return new Teller(engine.live(), directory.names(language), engine.schedule().zone());
  }
}
