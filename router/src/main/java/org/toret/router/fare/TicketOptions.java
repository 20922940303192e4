package org.toret.router.fare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.IntList;
import org.toret.network.fare.FareOffers;
import org.toret.network.fare.LegRules;
import org.toret.network.fare.LegTransferRules;
import org.toret.router.fare.term.TicketTerms;

/// The ways to have paid for the rides in one feed so far, of which none makes another pointless:
/// for each the ticket in hand and the cents. What [LegRulePricer] keeps after a leg, in plain
/// numbers and without the history, so that a search can carry it.
///
/// An option is [#WIDTH] numbers in a row; a set of options is canonical (sorted, without those
/// another covers), so that equal arrays mean equal futures.
final class TicketOptions {

  static final int GROUP = 0;
  static final int DEPARTURE = 1;
  static final int ARRIVAL = 2;
  static final int RUN_DEPARTURE = 3;
  static final int RUN_ARRIVAL = 4;
  static final int TRANSFERS = 5;
  static final int MEDIUM = 6;
  static final int LONE_CENTS = 7;
  static final int SPENT = 8;

  /// Two numbers each: what is used of the ticket, and of products that ran before.
  static final int USES = 9;

  static final int RUNNING_USES = 11;
  static final int CENTS = 13;
  static final int WIDTH = 14;

  private static final int NONE = -1;
  private static final long NEVER = Long.MAX_VALUE;

  private final FeedTickets feed;
  private final OptionOrder order;
  private final List<HeldProduct> holds;
  private final long baseEpochSeconds;
  private final IntList next = new IntList();

  /// Of the leg at hand.
  private int[] networks = {};

  /// @param baseEpochSeconds what the seconds of the search count from
  TicketOptions(FeedTickets feed, FareOptions options, long baseEpochSeconds) {
    this.feed = feed;
    order = new OptionOrder(feed);
    this.baseEpochSeconds = baseEpochSeconds;
    holds = options.holds().stream().filter(held -> held.feed().equals(feed.fares.id())).toList();
  }

  /// Whether the traveller has products of this feed already.
  boolean hasHolds() {
    return !holds.isEmpty();
  }

  /// Nothing ridden, nothing paid.
  static int[] start() {
    int[] nothing = new int[WIDTH];
    nothing[GROUP] = NONE;
    nothing[MEDIUM] = FareOffers.ANY;
    nothing[LONE_CENTS] = NONE;
    return nothing;
  }

  static int leastCents(int[] options) {
    int least = Integer.MAX_VALUE;
    for (int at = 0; at < options.length; at += WIDTH) {
      least = Math.min(least, options[at + CENTS]);
    }
    return least;
  }

  /// Until when a leg may begin for every ticket in hand to be of the same use as before.
  int lastUse(int[] options) {
    int last = Integer.MAX_VALUE;
    for (int at = 0; at < options.length; at += WIDTH) {
      int departure = Math.min(options[at + DEPARTURE], options[at + RUN_DEPARTURE]);
      int arrival = Math.min(options[at + ARRIVAL], options[at + RUN_ARRIVAL]);
      last = Math.min(last, feed.lastUse(options[at + GROUP], departure, arrival));
      last = Math.min(last, before(pair(options, at + USES), epoch(options[at + DEPARTURE])));
    }
    for (HeldProduct held : holds) {
      if (held.running()) {
        last = Math.min(last, feed.lastUse(held.product(), clamped(held)));
        int product = feed.product(held.product());
        last = Math.min(last, before(feed.terms.unused(product), held.validFromEpochSeconds()));
      }
    }
    return last;
  }

  /// The options after one more leg; null where it has no price.
  ///
  /// @param rules it can be paid by
  /// @param networks it belongs to
  /// @param pass whether a pass in the pocket pays for it
  int @Nullable [] ride(
      int[] options, int[] rules, int[] networks, boolean pass, int departure, int arrival) {
    next.clear();
    this.networks = networks;
    if (pass) {
      next.addAll(options);
    }
    for (int at = 0; at < options.length; at += WIDTH) {
      for (int rule : rules) {
        extend(options, at, rule, departure, arrival);
      }
    }
    return next.isEmpty() ? null : canonical(next.toArray());
  }

  private void extend(int[] options, int at, int rule, int departure, int arrival) {
    int group = feed.fares.legRules().groups()[rule];
    boolean same = options[at + GROUP] == group;
    boolean goesOn =
        feed.terms.allows(
            pair(options, at + USES), networks, epoch(options[at + DEPARTURE]), epoch(departure));
    long least = goesOn ? leastCount(options, at, group, departure, arrival) : NEVER;
    boolean mayDecline = true;
    if (least < NEVER) {
      mayDecline = false;
      for (int transfer : feed.transfers.between(options[at + GROUP], group)) {
        if (count(same, transfer) == least
            && isUsable(options, at, transfer, group, departure, arrival)) {
          boolean taken = transfer(options, at, rule, transfer, departure, arrival);
          mayDecline |= !taken || feed.transfers.rules().types()[transfer] != 1;
        }
      }
    }
    if (mayDecline) {
      buy(options, at, rule, departure, arrival);
      useHeld(options, at, rule, departure, arrival);
    }
  }

  private int count(boolean same, int transfer) {
    return same ? feed.transfers.count(transfer) : LegTransferRules.UNLIMITED;
  }

  /// The fewest transfers that a usable rule spans; [#NEVER] where none is usable.
  private long leastCount(int[] options, int at, int group, int departure, int arrival) {
    boolean same = options[at + GROUP] == group;
    long least = NEVER;
    for (int transfer : feed.transfers.between(options[at + GROUP], group)) {
      if (isUsable(options, at, transfer, group, departure, arrival)) {
        least = Math.min(least, count(same, transfer));
      }
    }
    return least;
  }

  private boolean isUsable(
      int[] options, int at, int transfer, int group, int departure, int arrival) {
    boolean same = options[at + GROUP] == group;
    boolean runFirst = same && options[at + RUN_DEPARTURE] < options[at + DEPARTURE];
    int startDeparture = options[at + (runFirst ? RUN_DEPARTURE : DEPARTURE)];
    int startArrival = options[at + (runFirst ? RUN_ARRIVAL : ARRIVAL)];
    int product = feed.transfers.rules().products()[transfer];
    return count(same, transfer) > options[at + TRANSFERS]
        && inTime(transfer, startDeparture, startArrival, departure, arrival)
        && (product == NONE
            || feed.shelf.cheapest(product, options[at + MEDIUM]) != OfferShelf.NONE);
  }

  private boolean inTime(
      int transfer, long startDeparture, long startArrival, long departure, long arrival) {
    int limit = feed.transfers.rules().durationSeconds()[transfer];
    if (limit == LegRules.NONE) {
      return true;
    }
    int type = feed.transfers.rules().durationTypes()[transfer];
    long start = type == 0 || type == 1 ? startDeparture : startArrival;
    long end = type == 0 || type == 3 ? arrival : departure;
    return end - start <= limit;
  }

  private boolean transfer(
      int[] options, int at, int rule, int transfer, int departure, int arrival) {
    LegTransferRules rules = feed.transfers.rules();
    int medium = options[at + MEDIUM];
    int group = feed.fares.legRules().groups()[rule];
    boolean same = options[at + GROUP] == group;
    int type = rules.types()[transfer];
    int own =
        type == 1 ? feed.shelf.cheapest(feed.fares.legRules().products()[rule], medium) : NONE;
    if (type == 1 && own == OfferShelf.NONE) {
      return false;
    }
    int product = rules.products()[transfer];
    int between = product == NONE ? 0 : feed.price(feed.shelf.cheapest(product, medium));
    int back = type == 2 && options[at + LONE_CENTS] != NONE ? options[at + LONE_CENTS] : 0;
    long ticket =
        type == 1
            ? feed.terms.unused(feed.fares.legRules().products()[rule])
            : pair(options, at + USES);
    long uses = feed.terms.after(ticket, networks);
    long running = pair(options, at + RUNNING_USES);
    put(
        group,
        type == 1 ? departure : options[at + DEPARTURE],
        type == 1 ? arrival : options[at + ARRIVAL],
        same ? options[at + RUN_DEPARTURE] : departure,
        same ? options[at + RUN_ARRIVAL] : arrival,
        same ? options[at + TRANSFERS] + 1 : 0,
        medium,
        NONE,
        options[at + SPENT],
        uses,
        (uses & TicketTerms.RUNNING) == 0 ? running : feed.terms.merged(running, uses),
        options[at + CENTS] + between + feed.price(own) - back);
    return true;
  }

  private void buy(int[] options, int at, int rule, int departure, int arrival) {
    int product = feed.fares.legRules().products()[rule];
    int group = feed.fares.legRules().groups()[rule];
    long uses = feed.terms.after(feed.terms.unused(product), networks);
    long running = pair(options, at + RUNNING_USES);
    for (int medium : feed.shelf.media(product)) {
      int price = feed.price(feed.shelf.cheapest(product, medium));
      put(
          group,
          departure,
          arrival,
          departure,
          arrival,
          0,
          medium,
          feed.givesBack ? price : NONE,
          options[at + SPENT],
          uses,
          running,
          options[at + CENTS] + price);
    }
  }

  private void useHeld(int[] options, int at, int rule, int departure, int arrival) {
    if (holds.isEmpty()) {
      return;
    }
    int index = feed.fares.legRules().products()[rule];
    String product = feed.fares.offers().productIds().get(index);
    for (int i = 0; i < holds.size(); i++) {
      if (holds.get(i).product().equals(product)) {
        if (holds.get(i).running()) {
          useRunning(options, at, rule, i, departure, arrival);
        } else if ((options[at + SPENT] >> i & 1) == 0) {
          useUnused(options, at, rule, i, departure, arrival);
        }
      }
    }
  }

  private void useUnused(int[] options, int at, int rule, int i, int departure, int arrival) {
    put(
        feed.fares.legRules().groups()[rule],
        departure,
        arrival,
        departure,
        arrival,
        0,
        FareOffers.ANY,
        feed.givesBack ? 0 : NONE,
        options[at + SPENT] | 1 << i,
        feed.terms.after(feed.terms.unused(feed.fares.legRules().products()[rule]), networks),
        pair(options, at + RUNNING_USES),
        options[at + CENTS]);
  }

  private void useRunning(int[] options, int at, int rule, int i, int departure, int arrival) {
    HeldProduct held = holds.get(i);
    int group = feed.fares.legRules().groups()[rule];
    long running = pair(options, at + RUNNING_USES);
    long before = feed.terms.used(running, feed.fares.legRules().products()[rule]);
    if (isRunning(held, group, departure, arrival)
        && feed.terms.allows(before, networks, held.validFromEpochSeconds(), epoch(departure))) {
      int from = clamped(held);
      long uses = feed.terms.after(before, networks);
      put(
          group,
          from,
          from,
          from,
          from,
          0,
          FareOffers.ANY,
          NONE,
          options[at + SPENT],
          uses | TicketTerms.RUNNING,
          feed.terms.merged(running, uses),
          options[at + CENTS]);
    }
  }

  private boolean isRunning(HeldProduct held, int group, int departure, int arrival) {
    int from = clamped(held);
    int[] limits = feed.transfers.between(group, group);
    boolean inTime = limits.length == 0;
    for (int limit : limits) {
      inTime |= inTime(limit, from, from, departure, arrival);
    }
    return inTime && from <= departure;
  }

  /// The last second before the terms of a ticket end it.
  private int before(long uses, long started) {
    long until = uses == 0 ? TicketTerms.NO_END : feed.terms.until(uses, started);
    return until == TicketTerms.NO_END
        ? Integer.MAX_VALUE
        : Math.clamp(until - 1 - baseEpochSeconds, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private long epoch(int seconds) {
    return baseEpochSeconds + seconds;
  }

  static long pair(int[] options, int at) {
    return (long) options[at + 1] << 32 | options[at] & 0xFFFF_FFFFL;
  }

  private int clamped(HeldProduct held) {
    long seconds = held.validFromEpochSeconds() - baseEpochSeconds;
    return Math.clamp(seconds, Integer.MIN_VALUE / 2, Integer.MAX_VALUE / 2);
  }

  private void put(
      int group,
      int departure,
      int arrival,
      int runDeparture,
      int runArrival,
      int transfers,
      int medium,
      int loneCents,
      int spent,
      long uses,
      long runningUses,
      int cents) {
    next.addAll(
        group,
        departure,
        arrival,
        runDeparture,
        runArrival,
        transfers,
        medium,
        loneCents,
        spent,
        (int) uses,
        (int) (uses >>> 32),
        (int) runningUses,
        (int) (runningUses >>> 32),
        cents);
  }

  /// Without the options that another covers; of equals the first. Sorted.
  private int[] canonical(int[] all) {
    List<int[]> kept = new ArrayList<>();
    for (int at = 0; at < all.length; at += WIDTH) {
      int[] option = Arrays.copyOfRange(all, at, at + WIDTH);
      boolean covered = false;
      for (int i = 0; i < kept.size() && !covered; i++) {
        covered = order.excess(kept.get(i), 0, option, 0, 1) <= 0;
      }
      if (!covered) {
        kept.removeIf(other -> order.excess(option, 0, other, 0, 1) <= 0);
        kept.add(option);
      }
    }
    if (kept.size() > 1) {
      kept.sort(Arrays::compare);
    }
    int[] sorted = new int[kept.size() * WIDTH];
    for (int i = 0; i < kept.size(); i++) {
      System.arraycopy(kept.get(i), 0, sorted, i * WIDTH, WIDTH);
    }
    return sorted;
  }

  /// See [OptionOrder#excess(int[], int[], int)].
  int excess(int[] a, int[] b, int step) {
    return order.excess(a, b, step);
  }
}
