package org.toret.router.path;

import org.toret.router.walk.WalkOptions;

/// Who travels along a path, and how far at most.
///
/// @param walk how the person walks; `maxMetres` limits walked paths
/// @param bikeMetresPerSecond cycling speed on a good, flat street
/// @param maxBikeMetres how far a bicycle path may be
public record PathOptions(WalkOptions walk, double bikeMetresPerSecond, int maxBikeMetres) {

  /// The cycling speed that the stored speeds refer to: 18 km/h.
  public static final double REFERENCE_BIKE_METRES_PER_SECOND = 5;

  private static final double ASSISTED_METRES_PER_SECOND = 20 / 3.6;

  public PathOptions {
    if (!(bikeMetresPerSecond > 0.5 && bikeMetresPerSecond < 30)) {
      throw new IllegalArgumentException("Not a cycling speed: " + bikeMetresPerSecond + " m/s");
    }
  }

  /// This way of walking, an ordinary bicycle, up to 50 km.
  public static PathOptions of(WalkOptions walk) {
    return new PathOptions(walk, REFERENCE_BIKE_METRES_PER_SECOND, 50_000);
  }

  /// Cycling with an electric motor that helps up to 25 km/h: at least 20 km/h on a good, flat
  /// street. Uphill the motor helps more than is reckoned here, so times there are upper bounds.
  public PathOptions assisted() {
    double speed = Math.max(bikeMetresPerSecond, ASSISTED_METRES_PER_SECOND);
    return new PathOptions(walk, speed, maxBikeMetres);
  }
}
