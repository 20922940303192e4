package org.toret.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeRaptor;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.TimetableView;
import org.toret.testkit.city.ClockText;
import org.toret.testkit.city.RandomCity;
import org.toret.testkit.city.RandomQuestion;
import org.toret.testkit.city.TimetableText;

/// The search and the two oracles find the same fronts, and what the search returns can be ridden.
///
/// Run with `-Dtoret.seed=N -Dtoret.cities=M` to go on from another seed; a failure names the seed
/// of its city and the number of the question.
final class AgreementTest {

  private static final int QUESTIONS = 25;
  private static final long SEED = Long.getLong("toret.seed", 1);

  private final JourneySearch reference = new ReferenceRouter();
  private final JourneySearch scan = new ConnectionScan();
  private final RangeRaptor raptor = new RangeRaptor();

  @Test
  @Tag("SR-10")
  void thousandsOfQuestionsToSmallCities() {
    int cities = Integer.getInteger("toret.cities", 160);
    Variety variety = new Variety();
    for (long seed = SEED; seed < SEED + cities; seed++) {
      RandomCity.Size size = seed % 2 == 0 ? RandomCity.Size.SMALL : RandomCity.Size.SPARSE;
      ask(seed, size, QUESTIONS, variety);
    }
    variety.assertEverythingOccurred(cities);
  }

  @Test
  @Tag("SR-10")
  void questionsToMediumCities() {
    Variety variety = new Variety();
    for (long seed = SEED; seed < SEED + 4; seed++) {
      ask(seed, RandomCity.Size.MEDIUM, 10, variety);
    }
    assertThat(variety.journeys()).isGreaterThan(20);
  }

  @Test
  @Tag("RT-34")
  void stopsThatAreClosedAreOfNoUseToAnybody() {
    int journeys = 0;
    int worse = 0;
    for (long seed = SEED; seed < SEED + 60; seed++) {
      TimetableText city = RandomCity.of(seed, RandomCity.Size.SMALL);
      TimetableView open = city.view();
      BitSet closed = new BitSet();
      Random chance = new Random(seed);
      for (int stop = 0; stop < open.timetable().stops().count(); stop++) {
        closed.set(stop, chance.nextInt(6) == 0);
      }
      TimetableView view =
          new TimetableView(
              open.timetable().without(closed),
              open.transfers(),
              open.stepFreeTransfers(),
              open.zone(),
              open.baseDate(),
              open.days());
      RandomQuestion random = new RandomQuestion(city, seed);
      for (int number = 0; number < QUESTIONS; number++) {
        RangeQuery query = random.next();
        String which = "seed %d, question %d: %s".formatted(seed, number, query);
        List<RaptorJourney> answer = raptor.search(view, query);
        assertThat(JourneyCheck.faults(view, query, answer)).as(which).isEmpty();
        assertThat(points(answer)).as(which).isEqualTo(points(reference.search(view, query)));
        journeys += answer.size();
        worse += points(answer).equals(points(raptor.search(open, query))) ? 0 : 1;
      }
    }
    assertThat(journeys).isGreaterThan(300);
    assertThat(worse).isGreaterThan(100);
  }

  @Test
  @Tag("SR-10")
  void lookingAheadLeavesOutWhatALaterDepartureMatches() {
    int dropped = 0;
    int kept = 0;
    for (long seed = SEED; seed < SEED + 60; seed++) {
      TimetableText city = RandomCity.of(seed, RandomCity.Size.SPARSE);
      TimetableView view = city.view();
      RandomQuestion random = new RandomQuestion(city, seed);
      for (int number = 0; number < QUESTIONS; number++) {
        RangeQuery query = random.next();
        List<RaptorJourney> all =
            reference.search(view, query.withWindow(query.windowSeconds() + query.maxSeconds()));
        List<RaptorJourney> expected = all.stream().filter(j -> isInside(query, j)).toList();
        RangeRaptor.Ahead answer = raptor.searchAhead(view, query);
        String which = "seed %d, question %d: %s".formatted(seed, number, query);
        assertThat(points(answer.journeys())).as(which).isEqualTo(points(expected));
        assertThat(answer.beyond()).as(which).noneMatch(journey -> isInside(query, journey));
        kept += expected.size();
        dropped += raptor.search(view, query).size() - expected.size();
      }
    }
    assertThat(kept).isGreaterThan(500);
    assertThat(dropped).isGreaterThan(50);
  }

  private static boolean isInside(RangeQuery query, RaptorJourney journey) {
    return query.arriveBy()
        ? journey.arrivalSeconds() >= query.atSeconds() - query.windowSeconds()
        : journey.departureSeconds() <= query.atSeconds() + query.windowSeconds();
  }

  private void ask(long seed, RandomCity.Size size, int questions, Variety variety) {
    TimetableText city = RandomCity.of(seed, size);
    TimetableView view = city.view();
    RandomQuestion random = new RandomQuestion(city, seed);
    for (int number = 0; number < questions; number++) {
      RangeQuery query = random.next();
      String which = "seed %d, question %d: %s".formatted(seed, number, query);
      List<RaptorJourney> expected = reference.search(view, query);
      List<RaptorJourney> answer = raptor.search(view, query);
      assertThat(JourneyCheck.faults(view, query, expected)).as("reference, " + which).isEmpty();
      assertThat(points(scan.search(view, query)))
          .as("connection scan, " + which)
          .isEqualTo(points(expected));
      assertThat(JourneyCheck.faults(view, query, answer)).as(which).isEmpty();
      assertThat(points(answer)).as(which).isEqualTo(points(expected));
      variety.count(view, query, answer);
    }
  }

  private static List<String> points(List<RaptorJourney> journeys) {
    return journeys.stream()
        .map(journey ->
            "%s-%s, %d boarded"
                .formatted(
                    ClockText.time(journey.departureSeconds()),
                    ClockText.time(journey.arrivalSeconds()),
                    journey.boardings()))
        .sorted()
        .toList();
  }
}
