package org.toret.network.street;

import java.util.Arrays;

/// Orders points along a Morton curve: what is near on the ground is mostly near in the order.
final class CurveOrder {

  private CurveOrder() {}

  /// The points' numbers in curve order; points of one place keep theirs.
  static int[] of(int[] latsE7, int[] lonsE7) {
    int minLat = Arrays.stream(latsE7).min().orElse(0);
    int minLon = Arrays.stream(lonsE7).min().orElse(0);
    long[] keyed = new long[latsE7.length];
    for (int i = 0; i < keyed.length; i++) {
      // steps of 51.2e-6 degree (about 6 m), 20 bits each: 50 degrees, more than any city
      long y = ((long) latsE7[i] - minLat) >>> 9;
      long x = ((long) lonsE7[i] - minLon) >>> 9;
      keyed[i] = spread(Math.min(y, 0xFFFFF)) << 1 | spread(Math.min(x, 0xFFFFF));
    }
    Integer[] order = new Integer[keyed.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) -> keyed[a] != keyed[b] ? Long.compare(keyed[a], keyed[b]) : Integer.compare(a, b));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  private static long spread(long bits) {
    long x = bits;
    x = (x | x << 16) & 0x0000FFFF0000FFFFL;
    x = (x | x << 8) & 0x00FF00FF00FF00FFL;
    x = (x | x << 4) & 0x0F0F0F0F0F0F0F0FL;
    x = (x | x << 2) & 0x3333333333333333L;
    x = (x | x << 1) & 0x5555555555555555L;
    return x;
  }
}
