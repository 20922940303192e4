package org.toret.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;

/// Whether searches on live data are slower: every question as published and on what is true now,
/// one after the other as A B B A, the next as B A A B, so that whatever else the machine does, and
/// what the caches hold of the search before, falls on both.
final class LivePairs {

  private static final int PAIRS = 10;

  /// The ninth of ten sorted ratios is above the true median in 99 of 100 cases.
  private static final int UPPER = 8;

  private final PrintStream out;
  private final int questions;

  LivePairs(PrintStream out, int questions) {
    this.out = out;
    this.questions = questions;
  }

  /// Prints the ratio of processor times, live to published.
  void run(String what, IntConsumer published, IntConsumer live) {
    for (int round = 0; round < 2; round++) {
      var _ = ratio(published, live);
    }
    double[] ratios = new double[PAIRS];
    for (int pair = 0; pair < PAIRS; pair++) {
      ratios[pair] = ratio(published, live);
    }
    Arrays.sort(ratios);
    out.printf(
        Locale.ROOT,
        "%-12s live / published: median %.3f of %d pairs A B B A, at most %.3f (95 %%), %.3f to %.3f%n",
        what,
        (ratios[PAIRS / 2 - 1] + ratios[PAIRS / 2]) / 2,
        PAIRS,
        ratios[UPPER],
        ratios[0],
        ratios[PAIRS - 1]);
  }

  private double ratio(IntConsumer published, IntConsumer live) {
    long plain = 0;
    long now = 0;
    for (int i = 0; i < questions; i++) {
      if (i % 2 == 0) {
        plain += nanos(published, i);
        now += nanos(live, i) + nanos(live, i);
        plain += nanos(published, i);
      } else {
        now += nanos(live, i);
        plain += nanos(published, i) + nanos(published, i);
        now += nanos(live, i);
      }
    }
    return (double) now / plain;
  }

  private static long nanos(IntConsumer ask, int question) {
    var thread = ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadCpuTime();
    ask.accept(question);
    return thread.getCurrentThreadCpuTime() - before;
  }
}
