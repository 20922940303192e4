package org.toret.router.fare;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.network.fare.FeedFares;
import org.toret.network.fare.LegRules;
import org.toret.router.fare.term.LineMeasures;
import org.toret.router.fare.term.TableRules;

/// Finds the leg rules that hold for a leg, as `fare_leg_rules.txt` of the GTFS reference says.
///
/// With `rule_priority` an empty cell means "any" and the highest priority wins; without it an
/// empty network or area means "any that no rule names", which also holds for a route or stop that
/// is in none. Rules are found by their area of departure, so that feeds with thousands of pairs of
/// areas stay cheap.
final class LegMatcher {

  private final FeedFares fares;
  private final LegRules rules;
  private final TableRules table;
  private final ZoneId zone;
  private final Csr byFromArea;
  private final boolean[] namedNetworks;
  private final boolean[] namedFromAreas;
  private final boolean[] namedToAreas;

  LegMatcher(FeedFares fares) {
    this(fares, TableRules.NONE);
  }

  /// @param table the rows of tables among the leg rules
  LegMatcher(FeedFares fares, TableRules table) {
    this.fares = fares;
    this.table = table;
    rules = fares.legRules();
    zone = ZoneId.of(fares.zone());
    int areas = fares.places().areaIds().size();
    int[] keys = Arrays.stream(rules.fromAreas()).map(area -> area + 1).toArray();
    byFromArea = Csr.index(areas + 1, keys);
    namedNetworks = named(rules.networks(), fares.places().networkIds().size());
    namedFromAreas = named(rules.fromAreas(), areas);
    namedToAreas = named(rules.toAreas(), areas);
  }

  /// How long a ride is, where the price may depend on it.
  LineMeasures.Measure measure(int route, int fromStop, int toStop) {
    return table.measure(route, fromStop, toStop);
  }

  /// The leg with the rules that hold for it: those of the feed, then those of tables.
  FareLeg matched(FareLeg leg) {
    LocalDateTime departs = LocalDateTime.ofInstant(Instant.ofEpochSecond(leg.departure()), zone);
    LocalDateTime arrives = LocalDateTime.ofInstant(Instant.ofEpochSecond(leg.arrival()), zone);
    int[] fromAreas = fares.places().areasOfStop().row(leg.fromStop());
    int[] toAreas = fares.places().areasOfStop().row(leg.toStop());
    IntList found = new IntList();
    int best = 0;
    for (int rule : candidates(fromAreas)) {
      if (rule < table.firstRule()
          && holds(rules.networks()[rule], leg.networks(), namedNetworks)
          && holds(rules.fromAreas()[rule], fromAreas, namedFromAreas)
          && holds(rules.toAreas()[rule], toAreas, namedToAreas)
          && holds(rules.fromTimeframes()[rule], departs)
          && holds(rules.toTimeframes()[rule], arrives)) {
        if (found.isEmpty() || rules.priorities()[rule] > best) {
          found.clear();
          best = rules.priorities()[rule];
        }
        if (rules.priorities()[rule] == best) {
          found.add(rule);
        }
      }
    }
    found.addAll(table.matches(leg.networks(), leg.fromStop(), leg.toStop(), leg.measure()));
    return leg.withMatches(found.toArray());
  }

  private int[] candidates(int[] fromAreas) {
    IntList found = new IntList();
    found.addAll(byFromArea.row(0));
    for (int area : fromAreas) {
      found.addAll(byFromArea.row(area + 1));
    }
    int[] sorted = found.toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private boolean holds(int wanted, int[] present, boolean[] named) {
    if (wanted == LegRules.NONE && rules.prioritised()) {
      return true;
    }
    for (int one : present) {
      if (one == wanted) {
        return true;
      }
      if (wanted == LegRules.NONE && named[one]) {
        return false;
      }
    }
    return wanted == LegRules.NONE;
  }

  private boolean holds(int group, LocalDateTime when) {
    return group == LegRules.NONE
        || fares
            .timeframes()
            .holds(
                group, (int) when.toLocalDate().toEpochDay(), when.toLocalTime().toSecondOfDay());
  }

  private static boolean[] named(int[] column, int count) {
    boolean[] named = new boolean[count];
    for (int value : column) {
      if (value != LegRules.NONE) {
        named[value] = true;
      }
    }
    return named;
  }
}
