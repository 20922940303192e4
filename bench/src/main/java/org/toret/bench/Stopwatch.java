package org.toret.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/// Runs questions one after another on this thread and notes what each took.
final class Stopwatch {

  private static final int WARM_ROUNDS = 3;

  private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /// Asks every question some rounds to warm up, then once to measure.
  ///
  /// @param answers asks question `i` and tells whether it was answered
  Sample run(String suite, int questions, IntPredicate answers) {
    for (int round = 0; round < WARM_ROUNDS; round++) {
      for (int i = 0; i < questions; i++) {
        var _ = answers.test(i);
      }
    }
    long[] nanos = new long[questions];
    int answered = 0;
    long bytes = thread.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < questions; i++) {
      long before = thread.getCurrentThreadCpuTime();
      answered += answers.test(i) ? 1 : 0;
      nanos[i] = thread.getCurrentThreadCpuTime() - before;
    }
    return new Sample(suite, false, nanos, answered, thread.getCurrentThreadAllocatedBytes() - bytes);
  }

  /// Asks one question once, without warming up: the time on the clock, since several processors
  /// may work on it; what other threads allocate is not counted.
  Sample once(String suite, BooleanSupplier question) {
    long bytes = thread.getCurrentThreadAllocatedBytes();
    long before = System.nanoTime();
    boolean answered = question.getAsBoolean();
    long[] nanos = {System.nanoTime() - before};
    return new Sample(
        suite, true, nanos, answered ? 1 : 0, thread.getCurrentThreadAllocatedBytes() - bytes);
  }
}
