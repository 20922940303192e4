package org.toret.feeds.gtfs.read;

import java.util.HashSet;
import java.util.Set;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.table.FileNotices;
import org.toret.feeds.gtfs.table.GtfsSource;
import org.toret.feeds.gtfs.table.GtfsTable;
import org.toret.network.timetable.Stops;

/// Reads `stop_times.txt`: keeps the rows of known trips at known stops, and those on demand.
public final class CallReader {

  private static final String FILE = "stop_times.txt";

  private final GtfsTable table;
  private final TripTable trips;
  private final StopTable stops;
  private final Set<Integer> stationsWithPlatforms = new HashSet<>();
  private final CallTable calls = new CallTable();
  private final WindowTable windows = new WindowTable();
  private boolean continuous;
  private boolean headsigns;
  private int tripColumn;
  private int stopColumn;
  private int sequenceColumn;
  private int arrivalColumn;
  private int departureColumn;
  private int pickupColumn;
  private int dropOffColumn;
  private int distanceColumn;
  private String lastTripId = "";
  private int lastTrip = -1;

  /// What the file holds: rows with times, and rows on demand.
  public record Content(CallTable calls, WindowTable windows) {}

  private CallReader(GtfsTable table, TripTable trips, StopTable stops) {
    this.table = table;
    this.trips = trips;
    this.stops = stops;
    for (int stop = 0; stop < stops.count(); stop++) {
      if (stops.kind(stop) == Stops.PLATFORM && stops.parent(stop) >= 0) {
        stationsWithPlatforms.add(stops.parent(stop));
      }
    }
    tripColumn = table.column("trip_id");
    stopColumn = table.column("stop_id");
    sequenceColumn = table.column("stop_sequence");
    arrivalColumn = table.column("arrival_time");
    departureColumn = table.column("departure_time");
    pickupColumn = table.column("pickup_type");
    dropOffColumn = table.column("drop_off_type");
    distanceColumn = table.column("shape_dist_traveled");
  }

  public static Content read(GtfsSource source, TripTable trips, StopTable stops, Notices notices) {
    try (GtfsTable table = GtfsTable.open(source, FILE, notices)) {
      CallReader reader = new CallReader(table, trips, stops);
      reader.readRows();
      FileNotices found = new FileNotices(source.feed(), FILE, notices);
      if (reader.continuous) {
        found.info(0, "", "continuous_stopping_not_used");
      }
      if (reader.headsigns) {
        found.info(0, "stop_headsign", "stop_headsigns_not_used");
      }
      reader.calls.groupByTrip(trips.count());
      return new Content(reader.calls, reader.windows);
    }
  }

  private void readRows() {
    int pickupArea = table.column("continuous_pickup");
    int dropOffArea = table.column("continuous_drop_off");
    int timepoint = table.column("timepoint");
    int headsign = table.column("stop_headsign");
    while (table.next()) {
      int trip = trip();
      if (trip >= 0 && WindowTable.isOnDemand(table)) {
        windows.add(table, trip, table.text(tripColumn));
        continue;
      }
      int stop = trip < 0 ? -1 : stop();
      if (stop < 0) {
        continue;
      }
      int sequence = table.number(sequenceColumn);
      if (sequence == GtfsTable.ABSENT) {
        table.error("missing_sequence", sequenceColumn, table.text(tripColumn));
      } else {
        add(trip, stop, sequence);
        headsigns |= table.has(headsign);
        continuous |= table.choice(pickupArea, 3, 1) != 1 || table.choice(dropOffArea, 3, 1) != 1;
        if (table.choice(timepoint, 1, 0) == 1 && !table.has(arrivalColumn)) {
          table.warn("timepoint_without_time", arrivalColumn, table.text(tripColumn));
        }
      }
    }
  }

  private void add(int trip, int stop, int sequence) {
    if (sequence < 0) {
      table.warn("negative_stop_sequence", sequenceColumn, table.text(tripColumn), sequence);
    }
    int row = calls.count();
    calls.trips.add(trip);
    calls.stops.add(stop);
    calls.sequences.add(sequence);
    calls.arrivals.add(table.seconds(arrivalColumn));
    calls.departures.add(table.seconds(departureColumn));
    calls.lines.add((int) table.line());
    calls.setRules(row, table.choice(pickupColumn, 3, 0), table.choice(dropOffColumn, 3, 0));
    if (table.has(distanceColumn)) {
      calls.setDistance(row, table.decimal(distanceColumn));
    }
  }

  private int trip() {
    String id = table.text(tripColumn);
    if (!id.equals(lastTripId)) {
      lastTripId = id;
      lastTrip = trips.find(id);
    }
    if (lastTrip < 0 && !trips.isLeftOut(id)) {
      table.error("undefined_trip", tripColumn, id);
    }
    return lastTrip;
  }

  private int stop() {
    if (!table.has(stopColumn)) {
      table.error("missing_stop", stopColumn, table.text(tripColumn));
      return -1;
    }
    int stop = stops.find(table.text(stopColumn));
    if (stop < 0) {
      table.error("undefined_stop", stopColumn, table.text(stopColumn));
      return -1;
    }
    return usable(stop);
  }

  private int usable(int stop) {
    if (!stops.isPlaced(stop)) {
      table.error("call_at_stop_without_place", stopColumn, stops.id(stop));
      return -1;
    }
    if (stops.kind(stop) == Stops.PLATFORM) {
      return stop;
    }
    if (stops.kind(stop) == Stops.STATION && !stationsWithPlatforms.contains(stop)) {
      table.warn("call_at_station", stopColumn, stops.id(stop));
      stops.turnIntoPlatform(stop);
      return stop;
    }
    table.error("call_at_wrong_place", stopColumn, stops.id(stop));
    return -1;
  }
}
