package org.toret.app.pages.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/// An axis from 0 to a round number with marks at round steps.
///
/// @param step distance of two marks, in the unit of the cost
/// @param steps how many
record Ruler(long step, int steps) {

  private static final long[] ROUND = {1, 2, 5};
  private static final long[] ROUND_SECONDS = {
    60, 120, 300, 600, 900, 1200, 1800, 3600, 7200, 14_400
  };

  /// The shortest axis that holds `most` with at most so many steps.
  static Ruler over(long most, String kind, int atMostSteps) {
    long step = kind.equals("time") ? roundSeconds(most, atMostSteps) : round(most, atMostSteps);
    return new Ruler(step, (int) Math.max(1, Math.ceilDiv(most, step)));
  }

  /// Where an amount lies between two ends of a picture.
  int at(long amount, int start, int end) {
    return (int) Math.round(start + (double) (end - start) * amount / (step * steps));
  }

  /// The marks.
  List<Trade.Tick> ticks(int start, int end, LongFunction<String> print) {
    List<Trade.Tick> ticks = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      ticks.add(new Trade.Tick(at(step * i, start, end), i == 0 ? "0" : print.apply(step * i)));
    }
    return ticks;
  }

  private static long round(long most, int steps) {
    for (long power = 1; ; power *= 10) {
      for (long digit : ROUND) {
        if (digit * power * steps >= most) {
          return digit * power;
        }
      }
    }
  }

  private static long roundSeconds(long most, int steps) {
    for (long step : ROUND_SECONDS) {
      if (step * steps >= most) {
        return step;
      }
    }
    return round(most, steps);
  }
}
