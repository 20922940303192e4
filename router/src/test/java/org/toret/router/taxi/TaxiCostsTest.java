package org.toret.router.taxi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.GeoPoint;
import org.toret.router.fare.DriveCosts;
import org.toret.router.fare.FareResult;
import org.toret.router.fare.UnknownFare;

/// The tariffs of Turin: that of 2012 whole, that of 2023 as far as it is known.
@Tag("OD-04")
final class TaxiCostsTest {

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final GeoPoint STATION = new GeoPoint(45.062, 7.678);
  private static final GeoPoint SUPERGA = new GeoPoint(45.08, 7.767);
  private static final GeoPoint MILAN = new GeoPoint(45.48, 9.2);
  private static final LocalDate LIBERATION = LocalDate.of(2018, 4, 25);

  private final TaxiCosts costs = new TaxiCosts(DriveCosts.tables(), ROME, LIBERATION::equals);

  private FareResult price(String time, int metres, int seconds, int persons) {
    long departure = LocalDateTime.parse(time).atZone(ROME).toEpochSecond();
    return costs.price(
        new TaxiCosts.Ride(0, STATION, SUPERGA, departure, seconds, metres, persons));
  }

  /// 3.50 and two kilometres of 1.44 are 6.38.
  @Test
  void shortRideByDay() {
    FareResult fare = price("2018-03-06T10:00", 2000, 240, 1);
    assertThat(fare.known()).isTrue();
    assertThat(fare.atLeastCents()).isEqualTo(638);
    assertThat(fare.currency()).isEqualTo("EUR");
    assertThat(fare.items().getFirst().rule()).isEqualTo("taxi-tariff@2023-07-14#torino");
  }

  /// 4.50 at 1.44 are 3.125 km, 5.00 at 1.05 are 4.762 km, the other 2.113 km at 1.27 are 2.68.
  @Test
  void longRideCrossesTheSteps() {
    assertThat(price("2018-03-06T10:00", 10_000, 900, 1).atLeastCents()).isEqualTo(1568);
  }

  /// Slower than 22.7 km/h time counts: 2 km in 10 minutes are a sixth of 32.70 and 3.50: 8.95, but
  /// from 8.00 on by 25.70 an hour: 4.50 take 8.257 minutes, the other 1.743 are 0.75.
  @Test
  void slowRideIsPaidByTime() {
    assertThat(price("2018-03-06T10:00", 2000, 600, 1).atLeastCents()).isEqualTo(875);
  }

  @Test
  void nightBeforeHolidayBeforeDay() {
    assertThat(price("2018-03-06T23:00", 2000, 240, 1).atLeastCents()).isEqualTo(638 + 250);
    assertThat(price("2018-03-06T05:59", 2000, 240, 1).atLeastCents()).isEqualTo(638 + 250);
    assertThat(price("2018-03-11T10:00", 2000, 240, 1).atLeastCents()).isEqualTo(638 + 150);
    assertThat(price("2018-04-25T10:00", 2000, 240, 1).atLeastCents()).isEqualTo(638 + 150);
    assertThat(price("2018-04-25T22:00", 2000, 240, 1).atLeastCents()).isEqualTo(638 + 250);
  }

  @Test
  void fourShareATaxiAndFiveTakeTwo() {
    assertThat(price("2018-03-06T10:00", 2000, 240, 4).atLeastCents()).isEqualTo(638);
    assertThat(price("2018-03-06T10:00", 2000, 240, 5).atLeastCents()).isEqualTo(1276);
  }

  /// 3.50 and two kilometres of 1.75 are 7.00; beyond 9.00 nothing is known.
  @Test
  void whatATariffDoesNotSayIsUnknownAndNeverZero() {
    FareResult now = price("2026-03-03T10:00", 2000, 240, 1);
    assertThat(now.known()).isFalse();
    assertThat(now.atLeastCents()).isEqualTo(700);
    assertThat(now.unknown()).containsExactly(new UnknownFare(0, "taxi_tariff_partial"));
    assertThat(price("2026-03-03T23:00", 10_000, 900, 1).atLeastCents()).isEqualTo(900 + 250);
  }

  @Test
  void outsideTheAreaAndItsDaysThereIsNoTariff() {
    assertThat(price("2021-03-03T10:00", 2000, 240, 1).unknown())
        .containsExactly(new UnknownFare(0, "no_taxi_tariff"));
    long day = LocalDate.of(2026, 3, 3).atStartOfDay(ROME).toEpochSecond();
    FareResult away = costs.price(new TaxiCosts.Ride(2, STATION, MILAN, day, 6000, 140_000, 1));
    assertThat(away.unknown()).containsExactly(new UnknownFare(2, "no_taxi_tariff"));
    assertThat(costs.isKnownAt(STATION)).isTrue();
    assertThat(costs.isKnownAt(MILAN)).isFalse();
    assertThat(costs.waitSeconds(STATION, day)).isEqualTo(600);
  }
}
