package org.toret.base.impact;

import java.util.ArrayList;
import java.util.List;

/// Energy and emissions of anything that moves: a leg, a tour, a scenario, an inventory. Adds up.
///
/// The components hold the small units of [Measure]; the accessors with a unit in their name round
/// them as they are published.
///
/// @param energy milliwatt-hours
/// @param co2e milligrams, well to wheel
/// @param tankToWheelCO2e milligrams
/// @param nox micrograms
/// @param pm micrograms
/// @param bodyEnergy calories
/// @param items the account, unfolded
public record Impact(
    Quantity energy,
    Quantity co2e,
    Quantity tankToWheelCO2e,
    Quantity nox,
    Quantity pm,
    Quantity bodyEnergy,
    List<ImpactItem> items) {

  /// Nothing moved.
  public static final Impact NONE =
      new Impact(
          Quantity.ZERO,
          Quantity.ZERO,
          Quantity.ZERO,
          Quantity.ZERO,
          Quantity.ZERO,
          Quantity.ZERO,
          List.of());

  public Impact {
    items = List.copyOf(items);
  }

  /// Both together.
  public Impact plus(Impact other) {
    List<ImpactItem> all = new ArrayList<>(items);
    all.addAll(other.items);
    return new Impact(
        energy.plus(other.energy),
        co2e.plus(other.co2e),
        tankToWheelCO2e.plus(other.tankToWheelCO2e),
        nox.plus(other.nox),
        pm.plus(other.pm),
        bodyEnergy.plus(other.bodyEnergy),
        all);
  }

  public Quantity wattHours() {
    return energy.in(1_000);
  }

  public Quantity gramsCO2e() {
    return co2e.in(1_000);
  }

  public Quantity tankToWheelGramsCO2e() {
    return tankToWheelCO2e.in(1_000);
  }

  public Quantity milligramsNOx() {
    return nox.in(1_000);
  }

  public Quantity milligramsPM() {
    return pm.in(1_000);
  }

  public Quantity kcal() {
    return bodyEnergy.in(1_000);
  }
}
