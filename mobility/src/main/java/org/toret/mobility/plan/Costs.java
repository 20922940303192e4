package org.toret.mobility.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The four costs of an alternative or of one leg. What is not known is `null`, never 0; then
/// `atLeast…` holds the known part and `reason` says why.
public record Costs(Time time, Fare fare, Energy energy, Emissions emissions) {

  /// @param seconds arrival minus departure
  public record Time(int seconds, int walkSeconds, int waitSeconds) {}

  /// @param atLeastCents the known part
  public record Fare(
      boolean known,
      @Nullable Integer cents,
      int atLeastCents,
      String currency,
      @Nullable String reason,
      List<Integer> unknownLegs,
      List<CostItem.Price> items) {}

  /// @param kcal what walking and cycling burn; not part of the watt-hours
  public record Energy(
      boolean known,
      @Nullable Integer wattHours,
      int atLeastWattHours,
      int kcal,
      @Nullable String reason,
      List<Integer> unknownLegs,
      List<CostItem.Energy> items) {}

  /// Well-to-wheel greenhouse gases after ISO 14083, and what leaves the exhaust.
  public record Emissions(
      boolean known,
      @Nullable Integer gramsCO2e,
      int atLeastGramsCO2e,
      @Nullable Integer tankToWheelGramsCO2e,
      @Nullable Integer milligramsNOx,
      @Nullable Integer milligramsPM,
      @Nullable String reason,
      List<Integer> unknownLegs,
      List<CostItem.Emission> items) {}
}
