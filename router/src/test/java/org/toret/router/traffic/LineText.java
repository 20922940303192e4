package org.toret.router.traffic;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.toret.base.geo.GeoPoint;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.build.AgencyRow;
import org.toret.network.timetable.build.Calls;
import org.toret.network.timetable.build.FeedRow;
import org.toret.network.timetable.build.RouteRow;
import org.toret.network.timetable.build.StopRow;
import org.toret.network.timetable.build.TimetableBuilder;
import org.toret.network.timetable.build.TripRow;

/// A timetable of a few lines on an [Avenue]'s plane, every line one route.
final class LineText {

  private static final int FIRST_DAY = 20_000;

  private final TimetableBuilder rows = new TimetableBuilder();
  private final Map<GeoPoint, Integer> stops = new HashMap<>();

  LineText() {
    rows.addFeed(
        new FeedRow("t", "", "", "", "UTC", "it", Integer.MIN_VALUE, Integer.MAX_VALUE, ""));
    rows.addAgency(new AgencyRow(0, "t:a", "", ""));
    rows.addService(new int[] {FIRST_DAY});
  }

  /// Where a line goes: east and north of each point.
  static double[][] points(double... eastNorth) {
    return IntStream.range(0, eastNorth.length / 2)
        .mapToObj(i -> new double[] {eastNorth[2 * i], eastNorth[2 * i + 1]})
        .toArray(double[][]::new);
  }

  /// Adds a line.
  int line(String name, Mode mode) {
    return rows.addRoute(
        new RouteRow(0, "t:" + name, name, "", 0, mode, 3, -1, -1, Integer.MAX_VALUE));
  }

  /// Adds the course of a line.
  int shape(double[][] drawn) {
    GeoPoint[] points = points(drawn);
    return rows.addShape(
        IntStream.range(0, points.length).map(i -> points[i].latE7()).toArray(),
        IntStream.range(0, points.length).map(i -> points[i].lonE7()).toArray());
  }

  /// Adds a trip that calls at places.
  ///
  /// @param times arrival and departure of each call, in seconds
  void trip(String id, int line, int shape, double[][] calls, int... times) {
    GeoPoint[] places = points(calls);
    int[] at = new int[places.length];
    int[] arrivals = new int[places.length];
    int[] departures = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      at[i] = stops.computeIfAbsent(places[i], this::stop);
      arrivals[i] = times[2 * i];
      departures[i] = times[2 * i + 1];
    }
    rows.addTrip(
        new TripRow(id, line, 0, "", "", (byte) -1, "", shape, (byte) 0, (byte) 0, 0),
        new Calls(at, arrivals, departures, new byte[at.length], new byte[at.length]));
  }

  Timetable build() {
    return rows.build();
  }

  private int stop(GeoPoint place) {
    return rows.addStop(
        new StopRow(
            0,
            "t:" + stops.size(),
            "",
            "",
            "",
            "",
            Stops.NO_LEVEL,
            place.latE7(),
            place.lonE7(),
            -1,
            Stops.PLATFORM,
            (byte) 0));
  }

  private static GeoPoint[] points(double[][] places) {
    GeoPoint[] points = new GeoPoint[places.length];
    for (int i = 0; i < places.length; i++) {
      points[i] = Avenue.at(places[i][0], places[i][1]);
    }
    return points;
  }
}
