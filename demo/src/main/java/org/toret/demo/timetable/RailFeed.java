package org.toret.demo.timetable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.demo.gtfs.FeedFile;
import org.toret.demo.gtfs.Sheet;
import org.toret.demo.plane.Spot;
import org.toret.demo.plane.Trace;
import org.toret.demo.table.Row;
import org.toret.demo.table.Tables;

/// The feed of the metropolitan railway.
public final class RailFeed {

  private static final double METRES_A_SECOND = 72 / 3.6;
  private static final int DWELL_SECONDS = 60;
  private static final double PLATFORM_METRES = 9;
  private static final List<String> FARES =
      List.of(
          "agency.txt",
          "fare_media.txt",
          "rider_categories.txt",
          "networks.txt",
          "areas.txt",
          "fare_products.txt",
          "fare_leg_rules.txt");

  private final FeedFile feed = new FeedFile();
  private final Railway railway = new Railway();
  private final Trips trips = new Trips(feed);
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Integer> platforms = new HashMap<>();

  private RailFeed() {}

  public static FeedFile of(String version) {
    RailFeed rail = new RailFeed();
    for (String file : FARES) {
      rail.feed.text(file, Tables.text("sfm/" + file));
    }
    Service.write(rail.feed, EnumSet.of(Service.MONDAY_TO_FRIDAY, Service.EVERY_DAY));
    FeedInfo.write(rail.feed, version);
    rail.stations();
    Routes routes = new Routes(rail.feed, "sfm-demo");
    routes.translate("agency", "agency_name", "sfm-demo", "Toret demo railway (sample timetable)");
    routes.translate("stops", "stop_name", "aeroporto", "Turin Caselle Airport");
    int number = 0;
    for (Row row : Tables.read("trains.csv")) {
      routes.add(
          row.text("id"), row.text("name"), row.text("nameEn"), 2, row.text("colour"), "sfm");
      rail.line(row, 0, row.words("stations"), number);
      rail.line(row, 1, row.words("stations").reversed(), number++);
    }
    return rail.feed;
  }

  private void stations() {
    Stops stops = new Stops(feed);
    Sheet areas = feed.sheet("stop_areas.txt", "area_id", "stop_id");
    for (Row row : Tables.read("stations.csv")) {
      String id = row.text("id");
      String name = row.text("name");
      Spot spot = Spot.of(row.point());
      names.put(id, name);
      platforms.put(id, row.integer("platforms"));
      stops.station(id, name, spot);
      for (int i = 1; i <= row.integer("platforms"); i++) {
        Spot there = spot.plus(PLATFORM_METRES * (i - 1), 0);
        String platform = Integer.toString(i);
        stops.part(Stops.Kind.PLATFORM, id + "-" + i, id, name, there, "", platform);
        areas.row(row.text("area"), id + "-" + i);
      }
    }
  }

  private void line(Row row, int direction, List<String> stations, int number) {
    String route = row.text("id");
    List<Spot> shape = new ArrayList<>();
    List<String> at = new ArrayList<>();
    List<Integer> seconds = new ArrayList<>();
    double total = 0;
    for (int i = 0; i < stations.size(); i++) {
      String station = stations.get(i);
      if (i > 0) {
        Trace way = railway.between(stations.get(i - 1), station);
        shape.addAll(i == 1 ? way.spots() : way.spots().subList(1, way.spots().size()));
        total += way.metres() / METRES_A_SECOND + DWELL_SECONDS;
      }
      at.add(station + "-" + platform(station, direction, number));
      seconds.add((int) Math.round(total / 30) * 30);
    }
    String shapeId = route + "-" + direction;
    trips.shape(shapeId, new Trace(shape));
    String headsign = names.getOrDefault(stations.getLast(), "");
    Pattern pattern =
        new Pattern(route, direction, headsign, shapeId, at, seconds, DWELL_SECONDS, false, 1, 1);
    int step = row.integer("headway") * 60;
    for (int t = seconds(row.text("first")); t <= seconds(row.text("last")); t += step) {
      boolean extra = route.endsWith("L");
      Service service = extra ? Service.MONDAY_TO_FRIDAY : Service.EVERY_DAY;
      int shift = direction == 0 ? 0 : step / 2;
      Headways.Departure departure = new Headways.Departure(t + shift, service);
      trips.add(pattern, departure, Trips.id(pattern, departure), "");
    }
  }

  /// Trains out and back use platforms of their own; large stations part the lines over two pairs.
  private int platform(String station, int direction, int number) {
    int count = platforms.getOrDefault(station, 2);
    return direction + 1 + (count >= 4 && number % 2 == 1 ? 2 : 0);
  }

  private static int seconds(String clock) {
    String[] parts = clock.split(":");
    return Integer.parseInt(parts[0]) * 3600 + Integer.parseInt(parts[1]) * 60;
  }
}
