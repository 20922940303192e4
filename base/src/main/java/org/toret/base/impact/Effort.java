package org.toret.base.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleRow;

/// What walking and cycling cost the body, by the multiples of rest of the Compendium of Physical
/// Activities; climbing on foot adds its own part. No fuel, no emissions: known zeros.
final class Effort {

  private final RuleBook rules;

  Effort(RuleBook rules) {
    this.rules = rules;
  }

  void add(Account account, Activity activity, RuleRow vehicle) {
    for (Measure measure : Measure.values()) {
      if (measure != Measure.BODY_ENERGY) {
        account.add(measure, 0, vehicle);
      }
    }
    addBody(account, activity, vehicle);
  }

  /// The body's part alone.
  void addBody(Account account, Activity activity, RuleRow vehicle) {
    List<RuleRow> steps = steps(vehicle.id(), activity);
    Optional<RuleRow> adult = rules.find("effort", "adult", activity.day());
    if (steps.isEmpty() || adult.isEmpty() || activity.seconds() <= 0) {
      account.miss(Measure.BODY_ENERGY, "no_factor", vehicle.reference());
      return;
    }
    double kilograms = adult.get().number("kilograms") * activity.persons();
    double met =
        Interpolation.at(
            column(steps, "kilometresPerHour"), column(steps, "met"), activity.kilometresPerHour());
    double hours = activity.seconds() / 3_600;
    account.add(Measure.BODY_ENERGY, met * kilograms * hours * 1e3, nearest(steps, activity));
    rules
        .find("effort", vehicle.id() + "-climb", activity.day())
        .filter(row -> activity.climbMetres() > 0)
        .ifPresent(row ->
            account.add(
                Measure.BODY_ENERGY,
                row.number("kcalPerKgAndMetre") * kilograms * activity.climbMetres() * 1e3,
                row));
  }

  /// The rows `walk-1`, `walk-2` …, by rising speed.
  private List<RuleRow> steps(String vehicle, Activity activity) {
    List<RuleRow> steps = new ArrayList<>();
    for (int step = 1; ; step++) {
      Optional<RuleRow> row = rules.find("effort", vehicle + "-" + step, activity.day());
      if (row.isEmpty()) {
        return steps;
      }
      steps.add(row.get());
    }
  }

  private static RuleRow nearest(List<RuleRow> steps, Activity activity) {
    RuleRow best = steps.getFirst();
    for (RuleRow step : steps) {
      if (distance(step, activity) < distance(best, activity)) {
        best = step;
      }
    }
    return best;
  }

  private static double distance(RuleRow step, Activity activity) {
    return Math.abs(step.number("kilometresPerHour") - activity.kilometresPerHour());
  }

  private static double[] column(List<RuleRow> rows, String name) {
    double[] values = new double[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows.get(i).number(name);
    }
    return values;
  }
}
