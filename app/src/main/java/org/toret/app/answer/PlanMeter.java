package org.toret.app.answer;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import org.toret.mobility.plan.PlanAnswer;

/// What `/metrics` tells of answers to questions for journeys: how large the fronts are, how much
/// of them is sent, and how often which limit of a search bit.
public final class PlanMeter {

  private final MeterRegistry meters;
  private final DistributionSummary found;
  private final DistributionSummary returned;

  public PlanMeter(MeterRegistry meters) {
    this.meters = meters;
    found = summary("toret.plan.found", "alternatives in the front of an answer");
    returned = summary("toret.plan.returned", "alternatives sent in an answer");
  }

  private DistributionSummary summary(String name, String description) {
    return DistributionSummary.builder(name).description(description).register(meters);
  }

  /// Counts an answer.
  public PlanAnswer count(PlanAnswer answer) {
    PlanAnswer.Pareto pareto = answer.pareto();
    found.record(pareto.found());
    returned.record(pareto.returned());
    meters
        .counter("toret.plan.answers", "truncated", String.valueOf(pareto.truncated()))
        .increment();
    for (PlanAnswer.Cut cut : pareto.cuts()) {
      meters.counter("toret.plan.cuts", "what", cut.what()).increment(cut.count());
    }
    return answer;
  }
}
