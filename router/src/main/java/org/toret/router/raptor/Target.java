package org.toret.router.raptor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The destination of a search: when it was reached by how many rides, and what can no longer make
/// it earlier. Rounds are numbers of rides.
final class Target {

  /// When somebody was set down so many times as often as there are nodes, latest times pay; of so
  /// few nodes at once.
  private static final int LOOKS_PER_NODE = 2;

  private static final int FEW_NODES = 1000;

  private final int rounds;
  private final int[] arrivals;
  private final int[] labels;
  private final boolean[] improved;
  private final LowerBounds.Table down;
  private final LowerBounds.Table board;
  private final LowerBounds.Table ride;
  private final LowerBounds.Table seat;

  /// The latest to leave first; those before `rivalsMet` count.
  private List<RangeRaptor.Rival> rivals = List.of();

  private int rivalsMet;
  private final Supplier<LatestTimes> latestTimes;
  private @Nullable LatestTimes latest;
  private final int firstSeconds;
  private boolean isSoonestOnly;
  private int looks;

  /// What the latest times hold for.
  private int tightArrival = RaptorState.NEVER;

  private int tightEnd = RaptorState.NEVER;

  /// @param latestTimes made when they are worth it
  /// @param firstSeconds the soonest departure asked about
  Target(int rounds, LowerBounds bounds, Supplier<LatestTimes> latestTimes, int firstSeconds) {
    this.latestTimes = latestTimes;
    this.firstSeconds = firstSeconds;
    this.rounds = rounds;
    this.arrivals = new int[rounds + 1];
    this.labels = new int[rounds + 1];
    this.improved = new boolean[rounds + 1];
    this.down = bounds.down();
    this.board = bounds.board();
    this.ride = bounds.ride();
    this.seat = bounds.seat();
    Arrays.fill(arrivals, RaptorState.NEVER);
  }

  /// The earliest arrival with at most so many rides.
  int arrival(int round) {
    return arrivals[round];
  }

  /// How that arrival came about.
  int label(int round) {
    return labels[round];
  }

  /// Whether the arrival of a round became earlier since this was last asked.
  boolean takeImproved(int round) {
    boolean was = improved[round];
    improved[round] = false;
    return was;
  }

  /// Notes an arrival if it is an earlier one.
  void reach(int round, int at, int label) {
    for (int r = round; r <= rounds && at < arrivals[r]; r++) {
      arrivals[r] = at;
      labels[r] = label;
      improved[round] = true;
    }
    limitFewer(round, at + 1);
  }

  /// Lets nothing be of interest that arrives later than something else with more rides.
  void mindSoonest() {
    isSoonestOnly = true;
  }

  private void limitFewer(int rides, int at) {
    for (int r = rides - 1; isSoonestOnly && r > 0 && at < arrivals[r]; r--) {
      arrivals[r] = at;
    }
  }

  /// Somebody knows a journey of so many rides that arrives then: only what is as early counts.
  void promise(int rides, int at) {
    limit(rides, at + 1);
    limitFewer(rides, at + 1);
  }

  private void limit(int rides, int at) {
    for (int r = rides; r <= rounds && at < arrivals[r]; r++) {
      arrivals[r] = at;
    }
  }

  /// Journeys that are there anyhow; each counts once the search has come to its departure.
  void setRivals(List<RangeRaptor.Rival> others) {
    rivals =
        others.stream()
            .sorted(Comparator.comparingInt(RangeRaptor.Rival::departureSeconds).reversed())
            .toList();
  }

  /// Lets only what is better than the rivals that leave no earlier than at a time be of interest.
  void meetRivals(int seconds) {
    while (rivalsMet < rivals.size() && rivals.get(rivalsMet).departureSeconds() >= seconds) {
      RangeRaptor.Rival rival = rivals.get(rivalsMet++);
      limit(rival.rides(), rival.arrivalSeconds());
    }
  }

  /// Counts whoever was set down. After many of them it pays to find out by the real trips how late
  /// one may be anywhere: where vehicles are rare, bounds that know no waiting let everybody wander
  /// about before the next one leaves.
  ///
  /// @param latestArrival that counts now; later ones never will
  void look(int latestArrival) {
    int arrival = Math.min(arrivals[rounds], latestArrival + 1);
    if (++looks < LOOKS_PER_NODE * (down.places() - FEW_NODES) || arrival >= tightArrival) {
      return;
    }
    looks = 0;
    tightArrival = arrival;
    tightEnd = latestArrival + 1;
    LatestTimes times = latest == null ? latestTimes.get() : latest;
    times.compute(arrival - 1, firstSeconds);
    latest = times;
  }

  /// By how many seconds at least whoever was set down at a node is too late to make the arrival
  /// earlier; negative where there is hope. Who is set down there later, or sooner by no more than
  /// that, need not be looked at again.
  ///
  /// @param round rides so far
  int lateness(int round, int node, int at) {
    return latenessSetDown(round, 0, node, at);
  }

  /// The same for who rides on from there at least once more.
  int latenessToChange(int round, int node, int at) {
    return latenessSetDown(round, 1, node, at);
  }

  private int latenessSetDown(int round, int leastRides, int node, int at) {
    int late = lateness(down, round, leastRides, node, at);
    return late < 0 && latest != null
        ? tightness(down, latest.down(node, rounds - round), round, leastRides, node, at)
        : late;
  }

  /// The same for who is ready to board at a node.
  int latenessToBoard(int round, int node, int at) {
    int late = lateness(board, round, 1, node, at);
    return late < 0 && latest != null
        ? tightness(board, latest.ready(node, rounds - round), round, 1, node, at)
        : late;
  }

  /// The same for who departs at a call, counted over all days, after `round` rides before this
  /// one.
  int latenessOnBoard(int round, int call, int at) {
    return lateness(ride, round, 1, call, at);
  }

  /// Whether who stays seated at the end of a line, after `round` rides before this one, is too
  /// late.
  boolean isTooLateSeated(int round, int dayLine, int at) {
    return lateness(seat, round, 1, dayLine, at) >= 0;
  }

  /// Whether staying seated at the end of a line leads to the destination at all.
  boolean canStaySeated(int dayLine) {
    return seat.seconds()[rounds * seat.places() + dayLine] != LowerBounds.UNREACHABLE;
  }

  /// The same by the latest time of being there, and by the bounds where one is as good that has
  /// fewer rides and arrives later than what the latest times are for.
  private int tightness(
      LowerBounds.Table bounds, int latestThere, int round, int leastRides, int node, int at) {
    int late = at - latestThere - 1;
    for (int in = round + leastRides; in < rounds && late >= 0; in++) {
      int arrival = Math.min(arrivals[in], tightEnd);
      int more = bounds.seconds()[(in - round) * bounds.places() + node];
      boolean later = arrival > tightArrival && more != LowerBounds.UNREACHABLE;
      late = later ? Math.min(late, at + more - arrival) : late;
    }
    return late;
  }

  private int lateness(LowerBounds.Table bounds, int round, int leastRides, int place, int at) {
    char[] seconds = bounds.seconds();
    int places = bounds.places();
    int least = seconds[(rounds - round) * places + place];
    if (least == LowerBounds.UNREACHABLE) {
      return RaptorState.NEVER;
    }
    int late = at + least - arrivals[round + leastRides];
    if (late >= 0) {
      return late;
    }
    late = at + least - arrivals[rounds];
    for (int in = round + leastRides; in < rounds && late >= 0; in++) {
      int more = seconds[(in - round) * places + place];
      late = more == LowerBounds.UNREACHABLE ? late : Math.min(late, at + more - arrivals[in]);
    }
    return late;
  }
}
