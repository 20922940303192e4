package org.toret.feeds.gtfs.read;

import java.util.Arrays;
import org.toret.feeds.gtfs.table.FileNotices;
import org.toret.network.timetable.build.Calls;

/// The calls of one trip in travelling order while its times are being mended. Reused from trip to
/// trip: the arrays are longer than the trip.
public final class TripCalls {

  private final CallTable table;
  private final FileNotices notices;
  int[] rows = new int[64];
  int[] stops = new int[64];
  int[] arrivals = new int[64];
  int[] departures = new int[64];
  float[] distances = new float[64];
  private int count;

  public TripCalls(CallTable table, FileNotices notices) {
    this.table = table;
    this.notices = notices;
  }

  /// Loads a trip, sorted by `stop_sequence`; of rows with the same number the order of the file
  /// holds, and a row that repeats the one before is left out.
  public void load(int trip) {
    int first = table.firstRow(trip);
    count = table.rowCount(trip);
    if (count > rows.length) {
      grow(count);
    }
    boolean sorted = true;
    for (int i = 0; i < count; i++) {
      rows[i] = table.row(first + i);
      sorted &= i == 0 || sequence(i - 1) <= sequence(i);
    }
    if (!sorted) {
      sort();
    }
    dropRepeated();
    for (int i = 0; i < count; i++) {
      stops[i] = table.stops.get(rows[i]);
      arrivals[i] = table.arrivals.get(rows[i]);
      departures[i] = table.departures.get(rows[i]);
      distances[i] = table.distance(rows[i]);
    }
  }

  public int count() {
    return count;
  }

  public int stop(int call) {
    return stops[call];
  }

  public int arrival(int call) {
    return arrivals[call];
  }

  public int departure(int call) {
    return departures[call];
  }

  /// Line of `stop_times.txt`.
  public int line(int call) {
    return table.lines.get(rows[call]);
  }

  /// The calls as the builder wants them, with its numbers of stops.
  public Calls toCalls(int[] numbers) {
    int[] numbered = Arrays.copyOf(stops, count);
    int[] sequences = new int[count];
    byte[] pickups = new byte[count];
    byte[] dropOffs = new byte[count];
    for (int i = 0; i < count; i++) {
      numbered[i] = numbers[stops[i]];
      sequences[i] = sequence(i);
      pickups[i] = table.pickup(rows[i]);
      dropOffs[i] = table.dropOff(rows[i]);
    }
    return new Calls(
        numbered,
        sequences,
        Arrays.copyOf(arrivals, count),
        Arrays.copyOf(departures, count),
        pickups,
        dropOffs);
  }

  /// Keeps the calls `from … to - 1` only.
  void cut(int from, int to) {
    count = to - from;
    System.arraycopy(rows, from, rows, 0, count);
    System.arraycopy(stops, from, stops, 0, count);
    System.arraycopy(arrivals, from, arrivals, 0, count);
    System.arraycopy(departures, from, departures, 0, count);
    System.arraycopy(distances, from, distances, 0, count);
  }

  private void grow(int needed) {
    int size = Math.max(needed, 2 * rows.length);
    rows = new int[size];
    stops = new int[size];
    arrivals = new int[size];
    departures = new int[size];
    distances = new float[size];
  }

  private int sequence(int call) {
    return table.sequences.get(rows[call]);
  }

  /// Sorts by sequence, stably; only for trips whose rows are not in order.
  private void sort() {
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = (long) sequence(i) << 32 | i;
    }
    Arrays.sort(keys);
    int[] before = Arrays.copyOf(rows, count);
    for (int i = 0; i < count; i++) {
      rows[i] = before[(int) keys[i]];
    }
  }

  private void dropRepeated() {
    int kept = Math.min(1, count);
    for (int i = 1; i < count; i++) {
      int before = rows[kept - 1];
      int row = rows[i];
      if (table.sequences.get(before) == table.sequences.get(row)) {
        int line = table.lines.get(row);
        int sequence = table.sequences.get(row);
        if (repeats(before, row)) {
          notices.error(line, "stop_sequence", "repeated_stop_time", sequence);
          continue;
        }
        notices.warn(line, "stop_sequence", "duplicate_stop_sequence", sequence);
      }
      rows[kept++] = row;
    }
    count = kept;
  }

  private boolean repeats(int a, int b) {
    return table.stops.get(a) == table.stops.get(b)
        && table.arrivals.get(a) == table.arrivals.get(b)
        && table.departures.get(a) == table.departures.get(b);
  }
}
