package org.toret.app.simulate.serve;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// A clock that begins at a chosen instant and runs some times as fast as another.
///
/// @param real the other clock
/// @param begun what the other showed at the beginning
/// @param start what this one showed then
/// @param speed seconds of this clock for each of the other
record FastClock(Clock real, Instant begun, Instant start, double speed) {

  static FastClock of(Clock real, Instant start, double speed) {
    return new FastClock(real, real.instant(), start, speed);
  }

  Instant instant() {
    long nanos = Duration.between(begun, real.instant()).toNanos();
    return start.plusNanos((long) (nanos * speed));
  }
}
