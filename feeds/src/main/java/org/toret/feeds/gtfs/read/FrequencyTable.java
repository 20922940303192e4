package org.toret.feeds.gtfs.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.table.GtfsSource;
import org.toret.feeds.gtfs.table.GtfsTable;

/// `frequencies.txt`: trips that repeat at a headway.
public final class FrequencyTable {

  /// No line runs more often; less is a slip, and would make runs without number.
  private static final int LEAST_HEADWAY_SECONDS = 10;

  private final Map<Integer, List<Window>> windows = new HashMap<>();
  private int count;

  /// Departures from the first stop at `start`, `start + headway` … before `end`.
  ///
  /// @param exact whether these are the times (`exact_times=1`) or only their rhythm
  public record Window(
      int startSeconds, int endSeconds, int headwaySeconds, boolean exact, long line) {}

  private FrequencyTable() {}

  public static FrequencyTable read(GtfsSource source, TripTable trips, Notices notices) {
    FrequencyTable result = new FrequencyTable();
    try (GtfsTable table = GtfsTable.open(source, "frequencies.txt", notices)) {
      int trip = table.column("trip_id");
      int start = table.column("start_time");
      int end = table.column("end_time");
      int headway = table.column("headway_secs");
      int exact = table.column("exact_times");
      while (table.next()) {
        int number = trips.find(table.text(trip));
        int from = table.seconds(start);
        int to = table.seconds(end);
        int every = table.number(headway);
        if (number < 0) {
          if (!trips.isLeftOut(table.text(trip))) {
            table.error("undefined_trip", trip, table.text(trip));
          }
        } else if (from == GtfsTable.ABSENT || to == GtfsTable.ABSENT || to <= from) {
          table.error("bad_frequency_window", start, table.text(trip));
        } else if (every < LEAST_HEADWAY_SECONDS) {
          table.error("bad_headway", headway, table.text(headway));
        } else {
          boolean timed = table.choice(exact, 1, 0) == 1;
          result.add(table, number, new Window(from, to, every, timed, table.line()));
        }
      }
    }
    return result;
  }

  /// The windows of a trip; empty when it runs once, at its own times.
  public List<Window> windows(int trip) {
    return windows.getOrDefault(trip, List.of());
  }

  /// How many rows can be used.
  public int count() {
    return count;
  }

  private void add(GtfsTable table, int trip, Window window) {
    List<Window> known = windows.computeIfAbsent(trip, ignored -> new ArrayList<>());
    for (Window other : known) {
      if (window.startSeconds() < other.endSeconds()
          && other.startSeconds() < window.endSeconds()) {
        table.warn("overlapping_frequency", table.column("start_time"), other.line());
        break;
      }
    }
    known.add(window);
    count++;
  }
}
