package org.toret.network.sharing;

/// What holds for a vehicle type at a place.
///
/// @param start whether a ride may begin here
/// @param end whether a ride may end here, away from stations
/// @param through whether one may ride here
/// @param maxKmh speed limit, [#NO_LIMIT] where there is none
public record ZoneRule(boolean start, boolean end, boolean through, int maxKmh) {

  /// No limit of speed.
  public static final int NO_LIMIT = Integer.MAX_VALUE;

  /// Where no zone says anything, everything is allowed.
  public static final ZoneRule FREE = new ZoneRule(true, true, true, NO_LIMIT);
}
