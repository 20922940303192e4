package org.toret.router.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.toret.base.impact.Impact;
import org.toret.base.impact.ImpactCalculator;
import org.toret.base.impact.Quantity;

/// Energy and emissions of a whole journey for the whole party, leg by leg and in sum.
///
/// @param total an unknown leg makes the sum unknown, with the known part as `atLeast`
public record JourneyImpact(Impact total, List<LegImpact> legs) {

  public JourneyImpact {
    legs = List.copyOf(legs);
  }

  /// Applies the factors to each leg.
  ///
  /// @param persons people travelling together
  /// @param country whose electricity is used, two letters
  public static JourneyImpact of(
      ImpactCalculator calculator, List<MovedLeg> legs, int persons, String country) {
    Impact total = Impact.NONE;
    List<LegImpact> each = new ArrayList<>();
    for (MovedLeg leg : legs) {
      Impact impact = calculator.of(leg.activity(persons, country));
      each.add(new LegImpact(leg.leg(), impact));
      total = total.plus(impact);
    }
    return new JourneyImpact(total, each);
  }

  /// The same in the units that are published, in which the legs add up to the total.
  public JourneyImpact published() {
    List<Impact> parts = Impact.published(legs.stream().map(LegImpact::impact).toList());
    return new JourneyImpact(
        parts.stream().reduce(Impact.NONE, Impact::plus),
        IntStream.range(0, parts.size())
            .mapToObj(i -> new LegImpact(legs.get(i).leg(), parts.get(i)))
            .toList());
  }

  /// Positions of the legs for which a quantity is not known, for example
  /// `unknownLegs(Impact::gramsCO2e)`.
  public List<Integer> unknownLegs(Function<Impact, Quantity> quantity) {
    return legs.stream()
        .filter(leg -> !quantity.apply(leg.impact()).known())
        .map(LegImpact::leg)
        .toList();
  }
}
