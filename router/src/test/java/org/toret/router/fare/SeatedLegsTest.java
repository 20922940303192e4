package org.toret.router.fare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who stays seated from line to line is priced by the ticket automaton as by the fare engine: on
/// one leg where the lines share a network, whose length is that of all rides together.
@Tag("CO-04")
final class SeatedLegsTest {

  private static final int SEEDS = 3_000;

  @Test
  void whoStaysSeatedPaysWhatTheEngineAsks() {
    int joined = 0;
    int parted = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      FareTown town = inSeveralNetworks(RandomFaresTest.town(random), random);
      List<RiddenLeg> rides = seated(RandomFaresTest.rides(random), random);
      FareOptions options = RandomTerms.options(random);
      FareEngine engine = RandomTerms.engine(town, random);
      TicketStates states = TicketStatesTest.states(engine, options, 1);
      Begun leg = new Begun(states.start(), null, rides.getFirst());
      for (int ride = 0; ride < rides.size(); ride++) {
        if (ride > 0) {
          leg = leg.then(states, rides.get(ride - 1), rides.get(ride));
          joined += leg.seated() == null ? 0 : 1;
          parted += leg.seated() == null && rides.get(ride).seated() ? 1 : 0;
        }
        FareResult asked = engine.price(rides.subList(0, ride + 1), options);
        int state = leg.after(states, rides.get(ride));
        assertThat(states.cents(state))
            .as("seed %d, ride %d", seed, ride)
            .isEqualTo(asked.atLeastCents());
      }
    }
    assertThat(joined).as("rides that go on with a leg").isGreaterThan(SEEDS / 4);
    assertThat(parted).as("rides between lines of different networks").isGreaterThan(SEEDS / 10);
  }

  /// A leg that has begun.
  private record Begun(int state, @Nullable FareLeg seated, RiddenLeg first) {

    int after(TicketStates states, RiddenLeg ride) {
      return states.ride(
          state,
          seated,
          ride.route(),
          ride.boardStop(),
          ride.alightStop(),
          TicketStatesTest.second(first),
          (int) (ride.arrivalEpochSeconds() - FareTown.at("00:00")));
    }

    Begun then(TicketStates states, RiddenLeg ride, RiddenLeg next) {
      FareLeg on =
          next.seated()
              ? states.stay(seated, ride.route(), ride.boardStop(), ride.alightStop(), next.route())
              : null;
      return on == null ? new Begun(after(states, ride), null, next) : new Begun(state, on, first);
    }
  }

  private static FareTown inSeveralNetworks(FareTown town, Random random) {
    for (int route = 0; route < 3; route++) {
      if (random.nextBoolean()) {
        int at = route;
        String more = String.valueOf((route + 1) % 3);
        town.with(fares -> fares.addRouteNetwork(more, at));
      }
    }
    return town;
  }

  private static List<RiddenLeg> seated(List<RiddenLeg> rides, Random random) {
    List<RiddenLeg> seated = new ArrayList<>();
    for (RiddenLeg ride : rides) {
      seated.add(
          new RiddenLeg(
              ride.leg(),
              ride.feed(),
              ride.route(),
              ride.stops(),
              ride.departureEpochSeconds(),
              ride.arrivalEpochSeconds(),
              !seated.isEmpty() && random.nextBoolean()));
    }
    return seated;
  }
}
