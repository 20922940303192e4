package org.toret.base.rules;

import java.time.LocalDate;

/// A span of days, both ends included; open ends are [LocalDate#MIN] and [LocalDate#MAX].
public record Validity(LocalDate from, LocalDate to) {

  /// Every day there is.
  public static final Validity ALWAYS = new Validity(LocalDate.MIN, LocalDate.MAX);

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /// Whether the two spans share a day.
  public boolean overlaps(Validity other) {
    return !from.isAfter(other.to) && !other.from.isAfter(to);
  }
}
