package org.toret.base.columns;

import java.util.stream.IntStream;

/// Compressed sparse rows: for each row a run of values. 4 bytes per row and per value.
///
/// @param offsets row `r` is `values[offsets[r]] … values[offsets[r + 1] - 1]`; one longer than the
///   number of rows
public record Csr(int[] offsets, int[] values) {

  /// Groups `values[i]` under `keys[i]`, keeping their order.
  public static Csr group(int rows, int[] keys, int[] values) {
    int[] offsets = new int[rows + 1];
    for (int key : keys) {
      offsets[key + 1]++;
    }
    for (int row = 0; row < rows; row++) {
      offsets[row + 1] += offsets[row];
    }
    int[] next = offsets.clone();
    int[] grouped = new int[values.length];
    for (int i = 0; i < keys.length; i++) {
      grouped[next[keys[i]]++] = values[i];
    }
    return new Csr(offsets, grouped);
  }

  /// Groups the positions `0 … keys.length - 1` under their keys.
  public static Csr index(int rows, int[] keys) {
    return group(rows, keys, IntStream.range(0, keys.length).toArray());
  }

  public int rows() {
    return offsets.length - 1;
  }

  public int start(int row) {
    return offsets[row];
  }

  public int end(int row) {
    return offsets[row + 1];
  }

  /// A copy of one row; not for inner loops.
  public int[] row(int row) {
    return java.util.Arrays.copyOfRange(values, offsets[row], offsets[row + 1]);
  }
}
