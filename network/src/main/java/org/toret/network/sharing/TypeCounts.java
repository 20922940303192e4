package org.toret.network.sharing;

import java.util.Arrays;

/// Counts by station and vehicle type. 8 bytes per count.
///
/// @param offsets the counts of station `s` are `offsets[s] … offsets[s + 1] - 1`
/// @param types index into [VehicleTypes]
public record TypeCounts(int[] offsets, int[] types, int[] counts) {

  /// The count of a type at a station, summed where it stands there twice; 0 where only other types
  /// are counted there, -1 where none is.
  public int find(int station, int type) {
    int from = offsets[station];
    int end = offsets[station + 1];
    if (from == end) {
      return -1;
    }
    int sum = 0;
    for (int i = from; i < end; i++) {
      sum += types[i] == type ? counts[i] : 0;
    }
    return sum;
  }

  /// Type and count in turn.
  int[] pairs(int station) {
    int[] pairs = new int[2 * (offsets[station + 1] - offsets[station])];
    for (int i = 0; i < pairs.length; i += 2) {
      pairs[i] = types[offsets[station] + i / 2];
      pairs[i + 1] = counts[offsets[station] + i / 2];
    }
    return pairs;
  }

  /// All vehicles or places of a station, -1 where none are counted.
  public int sum(int station) {
    return offsets[station] == offsets[station + 1]
        ? -1
        : Arrays.stream(counts, offsets[station], offsets[station + 1]).sum();
  }
}
