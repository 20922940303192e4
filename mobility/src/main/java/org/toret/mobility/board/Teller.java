package org.toret.mobility.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.GeoPoint;
import org.toret.mobility.live.OccupancyIndex;
import org.toret.mobility.place.Names;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.Spot;
import org.toret.network.overlay.LiveTimetable;
import org.toret.network.overlay.TripChange;
import org.toret.network.timetable.Courses;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Routes;
import org.toret.network.timetable.Timetable;

/// Tells rows of a timetable in words, times and lines, in one language.
public final class Teller {

  private final LiveTimetable live;
  private final Timetable timetable;
  private final Names names;
  private final ZoneId zone;
  private final Courses courses;

  /// @param names of the same timetable
  public Teller(LiveTimetable live, Names names, ZoneId zone) {
    this.live = live;
    this.timetable = live.timetable();
    this.names = names;
    this.zone = zone;
    this.courses = new Courses(timetable);
  }

  /// An instant in city time.
  public OffsetDateTime time(long epochSecond) {
    return Instant.ofEpochSecond(epochSecond).atZone(zone).toOffsetDateTime();
  }

  public Spot spot(int stop) {
    GeoPoint point = timetable.stops().point(stop);
    String platform = timetable.stops().platforms().get(stop);
    return new Spot(
        names.stop(stop),
        point.lat(),
        point.lon(),
        timetable.stops().ids().get(stop),
        platform.isEmpty() ? null : platform);
  }

  public Leg.Line line(int route) {
    Routes routes = timetable.routes();
    return new Leg.Line(
        routes.ids().get(route),
        names.route(route),
        names.routeLongName(route),
        colour(routes.colours()[route]),
        colour(routes.textColours()[route]),
        timetable.agencies().names().get(routes.agencies()[route]));
  }

  public String headsign(int trip) {
    return names.headsign(trip);
  }

  /// The calls of a trip between two positions, both included.
  ///
  /// @param origin epoch second of the service date's noon minus 12 h
  public List<Leg.Call> calls(int trip, long origin, int fromCall, int toCall) {
    Patterns patterns = timetable.patterns();
    int pattern = timetable.trips().patterns()[trip];
    int times = patterns.timeOffset(pattern, trip);
    List<Leg.Call> calls = new ArrayList<>();
    for (int call = fromCall; call <= toCall; call++) {
      Spot spot = spot(timetable.stop(pattern, call));
      OffsetDateTime arrival = time(origin + patterns.arrival(times + call));
      OffsetDateTime departure = time(origin + patterns.departure(times + call));
      calls.add(
          new Leg.Call(
              String.valueOf(spot.stop()),
              spot.name(),
              spot.lat(),
              spot.lon(),
              arrival,
              departure,
              scheduledArrival(trip, call, origin),
              scheduledDeparture(trip, call, origin),
              live.passes(trip, call)));
    }
    return calls;
  }

  /// When a call was meant to begin; when it does where nothing else was published.
  public OffsetDateTime scheduledArrival(int trip, int call, long origin) {
    return time(origin + timetable.patterns().arrival(published(trip, call)));
  }

  /// When a vehicle was meant to leave.
  public OffsetDateTime scheduledDeparture(int trip, int call, long origin) {
    return time(origin + timetable.patterns().departure(published(trip, call)));
  }

  /// The index of the published times of a call, of its own where there are none.
  private int published(int trip, int call) {
    int other = live.publishedCall(trip, call);
    int stands = other < 0 ? trip : live.publishedTrip(trip);
    int pattern = timetable.trips().patterns()[stands];
    return timetable.patterns().timeOffset(pattern, stands) + (other < 0 ? call : other);
  }

  /// What is known of a run today: `scheduled` where nothing is, `updated`, `added`, `duplicated`,
  /// `replaced` or `detoured`.
  public String live(int trip) {
    if (trip < live.published().trips().count()) {
      return "scheduled";
    }
    return switch (live.kind(trip)) {
      case RUNS, SEEN, CANCELED, DELETED -> "updated";
      case REPLACED -> "replaced";
      case DETOURED -> "detoured";
      case ADDED -> "added";
      case COPIED -> "duplicated";
    };
  }

  /// What is known of when a run is where rests on: `prediction` of its publisher, also that it
  /// runs as published, `position` of the vehicle, or null where nothing is known.
  public @Nullable String liveBasis(int trip, LocalDate date) {
    return live.findSaid(trip, date)
        .map(kind -> kind == TripChange.Kind.SEEN ? "position" : "prediction")
        .orElse(null);
  }

  /// How full a run is behind a call, null where it is not told.
  public @Nullable String occupancy(OccupancyIndex told, int trip, int call, LocalDate date) {
    if (told.isEmpty()) {
      return null;
    }
    Patterns patterns = timetable.patterns();
    int pattern = timetable.trips().patterns()[trip];
    return told.find(
        timetable.trips().ids().get(trip),
        date,
        patterns.sequences()[patterns.stopOffsets()[pattern] + call],
        timetable.stops().ids().get(timetable.stop(pattern, call)));
  }

  /// The stops of a pattern in order.
  public List<Spot> spots(int pattern) {
    List<Spot> spots = new ArrayList<>();
    for (int call = 0; call < timetable.patterns().length(pattern); call++) {
      spots.add(spot(timetable.stop(pattern, call)));
    }
    return spots;
  }

  /// Where a vehicle runs between two calls: along its shape, or straight from stop to stop.
  public List<GeoPoint> course(int pattern, int fromCall, int toCall) {
    return courses.line(pattern, fromCall, toCall);
  }

  /// Metres a vehicle runs between two calls.
  public int metres(int pattern, int fromCall, int toCall) {
    return (int) Math.round(courses.metres(pattern, fromCall, toCall));
  }

  /// A colour as pages write it, `#rrggbb`; null where none is published.
  ///
  /// @param rgb as in [Routes#colours], negative for none
  public static @Nullable String colour(int rgb) {
    return rgb < 0 ? null : "#" + HexFormat.of().toHexDigits(rgb, 6);
  }
}
