package org.toret.app.simulate;

import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

/// How late a run is at each of its calls.
///
/// From call to call a delay is drawn towards what the place and the hour ask for, and keeps a part
/// of what it was: `D' = r D + (1 - r) m + e`, with `r = exp(-h / memory)` and `h` the published
/// seconds between the two: the exact step of a delay that follows `dD/dt = (m - D) / memory`. What
/// it is drawn towards, `m`, follows [Congestion], which all lines of a part of the city share, a
/// wave of its line, which all its runs share, and a wave of its own. `e` is a little noise, as of
/// traffic lights. A run sets out late by the positive half of a normal number. So the mean over
/// all chance obeys the same equation without waves and noise.
///
/// Held to what vehicles can do: at most a third of a stretch is made up, nobody is more than half
/// a minute early, more than an hour is not told. The waves are slow enough that this seldom bites
/// but after jams.
final class DelayModel {

  static final int EARLIEST = -30;
  static final int LATEST = 3600;

  /// At most this part of the published time between two calls is made up.
  static final double MADE_UP = 1.0 / 3;

  private static final long LINE_MEMORY_SECONDS = 2400;
  private static final double LINE_SHARE = 0.35;
  private static final long RUN_MEMORY_SECONDS = 1200;

  /// Of the published time between two calls.
  private static final double NOISE = 0.08;

  private static final int NOISY_SECONDS = 90;
  private static final double MOST = 2;

  private final Timetable timetable;
  private final Demand demand;
  private final Congestion congestion;
  private final Disturbances disturbances;
  private final Chance chance;
  private final Wave lines;
  private final Wave runs;

  DelayModel(
      Timetable timetable,
      Demand demand,
      Congestion congestion,
      Disturbances disturbances,
      Chance chance) {
    this.timetable = timetable;
    this.demand = demand;
    this.congestion = congestion;
    this.disturbances = disturbances;
    this.chance = chance.of("delays");
    this.lines = new Wave(chance.of("lines"), LINE_MEMORY_SECONDS);
    this.runs = new Wave(chance.of("runs"), RUN_MEMORY_SECONDS);
  }

  /// What delays will turn out to be, seconds for each call.
  int[] actual(Run run) {
    Patterns patterns = timetable.patterns();
    Punctuality habit = habit(run);
    int length = patterns.length(run.pattern());
    int at = patterns.timeOffset(run.pattern(), run.trip());
    int[] delays = new int[length];
    double delay = held(set(run, habit, patterns.departure(at)), 0, 0);
    delays[0] = (int) Math.round(delay);
    for (int call = 1; call < length; call++) {
      int left = patterns.departure(at + call - 1);
      int hop = patterns.arrival(at + call) - left;
      double kept = Math.exp(-hop / habit.memorySeconds());
      double drawn = drawn(run, habit, call - 1, run.origin() + left);
      double noise = NOISE * Math.min(hop, NOISY_SECONDS) * noise(run, call);
      delay = held(kept * delay + (1 - kept) * drawn + noise, delay, hop);
      delays[call] = (int) Math.round(delay);
    }
    return delays;
  }

  /// What is foreseen: the last delay measured wears off towards what is usual at this hour.
  ///
  /// @param actual what was measured up to `passed`
  /// @param passed the last call that has been left, -1 before the first
  int[] foreseen(Run run, int[] actual, int passed) {
    Patterns patterns = timetable.patterns();
    Punctuality habit = habit(run);
    int at = patterns.timeOffset(run.pattern(), run.trip());
    int[] delays = actual.clone();
    double delay = passed < 0 ? 0 : actual[passed];
    for (int call = passed + 1; call < delays.length; call++) {
      if (call > 0) {
        int left = patterns.departure(at + call - 1);
        int hop = patterns.arrival(at + call) - left;
        double kept = Math.exp(-hop / habit.memorySeconds());
        double usual = habit.meanSeconds() * demand.level(run.origin() + left);
        delay = held(kept * delay + (1 - kept) * usual, delay, hop);
      }
      delays[call] = (int) Math.round(delay);
    }
    return delays;
  }

  boolean isCancelled(Run run) {
    return chance.uniform(run.key(), CANCELLED) < habit(run).cancelled();
  }

  /// How long before its start it is told that a run is cancelled.
  int cancelledAhead(Run run) {
    return 900 + chance.below(6300, run.key(), AHEAD);
  }

  private static final long CANCELLED = -1;
  private static final long AHEAD = -2;
  private static final long ORIGIN = 0;

  private double set(Run run, Punctuality habit, int departureSeconds) {
    double level = demand.level(run.origin() + departureSeconds);
    double late = Math.max(0, chance.normal(run.key(), ORIGIN));
    return habit.originSeconds() * (0.3 + 0.7 * level) * late;
  }

  private double drawn(Run run, Punctuality habit, int call, long epochSecond) {
    Patterns patterns = timetable.patterns();
    int node = patterns.nodes()[patterns.stopOffsets()[run.pattern()] + call];
    int stop = timetable.nodes().stops()[node];
    double place =
        congestion.at(
            timetable.stops().latsE7()[stop], timetable.stops().lonsE7()[stop], epochSecond);
    double level = demand.level(epochSecond);
    double line = LINE_SHARE * level * lines.at(run.route(), epochSecond, MOST);
    double own = (0.3 + 0.7 * level) * runs.at(run.key(), epochSecond, MOST);
    return habit.meanSeconds() * (place + line)
        + habit.spreadSeconds() * own
        + disturbances.jamSeconds(run.route(), epochSecond);
  }

  private double noise(Run run, int call) {
    return Math.clamp(chance.normal(run.key(), call), -1, 1);
  }

  private static double held(double delay, double before, int hopSeconds) {
    double least = Math.max(EARLIEST, before - MADE_UP * hopSeconds);
    return Math.clamp(delay, least, LATEST);
  }

  Punctuality habit(Run run) {
    return Punctuality.of(Mode.of(timetable.routes().modes()[run.route()]));
  }
}
