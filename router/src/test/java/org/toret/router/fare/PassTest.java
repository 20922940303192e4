package org.toret.router.fare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toret.router.fare.FareTown.ride;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Passes in the pocket and tickets that hold on another feed's vehicles.
@Tag("CO-07")
final class PassTest {

  private static final String PASS = "feed,product,name,on,network,area,stops,period";

  /// Routes 0 to 4 are the city's, networks by number; 5 to 9 are a railway without fares.
  private static FareCalendar calendar() {
    FareTown city =
        new FareTown(
            "t",
            "offer city 190",
            "offer out 380",
            "leg in 1 city",
            "leg out 2 out",
            "change in in free 6000",
            "change out in free 6000",
            "change out out free 6000");
    return new FareTables()
        .table(
            "fare-pass",
            PASS,
            "u,t,month,Formula U,,1,,,month",
            "u-rail,t,month,Formula U,r,,,N O P,month",
            "w,t,week,Week,,,,,week",
            "d,t,days,Days,,,,,3d",
            "y,t,twelve,Twelve,,,,,12m")
        .over(city, new FareTown("r"));
  }

  @Test
  void aPassLeavesOnlyWhatItDoesNotCover() {
    FareResult fare = price(hold("month", "2026-09-01"), "1 A-B 08:00-08:10", "2 B-C 08:20-08:50");

    assertThat(fare.cents()).isEqualTo(380);
    assertThat(fare.items()).extracting(FareItem::name).containsExactly("out", "Formula U");
    assertThat(fare.items().getLast().rule()).isEqualTo("fare-pass@2026-01-01#u");
    assertThat(fare.items().getLast().legs()).containsExactly(0);
  }

  @Test
  void aPassDoesNotEndTheTicketInHand() {
    assertThat(
            price(
                    hold("month", "2026-09-01"),
                    "2 A-B 08:00-08:20",
                    "1 B-C 08:25-08:35",
                    "2 C-D 08:40-08:50")
                .cents())
        .isEqualTo(380);
  }

  @Test
  void aPassHoldsOnTheRailwayBetweenItsStations() {
    FareOptions month = hold("month", "2026-09-20");

    assertThat(price(month, "1:5 N-P 08:00-08:20").cents()).isZero();
    FareResult beyond = price(month, "1:5 N-Q 08:00-08:20");
    assertThat(beyond.known()).isFalse();
    assertThat(beyond.reason()).isEqualTo("no_fare_data");
    assertThat(price(FareOptions.ordinary(), "1:5 N-P 08:00-08:20").known()).isFalse();
  }

  @Test
  void aPassLastsAsItsCalendarSays() {
    // the rides are on Tuesday, 15 September 2026
    assertThat(isFree("month", "2026-09-30")).isTrue();
    assertThat(isFree("month", "2026-08-31")).isFalse();
    assertThat(isFree("week", "2026-09-14")).isTrue();
    assertThat(isFree("week", "2026-09-13")).isFalse();
    assertThat(isFree("days", "2026-09-13")).isTrue();
    assertThat(isFree("days", "2026-09-12")).isFalse();
    assertThat(isFree("twelve", "2025-09-16")).isTrue();
    assertThat(isFree("twelve", "2025-09-15")).isFalse();
    assertThat(isFree("days", "2026-09-16")).isFalse();
  }

  @Test
  void aPassWithoutADateIsTakenToBeValid() {
    HeldProduct any = new HeldProduct("t", "month", HeldProduct.UNUSED);

    assertThat(price(FareOptions.ordinary().withHolds(List.of(any)), "1 A-B 08:00-08:10").cents())
        .isZero();
  }

  @Test
  void aTicketOfTheCityPaysForTheTrainInsideIt() {
    FareTown city = new FareTown("t", "offer city 190", "leg in 1 city", "change in in free 6000");
    FareCalendar calendar =
        new FareTables()
            .table("fare-adoption", "feed,network,stops,as,asNetwork", "sfm,r,,N O,t,1")
            .over(city, new FareTown("r"));
    FareEngine engine = calendar.on(FareTown.DAY);

    FareResult inside =
        engine.price(ride("1 A-B 08:00-08:10", "1:5 N-o 08:20-08:30"), FareOptions.ordinary());
    assertThat(inside.cents()).isEqualTo(190);
    assertThat(inside.items().getFirst().legs()).containsExactly(0, 1);
    assertThat(engine.price(ride("1:5 N-P 08:20-08:30"), FareOptions.ordinary()).reason())
        .isEqualTo("no_fare_data");
  }

  private static boolean isFree(String product, String day) {
    return price(hold(product, day), "1 A-B 08:00-08:10").cents() == 0;
  }

  private static FareOptions hold(String product, String day) {
    long from = LocalDate.parse(day).atTime(6, 0).atZone(ZoneId.of("Europe/Rome")).toEpochSecond();
    return FareOptions.ordinary().withHolds(List.of(new HeldProduct("t", product, from)));
  }

  private static FareResult price(FareOptions options, String... rides) {
    return calendar().on(FareTown.DAY).price(ride(rides), options);
  }
}
