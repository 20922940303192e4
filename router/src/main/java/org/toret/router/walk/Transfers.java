package org.toret.router.walk;

/// Walks from every stop to the stops near it, nearest first. 16 bytes per walk, 4 per stop.
///
/// The row of stop `s` is `offsets[s] … offsets[s + 1] - 1`. A stop has no walk to itself. Times
/// are at [WalkOptions#REFERENCE_METRES_PER_SECOND]; for another speed multiply by its ratio.
///
/// @param offsets start of each stop's row, one longer than the number of stops
/// @param targets stop walked to
/// @param metres distance of the fastest way; ascending within a row
/// @param seconds time of the fastest way
/// @param wheelchairSeconds time of the fastest way for a wheelchair, or -1 when there is none
///   within the limit
public record Transfers(
    int[] offsets, int[] targets, int[] metres, int[] seconds, int[] wheelchairSeconds) {

  public int start(int stop) {
    return offsets[stop];
  }

  public int end(int stop) {
    return offsets[stop + 1];
  }

  public int count() {
    return targets.length;
  }
}
