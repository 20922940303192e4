package org.toret.router.raptor;

import java.util.Arrays;
import org.toret.base.columns.IntList;
import org.toret.network.timetable.Transfers;

/// How much of one criterion it costs at least from every node to the destination, whatever the
/// times: as if every vehicle left when one wants it to. Walking costs nothing.
///
/// A search that goes backwards from the destination like [LowerBounds], but with one number per
/// node, for any number of rides that is allowed. Working memory is kept and used again: 8 bytes
/// per node, 8 per line.
final class CostBounds {

  /// Stands for a bound where nothing leads on.
  static final int UNREACHABLE = RaptorState.NEVER;

  private int[] down = new int[0];
  private int[] board = new int[0];
  private int[] atEnd = new int[0];
  private int[] lastCall = new int[0];
  private boolean[] isChanged = new boolean[0];
  private boolean[] isReady = new boolean[0];
  private final IntList changed = new IntList();
  private final IntList ready = new IntList();
  private final IntList queue = new IntList();

  /// From having been set down at a node.
  int down(int node) {
    return down[node];
  }

  /// From being ready to board at a node, the ride from there included.
  int board(int node) {
    return board[node];
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

  /// @param offsets where the calls of each pattern start in `costs`
  /// @param costs of riding from the first call of a pattern to each
  void compute(Ground ground, int[] offsets, int[] costs) {
    RaptorDays days = ground.days();
    int nodes = ground.reversed().offsets().length - 1;
    prepare(nodes, days.usable.length);
    for (int node = 0; node < nodes; node++) {
      if (ground.egress()[node] != RaptorState.NEVER && !ground.isBlocked(node)) {
        down[node] = 0;
        change(node);
      }
    }
    for (int round = 1; round <= ground.rides() && !changed.isEmpty(); round++) {
      gather(days);
      // staying seated may add to the queue
      for (int i = 0; i < queue.size(); i++) {
        int dayLine = queue.get(i);
        int last = lastCall[dayLine];
        lastCall[dayLine] = -1;
        scan(ground, dayLine, last, offsets, costs);
      }
      queue.clear();
      walk(ground);
    }
    for (int i = 0; i < changed.size(); i++) {
      isChanged[changed.get(i)] = false;
    }
    changed.clear();
  }

  private void prepare(int nodes, int lines) {
    if (down.length < nodes) {
      down = new int[nodes];
      board = new int[nodes];
      isChanged = new boolean[nodes];
      isReady = new boolean[nodes];
    }
    if (lastCall.length < lines) {
      lastCall = new int[lines];
      atEnd = new int[lines];
      Arrays.fill(lastCall, -1);
    }
    Arrays.fill(down, 0, nodes, UNREACHABLE);
    Arrays.fill(board, 0, nodes, UNREACHABLE);
    Arrays.fill(atEnd, 0, lines, UNREACHABLE);
  }

  private void change(int node) {
    if (!isChanged[node]) {
      isChanged[node] = true;
      changed.add(node);
    }
  }

  private void gather(RaptorDays days) {
    for (int i = 0; i < changed.size(); i++) {
      int node = changed.get(i);
      isChanged[node] = false;
      for (int day = 0; day < days.lines.length; day++) {
        Lines.Bounds bounds = days.lines[day].bounds();
        for (int at = bounds.nodeOffsets()[node]; at < bounds.nodeOffsets()[node + 1]; at++) {
          int dayLine = days.lineOffsets[day] + bounds.nodeLines()[at];
          if (days.usable[dayLine]) {
            enqueue(dayLine, bounds.nodeCalls()[at]);
          }
        }
      }
    }
    changed.clear();
  }

  private void enqueue(int dayLine, int call) {
    if (lastCall[dayLine] < 0) {
      queue.add(dayLine);
    }
    lastCall[dayLine] = Math.max(lastCall[dayLine], call);
  }

  /// Rides a line backwards from its call `last`.
  private void scan(Ground ground, int dayLine, int last, int[] offsets, int[] costs) {
    RaptorDays days = ground.days();
    int day = days.dayOfLine[dayLine];
    Lines lines = days.lines[day];
    int line = dayLine - days.lineOffsets[day];
    int offset = lines.callOffsets()[line];
    int cost = offsets[lines.day().patterns()[line]];
    int onBoard = last == lines.length(line) - 1 ? atEnd[dayLine] : UNREACHABLE;
    for (int call = last; call > 0; call--) {
      if ((lines.callRules()[offset + call] & Lines.ALIGHT) != 0) {
        onBoard = Math.min(onBoard, down[lines.callNodes()[offset + call]]);
      }
      if (onBoard == UNREACHABLE) {
        continue;
      }
      onBoard += costs[cost + call] - costs[cost + call - 1];
      int from = lines.callNodes()[offset + call - 1];
      boolean boards = (lines.callRules()[offset + call - 1] & Lines.BOARD) != 0;
      if (boards && onBoard < board[from] && !ground.isBlocked(from)) {
        board[from] = onBoard;
        if (!isReady[from]) {
          isReady[from] = true;
          ready.add(from);
        }
      }
    }
    if (lines.hasSeatLinks() && onBoard < UNREACHABLE) {
      seat(days, day, line, onBoard);
    }
  }

  /// Who is on board at the first call of a line may have been so at the last call of another.
  private void seat(RaptorDays days, int day, int line, int onBoard) {
    Lines lines = days.lines[day];
    for (int before : lines.bounds().seatedFrom()[line]) {
      int from = days.lineOffsets[day] + before;
      if (days.usable[from] && onBoard < atEnd[from]) {
        atEnd[from] = onBoard;
        enqueue(from, lines.length(before) - 1);
      }
    }
  }

  /// Whoever boards at a node may have been set down there or have come on foot.
  private void walk(Ground ground) {
    Transfers reversed = ground.reversed();
    for (int i = 0; i < ready.size(); i++) {
      int node = ready.get(i);
      int onward = board[node];
      isReady[node] = false;
      lower(node, onward);
      for (int entry = reversed.offsets()[node]; entry < reversed.offsets()[node + 1]; entry++) {
        lower(reversed.targets()[entry], onward);
      }
    }
    ready.clear();
  }

  private void lower(int node, int onward) {
    if (onward < down[node]) {
      down[node] = onward;
      change(node);
    }
  }
}
