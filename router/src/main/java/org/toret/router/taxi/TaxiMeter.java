package org.toret.router.taxi;

import java.util.OptionalDouble;
import org.toret.base.rules.RuleRow;

/// A taximeter in single application of the tariff: of distance and time the dearer one counts. It
/// knows up to three steps, each until the meter shows an amount. A ride counts as even: all of it
/// at its mean speed, which is the least that distance and time can make of it.
final class TaxiMeter {

  private static final int STEPS = 3;
  private static final double SECONDS_PER_HOUR = 3600;
  private static final double METRES_PER_KM = 1000;

  private final RuleRow tariff;

  /// What the meter shows.
  ///
  /// @param amount in the currency's unit
  /// @param known whether all of it is known; else it shows at least that
  record Shown(double amount, boolean known) {}

  TaxiMeter(RuleRow tariff) {
    this.tariff = tariff;
  }

  Shown run(int metres, int seconds) {
    double shown = tariff.number("flagFall");
    double left = 1;
    boolean known = true;
    for (int step = 1; step <= STEPS && left > 0; step++) {
      OptionalDouble perKm = number("perKm", step);
      OptionalDouble perHour = number("perHour", step);
      known &= perKm.isPresent() && perHour.isPresent();
      double whole =
          Math.max(
              perKm.orElse(0) * metres / METRES_PER_KM,
              perHour.orElse(0) * seconds / SECONDS_PER_HOUR);
      double limit = number("upTo", step).orElse(Double.POSITIVE_INFINITY);
      double share = whole <= 0 ? left : Math.min(left, Math.max(0, limit - shown) / whole);
      shown += share * whole;
      left -= share;
    }
    return new Shown(Math.max(shown, tariff.findNumber("minimum").orElse(0)), known);
  }

  private OptionalDouble number(String column, int step) {
    return tariff.findNumber(step == 1 ? column : column + step);
  }
}
