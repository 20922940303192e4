package org.toret.feeds.gtfs.read;

import java.util.Arrays;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;

/// `stop_times.txt` once read, in any order: 24 bytes per row, 28 with distances.
///
/// Times are seconds since the service day's noon minus 12 h, or
/// [org.toret.feeds.gtfs.table.GtfsTable#ABSENT].
public final class CallTable {

  final IntList trips = new IntList(1 << 12);
  final IntList stops = new IntList(1 << 12);
  final IntList sequences = new IntList(1 << 12);
  final IntList arrivals = new IntList(1 << 12);
  final IntList departures = new IntList(1 << 12);
  final IntList lines = new IntList(1 << 12);
  private byte[] rules = new byte[1 << 12];
  private float[] distances = new float[0];
  private Csr rowsByTrip = new Csr(new int[1], new int[0]);

  CallTable() {}

  public int count() {
    return trips.size();
  }

  /// Rows of a trip in the order of the file.
  int firstRow(int trip) {
    return rowsByTrip.start(trip);
  }

  /// How many rows a trip has.
  public int rowCount(int trip) {
    return rowsByTrip.end(trip) - rowsByTrip.start(trip);
  }

  int row(int index) {
    return rowsByTrip.values()[index];
  }

  byte pickup(int row) {
    return (byte) (rules[row] >> 2 & 3);
  }

  byte dropOff(int row) {
    return (byte) (rules[row] & 3);
  }

  /// `shape_dist_traveled`, `NaN` where none is given.
  float distance(int row) {
    return row < distances.length ? distances[row] : Float.NaN;
  }

  void setRules(int row, int pickup, int dropOff) {
    if (row >= rules.length) {
      rules = Arrays.copyOf(rules, 2 * rules.length);
    }
    rules[row] = (byte) (pickup << 2 | dropOff);
  }

  void setDistance(int row, double distance) {
    if (Double.isNaN(distance) && row >= distances.length) {
      return;
    }
    if (row >= distances.length) {
      int old = distances.length;
      distances = Arrays.copyOf(distances, Math.max(1 << 12, 2 * row));
      Arrays.fill(distances, old, distances.length, Float.NaN);
    }
    distances[row] = (float) distance;
  }

  void groupByTrip(int tripCount) {
    rowsByTrip = Csr.index(tripCount, trips.toArray());
  }
}
