package org.toret.network.sharing;

import org.toret.base.columns.TextColumn;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// The pricing plans of all systems, one row each.
///
/// @param systems index into [SharingSystems]
/// @param ids `plan_id`, unique inside the system only
/// @param currencies ISO 4217
/// @param priceMicros to be paid once for a ride, in millionths of the currency's unit
/// @param flags bits of [#TAXED_APART] and [#SURGE]
/// @param perKilometre what is charged by distance
/// @param perMinute what is charged by time
public record PricingPlans(
    int[] systems,
    TextColumn ids,
    TextColumn names,
    TextColumn currencies,
    long[] priceMicros,
    byte[] flags,
    PriceSteps perKilometre,
    PriceSteps perMinute) {

  /// Taxes are added to the prices stated (`is_taxable`).
  public static final byte TAXED_APART = 1;

  /// Prices are raised at the moment because many ask for vehicles (`surge_pricing`).
  public static final byte SURGE = 2;

  private static final int MICROS_PER_CENT = 10_000;

  public int count() {
    return systems.length;
  }

  public boolean has(int plan, byte flag) {
    return (flags[plan] & flag) != 0;
  }

  /// The price of one ride of one vehicle in hundredths of the currency's unit, rounded once at the
  /// end; never below 0.
  public int cents(int plan, double minutes, double kilometres) {
    long micros =
        priceMicros[plan] + perKilometre.micros(plan, kilometres) + perMinute.micros(plan, minutes);
    return Math.toIntExact(Math.max(0, Math.round((double) micros / MICROS_PER_CENT)));
  }

  /// A plan of a system by its id, -1 where there is none.
  public int find(int system, String id) {
    for (int plan = 0; plan < count(); plan++) {
      if (systems[plan] == system && ids.get(plan).equals(id)) {
        return plan;
      }
    }
    return -1;
  }

  void write(ImageWriter image) {
    image
        .ints("sharing.plan.system", systems)
        .texts("sharing.plan.id", ids)
        .texts("sharing.plan.name", names)
        .texts("sharing.plan.currency", currencies)
        .longs("sharing.plan.price", priceMicros)
        .bytes("sharing.plan.flags", flags);
    perKilometre.write(image, "sharing.plan.kilometre");
    perMinute.write(image, "sharing.plan.minute");
  }

  static PricingPlans read(ImageFile image) {
    return new PricingPlans(
        image.ints("sharing.plan.system"),
        image.texts("sharing.plan.id"),
        image.texts("sharing.plan.name"),
        image.texts("sharing.plan.currency"),
        image.longs("sharing.plan.price"),
        image.bytes("sharing.plan.flags"),
        PriceSteps.read(image, "sharing.plan.kilometre"),
        PriceSteps.read(image, "sharing.plan.minute"));
  }
}
