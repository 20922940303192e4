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

import java.util.Arrays;
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
  int excess(int[] a, int[] b) {
    int most = -FeedTickets.UNBOUNDED;
    for (int to = 0; to < b.length; to += WIDTH) {
      int least = FeedTickets.UNBOUNDED;
      for (int from = 0; from < a.length; from += WIDTH) {
        least = Math.min(least, excess(a, from, b, to));
      }
      most = Math.max(most, least);
    }
    return most;
  }

  /// Whether that is 0 or less.
  boolean isNoDearer(int[] a, int[] b) {
    for (int to = 0; to < b.length; to += WIDTH) {
      boolean found = false;
      for (int from = 0; from < a.length && !found; from += WIDTH) {
        found = excess(a, from, b, to) <= 0;
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  int excess(int[] a, int i, int[] b, int j) {
    int more = a[i + CENTS] - b[j + CENTS];
    if (!feed.monotone) {
      return Arrays.equals(a, i, i + CENTS, b, j, j + CENTS) ? more : FeedTickets.UNBOUNDED;
    }
    more += ledger.excess(a[i + CAPS], b[j + CAPS]);
    if ((a[i + SPENT] & ~b[j + SPENT]) != 0
        || !TicketTerms.isNoMore(pair(a, i + RUNNING_USES), pair(b, j + RUNNING_USES))) {
      return FeedTickets.UNBOUNDED;
    }
    if (isAsGood(a, i, b, j)) {
      return more;
    }
    int worth = feed.mostWorth(b[j + GROUP], b[j + MEDIUM], pair(b, j + USES));
    return more + worth + Math.max(0, b[j + LONE_CENTS]);
  }

  /// The same with times in whole steps, where no more counts of them than which is earlier, and
  /// without the options that another covers then: to be compared, not to be ridden on.
  int[] inSteps(int[] options, int step) {
    if (!feed.monotone) {
      return options;
    }
    int[] coarse = options.clone();
    for (int at = 0; at < coarse.length; at += WIDTH) {
      for (int time = DEPARTURE; time <= RUN_ARRIVAL; time++) {
        coarse[at + time] = Math.floorDiv(coarse[at + time], step);
      }
    }
    return canonical(coarse, coarse.length);
  }

  /// Without the options that another covers; of equals the first. Sorted.
  ///
  /// @param options written over
  /// @param size how much of it counts
  int[] canonical(int[] options, int size) {
    int kept = 0;
    for (int at = 0; at < size; at += WIDTH) {
      if (!isCovered(options, kept, at)) {
        kept = drop(options, kept, at);
        System.arraycopy(options, at, options, kept, WIDTH);
        sink(options, kept);
        kept += WIDTH;
      }
    }
    return Arrays.copyOf(options, kept);
  }

  private boolean isCovered(int[] options, int kept, int at) {
    for (int by = 0; by < kept; by += WIDTH) {
      if (excess(options, by, options, at) <= 0) {
        return true;
      }
    }
    return false;
  }

  /// Drops those kept that another covers, and tells how many are left.
  private int drop(int[] options, int kept, int by) {
    int left = 0;
    for (int at = 0; at < kept; at += WIDTH) {
      if (excess(options, by, options, at) > 0) {
        if (left < at) {
          System.arraycopy(options, at, options, left, WIDTH);
        }
        left += WIDTH;
      }
    }
    return left;
  }

  /// Puts the option at a place among the sorted ones before it.
  private static void sink(int[] options, int at) {
    int to = at;
    while (to > 0 && Arrays.compare(options, at, at + WIDTH, options, to - WIDTH, to) < 0) {
      to -= WIDTH;
    }
    if (to < at) {
      int[] option = Arrays.copyOfRange(options, at, at + WIDTH);
      System.arraycopy(options, to, options, to + WIDTH, at - to);
      System.arraycopy(option, 0, options, to, WIDTH);
    }
  }

  /// The same ticket, begun no earlier.
  private static boolean isAsGood(int[] a, int i, int[] b, int j) {
    return a[i + GROUP] == b[j + GROUP]
        && (a[i + MEDIUM] == b[j + MEDIUM] || a[i + MEDIUM] == FareOffers.ANY)
        && a[i + TRANSFERS] <= b[j + TRANSFERS]
        && a[i + LONE_CENTS] == b[j + LONE_CENTS]
        && TicketTerms.isNoMore(pair(a, i + USES), pair(b, j + USES))
        && a[i + DEPARTURE] >= b[j + DEPARTURE]
        && a[i + ARRIVAL] >= b[j + ARRIVAL]
        && a[i + RUN_DEPARTURE] >= b[j + RUN_DEPARTURE]
        && a[i + RUN_ARRIVAL] >= b[j + RUN_ARRIVAL];
  }
}
