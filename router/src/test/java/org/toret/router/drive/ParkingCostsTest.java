package org.toret.router.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notices;
import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleTableReader;
import org.toret.network.parking.CarPark;
import org.toret.network.parking.CarParks;
import org.toret.network.parking.CarParksBuilder;
import org.toret.router.fare.FareResult;

/// 1.50 an hour in steps of half an hour, at most 9.00 a day.
@Tag("ST-05")
final class ParkingCostsTest {

  private static final String TABLE =
      """
      # table: parking-tariff
      # version: 2026-01-01
      # title: Prices for a test
      # validFrom: 2026-01-01
      # numbers: centsPerHour stepMinutes centsPerDay
      # source me: a test | none | 2026
      row,source,validFrom,validTo,currency,centsPerHour,stepMinutes,centsPerDay
      p:a,me,2026-01-01,,EUR,150,30,900
      kerb,me,2026-01-01,,EUR,200,60,
      """;
  private static final LocalDate DAY = LocalDate.of(2026, 9, 15);

  private final CarParks parks =
      new CarParksBuilder()
          .add(new CarPark("p:a", "A", new GeoPoint(45, 7), 10, 0))
          .add(new CarPark("p:b", "B", new GeoPoint(45, 8), 10, CarParks.FREE))
          .add(new CarPark("p:c", "C", new GeoPoint(45, 9), 10, CarParks.FEE))
          .build();

  private FareResult price(int park, int minutes) {
    Notices notices = new Notices();
    RuleBook rules =
        RuleBook.of(List.of(new RuleTableReader("t.csv", notices).read(TABLE).orElseThrow()));
    assertThat(notices.listAll()).isEmpty();
    return new ParkingCosts(rules, parks).price(0, park, minutes, DAY);
  }

  @ParameterizedTest
  @CsvSource({
    "1,75",
    "30,75",
    "31,150",
    "120,300",
    "600,900",
    "1440,900",
    "1500,1050",
    "2880,1800"
  })
  void theStayIsPaidInSteps(int minutes, int cents) {
    FareResult price = price(0, minutes);
    assertThat(price.known()).isTrue();
    assertThat(price.atLeastCents()).isEqualTo(cents);
    assertThat(price.items())
        .singleElement()
        .satisfies(item -> {
          assertThat(item.kind()).isEqualTo("parking");
          assertThat(item.name()).isEqualTo("A");
          assertThat(item.rule()).isEqualTo("parking-tariff@2026-01-01#p:a");
        });
  }

  @Test
  void freeIsFreeAndUnknownIsUnknown() {
    assertThat(price(1, 120).known()).isTrue();
    assertThat(price(1, 120).atLeastCents()).isZero();
    assertThat(price(2, 120).known()).isFalse();
    assertThat(price(2, 120).reason()).isEqualTo("no_parking_price");
    assertThat(price(ParkingPlace.KERB, 61).atLeastCents()).isEqualTo(400);
  }
}
