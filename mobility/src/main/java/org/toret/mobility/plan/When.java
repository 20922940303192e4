package org.toret.mobility.plan;

import java.time.Duration;
import java.time.Instant;

/// When a journey shall be.
///
/// @param at earliest departure, or latest arrival
/// @param arriveBy whether `at` is the latest arrival
/// @param window how much later a departure, or earlier an arrival, may be
public record When(Instant at, boolean arriveBy, Duration window) {}
