package org.toret.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private static final Comparator<End> SOONEST =
      Comparator.comparingInt(End::at).thenComparingInt(End::rides);
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
      ask(seed, RandomCity.of(seed, size), QUESTIONS, variety);
    }
    variety.assertEverythingOccurred(cities);
  }

  /// Where no trip goes on as another, as in most of the world, the search looks less often.
  @Test
  @Tag("SR-10")
  void questionsToCitiesWhereNobodyStaysSeated() {
    int cities = Integer.getInteger("toret.cities", 160);
    Variety variety = new Variety();
    for (long seed = SEED; seed < SEED + cities; seed++) {
      RandomCity.Size size = seed % 2 == 0 ? RandomCity.Size.SMALL : RandomCity.Size.SPARSE;
      ask(seed, Variation.withoutSeats(RandomCity.of(seed, size)), QUESTIONS, variety);
    }
    assertThat(variety.journeys()).isGreaterThan(5 * cities);
  }

  @Test
  @Tag("SR-10")
  void questionsToMediumCities() {
    Variety variety = new Variety();
    for (long seed = SEED; seed < SEED + 4; seed++) {
      ask(seed, RandomCity.of(seed, RandomCity.Size.MEDIUM), 10, variety);
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
  void whatAnotherJourneyIsAtLeastAsGoodAsIsNotLookedFor() {
    int dropped = 0;
    int kept = 0;
    for (long seed = SEED; seed < SEED + 60; seed++) {
      TimetableText city = RandomCity.of(seed, RandomCity.Size.SPARSE);
      RandomQuestion questions = new RandomQuestion(city, seed);
      Random random = new Random(seed);
      for (int number = 0; number < QUESTIONS; number++) {
        RangeQuery query = questions.next();
        RangeRaptor.Ahead free = raptor.searchAhead(city.view(), query);
        List<RangeRaptor.Rival> rivals =
            Stream.concat(free.journeys().stream(), free.beyond().stream())
                .map(one -> rival(one, random))
                .toList();
        RangeRaptor.Ahead answer = raptor.searchAhead(city.view(), query, rivals);
        List<RaptorJourney> expected =
            free.journeys().stream().filter(one -> !isCovered(one, rivals)).toList();
        String which =
            "seed %d, question %d: %s, against %s".formatted(seed, number, query, rivals);
        assertThat(points(answer.journeys())).as(which).isEqualTo(points(expected));
        assertThat(answer.beyond()).as(which).noneMatch(one -> isCovered(one, rivals));
        kept += expected.size();
        dropped += free.journeys().size() - expected.size();
      }
    }
    assertThat(kept).isGreaterThan(200);
    assertThat(dropped).isGreaterThan(200);
  }

  /// About as good as a journey.
  private static RangeRaptor.Rival rival(RaptorJourney journey, Random random) {
    return new RangeRaptor.Rival(
        journey.departureSeconds() + random.nextInt(-1, 4) * 60,
        journey.arrivalSeconds() + random.nextInt(-3, 2) * 60,
        Math.max(1, journey.boardings() + random.nextInt(-1, 2)));
  }

  private static boolean isCovered(RaptorJourney journey, List<RangeRaptor.Rival> rivals) {
    return rivals.stream()
        .anyMatch(rival ->
            rival.departureSeconds() >= journey.departureSeconds()
                && rival.arrivalSeconds() <= journey.arrivalSeconds()
                && rival.rides() <= journey.boardings());
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
        RangeQuery longer = query.withWindow(query.windowSeconds() + query.maxSeconds() + 1);
        List<RaptorJourney> all = reference.search(view, longer);
        List<RaptorJourney> expected = all.stream().filter(j -> isInside(query, j)).toList();
        RangeRaptor.Ahead answer = raptor.searchAhead(view, query);
        String which = "seed %d, question %d: %s".formatted(seed, number, query);
        assertThat(points(answer.journeys())).as(which).isEqualTo(points(expected));
        assertThat(answer.beyond()).as(which).noneMatch(journey -> isInside(query, journey));
        assertThat(JourneyCheck.faults(view, longer, answer.beyond())).as(which).isEmpty();
        assertThat(ends(query, answer.beyond())).as(which).isEqualTo(firstBeyond(query, all));
        if (!query.arriveBy()) {
          Optional<RaptorJourney> soonest = raptor.findSoonest(view, query);
          assertThat(soonest.map(one -> new End(one.arrivalSeconds(), one.boardings())))
              .as(which)
              .isEqualTo(firstBeyond(query, all).stream().min(SOONEST));
          assertThat(JourneyCheck.faults(view, longer, soonest.stream().toList()))
              .as(which)
              .isEmpty();
        }
        kept += expected.size();
        dropped += raptor.search(view, query).size() - expected.size();
      }
    }
    assertThat(kept).isGreaterThan(500);
    assertThat(dropped).isGreaterThan(50);
  }

  /// Of those that leave after the window the first to arrive, by number of rides.
  private static Set<End> firstBeyond(RangeQuery query, List<RaptorJourney> all) {
    int edge = query.windowSeconds() + 1 + query.maxSeconds();
    int last = query.arriveBy() ? edge - query.atSeconds() : edge + query.atSeconds();
    Set<End> beyond = ends(query, all.stream().filter(one -> !isInside(query, one)).toList());
    beyond.removeIf(end -> end.at() > last);
    return beyond.stream()
        .filter(end -> beyond.stream().noneMatch(other -> !other.equals(end) && other.covers(end)))
        .collect(Collectors.toSet());
  }

  private static Set<End> ends(RangeQuery query, List<RaptorJourney> journeys) {
    return journeys.stream()
        .map(one ->
            new End(
                query.arriveBy() ? -one.departureSeconds() : one.arrivalSeconds(), one.boardings()))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /// When a journey ends, or begins and is counted backwards in time.
  private record End(int at, int rides) {

    boolean covers(End other) {
      return at <= other.at && rides <= other.rides;
    }
  }

  private static boolean isInside(RangeQuery query, RaptorJourney journey) {
    return query.arriveBy()
        ? journey.arrivalSeconds() >= query.atSeconds() - query.windowSeconds()
        : journey.departureSeconds() <= query.atSeconds() + query.windowSeconds();
  }

  private void ask(long seed, TimetableText city, int questions, Variety variety) {
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
