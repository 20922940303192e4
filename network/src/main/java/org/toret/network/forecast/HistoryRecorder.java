package org.toret.network.forecast;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;

/// Makes history of what is counted: collects an hour at a time and lays it to what is known when
/// the hour is over. Not thread-safe.
///
/// How often a count changes is told by its steps: their squares, less what a steady trend
/// explains. Between two counts more than half an hour apart nothing is known.
public final class HistoryRecorder {

  private static final long LONGEST_GAP_SECONDS = 30 * 60;

  /// An hour of which less is known does not count.
  private static final double LEAST_SECONDS = 20 * 60;

  private static final float MOST_DAYS = 30;

  /// A store that was not seen for so long is forgotten.
  private static final int FORGET_DAYS = 120;

  private final ZoneId zone;
  private final String country;
  private final Map<String, Hour> running = new HashMap<>();
  private History history;
  private long hour = Long.MIN_VALUE;

  /// The hour under way of one store.
  private static final class Hour {
    long lastAt;
    double last;
    double seconds;
    double sum;
    double squares;
    int steps;
    double stepSum;
    double stepSquares;
  }

  /// @param known what is known so far
  /// @param country whose holidays count
  public HistoryRecorder(History known, ZoneId zone, String country) {
    this.history = known;
    this.zone = zone;
    this.country = country;
  }

  /// What is known, without the hour under way.
  public History history() {
    return history;
  }

  /// Takes a count. Counts from before the last one of the same store are not heeded.
  ///
  /// @return whether an hour was over, so that [#history] is another one
  public boolean observe(String store, long epochSecond, int count) {
    long now = Math.floorDiv(epochSecond, 3_600);
    boolean over = hour != Long.MIN_VALUE && now > hour;
    if (over) {
      fold();
    }
    hour = Math.max(hour, now);
    Hour open = running.get(store);
    if (open == null) {
      open = new Hour();
      open.lastAt = epochSecond;
      open.last = count;
      running.put(store, open);
    } else if (epochSecond > open.lastAt) {
      step(open, epochSecond, count);
    }
    return over;
  }

  private static void step(Hour open, long epochSecond, int count) {
    long gap = epochSecond - open.lastAt;
    if (gap <= LONGEST_GAP_SECONDS) {
      open.seconds += gap;
      open.sum += gap * open.last;
      open.squares += gap * open.last * open.last;
      double step = count - open.last;
      open.steps++;
      open.stepSum += step;
      open.stepSquares += step * step;
    }
    open.lastAt = epochSecond;
    open.last = count;
  }

  private void fold() {
    ZonedDateTime then = Instant.ofEpochSecond(3_600 * hour).atZone(zone);
    DayKind kind = DayKind.of(then.toLocalDate(), country);
    int today = (int) then.toLocalDate().toEpochDay();
    Map<String, History.Series> next = new HashMap<>(history.series());
    running.forEach((store, open) -> {
      if (open.seconds >= LEAST_SECONDS) {
        History.Series known = next.get(store);
        float[] slots =
            known == null
                ? new float[History.KINDS * History.HOURS * History.WIDTH]
                : known.slots().clone();
        add(slots, History.at(kind, then.getHour()), open);
        next.put(store, new History.Series(today, slots));
      }
    });
    next.values().removeIf(series -> today - series.lastDay() > FORGET_DAYS);
    history = new History(next);
    running.values().removeIf(open -> 3_600 * (hour - 24) > open.lastAt);
    running.values().forEach(HistoryRecorder::begin);
  }

  private static void begin(Hour open) {
    open.seconds = 0;
    open.sum = 0;
    open.squares = 0;
    open.steps = 0;
    open.stepSum = 0;
    open.stepSquares = 0;
  }

  private static void add(float[] slots, int at, Hour open) {
    float days = Math.min(MOST_DAYS, slots[at] + 1);
    slots[at] = days;
    blend(slots, at + 1, open.sum / open.seconds, days);
    blend(slots, at + 2, open.squares / open.seconds, days);
    double trend = open.stepSum * open.stepSum / Math.max(1, open.steps);
    double squares =
        open.steps < 2
            ? open.stepSquares
            : (open.stepSquares - trend) * open.steps / (open.steps - 1);
    blend(slots, at + 3, 3_600 * squares / open.seconds, days);
  }

  private static void blend(float[] slots, int at, double value, float days) {
    slots[at] += (float) ((value - slots[at]) / days);
  }
}
