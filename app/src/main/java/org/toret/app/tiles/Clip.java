package org.toret.app.tiles;

import java.util.ArrayList;
import java.util.List;
import org.toret.base.columns.IntList;

/// Cuts lines (Liang-Barsky, segment by segment) and rings (Sutherland-Hodgman) at the sides of a
/// tile and its buffer. Lines and rings alternate x and y.
final class Clip {

  private static final int MIN = -TileFrame.BUFFER;
  private static final int MAX = TileFrame.EXTENT + TileFrame.BUFFER;

  private Clip() {}

  /// The parts of a line inside.
  static List<int[]> line(int[] line) {
    if (isInside(line)) {
      return List.of(line);
    }
    List<int[]> parts = new ArrayList<>();
    IntList part = new IntList();
    double[] cut = new double[4];
    for (int i = 0; i + 3 < line.length; i += 2) {
      if (!segment(line[i], line[i + 1], line[i + 2], line[i + 3], cut)) {
        end(part, parts);
        continue;
      }
      int x = (int) Math.round(cut[0]);
      int y = (int) Math.round(cut[1]);
      boolean goesOn = part.size() >= 2 && isLast(part, x, y);
      if (!goesOn) {
        end(part, parts);
        part.addAll(x, y);
      }
      part.addAll((int) Math.round(cut[2]), (int) Math.round(cut[3]));
    }
    end(part, parts);
    return parts;
  }

  /// The part of a closed ring inside, closed again; empty where nothing is left.
  static int[] ring(int[] ring) {
    if (isInside(ring)) {
      return ring;
    }
    int[] cut = ring;
    for (int side = 0; side < 4 && cut.length > 0; side++) {
      cut = halfPlane(cut, side);
    }
    return cut;
  }

  private static boolean isInside(int[] line) {
    for (int value : line) {
      if (value < MIN || value > MAX) {
        return false;
      }
    }
    return true;
  }

  private static boolean segment(int x0, int y0, int x1, int y1, double[] cut) {
    double dx = (double) x1 - x0;
    double dy = (double) y1 - y0;
    double[] p = {-dx, dx, -dy, dy};
    double[] q = {(double) x0 - MIN, (double) MAX - x0, (double) y0 - MIN, (double) MAX - y0};
    double from = 0;
    double to = 1;
    for (int side = 0; side < 4; side++) {
      if (p[side] == 0) {
        if (q[side] < 0) {
          return false;
        }
      } else if (p[side] < 0) {
        from = Math.max(from, q[side] / p[side]);
      } else {
        to = Math.min(to, q[side] / p[side]);
      }
    }
    cut[0] = x0 + from * dx;
    cut[1] = y0 + from * dy;
    cut[2] = x0 + to * dx;
    cut[3] = y0 + to * dy;
    return from <= to;
  }

  private static void end(IntList part, List<int[]> parts) {
    if (part.size() >= 4) {
      parts.add(part.toArray());
    }
    part.clear();
  }

  private static boolean isLast(IntList part, int x, int y) {
    return part.get(part.size() - 2) == x && part.get(part.size() - 1) == y;
  }

  private static int[] halfPlane(int[] ring, int side) {
    IntList out = new IntList(ring.length);
    for (int i = 0; i + 3 < ring.length; i += 2) {
      long from = depth(ring[i], ring[i + 1], side);
      long to = depth(ring[i + 2], ring[i + 3], side);
      if (from >= 0) {
        out.addAll(ring[i], ring[i + 1]);
      }
      if ((from >= 0) != (to >= 0)) {
        double share = (double) from / (from - to);
        out.add((int) Math.round(ring[i] + share * ((double) ring[i + 2] - ring[i])));
        out.add((int) Math.round(ring[i + 1] + share * ((double) ring[i + 3] - ring[i + 1])));
      }
    }
    if (out.size() < 6) {
      return new int[0];
    }
    out.addAll(out.get(0), out.get(1));
    return out.toArray();
  }

  /// How far a point lies inside of one side; negative outside.
  private static long depth(int x, int y, int side) {
    return switch (side) {
      case 0 -> (long) x - MIN;
      case 1 -> (long) MAX - x;
      case 2 -> (long) y - MIN;
      default -> (long) MAX - y;
    };
  }
}
