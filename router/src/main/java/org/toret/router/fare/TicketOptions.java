package org.toret.router.fare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.IntList;
import org.toret.network.fare.FareOffers;
import org.toret.network.fare.LegRules;
import org.toret.network.fare.LegTransferRules;

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
  static final int CENTS = 9;
  static final int WIDTH = 10;

  private static final int NONE = -1;
  private static final long NEVER = Long.MAX_VALUE;

  private final FeedTickets feed;
  private final List<HeldProduct> holds;
  private final long baseEpochSeconds;
  private final IntList next = new IntList();

  /// @param baseEpochSeconds what the seconds of the search count from
  TicketOptions(FeedTickets feed, FareOptions options, long baseEpochSeconds) {
    this.feed = feed;
    this.baseEpochSeconds = baseEpochSeconds;
    holds = options.holds().stream().filter(held -> held.feed().equals(feed.fares.id())).toList();
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
    }
    for (HeldProduct held : holds) {
      if (held.running()) {
        last = Math.min(last, feed.lastUse(held.product(), clamped(held)));
      }
    }
    return last;
  }

  /// The options after one more leg; null where it has no price.
  ///
  /// @param rules it can be paid by
  int @Nullable [] ride(int[] options, int[] rules, int departure, int arrival) {
    next.clear();
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
    long least = leastCount(options, at, group, departure, arrival);
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
        options[at + CENTS] + between + feed.price(own) - back);
    return true;
  }

  private void buy(int[] options, int at, int rule, int departure, int arrival) {
    int product = feed.fares.legRules().products()[rule];
    int group = feed.fares.legRules().groups()[rule];
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
          options[at + CENTS] + price);
    }
  }

  private void useHeld(int[] options, int at, int rule, int departure, int arrival) {
    if (holds.isEmpty()) {
      return;
    }
    int group = feed.fares.legRules().groups()[rule];
    String product = feed.fares.offers().productIds().get(feed.fares.legRules().products()[rule]);
    for (int i = 0; i < holds.size(); i++) {
      HeldProduct held = holds.get(i);
      if (!held.product().equals(product)) {
        continue;
      }
      int spent = options[at + SPENT];
      int cents = options[at + CENTS];
      int any = FareOffers.ANY;
      int lone = feed.givesBack ? 0 : NONE;
      if (!held.running() && (spent >> i & 1) == 0) {
        put(group, departure, arrival, departure, arrival, 0, any, lone, spent | 1 << i, cents);
      } else if (held.running() && isRunning(held, group, departure, arrival)) {
        int from = clamped(held);
        put(group, from, from, from, from, 0, any, NONE, spent, cents);
      }
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
        cents);
  }

  /// Without the options that another covers; of equals the first. Sorted.
  private int[] canonical(int[] all) {
    List<int[]> kept = new ArrayList<>();
    for (int at = 0; at < all.length; at += WIDTH) {
      int[] option = Arrays.copyOfRange(all, at, at + WIDTH);
      boolean covered = false;
      for (int i = 0; i < kept.size() && !covered; i++) {
        covered = excess(kept.get(i), 0, option, 0, 1) <= 0;
      }
      if (!covered) {
        kept.removeIf(other -> excess(option, 0, other, 0, 1) <= 0);
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

  /// The most that whoever has paid in the ways `a` may come to pay more in all than whoever has
  /// paid in the ways `b`, whatever both ride afterwards: 0 or less when `a` is at least as good.
  ///
  /// @param step tickets that began less than a step apart count as equally old
  int excess(int[] a, int[] b, int step) {
    int most = -FeedTickets.UNBOUNDED;
    for (int to = 0; to < b.length; to += WIDTH) {
      int least = FeedTickets.UNBOUNDED;
      for (int from = 0; from < a.length; from += WIDTH) {
        least = Math.min(least, excess(a, from, b, to, step));
      }
      most = Math.max(most, least);
    }
    return most;
  }

  private int excess(int[] a, int i, int[] b, int j, int step) {
    int more = a[i + CENTS] - b[j + CENTS];
    if (!feed.monotone) {
      return Arrays.equals(a, i, i + CENTS, b, j, j + CENTS) ? more : FeedTickets.UNBOUNDED;
    }
    if ((a[i + SPENT] & ~b[j + SPENT]) != 0) {
      return FeedTickets.UNBOUNDED;
    }
    if (isAsGood(a, i, b, j, step)) {
      return more;
    }
    int worth = feed.mostWorth(b[j + GROUP], b[j + MEDIUM]);
    return more + worth + Math.max(0, b[j + LONE_CENTS]);
  }

  /// The same ticket, begun no earlier.
  private static boolean isAsGood(int[] a, int i, int[] b, int j, int step) {
    return a[i + GROUP] == b[j + GROUP]
        && (a[i + MEDIUM] == b[j + MEDIUM] || a[i + MEDIUM] == FareOffers.ANY)
        && a[i + TRANSFERS] <= b[j + TRANSFERS]
        && a[i + LONE_CENTS] == b[j + LONE_CENTS]
        && isNoOlder(a[i + DEPARTURE], b[j + DEPARTURE], step)
        && isNoOlder(a[i + ARRIVAL], b[j + ARRIVAL], step)
        && isNoOlder(a[i + RUN_DEPARTURE], b[j + RUN_DEPARTURE], step)
        && isNoOlder(a[i + RUN_ARRIVAL], b[j + RUN_ARRIVAL], step);
  }

  private static boolean isNoOlder(int a, int b, int step) {
    return a >= b || Math.floorDiv(a, step) >= Math.floorDiv(b, step);
  }
}
