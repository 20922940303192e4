package org.toret.router.fare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.impact.CarClass;
import org.toret.base.impact.ImpactCalculator;
import org.toret.base.notice.Notices;
import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleTable;
import org.toret.base.rules.RuleTableReader;
import org.toret.router.impact.JourneyImpact;
import org.toret.router.impact.LegImpact;
import org.toret.router.impact.MovedLeg;

@Tag("CO-06")
final class DriveCostsTest {

  private static final RuleBook TABLES = DriveCosts.tables();
  private static final LocalDate DAY = LocalDate.parse("2026-09-15");

  private final DriveCosts costs = new DriveCosts(TABLES, "IT");

  @Test
  void petrolForAKnownSpeed() {
    // 7.162 km in 455 s: 7.89 l/100 km x 0.8560, at 1.684 EUR/l
    FareResult price = costs.price(drive(CarClass.Fuel.PETROL, 7_162, 455, DAY), DAY);

    assertThat(price.cents()).isEqualTo((int) Math.round(0.0789 * 0.856 * 7.162 * 168.4));
    FareItem fuel = price.items().getFirst();
    assertThat(fuel.kind()).isEqualTo("fuel");
    assertThat(fuel.rule()).isEqualTo("fuel-price@2026-01-01#IT-petrol");
    assertThat(fuel.source()).contains("29 December 2025");
  }

  @Test
  void theDayOfTravelSelectsThePrice() {
    LocalDate before = LocalDate.parse("2024-05-01");

    int then = costs.price(drive(CarClass.Fuel.PETROL, 100_000, 0, before), before).cents();
    int now = costs.price(drive(CarClass.Fuel.PETROL, 100_000, 0, DAY), DAY).cents();

    assertThat(then).isEqualTo(1_515);
    assertThat(now).isEqualTo(1_329);
  }

  @Test
  void anElectricCarIsCharged() {
    FareResult price = costs.price(drive(CarClass.Fuel.ELECTRIC, 100_000, 3_600, DAY), DAY);

    // 18.005 kWh at 0.2797 EUR
    assertThat(price.cents()).isEqualTo(504);
    assertThat(price.items()).extracting(FareItem::kind).containsExactly("charge");
  }

  @Test
  void theAverageCarPaysForEveryCarrierOfTheFleet() {
    FareResult price = costs.price(drive(CarClass.Fuel.AVERAGE, 100_000, 0, DAY), DAY);

    assertThat(price.items())
        .extracting(FareItem::name)
        .containsExactly("cng", "diesel", "electricity", "lpg", "petrol");
    assertThat(price.cents()).isEqualTo(price.items().stream().mapToInt(FareItem::cents).sum());
    int petrol = costs.price(drive(CarClass.Fuel.PETROL, 100_000, 0, DAY), DAY).cents();
    assertThat(price.cents()).isCloseTo(petrol, within(petrol / 5));

    FareResult shorter = costs.price(drive(CarClass.Fuel.AVERAGE, 4_000, 0, DAY), DAY);
    assertThat(shorter.items()).extracting(FareItem::cents).doesNotContain(0);
    assertThat(shorter.cents()).isEqualTo(shorter.items().stream().mapToInt(FareItem::cents).sum());
  }

  @Test
  void withoutAPriceTheCostIsUnknown() {
    LocalDate tooEarly = LocalDate.parse("2023-01-01");
    FareResult price = costs.price(drive(CarClass.Fuel.DIESEL, 10_000, 600, tooEarly), tooEarly);

    assertThat(price.reason()).isEqualTo("no_fuel_price");
    assertThat(
            new DriveCosts(TABLES, "XX")
                .price(drive(CarClass.Fuel.AVERAGE, 10_000, 600, DAY), DAY)
                .unknown())
        .hasSize(1);
  }

  @Test
  void aCityBringsItsOwnPrices() {
    RuleTable own =
        new RuleTableReader("prices.csv", new Notices())
            .read(
                """
                # table: fuel-price
                # version: 2026-09-01
                # source us: Our own survey | public | 2026
                row,currency,unit,price
                IT-diesel,EUR,litre,2.000
                """)
            .orElseThrow();

    FareResult price =
        new DriveCosts(TABLES.with(List.of(own)), "IT")
            .price(drive(CarClass.Fuel.DIESEL, 100_000, 0, DAY), DAY);

    assertThat(price.cents()).isEqualTo(1_376);
    assertThat(price.rules()).containsExactly("fuel-price@2026-09-01");
  }

  private static LegImpact drive(CarClass.Fuel fuel, int metres, int seconds, LocalDate day) {
    MovedLeg leg = MovedLeg.drive(0, new CarClass(fuel, 0), metres, seconds, day);
    return JourneyImpact.of(new ImpactCalculator(TABLES), List.of(leg), 1, "IT").legs().getFirst();
  }
}
