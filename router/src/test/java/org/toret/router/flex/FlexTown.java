package org.toret.router.flex;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.toret.base.geo.GeoPoint;
import org.toret.network.flex.BookingRules;
import org.toret.network.flex.BookingType;
import org.toret.network.flex.FlexRows.CallRow;
import org.toret.network.flex.FlexRows.NoticeRow;
import org.toret.network.flex.FlexRows.PlaceRow;
import org.toret.network.flex.FlexRows.RuleRow;
import org.toret.network.flex.FlexRows.TripRow;
import org.toret.network.flex.OnDemandBuilder;
import org.toret.network.street.MapFeatures;
import org.toret.network.street.StreetBuilder;
import org.toret.network.street.StreetClass;
import org.toret.network.street.StreetEdge;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetSurface;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.build.AgencyRow;
import org.toret.network.timetable.build.FeedRow;
import org.toret.network.timetable.build.RouteRow;
import org.toret.network.timetable.build.StopRow;
import org.toret.network.timetable.build.TimetableBuilder;
import org.toret.router.path.StreetRouter;
import org.toret.router.walk.StopSites;
import org.toret.router.walk.WalkOptions;

/// A town along one street of 8 km from west to east, driven at 36 km/h: 100 m take 10 s. From west
/// to east lie the village (0 … 2 km), the fields and the centre (5 … 8 km); stop `S` is at 6 km.
///
/// Runs from Monday 5 October 2026, on weekdays.
final class FlexTown {

  static final int REAL_TIME = 0;
  static final int AN_HOUR = 1;
  static final int DAY_BEFORE = 2;
  static final int NO_RULE = -1;
  static final int VILLAGE = 0;
  static final int CENTRE = 1;
  static final int STOP = 2;

  private static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final double LAT_PER_METRE = 180 / (Math.PI * 6_371_008.8);
  private static final int LENGTH_METRES = 8_000;

  private final TimetableBuilder builder = new TimetableBuilder();
  private final OnDemandBuilder rides = new OnDemandBuilder();
  private final int route;
  private final int weekdays;

  FlexTown() {
    builder.addFeed(
        new FeedRow("f", "F", "", "1", "Europe/Rome", "it", Integer.MIN_VALUE, 20_900, ""));
    int agency = builder.addAgency(new AgencyRow(0, "f:a", "A", ""));
    route = builder.addRoute(new RouteRow(0, "f:r", "R", "", agency, Mode.BUS, 3, -1, -1, 0));
    weekdays = builder.addService(days(5));
    int stop =
        builder.addStop(
            new StopRow(
                0,
                "f:S",
                "Stop",
                "",
                "",
                "",
                0,
                at(6000).latE7(),
                at(6000).lonE7(),
                -1,
                (byte) 0,
                (byte) 0));
    rides.addPlace(new PlaceRow("f:village", "Village", List.of(box(0, 2000)), List.of()));
    rides.addPlace(new PlaceRow("f:centre", "Centre", List.of(box(5000, 8000)), List.of()));
    rides.addPlace(new PlaceRow("f:stops", "Stops", List.of(), List.of(stop)));
    int none = BookingRules.NONE;
    rule(
        "real-time",
        BookingType.REAL_TIME,
        new NoticeRow(none, none, none, none, none, none, none));
    rule("hour", BookingType.SAME_DAY, new NoticeRow(60, 2880, none, none, none, none, none));
    rule(
        "day before",
        BookingType.PRIOR_DAYS,
        new NoticeRow(none, none, 1, 17 * 3600, 7, 8 * 3600, weekdays));
  }

  /// A trip from one place to another, each with its window and the rule of the pick-up.
  FlexTown trip(int from, String fromWindow, int to, String toWindow, int rule) {
    return trip(route, from, fromWindow, to, toWindow, rule, 1, 0);
  }

  /// The same by a route of its own, slower than by car.
  FlexTown slowTrip(int from, String fromWindow, int to, String toWindow, double by, double plus) {
    int own = builder.addRoute(new RouteRow(0, "f:q", "Q", "", 0, Mode.BUS, 3, -1, -1, 0));
    return trip(own, from, fromWindow, to, toWindow, NO_RULE, by, plus);
  }

  FlexEngine engine() {
    Timetable timetable = builder.build();
    StreetBuilder streets = new StreetBuilder(false);
    int west = streets.node(at(0).latE7(), at(0).lonE7(), 0);
    int east = streets.node(at(LENGTH_METRES).latE7(), at(LENGTH_METRES).lonE7(), 0);
    streets.edge(
        new StreetEdge(
            west,
            east,
            LENGTH_METRES * 10,
            StreetFlags.FOOT | StreetFlags.CAR,
            5,
            18,
            18,
            36,
            36,
            StreetClass.RESIDENTIAL,
            StreetSurface.UNKNOWN,
            10,
            0,
            0,
            "",
            "",
            new int[0],
            new int[0]));
    StopSites sites = StopSites.of(timetable.stops().latsE7(), timetable.stops().lonsE7());
    StreetRouter router = StreetRouter.of(streets.build(MapFeatures.NONE), sites, 0);
    return new FlexEngine(rides.build(), timetable, router);
  }

  /// The rides between two points of the street, as `pick-up drop-off, until latest booking`.
  ///
  /// @param when `day time`, where Monday is day 0; `day <time` for the latest arrival
  /// @param now the same
  static List<String> ask(FlexEngine engine, int from, int to, String when, String now) {
    boolean arriveBy = when.contains("<");
    FlexQuery query =
        new FlexQuery(
            at(from),
            at(to),
            epoch(when.replace("<", "")),
            arriveBy,
            3600,
            epoch(now),
            WalkOptions.upTo(2000));
    return engine.find(query).stream()
        .map(ride ->
            clock(ride.departure())
                + " "
                + clock(ride.arrival())
                + ", until "
                + clock(ride.booking().latest()))
        .toList();
  }

  static long epoch(String text) {
    String[] words = text.split(" ");
    return LocalDateTime.parse(MONDAY.plusDays(Integer.parseInt(words[0])) + "T" + words[1])
        .atZone(ROME)
        .toEpochSecond();
  }

  static GeoPoint at(int metres) {
    double lon = metres * LAT_PER_METRE / Math.cos(Math.toRadians(45));
    return new GeoPoint(45, 7.6 + lon);
  }

  private FlexTown trip(
      int ofRoute,
      int from,
      String fromWindow,
      int to,
      String toWindow,
      int rule,
      double by,
      double plus) {
    int trip = rides.tripCount();
    List<CallRow> calls =
        List.of(
            call(from, fromWindow, 1, rule, by, plus), call(to, toWindow, 2, NO_RULE, by, plus));
    rides.addTrip(new TripRow("f:t" + trip, ofRoute, weekdays, 0, calls));
    return this;
  }

  private static CallRow call(
      int place, String window, int flags, int rule, double by, double plus) {
    String[] ends = window.split("-");
    return new CallRow(place, seconds(ends[0]), seconds(ends[1]), flags, rule, rule, by, plus);
  }

  private static int seconds(String clock) {
    String[] words = clock.split(":");
    return 3600 * Integer.parseInt(words[0]) + 60 * Integer.parseInt(words[1]);
  }

  private static String clock(long epoch) {
    LocalDateTime time = LocalDateTime.ofInstant(java.time.Instant.ofEpochSecond(epoch), ROME);
    long day = time.toLocalDate().toEpochDay() - MONDAY.toEpochDay();
    return (day == 0 ? "" : day + " ") + time.toLocalTime();
  }

  private void rule(String id, BookingType type, NoticeRow notice) {
    rides.addRule(new RuleRow("f:" + id, type, notice, "Call us", "", "", "011", "", ""));
  }

  private static int[] days(int aWeek) {
    return IntStream.range(0, 28)
        .filter(day -> day % 7 < aWeek)
        .map(day -> (int) MONDAY.toEpochDay() + day)
        .toArray();
  }

  private static int[] box(int west, int east) {
    int south = at(0).latE7() - 100_000;
    int north = at(0).latE7() + 100_000;
    int left = at(west).lonE7();
    int right = at(east).lonE7();
    return new int[] {south, left, south, right, north, right, north, left, south, left};
  }
}
