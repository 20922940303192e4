package org.toret.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.outcome.Outcome;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;
import org.toret.network.timetable.Timetable;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeRaptor;
import org.toret.router.raptor.RaptorJourney;
import org.toret.testkit.city.RandomCity;
import org.toret.testkit.city.RandomQuestion;
import org.toret.testkit.city.TimetableText;

/// What must hold for the search in any city, whatever the right answer is.
final class InvariantsTest {

  private static final int QUESTIONS = 15;

  private final RangeRaptor raptor = new RangeRaptor();

  @FunctionalInterface
  private interface Check {
    void check(TimetableText city, RangeQuery query, String which);
  }

  @Test
  @Tag("SR-11")
  void oneMoreTripNeverMakesAnybodyLater() {
    Random random = new Random(7);
    everywhere((city, query, which) -> {
      int trip = random.nextInt(city.timetable().trips().count());
      List<RaptorJourney> without = ask(Variation.withoutTrip(city, trip), query);
      assertCovered(ask(city, query), without, which + " without trip " + trip);
    });
  }

  @Test
  @Tag("SR-11")
  void liftingBansOnChangingNeverHurts() {
    everywhere((city, query, which) ->
        assertCovered(ask(Variation.withoutBans(city), query), ask(city, query), which));
  }

  @Test
  @Tag("SR-11")
  void whatAWheelchairCanDoEverybodyCan() {
    everywhere((city, query, which) ->
        assertCovered(
            ask(city, with(query, query.maxRides(), false)),
            ask(city, with(query, query.maxRides(), true)),
            which));
  }

  @Test
  @Tag("SR-11")
  void fewerRidesAllowedOnlyLeavesOutThoseWithMore() {
    everywhere((city, query, which) -> {
      List<RaptorJourney> most = ask(city, with(query, 5, query.stepFree()));
      for (int rides = 1; rides < 5; rides++) {
        int limit = rides;
        assertThat(points(ask(city, with(query, rides, query.stepFree()))))
            .as("%s, at most %d", which, rides)
            .isEqualTo(points(most.stream().filter(j -> j.boardings() <= limit).toList()));
      }
    });
  }

  @Test
  @Tag("SR-11")
  void leavingWhenTheLatestStartSaysArrivesInTime() {
    everywhere((city, query, which) -> {
      for (RaptorJourney journey : ask(city, query)) {
        RangeQuery then = departAt(query, journey.departureSeconds());
        assertCovered(ask(city, then), List.of(journey), which);
      }
    });
  }

  @Test
  @Tag("CC-01")
  void aCityReadFromItsImageGivesTheSameAnswers(@TempDir Path folder) throws IOException {
    for (long seed = 300; seed < 305; seed++) {
      TimetableText city = RandomCity.of(seed, RandomCity.Size.SMALL);
      Path file = folder.resolve("city" + seed);
      ImageWriter image = new ImageWriter();
      city.timetable().write(image);
      String hash = image.write(file);
      TimetableText read = Variation.with(city, read(file));
      RandomQuestion questions = new RandomQuestion(city, seed);
      for (int i = 0; i < QUESTIONS; i++) {
        RangeQuery query = questions.next();
        assertThat(ask(read, query)).as("seed %d, %s", seed, query).isEqualTo(ask(city, query));
      }
      ImageWriter again = new ImageWriter();
      read.timetable().write(again);
      assertThat(again.write(file)).as("hash of what was read").isEqualTo(hash);
    }
  }

  private void everywhere(Check check) {
    for (long seed = 200; seed < 230; seed++) {
      TimetableText city = RandomCity.of(seed, RandomCity.Size.SMALL);
      RandomQuestion questions = new RandomQuestion(city, seed);
      for (int number = 0; number < QUESTIONS; number++) {
        RangeQuery query = questions.next();
        check.check(city, query, "seed %d, question %d, %s".formatted(seed, number, query));
      }
    }
  }

  private List<RaptorJourney> ask(TimetableText city, RangeQuery query) {
    return raptor.search(city.view(), query);
  }

  private static void assertCovered(
      List<RaptorJourney> better, List<RaptorJourney> worse, String which) {
    assertThat(worse)
        .as(which)
        .allSatisfy(
            journey -> assertThat(better).anySatisfy(b -> assertThat(b.covers(journey)).isTrue()));
  }

  private static List<List<Integer>> points(List<RaptorJourney> journeys) {
    return journeys.stream()
        .map(j -> List.of(j.departureSeconds(), j.arrivalSeconds(), j.boardings()))
        .sorted(java.util.Comparator.comparing(List::toString))
        .toList();
  }

  private static Timetable read(Path file) {
    return switch (ImageFile.open(file)) {
      case Outcome.Done<ImageFile>(ImageFile image) -> Timetable.read(image);
      case Outcome.Refused<ImageFile> refused -> throw new AssertionError(refused);
    };
  }

  private static RangeQuery with(RangeQuery query, int maxRides, boolean stepFree) {
    return new RangeQuery(
        query.arriveBy(),
        query.atSeconds(),
        query.windowSeconds(),
        query.access(),
        query.egress(),
        maxRides,
        query.maxSeconds(),
        query.slackSeconds(),
        query.walkFactor(),
        query.maxChangeMetres(),
        stepFree,
        query.bikes(),
        query.modes());
  }

  private static RangeQuery departAt(RangeQuery query, int atSeconds) {
    return new RangeQuery(
        false,
        atSeconds,
        0,
        query.access(),
        query.egress(),
        query.maxRides(),
        query.maxSeconds(),
        query.slackSeconds(),
        query.walkFactor(),
        query.maxChangeMetres(),
        query.stepFree(),
        query.bikes(),
        query.modes());
  }
}
