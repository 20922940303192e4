package org.toret.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.notice.Notices;
import org.toret.network.overlay.LiveOverlay;
import org.toret.router.live.LiveSchedule;
import org.toret.router.raptor.OneToAll;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeQuery.Foothold;
import org.toret.router.raptor.Schedule;
import org.toret.router.raptor.TimetableView;
import org.toret.router.sweep.WindowSweep;
import org.toret.testkit.city.ChangeTable;
import org.toret.testkit.city.LiveCity;
import org.toret.testkit.city.RandomCity;
import org.toret.testkit.city.RandomQuestion;
import org.toret.testkit.city.TimetableText;

/// One run over a window says of every instant what the search from that instant alone says.
final class WindowSweepTest {

  private static final int QUESTIONS = 12;
  private static final long SEED = Long.getLong("toret.seed", 1);

  private final OneToAll oneToAll = new OneToAll();
  private int instants;
  private int reached;
  private int changed;

  @Test
  @Tag("SR-28")
  void everyInstantOfAWindowIsAnsweredAsIfAskedAlone() {
    for (long seed = SEED; seed < SEED + 300; seed++) {
      RandomCity.Size size = seed % 2 == 0 ? RandomCity.Size.SMALL : RandomCity.Size.SPARSE;
      TimetableText city = RandomCity.of(seed, size);
      ask(city, city.view(), seed);
    }
    assertThat(instants).isGreaterThan(20_000);
    assertThat(reached).isGreaterThan(50_000);
    assertThat(changed).isGreaterThan(10_000);
  }

  @Test
  @Tag("SR-28")
  void everyInstantIsAnsweredInTheTimetableOfNow() {
    for (long seed = SEED; seed < SEED + 60; seed++) {
      LiveCity city = LiveCity.of(seed, RandomCity.Size.SMALL);
      TimetableText published = city.published();
      LiveOverlay overlay = new LiveOverlay(published.timetable());
      Schedule schedule =
          new Schedule(
              published.timetable(),
              ChangeTable.of(published.timetable(), published.walks(), false),
              ChangeTable.of(published.timetable(), published.walks(), true),
              published.zone());
      LiveSchedule now = new LiveSchedule(schedule, overlay.current());
      city.said().forEach(said -> now.show(overlay.update(said, new Notices())));
      Instant midnight = published.date().atStartOfDay(published.zone()).toInstant();
      ask(published, now.current().view(midnight, midnight.plusSeconds(48 * 3600)), seed);
    }
    assertThat(reached).isGreaterThan(10_000);
  }

  private void ask(TimetableText city, TimetableView view, long seed) {
    RandomQuestion questions = new RandomQuestion(city, seed);
    Random random = new Random(seed);
    for (int number = 0; number < QUESTIONS; number++) {
      RangeQuery query = window(questions.next(), 0, 600 + random.nextInt(5400));
      int step = random.nextBoolean() ? 60 : 20 + random.nextInt(600);
      WindowSweep sweep = new WindowSweep(view, query, step);
      // The same working memory answers again and again.
      for (int origin = 0; origin < 2; origin++) {
        RangeQuery other = origin == 0 ? query : turned(query);
        compare(view, other, step, sweep, "seed %d, question %d".formatted(seed, number));
      }
    }
  }

  private void compare(
      TimetableView view, RangeQuery query, int step, WindowSweep sweep, String which) {
    int[] best = new int[view.timetable().stops().count()];
    Arrays.fill(best, OneToAll.NEVER);
    int[] last = {sweep.steps()};
    sweep.run(
        query.arriveBy() ? query.egress() : query.access(),
        new WindowSweep.Arrivals() {
          @Override
          public void reached(int stop, int at) {
            assertThat(at).as(which).isLessThan(best[stop]);
            best[stop] = at;
            changed++;
          }

          @Override
          public void done(int number, int from) {
            assertThat(number).isEqualTo(--last[0]);
            int at = query.arriveBy() ? -from : from;
            int[] alone = oneToAll.seconds(view, window(query, at - query.atSeconds(), 0));
            for (int stop = 0; stop < best.length; stop++) {
              int seconds = best[stop] - from;
              int told = seconds <= query.maxSeconds() ? seconds : OneToAll.NEVER;
              assertThat(told)
                  .as("%s, instant %d, stop %d: %s", which, number, stop, query)
                  .isEqualTo(alone[stop]);
              reached += alone[stop] == OneToAll.NEVER ? 0 : 1;
            }
            instants++;
          }
        });
    assertThat(last[0]).isZero();
  }

  /// The same question some seconds later, over another window.
  private static RangeQuery window(RangeQuery query, int laterSeconds, int windowSeconds) {
    return new RangeQuery(
        query.arriveBy(),
        query.atSeconds() + laterSeconds,
        windowSeconds,
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

  /// From where the other journey ends.
  private static RangeQuery turned(RangeQuery query) {
    Foothold access = query.access();
    return new RangeQuery(
        query.arriveBy(),
        query.atSeconds(),
        query.windowSeconds(),
        query.egress(),
        access,
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
