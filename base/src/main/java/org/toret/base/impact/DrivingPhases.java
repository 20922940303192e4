package org.toret.base.impact;

import org.toret.base.rules.RuleRow;

/// How the use of a car changes with its mean speed: interpolated between the four phases of the
/// WLTP cycle, whose mean speeds follow from their lengths and durations (UN GTR No. 15, class 3b:
/// 3,095 m in 589 s; 4,756 m in 433 s; 7,162 m in 455 s; 8,254 m in 323 s).
final class DrivingPhases {

  private static final String[] COLUMNS = {"low", "medium", "high", "extraHigh"};
  private static final double[] SPEEDS_KMH = {
    3.095 / 589 * 3600, 4.756 / 433 * 3600, 7.162 / 455 * 3600, 8.254 / 323 * 3600
  };

  private DrivingPhases() {}

  /// The factor on the combined use; 1 when the speed is not known.
  static double factor(RuleRow row, Activity activity) {
    double speedKmh = activity.kilometresPerHour();
    if (speedKmh <= 0) {
      return 1;
    }
    double[] factors = new double[COLUMNS.length];
    for (int i = 0; i < COLUMNS.length; i++) {
      factors[i] = row.number(COLUMNS[i]);
    }
    return Interpolation.at(SPEEDS_KMH, factors, speedKmh);
  }
}
