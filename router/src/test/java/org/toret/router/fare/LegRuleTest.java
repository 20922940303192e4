package org.toret.router.fare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toret.router.fare.FareTown.ride;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.network.fare.build.FareRows;

/// Which leg rules hold for a leg: areas, networks, timeframes, priorities, riders, joined legs.
@Tag("CO-04")
final class LegRuleTest {

  private static final FareOptions ORDINARY = FareOptions.ordinary();

  @Test
  void withoutPrioritiesAnEmptyCellMeansWhatNoRuleNames() {
    FareTown town =
        new FareTown("t", "offer metro 100", "offer other 200", "leg - 1 metro", "leg - - other");

    assertThat(cents(town, "1 A-B 08:00-08:10")).isEqualTo(100);
    assertThat(cents(town, "2 A-B 08:00-08:10")).isEqualTo(200);
  }

  @Test
  void withPrioritiesAnEmptyCellMeansAnything() {
    FareTown town =
        new FareTown("t", "offer metro 300", "offer other 200", "leg - 1 metro", "leg - - other")
            .with(fares -> fares.prioritised());

    assertThat(cents(town, "1 A-B 08:00-08:10")).isEqualTo(200);
  }

  @Test
  void theHighestPriorityWinsEvenIfDearer() {
    FareTown town =
        new FareTown("t", "offer airport 900", "offer city 200", "leg - - city")
            .with(fares -> fares.prioritised().addStopArea("airport", 'Z'))
            .leg("", "", "", "airport", "", "", "airport", 5);

    assertThat(cents(town, "1 A-Z 08:00-08:30")).isEqualTo(900);
    assertThat(cents(town, "1 A-B 08:00-08:30")).isEqualTo(200);
  }

  @Test
  void areasHoldAtBothEndsAndPassFromStationToPlatform() {
    FareTown town =
        new FareTown("t", "offer one 100", "offer two 200")
            .with(fares ->
                fares.addStopArea("inner", 'A').addStopArea("inner", 'B').addStopArea("outer", 'C'))
            .leg("", "", "inner", "inner", "", "", "one", 0)
            .leg("", "", "inner", "outer", "", "", "two", 0);

    assertThat(cents(town, "1 a-b 08:00-08:10")).isEqualTo(100);
    assertThat(cents(town, "1 a-c 08:00-08:10")).isEqualTo(200);
    FareResult back = town.engine().price(ride("1 c-a 08:00-08:10"), ORDINARY);
    assertThat(back.reason()).isEqualTo("no_fare_rule");
  }

  @Test
  void aPlatformsOwnAreaReplacesItsStations() {
    FareTown town =
        new FareTown("t", "offer one 100", "offer two 200")
            .with(fares ->
                fares.addStopArea("inner", 'A').addStopArea("outer", 'a').addStopArea("inner", 'B'))
            .leg("", "", "inner", "inner", "", "", "one", 0)
            .leg("", "", "outer", "inner", "", "", "two", 0);

    assertThat(cents(town, "1 A-B 08:00-08:10")).isEqualTo(100);
    assertThat(cents(town, "1 a-B 08:00-08:10")).isEqualTo(200);
  }

  @Test
  void timeframesAreReadOnTheLocalClockAndDay() {
    int today = (int) FareTown.DAY.toEpochDay();
    FareTown town =
        new FareTown("t", "offer peak 300", "offer calm 200")
            .with(fares ->
                fares
                    .add(new FareRows.Timeframe("peak", 7 * 3600, 9 * 3600, new int[] {today}))
                    .add(new FareRows.Timeframe("calm", 0, 7 * 3600, new int[] {today}))
                    .add(new FareRows.Timeframe("calm", 9 * 3600, 24 * 3600, new int[] {today})))
            .leg("", "", "", "", "peak", "", "peak", 0)
            .leg("", "", "", "", "calm", "", "calm", 0);

    assertThat(cents(town, "1 A-B 06:59-07:30")).isEqualTo(200);
    assertThat(cents(town, "1 A-B 07:00-07:30")).isEqualTo(300);
    assertThat(cents(town, "1 A-B 08:59-09:30")).isEqualTo(300);
    assertThat(cents(town, "1 A-B 09:00-09:30")).isEqualTo(200);
  }

  @Test
  void anotherDayIsOutsideTheTimeframe() {
    int other = (int) LocalDate.parse("2026-09-16").toEpochDay();
    FareTown town =
        new FareTown("t", "offer p 300")
            .with(fares -> fares.add(new FareRows.Timeframe("day", 0, 86_400, new int[] {other})))
            .leg("", "", "", "", "", "day", "p", 0);

    assertThat(town.engine().price(ride("1 A-B 08:00-08:30"), ORDINARY).reason())
        .isEqualTo("no_fare_rule");
  }

  @Test
  void theDefaultRiderIsMeantWhereNoneIsNamed() {
    FareTown town =
        new FareTown("t", "offer single::adult 200", "offer single::child 90", "leg - - single")
            .with(fares ->
                fares
                    .add(new FareRows.Rider("child", "Child", false))
                    .add(new FareRows.Rider("adult", "Adult", true)));

    assertThat(cents(town, "1 A-B 08:00-08:10")).isEqualTo(200);
    assertThat(town.engine().price(ride("1 A-B 08:00-08:10"), ORDINARY.withRider("child")).cents())
        .isEqualTo(90);
    assertThat(town.engine().price(ride("1 A-B 08:00-08:10"), ORDINARY.withRider("pilot")).cents())
        .isEqualTo(200);
  }

  @Test
  void whatIsNotOfferedToACategoryIsBoughtAsByTheDefaultOne() {
    FareTown town =
        new FareTown("t", "offer night::adult 300", "leg - - night")
            .with(fares ->
                fares
                    .add(new FareRows.Rider("adult", "", true))
                    .add(new FareRows.Rider("child", "", false)));

    assertThat(town.engine().price(ride("1 A-B 08:00-08:10"), ORDINARY.withRider("child")).cents())
        .isEqualTo(300);
  }

  @Test
  void joinedLegsArePricedAsOne() {
    FareTown town =
        new FareTown("t", "offer near 100", "offer far 250")
            .with(fares ->
                fares
                    .addStopArea("x", 'A')
                    .addStopArea("y", 'B')
                    .addStopArea("z", 'C')
                    .add(new FareRows.JoinRule("1", "1", -1, -1)))
            .leg("", "1", "x", "y", "", "", "near", 0)
            .leg("", "1", "y", "z", "", "", "near", 0)
            .leg("", "1", "x", "z", "", "", "far", 0);

    FareResult changedInside =
        town.engine().price(ride("1 A-b 08:00-08:10", "1 B-C 08:20-08:30"), ORDINARY);
    assertThat(changedInside.cents()).isEqualTo(250);
    assertThat(changedInside.items().getFirst().legs()).containsExactly(0, 1);
    assertThat(
            town.engine().price(ride("1 A-B 08:00-08:10", "1 Q-C 08:20-08:30"), ORDINARY).known())
        .isFalse();
  }

  @Test
  void namedStopsJoinLegsAcrossTheStreet() {
    FareTown town =
        new FareTown("t", "offer p 100", "leg - - p")
            .with(fares -> fares.add(new FareRows.JoinRule("1", "2", 'B', 'Q')));

    assertThat(cents(town, "1 A-b 08:00-08:10", "2 q-C 08:20-08:30")).isEqualTo(100);
    assertThat(cents(town, "1 A-b 08:00-08:10", "2 R-C 08:20-08:30")).isEqualTo(200);
  }

  @Test
  void stayingSeatedIsNoNewLeg() {
    FareTown town = new FareTown("t", "offer p 100", "leg - 1 p");

    assertThat(cents(town, "1 A-B 08:00-08:10", "=1 B-C 08:10-08:30")).isEqualTo(100);
    assertThat(cents(town, "1 A-B 08:00-08:10", "1 B-C 08:10-08:30")).isEqualTo(200);
  }

  @Test
  void aProductNotSoldOnTheMediumLeavesThePriceUnknown() {
    FareTown town =
        new FareTown("t", "offer p:app 100", "leg - 1 p")
            .with(fares ->
                fares
                    .add(new FareRows.Medium("app", "", 4))
                    .add(new FareRows.Medium("cash", "", 0)));

    FareResult fare = town.engine().price(ride("1 A-B 08:00-08:10"), ORDINARY.withMedium("cash"));

    assertThat(fare.reason()).isEqualTo("no_fare_offer");
  }

  private static int cents(FareTown town, String... rides) {
    return town.engine().price(ride(rides), ORDINARY).cents();
  }
}
