package org.toret.router.fare;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.network.fare.FareOffers;
import org.toret.network.fare.LegTransferRules;
import org.toret.router.fare.term.CapLedger;
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

  /// Where the traveller stands with caps, see [CapLedger].
  static final int CAPS = 13;

  static final int CENTS = 14;
  static final int WIDTH = 15;

  private static final int NONE = -1;
  private static final long NEVER = Long.MAX_VALUE;

  private final FeedTickets feed;
  private final OptionOrder order;
  private final List<HeldProduct> holds;
  private final CapLedger ledger;
  private final long baseEpochSeconds;
  private int[] next = new int[8 * WIDTH];
  private int nextSize;

  /// Of the leg at hand.
  private int[] networks = {};

  /// Of the option that is being made.
  private int standing;

  private int paid;

  /// @param baseEpochSeconds what the seconds of the search count from
  TicketOptions(FeedTickets feed, Pocket pocket, long baseEpochSeconds) {
    this.feed = feed;
    this.baseEpochSeconds = baseEpochSeconds;
    holds = pocket.holds();
    ledger = pocket.ledger();
    order = new OptionOrder(feed, ledger);
  }

  /// Whether the traveller has products of this feed already.
  boolean hasHolds() {
    return !holds.isEmpty();
  }

  /// Compares what these are.
  OptionOrder order() {
    return order;
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

  /// The least that whoever paid in one of these ways may have paid in the end, where nothing is a
  /// discount: a transfer may give back what a ticket cost while it was used once.
  static int leastInAll(int[] options) {
    int least = Integer.MAX_VALUE;
    for (int at = 0; at < options.length; at += WIDTH) {
      least = Math.min(least, options[at + CENTS] - Math.max(0, options[at + LONE_CENTS]));
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
      last = Math.min(last, before(ledger.until(options[at + CAPS])));
    }
    for (HeldProduct held : holds) {
      if (held.running()) {
        int product = feed.product(held.product());
        last = Math.min(last, feed.lastUse(product, clamped(held)));
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
    nextSize = 0;
    this.networks = networks;
    if (pass) {
      ensure(options.length);
      System.arraycopy(options, 0, next, 0, options.length);
      nextSize = options.length;
    }
    for (int at = 0; at < options.length; at += WIDTH) {
      for (int rule : rules) {
        extend(options, at, rule, departure, arrival);
      }
    }
    return nextSize == 0 ? null : order.canonical(next, nextSize);
  }

  private void begin(int[] options, int at) {
    standing = options[at + CAPS];
    paid = options[at + CENTS];
  }

  /// Buys what caps leave to be paid of an offer.
  private void pay(int offer, int departure) {
    int price = feed.price(offer);
    if (ledger.isEmpty()) {
      paid += price;
      return;
    }
    paid += ledger.charge(standing, offer, price, epoch(departure));
    standing = ledger.after(standing, offer, price, epoch(departure));
  }

  private void extend(int[] options, int at, int rule, int departure, int arrival) {
    if (goOn(options, at, rule, departure, arrival)) {
      buy(options, at, rule, departure, arrival);
      useHeld(options, at, rule, departure, arrival);
    }
  }

  /// Uses a ticket on, in each way that transfers allow; whether one may decline them.
  private boolean goOn(int[] options, int at, int rule, int departure, int arrival) {
    int group = feed.fares.legRules().groups()[rule];
    boolean same = options[at + GROUP] == group;
    boolean goesOn =
        feed.terms.allows(
            pair(options, at + USES), networks, epoch(options[at + DEPARTURE]), epoch(departure));
    long least = goesOn ? leastCount(options, at, group, departure, arrival) : NEVER;
    boolean mayDecline = least == NEVER;
    for (int transfer : feed.transfers.between(options[at + GROUP], group)) {
      if (count(same, transfer) == least
          && isUsable(options, at, transfer, group, departure, arrival)) {
        boolean taken = transfer(options, at, rule, transfer, departure, arrival);
        mayDecline |= !taken || feed.transfers.rules().types()[transfer] != 1;
      }
    }
    return mayDecline;
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
        && feed.transfers.inTime(transfer, startDeparture, startArrival, departure, arrival)
        && (product == NONE
            || feed.shelf.cheapest(product, options[at + MEDIUM]) != OfferShelf.NONE);
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
    begin(options, at);
    pay(product == NONE ? OfferShelf.NONE : feed.shelf.cheapest(product, medium), departure);
    pay(own, departure);
    paid -= type == 2 && options[at + LONE_CENTS] != NONE ? options[at + LONE_CENTS] : 0;
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
        (uses & TicketTerms.RUNNING) == 0 ? running : feed.terms.merged(running, uses));
    return true;
  }

  private void buy(int[] options, int at, int rule, int departure, int arrival) {
    int product = feed.fares.legRules().products()[rule];
    int group = feed.fares.legRules().groups()[rule];
    long uses = feed.terms.after(feed.terms.unused(product), networks);
    long running = pair(options, at + RUNNING_USES);
    for (int medium : feed.shelf.media(product)) {
      int offer = feed.shelf.cheapest(product, medium);
      begin(options, at);
      pay(offer, departure);
      put(
          group,
          departure,
          arrival,
          departure,
          arrival,
          0,
          medium,
          feed.givesBack ? feed.price(offer) : NONE,
          options[at + SPENT],
          uses,
          running);
    }
  }

  private void useHeld(int[] options, int at, int rule, int departure, int arrival) {
    if (holds.isEmpty()) {
      return;
    }
    int product = feed.fares.legRules().products()[rule];
    for (int i = 0; i < holds.size(); i++) {
      if (HeldProduct.isNext(holds, i, options[at + SPENT])) {
        if (holds.get(i).running()) {
          useBegun(options, at, rule, i, departure, arrival);
        } else if (feed.fares.offers().productIds().get(product).equals(holds.get(i).product())) {
          useUnused(options, at, rule, i, departure, arrival);
        }
      }
    }
  }

  private void useUnused(int[] options, int at, int rule, int i, int departure, int arrival) {
    begin(options, at);
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
        pair(options, at + RUNNING_USES));
  }

  /// As a ticket in hand that was used once, when it began.
  private void useBegun(int[] options, int at, int rule, int i, int departure, int arrival) {
    int from = clamped(holds.get(i));
    int product = feed.product(holds.get(i).product());
    if (from > departure) {
      return;
    }
    boolean kept = feed.transfers.isKept(product, feed.fares.legRules().groups()[rule]);
    int[] begun = Arrays.copyOfRange(options, at, at + WIDTH);
    Arrays.fill(begun, DEPARTURE, TRANSFERS, from);
    begun[TRANSFERS] = 0;
    begun[MEDIUM] = FareOffers.ANY;
    begun[LONE_CENTS] = NONE;
    begun[SPENT] |= kept ? 0 : 1 << i;
    for (int group : feed.transfers.groups(product)) {
      long uses = feed.begun(product, group, pair(options, at + RUNNING_USES), kept);
      begun[GROUP] = group;
      begun[USES] = (int) uses;
      begun[USES + 1] = (int) (uses >>> 32);
      var _ = goOn(begun, 0, rule, departure, arrival);
    }
  }

  /// The last second before the terms of a ticket end it.
  private int before(long uses, long started) {
    return before(uses == 0 ? TicketTerms.NO_END : feed.terms.until(uses, started));
  }

  private int before(long until) {
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
      long runningUses) {
    // Where nothing begins a ticket anew but buying one, a run of one group never began before it.
    boolean runsCount = !feed.monotone;
    ensure(WIDTH);
    next[nextSize + GROUP] = group;
    next[nextSize + DEPARTURE] = departure;
    next[nextSize + ARRIVAL] = arrival;
    next[nextSize + RUN_DEPARTURE] = runsCount ? runDeparture : departure;
    next[nextSize + RUN_ARRIVAL] = runsCount ? runArrival : arrival;
    next[nextSize + TRANSFERS] = feed.countsTransfers(group) ? transfers : 0;
    next[nextSize + MEDIUM] = medium;
    next[nextSize + LONE_CENTS] = loneCents;
    next[nextSize + SPENT] = spent;
    next[nextSize + USES] = (int) uses;
    next[nextSize + USES + 1] = (int) (uses >>> 32);
    next[nextSize + RUNNING_USES] = (int) runningUses;
    next[nextSize + RUNNING_USES + 1] = (int) (runningUses >>> 32);
    next[nextSize + CAPS] = standing;
    next[nextSize + CENTS] = paid;
    nextSize += WIDTH;
  }

  private void ensure(int more) {
    if (nextSize + more > next.length) {
      next = Arrays.copyOf(next, 2 * (nextSize + more));
    }
  }
}
