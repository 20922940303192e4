package org.toret.router.cycle;

import java.util.List;
import org.toret.network.street.StreetEdges;
import org.toret.network.street.StreetFlags;

/// What a ride by bicycle is like: how much of it is on ways for cyclists, and at which level of
/// traffic stress.
///
/// @param cycleWayMetres on cycle ways, tracks and lanes
/// @param stressMetres at levels 1 to 4, in this order
public record RideMix(int cycleWayMetres, List<Integer> stressMetres) {

  public RideMix {
    stressMetres = List.copyOf(stressMetres);
  }

  /// @param arcs the stretches of a ride
  /// @param decimetres how much of each is ridden
  public static RideMix of(StreetEdges edges, int[] arcs, int[] decimetres) {
    long own = 0;
    long[] levels = new long[Cycling.MOST_STRESS];
    for (int i = 0; i < arcs.length; i++) {
      boolean forward = (arcs[i] & 1) == 0;
      int flags = edges.flags()[arcs[i] >> 1];
      int facility = forward ? StreetFlags.CYCLE_FORWARD : StreetFlags.CYCLE_BACKWARD;
      own += (flags & facility) != 0 ? decimetres[i] : 0;
      levels[StreetFlags.stress(flags, forward) - 1] += decimetres[i];
    }
    return new RideMix(
        metres(own),
        List.of(metres(levels[0]), metres(levels[1]), metres(levels[2]), metres(levels[3])));
  }

  /// How much is at more than some level.
  public int metresAbove(int stress) {
    return stressMetres.subList(stress, stressMetres.size()).stream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  private static int metres(long decimetres) {
    return (int) ((decimetres + 5) / 10);
  }
}
