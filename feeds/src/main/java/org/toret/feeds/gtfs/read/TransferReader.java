package org.toret.feeds.gtfs.read;

import org.jspecify.annotations.Nullable;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.table.GtfsSource;
import org.toret.feeds.gtfs.table.GtfsTable;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.build.TimetableBuilder;
import org.toret.network.timetable.build.TransferRow;

/// Reads `transfers.txt`: rules between stops, lines and trips, and seats kept from trip to trip.
public final class TransferReader {

  private static final int TIMED = 2;
  private static final int FIRST_SEATED = 4;
  private static final double LONG_METRES = 2000;

  private final GtfsTable table;
  private final StopTable stops;
  private final RouteTable routes;
  private final TripTable trips;
  private final RunWriter runs;
  private final RunWriter.Numbers numbers;
  private final TimetableBuilder builder;
  private int count;

  /// One end of a rule in the numbers of the feed's tables, -1 where nothing is named.
  private record End(int stop, int route, int trip) {}

  /// What transfers refer to.
  public record References(StopTable stops, RouteTable routes, TripTable trips, RunWriter runs) {}

  private TransferReader(GtfsTable table, References references, TimetableBuilder builder) {
    this.table = table;
    stops = references.stops();
    routes = references.routes();
    trips = references.trips();
    runs = references.runs();
    numbers = runs.numbers();
    this.builder = builder;
  }

  /// Adds every usable rule to the builder; answers how many rows could be used.
  public static int read(
      GtfsSource source, References references, TimetableBuilder builder, Notices notices) {
    try (GtfsTable table = GtfsTable.open(source, "transfers.txt", notices)) {
      TransferReader reader = new TransferReader(table, references, builder);
      while (table.next()) {
        reader.readRow();
      }
      return reader.count;
    }
  }

  private void readRow() {
    int type = table.choice(table.column("transfer_type"), 5, 0);
    End from = end("from");
    End to = end("to");
    if (from == null || to == null) {
      return;
    }
    if (type < FIRST_SEATED && (from.stop() < 0 || to.stop() < 0)) {
      table.error("transfer_without_stops", -1);
    } else if (type >= FIRST_SEATED && (from.trip() < 0 || to.trip() < 0)) {
      table.error("seated_transfer_without_trips", -1);
    } else {
      check(type, from, to);
      add(type, from, to);
    }
  }

  /// Tells what is odd about a rule that is used all the same.
  private void check(int type, End from, End to) {
    if (from.stop() >= 0 && to.stop() >= 0 && type < FIRST_SEATED) {
      double metres = stops.metres(from.stop(), to.stop());
      if (metres > LONG_METRES) {
        table.warn("long_transfer", table.column("to_stop_id"), Math.round(metres));
      }
    }
    checkRoute(from, "from_route_id");
    checkRoute(to, "to_route_id");
  }

  private void checkRoute(End end, String column) {
    if (end.trip() >= 0 && end.route() >= 0 && trips.trip(end.trip()).route() != end.route()) {
      table.warn("trip_of_other_route", table.column(column), trips.trip(end.trip()).id());
    }
  }

  private void add(int type, End from, End to) {
    int column = table.column("min_transfer_time");
    int seconds = table.number(column);
    if (type == TIMED && seconds == GtfsTable.ABSENT) {
      table.warn("missing_transfer_time", column);
    } else if (seconds < 0 && seconds != GtfsTable.ABSENT) {
      table.warn("negative_transfer_time", column, seconds);
      seconds = GtfsTable.ABSENT;
    }
    int fromRuns = from.trip() < 0 ? 1 : runs.runCount(from.trip());
    int toRuns = to.trip() < 0 ? 1 : runs.runCount(to.trip());
    if (fromRuns > 1 && toRuns > 1) {
      table.error("transfer_between_frequencies", -1);
      return;
    }
    for (int run = 0; run < fromRuns * toRuns; run++) {
      builder.addTransfer(
          new TransferRow(
              from.stop() < 0 ? -1 : numbers.stops()[from.stop()],
              to.stop() < 0 ? -1 : numbers.stops()[to.stop()],
              from.route() < 0 ? -1 : numbers.firstRoute() + from.route(),
              to.route() < 0 ? -1 : numbers.firstRoute() + to.route(),
              from.trip() < 0 ? -1 : runs.firstRun(from.trip()) + (fromRuns > 1 ? run : 0),
              to.trip() < 0 ? -1 : runs.firstRun(to.trip()) + (toRuns > 1 ? run : 0),
              type,
              Math.max(-1, seconds)));
    }
    count++;
  }

  /// One end of the row; null when it names something that cannot be used.
  private @Nullable End end(String side) {
    int stopColumn = table.column(side + "_stop_id");
    int routeColumn = table.column(side + "_route_id");
    int tripColumn = table.column(side + "_trip_id");
    int stop = stops.find(table.text(stopColumn));
    int route = routes.find(table.text(routeColumn));
    int trip = trips.find(table.text(tripColumn));
    if (table.has(stopColumn) && stop < 0) {
      table.error("undefined_stop", stopColumn, table.text(stopColumn));
    } else if (stop >= 0 && (stops.kind(stop) > Stops.STATION || !stops.isPlaced(stop))) {
      table.error("transfer_at_wrong_place", stopColumn, table.text(stopColumn));
    } else if (table.has(routeColumn) && route < 0) {
      table.error("undefined_route", routeColumn, "", table.text(routeColumn));
    } else if (table.has(tripColumn) && (trip < 0 || runs.runCount(trip) == 0)) {
      if (trip < 0 && !trips.isLeftOut(table.text(tripColumn))) {
        table.error("undefined_trip", tripColumn, table.text(tripColumn));
      } else {
        table.warn("transfer_with_unused_trip", tripColumn, table.text(tripColumn));
      }
    } else {
      return new End(stop, route, trip);
    }
    return null;
  }
}
