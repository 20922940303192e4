package org.toret.demo.timetable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.toret.demo.gtfs.FeedFile;
import org.toret.demo.gtfs.Sheet;
import org.toret.demo.plane.Spot;
import org.toret.demo.plane.Trace;
import org.toret.demo.table.Row;
import org.toret.demo.table.Tables;

/// Metro line 1: every station has two platforms, a hall before and one behind the gates, two
/// stairs to the street and a lift, and the pathways between them.
final class Metro {

  private static final String ROUTE = "M1";
  private static final String COLOUR = "E2001A";
  private static final double METRES_A_SECOND = 28 / 3.6;
  private static final int DWELL_SECONDS = 20;
  private static final int STEPS_A_METRE = 6;

  private record Station(String id, String name, Spot spot, int deep) {}

  private final List<Station> stations = new ArrayList<>();
  private final Stops stops;
  private final Routes routes;
  private final Trips trips;
  private final Sheet pathways;

  Metro(FeedFile feed, Stops stops, Routes routes, Trips trips) {
    this.stops = stops;
    this.routes = routes;
    this.trips = trips;
    pathways =
        feed.sheet(
            "pathways.txt",
            "pathway_id",
            "from_stop_id",
            "to_stop_id",
            "pathway_mode",
            "is_bidirectional",
            "length",
            "traversal_time",
            "stair_count");
    for (Row row : Tables.read("metro.csv")) {
      String id = "M-" + row.text("id");
      Spot spot = Spot.of(row.point());
      stations.add(new Station(id, row.text("name"), spot, row.integer("deep")));
    }
  }

  /// Writes the line; answers its stations by id.
  Map<String, Spot> write() {
    routes.add(ROUTE, "Metropolitana Fermi – Bengasi", "Metro Fermi – Bengasi", 1, COLOUR, "metro");
    Map<String, Spot> byId = new LinkedHashMap<>();
    List<Spot> line = new ArrayList<>();
    for (int i = 0; i < stations.size(); i++) {
      Station station = stations.get(i);
      Spot before = stations.get(Math.max(0, i - 1)).spot();
      Spot after = stations.get(Math.min(stations.size() - 1, i + 1)).spot();
      parts(station, before, after);
      byId.put(station.id(), station.spot());
      line.add(station.spot());
    }
    trips.shape("M1-0", new Trace(line));
    trips.shape("M1-1", new Trace(line).reversed());
    timetable(0, stations);
    timetable(1, stations.reversed());
    return byId;
  }

  private void parts(Station station, Spot before, Spot after) {
    String id = station.id();
    String name = station.name();
    double length = before.metresTo(after);
    double dx = (after.x() - before.x()) / length;
    double dy = (after.y() - before.y()) / length;
    Spot spot = station.spot();
    stops.station(id, name, spot);
    stops.part(
        Stops.Kind.PLATFORM, id + "-1", id, name, spot.plus(dy * 5, -dx * 5), "banchina", "1");
    stops.part(
        Stops.Kind.PLATFORM, id + "-2", id, name, spot.plus(-dy * 5, dx * 5), "banchina", "2");
    Spot east = spot.plus(dx * 45 + dy * 12, dy * 45 - dx * 12);
    Spot west = spot.plus(-dx * 45 - dy * 12, -dy * 45 + dx * 12);
    stops.part(Stops.Kind.ENTRANCE, id + "-a", id, name + " scala A", east, "strada", "");
    stops.part(Stops.Kind.ENTRANCE, id + "-b", id, name + " scala B", west, "strada", "");
    Spot lift = spot.plus(dy * 15, -dx * 15);
    stops.part(Stops.Kind.ENTRANCE, id + "-c", id, name + " ascensore", lift, "strada", "");
    stops.part(Stops.Kind.NODE, id + "-h", id, name + " atrio", spot, "atrio", "");
    stops.part(
        Stops.Kind.NODE, id + "-g", id, name + " oltre i tornelli", spot.plus(dx, dy), "atrio", "");
    pathways(station);
  }

  /// Modes as in GTFS: 2 stairs, 4 escalator, 5 lift, 6 fare gate, 7 exit gate.
  private void pathways(Station station) {
    String id = station.id();
    int hall = station.deep() / 2;
    int rest = station.deep() - hall;
    for (String stairs : List.of("-a", "-b")) {
      path(id, stairs, "-h", 2, 1, 45, 55, hall * STEPS_A_METRE);
    }
    path(id, "-c", "-h", 5, 1, 10, 45, 0);
    path(id, "-h", "-g", 6, 0, 4, 8, 0);
    path(id, "-g", "-h", 7, 0, 4, 5, 0);
    for (String platform : List.of("-1", "-2")) {
      path(id, "-g", platform, 2, 1, 30, 40, rest * STEPS_A_METRE);
      path(id, platform, "-g", 4, 0, 30, 30, 0);
      path(id, "-g", platform, 5, 1, 12, 40, 0);
    }
  }

  private void path(
      String id, String from, String to, int mode, int both, int metres, int seconds, int steps) {
    pathways.row(
        id + from + to + "-" + mode,
        id + from,
        id + to,
        mode,
        both,
        metres,
        seconds,
        steps == 0 ? "" : steps);
  }

  private void timetable(int direction, List<Station> line) {
    List<String> at = new ArrayList<>();
    List<Integer> seconds = new ArrayList<>();
    double metres = 0;
    for (int i = 0; i < line.size(); i++) {
      metres += i == 0 ? 0 : line.get(i - 1).spot().metresTo(line.get(i).spot());
      at.add(line.get(i).id() + "-" + (direction + 1));
      seconds.add((int) Math.round(metres / METRES_A_SECOND));
    }
    Pattern pattern =
        new Pattern(
            ROUTE,
            direction,
            line.getLast().name(),
            ROUTE + "-" + direction,
            at,
            seconds,
            DWELL_SECONDS,
            false,
            1,
            2);
    for (Headways.Departure departure : new Headways().of("metro", direction)) {
      trips.add(pattern, departure, Trips.id(pattern, departure), "");
    }
  }
}
