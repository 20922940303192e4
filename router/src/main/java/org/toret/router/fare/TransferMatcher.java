package org.toret.router.fare;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.toret.base.columns.IntList;
import org.toret.network.fare.FeedFares;
import org.toret.network.fare.LegRules;
import org.toret.network.fare.LegTransferRules;

/// Finds the transfer rules between two leg groups, as `fare_transfer_rules.txt` of the GTFS
/// reference says: first those that name both groups; only where none does, those with an empty
/// cell, which stands for every group that no rule names in that column.
final class TransferMatcher {

  private final LegRules legRules;
  private final LegTransferRules rules;
  private final int[][] groupsOfProduct;
  private final boolean[] namedFrom;
  private final boolean[] namedTo;
  private final int[][] between;
  private final int groups;

  TransferMatcher(FeedFares fares) {
    legRules = fares.legRules();
    rules = fares.transferRules();
    groups = legRules.groupIds().size();
    groupsOfProduct = new int[fares.offers().productIds().size()][];
    Arrays.setAll(groupsOfProduct, this::findGroups);
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

  /// The leg groups a product pays for: a ticket that had begun was used in one of them.
  int[] groups(int product) {
    return product == LegRules.NONE ? new int[0] : groupsOfProduct[product];
  }

  /// Whether a product pays for legs at all.
  boolean pays(int product) {
    return IntStream.range(0, legRules.count()).anyMatch(rule -> isOf(rule, product));
  }

  /// The network of that first use, where the leg rules leave no doubt; for the terms that count
  /// rides.
  int[] firstNetworks(int product, int group) {
    int[] networks =
        IntStream.range(0, legRules.count())
            .filter(rule -> isOf(rule, product) && legRules.groups()[rule] == group)
            .map(rule -> legRules.networks()[rule])
            .distinct()
            .toArray();
    return networks.length == 1 && networks[0] != LegRules.NONE ? networks : new int[0];
  }

  /// Whether a ticket that had begun is as good after a leg of a group as before it, as a day
  /// ticket is: it pays for one group only, inside which it can be used without number. It stays in
  /// the pocket then while other tickets are bought.
  boolean isKept(int product, int group) {
    int[] own = groups(product);
    if (own.length != 1 || own[0] != group) {
      return false;
    }
    for (int rule : between(group, group)) {
      if (rules.types()[rule] != 0 || count(rule) != LegTransferRules.UNLIMITED) {
        return false;
      }
    }
    return true;
  }

  /// The last second at which a leg may depart on a ticket that began at a moment, by the rules
  /// from its groups; before all time where there are none.
  long lastUse(int product, long from) {
    long last = Long.MIN_VALUE;
    for (int group : groups(product)) {
      for (int to = 0; to < groups; to++) {
        for (int rule : between(group, to)) {
          int limit = rules.durationSeconds()[rule];
          if (limit == LegRules.NONE) {
            return FareItem.NO_END;
          }
          last = Math.max(last, from + limit);
        }
      }
    }
    return last;
  }

  private int[] findGroups(int product) {
    return IntStream.range(0, legRules.count())
        .filter(rule -> isOf(rule, product) && legRules.groups()[rule] != LegRules.NONE)
        .map(rule -> legRules.groups()[rule])
        .distinct()
        .toArray();
  }

  private boolean isOf(int rule, int product) {
    return legRules.products()[rule] == product;
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
