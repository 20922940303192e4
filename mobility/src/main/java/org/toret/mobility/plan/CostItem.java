package org.toret.mobility.plan;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One part of a cost, with where it comes from.
public sealed interface CostItem {

  /// Something to be paid.
  ///
  /// @param kind `ticket`, `fuel`, `charge`, `parking`, `toll` or `hire`
  /// @param legs positions of the legs it covers, from 0
  /// @param rule `table@version#row`
  record Price(
      String kind,
      String name,
      int cents,
      List<Integer> legs,
      @Nullable String medium,
      @Nullable OffsetDateTime validUntil,
      String rule,
      String source)
      implements CostItem {}

  /// Energy used from well or plant to wheel is not counted here: this is what the vehicle takes.
  record Energy(List<Integer> legs, int wattHours, String factor, String source)
      implements CostItem {}

  /// What is emitted, well to wheel.
  record Emission(
      List<Integer> legs,
      int gramsCO2e,
      int tankToWheelGramsCO2e,
      int milligramsNOx,
      int milligramsPM,
      String factor,
      String source)
      implements CostItem {}
}
