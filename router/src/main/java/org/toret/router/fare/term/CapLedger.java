package org.toret.router.fare.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.base.rules.RuleRow;

/// Keeps count of what one traveller has paid towards the caps of a feed, along every way to pay
/// that is tried. Each standing of all counts has a number, equal ones the same: 0 is where the
/// journey starts, and without caps there is no other. For one question; not thread-safe.
///
/// A standing holds, for each group of caps, the service day, what was charged in it, and for each
/// cap what could still be charged when the day began.
public final class CapLedger {

  private static final int NO_DAY = Integer.MIN_VALUE;

  private final TicketCaps caps;
  private final List<List<TicketCaps.Cap>> groups;
  private final int[] offsets;
  private final List<int[]> standings = new ArrayList<>();
  private final Map<List<Integer>, Integer> numbers = new HashMap<>();

  CapLedger(TicketCaps caps, List<List<TicketCaps.Cap>> groups, List<Spent> spent) {
    this.caps = caps;
    this.groups = groups;
    offsets = new int[groups.size() + 1];
    for (int group = 0; group < groups.size(); group++) {
      offsets[group + 1] = offsets[group] + 2 + groups.get(group).size();
    }
    int[] start = new int[offsets[groups.size()]];
    for (int group = 0; group < groups.size(); group++) {
      open(start, group, spent);
    }
    var _ = number(start);
  }

  private void open(int[] start, int group, List<Spent> spent) {
    start[offsets[group]] = NO_DAY;
    for (int i = 0; i < groups.get(group).size(); i++) {
      TicketCaps.Cap cap = groups.get(group).get(i);
      start[offsets[group] + 2 + i] = cap.cents();
    }
    for (Spent paid : spent) {
      for (int i = 0; i < groups.get(group).size(); i++) {
        TicketCaps.Cap cap = groups.get(group).get(i);
        if (cap.row().id().equals(paid.cap())) {
          start[offsets[group]] = caps.day(paid.atEpochSeconds(), cap.dayEnds());
          start[offsets[group] + 2 + i] = Math.max(0, cap.cents() - Math.max(0, paid.cents()));
        }
      }
    }
  }

  private int number(int[] standing) {
    List<Integer> key = Arrays.stream(standing).boxed().toList();
    Integer known = numbers.putIfAbsent(key, standings.size());
    if (known == null) {
      standings.add(standing);
      return standings.size() - 1;
    }
    return known;
  }

  /// Whether nothing is capped.
  public boolean isEmpty() {
    return groups.isEmpty();
  }

  /// The standing after something was bought.
  ///
  /// @param cents its price; what costs nothing or gives back does not count
  public int after(int standing, int offer, int cents, long epochSeconds) {
    int group = cents <= 0 ? -1 : group(offer);
    if (group < 0) {
      return standing;
    }
    int[] after = on(standing, group, epochSeconds);
    after[offsets[group] + 1] += charge(after, group, cents);
    return number(after);
  }

  /// What of a price is charged.
  public int charge(int standing, int offer, int cents, long epochSeconds) {
    int group = cents <= 0 ? -1 : group(offer);
    return group < 0 ? cents : charge(on(standing, group, epochSeconds), group, cents);
  }

  private int charge(int[] standing, int group, int cents) {
    return Math.min(cents, left(standing, group));
  }

  private int group(int offer) {
    for (int group = 0; group < groups.size(); group++) {
      if (groups.get(group).getFirst().offers().get(offer)) {
        return group;
      }
    }
    return -1;
  }

  /// A copy of a standing, on the service day of a moment.
  private int[] on(int standing, int group, long epochSeconds) {
    int[] copy = standings.get(standing).clone();
    turn(copy, group, caps.day(epochSeconds, groups.get(group).getFirst().dayEnds()));
    return copy;
  }

  /// Turns the page to another day.
  private void turn(int[] standing, int group, int day) {
    int at = offsets[group];
    int before = standing[at];
    if (before == day) {
      return;
    }
    for (int i = 0; i < groups.get(group).size(); i++) {
      TicketCaps.Cap cap = groups.get(group).get(i);
      boolean goesOn = before == NO_DAY || cap.period(before) == cap.period(day);
      standing[at + 2 + i] = goesOn ? standing[at + 2 + i] - standing[at + 1] : cap.cents();
    }
    standing[at] = day;
    standing[at + 1] = 0;
  }

  private int left(int[] standing, int group) {
    int left = Integer.MAX_VALUE;
    for (int at = offsets[group] + 2; at < offsets[group + 1]; at++) {
      left = Math.min(left, standing[at] - standing[offsets[group] + 1]);
    }
    return left;
  }

  /// The most that whoever stands at one may come to be charged more from now on than whoever
  /// stands at another, whatever both buy.
  public int excess(int standing, int other) {
    if (standing == other) {
      return 0;
    }
    int[] one = standings.get(standing).clone();
    int[] two = standings.get(other).clone();
    int excess = 0;
    for (int group = 0; group < groups.size(); group++) {
      int at = offsets[group];
      int day = Math.max(one[at], two[at]);
      turn(one, group, day);
      turn(two, group, day);
      for (int i = at + 2; i < offsets[group + 1]; i++) {
        excess += Math.max(0, one[i] - one[at + 1] - (two[i] - two[at + 1]));
      }
    }
    return excess;
  }

  /// The first moment at which a cap begins anew, [TicketTerms#NO_END] where nothing was counted.
  public long until(int standing) {
    int[] counts = standings.get(standing);
    long until = TicketTerms.NO_END;
    for (int group = 0; group < groups.size(); group++) {
      int day = counts[offsets[group]];
      if (day != NO_DAY) {
        until = Math.min(until, caps.end(day, groups.get(group).getFirst().dayEnds()));
      }
    }
    return until;
  }

  /// The cap that charges the least of what an offer costs; for offers that are capped.
  private TicketCaps.Cap binding(int standing, int offer, long epochSeconds) {
    int group = group(offer);
    int[] counts = on(standing, group, epochSeconds);
    int least = 0;
    for (int i = 1; i < groups.get(group).size(); i++) {
      least = counts[offsets[group] + 2 + i] < counts[offsets[group] + 2 + least] ? i : least;
    }
    return groups.get(group).get(least);
  }

  /// The row of the cap that keeps an offer from being charged whole.
  public RuleRow row(int standing, int offer, long epochSeconds) {
    return binding(standing, offer, epochSeconds).row();
  }
}
