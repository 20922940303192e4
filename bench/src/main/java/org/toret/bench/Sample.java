package org.toret.bench;

import java.util.Arrays;
import java.util.Locale;

/// What a suite measured: the time of each question, and what its thread allocated.
///
/// @param onClock whether times are those on the clock; else those of the processor, on one thread
/// @param nanos nanoseconds of each question, sorted
/// @param answered questions with at least one answer
/// @param bytes allocated in all
record Sample(String suite, boolean onClock, long[] nanos, int answered, long bytes) {

  Sample {
    nanos = nanos.clone();
    Arrays.sort(nanos);
  }

  double meanMillis() {
    return Arrays.stream(nanos).average().orElse(0) / 1e6;
  }

  /// @param share 0 to 1
  double millisAt(double share) {
    if (nanos.length == 0) {
      return 0;
    }
    int index = (int) Math.ceil(share * nanos.length) - 1;
    return nanos[Math.clamp(index, 0, nanos.length - 1)] / 1e6;
  }

  long bytesEach() {
    return nanos.length == 0 ? 0 : bytes / nanos.length;
  }

  /// The same for what takes microseconds.
  String microsRow() {
    return String.format(
        Locale.ROOT,
        "%-24s %6d asked %6d answered   mean %9.1f   p50 %9.1f   p95 %9.1f   p99 %9.1f µs CPU"
            + "   %8d kB each",
        suite,
        nanos.length,
        answered,
        1e3 * meanMillis(),
        1e3 * millisAt(0.5),
        1e3 * millisAt(0.95),
        1e3 * millisAt(0.99),
        bytesEach() / 1024);
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "%-9s %6d questions %6d answered   mean %8.2f   p50 %8.2f   p95 %8.2f   p99 %8.2f ms %s"
            + "   %8d kB each",
        suite,
        nanos.length,
        answered,
        meanMillis(),
        millisAt(0.5),
        millisAt(0.95),
        millisAt(0.99),
        onClock ? "on the clock" : "CPU",
        bytesEach() / 1024);
  }
}
