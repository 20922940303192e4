package org.toret.mobility.reach;

import java.time.Instant;
import java.util.Set;
import org.toret.mobility.plan.Limits;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;

/// What questions without a destination have in common.
///
/// @param at when one is ready to leave; when one must have arrived, where `arriveBy`
/// @param modes what may be used, as far as the traveller's needs allow it; of several the fastest
///   counts
/// @param pays whether a car enters zones and takes roads that cost something
public record Span(
    Instant at,
    boolean arriveBy,
    Set<TravelMode> modes,
    Traveller traveller,
    Limits limits,
    boolean pays) {

  /// The same of somebody who pays.
  public Span(
      Instant at, boolean arriveBy, Set<TravelMode> modes, Traveller traveller, Limits limits) {
    this(at, arriveBy, modes, traveller, limits, true);
  }

  public Span {
    modes = Set.copyOf(traveller.fit(modes));
  }

  /// The same at another time.
  public Span at(Instant other) {
    return new Span(other, arriveBy, modes, traveller, limits, pays);
  }

  boolean rides() {
    return transitImplied() || modes.stream().anyMatch(TravelMode::isTransit);
  }

  /// Whether all public transport counts though none was named.
  boolean transitImplied() {
    return TravelMode.implyTransit(modes);
  }

  /// Whether anything but one's own vehicle is used: all of it begins and ends on foot.
  boolean walks() {
    return modes.stream()
        .anyMatch(
            mode -> mode != TravelMode.CAR && mode != TravelMode.TAXI && !mode.isOwnBicycle());
  }

  boolean uses(TravelMode mode) {
    return modes.contains(mode) || mode.isTransit() && transitImplied();
  }
}
