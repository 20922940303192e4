package org.toret.router.fare;

import org.toret.base.columns.IntList;
import org.toret.network.fare.LegRules;
import org.toret.network.fare.LegTransferRules;

/// Finds the transfer rules between two leg groups, as `fare_transfer_rules.txt` of the GTFS
/// reference says: first those that name both groups; only where none does, those with an empty
/// cell, which stands for every group that no rule names in that column.
final class TransferMatcher {

  private final LegTransferRules rules;
  private final boolean[] namedFrom;
  private final boolean[] namedTo;
  private final int[][] between;
  private final int groups;

  TransferMatcher(LegTransferRules rules, int groups) {
    this.rules = rules;
    this.groups = groups;
    namedFrom = named(rules.fromGroups());
    namedTo = named(rules.toGroups());
    between = new int[groups * groups][];
    for (int from = 0; from < groups; from++) {
      for (int to = 0; to < groups; to++) {
        between[from * groups + to] = find(from, to);
      }
    }
  }

  LegTransferRules rules() {
    return rules;
  }

  /// The rules from one group to another; none where a leg has no group.
  int[] between(int from, int to) {
    return from == LegRules.NONE || to == LegRules.NONE ? new int[0] : between[from * groups + to];
  }

  /// How many consecutive transfers a rule spans; any number where it does not say.
  int count(int rule) {
    int count = rules.counts()[rule];
    return count == LegRules.NONE ? LegTransferRules.UNLIMITED : count;
  }

  /// Whether the limit of a rule is kept by a ticket that started with one leg and is used for
  /// another.
  boolean inTime(int rule, long startDeparture, long startArrival, FareLeg last) {
    return inTime(rule, startDeparture, startArrival, last.departure(), last.arrival());
  }

  boolean inTime(int rule, long startDeparture, long startArrival, long departure, long arrival) {
    int limit = rules.durationSeconds()[rule];
    if (limit == LegRules.NONE) {
      return true;
    }
    int type = rules.durationTypes()[rule];
    long start = type == 0 || type == 1 ? startDeparture : startArrival;
    long end = type == 0 || type == 3 ? arrival : departure;
    return end - start <= limit;
  }

  /// Until when a ticket of a group can be used for a further leg.
  long validUntil(int group, long departure, long arrival) {
    long until = Long.MIN_VALUE;
    for (int to = 0; to < groups; to++) {
      for (int rule : between(group, to)) {
        int limit = rules.durationSeconds()[rule];
        if (limit == LegRules.NONE) {
          return FareItem.NO_END;
        }
        int type = rules.durationTypes()[rule];
        until = Math.max(until, (type == 0 || type == 1 ? departure : arrival) + limit);
      }
    }
    return until == Long.MIN_VALUE ? FareItem.NO_END : until;
  }

  private int[] find(int from, int to) {
    IntList exact = new IntList();
    IntList open = new IntList();
    for (int rule = 0; rule < rules.count(); rule++) {
      int wantedFrom = rules.fromGroups()[rule];
      int wantedTo = rules.toGroups()[rule];
      boolean anyFrom = wantedFrom == LegRules.NONE && !namedFrom[from];
      boolean anyTo = wantedTo == LegRules.NONE && !namedTo[to];
      if (wantedFrom == from && wantedTo == to) {
        exact.add(rule);
      } else if ((wantedFrom == from || anyFrom) && (wantedTo == to || anyTo)) {
        open.add(rule);
      }
    }
    return exact.isEmpty() ? open.toArray() : exact.toArray();
  }

  private boolean[] named(int[] column) {
    boolean[] named = new boolean[groups];
    for (int group : column) {
      if (group != LegRules.NONE) {
        named[group] = true;
      }
    }
    return named;
  }
}
