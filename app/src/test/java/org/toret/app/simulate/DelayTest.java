package org.toret.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

/// Delays of the demo city against the model they are said to follow.
@Tag("SI-01")
final class DelayTest {

  private static final int SEEDS = 500;

  private final Timetable timetable = DemoTown.city().timetable();
  private final Demand demand =
      new Demand(DemoTown.city().info().zone(), DemoTown.city().info().country());

  private DelayModel model(long seed) {
    Chance chance = new Chance(seed);
    return new DelayModel(
        timetable,
        demand,
        new Congestion(demand, chance),
        new Disturbances(timetable, demand, route -> false, chance),
        chance);
  }

  /// A run of the first bus line with many calls that leaves nearest to an hour.
  private Run run(Mode mode, String clock, int skip) {
    Patterns patterns = timetable.patterns();
    long midnight = DemoTown.at("00:00");
    int left = skip;
    for (int pattern = 0; pattern < patterns.count(); pattern++) {
      int route = patterns.routes()[pattern];
      for (int t = patterns.tripOffsets()[pattern]; t < patterns.tripOffsets()[pattern + 1]; t++) {
        long departure = midnight + patterns.departure(patterns.timeOffset(pattern, t));
        int day = (int) demand.date(midnight).toEpochDay();
        boolean fits =
            timetable.routes().mode(route) == mode
                && patterns.length(pattern) > 16
                && departure >= DemoTown.at(clock)
                && timetable.calendar().runs(timetable.trips().services()[t], day);
        if (fits && left-- == 0) {
          long key = Chance.key(timetable.trips().ids().get(t));
          return new Run(t, pattern, route, demand.date(midnight), midnight, key);
        }
      }
    }
    throw new AssertionError("no run of " + mode);
  }

  private List<int[]> days(Run run) {
    List<int[]> days = new ArrayList<>();
    for (int seed = 0; days.size() < SEEDS; seed++) {
      Chance chance = new Chance(seed);
      boolean jam =
          new Disturbances(timetable, demand, route -> false, chance)
              .of(run.date()).stream()
                  .anyMatch(
                      one -> one.kind() == Disturbance.Kind.JAM && one.route() == run.route());
      if (!jam) {
        days.add(model(seed).actual(run));
      }
    }
    return days;
  }

  /// The mean obeys `m' = r m + (1 - r) habit * demand`, beginning with the mean of the positive
  /// half of a normal number, `1 / sqrt(2 pi)`. What is held back at half a minute early lifts it a
  /// little.
  @Test
  void theMeanOverManyDaysIsThatOfTheEquation() {
    for (Run run : List.of(run(Mode.BUS, "07:40", 0), run(Mode.TRAM, "18:00", 1))) {
      Punctuality habit = Punctuality.of(timetable.routes().mode(run.route()));
      List<int[]> days = days(run);
      Patterns patterns = timetable.patterns();
      int at = patterns.timeOffset(run.pattern(), run.trip());
      double level = demand.level(run.origin() + patterns.departure(at));
      double expected = habit.originSeconds() * (0.3 + 0.7 * level) / Math.sqrt(2 * Math.PI);
      for (int call = 0; call < patterns.length(run.pattern()); call++) {
        if (call > 0) {
          int left = patterns.departure(at + call - 1);
          double kept = Math.exp(-(patterns.arrival(at + call) - left) / habit.memorySeconds());
          double drawn = habit.meanSeconds() * demand.level(run.origin() + left);
          expected = kept * expected + (1 - kept) * drawn;
        }
        double[] found = column(days, call);
        double error = Math.sqrt(variance(found) / SEEDS);
        assertThat(mean(found)).as("call %d", call).isCloseTo(expected, within(4 * error + 5));
      }
      assertThat(expected).isGreaterThan(60);
    }
  }

  @Test
  void aRunRemembersAndForgetsItsDelay() {
    List<int[]> days = days(run(Mode.BUS, "07:40", 0));
    double near = correlation(column(days, 6), column(days, 7));
    double apart = correlation(column(days, 6), column(days, 11));
    double far = correlation(column(days, 1), column(days, 15));
    assertThat(near).isGreaterThan(0.9);
    assertThat(apart).isBetween(far, near);
    assertThat(far).isLessThan(0.6);
  }

  @Test
  void runsOfALineShareTheirFateAndThoseOfTwoDaysDoNot() {
    Run run = run(Mode.BUS, "07:40", 0);
    Run next = new Run(run.trip(), run.pattern(), run.route(), run.date(), run.origin(), 4711);
    Run other =
        new Run(
            run.trip(),
            run.pattern(),
            run.route(),
            run.date().plusDays(1),
            run.origin() + 86_400,
            5);
    double[] delays = column(days(run), 14);
    assertThat(correlation(delays, column(days(next), 14))).isGreaterThan(0.25);
    double chance = correlation(delays, column(days(other), 14));
    assertThat(chance).isCloseTo(0, within(4 / Math.sqrt(SEEDS)));
  }

  @Test
  void theRushHourIsLateAndTheMetroIsNot() {
    Simulation simulation = new Simulation(DemoTown.engine(), 3);
    Map<Mode, Double> rush = meanByMode(simulation, DemoTown.at("08:30"));
    Map<Mode, Double> night = meanByMode(simulation, DemoTown.at("22:45"));
    assertThat(rush.get(Mode.BUS))
        .isGreaterThan(1.5 * night.getOrDefault(Mode.BUS, 999.0))
        .isBetween(60.0, 300.0);
    assertThat(rush.get(Mode.METRO)).isLessThan(30);
  }

  @Test
  void nobodyBreaksTheBounds() {
    for (String clock : List.of("06:30", "08:15", "13:00", "18:20", "23:50")) {
      for (RunNow run : new Simulation(DemoTown.engine(), 5).runs(0, DemoTown.at(clock))) {
        for (int call = 0; call < run.length(); call++) {
          assertThat(run.actual()[call]).isBetween(DelayModel.EARLIEST, DelayModel.LATEST);
          if (call > 0) {
            long hop = run.scheduledArrivals()[call] - run.scheduledDepartures()[call - 1];
            int made = run.actual()[call - 1] - run.actual()[call];
            assertThat((double) made).isLessThanOrEqualTo(DelayModel.MADE_UP * hop + 1);
          }
        }
      }
    }
  }

  /// Known delays stay; what is foreseen comes near to what will be as its hour comes near.
  @Test
  void foresightGrowsWithNearness() {
    Simulation simulation = new Simulation(DemoTown.engine(), 9);
    double near = 0;
    double far = 0;
    int count = 0;
    for (RunNow run : simulation.runs(0, DemoTown.at("08:10"))) {
      for (int call = 0; call <= run.passed(); call++) {
        assertThat(run.delays()[call]).isEqualTo(run.actual()[call]);
      }
      if (!run.cancelled() && run.passed() >= 0 && run.passed() + 8 < run.length()) {
        near += Math.abs(run.delays()[run.passed() + 1] - run.actual()[run.passed() + 1]);
        far += Math.abs(run.delays()[run.passed() + 8] - run.actual()[run.passed() + 8]);
        count++;
      }
    }
    assertThat(count).isGreaterThan(50);
    assertThat(near / count).isLessThan(20).isLessThan(far / count / 2);
  }

  @Test
  void aboutOneBusInEightyIsCancelledAndNoMetro() {
    Map<Boolean, Integer> buses = new TreeMap<>();
    for (int seed = 0; seed < 40; seed++) {
      for (RunNow run : new Simulation(DemoTown.engine(), seed).runs(0, DemoTown.at("12:00"))) {
        Mode mode = timetable.routes().mode(run.route());
        if (mode == Mode.BUS
            && run.scheduledDepartures()[0] <= DemoTown.at("12:00")
            && run.scheduledArrivals()[run.length() - 1] >= DemoTown.at("12:00")) {
          buses.merge(run.cancelled(), 1, Integer::sum);
        }
        assertThat(mode == Mode.METRO && run.cancelled()).isFalse();
      }
    }
    double all = buses.getOrDefault(true, 0) + buses.getOrDefault(false, 0);
    double share = Punctuality.of(Mode.BUS).cancelled();
    assertThat(buses.getOrDefault(true, 0) / all)
        .isCloseTo(share, within(4 * Math.sqrt(share * (1 - share) / all)));
  }

  private Map<Mode, Double> meanByMode(Simulation simulation, long at) {
    Map<Mode, List<Integer>> delays = new TreeMap<>();
    for (RunNow run : simulation.runs(0, at)) {
      if (!run.cancelled() && run.passed() >= 0) {
        delays
            .computeIfAbsent(timetable.routes().mode(run.route()), fresh -> new ArrayList<>())
            .add(run.actual()[run.passed()]);
      }
    }
    Map<Mode, Double> means = new TreeMap<>();
    delays.forEach(
        (mode, all) -> means.put(mode, all.stream().mapToInt(one -> one).average().orElse(0)));
    return means;
  }

  private static double[] column(List<int[]> days, int call) {
    return days.stream().mapToDouble(day -> day[call]).toArray();
  }

  private static double mean(double[] numbers) {
    return java.util.Arrays.stream(numbers).average().orElse(Double.NaN);
  }

  private static double variance(double[] numbers) {
    double mean = mean(numbers);
    return java.util.Arrays.stream(numbers)
        .map(one -> (one - mean) * (one - mean))
        .average()
        .orElse(0);
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = mean(a);
    double meanB = mean(b);
    double together =
        IntStream.range(0, a.length)
            .mapToDouble(i -> (a[i] - meanA) * (b[i] - meanB))
            .average()
            .orElse(0);
    return together / Math.sqrt(variance(a) * variance(b));
  }
}
