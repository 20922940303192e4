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

  /// What the vehicle takes from plug or tank; what its making took is not counted here.
  ///
  /// @param wattHours null where unknown
  record Energy(List<Integer> legs, @Nullable Integer wattHours, String factor, String source)
      implements CostItem {}

  /// What is emitted, well to wheel; null where unknown.
  record Emission(
      List<Integer> legs,
      @Nullable Integer gramsCO2e,
      @Nullable Integer tankToWheelGramsCO2e,
      @Nullable Integer milligramsNOx,
      @Nullable Integer milligramsPM,
      String factor,
      String source)
      implements CostItem {}
}
