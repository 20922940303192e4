package org.toret.router.raptor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The destination of a search: when it was reached by how many rides, and what can no longer make
/// it earlier. Rounds are numbers of rides.
final class Target {

  private final int rounds;
  private final int[] arrivals;
  private final int[] labels;
  private final boolean[] improved;
  private final int stride;
  private final int[] down;
  private final int[] board;
  private final int[] ride;
  private final int[] seat;

  /// The latest to leave first; those before `rivalsMet` count.
  private List<RangeRaptor.Rival> rivals = List.of();

  private int rivalsMet;

  Target(int rounds, LowerBounds bounds) {
    this.rounds = rounds;
    this.arrivals = new int[rounds + 1];
    this.labels = new int[rounds + 1];
    this.improved = new boolean[rounds + 1];
    this.stride = bounds.stride();
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

  /// Lets only what arrives before a time be of interest, whatever the number of rides.
  void setAll(int at) {
    Arrays.fill(arrivals, at);
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
      int at = rival.arrivalSeconds();
      for (int r = rival.rides(); r <= rounds && at < arrivals[r]; r++) {
        arrivals[r] = at;
      }
    }
  }

  /// For who was set down at a node, and rides on at least so many times.
  boolean isTooLate(int round, int leastRides, int node, int at) {
    return isTooLate(down, round, leastRides, node, at);
  }

  /// For who is ready to board at a node.
  boolean isTooLateToBoard(int round, int node, int at) {
    return isTooLate(board, round, 1, node, at);
  }

  /// For who departs at a call, counted over all days, after `round` rides before this one.
  boolean isTooLateOnBoard(int round, int call, int at) {
    return isTooLate(ride, round, 1, call, at);
  }

  /// For who stays seated at the end of a line, after `round` rides before this one.
  boolean isTooLateSeated(int round, int dayLine, int at) {
    return isTooLate(seat, round, 1, dayLine, at);
  }

  /// Whether staying seated at the end of a line leads to the destination at all.
  boolean canStaySeated(int dayLine) {
    return seat[(dayLine + 1) * stride - 1] != LowerBounds.UNREACHABLE;
  }

  private boolean isTooLate(int[] bounds, int round, int leastRides, int row, int at) {
    int base = row * stride;
    for (int more = leastRides; round + more <= rounds; more++) {
      if (at + bounds[base + more] < arrivals[round + more]) {
        return false;
      }
    }
    return true;
  }
}
