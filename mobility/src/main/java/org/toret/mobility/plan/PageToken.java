package org.toret.mobility.plan;

import java.time.Instant;
import java.util.Optional;

/// Names an earlier or later page of an answer: the instant asked about instead.
public final class PageToken {

  private static final int RADIX = 36;

  /// No timetable is older, or newer.
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

  private PageToken() {}

  public static String of(Instant at) {
    return Long.toString(at.getEpochSecond(), RADIX);
  }

  /// The instant of a token, empty when it is none.
  public static Optional<Instant> parse(String token) {
    try {
      Instant at = Instant.ofEpochSecond(Long.parseLong(token, RADIX));
      return Optional.of(at).filter(time -> time.isAfter(FIRST) && time.isBefore(LAST));
    } catch (NumberFormatException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }
}
