package org.toret.app.simulate.serve;

import java.util.function.LongFunction;

/// One simulated feed: where it is, and what it says at a moment.
///
/// @param path its address, without a host
/// @param title what it is, in English
/// @param type media type
/// @param everySeconds it changes so often, by the simulated clock
/// @param bytes its content at an epoch second
record SimulatedFeed(
    String path, String title, String type, int everySeconds, LongFunction<byte[]> bytes) {

  /// When what is true at a moment was published.
  long published(long epochSecond) {
    return Math.floorDiv(epochSecond, everySeconds) * everySeconds;
  }
}
