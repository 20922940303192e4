package org.toret.network.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toret.network.sharing.SharingRows.PlanRow;
import org.toret.network.sharing.SharingRows.StepRow;
import org.toret.network.sharing.SharingRows.SystemRow;

/// Prices computed by hand from the wording of GBFS, system_pricing_plans.
@Tag("SH-03")
final class PricingPlansTest {

  private static final int NO_END = PriceSteps.NO_END;

  /// Half an hour free, then 0.80 until the hour, 1.50 until one and a half, 2.00 for each hour.
  private static final List<StepRow> STEPS =
      List.of(
          new StepRow(30, 800_000, 30, 60),
          new StepRow(60, 1_500_000, 30, 90),
          new StepRow(90, 2_000_000, 60, NO_END));

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "29.9, 0",
    "30, 0",
    "30.1, 80",
    "60, 80",
    "61, 230",
    "90, 230",
    "91, 430",
    "150, 430",
    "151, 630"
  })
  void aPriceBySteps(double minutes, int cents) {
    assertThat(plans(0, List.of(), STEPS).cents(0, minutes, 5)).isEqualTo(cents);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 1, 155", "10, 1, 200", "10.2, 1, 205", "10, 2.5, 200", "10, 3.1, 212"})
  void unlockingMinutesAndKilometres(double minutes, double kilometres, int cents) {
    var byMinute = List.of(new StepRow(0, 50_000, 1, NO_END));
    var byKilometre = List.of(new StepRow(3, 120_000, 1, NO_END));
    assertThat(plans(1_500_000, byKilometre, byMinute).cents(0, minutes, kilometres))
        .isEqualTo(cents);
  }

  @ParameterizedTest
  @CsvSource({"5, 100", "5.5, 130", "40, 130"})
  void anIntervalOfZeroIsChargedOnce(double minutes, int cents) {
    var once = List.of(new StepRow(5, 300_000, 0, NO_END));
    assertThat(plans(1_000_000, List.of(), once).cents(0, minutes, 0)).isEqualTo(cents);
  }

  private static PricingPlans plans(
      long priceMicros, List<StepRow> byKilometre, List<StepRow> byMinute) {
    SystemRow system = new SystemRow("s", "s", "S", "3.0", "", "");
    PlanRow plan = new PlanRow("p", "P", "EUR", priceMicros, 0, byKilometre, byMinute);
    return new SharingBuilder()
        .add(system, List.of(), List.of(), List.of(plan), List.of())
        .build()
        .plans();
  }
}
