package org.toret.router.hire;

import java.util.List;
import org.toret.network.sharing.PricingPlans;
import org.toret.network.sharing.Sharing;
import org.toret.router.fare.FareItem;
import org.toret.router.fare.FareResult;
import org.toret.router.fare.UnknownFare;

/// What a ride with a shared vehicle costs, by its pricing plan.
public final class HireCosts {

  private final Sharing sharing;

  public HireCosts(Sharing sharing) {
    this.sharing = sharing;
  }

  /// One ride of some vehicles. Unknown as `no_hire_plan` where no plan can be told; where taxes
  /// are added to the plan's prices, as `hire_taxes`, with the price before them as the least.
  ///
  /// @param leg position in the journey
  /// @param plan index into [PricingPlans], -1 for none
  /// @param seconds from taking the vehicle to leaving it
  public FareResult price(int leg, int plan, int vehicles, int seconds, int metres) {
    PricingPlans plans = sharing.plans();
    if (plan < 0) {
      return new FareResult(0, "", List.of(new UnknownFare(leg, "no_hire_plan")), List.of());
    }
    int cents = Math.multiplyExact(vehicles, plans.cents(plan, seconds / 60.0, metres / 1000.0));
    int system = plans.systems()[plan];
    String feed = sharing.systems().ids().get(system);
    String version = sharing.systems().versions().get(system);
    String id = plans.ids().get(plan);
    String name = plans.names().get(plan);
    FareItem item =
        new FareItem(
            "hire",
            id,
            name.isEmpty() ? id : name,
            cents,
            List.of(leg),
            "",
            FareItem.NO_END,
            feed + "@" + version + "#" + id,
            sharing.systems().names().get(system));
    boolean taxed = plans.has(plan, PricingPlans.TAXED_APART);
    List<UnknownFare> unknown = taxed ? List.of(new UnknownFare(leg, "hire_taxes")) : List.of();
    return new FareResult(cents, plans.currencies().get(plan), unknown, List.of(item));
  }
}
