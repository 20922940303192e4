package org.toret.demo.timetable;

import org.toret.demo.gtfs.FeedFile;
import org.toret.demo.gtfs.Sheet;
import org.toret.demo.plane.Spot;
import org.toret.demo.plane.Trace;

/// Writes trips, their stop times, and shapes.
final class Trips {

  private static final int STEP_SECONDS = 10;

  private final FeedFile feed;
  private final Sheet trips;
  private final Sheet times;
  private final Sheet shapes;

  Trips(FeedFile feed) {
    this.feed = feed;
    trips =
        feed.sheet(
            "trips.txt",
            "route_id",
            "service_id",
            "trip_id",
            "trip_headsign",
            "direction_id",
            "block_id",
            "shape_id",
            "wheelchair_accessible",
            "bikes_allowed");
    times =
        feed.sheet(
            "stop_times.txt",
            "trip_id",
            "arrival_time",
            "departure_time",
            "stop_id",
            "stop_sequence",
            "pickup_type",
            "drop_off_type",
            "timepoint");
    shapes =
        feed.sheet("shapes.txt", "shape_id", "shape_pt_lat", "shape_pt_lon", "shape_pt_sequence");
  }

  /// Writes a trip and answers when it arrives at its last stop.
  int add(Pattern pattern, Headways.Departure departure, String trip, String block) {
    trips.row(
        pattern.route(),
        departure.service().id(),
        trip,
        pattern.headsign(),
        pattern.direction(),
        block,
        pattern.shape(),
        pattern.wheelchair(),
        pattern.bikes());
    double factor = pattern.factor(departure.seconds());
    int last = pattern.stops().size() - 1;
    int leaves = departure.seconds();
    for (int i = 0; i <= last; i++) {
      int run = (int) Math.round(pattern.runSeconds().get(i) * factor / STEP_SECONDS);
      int next = departure.seconds() + run * STEP_SECONDS;
      int dwell = i == 0 || i == last ? 0 : pattern.dwellSeconds();
      leaves = i == 0 ? next : Math.max(next, leaves + dwell + STEP_SECONDS);
      boolean end = i == 0 || i == last;
      times.row(
          trip,
          FeedFile.time(leaves - dwell),
          FeedFile.time(leaves),
          pattern.stops().get(i),
          i + 1,
          i == last ? 1 : 0,
          i == 0 ? 1 : 0,
          end ? 1 : 0);
    }
    return leaves;
  }

  /// The id by which a departure of a pattern is known: route, direction, service, time.
  static String id(Pattern pattern, Headways.Departure departure) {
    return pattern.route()
        + "-"
        + pattern.direction()
        + "-"
        + departure.service().id()
        + "-"
        + FeedFile.time(departure.seconds()).substring(0, 5).replace(":", "");
  }

  void shape(String id, Trace trace) {
    int sequence = 0;
    for (Spot spot : trace.spots()) {
      shapes.row(id, FeedFile.degree(spot.lat()), FeedFile.degree(spot.lon()), ++sequence);
    }
  }

  FeedFile feed() {
    return feed;
  }
}
