package org.toret.base.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

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

  /// Of the small units in a published one.
  private static final long UNIT = 1_000;

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

  /// The parts of something with every component a multiple of the unit in which it is published,
  /// so that what is published of the parts adds up to what is published of the whole.
  public static List<Impact> published(List<Impact> parts) {
    List<Quantity> energy = whole(parts, Impact::energy);
    List<Quantity> co2e = whole(parts, Impact::co2e);
    List<Quantity> exhaust = whole(parts, Impact::tankToWheelCO2e);
    List<Quantity> nox = whole(parts, Impact::nox);
    List<Quantity> pm = whole(parts, Impact::pm);
    List<Quantity> body = whole(parts, Impact::bodyEnergy);
    return IntStream.range(0, parts.size())
        .mapToObj(i ->
            new Impact(
                energy.get(i),
                co2e.get(i),
                exhaust.get(i),
                nox.get(i),
                pm.get(i),
                body.get(i),
                parts.get(i).items))
        .toList();
  }

  private static List<Quantity> whole(List<Impact> parts, Function<Impact, Quantity> component) {
    return Quantity.whole(parts.stream().map(component).toList(), UNIT);
  }

  public Quantity wattHours() {
    return energy.in(UNIT);
  }

  public Quantity gramsCO2e() {
    return co2e.in(UNIT);
  }

  public Quantity tankToWheelGramsCO2e() {
    return tankToWheelCO2e.in(UNIT);
  }

  public Quantity milligramsNOx() {
    return nox.in(UNIT);
  }

  public Quantity milligramsPM() {
    return pm.in(UNIT);
  }

  public Quantity kcal() {
    return bodyEnergy.in(UNIT);
  }
}
