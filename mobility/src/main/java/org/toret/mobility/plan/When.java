package org.toret.mobility.plan;

import java.time.Duration;
import java.time.Instant;

/// When a journey shall be.
///
/// @param at earliest departure, or latest arrival
/// @param arriveBy whether `at` is the latest arrival
/// @param window how much later a departure, or earlier an arrival, may be
/// @param turn whether this is another page of an answer
public record When(Instant at, boolean arriveBy, Duration window, Turn turn) {

  /// Which way a page was turned.
  public enum Turn {
    /// It is the first one.
    NONE,
    /// To later departures, or earlier arrivals: the side on which one looks on where nothing is.
    ALONG,
    /// To earlier departures, or later arrivals: what is nearest is then looked for on that side.
    BACK
  }

  /// As it was asked, on no page.
  public When(Instant at, boolean arriveBy, Duration window) {
    this(at, arriveBy, window, Turn.NONE);
  }

  /// As it is on another page.
  public When page(PageToken page) {
    Turn turned = page.back() != arriveBy ? Turn.BACK : Turn.ALONG;
    return new When(page.at(), arriveBy, window, turned);
  }

  /// Whether a page was turned against the direction of time.
  public boolean turned() {
    return turn == Turn.BACK;
  }

  /// Whether it is another page than the first.
  public boolean isPage() {
    return turn != Turn.NONE;
  }
}
