package org.toret.router.raptor;

import java.util.Arrays;
import org.toret.network.timetable.Transfers;
import org.toret.router.impact.RideCosts;

/// How much energy, and how much in emissions, it costs at least from every node to the
/// destination, whatever the times: as if every vehicle left when one wants it to. Each for itself.
/// Walking costs nothing.
///
/// A search that goes backwards from the destination like [LowerBounds], but with two numbers per
/// node, for any number of rides that is allowed. Working memory is kept and used again: 16 bytes
/// per node, 8 per line.
final class CostBounds {

  /// Stands for a bound where nothing leads on.
  static final int UNREACHABLE = RaptorState.NEVER;

  /// By node: milliwatt-hours, milligrams.
  private int[] down = new int[0];

  private int[] board = new int[0];
  private int[] atEnd = new int[0];
  private boolean[] isImproved = new boolean[0];
  private boolean isSeated;

  /// Energy from having been set down at a node.
  int energyDown(int node) {
    return down[2 * node];
  }

  int emissionDown(int node) {
    return down[2 * node + 1];
  }

  /// Energy from being ready to board at a node, the ride from there included.
  int energyBoard(int node) {
    return board[2 * node];
  }

  int emissionBoard(int node) {
    return board[2 * node + 1];
  }

  /// What a search is about.
  ///
  /// @param egress seconds from each node to the destination on foot, [RaptorState#NEVER] where too
  ///   far
  /// @param reversed the changes on foot against the direction of the search
  /// @param blocked nodes that may not be used, empty where all may
  record Ground(RaptorDays days, int rides, int[] egress, Transfers reversed, boolean[] blocked) {

    boolean isBlocked(int node) {
      return blocked.length != 0 && blocked[node];
    }
  }

  void compute(Ground ground, RideCosts costs) {
    RaptorDays days = ground.days();
    int nodes = ground.reversed().offsets().length - 1;
    prepare(2 * nodes, 2 * days.usable.length);
    for (int node = 0; node < nodes; node++) {
      if (ground.egress()[node] != RaptorState.NEVER && !ground.isBlocked(node)) {
        down[2 * node] = 0;
        down[2 * node + 1] = 0;
      }
    }
    boolean changed = true;
    for (int round = 1; round <= ground.rides() && changed; round++) {
      ride(ground, costs);
      changed = walk(ground.reversed(), nodes);
    }
  }

  private void prepare(int nodes, int lines) {
    if (down.length < nodes) {
      down = new int[nodes];
      board = new int[nodes];
      isImproved = new boolean[nodes];
    }
    if (atEnd.length < lines) {
      atEnd = new int[lines];
    }
    Arrays.fill(down, 0, nodes, UNREACHABLE);
    Arrays.fill(board, 0, nodes, UNREACHABLE);
    Arrays.fill(atEnd, 0, lines, UNREACHABLE);
  }

  private void ride(Ground ground, RideCosts costs) {
    RaptorDays days = ground.days();
    do {
      isSeated = false;
      for (int day = 0; day < days.lines.length; day++) {
        for (int line = 0; line < days.lines[day].count(); line++) {
          if (days.usable[days.lineOffsets[day] + line]) {
            scan(ground, day, line, costs);
          }
        }
      }
      // whoever stays seated from one line into another rides both in one round
    } while (isSeated);
  }

  /// Rides a line backwards.
  private void scan(Ground ground, int day, int line, RideCosts costs) {
    RaptorDays days = ground.days();
    Lines lines = days.lines[day];
    int offset = lines.callOffsets()[line];
    int cost = costs.offsets()[lines.day().patterns()[line]] - offset;
    int[] energies = costs.milliwattHours();
    int[] emissions = costs.milligramsCO2e();
    int dayLine = days.lineOffsets[day] + line;
    int energy = atEnd[2 * dayLine];
    int emission = atEnd[2 * dayLine + 1];
    for (int at = lines.callOffsets()[line + 1] - 1; at > offset; at--) {
      if ((lines.callRules()[at] & Lines.ALIGHT) != 0) {
        int node = lines.callNodes()[at];
        energy = Math.min(energy, down[2 * node]);
        emission = Math.min(emission, down[2 * node + 1]);
      }
      if (energy >= UNREACHABLE) {
        continue;
      }
      energy += energies[cost + at] - energies[cost + at - 1];
      emission += emissions[cost + at] - emissions[cost + at - 1];
      int from = lines.callNodes()[at - 1];
      if ((lines.callRules()[at - 1] & Lines.BOARD) != 0 && !ground.isBlocked(from)) {
        isImproved[from] |= lower(board, from, energy, emission);
      }
    }
    if (lines.hasSeatLinks() && energy < UNREACHABLE) {
      seat(days, day, line, energy, emission);
    }
  }

  /// Who is on board at the first call of a line may have been so at the last call of another.
  private void seat(RaptorDays days, int day, int line, int energy, int emission) {
    for (int before : days.lines[day].bounds().seatedFrom()[line]) {
      int from = days.lineOffsets[day] + before;
      isSeated |= days.usable[from] && lower(atEnd, from, energy, emission);
    }
  }

  /// Whoever boards at a node was set down there or where one walks from; whether anybody is better
  /// off than with one ride less.
  private boolean walk(Transfers reversed, int nodes) {
    boolean changed = false;
    for (int node = 0; node < nodes; node++) {
      if (isImproved[node]) {
        int energy = board[2 * node];
        int emission = board[2 * node + 1];
        isImproved[node] = false;
        changed |= lower(down, node, energy, emission);
        for (int at = reversed.offsets()[node]; at < reversed.offsets()[node + 1]; at++) {
          changed |= lower(down, reversed.targets()[at], energy, emission);
        }
      }
    }
    return changed;
  }

  /// Lowers both bounds of a place, each for itself; whether one was.
  private static boolean lower(int[] bounds, int place, int energy, int emission) {
    boolean better = energy < bounds[2 * place] || emission < bounds[2 * place + 1];
    if (better) {
      bounds[2 * place] = Math.min(energy, bounds[2 * place]);
      bounds[2 * place + 1] = Math.min(emission, bounds[2 * place + 1]);
    }
    return better;
  }
}
