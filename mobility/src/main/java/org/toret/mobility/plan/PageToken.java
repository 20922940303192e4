package org.toret.mobility.plan;

import java.time.Instant;
import java.util.Optional;

/// Names an earlier or later page of an answer: the instant asked about instead, and to which side
/// the page was turned.
///
/// @param back whether it is the page before
public record PageToken(Instant at, boolean back) {

  private static final int RADIX = 36;
  private static final String BACK = "-";

  /// No timetable is older, or newer.
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

  /// As it stands in an address.
  public String text() {
    return (back ? BACK : "") + Long.toString(at.getEpochSecond(), RADIX);
  }

  /// The page of a token, empty when it is none.
  public static Optional<PageToken> parse(String token) {
    boolean back = token.startsWith(BACK);
    try {
      Instant at = Instant.ofEpochSecond(Long.parseLong(back ? token.substring(1) : token, RADIX));
      return Optional.of(new PageToken(at, back))
          .filter(page -> page.at.isAfter(FIRST) && page.at.isBefore(LAST));
    } catch (NumberFormatException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }
}
