package org.toret.router.impact;

/// How a search weighs energy and emissions beside times and rides.
///
/// @param costs what riding costs
/// @param slackSeconds how much later than the fastest journey that leaves no earlier a journey may
///   arrive to be of interest
/// @param milliwattHourStep energies are compared in whole steps of at least this size: smaller
///   differences do not count
/// @param milligramStep the same for emissions
/// @param leastPart which part of what a fastest journey costs is a step, where that is more: 20
///   for a twentieth, 0 for none
public record Weighing(
    RideCosts costs, int slackSeconds, int milliwattHourStep, int milligramStep, int leastPart) {

  public Weighing {
    if (slackSeconds < 0 || milliwattHourStep < 1 || milligramStep < 1 || leastPart < 0) {
      throw new IllegalArgumentException(
          "slack %d s, steps %d mWh, %d mg, part %d"
              .formatted(slackSeconds, milliwattHourStep, milligramStep, leastPart));
    }
  }

  /// With steps fit for journeys that cost so much.
  public Weighing fitTo(int milliwattHours, int milligrams) {
    return leastPart == 0
        ? this
        : new Weighing(
            costs,
            slackSeconds,
            Math.max(milliwattHourStep, milliwattHours / leastPart),
            Math.max(milligramStep, milligrams / leastPart),
            leastPart);
  }
}
