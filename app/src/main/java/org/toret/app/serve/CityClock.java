package org.toret.app.serve;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The time at which the server lives: the real one, or one that was chosen with `--clock`. A
/// chosen time stands until [#begin], then goes on, unless it is frozen. Thread-safe.
public final class CityClock extends Clock {

  private static final String FROZEN = ",frozen";

  private final Clock real;
  private final @Nullable String chosen;
  private final boolean frozen;
  private final AtomicReference<@Nullable Instant> origin = new AtomicReference<>();
  private final AtomicReference<@Nullable Instant> begun = new AtomicReference<>();

  private CityClock(Clock real, @Nullable String chosen, boolean frozen) {
    this.real = real;
    this.chosen = chosen;
    this.frozen = frozen;
  }

  /// The real time.
  public static CityClock of(Clock real) {
    return new CityClock(real, null, false);
  }

  /// A chosen time: ISO-8601, with offset or in city time, and `,frozen` if it shall stand still.
  /// Empty when it cannot be understood.
  public static Optional<CityClock> parse(String option, Clock real) {
    boolean frozen = option.endsWith(FROZEN);
    String iso = frozen ? option.substring(0, option.length() - FROZEN.length()) : option;
    CityClock clock = new CityClock(real, iso, frozen);
    return clock.instantIn(ZoneOffset.UTC).isPresent() ? Optional.of(clock) : Optional.empty();
  }

  /// Whether the time was chosen.
  public boolean isChosen() {
    return chosen != null;
  }

  /// Says which time the city has; only then a time without an offset is known.
  public void settle(ZoneId zone) {
    instantIn(zone).ifPresent(instant -> origin.compareAndSet(null, instant));
  }

  /// Lets a chosen time go on from now. Further calls change nothing.
  public void begin() {
    begun.compareAndSet(null, real.instant());
  }

  @Override
  public Instant instant() {
    Instant start = origin.get();
    if (start == null) {
      return chosen == null ? real.instant() : instantIn(ZoneOffset.UTC).orElseGet(real::instant);
    }
    Instant since = begun.get();
    return frozen || since == null ? start : start.plus(Duration.between(since, real.instant()));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }

  private Optional<Instant> instantIn(ZoneId zone) {
    if (chosen == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(chosen).toInstant());
    } catch (DateTimeException withoutOffset) {
      try {
        return Optional.of(LocalDateTime.parse(chosen).atZone(zone).toInstant());
      } catch (DateTimeException noTime) {
        return Optional.empty();
      }
    }
  }
}
