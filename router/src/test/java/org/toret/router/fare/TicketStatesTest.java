package org.toret.router.fare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.network.fare.build.FareRows;

/// What a search carries says the same as the engine that prices whole journeys, on thousands of
/// random rule sets; and who is said to be no worse off never ends up paying more.
@Tag("CO-04")
final class TicketStatesTest {

  private static final int SEEDS = 3_000;

  @Test
  void theStateAfterEveryRideCostsWhatTheEngineAsks() {
    int changed = 0;
    int capped = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      FareTown town = RandomFaresTest.town(random);
      List<RiddenLeg> rides = RandomFaresTest.rides(random);
      FareOptions options = RandomTerms.options(random);
      FareEngine engine = RandomTerms.engine(town, random);
      TicketStates states = states(engine, options, 1);
      int state = states.start();
      for (int ride = 0; ride < rides.size(); ride++) {
        state = after(states, state, rides.get(ride));
        FareResult asked = engine.price(rides.subList(0, ride + 1), options);
        assertThat(states.cents(state))
            .as("seed %d, ride %d", seed, ride)
            .isEqualTo(asked.atLeastCents());
        assertThat(states.unknownRides(state)).isEqualTo(asked.unknown().size());
        capped += asked.items().stream().anyMatch(item -> item.cents() < 0) ? 1 : 0;
        changed += ride > 0 && asked.items().size() <= ride ? 1 : 0;
      }
    }
    assertThat(changed).as("rides on a ticket bought before").isGreaterThan(SEEDS / 10);
    assertThat(capped).as("rides of which a cap pays a part").isGreaterThan(SEEDS / 20);
  }

  @Test
  @Tag("CO-21")
  void aPartyOfWhichSomeHoldTicketsCostsWhatTheEngineAsks() {
    int dearer = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      FareTown town = RandomFaresTest.town(random);
      List<RiddenLeg> rides = RandomFaresTest.rides(random);
      FareEngine engine = RandomTerms.engine(town, random);
      FareOptions party = party(random);
      TicketStates states = states(engine, party, 1);
      int state = after(states, states.start(), rides);
      FareResult asked = engine.price(rides, party);
      assertThat(states.cents(state)).as("seed %d", seed).isEqualTo(asked.atLeastCents());
      assertThat(asked.items().stream().mapToInt(FareItem::cents).sum())
          .as("seed %d", seed)
          .isEqualTo(asked.atLeastCents());
      FareResult alone = engine.price(rides, party.withPersons(1));
      dearer += asked.atLeastCents() > party.persons() * alone.atLeastCents() ? 1 : 0;
    }
    assertThat(dearer).as("parties that pay for those without a ticket").isGreaterThan(SEEDS / 20);
  }

  @Test
  void aPartyThatIsCoveredNeverEndsUpPayingLess() {
    int covered = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      FareTown town = RandomFaresTest.town(random);
      TicketStates states = states(RandomTerms.engine(town, random), party(random), 1);
      List<RiddenLeg> one = RandomFaresTest.rides(random);
      List<RiddenLeg> other = RandomFaresTest.rides(random);
      int a = after(states, states.start(), one.subList(0, random.nextInt(one.size() + 1)));
      int b = after(states, states.start(), other.subList(0, random.nextInt(other.size() + 1)));
      if (a == b || !states.covers(a, b)) {
        continue;
      }
      covered++;
      for (int way = 0; way < 10; way++) {
        List<RiddenLeg> onward = later(RandomFaresTest.rides(random), last(one, other), random);
        assertThat(states.cents(after(states, a, onward)))
            .as("seed %d, way %d", seed, way)
            .isLessThanOrEqualTo(states.cents(after(states, b, onward)));
      }
    }
    assertThat(covered).isGreaterThan(SEEDS / 20);
  }

  /// Two or three, with up to four tickets among them.
  private static FareOptions party(Random random) {
    List<HeldProduct> holds = RandomTerms.holds(random, 1 + random.nextInt(4));
    return FareOptions.ordinary().withPersons(2 + random.nextInt(2)).withHolds(holds);
  }

  @Test
  void whoIsCoveredNeverEndsUpPayingLess() {
    int covered = 0;
    int uncovered = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      FareTown town = RandomFaresTest.town(random);
      FareOptions options = RandomTerms.options(random);
      TicketStates states = states(RandomTerms.engine(town, random), options, 1);
      List<RiddenLeg> one = RandomFaresTest.rides(random);
      List<RiddenLeg> other = RandomFaresTest.rides(random);
      int a = after(states, states.start(), one.subList(0, random.nextInt(one.size() + 1)));
      int b = after(states, states.start(), other.subList(0, random.nextInt(other.size() + 1)));
      if (!states.covers(a, b)) {
        uncovered++;
        continue;
      }
      covered += a == b ? 0 : 1;
      for (int way = 0; way < 10; way++) {
        List<RiddenLeg> onward = later(RandomFaresTest.rides(random), last(one, other), random);
        assertThat(states.cents(after(states, a, onward)))
            .as("seed %d, way %d", seed, way)
            .isLessThanOrEqualTo(states.cents(after(states, b, onward)));
      }
    }
    assertThat(covered).isGreaterThan(SEEDS / 10);
    assertThat(uncovered).isGreaterThan(SEEDS / 10);
  }

  @Test
  void whoMayBeginLaterNeverEndsUpPayingMore() {
    int begun = 0;
    int other = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      FareTown town = RandomFaresTest.town(random);
      TicketStates states =
          states(RandomTerms.engine(town, random), RandomTerms.options(random), 1);
      List<RiddenLeg> before = RandomFaresTest.rides(random);
      int state = after(states, states.start(), before.subList(0, random.nextInt(before.size())));
      List<RiddenLeg> rides = later(RandomFaresTest.rides(random), last(before, before), random);
      RiddenLeg late = rides.getFirst();
      long between = late.departureEpochSeconds() - last(before, before);
      RiddenLeg early = begun(late, Math.min((int) between, 60 * (1 + random.nextInt(90))));
      if (!states.mayBegin(late.route(), state, second(late), second(early))) {
        other++;
        continue;
      }
      begun++;
      for (int way = 0; way < 10; way++) {
        List<RiddenLeg> onward = later(RandomFaresTest.rides(random), last(rides, rides), random);
        assertThat(states.cents(after(states, after(states, state, late), onward)))
            .as("seed %d, way %d", seed, way)
            .isLessThanOrEqualTo(states.cents(after(states, after(states, state, early), onward)));
      }
    }
    assertThat(begun).isGreaterThan(SEEDS / 10);
    assertThat(other).isGreaterThan(SEEDS / 10);
  }

  /// One change within the hour is free; whoever is past that pays 140 for both rides instead.
  /// While the first holds it is the one that counts, since it is made for the fewest changes.
  @Test
  void aTicketBoughtLaterIsDearerWhereItHoldsForTheWrongTransfer() {
    FareTown town =
        new FareTown(
            "t",
            "offer one 170",
            "offer both 140",
            "leg bus 1 one",
            "change bus bus free 3600 1",
            "change bus bus both - 2 2");
    TicketStates states = states(town.engine(), FareOptions.ordinary(), 1);
    RiddenLeg early = FareTown.ride("1 A-C 08:00-08:20").getFirst();
    RiddenLeg late = FareTown.ride("1 B-C 08:10-08:20").getFirst();
    RiddenLeg onward = FareTown.ride("1 C-D 09:05-09:15").getFirst();

    assertThat(states.cents(after(states, states.start(), List.of(early, onward)))).isEqualTo(140);
    assertThat(states.cents(after(states, states.start(), List.of(late, onward)))).isEqualTo(170);
    assertThat(states.mayBegin(1, states.start(), second(late), second(early))).isFalse();
    assertThat(states.mayBegin(1, states.start(), second(late), second(late))).isTrue();
  }

  /// Who has nothing yet buys the short ride for less, but in the app, where no change is sold.
  @Test
  void aTicketOnAMediumWithoutChangesDoesNotStandForOneThatHasThem() {
    FareTown town =
        new FareTown("t")
            .with(fares -> fares.add(new FareRows.Medium("app", "", 0)))
            .with(fares -> fares.add(new FareRows.Medium("card", "", 1)))
            .rows("offer city 190", "offer short:app 140", "offer on:card 40")
            .rows("leg bus 1 city", "leg bus 2 short", "change bus bus on -");
    TicketStates states = states(town.engine(), FareOptions.ordinary(), 1);
    int nothing = states.start();
    int city = after(states, nothing, FareTown.ride("1 A-B 08:00-08:10"));
    List<RiddenLeg> onward = FareTown.ride("2 B-C 08:15-08:20", "1 C-D 08:25-08:30");

    assertThat(states.cents(after(states, city, onward))).isEqualTo(270);
    assertThat(states.cents(after(states, nothing, onward))).isEqualTo(330);
    assertThat(states.covers(nothing, city)).isFalse();
  }

  @Test
  void waitingForAnotherVehicleMayPayAsLongAsOneRidesOn() {
    FareTown town = new FareTown("t", "offer p 100", "leg - 1 p", "change - - free 3600");
    FareTown odd = new FareTown("t", "offer p 100", "leg g 1 p", "change g g free 3600 1 1");
    TicketStates states = states(town.engine(), FareOptions.ordinary(), 1);
    FareOptions holding =
        FareOptions.ordinary().withHolds(List.of(new HeldProduct("t", "p", FareTown.at("09:00"))));

    assertThat(states.mayPayToWait(1, false)).isTrue();
    assertThat(states.mayPayToWait(1, true)).isFalse();
    assertThat(states(odd.engine(), FareOptions.ordinary(), 1).mayPayToWait(1, true)).isTrue();
    assertThat(states(town.engine(), holding, 1).mayPayToWait(1, true)).isTrue();
  }

  /// As the search takes it that boards the first vehicle for its last ride.
  @Test
  void whoBeginsTheLastRideSoonerNeverPaysMoreWhereItIsSaid() {
    int sooner = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      FareTown town = RandomFaresTest.town(random);
      TicketStates states =
          states(RandomTerms.engine(town, random), RandomTerms.options(random), 1);
      List<RiddenLeg> before = RandomFaresTest.rides(random);
      int state = after(states, states.start(), before.subList(0, random.nextInt(before.size())));
      List<RiddenLeg> rides = later(RandomFaresTest.rides(random), last(before, before), random);
      RiddenLeg first = rides.getFirst();
      if (!states.mayPayToWait(first.route(), true)) {
        sooner++;
        RiddenLeg waited = later(List.of(first), last(rides, rides), random).getFirst();
        assertThat(states.cents(after(states, state, first)))
            .as("seed %d", seed)
            .isLessThanOrEqualTo(states.cents(after(states, state, waited)));
      }
    }
    assertThat(sooner).isGreaterThan(SEEDS / 10);
  }

  @Test
  void whereTheHourCountsNoTwoStopsAreAlike() {
    int today = (int) FareTown.DAY.toEpochDay();
    FareTown town = new FareTown("t", "offer p 100", "leg - 1 p");
    FareTown timed =
        new FareTown("t", "offer p 100")
            .with(fares -> fares.add(new FareRows.Timeframe("day", 0, 86_400, new int[] {today})))
            .leg("", "1", "", "", "day", "", "p", 0);

    assertThat(states(town.engine(), FareOptions.ordinary(), 1).boardAlike(1, 'A', 'B')).isTrue();
    assertThat(states(timed.engine(), FareOptions.ordinary(), 1).boardAlike(1, 'A', 'B')).isFalse();
    assertThat(states(timed.engine(), FareOptions.ordinary(), 1).boardAlike(1, 'A', 'A')).isTrue();
  }

  @Test
  void nobodyBoardsLaterOnADayTicketThatEndsInBetween() {
    FareTown town = new FareTown("t", "offer day 100", "leg day 1 day", "change day day free -");
    FareEngine engine =
        new FareTables()
            .table("fare-term", "feed,product,network,rides,dayEnds", "d,t,day,,,04:00")
            .over(town)
            .on(FareTown.DAY);
    TicketStates plain = states(town.engine(), FareOptions.ordinary(), 1);
    TicketStates bound = states(engine, FareOptions.ordinary(), 1);
    RiddenLeg late = FareTown.ride("1 A-B 03:00-03:10").getFirst();
    int four = 4 * 3600;

    assertThat(plain.mayBegin(1, after(plain, plain.start(), late), four, four - 600)).isTrue();
    assertThat(bound.mayBegin(1, after(bound, bound.start(), late), four - 1, four - 600)).isTrue();
    assertThat(bound.mayBegin(1, after(bound, bound.start(), late), four, four - 600)).isFalse();
  }

  @Test
  void aTicketThatIsBoundDoesNotStandForOneThatIsNot() {
    FareTown town =
        new FareTown(
            "t",
            "offer city 190",
            "offer wide 380",
            "leg bus 1 city",
            "leg metro 0 city",
            "leg out 2 wide",
            "change bus metro free 6000",
            "change metro bus free 6000",
            "change out metro free 6000");
    FareEngine engine =
        new FareTables()
            .table("fare-term", "feed,product,network,rides,dayEnds", "m,t,city,0,1,")
            .over(town)
            .on(FareTown.DAY);
    TicketStates plain = states(town.engine(), FareOptions.ordinary(), 1);
    TicketStates bound = states(engine, FareOptions.ordinary(), 1);
    RiddenLeg bus = FareTown.ride("1 A-B 08:00-08:10").getFirst();
    RiddenLeg out = FareTown.ride("2 A-B 08:00-08:10").getFirst();
    List<RiddenLeg> onward =
        FareTown.ride(
            "0 B-C 08:15-08:20",
            "1 C-D 08:25-08:30",
            "0 D-E 08:35-08:40",
            "1 E-F 08:45-08:50",
            "0 F-G 08:55-09:00");
    int cheap = after(bound, bound.start(), bus);
    int dear = after(bound, bound.start(), out);

    assertThat(bound.cents(after(bound, cheap, onward))).isEqualTo(570);
    assertThat(bound.cents(after(bound, dear, onward))).isEqualTo(380);
    assertThat(bound.covers(cheap, dear)).isFalse();
    assertThat(plain.covers(after(plain, plain.start(), bus), after(plain, plain.start(), out)))
        .isTrue();
  }

  @Test
  void theSearchDoesNotFallBackToTheOrdinaryOffersOfOtherRiders() {
    FareTown town =
        new FareTown(
                "t", "offer bus::child 100", "offer rail::all 300", "leg b 1 bus", "leg r 0 rail")
            .with(fares ->
                fares
                    .add(new FareRows.Rider("all", "", true))
                    .add(new FareRows.Rider("child", "", false)));
    FareOptions child = FareOptions.ordinary().withRider("child");
    TicketStates states = states(town.engine(), child, 1);
    List<RiddenLeg> rail = FareTown.ride("0 A-B 08:00-08:20");

    assertThat(town.engine().price(rail, child).cents()).isEqualTo(300);
    assertThat(states.unknownRides(after(states, states.start(), rail))).isEqualTo(1);
  }

  static TicketStates states(FareEngine engine, FareOptions options, int step) {
    return engine.states(options, new int[] {0, 0, 0}, FareTown.at("00:00"), step);
  }

  static int after(TicketStates states, int state, List<RiddenLeg> rides) {
    int at = state;
    for (RiddenLeg ride : rides) {
      at = after(states, at, ride);
    }
    return at;
  }

  private static int after(TicketStates states, int state, RiddenLeg ride) {
    return states.ride(
        state,
        ride.route(),
        ride.boardStop(),
        ride.alightStop(),
        second(ride),
        (int) (ride.arrivalEpochSeconds() - FareTown.at("00:00")));
  }

  static int second(RiddenLeg ride) {
    return (int) (ride.departureEpochSeconds() - FareTown.at("00:00"));
  }

  /// The same ride from earlier on.
  private static RiddenLeg begun(RiddenLeg ride, int seconds) {
    return new RiddenLeg(
        ride.leg(),
        ride.feed(),
        ride.route(),
        ride.stops(),
        ride.departureEpochSeconds() - seconds,
        ride.arrivalEpochSeconds(),
        ride.seated());
  }

  private static long last(List<RiddenLeg> one, List<RiddenLeg> other) {
    return Math.max(one.getLast().arrivalEpochSeconds(), other.getLast().arrivalEpochSeconds());
  }

  /// Soon after a moment.
  private static List<RiddenLeg> later(List<RiddenLeg> rides, long moment, Random random) {
    long by = moment + 60 * random.nextInt(60) - rides.getFirst().departureEpochSeconds();
    List<RiddenLeg> later = new ArrayList<>();
    for (RiddenLeg ride : rides) {
      later.add(
          new RiddenLeg(
              ride.leg(),
              ride.feed(),
              ride.route(),
              ride.stops(),
              ride.departureEpochSeconds() + by,
              ride.arrivalEpochSeconds() + by,
              false));
    }
    return later;
  }
}
