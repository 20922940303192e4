package org.toret.app.simulate.serve;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A clock that begins at a chosen instant and runs some times as fast as another. It stands until
/// [#begin]. Thread-safe.
final class FastClock {

  private final Clock real;
  private final Instant start;
  private final double speed;
  private final AtomicReference<@Nullable Instant> begun = new AtomicReference<>();

  /// @param start what it shows at first
  /// @param speed seconds of this clock for each of the other
  FastClock(Clock real, Instant start, double speed) {
    this.real = real;
    this.start = start;
    this.speed = speed;
  }

  /// Lets it go on from now. Further calls change nothing.
  void begin() {
    begun.compareAndSet(null, real.instant());
  }

  Instant instant() {
    Instant since = begun.get();
    return since == null
        ? start
        : start.plusNanos((long) (Duration.between(since, real.instant()).toNanos() * speed));
  }

  double speed() {
    return speed;
  }
}
