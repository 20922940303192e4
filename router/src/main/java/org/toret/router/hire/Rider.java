package org.toret.router.hire;

import org.toret.router.cycle.Cycling;

/// How a traveller rides.
///
/// @param metresPerSecond how fast on an ordinary bicycle on the flat
/// @param maxStress highest level of traffic stress that is ridden without aversion, 1 to 4
public record Rider(double metresPerSecond, int maxStress) {

  /// Who rides on any street.
  public static Rider at(double metresPerSecond) {
    return new Rider(metresPerSecond, Cycling.MOST_STRESS);
  }
}
