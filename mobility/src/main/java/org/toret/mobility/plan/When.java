package org.toret.mobility.plan;

import java.time.Duration;
import java.time.Instant;

/// When a journey shall be.
///
/// @param at earliest departure, or latest arrival
/// @param arriveBy whether `at` is the latest arrival
/// @param window how much later a departure, or earlier an arrival, may be
/// @param turned whether a page was turned against the direction of time: to earlier departures, or
///   later arrivals; what is nearest is then looked for on that side
public record When(Instant at, boolean arriveBy, Duration window, boolean turned) {

  /// As it was asked, on no page.
  public When(Instant at, boolean arriveBy, Duration window) {
    this(at, arriveBy, window, false);
  }

  /// As it is on another page.
  public When page(PageToken page) {
    return new When(page.at(), arriveBy, window, page.back() != arriveBy);
  }
}
