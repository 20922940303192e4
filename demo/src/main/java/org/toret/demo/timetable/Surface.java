package org.toret.demo.timetable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.toret.demo.gtfs.FeedFile;
import org.toret.demo.plane.Spot;
import org.toret.demo.plane.Trace;
import org.toret.demo.table.Row;
import org.toret.demo.table.Tables;

/// Trams, buses and the rack tramway.
///
/// The tables name one point per place. A line that passes it has its pole on the right-hand kerb;
/// lines that pass in the same quarter of the compass share the pole.
final class Surface {

  private static final double KERB_METRES = 9;
  private static final String QUARTERS = "NESW";
  private static final int FIRST_CODE = 1001;

  private record Place(String name, Spot spot) {}

  /// A line as the table has it.
  private record Line(
      String id, String mode, String headway, int wheelchair, List<String> places, int number) {
    boolean ring() {
      return places.getFirst().equals(places.getLast());
    }
  }

  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, Spot> poles = new LinkedHashMap<>();
  private final Headways headways = new Headways();
  private final StreetRoutes streets;
  private final Stops stops;
  private final Routes routes;
  private final Trips trips;

  Surface(StreetRoutes streets, Stops stops, Routes routes, Trips trips) {
    this.streets = streets;
    this.stops = stops;
    this.routes = routes;
    this.trips = trips;
    for (Row row : Tables.read("places.csv")) {
      places.put(row.text("id"), new Place(row.text("name"), Spot.of(row.point())));
    }
  }

  /// Writes all lines; answers the poles by id.
  Map<String, Spot> write() {
    int number = 0;
    for (Row row : Tables.read("lines.csv")) {
      String id = row.text("id");
      String mode = row.text("mode");
      routes.add(
          id,
          row.text("name"),
          row.text("nameEn"),
          type(mode),
          row.text("colour"),
          row.text("network"));
      Line line =
          new Line(
              id,
              mode,
              row.text("headway"),
              row.integer("wheelchair"),
              row.words("stops"),
              number++);
      write(line);
    }
    return poles;
  }

  private void write(Line line) {
    List<Spot> through = line.places().stream().map(x -> place(x).spot()).toList();
    List<Spot> shape = line.mode().equals("rack") ? through : streets.through(through);
    trips.shape(line.id() + "-0", new Trace(shape));
    timetable(line, pattern(line, 0, line.places()));
    if (!line.ring()) {
      trips.shape(line.id() + "-1", new Trace(shape).reversed());
      timetable(line, pattern(line, 1, line.places().reversed()));
    }
  }

  private void timetable(Line line, Pattern pattern) {
    List<Headways.Departure> departures =
        headways.of(line.headway(), line.number() * 7 + pattern.direction() * 5);
    if (line.headway().equals("night")) {
      hourly(pattern, departures);
    } else if (line.ring()) {
      circles(pattern, departures);
    } else {
      for (Headways.Departure departure : departures) {
        trips.add(pattern, departure, Trips.id(pattern, departure), "");
      }
    }
  }

  /// Night buses: one trip, repeated exactly every hour by `frequencies.txt`.
  private void hourly(Pattern pattern, List<Headways.Departure> departures) {
    Headways.Departure first = departures.getFirst();
    String trip = Trips.id(pattern, first);
    trips.add(pattern, first, trip, "");
    int step = departures.get(1).seconds() - first.seconds();
    trips
        .feed()
        .sheet(
            "frequencies.txt", "trip_id", "start_time", "end_time", "headway_secs", "exact_times")
        .row(
            trip,
            FeedFile.time(first.seconds()),
            FeedFile.time(departures.getLast().seconds() + 60),
            step,
            1);
  }

  /// A ring line: the vehicle goes round again, and passengers may stay in.
  private void circles(Pattern pattern, List<Headways.Departure> departures) {
    int[] arrives = new int[departures.size()];
    int[] next = new int[departures.size()];
    String[] block = new String[departures.size()];
    for (int i = 0; i < arrives.length; i++) {
      Headways.Departure departure = departures.get(i);
      String trip = Trips.id(pattern, departure);
      block[i] = block[i] == null ? trip : block[i];
      arrives[i] = trips.add(pattern, departure, trip, block[i]);
      for (int k = i + 1; k < arrives.length && next[i] == 0; k++) {
        Headways.Departure later = departures.get(k);
        boolean free = block[k] == null && later.service() == departure.service();
        if (free && later.seconds() >= arrives[i] && later.seconds() < arrives[i] + 1800) {
          next[i] = k;
          block[k] = block[i];
          stay(pattern, departure, later);
        }
      }
    }
  }

  private void stay(Pattern pattern, Headways.Departure from, Headways.Departure to) {
    Links.sheet(trips.feed())
        .row(
            pattern.stops().getLast(),
            pattern.stops().getFirst(),
            Trips.id(pattern, from),
            Trips.id(pattern, to),
            4,
            "");
  }

  private Pattern pattern(Line line, int direction, List<String> ids) {
    List<String> at = new ArrayList<>();
    List<Integer> seconds = new ArrayList<>();
    double metres = 0;
    for (int i = 0; i < ids.size(); i++) {
      Spot here = place(ids.get(i)).spot();
      if (i > 0) {
        metres += place(ids.get(i - 1)).spot().metresTo(here) * detour(line.mode());
      }
      at.add(pole(ids, i));
      seconds.add((int) Math.round(metres / speed(line)));
    }
    String headsign = line.ring() ? "Circolare" : place(ids.getLast()).name();
    return new Pattern(
        line.id(),
        direction,
        headsign,
        line.id() + "-" + direction,
        at,
        seconds,
        0,
        !line.mode().equals("rack"),
        line.wheelchair(),
        2);
  }

  /// The pole of a place for a vehicle that comes from the place before and goes on to the next.
  private String pole(List<String> ids, int index) {
    Place place = place(ids.get(index));
    Spot before = place(ids.get(Math.max(0, index - 1))).spot();
    Spot after = place(ids.get(Math.min(ids.size() - 1, index + 1))).spot();
    double bearing = before.bearingTo(after);
    char quarter = QUARTERS.charAt((int) (((bearing - 27 + 45 + 360) % 360) / 90));
    String id = ids.get(index) + "-" + quarter;
    if (!poles.containsKey(id)) {
      double side = StrictMath.toRadians(27 + 90 * QUARTERS.indexOf(quarter) + 90);
      Spot kerb =
          place.spot().plus(KERB_METRES * StrictMath.sin(side), KERB_METRES * StrictMath.cos(side));
      stops.pole(id, Integer.toString(FIRST_CODE + poles.size()), place.name(), kerb);
      poles.put(id, kerb);
    }
    return id;
  }

  private Place place(String id) {
    Place place = places.get(id);
    if (place == null) {
      throw new IllegalStateException("lines.csv names a place that places.csv has not: " + id);
    }
    return place;
  }

  /// The GTFS route type: the rack tramway counts as a funicular.
  private static int type(String mode) {
    return switch (mode) {
      case "tram" -> 0;
      case "bus" -> 3;
      case "rack" -> 7;
      default -> throw new IllegalStateException("lines.csv has mode \"" + mode + "\"");
    };
  }

  private static double detour(String mode) {
    return mode.equals("rack") ? 1.1 : 1.2;
  }

  /// Commercial speed in metres a second, standing times included.
  private static double speed(Line line) {
    double kilometresAnHour =
        switch (line.headway()) {
          case "weak" -> 20;
          case "night" -> 23;
          case "rack" -> 10;
          default -> line.mode().equals("tram") ? 16.5 : 17.5;
        };
    return kilometresAnHour / 3.6;
  }
}
