package org.toret.router.fare;

import java.util.ArrayList;
import java.util.List;
import org.toret.base.columns.DistinctRows;
import org.toret.base.columns.IntList;
import org.toret.router.fare.TravellerStates.TicketFeed;

/// Compares the states of a [TravellerStates] by kind: of one kind are those in which as much was
/// paid and the same tickets are in hand, begun within the same step of time. Hundreds of states
/// are of one kind, and what two kinds are to each other is found out once.
///
/// Not thread-safe.
final class TicketKinds {

  private static final int COMPARED_BITS = 16;

  /// Spreads keys over slots (Fibonacci hashing).
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  private final List<TicketFeed> feeds;
  private final DistinctRows states;
  private final List<DistinctRows> options;
  private final int stepSeconds;
  private final DistinctRows kinds = new DistinctRows();
  private final List<DistinctRows> optionKinds = new ArrayList<>();
  private final List<IntList> kindsOfOptions = new ArrayList<>();
  private final IntList kindsOfStates = new IntList();
  private final IntList paid = new IntList();
  private final int[] scratch;

  /// What was compared last, by the pair of kinds.
  private final long[] compared = new long[1 << COMPARED_BITS];

  /// @param states for each feed the number of its options, then how many rides have no price
  /// @param options by feed, what was paid and is in hand by number
  /// @param stepSeconds tickets that began within the same such step count as equally old
  TicketKinds(
      List<TicketFeed> feeds, DistinctRows states, List<DistinctRows> options, int stepSeconds) {
    this.feeds = feeds;
    this.states = states;
    this.options = options;
    this.stepSeconds = stepSeconds;
    scratch = new int[feeds.size() + 1];
    for (int feed = 0; feed < feeds.size(); feed++) {
      optionKinds.add(new DistinctRows());
      kindsOfOptions.add(new IntList());
    }
  }

  /// The kind of a state.
  int of(int state) {
    while (kindsOfStates.size() <= state) {
      kindsOfStates.add(find(kindsOfStates.size()));
    }
    return kindsOfStates.get(state);
  }

  private int find(int state) {
    int[] parts = states.get(state);
    for (int feed = 0; feed < feeds.size(); feed++) {
      scratch[feed] = ofOptions(feed, parts[feed]);
    }
    scratch[feeds.size()] = parts[feeds.size()];
    return kinds.number(scratch);
  }

  private int ofOptions(int feed, int number) {
    IntList known = kindsOfOptions.get(feed);
    TicketOptions ways = feeds.get(feed).options();
    while (known.size() <= number) {
      int[] row = options.get(feed).get(known.size());
      known.add(
          optionKinds
              .get(feed)
              .number(ways == null ? row : ways.order().inSteps(row, stepSeconds)));
    }
    return known.get(number);
  }

  /// Whether who is in a state of one kind never pays more in all than who is in one of another.
  boolean isNoDearer(int kind, int other) {
    // who rides no more pays what was paid so far
    if (kind == other || paid(kind) > paid(other)) {
      return kind == other;
    }
    long pair = (long) kind << Integer.SIZE | other;
    int slot = (int) (pair * SPREAD >>> Long.SIZE - COMPARED_BITS);
    // the last bit says how the comparison went; no pair of different kinds is 0
    if (compared[slot] >>> 1 != pair) {
      compared[slot] = pair << 1 | (compare(kind, other) ? 1 : 0);
    }
    return (compared[slot] & 1) != 0;
  }

  private int paid(int kind) {
    while (paid.size() <= kind) {
      int[] parts = kinds.get(paid.size());
      int cents = 0;
      for (int feed = 0; feed < feeds.size(); feed++) {
        cents += TicketOptions.leastCents(optionKinds.get(feed).get(parts[feed]));
      }
      paid.add(cents);
    }
    return paid.get(kind);
  }

  private boolean compare(int kind, int other) {
    int[] one = kinds.get(kind);
    int[] two = kinds.get(other);
    if (one[feeds.size()] > two[feeds.size()]) {
      return false;
    }
    int differing = 0;
    int last = 0;
    for (int feed = 0; feed < feeds.size(); feed++) {
      if (one[feed] != two[feed]) {
        differing++;
        last = feed;
      }
    }
    TicketOptions ways = feeds.get(last).options();
    if (differing == 1 && ways != null) {
      int[] mine = optionKinds.get(last).get(one[last]);
      return ways.order().isNoDearer(mine, optionKinds.get(last).get(two[last]));
    }
    int excess = 0;
    for (int feed = 0; feed < feeds.size(); feed++) {
      excess += one[feed] == two[feed] ? 0 : excess(feed, one[feed], two[feed]);
    }
    return excess <= 0;
  }

  private int excess(int feed, int one, int other) {
    TicketOptions ways = feeds.get(feed).options();
    int[] mine = optionKinds.get(feed).get(one);
    int[] theirs = optionKinds.get(feed).get(other);
    return ways == null
        ? TicketOptions.leastCents(mine) - TicketOptions.leastCents(theirs)
        : ways.order().excess(mine, theirs);
  }
}
