package org.toret.router.fare;

import java.util.ArrayList;
import java.util.List;
import org.toret.network.fare.FeedFares;

/// Prices a journey by trying everything: every rule for every leg, every transfer or new ticket on
/// every medium, keeping the whole history. Slow and plain; it shares no code with the engine but
/// the matching of leg rules.
final class FareOracle {

  private static final int NONE = -1;

  private final FeedFares fares;
  private final List<FareLeg> legs;
  private final List<Limit> limits;
  private final List<Cap> caps;
  private int best = Integer.MAX_VALUE;

  /// A ticket of one product pays at most so many rides in a network.
  record Limit(int product, int network, int rides) {}

  /// Two products together cost no more than that.
  record Cap(int product, int other, int cents) {}

  /// One leg paid in one way.
  ///
  /// @param transfer rule, or -1 for a new ticket
  /// @param medium of the chain the leg belongs to
  private record Step(int leg, int rule, int transfer, int medium) {}

  private FareOracle(FeedFares fares, List<FareLeg> legs, List<Limit> limits, List<Cap> caps) {
    this.caps = caps;
    this.fares = fares;
    this.legs = legs;
    this.limits = limits;
  }

  /// The least price of legs that all have a rule.
  static int least(FeedFares fares, List<FareLeg> legs) {
    return least(fares, legs, List.of());
  }

  static int least(FeedFares fares, List<FareLeg> legs, List<Limit> limits) {
    return least(fares, legs, limits, List.of());
  }

  static int least(FeedFares fares, List<FareLeg> legs, List<Limit> limits, List<Cap> caps) {
    FareOracle oracle = new FareOracle(fares, legs, limits, caps);
    oracle.go(List.of());
    return oracle.best;
  }

  private void go(List<Step> history) {
    int leg = history.size();
    if (leg == legs.size()) {
      best = Math.min(best, cost(history));
      return;
    }
    for (int rule : legs.get(leg).matches()) {
      List<Integer> usable = usable(history, rule);
      boolean mayDecline = usable.isEmpty();
      for (int transfer : usable) {
        int medium = history.getLast().medium();
        boolean sold =
            type(transfer) != 1 || price(fares.legRules().products()[rule], medium) != null;
        mayDecline |= type(transfer) != 1 || !sold;
        if (sold) {
          go(with(history, new Step(leg, rule, transfer, medium)));
        }
      }
      for (int medium = NONE; medium < 2 && mayDecline; medium++) {
        if (isOffered(fares.legRules().products()[rule], medium)) {
          go(with(history, new Step(leg, rule, NONE, medium)));
        }
      }
    }
  }

  private List<Integer> usable(List<Step> history, int rule) {
    int to = fares.legRules().groups()[rule];
    List<Integer> found = new ArrayList<>();
    if (history.isEmpty()
        || to == NONE
        || group(history.getLast()) == NONE
        || limits.stream().anyMatch(limit -> isUsedUp(history, limit))) {
      return found;
    }
    int from = group(history.getLast());
    int least = Integer.MAX_VALUE;
    for (int transfer : named(from, to)) {
      int spans = from == to ? fares.transferRules().counts()[transfer] : Integer.MAX_VALUE;
      if (spans >= run(history, to) + 1
          && inTime(history, transfer, to)
          && isSold(fares.transferRules().products()[transfer], history.getLast().medium())) {
        least = Math.min(least, spans);
        found.add(transfer);
      }
    }
    int kept = least;
    found.removeIf(t -> from == to && fares.transferRules().counts()[t] != kept);
    return found;
  }

  private boolean isUsedUp(List<Step> history, Limit limit) {
    int first = history.size() - 1;
    while (history.get(first).transfer() != NONE && type(history.get(first).transfer()) != 1) {
      first--;
    }
    boolean binds = fares.legRules().products()[history.get(first).rule()] == limit.product();
    long before =
        history.subList(first, history.size()).stream()
            .filter(step -> isIn(legs.get(step.leg()), limit.network()))
            .count();
    return binds && isIn(legs.get(history.size()), limit.network()) && before >= limit.rides();
  }

  private static boolean isIn(FareLeg leg, int network) {
    return java.util.Arrays.stream(leg.networks()).anyMatch(one -> one == network);
  }

  private List<Integer> named(int from, int to) {
    List<Integer> exact = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    for (int t = 0; t < fares.transferRules().count(); t++) {
      int a = fares.transferRules().fromGroups()[t];
      int b = fares.transferRules().toGroups()[t];
      if (a == from && b == to) {
        exact.add(t);
      }
      boolean fromFits = a == from || a == NONE && !lists(fares.transferRules().fromGroups(), from);
      boolean toFits = b == to || b == NONE && !lists(fares.transferRules().toGroups(), to);
      if (fromFits && toFits) {
        open.add(t);
      }
    }
    return exact.isEmpty() ? open : exact;
  }

  private static boolean lists(int[] column, int value) {
    for (int one : column) {
      if (one == value) {
        return true;
      }
    }
    return false;
  }

  /// Consecutive transfers inside a group at the end of the history.
  private int run(List<Step> history, int group) {
    int run = 0;
    for (int i = history.size() - 1; i > 0; i--) {
      boolean inside = history.get(i).transfer() != NONE && group(history.get(i - 1)) == group;
      if (group(history.get(i)) != group || !inside) {
        break;
      }
      run++;
    }
    return run;
  }

  private boolean inTime(List<Step> history, int transfer, int to) {
    int limit = fares.transferRules().durationSeconds()[transfer];
    if (limit == NONE) {
      return true;
    }
    int ticket = history.size() - 1;
    while (history.get(ticket).transfer() != NONE && type(history.get(ticket).transfer()) != 1) {
      ticket--;
    }
    int start = ticket;
    if (group(history.getLast()) == to) {
      start = Math.min(start, history.size() - 1 - run(history, to));
    }
    FareLeg first = legs.get(start);
    FareLeg last = legs.get(history.size());
    long seconds =
        switch (fares.transferRules().durationTypes()[transfer]) {
          case 0 -> last.arrival() - first.departure();
          case 1 -> last.departure() - first.departure();
          case 2 -> last.departure() - first.arrival();
          default -> last.arrival() - first.arrival();
        };
    return seconds <= limit;
  }

  /// The cost by the tables of `fare_transfer_type`.
  private int cost(List<Step> history) {
    int sum = 0;
    int[] counted = new int[caps.size()];
    for (int i = 0; i < history.size(); i++) {
      Step step = history.get(i);
      int own = fares.legRules().products()[step.rule()];
      if (step.transfer() == NONE) {
        boolean replaced =
            i + 1 < history.size()
                && history.get(i + 1).transfer() != NONE
                && type(history.get(i + 1).transfer()) == 2;
        sum += replaced ? 0 : count(own, step.medium(), counted);
      } else {
        sum += count(fares.transferRules().products()[step.transfer()], step.medium(), counted);
        sum += type(step.transfer()) == 1 ? count(own, step.medium(), counted) : 0;
      }
    }
    for (int i = 0; i < counted.length; i++) {
      sum += Math.min(counted[i], Math.max(0, caps.get(i).cents()));
    }
    return sum;
  }

  /// The price of a product, or nothing where it counts towards a cap.
  private int count(int product, int medium, int[] counted) {
    int cents = cents(product, medium);
    for (int i = 0; i < counted.length; i++) {
      if (caps.get(i).product() == product || caps.get(i).other() == product) {
        counted[i] += cents;
        return 0;
      }
    }
    return cents;
  }

  private int cents(int product, int medium) {
    Integer price = product == NONE ? Integer.valueOf(0) : price(product, medium);
    if (price == null) {
      throw new IllegalStateException("Not sold");
    }
    return price;
  }

  private boolean isSold(int product, int medium) {
    return product == NONE || price(product, medium) != null;
  }

  private boolean isOffered(int product, int medium) {
    for (int offer : fares.offers().offersOfProduct().row(product)) {
      if (fares.offers().media()[offer] == medium) {
        return true;
      }
    }
    return false;
  }

  private @org.jspecify.annotations.Nullable Integer price(int product, int medium) {
    Integer least = null;
    for (int offer : fares.offers().offersOfProduct().row(product)) {
      int on = fares.offers().media()[offer];
      int cents = fares.offers().cents()[offer];
      if ((medium == NONE || on == NONE || on == medium) && (least == null || cents < least)) {
        least = cents;
      }
    }
    return least;
  }

  private int type(int transfer) {
    return fares.transferRules().types()[transfer];
  }

  private int group(Step step) {
    return fares.legRules().groups()[step.rule()];
  }

  private static List<Step> with(List<Step> history, Step step) {
    List<Step> longer = new ArrayList<>(history);
    longer.add(step);
    return longer;
  }
}
