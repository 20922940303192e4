package org.toret.feeds;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// Moments as publishers write them.
public final class Moments {

  private Moments() {}

  /// A moment with its offset (ISO 8601); empty where there is none or it cannot be read.
  public static Optional<Instant> instant(String text) {
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
