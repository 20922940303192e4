package org.toret.testkit.city;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.build.Calls;
import org.toret.network.timetable.build.TransferRow;

/// A city drawn from a seed, with everything that makes timetables hard: trips that overtake, lines
/// that pass a stop twice, hops that take no time, trips after midnight, services of single days,
/// nights on which clocks change, calls without boarding or alighting, stations, transfer rules of
/// every kind and specificity, blocks, in-seat rules, vehicles and stops without access, walks with
/// steps and one-way walks.
///
/// All vehicles run within a few hours of each other and times are round minutes for the most part,
/// so that connections are many and ties common. The same seed gives the same city for ever.
public final class RandomCity {

  private static final int AREA_METRES = 2500;
  private static final double WALK_METRES_PER_SECOND = 1.33;
  private static final double E7_PER_METRE = 1e7 / 111_195;
  private static final int LAT_E7 = 450_000_000;
  private static final int LON_E7 = 76_000_000;
  private static final LocalDate[] DATES = {
    LocalDate.of(2026, 3, 2),
    LocalDate.of(2026, 3, 29),
    LocalDate.of(2026, 3, 30),
    LocalDate.of(2026, 10, 25),
    LocalDate.of(2026, 10, 26)
  };

  /// How large a city is.
  ///
  /// @param tripsPerLine at most
  /// @param hours the span in which vehicles start
  public record Size(int stops, int lines, int tripsPerLine, int hours) {

    /// Some hundred stop times: answered by the slowest oracle in a millisecond or so.
    public static final Size SMALL = new Size(10, 12, 8, 3);

    /// As small, with lines that meet seldom: journeys need more changes.
    public static final Size SPARSE = new Size(18, 14, 10, 3);

    /// Some thousand stop times a day.
    public static final Size MEDIUM = new Size(50, 30, 20, 5);
  }

  private record Trip(String name, int route, Calls calls) {

    int start() {
      return calls.departures()[0];
    }

    int end() {
      return calls.arrivals()[calls.length() - 1];
    }
  }

  private final Retouch retouch;
  private final Random random;
  private final Size size;
  private final LocalDate date;
  private final ZoneId zone = ZoneId.of("Europe/Rome");
  private final int[] days = {-1, 0, 1};
  private final CityBuilder city;
  private final int[][] places;
  private final List<Trip> trips = new ArrayList<>();
  private final List<String> services = new ArrayList<>(List.of("daily"));
  private final boolean night;
  private final int firstHour;

  private RandomCity(long seed, Size size, Retouch retouch) {
    this.retouch = retouch;
    this.random = new Random(seed);
    this.size = size;
    this.date = DATES[random.nextInt(DATES.length)];
    this.city = new CityBuilder(date, zone);
    this.places = new int[size.stops()][];
    this.night = random.nextInt(100) < 40;
    this.firstHour = night ? random.nextInt(3) : 4 + random.nextInt(17);
  }

  /// Draws a city.
  public static TimetableText of(long seed, Size size) {
    return of(seed, size, Retouch.NOTHING);
  }

  /// Draws the same city and changes what is drawn.
  static TimetableText of(long seed, Size size, Retouch retouch) {
    return new RandomCity(seed, size, retouch).draw();
  }

  private TimetableText draw() {
    city.addService("daily", days);
    for (int i = 0; i < 3; i++) {
      services.add("service" + i);
      city.addService("service" + i, random.ints(3, -1, 2).distinct().toArray());
    }
    retouch.begin(city);
    drawStops();
    drawWalks();
    for (int line = 0; line < size.lines(); line++) {
      drawLine(line);
    }
    drawSeatRules();
    for (int i = 0; i < 3 * size.stops(); i++) {
      drawRule();
    }
    retouch.end(city);
    return new TimetableText(city.rows().build(), city.walks(), date, zone, days);
  }

  private void drawStops() {
    int stations = size.stops() / 6;
    for (int station = 0; station < stations; station++) {
      city.addStop("S" + station, LAT_E7, LON_E7, -1, Stops.STATION, access());
    }
    for (int i = 0; i < size.stops(); i++) {
      places[i] = new int[] {random.nextInt(AREA_METRES), random.nextInt(AREA_METRES)};
      city.addStop(
          "P" + i,
          LAT_E7 + (int) (places[i][0] * E7_PER_METRE),
          LON_E7 + (int) (places[i][1] * E7_PER_METRE),
          chance(30) && stations > 0 ? city.stop("S" + random.nextInt(stations)) : -1,
          Stops.PLATFORM,
          access());
    }
  }

  private void drawWalks() {
    for (int from = 0; from < size.stops(); from++) {
      for (int to = 0; to < size.stops(); to++) {
        double metres =
            Math.hypot(places[from][0] - places[to][0], places[from][1] - places[to][1]);
        if (from != to && metres < 500 && chance(70)) {
          int seconds = chance(10) ? 0 : (int) (metres / WALK_METRES_PER_SECOND);
          city.addWalk(new Walk(stop(from), stop(to), seconds, chance(15)));
        }
      }
    }
  }

  private void drawLine(int number) {
    String line = "L" + number;
    Mode mode = Mode.of(random.nextInt(Mode.values().length));
    int route = city.route(line, mode);
    int[] forth = sequence();
    int[] back = new int[forth.length];
    for (int i = 0; i < forth.length; i++) {
      back[i] = forth[forth.length - 1 - i];
    }
    byte[][] bans = bans(forth.length);
    int count = 1 + random.nextInt(size.tripsPerLine());
    int headway = 60 * (5 + random.nextInt(30));
    int opening = 3600 * (night && chance(50) ? firstHour + 24 : firstHour);
    int first = opening + 60 * random.nextInt(size.hours() * 60);
    for (int i = 0; i < count; i++) {
      int start =
          chance(60) ? first + i * headway : opening + 60 * random.nextInt(size.hours() * 60);
      Calls calls = calls(chance(70) ? forth : back, start, chance(80) ? bans : bans(forth.length));
      String name = line + "/" + i;
      CityBuilder.Sketch drawn =
          new CityBuilder.Sketch(
              route,
              city.service(chance(60) ? "daily" : services.get(random.nextInt(services.size()))),
              chance(25) ? "block" + random.nextInt(size.lines()) : "",
              access(),
              access(),
              calls);
      city.addTrip(name, retouch.trip(name, drawn));
      trips.add(new Trip(name, route, calls));
    }
  }

  private int[] sequence() {
    int[] stops = new int[2 + random.nextInt(5)];
    for (int i = 0; i < stops.length; i++) {
      do {
        stops[i] = stop(random.nextInt(size.stops()));
      } while (i > 0 && stops[i] == stops[i - 1]);
    }
    return stops;
  }

  private byte[][] bans(int length) {
    byte[][] bans = new byte[2][length];
    for (int i = 0; i < length; i++) {
      bans[0][i] = (byte) (chance(8) ? 1 + random.nextInt(3) : 0);
      bans[1][i] = (byte) (chance(8) ? 1 + random.nextInt(3) : 0);
    }
    return bans;
  }

  private Calls calls(int[] stops, int start, byte[][] bans) {
    int[] arrivals = new int[stops.length];
    int[] departures = new int[stops.length];
    int now = start;
    int minutes = 1 + random.nextInt(8);
    for (int i = 0; i < stops.length; i++) {
      now += i == 0 || chance(5) ? 0 : 60 * (1 + random.nextInt(minutes));
      now += chance(5) ? random.nextInt(60) : 0;
      arrivals[i] = now;
      now += chance(20) ? 60 * random.nextInt(4) : 0;
      departures[i] = now;
    }
    return new Calls(stops, arrivals, departures, bans[0], bans[1]);
  }

  private void drawSeatRules() {
    for (Trip from : trips) {
      List<Trip> followers = new ArrayList<>();
      for (Trip to : trips) {
        if (to.start() >= from.end() && to.start() - from.end() < 1800) {
          followers.add(to);
        }
      }
      if (!followers.isEmpty() && chance(40)) {
        Trip to = followers.get(random.nextInt(followers.size()));
        int type = chance(85) ? 4 : 5;
        int fromTrip = city.trip(from.name());
        city.addRule(new TransferRow(-1, -1, -1, -1, fromTrip, city.trip(to.name()), type, -1));
      }
    }
  }

  /// A rule between the stop where some trip calls and the same or another stop where some other
  /// trip does, told with whatever precision.
  private void drawRule() {
    Trip from = trips.get(random.nextInt(trips.size()));
    Trip to = trips.get(random.nextInt(trips.size()));
    int fromStop = from.calls().stops()[random.nextInt(from.calls().length())];
    int toStop = chance(60) ? fromStop : to.calls().stops()[random.nextInt(to.calls().length())];
    int fromPrecision = random.nextInt(3);
    int toPrecision = random.nextInt(3);
    int type = random.nextInt(4);
    TransferRow rule =
        new TransferRow(
            fromStop,
            toStop,
            fromPrecision == 1 ? from.route() : -1,
            toPrecision == 1 ? to.route() : -1,
            fromPrecision == 2 ? city.trip(from.name()) : -1,
            toPrecision == 2 ? city.trip(to.name()) : -1,
            type,
            type == 2 && chance(85) ? 60 * random.nextInt(15) : -1);
    if (retouch.keeps(rule)) {
      city.addRule(rule);
    }
  }

  private int stop(int number) {
    return city.stop("P" + number);
  }

  private byte access() {
    return (byte) (chance(15) ? 2 : random.nextInt(2));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
