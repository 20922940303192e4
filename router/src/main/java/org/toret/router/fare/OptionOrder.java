package org.toret.router.fare;

import static org.toret.router.fare.TicketOptions.ARRIVAL;
import static org.toret.router.fare.TicketOptions.CAPS;
import static org.toret.router.fare.TicketOptions.CENTS;
import static org.toret.router.fare.TicketOptions.DEPARTURE;
import static org.toret.router.fare.TicketOptions.GROUP;
import static org.toret.router.fare.TicketOptions.LONE_CENTS;
import static org.toret.router.fare.TicketOptions.MEDIUM;
import static org.toret.router.fare.TicketOptions.RUNNING_USES;
import static org.toret.router.fare.TicketOptions.RUN_ARRIVAL;
import static org.toret.router.fare.TicketOptions.RUN_DEPARTURE;
import static org.toret.router.fare.TicketOptions.SPENT;
import static org.toret.router.fare.TicketOptions.TRANSFERS;
import static org.toret.router.fare.TicketOptions.USES;
import static org.toret.router.fare.TicketOptions.WIDTH;
import static org.toret.router.fare.TicketOptions.pair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.toret.network.fare.FareOffers;
import org.toret.router.fare.term.CapLedger;
import org.toret.router.fare.term.TicketTerms;

/// Compares ways to have paid ([TicketOptions]) by what may come of them.
final class OptionOrder {

  private final FeedTickets feed;

  private final CapLedger ledger;

  OptionOrder(FeedTickets feed, CapLedger ledger) {
    this.feed = feed;
    this.ledger = ledger;
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

  /// Whether that is 0 or less.
  boolean isNoDearer(int[] a, int[] b, int step) {
    for (int to = 0; to < b.length; to += WIDTH) {
      boolean found = false;
      for (int from = 0; from < a.length && !found; from += WIDTH) {
        found = excess(a, from, b, to, step) <= 0;
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  int excess(int[] a, int i, int[] b, int j, int step) {
    int more = a[i + CENTS] - b[j + CENTS];
    if (!feed.monotone) {
      return Arrays.equals(a, i, i + CENTS, b, j, j + CENTS) ? more : FeedTickets.UNBOUNDED;
    }
    more += ledger.excess(a[i + CAPS], b[j + CAPS]);
    if ((a[i + SPENT] & ~b[j + SPENT]) != 0
        || !TicketTerms.isNoMore(pair(a, i + RUNNING_USES), pair(b, j + RUNNING_USES))) {
      return FeedTickets.UNBOUNDED;
    }
    if (isAsGood(a, i, b, j, step)) {
      return more;
    }
    int worth = feed.mostWorth(b[j + GROUP], b[j + MEDIUM], pair(b, j + USES));
    return more + worth + Math.max(0, b[j + LONE_CENTS]);
  }

  /// Without the options that another covers; of equals the first. Sorted.
  int[] canonical(int[] all) {
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

  /// The same ticket, begun no earlier.
  private static boolean isAsGood(int[] a, int i, int[] b, int j, int step) {
    return a[i + GROUP] == b[j + GROUP]
        && (a[i + MEDIUM] == b[j + MEDIUM] || a[i + MEDIUM] == FareOffers.ANY)
        && a[i + TRANSFERS] <= b[j + TRANSFERS]
        && a[i + LONE_CENTS] == b[j + LONE_CENTS]
        && TicketTerms.isNoMore(pair(a, i + USES), pair(b, j + USES))
        && isNoOlder(a[i + DEPARTURE], b[j + DEPARTURE], step)
        && isNoOlder(a[i + ARRIVAL], b[j + ARRIVAL], step)
        && isNoOlder(a[i + RUN_DEPARTURE], b[j + RUN_DEPARTURE], step)
        && isNoOlder(a[i + RUN_ARRIVAL], b[j + RUN_ARRIVAL], step);
  }

  private static boolean isNoOlder(int a, int b, int step) {
    return a >= b || Math.floorDiv(a, step) >= Math.floorDiv(b, step);
  }
}
