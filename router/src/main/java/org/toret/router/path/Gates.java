package org.toret.router.path;

import java.util.BitSet;
import java.util.List;

/// The borders of areas that a vehicle does not cross: an area is a set of edges, and somebody who
/// is inside may go on inside. 8 bytes per edge.
///
/// @param areas bits of the areas each edge is in
/// @param in bits of the areas that are not entered
/// @param out bits of the areas that are not left
public record Gates(long[] areas, long in, long out) {

  /// No gate anywhere.
  public static final Gates OPEN = new Gates(new long[0], 0, 0);

  private static final int MOST = Long.SIZE;

  /// Closes areas.
  ///
  /// @param shut edges of the areas, at most 64
  /// @param out which of them are not left either
  public static Gates of(int edges, List<BitSet> shut, BitSet out) {
    if (shut.size() > MOST) {
      throw new IllegalArgumentException(shut.size() + " areas; at most " + MOST);
    }
    long[] areas = new long[edges];
    for (int area = 0; area < shut.size(); area++) {
      long bit = 1L << area;
      shut.get(area).stream().forEach(edge -> areas[edge] |= bit);
    }
    long all = shut.size() == MOST ? -1 : (1L << shut.size()) - 1;
    long left = out.stream().mapToLong(area -> 1L << area).reduce(0, (a, b) -> a | b);
    return new Gates(areas, all, left);
  }

  /// Whether no border lies between an edge and the next.
  boolean mayPass(int edge, int next) {
    if (in == 0) {
      return true;
    }
    long here = areas[edge];
    long there = areas[next];
    return (there & ~here & in) == 0 && (here & ~there & out) == 0;
  }
}
