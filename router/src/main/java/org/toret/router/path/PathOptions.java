package org.toret.router.path;

import org.toret.router.cycle.Cycling;
import org.toret.router.walk.WalkOptions;

/// Who travels along a path, and how far at most.
///
/// @param walk how the person walks; `maxMetres` limits walked paths
/// @param bikeMetresPerSecond cycling speed on a good, flat street
/// @param maxBikeMetres how far a bicycle path may be
/// @param cycling on what they cycle, and on which streets
public record PathOptions(
    WalkOptions walk, double bikeMetresPerSecond, int maxBikeMetres, Cycling cycling) {

  /// The cycling speed that the stored speeds refer to: 18 km/h.
  public static final double REFERENCE_BIKE_METRES_PER_SECOND = 5;

  /// How fast an electric bicycle is ridden on a good, flat street by whoever is slower without: 20
  /// km/h.
  public static final double ASSISTED_METRES_PER_SECOND = 20 / 3.6;

  public PathOptions {
    if (!(bikeMetresPerSecond > 0.5 && bikeMetresPerSecond < 30)) {
      throw new IllegalArgumentException("Not a cycling speed: " + bikeMetresPerSecond + " m/s");
    }
  }

  /// An ordinary bicycle.
  public PathOptions(WalkOptions walk, double bikeMetresPerSecond, int maxBikeMetres) {
    this(walk, bikeMetresPerSecond, maxBikeMetres, Cycling.ORDINARY);
  }

  /// This way of walking, an ordinary bicycle, up to 50 km.
  public static PathOptions of(WalkOptions walk) {
    return new PathOptions(walk, REFERENCE_BIKE_METRES_PER_SECOND, 50_000);
  }

  /// The same, stairs not being left out.
  public PathOptions withStairs() {
    var climbing =
        new WalkOptions(walk.metresPerSecond(), walk.maxMetres(), walk.wheelchair(), false);
    return new PathOptions(climbing, bikeMetresPerSecond, maxBikeMetres, cycling);
  }

  /// The same with rides up to another length.
  public PathOptions riding(int mostMetres) {
    return new PathOptions(walk, bikeMetresPerSecond, mostMetres, cycling);
  }

  /// Cycling with an electric motor that helps up to 25 km/h.
  public PathOptions assisted() {
    double speed = Math.max(bikeMetresPerSecond, ASSISTED_METRES_PER_SECOND);
    return new PathOptions(walk, speed, maxBikeMetres, cycling.withAssistance(true));
  }
}
