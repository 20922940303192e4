package org.toret.router.hire;

/// How a stop is joined to a place by a shared vehicle: in the direction of travel a walk, the
/// ride, another walk. Times are without the moments it takes to unlock and lock.
public record HireVia(
    HirePlace pickup,
    HirePlace drop,
    int firstWalkSeconds,
    int firstWalkMetres,
    int rideSeconds,
    int lastWalkSeconds,
    int lastWalkMetres) {

  /// All three.
  public int seconds() {
    return firstWalkSeconds + rideSeconds + lastWalkSeconds;
  }
}
