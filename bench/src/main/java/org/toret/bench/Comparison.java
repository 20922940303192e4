package org.toret.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Two versions of the product side by side in one run: the same questions, in turns ABBA, so that
/// what else the machine does meets both alike. Prints processor time, answer times and their
/// ratios with their spread, then every question whose front differs.
final class Comparison {

  private static final int WARM_ROUNDS = 3;

  private final PrintStream out;
  private final List<Example> examples;
  private final int rounds;

  Comparison(PrintStream out, List<Example> examples, int rounds) {
    this.out = out;
    this.examples = examples;
    this.rounds = rounds;
  }

  /// What one version took in one round.
  private record Round(double cpuMillis, long[] nanos) {

    double millisAt(double share) {
      long[] sorted = nanos.clone();
      Arrays.sort(sorted);
      return sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))] / 1e6;
    }
  }

  /// @param report where the differences go
  void run(Served before, Served after, Path report) throws IOException, InterruptedException {
    for (int i = 0; i < WARM_ROUNDS; i++) {
      var _ = round(before);
      var _ = round(after);
    }
    Round[] first = new Round[rounds];
    Round[] second = new Round[rounds];
    for (int i = 0; i < rounds; i++) {
      boolean swap = i % 2 == 1;
      Round one = round(swap ? after : before);
      Round other = round(swap ? before : after);
      first[i] = swap ? other : one;
      second[i] = swap ? one : other;
    }
    print("CPU ms a question", first, second, Round::cpuMillis);
    print("answer ms, median", first, second, round -> round.millisAt(0.5));
    print("answer ms, p95", first, second, round -> round.millisAt(0.95));
    Fronts was = Fronts.ask(before, examples);
    Fronts is = Fronts.ask(after, examples);
    try (PrintStream file = new PrintStream(Files.newOutputStream(report))) {
      int differing = was.printDifferences(is, file);
      out.printf(
          "%d of %d questions have another front; every difference: %s%n",
          differing, examples.size(), report);
    }
  }

  private Round round(Served served) throws IOException, InterruptedException {
    long[] nanos = new long[examples.size()];
    long before = served.cpu().toNanos();
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] = served.time(examples.get(i));
    }
    return new Round((served.cpu().toNanos() - before) / 1e6 / nanos.length, nanos);
  }

  private interface Measure {
    double of(Round round);
  }

  private void print(String what, Round[] first, Round[] second, Measure measure) {
    double[] ratios = new double[rounds];
    double[] was = new double[rounds];
    double[] is = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      was[i] = measure.of(first[i]);
      is[i] = measure.of(second[i]);
      ratios[i] = is[i] / was[i];
    }
    Arrays.sort(ratios);
    Arrays.sort(was);
    Arrays.sort(is);
    out.printf(
        Locale.ROOT,
        "%-18s %8.2f -> %8.2f   ratio %.3f (%.3f to %.3f in %d rounds)%n",
        what,
        was[rounds / 2],
        is[rounds / 2],
        ratios[rounds / 2],
        ratios[0],
        ratios[rounds - 1],
        rounds);
  }
}
