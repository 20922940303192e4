package org.toret.router.fare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toret.router.fare.FareTown.at;
import static org.toret.router.fare.FareTown.ride;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.network.fare.build.FareRows;

/// GTFS Fares v2, case by case, as the reference states it. Prices worked out by hand.
@Tag("CO-04")
final class FareEngineTest {

  private static final FareOptions ORDINARY = FareOptions.ordinary();

  /// City 100 of Turin: bus and metro, 100 minutes from the first boarding, one metro ride.
  private final FareTown turin =
      new FareTown(
              "gtt",
              "offer city:digital 190",
              "offer city:paper 200",
              "offer daily:digital 400",
              "offer daily:paper 450",
              "offer bima 380",
              "leg bus 1 city",
              "leg metro 2 city",
              "leg day 1 daily",
              "leg day 2 daily",
              "leg bim 3 bima",
              "change bus bus free 6000 -1",
              "change bus metro free 6000",
              "change metro bus free 6000",
              "change day day free 86400 -1",
              "change bim bim free 6000 -1",
              "change bim bus free 6000")
          .with(fares ->
              fares
                  .prioritised()
                  .add(new FareRows.Medium("digital", "App", 4))
                  .add(new FareRows.Medium("paper", "Carta", 1)));

  @Test
  void aSingleRideIsTheCheapestTicketOnTheCheapestMedium() {
    FareResult fare = turin.engine().price(ride("1 A-B 08:00-08:20"), ORDINARY);

    assertThat(fare.cents()).isEqualTo(190);
    assertThat(fare.currency()).isEqualTo("EUR");
    FareItem ticket = fare.items().getFirst();
    assertThat(ticket.product()).isEqualTo("city");
    assertThat(ticket.medium()).isEqualTo("App");
    assertThat(ticket.legs()).containsExactly(0);
    assertThat(ticket.validUntilEpochSeconds()).isEqualTo(at("09:40"));
    assertThat(ticket.rule()).isEqualTo("gtt@v1#fare_leg_rules:7");
    assertThat(fare.rules()).containsExactly("gtt@v1");
  }

  @Test
  void theMediumAskedForIsUsed() {
    List<RiddenLeg> rides = ride("1 A-B 08:00-08:20");

    assertThat(turin.engine().price(rides, ORDINARY.withMedium("paper")).cents()).isEqualTo(200);
    assertThat(turin.engine().price(rides, ORDINARY.withMedium("seal")).cents()).isEqualTo(190);
  }

  @Test
  void withinTheHundredMinutesTransfersAreFree() {
    FareResult fare =
        turin
            .engine()
            .price(ride("1 A-B 08:00-08:20", "2 B-C 08:30-08:40", "1 C-D 09:40-10:10"), ORDINARY);

    assertThat(fare.cents()).isEqualTo(190);
    assertThat(fare.items()).extracting(FareItem::legs).containsExactly(List.of(0, 1, 2));
  }

  @Test
  void theHundredMinutesRunFromTheFirstValidation() {
    // bus 8:00, metro 9:30, bus 9:41: each change is short, but the ticket is 101 minutes old
    List<RiddenLeg> rides = ride("1 A-B 08:00-08:20", "2 B-C 09:30-09:38", "1 C-D 09:41-09:50");

    FareResult fare = turin.engine().price(rides, ORDINARY);

    assertThat(fare.cents()).isEqualTo(380);
    assertThat(fare.items()).hasSize(2);
  }

  @Test
  void metroAfterMetroNeedsANewTicket() {
    assertThat(
            turin.engine().price(ride("2 A-B 08:00-08:10", "2 B-C 08:20-08:30"), ORDINARY).cents())
        .isEqualTo(380);
  }

  @Test
  void aDayTicketWinsOnLongDays() {
    FareResult fare =
        turin
            .engine()
            .price(ride("1 A-B 08:00-08:20", "1 B-C 11:00-11:20", "2 C-D 15:00-15:20"), ORDINARY);

    assertThat(fare.cents()).isEqualTo(400);
    assertThat(fare.items()).singleElement().extracting(FareItem::product).isEqualTo("daily");
  }

  @Test
  void anInterurbanTicketIsGoodForTheBusAfterItButNotBefore() {
    assertThat(
            turin.engine().price(ride("3 A-B 08:00-08:40", "1 B-C 08:50-09:00"), ORDINARY).cents())
        .isEqualTo(380);
    assertThat(
            turin.engine().price(ride("1 A-B 08:00-08:20", "3 B-C 08:30-09:00"), ORDINARY).cents())
        .isEqualTo(190 + 380);
  }

  @Test
  void aLegWithoutRuleIsUnknownAndTheRestIsTheLeastOne() {
    FareResult fare =
        turin
            .engine()
            .price(ride("1 A-B 08:00-08:20", "7 B-C 08:30-08:50", "1 C-D 09:00-09:10"), ORDINARY);

    assertThat(fare.known()).isFalse();
    assertThat(fare.reason()).isEqualTo("no_fare_rule");
    assertThat(fare.unknown()).extracting(UnknownFare::leg).containsExactly(1);
    assertThat(fare.atLeastCents()).isEqualTo(190);
  }

  @Test
  void aFeedWithoutFaresIsUnknown() {
    FareEngine engine = FareTown.engine(turin, new FareTown("sfm"));

    FareResult fare = engine.price(ride("0:1 A-B 08:00-08:20", "1:4 B-C 08:30-08:50"), ORDINARY);

    assertThat(fare.reason()).isEqualTo("no_fare_data");
    assertThat(fare.atLeastCents()).isEqualTo(190);
  }

  @Test
  void whatSeveralFeedsAskAddsUp() {
    FareTown trains = new FareTown("sfm", "offer t 250", "leg - 4 t");

    FareResult fare =
        FareTown.engine(turin, trains)
            .price(
                ride("0:1 A-B 08:00-08:20", "1:4 B-C 08:30-08:50", "0:1 C-D 09:00-09:20"),
                ORDINARY);

    assertThat(fare.cents()).isEqualTo(190 + 250);
    assertThat(fare.items()).extracting(FareItem::legs).containsExactly(List.of(0, 2), List.of(1));
  }

  @Test
  void everyPersonNeedsATicket() {
    FareResult fare = turin.engine().price(ride("1 A-B 08:00-08:20"), ORDINARY.withPersons(3));

    assertThat(fare.cents()).isEqualTo(570);
    assertThat(fare.items().getFirst().cents()).isEqualTo(570);
  }

  @Test
  void aRunningDayTicketPaysForEverythingItCovers() {
    FareOptions holder = ORDINARY.withHolds(List.of(new HeldProduct("gtt", "daily", at("07:00"))));

    FareResult fare = turin.engine().price(ride("1 A-B 08:00-08:20", "3 B-C 11:00-11:30"), holder);

    assertThat(fare.cents()).isEqualTo(380);
    assertThat(fare.items().getFirst().cents()).isZero();
  }

  @Test
  void aHeldTicketIsCalledByItsName() {
    FareTown town =
        new FareTown("t", "leg bus 1 day")
            .with(fares ->
                fares.add(new FareRows.Product("day", "Giornaliero", "", "", 400, "EUR", 2)));
    FareOptions holder =
        ORDINARY.withHolds(List.of(new HeldProduct("t", "day", HeldProduct.UNUSED)));

    assertThat(town.engine().price(ride("1 A-B 08:00-08:20"), holder).items())
        .singleElement()
        .satisfies(item -> {
          assertThat(item.name()).isEqualTo("Giornaliero");
          assertThat(item.product()).isEqualTo("day");
          assertThat(item.cents()).isZero();
        });
  }

  @Test
  void aRunningTicketCoversOnlyWhatStartsInTime() {
    FareOptions holder = ORDINARY.withHolds(List.of(new HeldProduct("gtt", "city", at("07:00"))));

    assertThat(turin.engine().price(ride("1 A-B 08:40-09:00"), holder).cents()).isZero();
    assertThat(turin.engine().price(ride("1 A-B 08:41-09:00"), holder).cents()).isEqualTo(190);
  }

  @Test
  void anUnusedTicketIsSpentOnce() {
    FareOptions holder =
        ORDINARY.withHolds(List.of(new HeldProduct("gtt", "city", HeldProduct.UNUSED)));

    assertThat(turin.engine().price(ride("2 A-B 08:00-08:10", "2 B-C 08:20-08:30"), holder).cents())
        .isEqualTo(190);
  }

  @Test
  void threeLegsUnderTheThreeTransferTypes() {
    // the table of fare_transfer_type: A + AB (+ B), then S + BC (+ C); AB, then S + BC
    String[] prices = {
      "offer a 100",
      "offer b 200",
      "offer c 400",
      "offer ab 10",
      "offer bc 20",
      "leg a 1 a",
      "leg b 2 b",
      "leg c 3 c"
    };
    List<RiddenLeg> rides = ride("1 A-B 08:00-08:10", "2 B-C 08:20-08:30", "3 C-D 08:40-08:50");

    assertThat(chain(prices, 0, 0).price(rides, ORDINARY).cents()).isEqualTo(100 + 10 + 20);
    assertThat(chain(prices, 1, 1).price(rides, ORDINARY).cents())
        .isEqualTo(100 + 10 + 200 + 20 + 400);
    assertThat(chain(prices, 2, 2).price(rides, ORDINARY).cents()).isEqualTo(10 + 20);
    assertThat(chain(prices, 1, 0).price(rides, ORDINARY).cents()).isEqualTo(100 + 10 + 200 + 20);
    assertThat(chain(prices, 2, 1).price(rides, ORDINARY).cents()).isEqualTo(10 + 20 + 400);
  }

  @Test
  void itemsAddUpUnderEveryTransferType() {
    String[] prices = {
      "offer a 100",
      "offer b 200",
      "offer c 400",
      "offer ab 10",
      "offer bc 20",
      "leg a 1 a",
      "leg b 2 b",
      "leg c 3 c"
    };
    List<RiddenLeg> rides = ride("1 A-B 08:00-08:10", "2 B-C 08:20-08:30", "3 C-D 08:40-08:50");
    for (int first = 0; first < 3; first++) {
      for (int second = 0; second < 3; second++) {
        FareResult fare = chain(prices, first, second).price(rides, ORDINARY);
        assertThat(fare.items().stream().mapToInt(FareItem::cents).sum()).isEqualTo(fare.cents());
        assertThat(fare.items().stream().flatMap(item -> item.legs().stream()).distinct())
            .containsExactlyInAnyOrder(0, 1, 2);
      }
    }
  }

  @Test
  void transferCountsAreSpent() {
    FareTown town =
        new FareTown(
            "t",
            "offer p 100",
            "offer half 50",
            "leg g 1 p",
            "change g g free - 1",
            "change g g half - 2");
    FareEngine engine = town.engine();

    // free first change, half for the second, then a new ticket
    assertThat(engine.price(ride("1 A-B 08:00-08:10", "1 B-C 08:20-08:30"), ORDINARY).cents())
        .isEqualTo(100);
    assertThat(
            engine
                .price(
                    ride("1 A-B 08:00-08:10", "1 B-C 08:20-08:30", "1 C-D 08:40-08:50"), ORDINARY)
                .cents())
        .isEqualTo(150);
    assertThat(
            engine
                .price(
                    ride(
                        "1 A-B 08:00-08:10",
                        "1 B-C 08:20-08:30",
                        "1 C-D 08:40-08:50",
                        "1 D-E 09:00-09:10"),
                    ORDINARY)
                .cents())
        .isEqualTo(200);
  }

  @Test
  void theFourKindsOfTimeLimit() {
    // rides 8:00-8:10 and 8:30-8:50: departures 30, to arrival 50, arrival to departure 20,
    // arrivals 40 minutes apart
    int[] minutes = {50, 30, 20, 40};
    for (int type = 0; type < 4; type++) {
      for (int slack = -1; slack <= 0; slack++) {
        FareTown town =
            new FareTown(
                "t",
                "offer p 100",
                "leg g 1 p",
                "change g g free " + (minutes[type] * 60 + slack) + " -1 0 " + type);
        int cents =
            town.engine().price(ride("1 A-B 08:00-08:10", "1 B-C 08:30-08:50"), ORDINARY).cents();
        assertThat(cents).as("type " + type).isEqualTo(slack < 0 ? 200 : 100);
      }
    }
  }

  @Test
  void emptyGroupsOfATransferStandForTheUnnamed() {
    FareTown town =
        new FareTown(
            "t",
            "offer a 100",
            "offer b 200",
            "offer c 400",
            "leg a 1 a",
            "leg b 2 b",
            "leg c 3 c",
            "change a b free -",
            "change - b b -");
    FareEngine engine = town.engine();

    assertThat(engine.price(ride("1 A-B 08:00-08:10", "2 B-C 08:20-08:30"), ORDINARY).cents())
        .isEqualTo(100);
    assertThat(engine.price(ride("3 A-B 08:00-08:10", "2 B-C 08:20-08:30"), ORDINARY).cents())
        .isEqualTo(400 + 200);
    assertThat(engine.price(ride("1 A-B 08:00-08:10", "3 B-C 08:20-08:30"), ORDINARY).cents())
        .isEqualTo(100 + 400);
  }

  @Test
  void aSurchargeCannotBeDeclinedButAnUpgradeCan() {
    String[] rows = {"offer a 100", "offer b 50", "offer ab 80", "leg a 1 a", "leg b 2 b"};
    List<RiddenLeg> rides = ride("1 A-B 08:00-08:10", "2 B-C 08:20-08:30");

    assertThat(
            new FareTown("t", rows)
                .rows("change a b ab - -1 1")
                .engine()
                .price(rides, ORDINARY)
                .cents())
        .isEqualTo(100 + 80 + 50);
    assertThat(
            new FareTown("t", rows)
                .rows("change a b ab - -1 0")
                .engine()
                .price(rides, ORDINARY)
                .cents())
        .isEqualTo(100 + 50);
  }

  @Test
  void aChainIsPaidOnOneMedium() {
    FareTown town =
        new FareTown(
                "t",
                "offer a:app 100",
                "offer a:cash 150",
                "offer b:app 300",
                "offer b:cash 300",
                "offer up:cash 10",
                "leg a 1 a",
                "leg b 2 b",
                "change a b up -")
            .with(fares ->
                fares
                    .add(new FareRows.Medium("app", "", 4))
                    .add(new FareRows.Medium("cash", "", 0)));

    FareResult fare = town.engine().price(ride("1 A-B 08:00-08:10", "2 B-C 08:20-08:30"), ORDINARY);

    assertThat(fare.cents()).isEqualTo(150 + 10);
    assertThat(fare.items()).extracting(FareItem::medium).containsOnly("cash");
    assertThat(
            town.engine()
                .price(ride("1 A-B 08:00-08:10", "2 B-C 08:20-08:30"), ORDINARY.withMedium("app"))
                .cents())
        .isEqualTo(400);
  }

  private static FareEngine chain(String[] rows, int first, int second) {
    return new FareTown("t", rows)
        .rows("change a b ab - -1 " + first, "change b c bc - -1 " + second)
        .engine();
  }
}
