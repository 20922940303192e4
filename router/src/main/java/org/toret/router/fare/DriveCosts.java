package org.toret.router.fare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.toret.base.impact.ImpactItem;
import org.toret.base.impact.ImpactTables;
import org.toret.base.impact.Measure;
import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleFiles;
import org.toret.base.rules.RuleRow;
import org.toret.router.impact.LegImpact;

/// What a drive costs at the pump or the plug: the energy of its impact, at the price of the day.
///
/// Prices come from table `fuel-price`, rows named country and carrier, for example `IT-petrol`; a
/// row holds from its observation until the next one, so that a price may be old: its source names
/// the day. A carrier without price makes the cost unknown, with the rest as the least. Parking and
/// tolls are not part of it. Immutable and thread-safe.
public final class DriveCosts {

  private static final double MILLIWATT_HOURS_PER_KWH = 1e6;
  private static final double MJ_PER_KWH = 3.6;
  private static final int CENTS = 100;

  private final RuleBook rules;
  private final String country;

  /// What is used of one carrier, and the vehicle row that says so.
  private record Use(String carrier, double kilowattHours) {}

  /// @param rules must hold `vehicle`, `fuel` and `fuel-price`, see [#tables]
  /// @param country two-letter code, the first part of the row names
  public DriveCosts(RuleBook rules, String country) {
    this.rules = rules;
    this.country = country;
  }

  /// The tables that come with the program; a city lays its own on top.
  public static RuleBook tables() {
    return ImpactTables.load()
        .with(
            RuleFiles.resources(
                DriveCosts.class, "fuel-price@2026-01-01.csv", "taxi-tariff@2023-07-14.csv"))
        .with(FareCalendar.tables());
  }

  /// The cost of a drive for the whole party.
  ///
  /// @param drive impact of the leg
  /// @param day the day of travel
  public FareResult price(LegImpact drive, LocalDate day) {
    Map<String, Double> kilowattHours = new TreeMap<>();
    for (ImpactItem item : drive.items(Measure.ENERGY)) {
      Optional<RuleRow> vehicle = rules.find("vehicle", item.factor().row(), day);
      if (!item.amount().known() || vehicle.isEmpty()) {
        return unknown(drive.leg(), "no_consumption");
      }
      kilowattHours.merge(
          vehicle.get().text("carrier"),
          item.amount().amount() / MILLIWATT_HOURS_PER_KWH,
          Double::sum);
    }
    FareResult sum = FareResult.FREE;
    for (Map.Entry<String, Double> use : kilowattHours.entrySet()) {
      sum = sum.plus(price(drive.leg(), new Use(use.getKey(), use.getValue()), day));
    }
    List<UnknownFare> once = sum.unknown().stream().distinct().toList();
    // an average car runs on a little of everything: what costs no cent is no line of the bill
    List<FareItem> items = sum.items().stream().filter(item -> item.cents() > 0).toList();
    return new FareResult(
        sum.atLeastCents(), sum.currency(), once, items.isEmpty() ? sum.items() : items);
  }

  private FareResult price(int leg, Use use, LocalDate day) {
    Optional<RuleRow> price = rules.find("fuel-price", country + "-" + use.carrier(), day);
    boolean electric = use.carrier().equals("electricity");
    Optional<RuleRow> fuel = rules.find("fuel", use.carrier(), day);
    if (price.isEmpty() || !electric && fuel.isEmpty()) {
      return unknown(leg, "no_fuel_price");
    }
    double units =
        electric
            ? use.kilowattHours()
            : use.kilowattHours() * MJ_PER_KWH / fuel.orElseThrow().number("mjPerUnit");
    int cents = (int) Math.round(units * price.get().number("price") * CENTS);
    FareItem item =
        new FareItem(
            electric ? "charge" : "fuel",
            "",
            use.carrier(),
            cents,
            List.of(leg),
            "",
            FareItem.NO_END,
            price.get().reference().toString(),
            price.get().sourceText());
    return new FareResult(cents, price.get().text("currency"), List.of(), List.of(item));
  }

  private static FareResult unknown(int leg, String reason) {
    return new FareResult(0, "", new ArrayList<>(List.of(new UnknownFare(leg, reason))), List.of());
  }
}
