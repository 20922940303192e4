package org.toret.router.fare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toret.router.fare.FareTown.ride;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.network.fare.ZoneFares;
import org.toret.network.fare.build.FareRows;

/// GTFS Fares v1, after the reference and the examples that go with it.
@Tag("CO-04")
final class ZoneFareTest {

  private static final FareOptions ORDINARY = FareOptions.ordinary();

  @Test
  void theSameFareEverywhereWithoutTransfers() {
    FareTown town = town(fare("only", 470, 0, -1));

    assertThat(cents(town, "1 A-B 08:00-08:10")).isEqualTo(470);
    assertThat(cents(town, "1 A-B 08:00-08:10", "2 B-C 08:20-08:30")).isEqualTo(940);
  }

  @Test
  void transfersWithinTwoHours() {
    // the Toronto example of the GTFS documentation: 3.20, any number of changes, two hours
    FareTown town = town(fare("presto", 320, ZoneFares.UNLIMITED, 7_200));

    assertThat(cents(town, "1 A-B 08:00-08:30", "2 B-C 10:00-10:40")).isEqualTo(320);
    FareResult late = town.engine().price(ride("1 A-B 08:00-08:30", "2 B-C 10:01-10:40"), ORDINARY);
    assertThat(late.cents()).isEqualTo(640);
    assertThat(late.items().getFirst().rule()).isEqualTo("t@v1#fare_attributes:2");
    assertThat(late.items().getFirst().validUntilEpochSeconds()).isEqualTo(FareTown.at("10:00"));
  }

  @Test
  void aDearerFareWithATransferMayBeatTwoCheapOnes() {
    FareTown town = town(fare("single", 200, 0, -1), fare("transfer", 225, 1, -1));

    assertThat(cents(town, "1 A-B 08:00-08:10")).isEqualTo(200);
    assertThat(cents(town, "1 A-B 08:00-08:10", "2 B-C 08:20-08:30")).isEqualTo(225);
    assertThat(cents(town, "1 A-B 08:00-08:10", "2 B-C 08:20-08:30", "3 C-D 08:40-08:50"))
        .isEqualTo(425);
  }

  @Test
  void farePerRoute() {
    FareTown town =
        town(fare("b", 175, 0, -1), fare("c", 500, 0, -1))
            .with(fares ->
                fares
                    .add(rule("b", 1, "", "", ""))
                    .add(rule("b", 2, "", "", ""))
                    .add(rule("c", 3, "", "", "")));

    assertThat(cents(town, "2 A-B 08:00-08:10")).isEqualTo(175);
    assertThat(cents(town, "3 A-B 08:00-08:10")).isEqualTo(500);
    FareResult other =
        town.engine().price(ride("1 A-B 08:00-08:10", "4 B-C 08:20-08:30"), ORDINARY);
    assertThat(other.reason()).isEqualTo("no_fare_rule");
    assertThat(other.atLeastCents()).isEqualTo(175);
    assertThat(other.unknown()).extracting(UnknownFare::leg).containsExactly(1);
  }

  @Test
  void originAndDestinationZonesOfTheWholeRun() {
    FareTown town =
        town(fare("short", 100, 1, -1), fare("long", 300, 1, -1))
            .with(fares ->
                fares
                    .addStopZone("1", 'A')
                    .addStopZone("1", 'B')
                    .addStopZone("2", 'C')
                    .add(rule("short", -1, "1", "1", ""))
                    .add(rule("long", -1, "1", "2", "")));

    assertThat(cents(town, "1 A-B 08:00-08:10")).isEqualTo(100);
    assertThat(cents(town, "1 A-C 08:00-08:10")).isEqualTo(300);
    assertThat(cents(town, "1 A-B 08:00-08:10", "2 B-C 08:20-08:30")).isEqualTo(300);
  }

  @Test
  void zonesPassedMustBeExactlyThoseContained() {
    FareTown town =
        town(fare("two", 200, 0, -1), fare("three", 300, 0, -1))
            .with(fares ->
                fares
                    .addStopZone("5", 'A')
                    .addStopZone("6", 'B')
                    .addStopZone("7", 'C')
                    .add(rule("two", -1, "", "", "5"))
                    .add(rule("two", -1, "", "", "6"))
                    .add(rule("three", -1, "", "", "5"))
                    .add(rule("three", -1, "", "", "6"))
                    .add(rule("three", -1, "", "", "7")));

    assertThat(cents(town, "1 A-B 08:00-08:10")).isEqualTo(200);
    assertThat(cents(town, "1 A-B-C 08:00-08:10")).isEqualTo(300);
    assertThat(town.engine().price(ride("1 A-C 08:00-08:10"), ORDINARY).known()).isFalse();
  }

  @Test
  void stayingSeatedIsNoTransfer() {
    FareTown town = town(fare("only", 100, 0, -1));

    assertThat(cents(town, "1 A-B 08:00-08:10", "=2 B-C 08:10-08:30")).isEqualTo(100);
  }

  @Test
  void aFareOfAnAgencyIsForItsOwnRoutes() {
    FareTown town =
        new FareTown("t")
            .with(fares ->
                fares
                    .add(new FareRows.ZoneFare("x", 100, "EUR", 9, -1, 0, 2))
                    .add(new FareRows.ZoneFare("y", 150, "EUR", 9, -1, 1, 3)));

    assertThat(cents(town, "1 A-B 08:00-08:10", "6 B-C 08:20-08:30")).isEqualTo(250);
  }

  private static FareRows.ZoneFare fare(String id, int cents, int transfers, int seconds) {
    return new FareRows.ZoneFare(id, cents, "EUR", transfers, seconds, -1, 2);
  }

  private static FareRows.ZoneRule rule(
      String fare, int route, String origin, String destination, String contains) {
    return new FareRows.ZoneRule(fare, route, origin, destination, contains);
  }

  private static FareTown town(FareRows.ZoneFare... fares) {
    return new FareTown("t").with(builder -> List.of(fares).forEach(builder::add));
  }

  private static int cents(FareTown town, String... rides) {
    return town.engine().price(ride(rides), ORDINARY).cents();
  }
}
