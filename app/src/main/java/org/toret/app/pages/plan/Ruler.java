package org.toret.app.pages.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/// An axis between round numbers with marks at round steps. It begins at 0 unless all amounts lie
/// far from it: the marks say where.
///
/// @param start where it begins, in the unit of the cost
/// @param step distance of two marks
/// @param steps how many
record Ruler(long start, long step, int steps) {

  private static final long[] ROUND = {1, 2, 5};
  private static final long[] ROUND_SECONDS = {
    60, 120, 300, 600, 900, 1200, 1800, 3600, 7200, 14_400
  };

  /// The shortest axis that holds `least` to `most` with at most so many steps; one without a step
  /// where all amounts are 0.
  static Ruler over(long least, long most, String kind, int atMostSteps) {
    if (2 * least > most && most > least) {
      long step = step(most - least, kind, atMostSteps - 1);
      long start = least / step * step;
      return new Ruler(start, step, (int) Math.max(1, Math.ceilDiv(most - start, step)));
    }
    long step = step(most, kind, atMostSteps);
    if (most == 0) {
      return new Ruler(0, step, 0);
    }
    return new Ruler(0, step, (int) Math.max(1, Math.ceilDiv(most, step)));
  }

  /// How far along the axis an amount lies, from 0 to 1.
  double share(long amount) {
    return steps == 0 ? 0 : (double) (amount - start) / (step * steps);
  }

  /// The marks.
  List<Trade.Tick> ticks(LongFunction<String> print) {
    List<Trade.Tick> ticks = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      long amount = start + step * i;
      ticks.add(new Trade.Tick(share(amount), amount == 0 ? "0" : print.apply(amount)));
    }
    return ticks;
  }

  private static long step(long span, String kind, int steps) {
    return kind.equals("time") ? roundSeconds(span, steps) : round(span, steps);
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
