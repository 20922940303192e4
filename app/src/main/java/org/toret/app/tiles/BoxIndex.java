package org.toret.app.tiles;

import java.util.function.IntConsumer;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.base.geo.BoundingBox;
import org.toret.base.geo.GeoPoint;

/// Finds boxes that touch a box: a grid with cells of about 1.5 km. 16 bytes per box and 4 per cell
/// it lies in. Immutable and thread-safe.
final class BoxIndex {

  private static final int CELL_E7 = 140_000;
  private static final int MAX_CELLS = 1_000_000;

  private final int[] boxes;
  private final int count;
  private int southE7 = Integer.MAX_VALUE;
  private int westE7 = Integer.MAX_VALUE;
  private final int cellE7;
  private final int rows;
  private final int columns;
  private final Csr cells;

  /// @param boxes south, west, north, east in 1e-7 degrees, one after the other
  BoxIndex(int[] boxes) {
    this.boxes = boxes;
    this.count = boxes.length / 4;
    int north = Integer.MIN_VALUE;
    int east = Integer.MIN_VALUE;
    for (int i = 0; i < boxes.length; i += 4) {
      southE7 = Math.min(southE7, boxes[i]);
      westE7 = Math.min(westE7, boxes[i + 1]);
      north = Math.max(north, boxes[i + 2]);
      east = Math.max(east, boxes[i + 3]);
    }
    long high = count == 0 ? 0 : (long) north - southE7;
    long wide = count == 0 ? 0 : (long) east - westE7;
    long cell = CELL_E7;
    while ((high / cell + 1) * (wide / cell + 1) > MAX_CELLS) {
      cell *= 2;
    }
    cellE7 = (int) cell;
    rows = (int) (high / cell) + 1;
    columns = (int) (wide / cell) + 1;
    cells = cells();
  }

  /// Calls `found` once for every box that touches, in ascending order of its number within a cell.
  void touching(BoundingBox box, IntConsumer found) {
    int south = (int) (box.south() * GeoPoint.E7);
    int west = (int) (box.west() * GeoPoint.E7);
    int north = (int) (box.north() * GeoPoint.E7);
    int east = (int) (box.east() * GeoPoint.E7);
    int firstRow = cell(south, southE7, rows);
    int firstColumn = cell(west, westE7, columns);
    for (int row = firstRow; row <= cell(north, southE7, rows); row++) {
      for (int column = firstColumn; column <= cell(east, westE7, columns); column++) {
        int at = row * columns + column;
        for (int i = cells.start(at); i < cells.end(at); i++) {
          int item = cells.values()[i];
          boolean here =
              row == Math.max(firstRow, cell(boxes[4 * item], southE7, rows))
                  && column == Math.max(firstColumn, cell(boxes[4 * item + 1], westE7, columns));
          if (here && touches(item, south, west, north, east)) {
            found.accept(item);
          }
        }
      }
    }
  }

  private boolean touches(int item, int south, int west, int north, int east) {
    return boxes[4 * item] <= north
        && boxes[4 * item + 1] <= east
        && boxes[4 * item + 2] >= south
        && boxes[4 * item + 3] >= west;
  }

  private Csr cells() {
    IntList keys = new IntList(count);
    IntList values = new IntList(count);
    for (int item = 0; item < count; item++) {
      int lastRow = cell(boxes[4 * item + 2], southE7, rows);
      int lastColumn = cell(boxes[4 * item + 3], westE7, columns);
      for (int row = cell(boxes[4 * item], southE7, rows); row <= lastRow; row++) {
        for (int c = cell(boxes[4 * item + 1], westE7, columns); c <= lastColumn; c++) {
          keys.add(row * columns + c);
          values.add(item);
        }
      }
    }
    return Csr.group(rows * columns, keys.toArray(), values.toArray());
  }

  private int cell(int valueE7, int originE7, int size) {
    return (int) Math.clamp(((long) valueE7 - originE7) / cellE7, 0, size - 1L);
  }
}
