package org.toret.router.walk;

/// The stops within reach of a place, nearest in time first. Parallel columns.
///
/// @param stops stop numbers, each once
/// @param seconds walking time at the speed asked for
/// @param metres walking distance of that fastest way
public record StopReach(int[] stops, int[] seconds, int[] metres) {

  public static final StopReach NONE = new StopReach(new int[0], new int[0], new int[0]);

  public int count() {
    return stops.length;
  }
}
