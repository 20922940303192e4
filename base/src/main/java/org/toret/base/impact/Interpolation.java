package org.toret.base.impact;

/// Straight lines between known points, level outside them.
final class Interpolation {

  private Interpolation() {}

  /// The value at `x`; `xs` rise.
  static double at(double[] xs, double[] ys, double x) {
    if (x <= xs[0]) {
      return ys[0];
    }
    for (int i = 1; i < xs.length; i++) {
      if (x <= xs[i]) {
        return ys[i - 1] + (ys[i] - ys[i - 1]) * (x - xs[i - 1]) / (xs[i] - xs[i - 1]);
      }
    }
    return ys[ys.length - 1];
  }
}
