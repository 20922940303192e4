package org.toret.router.fare;

import java.util.ArrayList;
import java.util.List;
import org.toret.network.fare.FeedFares;

/// Prices a journey by trying everything: every rule for every leg, every transfer or new ticket on
/// every medium, keeping the whole history. Slow and plain; it shares no code with the engine but
/// the matching of leg rules.
final class FareOracle {

  private static final int NONE = -1;
  private static final int UNLIMITED = org.toret.network.fare.LegTransferRules.UNLIMITED;

  private final FeedFares fares;
  private final List<FareLeg> legs;
  private final List<Limit> limits;
  private final List<Cap> caps;
  private final List<Begun> begun;
  private int best = Integer.MAX_VALUE;

  /// A ticket of one product pays at most so many rides in a network.
  record Limit(int product, int network, int rides) {}

  /// Two products together cost no more than that.
  record Cap(int product, int other, int cents) {}

  /// A ticket that was used for one ride, at a moment before the journey.
  record Begun(int product, long epochSeconds) {}

  /// One leg paid in one way.
  ///
  /// @param transfer rule, or -1 for a new ticket
  /// @param medium of the chain the leg belongs to
  /// @param begun the ticket that was used for a ride before the journey, -1 for none: then a step
  ///   that costs nothing, and no leg of the journey
  private record Step(FareLeg leg, int rule, int transfer, int medium, int begun) {}

  private FareOracle(
      FeedFares fares, List<FareLeg> legs, List<Limit> limits, List<Cap> caps, List<Begun> begun) {
    this.begun = begun;
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
    return least(fares, legs, limits, caps, List.of());
  }

  static int least(
      FeedFares fares, List<FareLeg> legs, List<Limit> limits, List<Cap> caps, List<Begun> begun) {
    FareOracle oracle = new FareOracle(fares, legs, limits, caps, begun);
    oracle.go(List.of(), 0);
    return oracle.best;
  }

  private void go(List<Step> history, int next) {
    if (next == legs.size()) {
      best = Math.min(best, cost(history));
      return;
    }
    FareLeg leg = legs.get(next);
    for (int rule : leg.matches()) {
      boolean mayDecline = transfer(history, next, rule);
      for (int medium = NONE; medium < 2 && mayDecline; medium++) {
        if (isOffered(fares.legRules().products()[rule], medium)) {
          go(with(history, new Step(leg, rule, NONE, medium, NONE)), next + 1);
        }
      }
      for (int one = 0; one < begun.size() && mayDecline; one++) {
        useBegun(history, next, rule, one);
      }
    }
  }

  /// Whether one may decline.
  private boolean transfer(List<Step> history, int next, int rule) {
    List<Integer> usable = usable(history, legs.get(next), rule);
    boolean mayDecline = usable.isEmpty();
    for (int transfer : usable) {
      int medium = history.getLast().medium();
      boolean sold =
          type(transfer) != 1 || price(fares.legRules().products()[rule], medium) != null;
      mayDecline |= type(transfer) != 1 || !sold;
      if (sold) {
        go(with(history, new Step(legs.get(next), rule, transfer, medium, NONE)), next + 1);
      }
    }
    return mayDecline;
  }

  /// The ride before the journey may have been under any rule that its product pays.
  private void useBegun(List<Step> history, int next, int rule, int one) {
    Begun ticket = begun.get(one);
    boolean used =
        java.util.stream.IntStream.range(0, history.size())
            .anyMatch(
                i -> history.get(i).begun() == one && !isKept(ticket, group(history.get(i + 1))));
    if (used || ticket.epochSeconds() > legs.get(next).departure()) {
      return;
    }
    FareLeg ridden =
        new FareLeg(
            List.of(),
            new int[0],
            0,
            0,
            ticket.epochSeconds(),
            ticket.epochSeconds(),
            org.toret.router.fare.term.LineMeasures.Measure.ZERO,
            new int[0]);
    for (int first = 0; first < fares.legRules().count(); first++) {
      if (fares.legRules().products()[first] == ticket.product()) {
        var _ = transfer(with(history, new Step(ridden, first, NONE, NONE, one)), next, rule);
      }
    }
  }

  /// Whether a day ticket: for one group, in which it is used without number.
  private boolean isKept(Begun ticket, int group) {
    boolean kept = group != NONE;
    for (int rule = 0; rule < fares.legRules().count(); rule++) {
      int other = fares.legRules().groups()[rule];
      boolean own = fares.legRules().products()[rule] == ticket.product();
      kept &= !own || other == NONE || other == group;
    }
    for (int transfer : kept ? named(group, group) : List.<Integer>of()) {
      kept &= type(transfer) == 0 && fares.transferRules().counts()[transfer] == UNLIMITED;
    }
    return kept;
  }

  private List<Integer> usable(List<Step> history, FareLeg leg, int rule) {
    int to = fares.legRules().groups()[rule];
    List<Integer> found = new ArrayList<>();
    if (history.isEmpty()
        || to == NONE
        || group(history.getLast()) == NONE
        || limits.stream().anyMatch(limit -> isUsedUp(history, leg, limit))) {
      return found;
    }
    int from = group(history.getLast());
    int least = Integer.MAX_VALUE;
    for (int transfer : named(from, to)) {
      int spans = from == to ? fares.transferRules().counts()[transfer] : Integer.MAX_VALUE;
      if (spans >= run(history, to) + 1
          && inTime(history, leg, transfer, to)
          && isSold(fares.transferRules().products()[transfer], history.getLast().medium())) {
        least = Math.min(least, spans);
        found.add(transfer);
      }
    }
    int kept = least;
    found.removeIf(t -> from == to && fares.transferRules().counts()[t] != kept);
    return found;
  }

  private boolean isUsedUp(List<Step> history, FareLeg leg, Limit limit) {
    int first = history.size() - 1;
    while (history.get(first).transfer() != NONE && type(history.get(first).transfer()) != 1) {
      first--;
    }
    boolean binds = fares.legRules().products()[history.get(first).rule()] == limit.product();
    long before =
        history.subList(first, history.size()).stream()
            .filter(step -> isIn(step.leg(), limit.network()))
            .count();
    return binds && isIn(leg, limit.network()) && before >= limit.rides();
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

  private boolean inTime(List<Step> history, FareLeg last, int transfer, int to) {
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
    FareLeg first = history.get(start).leg();
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
      if (step.begun() != NONE) {
        continue;
      }
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
