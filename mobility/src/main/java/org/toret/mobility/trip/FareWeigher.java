package org.toret.mobility.trip;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.mobility.plan.Costs;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.Vehicle;

/// Prices the legs of an alternative.
final class FareWeigher {

  /// The fare of the whole and of each leg.
  record Fares(Costs.Fare total, List<Costs.Fare> legs) {}

  Fares price(List<DraftLeg> legs, Traveller traveller, @Nullable Vehicle vehicle) {
    List<Integer> unknown = new ArrayList<>();
    List<Costs.Fare> each = new ArrayList<>();
    for (int i = 0; i < legs.size(); i++) {
      TravelMode mode = legs.get(i).mode();
      boolean free = mode == TravelMode.WALK || mode == TravelMode.BIKE;
      if (!free) {
        unknown.add(i);
      }
      each.add(fare(free ? List.of() : List.of(i)));
    }
    return new Fares(fare(unknown), each);
  }

  private static Costs.Fare fare(List<Integer> unknown) {
    boolean known = unknown.isEmpty();
    return new Costs.Fare(
        known, known ? 0 : null, 0, "EUR", known ? null : "no_fare_data", unknown, List.of());
  }
}
