package org.toret.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.network.timetable.Stops;
import org.toret.router.raptor.OneToAll;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeQuery.Foothold;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.TimetableView;
import org.toret.testkit.city.RandomCity;
import org.toret.testkit.city.RandomQuestion;
import org.toret.testkit.city.TimetableText;

/// Every stop is reached exactly as soon as the oracles say who are asked about each stop alone.
final class OneToAllTest {

  private static final int QUESTIONS = 6;
  private static final long SEED = Long.getLong("toret.seed", 1);
  private static final Foothold NOWHERE = new Foothold(new int[0], new int[0]);

  private final OneToAll oneToAll = new OneToAll();
  private int reached;
  private int missed;

  @Test
  @Tag("SR-19")
  void everyStopIsReachedAsSoonAsTheReferenceRouterSays() {
    askCities(new ReferenceRouter(), 40);
  }

  @Test
  @Tag("SR-19")
  void everyStopIsReachedAsSoonAsTheConnectionScanSays() {
    askCities(new ConnectionScan(), 60);
  }

  private void askCities(JourneySearch oracle, int cities) {
    for (long seed = SEED; seed < SEED + cities; seed++) {
      RandomCity.Size size = seed % 2 == 0 ? RandomCity.Size.SMALL : RandomCity.Size.SPARSE;
      TimetableText city = RandomCity.of(seed, size);
      RandomQuestion random = new RandomQuestion(city, seed);
      for (int number = 0; number < QUESTIONS; number++) {
        ask(oracle, city.view(), random.next(), "seed %d, question %d".formatted(seed, number));
      }
    }
    assertThat(reached).isGreaterThan(500);
    assertThat(missed).isGreaterThan(500);
  }

  private void ask(JourneySearch oracle, TimetableView view, RangeQuery query, String which) {
    int[] answer = oneToAll.seconds(view, query);
    Stops stops = view.timetable().stops();
    for (int stop = 0; stop < stops.count(); stop++) {
      if (stops.kinds()[stop] == Stops.PLATFORM) {
        int expected = expected(oracle, view, query, stop);
        assertThat(answer[stop]).as("%s, stop %d: %s", which, stop, query).isEqualTo(expected);
        reached += expected == OneToAll.NEVER ? 0 : 1;
        missed += expected == OneToAll.NEVER ? 1 : 0;
      }
    }
  }

  /// Whoever may leave at any moment within the longest time arrives as soon as who is ready at its
  /// beginning and waits.
  private static int expected(
      JourneySearch oracle, TimetableView view, RangeQuery query, int stop) {
    Foothold there = new Foothold(new int[] {stop}, new int[] {0});
    boolean arriveBy = query.arriveBy();
    RangeQuery single =
        new RangeQuery(
            arriveBy,
            query.atSeconds(),
            query.maxSeconds(),
            arriveBy ? there : query.access(),
            arriveBy ? query.egress() : there,
            query.maxRides(),
            query.maxSeconds(),
            query.slackSeconds(),
            query.walkFactor(),
            query.maxChangeMetres(),
            query.stepFree(),
            query.bikes(),
            query.modes());
    List<RaptorJourney> journeys = oracle.search(view, single);
    int best = OneToAll.NEVER;
    for (RaptorJourney journey : journeys) {
      int seconds =
          arriveBy
              ? query.atSeconds() - journey.departureSeconds()
              : journey.arrivalSeconds() - query.atSeconds();
      best = seconds <= query.maxSeconds() ? Math.min(best, seconds) : best;
    }
    return best;
  }

  @Test
  @Tag("SR-19")
  void nothingIsReachedFromNowhere() {
    TimetableText city = RandomCity.of(SEED, RandomCity.Size.SMALL);
    RangeQuery query = new RandomQuestion(city, SEED).next();
    RangeQuery lost =
        new RangeQuery(
            query.arriveBy(),
            query.atSeconds(),
            0,
            NOWHERE,
            NOWHERE,
            5,
            7200,
            0,
            1,
            5000,
            false,
            false,
            RangeQuery.ALL_MODES);
    assertThat(oneToAll.seconds(city.view(), lost)).containsOnly(OneToAll.NEVER);
  }
}
