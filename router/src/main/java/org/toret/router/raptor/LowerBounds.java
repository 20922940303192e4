package org.toret.router.raptor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.toret.network.timetable.Transfers;

/// How long it takes at least from every node to the destination, by number of rides, as if every
/// vehicle left when one wants it to and ran as fast as the fastest of its line on that day.
///
/// A search that goes backwards from the destination in rounds, without times of day: round *j*
/// boards every line that leads to where *j - 1* rides lead on. What the main search reaches later
/// than a bound allows cannot become part of a better journey. Working memory is kept and used
/// again: 8 bytes per node and round.
final class LowerBounds {

  /// More than every time, also when added to a negative one.
  static final int UNREACHABLE = RaptorState.NEVER + (1 << 24);

  private int stride = 1;
  private int[] down = new int[0];
  private int[] board = new int[0];
  private int[] ride = new int[0];
  private int[] seat = new int[0];
  private int[] lastCall = new int[0];
  private int[] onBoardAtEnd = new int[0];
  private int[] onBoardAtStart = new int[0];
  private int[] queue = new int[0];
  private int queued;
  private int[] changed = new int[0];
  private boolean[] isChanged = new boolean[0];
  private int changedCount;
  private int[] ready = new int[0];
  private boolean[] isReady = new boolean[0];
  private int readyCount;

  private @Nullable Asked asked;

  /// What the bounds were computed for. Several searches of one question end at the same place.
  private record Asked(
      Lines[] lines, boolean[] usable, RangeQuery query, int[] egress, Transfers reversed) {

    /// Whether the bounds hold for another search too: they may have counted on more lines.
    boolean holdsFor(RaptorDays days, RangeQuery next, int[] to, Transfers changes) {
      boolean alike =
          Arrays.equals(lines, days.lines)
              && query.maxRides() == next.maxRides()
              && query.slackSeconds() == next.slackSeconds()
              && query.walkFactor() == next.walkFactor()
              && query.stepFree() == next.stepFree()
              && reversed == changes
              && Arrays.equals(egress, to);
      for (int line = 0; alike && line < usable.length; line++) {
        alike = usable[line] || !days.usable[line];
      }
      return alike;
    }
  }

  /// How many values a node has in [#down()] and [#board()], and a call in [#ride()]: the `j`-th
  /// for at most `j` more rides.
  int stride() {
    return stride;
  }

  /// Least seconds from having been set down at a node, [#UNREACHABLE] where none leads on.
  int[] down() {
    return down;
  }

  /// Least seconds from being ready to board at a node; the value for no ride says nothing.
  int[] board() {
    return board;
  }

  /// Least seconds from departing at a call of a line (over all days), by the number of rides, the
  /// one on board among them.
  int[] ride() {
    return ride;
  }

  /// Least seconds from the end of a line (over all days) for who stays seated, by the number of
  /// rides, the one on board among them. Filled only where something continues.
  int[] seat() {
    return seat;
  }

  /// @param egress seconds from each node to the destination on foot, [RaptorState#NEVER] where too
  ///   far
  /// @param reversed the changes on foot, against the direction of the search
  void compute(
      RaptorDays days, RangeQuery query, int[] egress, Transfers reversed, boolean[] blocked) {
    if (asked != null && asked.holdsFor(days, query, egress, reversed)) {
      return;
    }
    asked = null;
    int nodes = reversed.offsets().length - 1;
    prepare(nodes, query.maxRides(), days.usable.length, days.calls());
    if (days.seatLinks && seat.length < days.usable.length * stride) {
      seat = new int[days.usable.length * stride];
      Arrays.fill(seat, UNREACHABLE);
    }
    for (int node = 0; node < nodes; node++) {
      if (egress[node] != RaptorState.NEVER && (blocked.length == 0 || !blocked[node])) {
        lower(down, node, 0, egress[node]);
        change(node);
      }
    }
    for (int round = 1; round < stride; round++) {
      gather(days);
      for (int i = 0; i < queued; i++) {
        int dayLine = queue[i];
        int last = lastCall[dayLine];
        lastCall[dayLine] = -1;
        scan(days, dayLine, last, round, blocked);
      }
      Arrays.fill(onBoardAtEnd, 0, days.seatLinks ? days.usable.length : 0, UNREACHABLE);
      Arrays.fill(onBoardAtStart, 0, days.seatLinks ? days.usable.length : 0, UNREACHABLE);
      walk(query, reversed, round);
    }
    clear();
    asked = new Asked(days.lines, days.usable, query, egress.clone(), reversed);
  }

  private void prepare(int nodes, int rides, int lines, int calls) {
    stride = rides + 1;
    if (down.length < nodes * stride) {
      down = new int[nodes * stride];
      board = new int[nodes * stride];
    }
    if (ride.length < calls * stride) {
      ride = new int[calls * stride];
    }
    if (changed.length < nodes) {
      changed = new int[nodes];
      isChanged = new boolean[nodes];
      ready = new int[nodes];
      isReady = new boolean[nodes];
    }
    if (lastCall.length < lines) {
      lastCall = new int[lines];
      onBoardAtEnd = new int[lines];
      onBoardAtStart = new int[lines];
      Arrays.fill(lastCall, -1);
      Arrays.fill(onBoardAtEnd, UNREACHABLE);
      Arrays.fill(onBoardAtStart, UNREACHABLE);
    }
    if (queue.length < 2 * lines) {
      queue = new int[2 * lines];
    }
    Arrays.fill(down, 0, nodes * stride, UNREACHABLE);
    Arrays.fill(board, 0, nodes * stride, UNREACHABLE);
    Arrays.fill(ride, 0, calls * stride, UNREACHABLE);
    Arrays.fill(seat, 0, Math.min(seat.length, lines * stride), UNREACHABLE);
  }

  private void clear() {
    for (int i = 0; i < changedCount; i++) {
      isChanged[changed[i]] = false;
    }
    changedCount = 0;
  }

  private void change(int node) {
    if (!isChanged[node]) {
      isChanged[node] = true;
      changed[changedCount++] = node;
    }
  }

  private void gather(RaptorDays days) {
    queued = 0;
    for (int i = 0; i < changedCount; i++) {
      int node = changed[i];
      isChanged[node] = false;
      for (int day = 0; day < days.lines.length; day++) {
        LineBounds bounds = days.lines[day].bounds();
        for (int at = bounds.nodeOffsets()[node]; at < bounds.nodeOffsets()[node + 1]; at++) {
          int dayLine = days.lineOffsets[day] + bounds.nodeLines()[at];
          int call = bounds.nodeCalls()[at];
          if (lastCall[dayLine] < 0) {
            if (days.usable[dayLine]) {
              lastCall[dayLine] = call;
              queue[queued++] = dayLine;
            }
          } else if (call > lastCall[dayLine]) {
            lastCall[dayLine] = call;
          }
        }
      }
    }
    changedCount = 0;
  }

  /// Rides a line backwards from its call `last`.
  private void scan(RaptorDays days, int dayLine, int last, int round, boolean[] blocked) {
    int day = days.dayOfLine[dayLine];
    Lines lines = days.lines[day];
    LineBounds bounds = lines.bounds();
    int offset = lines.callOffsets()[dayLine - days.lineOffsets[day]];
    int shift = days.callOffsets[day];
    int[] nodes = lines.callNodes();
    byte[] rules = lines.callRules();
    int onBoard = days.seatLinks ? onBoardAtEnd[dayLine] : UNREACHABLE;
    for (int at = offset + last; at > offset; at--) {
      int node = nodes[at];
      if ((rules[at] & Lines.ALIGHT) != 0) {
        onBoard = Math.min(onBoard, down[node * stride + round - 1]);
      }
      onBoard += bounds.rideSeconds()[at - 1];
      int before = nodes[at - 1];
      if (onBoard < ride[(shift + at - 1) * stride + round]) {
        lower(ride, shift + at - 1, round, onBoard);
      }
      if ((rules[at - 1] & Lines.BOARD) != 0
          && onBoard < board[before * stride + round]
          && (blocked.length == 0 || !blocked[before])) {
        lower(board, before, round, onBoard);
        if (!isReady[before]) {
          isReady[before] = true;
          ready[readyCount++] = before;
        }
      }
      onBoard = Math.min(UNREACHABLE, onBoard + bounds.dwellSeconds()[at - 1]);
    }
    if (days.seatLinks && bounds.seatedFrom().length > 0) {
      seat(days, day, dayLine, onBoard, round);
    }
  }

  /// Who is on board at the first call of a line may have been so at the last call of another.
  private void seat(RaptorDays days, int day, int dayLine, int onBoard, int round) {
    if (onBoard >= onBoardAtStart[dayLine]) {
      return;
    }
    onBoardAtStart[dayLine] = onBoard;
    Lines lines = days.lines[day];
    for (int before : lines.bounds().seatedFrom()[dayLine - days.lineOffsets[day]]) {
      int from = days.lineOffsets[day] + before;
      if (days.usable[from] && onBoard < onBoardAtEnd[from]) {
        onBoardAtEnd[from] = onBoard;
        if (onBoard < seat[from * stride + round]) {
          lower(seat, from, round, onBoard);
        }
        if (lastCall[from] < 0) {
          if (queued == queue.length) {
            queue = Arrays.copyOf(queue, 2 * queued);
          }
          queue[queued++] = from;
        }
        lastCall[from] = lines.length(before) - 1;
      }
    }
  }

  private void walk(RangeQuery query, Transfers reversed, int round) {
    int slack = query.slackSeconds();
    for (int i = 0; i < readyCount; i++) {
      int node = ready[i];
      isReady[node] = false;
      int onward = board[node * stride + round];
      int change = query.changeSeconds(reversed.changeSeconds()[node], 0);
      if (change != RangeQuery.NEVER) {
        improve(node, round, onward + change);
      }
      int entry = reversed.offsets()[node];
      for (; entry < reversed.ruleEnds()[node]; entry++) {
        int duration =
            query.changeSeconds(reversed.ruleSeconds()[entry], reversed.walkSeconds()[entry]);
        if (duration != RangeQuery.NEVER) {
          improve(reversed.targets()[entry], round, onward + duration);
        }
      }
      for (; entry < reversed.offsets()[node + 1]; entry++) {
        int walk = query.walkSeconds(reversed.walkSeconds()[entry]);
        improve(reversed.targets()[entry], round, onward + slack + walk);
      }
    }
    readyCount = 0;
  }

  /// From a number of rides on, until a later round finds less.
  private void lower(int[] bounds, int row, int round, int seconds) {
    for (int at = row * stride + round; at < (row + 1) * stride; at++) {
      bounds[at] = seconds;
    }
  }

  private void improve(int node, int round, int seconds) {
    if (seconds < down[node * stride + round]) {
      lower(down, node, round, seconds);
      change(node);
    }
  }
}
