package org.toret.base.columns;

import java.util.Arrays;

/// Rows of `int`s by number, each content once, in the order they were first met. Not thread-safe.
public final class DistinctRows {

  /// Spreads hash codes over slots (Fibonacci hashing).
  private static final int SPREAD = 0x9E37_79B9;

  private int[][] rows = new int[64][];

  /// Number of a row plus one, 0 where none is; twice as many as rows at least.
  private int[] slots = new int[128];

  private int count;

  /// The number of a content; it is new where no row had it before.
  public int number(int[] values) {
    int slot = find(values);
    if (slots[slot] > 0) {
      return slots[slot] - 1;
    }
    if (count == rows.length) {
      grow();
      slot = find(values);
    }
    rows[count] = values.clone();
    slots[slot] = ++count;
    return count - 1;
  }

  /// Open addressing.
  private int find(int[] values) {
    int hash = Arrays.hashCode(values) * SPREAD;
    int slot = (hash ^ hash >>> 16) & (slots.length - 1);
    while (slots[slot] > 0 && !Arrays.equals(rows[slots[slot] - 1], values)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    rows = Arrays.copyOf(rows, 2 * count);
    slots = new int[4 * count];
    for (int number = 0; number < count; number++) {
      slots[find(rows[number])] = number + 1;
    }
  }

  /// The row of a number, not to be written to.
  public int[] get(int number) {
    return rows[number];
  }
}
