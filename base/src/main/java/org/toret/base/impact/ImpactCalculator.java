package org.toret.base.impact;

import java.util.List;
import java.util.Optional;
import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleReference;
import org.toret.base.rules.RuleRow;

/// Activity times factor: the one calculator for a leg, a tour, a scenario and an inventory.
///
/// The result is that of the whole party: a car counts once however many sit in it, in public
/// transport each person has a share of the vehicle. Greenhouse gases are counted after ISO 14083
/// (well to wheel, CO2 equivalent), pollutants at the exhaust. What no row covers is unknown with a
/// reason:
///
/// | reason | meaning |
/// | --- | --- |
/// | `no_factor` | no sourced factor for this vehicle and measure |
/// | `limit_only` | only the type-approval limit is known, given as upper bound |
/// | `no_electricity_factor` | the country's electricity is not in the table |
///
/// Immutable and thread-safe; cost: a few map look-ups per activity.
public final class ImpactCalculator {

  private static final double MJ_PER_KWH = 3.6;

  private final RuleBook rules;
  private final Effort effort;

  public ImpactCalculator(RuleBook rules) {
    this.rules = rules;
    effort = new Effort(rules);
  }

  /// The impact of an activity.
  public Impact of(Activity activity) {
    Account account = new Account();
    add(account, activity, activity.vehicle(), 1);
    return account.impact();
  }

  private void add(Account account, Activity activity, String vehicle, double share) {
    Optional<RuleRow> found = rules.find("vehicle", vehicle, activity.day());
    if (found.isEmpty()) {
      missAll(account, new RuleReference("vehicle", "", vehicle));
      return;
    }
    RuleRow row = found.get();
    double kilometres = activity.metres() / 1_000 * share;
    switch (row.text("kind")) {
      case "own" -> effort.add(account, activity, row);
      case "assisted" -> {
        addSteady(account, activity, row, kilometres);
        addClimb(account, activity, row, share);
        effort.addBody(account, activity, row);
      }
      case "steady" -> addSteady(account, activity, row, kilometres);
      case "phases" -> addCar(account, activity, row, kilometres);
      case "function" -> addFunction(account, activity, row, kilometres);
      case "mix" -> addMix(account, activity, row, share);
      default -> missAll(account, row.reference());
    }
  }

  private void addMix(Account account, Activity activity, RuleRow row, double share) {
    for (String part : row.text("mix").split(";")) {
      String use = part.strip();
      int space = use.indexOf(' ');
      double of = Double.parseDouble(use.substring(space + 1));
      add(account, activity, use.substring(0, space), share * of);
    }
  }

  private void addSteady(Account account, Activity activity, RuleRow row, double kilometres) {
    double units = row.number("use") * kilometres * portion(row, activity);
    addUse(account, activity, row, units);
    addExhaustOfSteady(account, row);
  }

  /// What a motor takes for going up, beside what it takes for going on.
  private void addClimb(Account account, Activity activity, RuleRow row, double share) {
    double climb = activity.climbMetres() * share * portion(row, activity);
    rules
        .find("vehicle", row.id() + "-climb", activity.day())
        .filter(up -> climb > 0)
        .ifPresent(up -> addUse(account, activity, up, up.number("use") * climb));
  }

  private void addCar(Account account, Activity activity, RuleRow row, double kilometres) {
    addUse(
        account,
        activity,
        row,
        row.number("use") * DrivingPhases.factor(row, activity) * kilometres);
    if (isElectric(row)) {
      addExhaustOfSteady(account, row);
      return;
    }
    String limitRow = row.id() + "-" + activity.euroClass();
    Optional<RuleRow> limit = rules.find("exhaust-limit", limitRow, activity.day());
    addLimit(account, Measure.NOX, "milligramsNOxPerKm", limit, row, kilometres);
    addLimit(account, Measure.PM, "milligramsPMPerKm", limit, row, kilometres);
  }

  private static void addLimit(
      Account account,
      Measure measure,
      String column,
      Optional<RuleRow> limit,
      RuleRow vehicle,
      double kilometres) {
    if (limit.isPresent() && limit.get().hasNumber(column)) {
      double micrograms = limit.get().number(column) * 1_000 * kilometres;
      account.bound(measure, "limit_only", micrograms, limit.get());
    } else {
      account.miss(measure, "no_factor", vehicle.reference());
    }
  }

  private void addFunction(Account account, Activity activity, RuleRow row, double kilometres) {
    SlopeFunctions functions = new SlopeFunctions(rules, row.id(), activity);
    double part = kilometres * portion(row, activity);
    Optional<RuleRow> energy = functions.find("energy");
    if (energy.isEmpty()) {
      missAll(account, row.reference());
      return;
    }
    addFuel(account, activity, row, energy.get(), functions.value("energy") * part);
    functions
        .find("nox")
        .ifPresent(f -> account.add(Measure.NOX, functions.value("nox") * part * 1e6, f));
    functions
        .find("pm")
        .ifPresent(f -> account.add(Measure.PM, functions.value("pm") * part * 1e6, f));
  }

  /// Energy and greenhouse gases of so many litres, kilograms or kilowatt-hours.
  private void addUse(Account account, Activity activity, RuleRow row, double units) {
    if (isElectric(row)) {
      addElectricity(account, activity, row, units);
      return;
    }
    Optional<RuleRow> fuel = rules.find("fuel", row.text("carrier"), activity.day());
    if (fuel.isEmpty()) {
      missAll(account, row.reference());
      return;
    }
    addFuel(account, activity, row, row, units * fuel.get().number("mjPerUnit"));
  }

  private void addFuel(
      Account account, Activity activity, RuleRow row, RuleRow factor, double megajoules) {
    account.add(Measure.ENERGY, megajoules / MJ_PER_KWH * 1e6, factor);
    Optional<RuleRow> found = rules.find("fuel", row.text("carrier"), activity.day());
    if (found.isEmpty()) {
      account.miss(Measure.CO2E, "no_factor", row.reference());
      account.miss(Measure.TANK_TO_WHEEL_CO2E, "no_factor", row.reference());
      return;
    }
    RuleRow fuel = found.get();
    account.add(Measure.CO2E, megajoules * fuel.number("gramsPerMjWellToWheel") * 1e3, fuel);
    account.add(
        Measure.TANK_TO_WHEEL_CO2E, megajoules * fuel.number("gramsPerMjTankToWheel") * 1e3, fuel);
  }

  private void addElectricity(
      Account account, Activity activity, RuleRow row, double kilowattHours) {
    account.add(Measure.ENERGY, kilowattHours * 1e6, row);
    rules
        .find("electricity", activity.country(), activity.day())
        .ifPresentOrElse(
            grid ->
                account.add(Measure.CO2E, kilowattHours * grid.number("gramsPerKwh") * 1e3, grid),
            () ->
                account.miss(
                    Measure.CO2E,
                    "no_electricity_factor",
                    new RuleReference("electricity", "", activity.country())));
    account.add(Measure.TANK_TO_WHEEL_CO2E, 0, row);
  }

  private static void addExhaustOfSteady(Account account, RuleRow row) {
    for (Measure measure : List.of(Measure.NOX, Measure.PM)) {
      if (isElectric(row)) {
        account.add(measure, 0, row);
      } else {
        account.miss(measure, "no_factor", row.reference());
      }
    }
  }

  private static void missAll(Account account, RuleReference asked) {
    for (Measure measure : Measure.values()) {
      if (measure != Measure.BODY_ENERGY) {
        account.miss(measure, "no_factor", asked);
      }
    }
  }

  private static boolean isElectric(RuleRow row) {
    return row.text("carrier").equals("electricity");
  }

  /// The share of the party in the vehicle.
  private static double portion(RuleRow row, Activity activity) {
    return row.hasNumber("load") ? activity.persons() / row.number("load") : 1;
  }
}
