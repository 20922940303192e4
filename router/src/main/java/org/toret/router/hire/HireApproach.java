package org.toret.router.hire;

import java.util.List;
import org.toret.router.walk.StopReach;

/// The stops that are reached from a place with a shared vehicle, or from which the place is.
///
/// @param reach seconds include unlocking and locking; metres are those walked
/// @param via how, for each stop of `reach`
public record HireApproach(StopReach reach, List<HireVia> via) {

  /// Nothing is within reach.
  public static final HireApproach NONE = new HireApproach(StopReach.NONE, List.of());

  /// How a stop is reached.
  ///
  /// @throws IllegalArgumentException when it is none of these
  public HireVia via(int stop) {
    for (int i = 0; i < reach.count(); i++) {
      if (reach.stops()[i] == stop) {
        return via.get(i);
      }
    }
    throw new IllegalArgumentException("stop %d is out of reach".formatted(stop));
  }
}
