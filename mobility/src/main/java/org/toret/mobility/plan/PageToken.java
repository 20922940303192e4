package org.toret.mobility.plan;

import java.time.Instant;
import java.util.Optional;

/// Names an earlier or later page of an answer: the instant asked about instead.
public final class PageToken {

  private static final int RADIX = 36;

  private PageToken() {}

  public static String of(Instant at) {
    return Long.toString(at.getEpochSecond(), RADIX);
  }

  /// The instant of a token, empty when it is none.
  public static Optional<Instant> parse(String token) {
    try {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(token, RADIX)));
    } catch (NumberFormatException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }
}
