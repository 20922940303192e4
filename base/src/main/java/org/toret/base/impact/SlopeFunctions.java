package org.toret.base.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleRow;

/// The speed functions of one vehicle, interpolated between the slopes they are given for.
final class SlopeFunctions {

  private static final List<String> SLOPES = List.of("down4", "down2", "flat", "up2", "up4");

  /// Where the time is not known: a common commercial speed of urban buses.
  private static final double DEFAULT_KMH = 18;

  private final RuleBook rules;
  private final String vehicle;
  private final Activity activity;
  private final double speedKmh;

  SlopeFunctions(RuleBook rules, String vehicle, Activity activity) {
    this.rules = rules;
    this.vehicle = vehicle;
    this.activity = activity;
    speedKmh = activity.kilometresPerHour() > 0 ? activity.kilometresPerHour() : DEFAULT_KMH;
  }

  /// The function on level ground, which stands for the set.
  Optional<RuleRow> find(String measure) {
    return row(measure, "flat");
  }

  /// Megajoules or grams per kilometre.
  double value(String measure) {
    double slope = activity.metres() > 0 ? activity.riseMetres() / activity.metres() : 0;
    List<RuleRow> rows = new ArrayList<>();
    for (String name : slope == 0 ? List.of("flat") : SLOPES) {
      row(measure, name).ifPresent(rows::add);
    }
    double[] slopes = new double[rows.size()];
    double[] values = new double[rows.size()];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = rows.get(i).number("slope");
      values[i] = SpeedFunction.at(rows.get(i), speedKmh);
    }
    return Interpolation.at(slopes, values, slope);
  }

  private Optional<RuleRow> row(String measure, String slope) {
    return rules.find("emission-function", vehicle + "-" + measure + "-" + slope, activity.day());
  }
}
