package org.toret.testkit.city;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.build.AgencyRow;
import org.toret.network.timetable.build.Calls;
import org.toret.network.timetable.build.FeedRow;
import org.toret.network.timetable.build.RouteRow;
import org.toret.network.timetable.build.StopRow;
import org.toret.network.timetable.build.TimetableBuilder;
import org.toret.network.timetable.build.TransferRow;
import org.toret.network.timetable.build.TripRow;

/// Builds a test city by names: one feed `t`, one operator. Names stand for their rows; stops and
/// lines come into being when they are first named.
final class CityBuilder {

  private static final int STEP_E7 = 1000;
  private static final int LAT_E7 = 450_700_000;
  private static final int LON_E7 = 76_800_000;

  private final TimetableBuilder rows = new TimetableBuilder();
  private final LocalDate date;
  private final Map<String, Integer> stops = new HashMap<>();
  private final Map<String, Integer> routes = new HashMap<>();
  private final Map<String, Integer> services = new HashMap<>();
  private final Map<String, Integer> trips = new HashMap<>();
  private final List<Walk> walks = new ArrayList<>();

  CityBuilder(LocalDate date, ZoneId zone) {
    this.date = date;
    rows.addFeed(
        new FeedRow(
            "t", "Test", "", "1", zone.getId(), "it", Integer.MIN_VALUE, Integer.MAX_VALUE, ""));
    rows.addAgency(new AgencyRow(0, "t:a", "Test", ""));
  }

  int stop(String name) {
    Integer known = stops.get(name);
    return known != null
        ? known
        : addStop(name, LAT_E7, LON_E7 + stops.size() * STEP_E7, -1, Stops.PLATFORM, (byte) 0);
  }

  int addStop(String name, int latE7, int lonE7, int parent, byte kind, byte wheelchair) {
    if (stops.containsKey(name)) {
      throw new IllegalArgumentException("stop '%s' is there already".formatted(name));
    }
    int stop =
        rows.addStop(
            new StopRow(
                0,
                "t:" + name,
                name,
                "",
                "",
                "",
                Stops.NO_LEVEL,
                latE7,
                lonE7,
                parent,
                kind,
                wheelchair));
    stops.put(name, stop);
    return stop;
  }

  /// The line of a name; its mode is that of its first mention.
  int route(String name, Mode mode) {
    return routes.computeIfAbsent(
        name,
        fresh ->
            rows.addRoute(
                new RouteRow(0, "t:" + name, name, "", 0, mode, 3, -1, -1, Integer.MAX_VALUE)));
  }

  int route(String name) {
    return found(routes, name, "line");
  }

  void addService(String name, int[] dayOffsets) {
    int today = Math.toIntExact(date.toEpochDay());
    services.put(
        name, rows.addService(Arrays.stream(dayOffsets).map(day -> today + day).toArray()));
  }

  int service(String name) {
    return found(services, name, "service");
  }

  int addTrip(String name, Sketch run) {
    int trip =
        rows.addTrip(
            new TripRow(
                "t:" + name,
                run.route(),
                run.service(),
                "",
                "",
                (byte) -1,
                run.block(),
                -1,
                run.wheelchair(),
                run.bikes(),
                0),
            run.calls());
    if (trips.put(name, trip) != null) {
      throw new IllegalArgumentException(
          "Two trips are called '%s'. Maybe give one a name with trip=".formatted(name));
    }
    return trip;
  }

  /// What a trip is, but for its name.
  record Sketch(int route, int service, String block, byte wheelchair, byte bikes, Calls calls) {}

  int trip(String name) {
    return found(trips, name, "trip");
  }

  void addRule(TransferRow row) {
    rows.addTransfer(row);
  }

  void addWalk(Walk walk) {
    walks.add(walk);
  }

  List<Walk> walks() {
    return List.copyOf(walks);
  }

  TimetableBuilder rows() {
    return rows;
  }

  private static int found(Map<String, Integer> rows, String name, String what) {
    Integer row = rows.get(name);
    if (row == null) {
      throw new IllegalArgumentException("There is no %s '%s'".formatted(what, name));
    }
    return row;
  }
}
