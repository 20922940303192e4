package org.toret.app.tiles;

import org.toret.base.columns.IntList;

/// The box around some points in 1e-7 degrees.
record Box(int south, int west, int north, int east) {

  static Box of(IntList latsE7, IntList lonsE7) {
    return of(latsE7.toArray(), lonsE7.toArray(), 0, latsE7.size());
  }

  static Box of(int[] latsE7, int[] lonsE7, int from, int to) {
    int south = Integer.MAX_VALUE;
    int west = Integer.MAX_VALUE;
    int north = Integer.MIN_VALUE;
    int east = Integer.MIN_VALUE;
    for (int i = from; i < to; i++) {
      south = Math.min(south, latsE7[i]);
      north = Math.max(north, latsE7[i]);
      west = Math.min(west, lonsE7[i]);
      east = Math.max(east, lonsE7[i]);
    }
    return new Box(south, west, north, east);
  }

  void store(int[] boxes, int index) {
    boxes[4 * index] = south;
    boxes[4 * index + 1] = west;
    boxes[4 * index + 2] = north;
    boxes[4 * index + 3] = east;
  }
}
