import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Asks every planner every question, fifty times to warm up and five times to measure, the order turning
/// from question to question; prints what it cost in the mean of the five and whose answers were better.
final class Turns {

  private static final int WARM_ROUNDS = 50;

  /// Compilers go on now and then for hundreds of rounds: one alone may hit or miss them.
  private static final int MEASURED_ROUNDS = 5;

  private final List<? extends Planner> planners;
  private final List<Question> questions;
  private final double alike;
  private final Planner.Answer[][] answers;
  private final long[][] nanos;

  /// @param alike values that differ by less are as good
  Turns(List<? extends Planner> planners, List<Question> questions, double alike) {
    this.planners = planners;
    this.questions = questions;
    this.alike = alike;
    answers = new Planner.Answer[planners.size()][questions.size()];
    nanos = new long[planners.size()][questions.size()];
  }

  void run(String title) throws Exception {
    int n = planners.size();
    for (int round = 0; round < WARM_ROUNDS + MEASURED_ROUNDS; round++) {
      for (int q = 0; q < questions.size(); q++) {
        for (int turn = 0; turn < n; turn++) {
          int p = (q + turn) % n;
          long before = planners.get(p).cpuNanos();
          answers[p][q] = planners.get(p).ask(questions.get(q));
          long spent = planners.get(p).cpuNanos() - before;
          nanos[p][q] += round < WARM_ROUNDS ? 0 : spent / MEASURED_ROUNDS;
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%n%s: %d questions, one run, CPU ms a question%n%-16s %9s %8s %8s %8s   best of all%n",
        title,
        questions.size(),
        "",
        "answered",
        "mean",
        "p50",
        "p95");
    for (int p = 0; p < n; p++) {
      tell(p);
    }
    for (int p = 1; p < n; p++) {
      compare(p);
    }
  }

  private void tell(int p) {
    long[] sorted = nanos[p].clone();
    Arrays.sort(sorted);
    int best = 0;
    for (int q = 0; q < questions.size(); q++) {
      double least = Double.MAX_VALUE;
      for (Planner.Answer[] of : answers) {
        least = Math.min(least, of[q].value());
      }
      best += answers[p][q].found() && answers[p][q].value() < least + alike ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "%-16s %9d %8.3f %8.3f %8.3f   %d%n",
        planners.get(p).name(),
        Arrays.stream(answers[p]).filter(Planner.Answer::found).count(),
        Arrays.stream(nanos[p]).average().orElse(0) / 1e6,
        sorted[sorted.length / 2] / 1e6,
        sorted[(int) (sorted.length * 0.95)] / 1e6,
        best);
  }

  private void compare(int p) {
    int same = 0;
    int better = 0;
    int worse = 0;
    int alone = 0;
    int missed = 0;
    String other = planners.get(p).name();
    StringBuilder list = new StringBuilder();
    for (int q = 0; q < questions.size(); q++) {
      Planner.Answer ours = answers[0][q];
      Planner.Answer theirs = answers[p][q];
      alone += ours.found() && !theirs.found() ? 1 : 0;
      if (!ours.found()) {
        missed += theirs.found() ? 1 : 0;
        if (theirs.found()) {
          list.append("  only ").append(other).append(": ").append(questions.get(q));
          list.append(' ').append(theirs.note()).append('\n');
        }
      } else if (theirs.found()) {
        double more = ours.value() - theirs.value();
        same += Math.abs(more) < alike ? 1 : 0;
        better += more <= -alike ? 1 : 0;
        worse += more >= alike ? 1 : 0;
        if (more >= alike) {
          list.append(String.format(Locale.ROOT, "  %s better by %.0f: ", other, more));
          list.append(questions.get(q)).append(' ').append(theirs.note()).append('\n');
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s against %s (alike within %.0f): alike %d, better %d, worse %d, only %s %d, only %s %d%n%s",
        planners.get(0).name(),
        other,
        alike,
        same,
        better,
        worse,
        planners.get(0).name(),
        alone,
        other,
        missed,
        list);
  }
}
