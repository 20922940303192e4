package org.toret.base.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleRow;

/// What walking and cycling cost the body, by the multiples of rest of the Compendium of Physical
/// Activities; climbing on foot adds its own part. No fuel, no emissions: known zeros.
final class Effort {

  private final RuleBook rules;

  /// Of each vehicle the steps of the day that was asked about last.
  private final Map<String, Steps> known = new ConcurrentHashMap<>();

  /// The rows `walk-1`, `walk-2` …, by rising speed.
  private record Steps(LocalDate day, List<RuleRow> rows, double[] speeds, double[] mets) {

    RuleRow nearest(double kilometresPerHour) {
      int best = 0;
      for (int i = 1; i < speeds.length; i++) {
        boolean nearer =
            Math.abs(speeds[i] - kilometresPerHour) < Math.abs(speeds[best] - kilometresPerHour);
        best = nearer ? i : best;
      }
      return rows.get(best);
    }
  }

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
    Steps steps = steps(vehicle.id(), activity.day());
    Optional<RuleRow> adult = rules.find("effort", "adult", activity.day());
    if (steps.rows().isEmpty() || adult.isEmpty() || activity.seconds() <= 0) {
      account.miss(Measure.BODY_ENERGY, "no_factor", vehicle.reference());
      return;
    }
    double kilograms = adult.get().number("kilograms") * activity.persons();
    double speed = activity.kilometresPerHour();
    double met = Interpolation.at(steps.speeds(), steps.mets(), speed);
    double hours = activity.seconds() / 3_600;
    account.add(Measure.BODY_ENERGY, met * kilograms * hours * 1e3, steps.nearest(speed));
    if (activity.climbMetres() <= 0) {
      return;
    }
    rules
        .find("effort", vehicle.id() + "-climb", activity.day())
        .ifPresent(row ->
            account.add(
                Measure.BODY_ENERGY,
                row.number("kcalPerKgAndMetre") * kilograms * activity.climbMetres() * 1e3,
                row));
  }

  private Steps steps(String vehicle, LocalDate day) {
    Steps last = known.get(vehicle);
    if (last != null && last.day().equals(day)) {
      return last;
    }
    List<RuleRow> rows = new ArrayList<>();
    Optional<RuleRow> row = rules.find("effort", vehicle + "-1", day);
    while (row.isPresent()) {
      rows.add(row.get());
      row = rules.find("effort", vehicle + "-" + (rows.size() + 1), day);
    }
    Steps steps = new Steps(day, rows, column(rows, "kilometresPerHour"), column(rows, "met"));
    known.put(vehicle, steps);
    return steps;
  }

  private static double[] column(List<RuleRow> rows, String name) {
    double[] values = new double[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows.get(i).number(name);
    }
    return values;
  }
}
