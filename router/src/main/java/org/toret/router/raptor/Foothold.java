package org.toret.router.raptor;

/// The stops that can be reached on foot from the origin, or from which the destination can: two
/// parallel arrays.
///
/// @param stops stop indices, each at most once
/// @param seconds time on foot between the place and the stop
public record Foothold(int[] stops, int[] seconds) {

  public int count() {
    return stops.length;
  }

  /// Time on foot to a stop of these.
  ///
  /// @throws IllegalArgumentException when the stop is none of them
  public int secondsTo(int stop) {
    for (int i = 0; i < stops.length; i++) {
      if (stops[i] == stop) {
        return seconds[i];
      }
    }
    throw new IllegalArgumentException("stop %d is out of reach".formatted(stop));
  }
}
