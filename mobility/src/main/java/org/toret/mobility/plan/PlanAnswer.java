package org.toret.mobility.plan;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  /// The same answer to a question for another time, to which no pages belong.
  public PlanAnswer askedFor(OffsetDateTime time) {
    return new PlanAnswer(from, to, via, time, null, null, alternatives, pareto, state, notices);
  }

  /// The same answer with more notices.
  public PlanAnswer and(List<Notice> more) {
    List<Notice> all = new ArrayList<>(notices);
    all.addAll(more);
    return new PlanAnswer(from, to, via, at, next, previous, alternatives, pareto, state, all);
  }

  /// How much was found, and what of it is sent.
  ///
  /// @param found size of the front, before the choice of what is returned
  /// @param truncated whether a limit of the search bit; never speaks of `returned`
  /// @param cuts the limits that bit
  /// @param scope which journeys by timetable are looked at beside the fastest; null where only
  ///   times count
  public record Pareto(
      List<String> criteria,
      int found,
      int returned,
      boolean truncated,
      List<Cut> cuts,
      @Nullable Scope scope) {

    /// @param cuts those that never bit are left out, and those of one name added up
    public static Pareto of(
        Criteria criteria, int found, int returned, List<Cut> cuts, @Nullable Scope scope) {
      Map<String, Integer> sums = new TreeMap<>();
      cuts.stream()
          .filter(cut -> cut.count() > 0)
          .forEach(cut -> sums.merge(cut.what(), cut.count(), Integer::sum));
      List<Cut> bit =
          sums.entrySet().stream().map(sum -> new Cut(sum.getKey(), sum.getValue())).toList();
      return new Pareto(criteria.names(), found, returned, !bit.isEmpty(), bit, scope);
    }
  }

  /// A limit of a search, beyond which something may have been missed: `car_parks` near the
  /// destination, sets of `charges` to go around, `held_products`, searches for rides `on_demand`,
  /// turns of a search through places (`via`).
  ///
  /// @param count how often it bit: how many were left out
  public record Cut(String what, int count) {}

  /// What is cheaper or cleaner and not best in times is looked for near the fastest journeys.
  ///
  /// @param nearSeconds it leaves at most so long before one of them, and arrives at most so long
  ///   after it
  /// @param moreRides it takes at most so many vehicles more than the one with the most
  public record Scope(int nearSeconds, int moreRides) {}

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
