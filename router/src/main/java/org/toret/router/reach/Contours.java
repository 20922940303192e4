package org.toret.router.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.toret.base.columns.IntList;

/// The lines around all points of a grid that are reached in time: marching squares (W. E.
/// Lorensen, H. E. Cline, *Marching Cubes*, SIGGRAPH 1987, in the plane).
///
/// The line crosses a side of the grid between a point in time and one that is not. Where exactly
/// is interpolated and rounded to 1/8, 3/8, 5/8 or 7/8 of the side, so it is wrong by an eighth of
/// a cell at most. Rounding makes many corners fall on one straight line, and those are left out:
/// the rings are simplified, yet they can neither cross each other nor themselves, and the line of
/// a shorter time never leaves that of a longer one. Next to a point that is not reached at all the
/// crossing is in the first half of the side.
final class Contours {

  private static final int EIGHTHS = 8;
  private static final double ALIGNED = 1e-6;

  private final TimeGrid grid;
  private final double level;
  private final int columns;
  private final int[] next;

  private Contours(TimeGrid grid, double level) {
    this.grid = grid;
    this.level = level;
    columns = grid.columns();
    next = new int[2 * grid.rows() * columns];
    Arrays.fill(next, -1);
  }

  /// The rings around what is reached within some seconds; the outermost points of the grid count
  /// as not reached.
  static List<Ring> at(TimeGrid grid, double seconds) {
    Contours contours = new Contours(grid, seconds);
    for (int row = 0; row + 1 < grid.rows(); row++) {
      for (int column = 0; column + 1 < grid.columns(); column++) {
        contours.cell(row, column);
      }
    }
    return contours.rings();
  }

  private float value(int row, int column) {
    boolean border =
        row == 0 || column == 0 || row == grid.rows() - 1 || column == grid.columns() - 1;
    return border ? TimeGrid.NEVER : grid.seconds(row, column);
  }

  private boolean in(int row, int column) {
    return value(row, column) <= level;
  }

  /// Side 0 runs east from a point, side 1 north.
  private int side(int row, int column, int direction) {
    return 2 * (row * columns + column) + direction;
  }

  /// Joins the crossings of one cell, what is in time on the left hand.
  private void cell(int row, int column) {
    int south = side(row, column, 0);
    int west = side(row, column, 1);
    int north = side(row + 1, column, 0);
    int east = side(row, column + 1, 1);
    int corners =
        (in(row, column) ? 1 : 0)
            | (in(row, column + 1) ? 2 : 0)
            | (in(row + 1, column + 1) ? 4 : 0)
            | (in(row + 1, column) ? 8 : 0);
    switch (corners) {
      case 1 -> next[south] = west;
      case 2 -> next[east] = south;
      case 3 -> next[east] = west;
      case 4 -> next[north] = east;
      case 6 -> next[north] = south;
      case 7 -> next[north] = west;
      case 8 -> next[west] = north;
      case 9 -> next[south] = north;
      case 11 -> next[east] = north;
      case 12 -> next[west] = east;
      case 13 -> next[south] = east;
      case 14 -> next[west] = south;
      case 5, 10 -> saddle(row, column, corners);
      default -> {}
    }
  }

  /// Two opposite corners are in time: they are joined when the middle is.
  private void saddle(int row, int column, int corners) {
    int south = side(row, column, 0);
    int west = side(row, column, 1);
    int north = side(row + 1, column, 0);
    int east = side(row, column + 1, 1);
    double middle =
        (value(row, column)
                + value(row, column + 1)
                + value(row + 1, column)
                + value(row + 1, column + 1))
            / 4;
    boolean joined = middle <= level;
    if (corners == 5) {
      next[south] = joined ? east : west;
      next[north] = joined ? west : east;
    } else {
      next[east] = joined ? north : south;
      next[west] = joined ? south : north;
    }
  }

  private List<Ring> rings() {
    List<Ring> rings = new ArrayList<>();
    IntList sides = new IntList();
    for (int start = 0; start < next.length; start++) {
      sides.clear();
      int side = start;
      while (next[side] >= 0) {
        sides.add(side);
        int following = next[side];
        next[side] = -1;
        side = following;
      }
      if (!sides.isEmpty()) {
        rings.add(ring(sides));
      }
    }
    return rings;
  }

  private Ring ring(IntList sides) {
    int count = sides.size();
    double[] xs = new double[count];
    double[] ys = new double[count];
    for (int i = 0; i < count; i++) {
      int side = sides.get(i);
      int row = side / 2 / columns;
      int column = side / 2 % columns;
      boolean eastward = (side & 1) == 0;
      float here = value(row, column);
      float there = eastward ? value(row, column + 1) : value(row + 1, column);
      double share = here <= level ? share(here, there) : 1 - share(there, here);
      xs[i] = (column + (eastward ? share : 0)) * grid.cellMetres();
      ys[i] = (row + (eastward ? 0 : share)) * grid.cellMetres();
    }
    return withoutAligned(xs, ys);
  }

  /// How far from the point in time the crossing is, in parts of the side.
  private double share(float inside, float outside) {
    double exact = outside == TimeGrid.NEVER ? 0.5 : (level - inside) / (outside - inside);
    int quarter = Math.clamp((long) Math.floor(4 * exact), 0, 3);
    if (outside == TimeGrid.NEVER) {
      quarter = 1;
    }
    return (2 * quarter + 1.0) / EIGHTHS;
  }

  private static Ring withoutAligned(double[] xs, double[] ys) {
    int count = xs.length;
    double[] keptX = new double[count];
    double[] keptY = new double[count];
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int before = (i + count - 1) % count;
      int after = (i + 1) % count;
      double turn =
          (xs[i] - xs[before]) * (ys[after] - ys[i]) - (ys[i] - ys[before]) * (xs[after] - xs[i]);
      if (Math.abs(turn) > ALIGNED) {
        keptX[kept] = xs[i];
        keptY[kept++] = ys[i];
      }
    }
    return new Ring(Arrays.copyOf(keptX, kept), Arrays.copyOf(keptY, kept));
  }
}
