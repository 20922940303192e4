package org.toret.base.impact;

import org.toret.base.rules.RuleRow;

/// The hot emission function of the EMEP/EEA guidebook (2019, 1.A.3.b): a quotient of two
/// polynomials of the mean speed.
final class SpeedFunction {

  private SpeedFunction() {}

  /// The value at a speed in km/h, taken inside the range the function was fitted for; never
  /// negative.
  static double at(RuleRow row, double kilometresPerHour) {
    double v = Math.clamp(kilometresPerHour, row.number("minKmh"), row.number("maxKmh"));
    double above = row.number("alpha") * v * v + row.number("beta") * v + row.number("gamma");
    double below = row.number("epsilon") * v * v + row.number("zeta") * v + row.number("eta");
    return Math.max(0, (above + row.number("delta") / v) / below * (1 - row.number("reduction")));
  }
}
