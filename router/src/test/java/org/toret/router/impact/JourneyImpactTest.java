package org.toret.router.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.toret.base.impact.CarClass;
import org.toret.base.impact.Impact;
import org.toret.base.impact.ImpactCalculator;
import org.toret.base.impact.ImpactTables;
import org.toret.base.impact.Measure;
import org.toret.base.impact.Quantity;
import org.toret.network.timetable.Mode;

final class JourneyImpactTest {

  private static final LocalDate DAY = LocalDate.parse("2026-09-15");

  private final ImpactCalculator calculator = new ImpactCalculator(ImpactTables.load());

  @Test
  void aWalkAndAMetroRideAddUp() {
    JourneyImpact journey =
        JourneyImpact.of(
            calculator,
            List.of(
                MovedLeg.by(0, "walk", 400, 300, DAY),
                MovedLeg.ride(1, Mode.METRO, 10_000, 1_200, DAY)),
            1,
            "IT");

    // 5.87 / 47 x 10 kWh; 4.8 km/h is 3.5 MET for 70 kg and five minutes
    assertThat(journey.total().wattHours()).isEqualTo(Quantity.known(1_249));
    assertThat(journey.total().gramsCO2e()).isEqualTo(Quantity.known(359));
    assertThat(journey.total().kcal()).isEqualTo(Quantity.known(20));
    assertThat(journey.legs().get(1).factor(Measure.CO2E)).isEqualTo("electricity@2026-01-01#IT");
    assertThat(journey.legs().get(1).source(Measure.ENERGY)).contains("annexe II", "(2012)");
  }

  @Test
  void oneUnknownLegLeavesTheRestAsLowerBound() {
    JourneyImpact journey =
        JourneyImpact.of(
            calculator,
            List.of(
                MovedLeg.by(0, "escooter", 2_000, 500, DAY),
                MovedLeg.ride(1, Mode.METRO, 10_000, 1_200, DAY)),
            1,
            "IT");

    assertThat(journey.total().gramsCO2e())
        .isEqualTo(Quantity.unknown("no_factor", 359, Quantity.UNBOUNDED));
    assertThat(journey.unknownLegs(Impact::gramsCO2e)).containsExactly(0);
  }

  @Test
  void everyModeOfTheTimetableHasAFactor() {
    for (Mode mode : Mode.values()) {
      JourneyImpact journey =
          JourneyImpact.of(calculator, List.of(MovedLeg.ride(0, mode, 5_000, 900, DAY)), 1, "IT");
      assertThat(journey.total().gramsCO2e().known()).as(mode.id()).isTrue();
      assertThat(journey.total().gramsCO2e().amount()).as(mode.id()).isPositive();
    }
  }

  @Test
  void everyCarHasAFactor() {
    for (CarClass.Fuel fuel : CarClass.Fuel.values()) {
      MovedLeg drive = MovedLeg.drive(0, new CarClass(fuel, 0), 5_000, 600, DAY);
      assertThat(JourneyImpact.of(calculator, List.of(drive), 2, "IT").total().gramsCO2e().known())
          .as(fuel.id())
          .isTrue();
    }
  }
}
