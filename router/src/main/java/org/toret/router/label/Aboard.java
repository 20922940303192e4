package org.toret.router.label;

import java.util.Arrays;
import org.toret.base.columns.IntList;

/// The first trip of each line that was aboard at each of its calls (a *cell*), by number of rides,
/// and until when one must be there for a look at the line to be worth it: in time for the trip
/// before that one, and for the destination. What was aboard with fewer rides is written for more
/// rides too; the numbers of one cell lie side by side. 8 bytes per cell and ride, kept and used
/// again.
public final class Aboard {

  /// No trip yet.
  static final int NONE = Integer.MAX_VALUE;

  private int stride = 1;
  private int[] trips = new int[0];
  private int[] limits = new int[0];
  private final IntList touched = new IntList();

  /// Forgets everything.
  public void prepare(int cells, int rides) {
    for (int i = 0; i < touched.size(); i++) {
      int at = touched.get(i) * stride;
      Arrays.fill(trips, at, at + stride, NONE);
      Arrays.fill(limits, at, at + stride, NONE);
    }
    touched.clear();
    stride = rides;
    if (trips.length < cells * rides) {
      trips = new int[cells * rides];
      limits = new int[cells * rides];
      Arrays.fill(trips, NONE);
      Arrays.fill(limits, NONE);
    }
  }

  /// The first trip that was aboard at a cell with at most so many rides.
  public int trip(int cell, int rides) {
    return trips[cell * stride + rides - 1];
  }

  /// Until when one must be there to be aboard anything better.
  public int limit(int cell, int rides) {
    return limits[cell * stride + rides - 1];
  }

  /// Notes that a trip is aboard at a cell; tells whether neither it nor an earlier one was before.
  ///
  /// @param limitSeconds when the trip before it departs there
  public boolean note(int cell, int rides, int trip, int limitSeconds) {
    int at = cell * stride + rides - 1;
    if (trips[at] <= trip) {
      return false;
    }
    int end = cell * stride + stride;
    touch(cell, end);
    do {
      trips[at] = trip;
      limits[at] = Math.min(limits[at], limitSeconds);
      at++;
    } while (at < end && trips[at] > trip);
    return true;
  }

  /// Notes that who is there after a time is too late for the destination.
  public void limit(int cell, int rides, int limitSeconds) {
    int at = cell * stride + rides - 1;
    int end = cell * stride + stride;
    touch(cell, end);
    for (; at < end && limits[at] > limitSeconds; at++) {
      limits[at] = limitSeconds;
    }
  }

  private void touch(int cell, int end) {
    if (limits[end - 1] == NONE) {
      touched.add(cell);
    }
  }
}
