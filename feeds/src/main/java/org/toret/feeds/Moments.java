package org.toret.feeds;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// Moments as publishers write them.
public final class Moments {

  /// The last second of the year 9999: what is told of later ones is a slip, or means "for ever".
  public static final long LAST_EPOCH_SECOND = 253_402_300_799L;

  private Moments() {}

  /// A moment with its offset (ISO 8601); empty where there is none, where it cannot be read, and
  /// before 1970 or after the year 9999.
  public static Optional<Instant> instant(String text) {
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text).toInstant())
              .filter(at -> isUsual(at.getEpochSecond()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// Whether a second lies between 1970 and the year 9999.
  public static boolean isUsual(long epochSecond) {
    return epochSecond >= 0 && epochSecond <= LAST_EPOCH_SECOND;
  }
}
