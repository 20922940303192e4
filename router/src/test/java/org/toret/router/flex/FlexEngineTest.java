package org.toret.router.flex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toret.router.flex.FlexTown.AN_HOUR;
import static org.toret.router.flex.FlexTown.CENTRE;
import static org.toret.router.flex.FlexTown.DAY_BEFORE;
import static org.toret.router.flex.FlexTown.NO_RULE;
import static org.toret.router.flex.FlexTown.REAL_TIME;
import static org.toret.router.flex.FlexTown.STOP;
import static org.toret.router.flex.FlexTown.VILLAGE;
import static org.toret.router.flex.FlexTown.ask;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.network.flex.BookingType;

/// Rides in the [FlexTown]: from 1 km to 7 km one drives 600 s.
final class FlexEngineTest {

  private static final String MORNING = "8:00-12:00";

  private static FlexEngine town(int rule) {
    return new FlexTown().trip(VILLAGE, MORNING, CENTRE, MORNING, rule).engine();
  }

  @Test
  @Tag("OD-02")
  void carriesFromDoorToDoorAtTheTimeAsked() {
    assertThat(ask(town(REAL_TIME), 1000, 7000, "0 09:00", "0 07:00"))
        .containsExactly("09:00 09:10, until 09:00");
  }

  @Test
  @Tag("OD-02")
  void neverBackAgainstTheOrderOfTheTrip() {
    assertThat(ask(town(REAL_TIME), 7000, 1000, "0 09:00", "0 07:00")).isEmpty();
  }

  @Test
  @Tag("OD-02")
  void bothDoorsMustLieInsideTheAreas() {
    FlexEngine town = town(REAL_TIME);
    assertThat(ask(town, 1990, 5010, "0 09:00", "0 07:00")).hasSize(1);
    assertThat(ask(town, 2010, 5010, "0 09:00", "0 07:00")).isEmpty();
    assertThat(ask(town, 1990, 4990, "0 09:00", "0 07:00")).isEmpty();
  }

  @Test
  @Tag("OD-02")
  void waitsForTheWindowAndHeedsItsEnd() {
    FlexEngine town = town(REAL_TIME);
    assertThat(ask(town, 1000, 7000, "0 07:30", "0 07:00"))
        .containsExactly("08:00 08:10, until 08:00");
    assertThat(ask(town, 1000, 7000, "0 06:30", "0 06:00")).isEmpty();
    assertThat(ask(town, 1000, 7000, "0 11:50", "0 07:00"))
        .containsExactly("11:50 12:00, until 11:50");
    assertThat(ask(town, 1000, 7000, "0 11:51", "0 07:00")).isEmpty();
  }

  @Test
  @Tag("OD-02")
  void dropsOffWithinItsOwnWindow() {
    FlexEngine town =
        new FlexTown().trip(VILLAGE, MORNING, CENTRE, "10:00-11:00", NO_RULE).engine();
    assertThat(ask(town, 1000, 7000, "0 09:00", "0 07:00"))
        .containsExactly("09:50 10:00, until 09:50");
  }

  @Test
  @Tag("OD-02")
  void runsOnTheDaysOfItsService() {
    FlexEngine town = town(REAL_TIME);
    assertThat(ask(town, 1000, 7000, "4 09:00", "0 07:00")).hasSize(1);
    assertThat(ask(town, 1000, 7000, "5 09:00", "0 07:00")).isEmpty();
  }

  @Test
  @Tag("OD-02")
  void servesTheNightOnTheServiceDayBefore() {
    FlexEngine town =
        new FlexTown().trip(VILLAGE, "22:00-26:00", CENTRE, "22:00-27:00", 0).engine();
    assertThat(ask(town, 1000, 7000, "5 01:00", "0 07:00"))
        .containsExactly("5 01:00 5 01:10, until 5 01:00");
    assertThat(ask(town, 1000, 7000, "0 01:00", "0 00:00")).isEmpty();
  }

  @Test
  @Tag("OD-02")
  void arrivesInTimeAsLateAsItCan() {
    FlexEngine town = town(AN_HOUR);
    assertThat(ask(town, 1000, 7000, "0 <10:00", "0 07:00"))
        .containsExactly("09:50 10:00, until 08:50");
    assertThat(ask(town, 1000, 7000, "0 <12:30", "0 07:00"))
        .containsExactly("11:50 12:00, until 10:50");
    assertThat(ask(town, 1000, 7000, "0 <08:05", "0 07:00")).isEmpty();
    assertThat(ask(town, 1000, 7000, "0 <10:00", "0 09:00")).isEmpty();
  }

  @Test
  @Tag("OD-02")
  void walksToTheStopOfAGroup() {
    FlexEngine town = new FlexTown().trip(VILLAGE, MORNING, STOP, MORNING, REAL_TIME).engine();
    // 500 s of driving to 6 km, 133 m on foot at 1.33 m/s
    assertThat(ask(town, 1000, 6133, "0 09:00", "0 07:00"))
        .containsExactly("09:00 09:10, until 09:00");
    assertThat(ask(town, 1000, 7500, "0 09:00", "0 07:00")).isEmpty();
  }

  @Test
  @Tag("OD-02")
  void takesLongerWhereTheFeedSaysSo() {
    FlexEngine town = new FlexTown().slowTrip(VILLAGE, MORNING, CENTRE, MORNING, 1.5, 120).engine();
    assertThat(ask(town, 1000, 7000, "0 09:00", "0 07:00"))
        .containsExactly("09:00 09:17, until 09:00");
  }

  @Test
  @Tag("OD-02")
  void theBestTripOfARouteIsTold() {
    FlexEngine town =
        new FlexTown()
            .trip(VILLAGE, "9:30-10:00", CENTRE, MORNING, NO_RULE)
            .trip(VILLAGE, "9:15-10:00", CENTRE, MORNING, NO_RULE)
            .engine();
    assertThat(ask(town, 1000, 7000, "0 09:00", "0 07:00"))
        .containsExactly("09:15 09:25, until 09:15");
  }

  @Test
  @Tag("OD-03")
  void whoBooksInRealTimeWaitsFromNow() {
    assertThat(ask(town(REAL_TIME), 1000, 7000, "0 09:00", "0 09:20"))
        .containsExactly("09:20 09:30, until 09:20");
  }

  @Test
  @Tag("OD-03")
  void noticeOfAnHourDelaysTheRide() {
    FlexEngine town = town(AN_HOUR);
    assertThat(ask(town, 1000, 7000, "0 09:00", "0 08:00"))
        .containsExactly("09:00 09:10, until 08:00");
    assertThat(ask(town, 1000, 7000, "0 09:00", "0 08:25"))
        .containsExactly("09:25 09:35, until 08:25");
    assertThat(ask(town, 1000, 7000, "0 09:00", "0 09:01")).isEmpty();
  }

  @Test
  @Tag("OD-03")
  void bookingTheDayBeforeEndsAtFiveOnAServiceDay() {
    FlexEngine town = town(DAY_BEFORE);
    assertThat(ask(town, 1000, 7000, "1 09:00", "0 17:00"))
        .containsExactly("1 09:00 1 09:10, until 17:00");
    assertThat(ask(town, 1000, 7000, "1 09:00", "0 17:01")).isEmpty();
    assertThat(ask(town, 1000, 7000, "7 09:00", "4 16:00"))
        .containsExactly("7 09:00 7 09:10, until 4 17:00");
    assertThat(ask(town, 1000, 7000, "7 09:00", "5 10:00")).isEmpty();
  }

  @Test
  @Tag("OD-03")
  void bookingIsToldWithItsBeginning() {
    FlexQuery query =
        new FlexQuery(
            FlexTown.at(1000),
            FlexTown.at(7000),
            FlexTown.epoch("14 09:00"),
            false,
            3600,
            FlexTown.epoch("0 07:00"),
            org.toret.router.walk.WalkOptions.upTo(2000));
    FlexBooking days = town(DAY_BEFORE).find(query).getFirst().booking();
    assertThat(days.type()).isEqualTo(BookingType.PRIOR_DAYS);
    // seven weekdays before Monday of the third week
    assertThat(days.opens()).isEqualTo(FlexTown.epoch("3 08:00"));
    assertThat(days.phone()).isEqualTo("011");
    FlexBooking hour = town(AN_HOUR).find(query).getFirst().booking();
    assertThat(hour.opens()).isEqualTo(FlexTown.epoch("12 09:00"));
    FlexBooking now = town(REAL_TIME).find(query).getFirst().booking();
    assertThat(now.opens()).isEqualTo(FlexBooking.ALWAYS);
  }
}
