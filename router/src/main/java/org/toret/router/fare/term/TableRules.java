package org.toret.router.fare.term;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.IntList;
import org.toret.base.rules.RuleRow;

/// The rows of `fare-table` that price rides of one feed ([FareTerms]), compiled. Each is a leg
/// rule of the feed, behind those the feed states itself; what it asks of a ride is here. Immutable
/// and thread-safe.
///
/// They stand beside the feed's own rules; among themselves those of the highest priority that hold
/// are used.
public final class TableRules {

  /// No tables.
  public static final TableRules NONE =
      new TableRules(Integer.MAX_VALUE, List.of(), LineMeasures.NONE);

  private final int firstRule;
  private final List<Condition> conditions;
  private final LineMeasures measures;

  /// What one row asks of a ride.
  ///
  /// @param network of the ride, -1 for any
  /// @param from stops it may begin at, null for any
  /// @param to stops it may end at, null for any
  /// @param bothWays whether it holds from `to` to `from` as well
  /// @param overMetres longer than this; negative for any length
  /// @param toMetres at most this long
  /// @param stops at most so many after the boarding
  record Condition(
      int network,
      @Nullable BitSet from,
      @Nullable BitSet to,
      boolean bothWays,
      double overMetres,
      double toMetres,
      int stops,
      double priority,
      RuleRow row) {

    boolean isMeasured() {
      return stops < Integer.MAX_VALUE || overMetres >= 0 || toMetres < Double.POSITIVE_INFINITY;
    }

    boolean isOn(int[] networks) {
      boolean found = network < 0;
      for (int one : networks) {
        found |= one == network;
      }
      return found;
    }

    boolean holds(int fromStop, int toStop, LineMeasures.Measure length) {
      boolean there = isIn(from, fromStop) && isIn(to, toStop);
      boolean back = bothWays && isIn(from, toStop) && isIn(to, fromStop);
      return (there || back) && (!isMeasured() || holds(length));
    }

    private boolean holds(LineMeasures.Measure length) {
      boolean bounded = overMetres >= 0 || toMetres < Double.POSITIVE_INFINITY;
      return length.stops() <= stops
          && (!bounded || length.metres() > overMetres && length.metres() <= toMetres);
    }

    private static boolean isIn(@Nullable BitSet stops, int stop) {
      return stops == null || stops.get(stop);
    }
  }

  TableRules(int firstRule, List<Condition> conditions, LineMeasures measures) {
    this.firstRule = conditions.isEmpty() ? Integer.MAX_VALUE : firstRule;
    this.conditions = List.copyOf(conditions);
    this.measures = measures;
  }

  /// Index of the first leg rule that is a row of a table; no rule has it where there is none.
  public int firstRule() {
    return firstRule;
  }

  /// Whether rows speak of rides in some networks: then the price of a ride depends on where it
  /// begins and ends.
  public boolean concerns(int[] networks) {
    for (Condition condition : conditions) {
      if (condition.isOn(networks)) {
        return true;
      }
    }
    return false;
  }

  /// How long a ride is; not looked up where no row asks.
  public LineMeasures.Measure measure(int route, int fromStop, int toStop) {
    for (Condition condition : conditions) {
      if (condition.isMeasured()) {
        return measures.between(route, fromStop, toStop);
      }
    }
    return LineMeasures.Measure.UNKNOWN;
  }

  /// The leg rules that hold for a leg.
  ///
  /// @param length of all its rides together
  public int[] matches(int[] networks, int fromStop, int toStop, LineMeasures.Measure length) {
    IntList found = new IntList();
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < conditions.size(); i++) {
      Condition condition = conditions.get(i);
      if (condition.priority() >= best
          && condition.isOn(networks)
          && condition.holds(fromStop, toStop, length)) {
        if (condition.priority() > best) {
          found.clear();
          best = condition.priority();
        }
        found.add(firstRule + i);
      }
    }
    return found.toArray();
  }

  /// The row a leg rule is made of, none where the feed states it.
  public @Nullable RuleRow row(int rule) {
    return rule < firstRule ? null : conditions.get(rule - firstRule).row();
  }
}
