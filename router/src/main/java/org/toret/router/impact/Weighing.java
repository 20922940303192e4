package org.toret.router.impact;

/// How a search weighs energy and emissions beside times and rides.
///
/// @param costs what riding costs
/// @param slackSeconds how much later than the fastest journey that leaves no earlier a journey may
///   arrive to be of interest
/// @param milliwattHourStep energies are compared in whole steps of this size: smaller differences
///   do not count
/// @param milligramStep the same for emissions
public record Weighing(
    RideCosts costs, int slackSeconds, int milliwattHourStep, int milligramStep) {

  public Weighing {
    if (slackSeconds < 0 || milliwattHourStep < 1 || milligramStep < 1) {
      throw new IllegalArgumentException(
          "slack %d s, steps %d mWh and %d mg"
              .formatted(slackSeconds, milliwattHourStep, milligramStep));
    }
  }
}
