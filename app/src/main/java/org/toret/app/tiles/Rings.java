package org.toret.app.tiles;

import java.util.ArrayList;
import java.util.List;

/// Arranges closed rings filled by the even-odd rule the way tiles want them: each outer ring with
/// positive area (y downwards), followed by its holes with negative area.
final class Rings {

  private Rings() {}

  static List<int[]> arranged(List<int[]> rings) {
    if (rings.size() == 1) {
      return List.of(wound(rings.getFirst(), true));
    }
    int[] depths = new int[rings.size()];
    for (int i = 0; i < depths.length; i++) {
      for (int j = 0; j < depths.length; j++) {
        depths[i] += i != j && contains(rings.get(j), rings.get(i)) ? 1 : 0;
      }
    }
    List<int[]> arranged = new ArrayList<>();
    for (int outer = 0; outer < depths.length; outer++) {
      if (depths[outer] % 2 == 0) {
        arranged.add(wound(rings.get(outer), true));
        for (int hole = 0; hole < depths.length; hole++) {
          boolean within = depths[hole] == depths[outer] + 1;
          if (within && contains(rings.get(outer), rings.get(hole))) {
            arranged.add(wound(rings.get(hole), false));
          }
        }
      }
    }
    return arranged;
  }

  /// Twice the signed area (surveyor's formula).
  static long area(int[] ring) {
    long sum = 0;
    for (int i = 0; i + 3 < ring.length; i += 2) {
      sum += (long) ring[i] * ring[i + 3] - (long) ring[i + 2] * ring[i + 1];
    }
    return sum;
  }

  private static int[] wound(int[] ring, boolean positive) {
    if (area(ring) > 0 == positive) {
      return ring;
    }
    int[] back = new int[ring.length];
    for (int i = 0; i < ring.length; i += 2) {
      back[i] = ring[ring.length - 2 - i];
      back[i + 1] = ring[ring.length - 1 - i];
    }
    return back;
  }

  private static boolean contains(int[] ring, int[] other) {
    double x = (other[0] + other[2]) / 2.0;
    double y = (other[1] + other[3]) / 2.0;
    boolean inside = false;
    for (int i = 0; i + 3 < ring.length; i += 2) {
      boolean crosses = ring[i + 1] > y != ring[i + 3] > y;
      if (crosses) {
        double share = (y - ring[i + 1]) / ((double) ring[i + 3] - ring[i + 1]);
        inside ^= x < ring[i] + share * ((double) ring[i + 2] - ring[i]);
      }
    }
    return inside;
  }
}
