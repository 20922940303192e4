package org.toret.app.pages.plan;

import java.util.List;
import org.toret.mobility.plan.Alternative;

/// How far an alternative is from the best of its answer in each cost: 0 for the best, 1 for the
/// worst. What is not known counts as the worst, or as more where even its known part is.
public record Losses(double time, double fare, double energy, double emissions) {

  /// The losses of each alternative, in their order.
  static List<Losses> of(List<Alternative> alternatives, List<Measure> measures) {
    List<double[]> each = measures.stream().map(measure -> losses(alternatives, measure)).toList();
    return java.util.stream.IntStream.range(0, alternatives.size())
        .mapToObj(i -> new Losses(each.get(0)[i], each.get(1)[i], each.get(2)[i], each.get(3)[i]))
        .toList();
  }

  private static double[] losses(List<Alternative> alternatives, Measure measure) {
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (Alternative alternative : alternatives) {
      if (measure.isKnown(alternative)) {
        least = Math.min(least, measure.amount(alternative));
        most = Math.max(most, measure.amount(alternative));
      }
    }
    double[] losses = new double[alternatives.size()];
    for (int i = 0; i < losses.length; i++) {
      Alternative alternative = alternatives.get(i);
      double share =
          most <= least ? 0 : (double) (measure.amount(alternative) - least) / (most - least);
      losses[i] = measure.isKnown(alternative) ? share : Math.max(1, share);
    }
    return losses;
  }
}
