package org.toret.mobility.reach;

import java.time.Instant;
import java.util.Set;
import org.toret.mobility.plan.Limits;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;

/// What questions without a destination have in common.
///
/// @param at when one is ready to leave; when one must have arrived, where `arriveBy`
/// @param modes what may be used; of several the fastest counts
public record Span(
    Instant at, boolean arriveBy, Set<TravelMode> modes, Traveller traveller, Limits limits) {

  public Span {
    modes = Set.copyOf(modes);
  }

  /// The same at another time.
  public Span at(Instant other) {
    return new Span(other, arriveBy, modes, traveller, limits);
  }

  boolean rides() {
    return modes.stream().anyMatch(TravelMode::isTransit);
  }

  boolean uses(TravelMode mode) {
    return modes.contains(mode);
  }
}
