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
import org.toret.network.fare.build.FareRows;

/// Caps on what is paid in a day or a week. The amounts are those of published tariffs and serve as
/// examples; what is expected is worked out by hand from them.
@Tag("CO-09")
final class CapTest {

  private static final FareOptions ORDINARY = FareOptions.ordinary();
  private static final String CAP = "feed,products,medium,rider,period,dayEnds,cents,name";

  /// Navigo Liberté+ in 2024: 1.73 each trip by metro (0), bus or tram (1), 10.30 by Orlybus (2);
  /// no more than 8.65 a day, Orlybus apart; the week is made up.
  private static FareTown liberte() {
    return new FareTown(
        "idf", "offer trip 173", "offer orly 1030", "leg - 0 trip", "leg - 1 trip", "leg - 2 orly");
  }

  private static FareCalendar calendar() {
    return new FareTables()
        .table(
            "fare-cap",
            CAP,
            "day,idf,trip,,,day,04:00,865,Day maximum",
            "week,idf,trip,,,week,04:00,3460,")
        .over(liberte());
  }

  @Test
  void fiveTripsCostWhatTheSixthDoesNotAdd() {
    String[] rides = trips(6);

    FareResult six = price(calendar(), ORDINARY, rides);

    assertThat(price(calendar(), ORDINARY, trips(5)).cents()).isEqualTo(5 * 173);
    assertThat(six.cents()).isEqualTo(865);
    assertThat(six.items()).hasSize(7);
    assertThat(six.items().stream().mapToInt(FareItem::cents).sum()).isEqualTo(865);
    assertThat(six.items().getLast().name()).isEqualTo("Day maximum");
    assertThat(six.items().getLast().cents()).isEqualTo(-173);
    assertThat(six.items().getLast().legs()).containsExactly(5);
    assertThat(six.items().getLast().rule()).isEqualTo("fare-cap@2026-01-01#day");
  }

  @Test
  void whatIsNotInTheGroupIsPaidWhole() {
    assertThat(price(calendar(), ORDINARY, "0 A-B 08:00-08:20", "2 B-Z 08:30-09:00").cents())
        .isEqualTo(173 + 1030);
  }

  @Test
  void whatWasSpentTodayCounts() {
    FareOptions four =
        ORDINARY.withSpent(List.of(new FareOptions.Spent("idf", "day", 4 * 173, at("06:00"))));
    FareOptions enough =
        ORDINARY.withSpent(List.of(new FareOptions.Spent("idf", "day", 900, at("06:00"))));
    FareOptions yesterday =
        ORDINARY.withSpent(List.of(new FareOptions.Spent("idf", "day", 865, at("06:00") - 86_400)));
    FareOptions week =
        ORDINARY.withSpent(List.of(new FareOptions.Spent("idf", "week", 3400, at("06:00"))));

    assertThat(price(calendar(), four, trips(2)).cents()).isEqualTo(173);
    assertThat(price(calendar(), enough, trips(2)).cents()).isZero();
    assertThat(price(calendar(), yesterday, trips(2)).cents()).isEqualTo(2 * 173);
    assertThat(price(calendar(), week, trips(2)).cents()).isEqualTo(60);
    assertThat(price(calendar(), week, trips(2)).items().getLast().product()).isEqualTo("week");
  }

  @Test
  void aNewDayBeginsAtItsHour() {
    FareOptions spent =
        ORDINARY.withSpent(List.of(new FareOptions.Spent("idf", "day", 865, at("02:00"))));

    // at two o'clock it is still yesterday
    assertThat(price(calendar(), spent, "1 A-B 03:40-03:55", "1 B-C 04:01-04:20").cents())
        .isEqualTo(173);
    assertThat(price(calendar(), spent, "1 A-B 03:30-03:40", "1 B-C 03:45-03:59").cents()).isZero();
    FareOptions week =
        ORDINARY.withSpent(
            List.of(
                new FareOptions.Spent("idf", "day", 800, at("02:00")),
                new FareOptions.Spent("idf", "week", 3460 - 100, at("02:00"))));
    // 65 are left of the old day, 35 of the week
    assertThat(price(calendar(), week, "1 A-B 03:40-03:55", "1 B-C 04:01-04:20").cents())
        .isEqualTo(65 + 35);
  }

  @Test
  void aDearerTicketMayBeTheCheaperOneUnderACap() {
    FareTown town =
        new FareTown(
            "t", "offer app 190", "offer card 200", "leg - 0 app", "leg - 0 card", "leg - 1 card");
    FareCalendar capped =
        new FareTables().table("fare-cap", CAP, "d,t,card,,,day,,350,").over(town);

    // two rides at 190 and one at 200 are 580; all by card are 350
    assertThat(
            price(capped, ORDINARY, "0 A-B 08:00-08:10", "0 B-C 08:20-08:30", "1 C-D 08:40-08:50")
                .cents())
        .isEqualTo(350);
    assertThat(price(capped, ORDINARY, "0 A-B 08:00-08:10").cents()).isEqualTo(190);
  }

  @Test
  void aCapOfOneMediumIsForWhoPaysOnIt() {
    FareTown town = new FareTown("t", "offer p:card 200", "offer p:paper 200", "leg - 0 p");
    town.with(fares ->
        fares.add(new FareRows.Medium("card", "", 3)).add(new FareRows.Medium("paper", "", 1)));
    FareCalendar capped =
        new FareTables().table("fare-cap", CAP, "d,t,,card,,day,,350,").over(town);
    String[] rides = {"0 A-B 08:00-08:10", "0 B-C 08:20-08:30"};

    assertThat(price(capped, ORDINARY, rides).cents()).isEqualTo(400);
    assertThat(price(capped, ORDINARY.withMedium("paper"), rides).cents()).isEqualTo(400);
    assertThat(price(capped, ORDINARY.withMedium("card"), rides).cents()).isEqualTo(350);
  }

  @Test
  void everyPersonHasAnOwnCap() {
    assertThat(price(calendar(), ORDINARY.withPersons(2), trips(6)).cents()).isEqualTo(2 * 865);
  }

  @Test
  void capsThatCannotBeUsedAreTold() {
    FareTown town = liberte();
    FareTown upgrades = new FareTown("u", "offer p 100", "leg g 5 p", "change g g p - -1 2");
    FareCalendar calendar =
        new FareTables()
            .table(
                "fare-cap",
                CAP,
                "a,idf,trip,,,day,,865,",
                "b,idf,,,,day,,900,",
                "c,idf,trip,,,year,,900,",
                "d,idf,trip nothing,,,day,,900,",
                "e,u,,,,day,,900,")
            .over(town, upgrades);

    assertThat(calendar.check(FareTown.DAY).listAll())
        .flatExtracting(Notices.Tally::examples)
        .extracting(notice -> notice.code() + notice.args())
        .containsExactly(
            "fare_caps_cross[b, a]",
            "fare_caps_not_used[]",
            "fare_term_unknown[c, period, year]",
            "fare_term_unknown[d, products, trip nothing]");
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
      int cents = 50 + 10 * random.nextInt(40);
      int spent = random.nextInt(2) * 10 * random.nextInt(10);
      int first = random.nextInt(5);
      int second = random.nextInt(5);
      FareCalendar calendar =
          new FareTables()
              .table("fare-cap", CAP, "c,t,p%d p%d,,,day,,%d,".formatted(first, second, cents))
              .over(town);
      FareOptions options =
          ORDINARY.withSpent(List.of(new FareOptions.Spent("t", "c", spent, FareTown.at("01:00"))));

      FareResult result = calendar.on(FareTown.DAY).price(rides, options);

      List<FareLeg> legs = FareLeg.of(rides, rides, fares, rules.stations(), new LegMatcher(fares));
      List<FareLeg> known = legs.stream().filter(leg -> leg.matches().length > 0).toList();
      List<FareOracle.Cap> caps = new ArrayList<>();
      if (java.util.Arrays.stream(fares.transferRules().types()).noneMatch(type -> type == 2)) {
        caps.add(new FareOracle.Cap(product(fares, first), product(fares, second), cents - spent));
      }
      int expected = known.isEmpty() ? 0 : FareOracle.least(fares, known, List.of(), caps);
      assertThat(result.atLeastCents()).as("seed " + seed).isEqualTo(expected);
      assertThat(result.items().stream().mapToInt(FareItem::cents).sum())
          .as("items of seed " + seed)
          .isEqualTo(expected);
      bound += known.isEmpty() || FareOracle.least(fares, known) == expected ? 0 : 1;
    }
    assertThat(bound).as("cases in which the cap matters").isGreaterThan(200);
  }

  private static int product(FeedFares fares, int number) {
    for (int i = 0; i < fares.offers().productIds().size(); i++) {
      if (fares.offers().productIds().get(i).equals("p" + number)) {
        return i;
      }
    }
    throw new IllegalStateException("No product p" + number);
  }

  /// So many trips, one every half hour.
  private static String[] trips(int count) {
    String[] trips = new String[count];
    for (int i = 0; i < count; i++) {
      int hour = 8 + i / 2;
      int minute = i % 2 * 30;
      trips[i] = "%d A-B %02d:%02d-%02d:%02d".formatted(i % 2, hour, minute, hour, minute + 20);
    }
    return trips;
  }

  private static long at(String time) {
    return FareTown.at(time);
  }

  private static FareResult price(FareCalendar calendar, FareOptions options, String... rides) {
    return calendar.on(FareTown.DAY).price(ride(rides), options);
  }
}
