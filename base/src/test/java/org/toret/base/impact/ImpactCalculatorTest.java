package org.toret.base.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.notice.Notices;
import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleTable;
import org.toret.base.rules.RuleTableReader;

/// Expectations are worked out by hand from the numbers of the sources.
@Tag("CO-02")
final class ImpactCalculatorTest {

  private static final LocalDate DAY = LocalDate.parse("2026-09-15");
  private static final RuleBook TABLES = ImpactTables.load();

  private final ImpactCalculator calculator = new ImpactCalculator(TABLES);

  @Test
  void tenKilometresByMetro() {
    Impact impact = calculator.of(Activity.of("metro", 10_000, 1_200, "IT", DAY));

    // 5.87 kWh/km x 10 km / 47 passengers = 1.24894 kWh; x 287.75 g/kWh = 359.4 g
    assertThat(impact.wattHours()).isEqualTo(Quantity.known(1_249));
    assertThat(impact.gramsCO2e()).isEqualTo(Quantity.known(359));
    assertThat(impact.tankToWheelGramsCO2e()).isEqualTo(Quantity.ZERO);
    assertThat(impact.milligramsNOx()).isEqualTo(Quantity.ZERO);
    assertThat(impact.milligramsPM()).isEqualTo(Quantity.ZERO);
    assertThat(impact.items())
        .extracting(item -> item.measure() + " " + item.factor())
        .contains("ENERGY vehicle@2026-01-01#metro", "CO2E electricity@2026-01-01#IT");
    assertThat(impact.items()).allMatch(item -> !item.source().isEmpty());
  }

  @Test
  void aBusAtEighteenKilometresAnHour() {
    Impact impact = calculator.of(Activity.of("bus-diesel-6", 9_000, 1_800, "IT", DAY));

    // EMEP/EEA at 18 km/h: 14.64 MJ/km, 0.5966 g NOx/km, 7.064 mg PM/km; 9 km, 11 passengers
    assertThat(impact.energy().amount()).isCloseTo(3_327_000, within(3_000L));
    assertThat(impact.gramsCO2e().amount()).isEqualTo(Math.round(14.64 * 9 / 11 * 90.4 / 1));
    assertThat(impact.milligramsNOx().amount()).isEqualTo(Math.round(596.6 * 9 / 11));
    assertThat(impact.milligramsPM().amount()).isEqualTo(Math.round(7.064 * 9 / 11));
  }

  @Test
  void aSlowerBusAndAClimbingBusTakeMore() {
    Activity level = Activity.of("bus", 9_000, 1_800, "IT", DAY);
    long energy = calculator.of(level).energy().amount();

    assertThat(calculator.of(Activity.of("bus", 9_000, 3_000, "IT", DAY)).energy().amount())
        .isGreaterThan(energy);
    assertThat(calculator.of(level.withSlope(90, 90)).energy().amount())
        .isGreaterThan(energy)
        .isLessThan(calculator.of(level.withSlope(180, 180)).energy().amount());
    assertThat(calculator.of(level.withSlope(-180, 0)).energy().amount()).isLessThan(energy);
  }

  @Test
  void aPetrolCarAtItsPhaseSpeed() {
    // 7.162 km in 455 s is the mean speed of the third phase: 7.89 l/100 km x 0.8560
    Impact impact = calculator.of(Activity.of("car-petrol", 7_162, 455, "IT", DAY));

    double litres = 0.0789 * 0.8560 * 7.162;
    assertThat(impact.gramsCO2e().amount()).isEqualTo(Math.round(litres * 32.2 * 89.4));
    assertThat(impact.tankToWheelGramsCO2e().amount()).isEqualTo(Math.round(litres * 32.2 * 75.2));
    assertThat(impact.wattHours().amount()).isEqualTo(Math.round(litres * 32.2 / 3.6 * 1_000));
  }

  /// 300 m up: 95 kg x 9.81 x 300 m = 280 kJ = 77.7 Wh, of which the motor gives 250 of 325 W at 70
  /// % from the socket: 85 Wh beside 10 km at 8 Wh. Down again nothing comes back.
  @Test
  @Tag("BI-01")
  void anEBikeTakesMoreUphill() {
    double joules = 95 * 9.81 * 300;
    long expected = Math.round(80 + joules / 3600 * 250 / 325 / 0.7);
    Activity level = Activity.of("ebike", 10_000, 1_800, "IT", DAY);

    assertThat(calculator.of(level.withSlope(300, 300)).wattHours())
        .isEqualTo(Quantity.known(expected));
    assertThat(calculator.of(level.withSlope(-300, 0)).wattHours()).isEqualTo(Quantity.known(80));
    assertThat(calculator.of(level.withSlope(300, 300)).kcal())
        .isEqualTo(calculator.of(level).kcal());
  }

  @Test
  @Tag("CO-03")
  void nitrogenOfACarIsUnknownUnderItsLegalLimit() {
    Activity drive = Activity.of("car-diesel", 10_000, 900, "IT", DAY).withEuroClass(5);

    Quantity nox = calculator.of(drive).milligramsNOx();

    assertThat(nox).isEqualTo(Quantity.unknown("limit_only", 0, 1_800));
    assertThat(calculator.of(drive).gramsCO2e().known()).isTrue();
    assertThat(calculator.of(drive.withEuroClass(3)).milligramsNOx())
        .isEqualTo(Quantity.unknown("no_factor", 0, Quantity.UNBOUNDED));
  }

  @Test
  void anElectricCarHasACleanExhaust() {
    Impact impact = calculator.of(Activity.of("car-electric", 10_000, 900, "IT", DAY));

    assertThat(impact.milligramsNOx()).isEqualTo(Quantity.ZERO);
    assertThat(impact.gramsCO2e().amount()).isEqualTo(Math.round(0.18005 * 10 * 287.75));
  }

  @Test
  void aPartySharesACarAndMultipliesItsPlacesInATram() {
    Activity tram = Activity.of("tram", 5_000, 900, "IT", DAY);
    Activity car = Activity.of("car-average", 5_000, 900, "IT", DAY);

    assertThat(calculator.of(car.withPersons(3)).co2e()).isEqualTo(calculator.of(car).co2e());
    assertThat(calculator.of(tram.withPersons(3)).energy().amount())
        .isCloseTo(3 * calculator.of(tram).energy().amount(), within(2L));
  }

  @Test
  void theAverageCarLiesBetweenItsFuels() {
    long average = grams("car-average");

    assertThat(average).isBetween(grams("car-electric"), grams("car-petrol"));
    assertThat(TABLES.find("vehicle", "car-average", DAY).orElseThrow().text("mix").split(";"))
        .extracting(part -> Double.parseDouble(part.strip().split(" ")[1]))
        .satisfies(shares -> assertThat(shares.stream().mapToDouble(s -> s).sum()).isEqualTo(1));
  }

  @Test
  @Tag("CO-05")
  void walkingAndCyclingTakeNoFuelButBreakfast() {
    // 4.8 km/h is 3.5 MET: 3.5 kcal/kg/h x 70 kg x 1 h
    Impact walk = calculator.of(Activity.of("walk", 4_800, 3_600, "IT", DAY));
    Impact uphill = calculator.of(Activity.of("walk", 4_800, 3_600, "IT", DAY).withSlope(100, 100));

    assertThat(walk.wattHours()).isEqualTo(Quantity.ZERO);
    assertThat(walk.gramsCO2e()).isEqualTo(Quantity.ZERO);
    assertThat(walk.kcal()).isEqualTo(Quantity.known(245));
    assertThat(uphill.kcal()).isEqualTo(Quantity.known(245 + 63));
    // 17.6 km/h is 6.8 MET
    assertThat(calculator.of(Activity.of("bike", 17_600, 3_600, "IT", DAY)).kcal())
        .isEqualTo(Quantity.known(476));
  }

  @Test
  @Tag("CO-05")
  void theBodyTakesNoFuelInAnyYear() {
    LocalDate then = LocalDate.parse("2014-05-06");
    for (String vehicle : List.of("walk", "bike")) {
      Impact impact = calculator.of(Activity.of(vehicle, 4_000, 900, "IT", then));
      assertThat(impact.wattHours()).isEqualTo(Quantity.ZERO);
      assertThat(impact.gramsCO2e()).isEqualTo(Quantity.ZERO);
      assertThat(impact.kcal())
          .isEqualTo(calculator.of(Activity.of(vehicle, 4_000, 900, "IT", DAY)).kcal());
    }
    assertThat(calculator.of(Activity.of("ebike", 4_000, 900, "IT", then)).wattHours().known())
        .isFalse();
  }

  @Test
  void anEBikeTakesElectricityAndBreakfast() {
    Impact impact = calculator.of(Activity.of("ebike", 10_000, 1_800, "IT", DAY).withPersons(2));

    // 8 Wh/km x 10 km x 2 bicycles = 160 Wh; x 287.75 g/kWh = 46 g; 5.7 MET x 70 kg x 0.5 h x 2
    assertThat(impact.wattHours()).isEqualTo(Quantity.known(160));
    assertThat(impact.gramsCO2e()).isEqualTo(Quantity.known(46));
    assertThat(impact.milligramsNOx()).isEqualTo(Quantity.ZERO);
    assertThat(impact.kcal()).isEqualTo(Quantity.known(399));
    assertThat(impact.items())
        .filteredOn(item -> item.measure() == Measure.CO2E)
        .extracting(item -> item.factor().toString())
        .containsExactly("electricity@2026-01-01#IT");
  }

  @Test
  @Tag("CO-03")
  void whatNoRowCoversIsUnknownAndSaysWhy() {
    Impact escooter = calculator.of(Activity.of("escooter", 1_000, 300, "IT", DAY));
    Impact abroad = calculator.of(Activity.of("tram", 1_000, 300, "XX", DAY));
    Impact longAgo =
        calculator.of(Activity.of("tram", 1_000, 300, "IT", LocalDate.parse("1990-01-01")));

    assertThat(escooter.wattHours().reason()).isEqualTo("no_factor");
    assertThat(abroad.wattHours().known()).isTrue();
    assertThat(abroad.gramsCO2e())
        .isEqualTo(Quantity.unknown("no_electricity_factor", 0, Quantity.UNBOUNDED));
    assertThat(longAgo.wattHours().known()).isFalse();
  }

  @Test
  @Tag("CO-03")
  void sumsKeepTheKnownPartOfAnUnknown() {
    Impact metro = calculator.of(Activity.of("metro", 10_000, 1_200, "IT", DAY));
    Impact escooter = calculator.of(Activity.of("escooter", 1_000, 300, "IT", DAY));

    assertThat(metro.plus(escooter).gramsCO2e())
        .isEqualTo(Quantity.unknown("no_factor", 359, Quantity.UNBOUNDED));
    assertThat(metro.plus(metro).gramsCO2e()).isEqualTo(Quantity.known(719));
  }

  @Test
  void theLinesAddUpToTheSum() {
    Impact impact = calculator.of(Activity.of("car-average", 12_345, 1_111, "IT", DAY));

    long lines =
        impact.items().stream()
            .filter(item -> item.measure() == Measure.CO2E)
            .mapToLong(item -> item.amount().amount())
            .sum();
    assertThat(lines).isEqualTo(impact.co2e().amount());
  }

  @Test
  void aCityStatesItsOwnFleet() {
    RuleTable fleet =
        new RuleTableReader("fleet.csv", new Notices())
            .read(
                """
                # table: vehicle
                # version: 2026-02-01
                # source city: Fleet list of the operator | public | 2026
                row,kind,carrier,use,load,low,medium,high,extraHigh,mix
                bus,mix,,,,,,,,bus-diesel-6 0.5; bus-electric 0.5
                """)
            .orElseThrow();
    ImpactCalculator city = new ImpactCalculator(TABLES.with(List.of(fleet)));
    Activity ride = Activity.of("bus", 9_000, 1_800, "IT", DAY);

    long half = (calculator.of(ride).nox().amount()) / 2;
    assertThat(city.of(ride).nox().amount()).isCloseTo(half, within(1L));
  }

  @Test
  void carClassesReadAsTravellersWriteThem() {
    assertThat(CarClass.parse("diesel:5")).contains(new CarClass(CarClass.Fuel.DIESEL, 5));
    assertThat(CarClass.parse("electric").orElseThrow().vehicle()).isEqualTo("car-electric");
    assertThat(CarClass.parse("steam")).isEmpty();
    assertThat(CarClass.parse("diesel:9")).isEmpty();
    assertThat(CarClass.parse("diesel:")).isEmpty();
  }

  private long grams(String vehicle) {
    return calculator.of(Activity.of(vehicle, 10_000, 900, "IT", DAY)).gramsCO2e().amount();
  }
}
