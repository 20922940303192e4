package org.toret.router.taxi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toret.router.fare.FareResult;
import org.toret.router.fare.UnknownFare;

/// A taxi of some metres beside a ride, and one all the way.
@Tag("OD-07")
final class TaxiWorthTest {

  @ParameterizedTest
  @CsvSource({
    "3000, 3000, 800, 1600, true",
    "3001, 3000, 800, 1600, false",
    "3000, 3000, 801, 1600, false",
    "1000, 9000, 300, 800, true",
    "1000, 9000, 300, 799, false"
  })
  void knownPricesAreCompared(int metres, int next, int part, int whole, boolean worth) {
    assertThat(
            TaxiWorth.isWorth(
                new TaxiWorth.Drive(metres, cents(part)),
                next,
                new TaxiWorth.Drive(100_000, cents(whole))))
        .isEqualTo(worth);
  }

  @ParameterizedTest
  @CsvSource({
    "4000, 4000, 8000, true",
    "4001, 5000, 8000, false",
    "4000, 3999, 8000, false",
    "2000, 4000, 5000, true",
    "2000, 4000, 4999, false"
  })
  void elseKilometresAre(int metres, int next, int whole, boolean worth) {
    FareResult partial =
        new FareResult(900, "EUR", List.of(new UnknownFare(0, "taxi_tariff_partial")), List.of());
    assertThat(
            TaxiWorth.isWorth(
                new TaxiWorth.Drive(metres, cents(700)), next, new TaxiWorth.Drive(whole, partial)))
        .isEqualTo(worth);
  }

  private static FareResult cents(int cents) {
    return new FareResult(cents, "EUR", List.of(), List.of());
  }
}
