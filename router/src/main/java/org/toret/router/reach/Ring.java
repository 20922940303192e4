package org.toret.router.reach;

/// A closed line on the local plane of a [TimeGrid], in metres; the last corner is joined to the
/// first. Counter-clockwise around an area, clockwise around a hole.
record Ring(double[] xs, double[] ys) {

  /// The area inside, negative for a hole (the shoelace formula).
  double squareMetres() {
    double twice = 0;
    for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
      twice += xs[j] * ys[i] - xs[i] * ys[j];
    }
    return twice / 2;
  }

  /// Whether a point lies inside; by counting how often the line is crossed to the east of it.
  boolean contains(double x, double y) {
    boolean inside = false;
    for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
      if (ys[i] > y != ys[j] > y && x < xs[i] + (y - ys[i]) / (ys[j] - ys[i]) * (xs[j] - xs[i])) {
        inside = !inside;
      }
    }
    return inside;
  }
}
