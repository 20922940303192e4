package org.toret.demo.street;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.demo.plane.Spot;

/// The nodes of the map; spots closer together than the tolerance become one node.
final class NodePool {

  private static final double TOLERANCE_METRES = 6;

  private final List<Spot> spots = new ArrayList<>();
  private final Map<Long, List<Integer>> cells = new HashMap<>();

  /// The node at a spot: the nearest one within the tolerance, or a new one.
  int at(Spot spot) {
    long x = cell(spot.x());
    long y = cell(spot.y());
    int best = -1;
    double bestMetres = TOLERANCE_METRES;
    for (long dx = -1; dx <= 1; dx++) {
      for (long dy = -1; dy <= 1; dy++) {
        for (int node : cells.getOrDefault(key(x + dx, y + dy), List.of())) {
          double metres = spots.get(node).metresTo(spot);
          if (metres < bestMetres) {
            best = node;
            bestMetres = metres;
          }
        }
      }
    }
    if (best >= 0) {
      return best;
    }
    cells.computeIfAbsent(key(x, y), k -> new ArrayList<>()).add(spots.size());
    return alone(spot);
  }

  /// A node that no other will be merged with.
  int alone(Spot spot) {
    spots.add(spot);
    return spots.size() - 1;
  }

  List<Spot> spots() {
    return spots;
  }

  private static long cell(double metres) {
    return (long) Math.floor(metres / TOLERANCE_METRES);
  }

  private static long key(long x, long y) {
    return x << 32 | y & 0xffffffffL;
  }
}
