package org.toret.testkit.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.notice.Notices;
import org.toret.network.overlay.FeedChanges;
import org.toret.network.overlay.LiveOverlay;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.router.live.LiveSchedule;
import org.toret.router.raptor.DayTimetable;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeRaptor;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.Schedule;
import org.toret.router.raptor.TimetableView;
import org.toret.testkit.city.ChangeTable;
import org.toret.testkit.city.ClockText;
import org.toret.testkit.city.LiveCity;
import org.toret.testkit.city.RandomCity;
import org.toret.testkit.city.RandomQuestion;
import org.toret.testkit.city.TimetableText;
import org.toret.testkit.oracle.JourneyCheck;
import org.toret.testkit.oracle.ReferenceRouter;

/// A search in the overlay finds what a search finds in the timetable built anew with everything in
/// it that is said of today.
///
/// Run with `-Dtoret.seed=N -Dtoret.cities=M` to go on from another seed; a failure names the seed
/// of its city and the number of the question.
@Tag("RT-03")
final class LiveAgreementTest {

  private static final int QUESTIONS = 25;
  private static final long SEED = Long.getLong("toret.seed", 1);

  private final RangeRaptor raptor = new RangeRaptor();
  private final ReferenceRouter reference = new ReferenceRouter();
  private int journeys;
  private int unlikePublished;

  @Test
  void thousandsOfQuestionsToChangedCities() {
    int cities = Integer.getInteger("toret.cities", 160);
    for (long seed = SEED; seed < SEED + cities; seed++) {
      RandomCity.Size size = seed % 3 == 0 ? RandomCity.Size.SPARSE : RandomCity.Size.SMALL;
      ask(seed, LiveCity.of(seed, size), QUESTIONS);
    }
    assertThat(journeys).isGreaterThan(10 * cities);
    assertThat(unlikePublished).as("questions answered otherwise").isGreaterThan(3 * cities);
  }

  @Test
  void questionsToMediumCities() {
    for (long seed = SEED; seed < SEED + 4; seed++) {
      ask(seed, LiveCity.of(seed, RandomCity.Size.MEDIUM), 15);
    }
    assertThat(journeys).isGreaterThan(10);
  }

  private void ask(long seed, LiveCity city, int questions) {
    Notices notices = new Notices();
    LiveOverlay overlay = new LiveOverlay(city.published().timetable());
    LiveSchedule schedule = new LiveSchedule(schedule(city.published()), overlay.current());
    List<FeedChanges> other = LiveCity.of(seed + 1_000_000, RandomCity.Size.SMALL).said();
    other.forEach(said -> schedule.show(overlay.update(said, new Notices())));
    city.said().forEach(said -> schedule.show(overlay.update(said, notices)));
    assertThat(notices.listAll()).as("seed " + seed).isEmpty();
    for (int day : city.published().dayOffsets()) {
      LocalDate date = city.published().date().plusDays(day);
      List<String> live = runs(overlay.current().timetable(), date);
      List<String> built = runs(city.changed().timetable(), date);
      assertThat(without(live, built))
          .as("seed %d, %s", seed, date)
          .isEqualTo(without(built, live));
    }
    TimetableView published = view(schedule(city.published()), city.published());
    TimetableView live = view(schedule.current(), city.published());
    TimetableView built = view(schedule(city.changed()), city.published());
    RandomQuestion random = new RandomQuestion(city.published(), seed);
    for (int number = 0; number < questions; number++) {
      RangeQuery query = random.next();
      String which = "seed %d, question %d: %s".formatted(seed, number, query);
      List<RaptorJourney> found = raptor.search(live, query);
      assertThat(points(found)).as(which).isEqualTo(points(raptor.search(built, query)));
      assertThat(JourneyCheck.faults(live, query, found)).as(which).isEmpty();
      if (number % 5 == 0) {
        assertThat(points(reference.search(live, query))).as(which).isEqualTo(points(found));
      }
      journeys += found.size();
      unlikePublished += points(found).equals(points(raptor.search(published, query))) ? 0 : 1;
    }
  }

  /// Every run of a date, call by call.
  private static List<String> runs(Timetable timetable, LocalDate date) {
    Patterns patterns = timetable.patterns();
    List<String> runs = new ArrayList<>();
    for (int trip : DayTimetable.of(timetable, date).trips()) {
      int pattern = timetable.trips().patterns()[trip];
      int times = patterns.timeOffset(pattern, trip);
      StringBuilder run = new StringBuilder(timetable.trips().ids().get(trip));
      for (int call = 0; call < patterns.length(pattern); call++) {
        int at = patterns.stopOffsets()[pattern] + call;
        run.append(
            " %d %s-%s %d%d"
                .formatted(
                    timetable.nodes().stops()[patterns.nodes()[at]],
                    ClockText.time(patterns.arrival(times + call)),
                    ClockText.time(patterns.departure(times + call)),
                    patterns.pickups()[at],
                    patterns.dropOffs()[at]));
      }
      runs.add(run.toString());
    }
    runs.sort(null);
    return runs;
  }

  private static List<String> without(List<String> runs, List<String> others) {
    return runs.stream().filter(run -> !others.contains(run)).toList();
  }

  private static Schedule schedule(TimetableText city) {
    return new Schedule(
        city.timetable(),
        ChangeTable.of(city.timetable(), city.walks(), false),
        ChangeTable.of(city.timetable(), city.walks(), true),
        city.zone());
  }

  /// A view whose axis begins on the city's date.
  private static TimetableView view(Schedule schedule, TimetableText city) {
    Instant from = city.date().atStartOfDay(city.zone()).toInstant();
    return schedule.view(from, from.plusSeconds(48 * 3600));
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
