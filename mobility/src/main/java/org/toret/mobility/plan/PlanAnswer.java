package org.toret.mobility.plan;

import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toret.base.notice.Notice;

/// The planner's answer to a question.
///
/// @param via the places passed, in the order asked for
/// @param next page token for later journeys, null where there is none
/// @param previous page token for earlier ones
public record PlanAnswer(
    Spot from,
    Spot to,
    List<Spot> via,
    OffsetDateTime at,
    @Nullable String next,
    @Nullable String previous,
    List<Alternative> alternatives,
    Pareto pareto,
    State state,
    List<Notice> notices) {

  /// The same answer with its alternatives told otherwise.
  public PlanAnswer with(List<Alternative> others) {
    return new PlanAnswer(from, to, via, at, next, previous, others, pareto, state, notices);
  }

  /// @param found size of the front, before the choice of what is returned
  /// @param truncated whether a limit of the search bit; never speaks of `returned`
  public record Pareto(List<String> criteria, int found, int returned, boolean truncated) {}

  /// @param image content hash of the compiled city
  /// @param live instant of the newest live update, null without live data
  /// @param rules rule tables used, `table@version`
  public record State(String image, @Nullable OffsetDateTime live, List<String> rules) {

    /// The state in which alternatives were found, with the tables their costs name.
    public static State of(
        String image, @Nullable OffsetDateTime live, List<Alternative> alternatives) {
      Set<String> rules = new LinkedHashSet<>();
      for (Alternative alternative : alternatives) {
        Costs costs = alternative.costs();
        costs.fare().items().forEach(item -> add(rules, item.rule()));
        costs.energy().items().forEach(item -> add(rules, item.factor()));
        costs.emissions().items().forEach(item -> add(rules, item.factor()));
      }
      return new State(image, live, List.copyOf(rules));
    }

    private static void add(Set<String> rules, String references) {
      for (String reference : references.split(" \\+ ")) {
        if (!reference.isEmpty()) {
          rules.add(reference.split("#", 2)[0]);
        }
      }
    }
  }
}
