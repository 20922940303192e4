package org.toret.mobility.reliability;

import java.util.Arrays;

/// The classes into which delays are counted: half a minute wide where vehicles mostly are, wider
/// far off. Seconds late; negative is early.
final class DelayBins {

  static final int COUNT = 32;

  /// Half a minute each, around a middle on time.
  private static final int FINE = 30;

  private static final int[] LOWEST = lowest();

  private DelayBins() {}

  /// The class of a delay.
  static int of(int seconds) {
    int at = Arrays.binarySearch(LOWEST, seconds);
    return Math.max(0, at >= 0 ? at : -at - 2);
  }

  /// The delay for which a class stands: its middle; of the two open ones a minute, or ten minutes,
  /// beyond their end.
  static int middle(int bin) {
    if (bin == 0) {
      return LOWEST[1] - 60;
    }
    return bin == COUNT - 1 ? LOWEST[bin] + 600 : (LOWEST[bin] + LOWEST[bin + 1]) / 2;
  }

  private static int[] lowest() {
    int[] lowest = new int[COUNT];
    lowest[0] = Integer.MIN_VALUE;
    lowest[1] = -315;
    lowest[2] = -195;
    lowest[3] = -135;
    for (int bin = 4; bin <= 17; bin++) {
      lowest[bin] = lowest[bin - 1] + FINE;
    }
    for (int bin = 18; bin <= 27; bin++) {
      lowest[bin] = lowest[bin - 1] + 2 * FINE;
    }
    lowest[28] = 1200;
    lowest[29] = 1800;
    lowest[30] = 2700;
    lowest[31] = 3600;
    return lowest;
  }
}
