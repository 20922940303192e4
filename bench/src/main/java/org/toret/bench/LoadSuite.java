package org.toret.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Whole answers over HTTP from a server of its own. Closed: one, two and four clients who ask
/// again as soon as they have their answer. Open: questions that come at random at a mean rate,
/// whether or not the ones before are answered, twice as many from step to step until the server
/// falls behind; there the wait counts from the moment a question was due.
///
/// Times are wall times at the client, on a machine that client and server share.
final class LoadSuite {

  private static final int WARM_UP = 60;
  private static final double MOST_PER_SECOND = 256;

  /// Behind: less than nine in ten of what came was answered by the end of the step.
  private static final double BEHIND = 0.9;

  private final PrintStream out;
  private final History history;
  private final List<Example> asked;
  private final int stepSeconds;

  /// @param stepSeconds how long each step lasts
  LoadSuite(
      PrintStream out, History history, Questions questions, LocalDateTime at, int stepSeconds) {
    this.stepSeconds = stepSeconds;
    this.out = out;
    this.history = history;
    asked = new ArrayList<>();
    for (int i = 0; i < questions.count(); i++) {
      String from = questions.from().get(i).lat() + "," + questions.from().get(i).lon();
      String to = questions.to().get(i).lat() + "," + questions.to().get(i).lon();
      asked.add(new Example("q" + i, from, to, at.toString(), false));
    }
  }

  void run(List<String> data, Path state) throws IOException, InterruptedException {
    try (Served served = Served.start(Path.of("."), data, state)) {
      for (int i = 0; i < WARM_UP; i++) {
        served.time(asked.get(i % asked.size()));
      }
      for (int clients : new int[] {1, 2, 4}) {
        tell(served, "load.closed." + clients, () -> closed(served, clients));
      }
      boolean keepsUp = true;
      for (double rate = 1; keepsUp && rate <= MOST_PER_SECOND; rate *= 2) {
        double perSecond = rate;
        keepsUp = tell(served, "load.open." + Math.round(rate), () -> open(served, perSecond));
      }
    }
  }

  private interface Step {
    Answers run() throws InterruptedException;
  }

  /// @param nanos until each answer was there
  /// @param came questions that were due
  private record Answers(long[] nanos, int came) {}

  private boolean tell(Served served, String name, Step step)
      throws IOException, InterruptedException {
    long wall = System.nanoTime();
    long cpu = served.cpu().toNanos();
    Answers answers = step.run();
    double seconds = (System.nanoTime() - wall) / 1e9;
    double cpuSeconds = (served.cpu().toNanos() - cpu) / 1e9;
    Sample sample = new Sample(name, true, answers.nanos(), answers.nanos().length, 0);
    out.printf(
        Locale.ROOT,
        "%-14s %4d of %4d answered, %6.2f/s   p50 %8.1f   p95 %8.1f   p99 %8.1f ms   server %.1f s"
            + " CPU, %d MB%n",
        name,
        answers.nanos().length,
        answers.came(),
        answers.nanos().length / seconds,
        sample.millisAt(0.5),
        sample.millisAt(0.95),
        sample.millisAt(0.99),
        cpuSeconds,
        served.residentBytes() >> 20);
    history.addLoad(sample, answers.came(), seconds, cpuSeconds, served.residentBytes());
    return answers.nanos().length >= BEHIND * answers.came();
  }

  private Answers closed(Served served, int clients) throws InterruptedException {
    ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    AtomicInteger next = new AtomicInteger();
    long end = System.nanoTime() + stepSeconds * 1_000_000_000L;
    List<Thread> threads = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      threads.add(
          Thread.startVirtualThread(() -> {
            while (System.nanoTime() < end) {
              ask(served, next.getAndIncrement(), System.nanoTime(), nanos);
            }
          }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return new Answers(sorted(nanos), next.get());
  }

  private Answers open(Served served, double perSecond) throws InterruptedException {
    ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    Random random = new Random(Double.hashCode(perSecond));
    long start = System.nanoTime();
    long end = start + stepSeconds * 1_000_000_000L;
    int came = 0;
    List<Thread> threads = new ArrayList<>();
    for (double due = start; due < end; came++) {
      long dueNanos = (long) due;
      int question = came;
      Thread.sleep(Math.max(0, (dueNanos - System.nanoTime()) / 1_000_000));
      threads.add(Thread.startVirtualThread(() -> ask(served, question, dueNanos, nanos)));
      due += -Math.log(1 - random.nextDouble()) / perSecond * 1e9;
    }
    Thread.sleep(Math.max(0, (end - System.nanoTime()) / 1_000_000));
    long[] inTime = sorted(nanos);
    for (Thread thread : threads) {
      thread.join();
    }
    return new Answers(inTime, came);
  }

  private void ask(Served served, int question, long due, ConcurrentLinkedQueue<Long> nanos) {
    try {
      if (served.isAnswered(asked.get(question % asked.size()))) {
        nanos.add(System.nanoTime() - due);
      }
    } catch (IOException e) {
      // counts as not answered
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long[] sorted(ConcurrentLinkedQueue<Long> nanos) {
    long[] all = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(all);
    return all;
  }
}
