package org.toret.base.impact;

import java.util.ArrayList;
import java.util.List;
import org.toret.base.rules.RuleReference;
import org.toret.base.rules.RuleRow;

/// Gathers the lines of one activity and adds them up. Each line is rounded once, so that the lines
/// shown add up to the sum shown.
final class Account {

  private final List<ImpactItem> items = new ArrayList<>();
  private final Quantity[] sums = new Quantity[Measure.values().length];

  Account() {
    java.util.Arrays.fill(sums, Quantity.ZERO);
  }

  void add(Measure measure, double amount, RuleRow factor) {
    put(measure, Quantity.known(Math.round(amount)), factor);
  }

  void miss(Measure measure, String reason, RuleReference asked) {
    put(new ImpactItem(measure, Quantity.unknown(reason, 0, Quantity.UNBOUNDED), asked, ""));
  }

  /// Unknown, but bounded by a row.
  void bound(Measure measure, String reason, double atMost, RuleRow limit) {
    put(measure, Quantity.unknown(reason, 0, (long) Math.ceil(atMost)), limit);
  }

  Impact impact() {
    return new Impact(
        sum(Measure.ENERGY),
        sum(Measure.CO2E),
        sum(Measure.TANK_TO_WHEEL_CO2E),
        sum(Measure.NOX),
        sum(Measure.PM),
        sum(Measure.BODY_ENERGY),
        items);
  }

  private Quantity sum(Measure measure) {
    return sums[measure.ordinal()];
  }

  private void put(Measure measure, Quantity amount, RuleRow factor) {
    put(new ImpactItem(measure, amount, factor.reference(), factor.sourceText()));
  }

  private void put(ImpactItem item) {
    int measure = item.measure().ordinal();
    sums[measure] = sums[measure].plus(item.amount());
    items.add(item);
  }
}
