package org.toret.router.fare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.network.fare.FareRules;
import org.toret.network.fare.FeedFares;
import org.toret.router.fare.term.TicketTerms;

/// Tickets that had begun when the journey begins: used for one ride, at the moment told, and good
/// for what the feed's transfers allow from then on; in the engine and in the search alike.
@Tag("CO-28")
final class BegunTicketTest {

  private static final int SEEDS = 2_000;

  /// Like Turin: one ride on the metro (0) a ticket, lines on the surface (1), lines of the belt
  /// (2) whose tickets hold in the city too, day tickets in the city.
  private static FareTown turin() {
    return new FareTown(
        "t",
        "offer city 190",
        "offer daily 400",
        "offer bim 380",
        "leg metro 0 city",
        "leg bus 1 city",
        "leg day 0 daily",
        "leg day 1 daily",
        "leg bim 2 bim",
        "change bus bus free 6000",
        "change bus metro free 6000",
        "change metro bus free 6000",
        "change day day free 86400",
        "change bim bim free 6000",
        "change bim bus free 6000",
        "change bim metro free 6000");
  }

  @Test
  void anExpiredTicketDoesNotPayForTheMetro() {
    assertThat(cents(turin(), "0 A-B 12:20-12:40", "city@07:00")).isEqualTo(190);
    assertThat(cents(turin(), "1 A-B 12:20-12:40", "city@07:00")).isEqualTo(190);
    assertThat(cents(turin(), "0 A-B 12:20-12:40", "city@10:40")).isZero();
    assertThat(cents(turin(), "0 A-B 12:21-12:40", "city@10:40")).isEqualTo(190);
  }

  @Test
  void aTicketOfTheBeltPaysForTheMetroAsItsTransfersSay() {
    assertThat(cents(turin(), "0 A-B 08:40-08:50", "bim@07:00")).isZero();
    assertThat(cents(turin(), "0 A-B 08:41-08:50", "bim@07:00")).isEqualTo(190);
    assertThat(cents(turin(), "0 A-B 08:00-08:10", "bim"))
        .as("not begun by the belt")
        .isEqualTo(190);
    assertThat(cents(turin(), "0 A-B 07:30-07:40, 0 B-C 07:50-08:00", "bim@07:00"))
        .as("from metro to metro there is no transfer")
        .isEqualTo(190);
  }

  /// Four rides in a row on a ticket that allows one change.
  @Test
  void aTicketOfOneChangeHasThatOneLeft() {
    FareTown town = new FareTown("t", "offer p 200", "leg g 1 p", "change g g free 3600 1");

    assertThat(cents(town, "1 A-B 10:30-10:35", "p@10:20")).isZero();
    assertThat(cents(town, "1 A-B 10:30-10:35, 1 B-C 10:38-10:43", "p@10:20")).isEqualTo(200);
    String three = "1 A-B 10:30-10:35, 1 B-C 10:38-10:43, 1 C-D 10:46-10:51";
    assertThat(cents(town, three, "p@10:20")).isEqualTo(200);
    assertThat(cents(town, three, "p")).isEqualTo(200);
    assertThat(cents(town, three, "p@10:20 p@10:21")).isEqualTo(200);
    assertThat(cents(town, three, "p@10:20 p")).isZero();
  }

  @Test
  void aTicketWithoutAnyTransferIsUsedUp() {
    FareTown town = new FareTown("t", "offer p 200", "leg g 1 p");

    assertThat(cents(town, "1 A-B 10:30-10:35", "p")).isZero();
    assertThat(cents(town, "1 A-B 10:30-10:35", "p@10:29")).isEqualTo(200);
  }

  @Test
  void whatATransferCostsIsPaidOnABegunTicketToo() {
    FareTown town =
        new FareTown(
            "t",
            "offer bus 190",
            "offer train 500",
            "offer more 100",
            "leg bus 1 bus",
            "leg train 2 train",
            "change bus train more 3600");

    FareResult fare = town.engine().price(FareTown.ride("2 A-B 08:00-08:10"), holding("bus@07:50"));

    assertThat(fare.items())
        .extracting(FareItem::product, FareItem::cents)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("bus", 0),
            org.assertj.core.groups.Tuple.tuple("more", 100));
    assertThat(fare.items().getFirst().validUntilEpochSeconds()).isEqualTo(FareTown.at("08:50"));
    assertThat(cents(town, "2 A-B 09:00-09:10", "bus@07:50")).isEqualTo(500);
  }

  /// Who buys another ticket in between has the day ticket still.
  @Test
  void aDayTicketStaysInThePocket() {
    String rides = "1 A-B 08:00-08:10, 2 B-C 08:20-08:30, 1 C-D 12:00-12:10";

    assertThat(cents(turin(), rides, "daily@07:00")).isEqualTo(380);
  }

  @Test
  void theRideBeforeCountsUnderTheTermsWhereItIsSure() {
    FareTown town =
        new FareTown("t", "offer m 190", "leg metro 0 m", "leg bus 1 m", "change - - free 6000");
    FareTown only = new FareTown("t", "offer m 190", "leg metro 0 m", "change - - free 6000");
    String[] term = {"fare-term", "feed,product,network,rides,dayEnds", "m,t,m,0,1,"};

    assertThat(cents(laid(town, term), "0 A-B 08:00-08:10", "m@07:50")).isZero();
    assertThat(cents(laid(only, term), "0 A-B 08:00-08:10", "m@07:50")).isEqualTo(190);
    assertThat(cents(laid(only, term), "0 A-B 08:00-08:10", "m")).isZero();
  }

  /// Turin: 100 minutes from the start, by day tickets the service day, a pass its month.
  @Test
  void whatIsOverIsKnownToBe() {
    FareEngine engine =
        new FareTables()
            .table("fare-term", "feed,product,network,rides,dayEnds", "d,t,daily,,,04:00")
            .table(
                "fare-pass",
                "feed,product,name,on,network,area,stops,period",
                "m,t,month,Month,,,,,month")
            .over(turin().rows("offer bundle 1000"))
            .on(FareTown.DAY);

    assertThat(isOver(engine, "city@07:00", "08:40")).isFalse();
    assertThat(isOver(engine, "city@07:00", "08:41")).isTrue();
    assertThat(isOver(engine, "daily@03:00", "03:59")).isFalse();
    assertThat(isOver(engine, "daily@03:00", "04:00")).isTrue();
    assertThat(isOver(engine, "daily@04:00", "23:59")).isFalse();
    assertThat(isOver(engine, "month@07:00", "23:59")).isFalse();
    for (String other : List.of("city", "bundle@01:00", "nothing@01:00", "city@12:00")) {
      assertThat(isOver(engine, other, "09:00")).as(other).isFalse();
    }
    HeldProduct month = new HeldProduct("t", "month", FareTown.at("07:00") - 31 * 86_400L);
    assertThat(engine.isExpired(month, FareTown.at("09:00"))).isTrue();
  }

  private static boolean isOver(FareEngine engine, String held, String time) {
    return engine.isExpired(holding(held).holds().getFirst(), FareTown.at(time));
  }

  @Test
  void theEngineFindsWhatTryingEverythingFinds() {
    int helped = 0;
    int useless = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      FareTown town = RandomFaresTest.town(random);
      FareRules rules = FareTown.rules(town);
      FeedFares fares = rules.feed(0);
      List<RiddenLeg> rides = RandomFaresTest.rides(random);
      List<FareLeg> legs = FareLeg.of(rides, rides, fares, rules.stations(), new LegMatcher(fares));
      List<HeldProduct> holds = RandomTerms.holds(random, 2);
      holds.removeIf(held -> !held.running());
      List<FareLeg> known = legs.stream().filter(leg -> leg.matches().length > 0).toList();
      if (known.isEmpty() || holds.isEmpty()) {
        continue;
      }
      List<FareOracle.Begun> begun = new ArrayList<>();
      for (HeldProduct held : holds) {
        int product = TicketTerms.index(fares.offers().productIds(), held.product());
        begun.add(new FareOracle.Begun(product, held.validFromEpochSeconds()));
      }
      int expected = FareOracle.least(fares, known, List.of(), List.of(), begun);
      FareOptions options = FareOptions.ordinary().withHolds(holds);
      FareResult result = new FareEngine(rules).price(rides, options);
      assertThat(result.atLeastCents()).as("seed %d, %s", seed, holds).isEqualTo(expected);
      assertThat(result.items().stream().mapToInt(FareItem::cents).sum())
          .as("items of seed %d", seed)
          .isEqualTo(expected);
      int without = FareOracle.least(fares, known);
      helped += expected < without ? 1 : 0;
      useless += expected == without ? 1 : 0;
    }
    assertThat(helped).as("journeys that a begun ticket makes cheaper").isGreaterThan(SEEDS / 20);
    assertThat(useless).isGreaterThan(SEEDS / 10);
  }

  /// Some rides, then one at the moment told on a fresh ticket, and the other rides: the begun one
  /// saves no more. Day tickets, which stay in the pocket, aside.
  @Test
  void aBegunTicketIsWorthNoMoreThanAFreshOne() {
    int compared = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      FareTown town = RandomFaresTest.town(random);
      List<RiddenLeg> rides = RandomFaresTest.rides(random);
      FareEngine engine = town.engine();
      String product = "p" + random.nextInt(5);
      TransferMatcher transfers = new TransferMatcher(town.fares());
      int index = TicketTerms.index(town.fares().offers().productIds(), product);
      int[] groups = transfers.groups(index);
      FareResult one = engine.price(rides, holding(product + "@05:50"));
      if (!one.known() || groups.length == 1 && transfers.isKept(index, groups[0])) {
        continue;
      }
      int plain = engine.price(rides, FareOptions.ordinary()).cents();
      int least = plain;
      for (int before = 0; before < rides.size(); before++) {
        int first = engine.price(rides.subList(0, before), FareOptions.ordinary()).cents();
        least = Math.min(least, first + leastAfresh(engine, rides, before, product));
      }
      compared += one.cents() < plain ? 1 : 0;
      assertThat(one.cents()).as("seed %d, %s", seed, product).isGreaterThanOrEqualTo(least);
    }
    assertThat(compared).isGreaterThan(SEEDS / 50);
  }

  /// The last rides and one before all, of any line, for who holds a fresh ticket.
  private static int leastAfresh(
      FareEngine engine, List<RiddenLeg> rides, int before, String product) {
    int least = Integer.MAX_VALUE / 2;
    for (int route = 0; route < 4; route++) {
      List<RiddenLeg> whole = new ArrayList<>(FareTown.ride(route + " Y-Z 05:50-05:50"));
      rides.subList(before, rides.size()).forEach(ride -> whole.add(moved(ride)));
      FareResult fare = engine.price(whole, holding(product));
      least = fare.known() ? Math.min(least, fare.cents()) : least;
    }
    return least;
  }

  private static RiddenLeg moved(RiddenLeg ride) {
    return new RiddenLeg(
        ride.leg() + 1,
        ride.feed(),
        ride.route(),
        ride.stops(),
        ride.departureEpochSeconds(),
        ride.arrivalEpochSeconds(),
        false);
  }

  private static FareEngine laid(FareTown town, String[] term) {
    return new FareTables().table(term[0], term[1], term[2]).over(town).on(FareTown.DAY);
  }

  private static int cents(FareTown town, String rides, String holds) {
    return cents(town.engine(), rides, holds);
  }

  /// What engine and search both say.
  private static int cents(FareEngine engine, String rides, String holds) {
    List<RiddenLeg> ridden = FareTown.ride(rides.split(", "));
    FareResult fare = engine.price(ridden, holding(holds));
    TicketStates states = TicketStatesTest.states(engine, holding(holds), 1);
    assertThat(states.cents(TicketStatesTest.after(states, states.start(), ridden)))
        .as("the search")
        .isEqualTo(fare.cents());
    return fare.cents();
  }

  /// `product[@begun]`, apart by blanks.
  private static FareOptions holding(String holds) {
    List<HeldProduct> held = new ArrayList<>();
    for (String one : holds.split(" ")) {
      String[] word = one.split("@");
      long from = word.length > 1 ? FareTown.at(word[1]) : HeldProduct.UNUSED;
      held.add(new HeldProduct("t", word[0], from));
    }
    return FareOptions.ordinary().withHolds(held);
  }
}
