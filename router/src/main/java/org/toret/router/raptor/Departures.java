package org.toret.router.raptor;

import java.util.Arrays;

/// The events at which a rider may leave the origin: one per trip and call within reach on foot.
/// Each is one `long` for the time and the place in the order, so that sorting is by plain numbers.
final class Departures {

  private int size;
  private long[] keys = new long[256];
  private int[] dayLines = new int[256];
  private int[] trips = new int[256];
  private int[] calls = new int[256];

  void add(int departureSeconds, int dayLine, int trip, int call) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      dayLines = Arrays.copyOf(dayLines, 2 * size);
      trips = Arrays.copyOf(trips, 2 * size);
      calls = Arrays.copyOf(calls, 2 * size);
    }
    keys[size] = -(long) departureSeconds << 32 | size;
    dayLines[size] = dayLine;
    trips[size] = trip;
    calls[size] = call;
    size++;
  }

  /// Puts the latest first; events of one second stay in the order in which they were added.
  void sort() {
    Arrays.sort(keys, 0, size);
  }

  int size() {
    return size;
  }

  int seconds(int i) {
    return (int) -(keys[i] >> 32);
  }

  int dayLine(int i) {
    return dayLines[(int) keys[i]];
  }

  int trip(int i) {
    return trips[(int) keys[i]];
  }

  int call(int i) {
    return calls[(int) keys[i]];
  }
}
