package org.toret.router.walk;

/// How somebody walks.
///
/// @param metresPerSecond speed on the flat
/// @param maxMetres how far at most
/// @param wheelchair only where a wheelchair gets along
/// @param avoidStairs no stairs
public record WalkOptions(
    double metresPerSecond, int maxMetres, boolean wheelchair, boolean avoidStairs) {

  /// The speed that stored seconds refer to: 1.33 m/s, 4.8 km/h (the usual planning value for
  /// walking to public transport).
  public static final double REFERENCE_METRES_PER_SECOND = 1.33;

  public WalkOptions {
    if (!(metresPerSecond > 0.05 && metresPerSecond < 20) || maxMetres < 0) {
      throw new IllegalArgumentException(
          "Not a way to walk: " + metresPerSecond + " m/s, " + maxMetres + " m");
    }
  }

  /// The same person who walks no farther than so many metres.
  public WalkOptions within(int metres) {
    return new WalkOptions(metresPerSecond, Math.min(metres, maxMetres), wheelchair, avoidStairs);
  }

  /// At the reference speed, over stairs too.
  public static WalkOptions upTo(int maxMetres) {
    return new WalkOptions(REFERENCE_METRES_PER_SECOND, maxMetres, false, false);
  }
}
