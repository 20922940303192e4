package org.toret.app.tiles;

import org.toret.base.columns.IntList;

/// Leaves out points that nobody would miss (Douglas-Peucker, without recursion).
final class Simplify {

  private Simplify() {}

  /// A line without the points that lie within a tolerance of the rest. First and last stay.
  static int[] line(int[] line, double tolerance) {
    int points = line.length / 2;
    if (points <= 2) {
      return line;
    }
    boolean[] kept = new boolean[points];
    kept[0] = true;
    kept[points - 1] = true;
    keepFarthest(line, tolerance, kept);
    IntList out = new IntList(line.length);
    for (int i = 0; i < points; i++) {
      boolean repeats =
          out.size() >= 2
              && out.get(out.size() - 2) == line[2 * i]
              && out.get(out.size() - 1) == line[2 * i + 1];
      if (kept[i] && !repeats) {
        out.addAll(line[2 * i], line[2 * i + 1]);
      }
    }
    return out.toArray();
  }

  private static void keepFarthest(int[] line, double tolerance, boolean[] kept) {
    int[] stack = new int[2 * kept.length];
    stack[1] = kept.length - 1;
    int height = 2;
    while (height > 0) {
      int to = stack[--height];
      int from = stack[--height];
      int farthest = farthest(line, from, to, tolerance);
      if (farthest > 0) {
        kept[farthest] = true;
        stack[height++] = from;
        stack[height++] = farthest;
        stack[height++] = farthest;
        stack[height++] = to;
      }
    }
  }

  private static int farthest(int[] line, int from, int to, double tolerance) {
    double x0 = line[2 * from];
    double y0 = line[2 * from + 1];
    double dx = line[2 * to] - x0;
    double dy = line[2 * to + 1] - y0;
    double length = Math.hypot(dx, dy);
    double worst = tolerance;
    int at = -1;
    for (int i = from + 1; i < to; i++) {
      double px = line[2 * i] - x0;
      double py = line[2 * i + 1] - y0;
      double off = length == 0 ? Math.hypot(px, py) : Math.abs(dx * py - dy * px) / length;
      if (off > worst) {
        worst = off;
        at = i;
      }
    }
    return at;
  }
}
