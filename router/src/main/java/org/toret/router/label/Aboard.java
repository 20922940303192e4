package org.toret.router.label;

import java.util.Arrays;
import org.toret.base.columns.IntList;

/// The first trip of each line that was aboard at each of its calls (a *cell*), by number of rides,
/// and until when one must be there for a look at the line to be worth it: in time for the trip
/// before that one, and for the destination. What was aboard with fewer rides is written for more
/// rides too; the numbers of one cell lie side by side.
///
/// Trips stand in the order of the calls, since trips are followed; limits in the order of what can
/// be boarded at a node (an *entry*), since nodes are looked at. 4 bytes per cell and ride, 4 per
/// entry and ride, kept and used again.
public final class Aboard {

  /// No trip yet.
  static final int NONE = Integer.MAX_VALUE;

  private int stride = 1;
  private int[] trips = new int[0];
  private int[] limits = new int[0];
  private final IntList touchedCells = new IntList();
  private final IntList touchedEntries = new IntList();

  /// Forgets everything.
  public void prepare(int cells, int entries, int rides) {
    clear(trips, touchedCells);
    clear(limits, touchedEntries);
    stride = rides;
    trips = atLeast(trips, cells * rides);
    limits = atLeast(limits, entries * rides);
  }

  private void clear(int[] values, IntList touched) {
    for (int i = 0; i < touched.size(); i++) {
      int at = touched.get(i) * stride;
      Arrays.fill(values, at, at + stride, NONE);
    }
    touched.clear();
  }

  private static int[] atLeast(int[] values, int length) {
    if (values.length >= length) {
      return values;
    }
    int[] longer = new int[length];
    Arrays.fill(longer, NONE);
    return longer;
  }

  /// The first trip that was aboard at a cell with at most so many rides.
  public int trip(int cell, int rides) {
    return trips[cell * stride + rides - 1];
  }

  /// Until when one must be at an entry to be aboard anything better.
  public int limit(int entry, int rides) {
    return limits[entry * stride + rides - 1];
  }

  /// Notes that a trip is aboard at a cell; tells whether neither it nor an earlier one was before.
  ///
  /// @param entry of the cell, negative where one may not board
  /// @param limitSeconds when the trip before it departs there
  public boolean note(int cell, int entry, int rides, int trip, int limitSeconds) {
    int at = cell * stride + rides - 1;
    if (trips[at] <= trip) {
      return false;
    }
    int end = cell * stride + stride;
    if (trips[end - 1] == NONE) {
      touchedCells.add(cell);
    }
    do {
      trips[at++] = trip;
    } while (at < end && trips[at] > trip);
    if (entry >= 0) {
      limit(entry, rides, limitSeconds);
    }
    return true;
  }

  /// Lets only who is at an entry by a time be of interest.
  public void limit(int entry, int rides, int limitSeconds) {
    int end = entry * stride + stride;
    if (limits[end - 1] == NONE) {
      touchedEntries.add(entry);
    }
    for (int at = entry * stride + rides - 1; at < end && limits[at] > limitSeconds; at++) {
      limits[at] = limitSeconds;
    }
  }
}
