package org.toret.router.fare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toret.router.fare.FareTown.ride;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.notice.Notices;
import org.toret.network.fare.FareRules;
import org.toret.network.fare.FeedFares;

/// What rule tables say of tickets beyond the feed: rides in a network, the service day, prices.
@Tag("CO-07")
final class FareTermTest {

  private static final FareOptions ORDINARY = FareOptions.ordinary();
  private static final String TERM = "feed,product,network,rides,dayEnds";

  /// Network 0 is the metro, 1 the buses; a ticket lasts 100 minutes over both.
  private static FareTown city() {
    return new FareTown(
        "t",
        "offer city 190",
        "offer daily 400",
        "leg bus 1 city",
        "leg metro 0 city",
        "leg day 0 daily",
        "leg day 1 daily",
        "change bus bus free 6000",
        "change bus metro free 6000",
        "change metro bus free 6000",
        "change day day free 86400");
  }

  private static FareCalendar turin() {
    return new FareTables()
        .table("fare-term", TERM, "metro,t.example,city,0,1,", "day,t,daily,,,04:00")
        .over(city());
  }

  @Test
  void aTicketPaysOneRideOnTheMetro() {
    String[] rides = {"0 A-B 08:00-08:10", "1 B-C 08:15-08:25", "0 C-D 08:30-08:40"};

    FareResult fare = price(turin(), ORDINARY, rides);

    assertThat(city().engine().price(ride(rides), ORDINARY).cents()).isEqualTo(190);
    assertThat(fare.cents()).isEqualTo(380);
    assertThat(fare.items()).hasSize(2);
    assertThat(fare.rules()).containsExactly("fare-term@2026-01-01", "t@v1");
    assertThat(fare.items().getFirst().rule())
        .isEqualTo("t@v1#fare_leg_rules:5 + fare-term@2026-01-01#metro");
  }

  @Test
  void theTicketBoughtForTheSecondMetroGoesOnWithoutTheFirst() {
    assertThat(
            price(
                    turin(),
                    ORDINARY,
                    "1 A-B 08:00-08:10",
                    "0 B-C 08:15-08:25",
                    "1 C-D 08:30-08:40",
                    "0 D-E 08:45-08:55",
                    "1 E-F 09:00-09:10")
                .cents())
        .isEqualTo(380);
  }

  @Test
  void aDayTicketIsTheCheaperWayFromTheThirdMetroOn() {
    String[] rides = {
      "0 A-B 08:00-08:10",
      "1 B-C 08:15-08:25",
      "0 C-D 08:30-08:40",
      "1 D-E 08:45-08:55",
      "0 E-F 09:00-09:10"
    };

    assertThat(price(turin(), ORDINARY, rides).cents()).isEqualTo(400);
  }

  @Test
  void aDayTicketEndsWithTheServiceDay() {
    FareTown dear = city().rows("offer city 390");
    FareCalendar calendar =
        new FareTables().table("fare-term", TERM, "day,t,daily,,,04:00").over(dear);
    HeldProduct daily = new HeldProduct("t", "daily", FareTown.at("01:00"));

    assertThat(price(calendar, ORDINARY.withHolds(List.of(daily)), "1 A-B 03:59-04:10").cents())
        .isZero();
    assertThat(price(calendar, ORDINARY.withHolds(List.of(daily)), "1 A-B 04:00-04:10").cents())
        .isEqualTo(190);
  }

  @Test
  void aRunningTicketKeepsCountOfItsRides() {
    HeldProduct held = new HeldProduct("t", "city", FareTown.at("07:50"));
    FareOptions options = ORDINARY.withHolds(List.of(held));

    assertThat(price(turin(), options, "0 A-B 08:00-08:10", "1 B-C 08:15-08:25").cents()).isZero();
    assertThat(
            price(
                    turin(),
                    options,
                    "0 A-B 08:00-08:10",
                    "1 B-C 08:15-08:25",
                    "0 C-D 08:30-08:40",
                    "1 D-E 08:45-08:55")
                .cents())
        .isEqualTo(190);
  }

  @Test
  void aPriceListHoldsFromItsDayOn() {
    FareTables tables =
        new FareTables()
            .dated("2026-09-01", "fare-price", "feed,product,medium,rider,cents", "c,t,city,,,200")
            .dated("2026-09-16", "fare-price", "feed,product,medium,rider,cents", "c,t,city,,,210");
    FareCalendar calendar = tables.over(city());
    List<RiddenLeg> rides = ride("1 A-B 08:00-08:10");

    FareResult today = calendar.on(FareTown.DAY).price(rides, ORDINARY);
    assertThat(today.cents()).isEqualTo(200);
    assertThat(today.items().getFirst().rule()).isEqualTo("fare-price@2026-09-01#c");
    assertThat(calendar.on(FareTown.DAY.plusDays(1)).price(rides, ORDINARY).cents()).isEqualTo(210);
    assertThat(calendar.on(FareTown.DAY.minusDays(30)).price(rides, ORDINARY).cents())
        .isEqualTo(190);
  }

  @Test
  void aRowThatFitsNothingIsTold() {
    FareCalendar calendar =
        new FareTables()
            .table(
                "fare-term",
                TERM,
                "a,t,nothing,0,1,",
                "b,t,city,tram,1,",
                "c,t,city,0,0,",
                "d,t,daily,,,24:30",
                "e,elsewhere,city,0,1,")
            .over(city());

    assertThat(calendar.check(FareTown.DAY).listAll())
        .flatExtracting(Notices.Tally::examples)
        .extracting(notice -> notice.code() + notice.args())
        .containsExactly(
            "fare_term_unknown[a, product, nothing]",
            "fare_term_unknown[b, network, tram]",
            "fare_term_unknown[c, rides, 0]",
            "fare_term_unknown[d, dayEnds, 24:30]");
  }

  @Test
  void theEngineFindsWhatTryingEverythingFinds() {
    int bound = 0;
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      FareTown town = RandomFaresTest.town(random);
      FareRules rules = FareTown.rules(town);
      FeedFares fares = rules.feed(0);
      List<RiddenLeg> rides = RandomFaresTest.rides(random);
      String network = String.valueOf(random.nextInt(3));
      List<FareOracle.Limit> limits = new ArrayList<>();
      List<String> rows = new ArrayList<>();
      for (int product = 0; product < 5; product++) {
        int most = random.nextInt(4) == 0 ? 2 : 1;
        limits.add(
            new FareOracle.Limit(
                index(fares.offers().productIds(), "p" + product),
                index(fares.places().networkIds(), network),
                most));
        rows.add("l" + product + ",t,p" + product + "," + network + "," + most + ",");
      }
      FareCalendar calendar =
          new FareTables().table("fare-term", TERM, rows.toArray(String[]::new)).over(town);

      FareResult result = calendar.on(FareTown.DAY).price(rides, ORDINARY);

      List<FareLeg> legs = FareLeg.of(rides, rides, fares, rules.stations(), new LegMatcher(fares));
      List<FareLeg> known = legs.stream().filter(leg -> leg.matches().length > 0).toList();
      int expected = known.isEmpty() ? 0 : FareOracle.least(fares, known, limits);
      assertThat(result.atLeastCents()).as("seed " + seed).isEqualTo(expected);
      int free = known.isEmpty() ? 0 : FareOracle.least(fares, known);
      bound += free == expected ? 0 : 1;
    }
    assertThat(bound).as("cases in which the limit matters").isGreaterThan(20);
  }

  private static int index(org.toret.base.columns.TextColumn ids, String id) {
    for (int i = 0; i < ids.size(); i++) {
      if (ids.get(i).equals(id)) {
        return i;
      }
    }
    return -1;
  }

  private static FareResult price(FareCalendar calendar, FareOptions options, String... rides) {
    return calendar.on(FareTown.DAY).price(ride(rides), options);
  }
}
