package org.toret.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.network.timetable.Mode;
import org.toret.router.impact.RideCosts;
import org.toret.router.impact.Weighing;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeQuery.Foothold;
import org.toret.router.raptor.RangeRaptor;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.Schedule;
import org.toret.router.raptor.TimetableView;
import org.toret.testkit.city.JourneyText;
import org.toret.testkit.city.QuestionText;
import org.toret.testkit.city.RandomCity;
import org.toret.testkit.city.RandomQuestion;
import org.toret.testkit.city.TimetableText;

/// A search keeps in mind what leads to the destination for the next question. Here each question
/// differs from the one before in one thing, and the answer is that of a search that knows nothing
/// yet.
final class MemoryTest {

  private static final int QUESTIONS = 15;

  private final RangeRaptor raptor = new RangeRaptor();

  @Test
  @Tag("SR-11")
  void whatWasAskedBeforeMakesNoDifference() {
    int journeys = 0;
    for (long seed = 400; seed < 430; seed++) {
      TimetableText city = RandomCity.of(seed, RandomCity.Size.SMALL);
      TimetableView view = city.view();
      RandomQuestion questions = new RandomQuestion(city, seed);
      for (int number = 0; number < QUESTIONS; number++) {
        RangeQuery query = questions.next();
        for (RangeQuery other : alike(query)) {
          for (RangeQuery next : List.of(query, other)) {
            List<RaptorJourney> fresh = new RangeRaptor().search(view, next);
            assertThat(raptor.search(view, next))
                .as("seed %d, question %d, then %s", seed, number, next)
                .isEqualTo(fresh);
            journeys += fresh.size();
          }
        }
      }
    }
    assertThat(journeys).isGreaterThan(5000);
  }

  @Test
  @Tag("SR-16")
  void norWhenEnergyAndEmissionsAreWeighed() {
    int journeys = 0;
    for (long seed = 400; seed < 415; seed++) {
      TimetableText city = RandomCity.of(seed, RandomCity.Size.SPARSE);
      RideCosts costs = WeighedAgreementTest.costs(city.timetable(), new Random(seed));
      Weighing weighing = new Weighing(costs, 1200, 1, 1, 0);
      TimetableView view = city.view();
      RandomQuestion questions = new RandomQuestion(city, seed);
      for (int number = 0; number < QUESTIONS; number++) {
        for (RangeQuery next : alike(questions.next())) {
          List<RaptorJourney> fresh = weighed(new RangeRaptor(), view, next, weighing);
          assertThat(weighed(raptor, view, next, weighing))
              .as("seed %d, question %d, then %s", seed, number, next)
              .isEqualTo(fresh);
          journeys += fresh.size();
        }
      }
    }
    assertThat(journeys).isGreaterThan(500);
  }

  private static final String TOWN =
      """
      days 0..1 ; service tomorrow 1
      line 1 bus O 08:10 D 08:40
      line 2 bus O 08:00 P 08:05
      line 3 bus P 08:05 D 08:50
      """;

  private static final String SLOW = "08:10 O 1 D 08:40";
  private static final String FAST = "08:00 O 2 P ~ X 4 D 08:30";

  /// What is known of the slow bus would make the fast tram look too late.
  @Test
  @Tag("SR-11")
  void aLineThatWasLeftOutBefore() {
    TimetableText city = TimetableText.of(TOWN + "walk P-X 300s ; line 4 tram X 08:10 D 08:30");
    TimetableView view = onDay(city, schedule(city), 0);
    assertThat(ask(city, view, "leave 08:00 O > D modes bus")).containsExactly(SLOW);
    assertThat(ask(city, view, "leave 08:00 O > D")).containsExactly(FAST, SLOW);
  }

  @Test
  @Tag("SR-11")
  void aWayThatTookLongerBefore() {
    TimetableText city = TimetableText.of(TOWN + "walk P-X 300s ; line 4 tram X 08:10 D 08:30");
    TimetableView view = onDay(city, schedule(city), 0);
    assertThat(ask(city, view, "leave 08:00 O > D factor 9")).containsExactly(SLOW);
    assertThat(ask(city, view, "leave 08:00 O > D")).containsExactly(FAST, SLOW);
  }

  @Test
  @Tag("SR-11")
  void theSameChangesOnAnotherDay() {
    TimetableText city =
        TimetableText.of(TOWN + "walk P-X 300s ; line 4 tram service=tomorrow X 08:10 D 08:30");
    Schedule schedule = schedule(city);
    TimetableView today = onDay(city, schedule, 0);
    assertThat(ask(city, today, "leave 08:00 O > D")).containsExactly(SLOW);
    TimetableView tomorrow = onDay(city, schedule, 1);
    assertThat(ask(city, tomorrow, "leave 08:00 O > D")).containsExactly(FAST, SLOW);
  }

  private static Schedule schedule(TimetableText city) {
    TimetableView view = city.view();
    return new Schedule(city.timetable(), view.transfers(), view.stepFreeTransfers(), city.zone());
  }

  /// The morning of one day.
  private static TimetableView onDay(TimetableText city, Schedule schedule, int offset) {
    ZonedDateTime morning = city.date().plusDays(offset).atTime(7, 0).atZone(city.zone());
    return schedule.view(morning.toInstant(), morning.plusHours(3).toInstant());
  }

  private List<String> ask(TimetableText city, TimetableView view, String question) {
    RangeQuery query = QuestionText.read(question, city::stop);
    return JourneyText.lines(city.timetable(), raptor.search(view, query));
  }

  private static List<RaptorJourney> weighed(
      RangeRaptor raptor, TimetableView view, RangeQuery query, Weighing weighing) {
    return raptor.searchWeighed(view, query, weighing, null).journeys();
  }

  private static List<RangeQuery> alike(RangeQuery query) {
    int at = query.atSeconds();
    int slack = query.slackSeconds();
    double factor = query.walkFactor();
    boolean stepFree = query.stepFree();
    int modes = query.modes();
    return List.of(
        with(query, query.egress(), query.access(), at, slack, factor, stepFree, modes),
        onTheWay(query, at - 7200, slack, factor, stepFree, modes),
        onTheWay(query, at + 7200, slack, factor, stepFree, modes),
        onTheWay(query, at, slack == 0 ? 240 : 0, factor, stepFree, modes),
        onTheWay(query, at, slack, factor == 0.75 ? 2 : 0.75, stepFree, modes),
        onTheWay(query, at, slack, factor, !stepFree, modes),
        onTheWay(query, at, slack, factor, stepFree, modes ^ 1 << Mode.METRO.ordinal()),
        fewerOrMoreRides(query));
  }

  private static RangeQuery onTheWay(
      RangeQuery query, int at, int slack, double factor, boolean stepFree, int modes) {
    return with(query, query.access(), query.egress(), at, slack, factor, stepFree, modes);
  }

  private static RangeQuery with(
      RangeQuery query,
      Foothold access,
      Foothold egress,
      int at,
      int slack,
      double factor,
      boolean stepFree,
      int modes) {
    return new RangeQuery(
        query.arriveBy(),
        at,
        query.windowSeconds(),
        access,
        egress,
        query.maxRides(),
        query.maxSeconds(),
        slack,
        factor,
        query.maxChangeMetres(),
        stepFree,
        query.bikes(),
        modes);
  }

  private static RangeQuery fewerOrMoreRides(RangeQuery query) {
    return new RangeQuery(
        query.arriveBy(),
        query.atSeconds(),
        query.windowSeconds(),
        query.access(),
        query.egress(),
        query.maxRides() % 5 + 1,
        query.maxSeconds(),
        query.slackSeconds(),
        query.walkFactor(),
        query.maxChangeMetres(),
        query.stepFree(),
        query.bikes(),
        query.modes());
  }
}
