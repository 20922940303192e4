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
/// again: 4 bytes per node and round, 2 per call of a line and round. A bound of more than 18 hours
/// is kept as 18 hours.
final class LowerBounds {

  /// Stands for a bound where nothing leads on.
  static final char UNREACHABLE = Character.MAX_VALUE;

  private static final int LONGEST = UNREACHABLE - 1;

  /// Where nobody is on board yet.
  private static final int NOBODY = RaptorState.NEVER;

  private int rides;
  private int nodes;
  private int calls;
  private int lines;
  private char[] down = new char[0];
  private char[] board = new char[0];
  private char[] ride = new char[0];
  private char[] seat = new char[0];
  private int[] firstCall = new int[0];
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

    /// Whether the bounds hold for another search too: they may have counted on more lines, and
    /// been computed for more rides.
    boolean holdsFor(RaptorDays days, RangeQuery next, int[] to, Transfers changes) {
      boolean alike =
          Arrays.equals(lines, days.lines)
              && query.maxRides() >= next.maxRides()
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

  /// Least seconds from having been set down at a node, [#UNREACHABLE] where none leads on, by the
  /// most rides to come and the node.
  Table down() {
    return new Table(down, nodes);
  }

  /// Least seconds from being ready to board at a node; the values for no ride say nothing.
  Table board() {
    return new Table(board, nodes);
  }

  /// Least seconds from departing at a call of a line (over all days), by the number of rides, the
  /// one on board among them.
  Table ride() {
    return new Table(ride, calls);
  }

  /// Least seconds from the end of a line (over all days) for who stays seated, by the number of
  /// rides, the one on board among them. Filled only where something continues.
  Table seat() {
    return new Table(seat, lines);
  }

  /// Bounds of places by number of rides: those for `j` more rides at most are `seconds[j × places]
  /// …`.
  record Table(char[] seconds, int places) {}

  /// @param egress seconds from each node to the destination on foot, [RaptorState#NEVER] where too
  ///   far
  /// @param reversed the changes on foot, against the direction of the search
  void compute(
      RaptorDays days, RangeQuery query, int[] egress, Transfers reversed, boolean[] blocked) {
    if (asked != null && asked.holdsFor(days, query, egress, reversed)) {
      return;
    }
    asked = null;
    prepare(days, reversed.offsets().length - 1, query.maxRides());
    for (int node = 0; node < nodes; node++) {
      if (egress[node] != RaptorState.NEVER && (blocked.length == 0 || !blocked[node])) {
        down[node] = (char) Math.min(LONGEST, egress[node]);
        change(node);
      }
    }
    for (int round = 1; round <= rides; round++) {
      // what leads on with fewer rides does with more
      System.arraycopy(down, (round - 1) * nodes, down, round * nodes, nodes);
      System.arraycopy(board, (round - 1) * nodes, board, round * nodes, nodes);
      System.arraycopy(ride, (round - 1) * calls, ride, round * calls, calls);
      if (days.seatLinks) {
        System.arraycopy(seat, (round - 1) * lines, seat, round * lines, lines);
      }
      gather(days);
      for (int i = 0; i < queued; i++) {
        int dayLine = queue[i];
        int last = lastCall[dayLine];
        lastCall[dayLine] = -1;
        scan(days, dayLine, last, round, blocked);
      }
      Arrays.fill(onBoardAtEnd, 0, days.seatLinks ? days.usable.length : 0, NOBODY);
      Arrays.fill(onBoardAtStart, 0, days.seatLinks ? days.usable.length : 0, NOBODY);
      walk(query, reversed, round);
    }
    clear();
    asked = new Asked(days.lines, days.usable, query, egress.clone(), reversed);
  }

  private void prepare(RaptorDays days, int ofNodes, int maxRides) {
    nodes = ofNodes;
    rides = maxRides;
    lines = days.usable.length;
    calls = days.calls();
    int rows = rides + 1;
    if (down.length < nodes * rows) {
      down = new char[nodes * rows];
      board = new char[nodes * rows];
    }
    if (ride.length < calls * rows) {
      ride = new char[calls * rows];
    }
    if (days.seatLinks && seat.length < lines * rows) {
      seat = new char[lines * rows];
    }
    if (changed.length < nodes) {
      changed = new int[nodes];
      isChanged = new boolean[nodes];
      ready = new int[nodes];
      isReady = new boolean[nodes];
    }
    if (lastCall.length < lines) {
      firstCall = new int[lines];
      lastCall = new int[lines];
      onBoardAtEnd = new int[lines];
      onBoardAtStart = new int[lines];
      Arrays.fill(lastCall, -1);
      Arrays.fill(onBoardAtEnd, NOBODY);
      Arrays.fill(onBoardAtStart, NOBODY);
    }
    if (queue.length < 2 * lines) {
      queue = new int[2 * lines];
    }
    Arrays.fill(down, 0, nodes, UNREACHABLE);
    Arrays.fill(board, 0, nodes, UNREACHABLE);
    Arrays.fill(ride, 0, calls, UNREACHABLE);
    Arrays.fill(seat, 0, Math.min(seat.length, lines), UNREACHABLE);
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
        Lines.Bounds bounds = days.lines[day].bounds();
        for (int at = bounds.nodeOffsets()[node]; at < bounds.nodeOffsets()[node + 1]; at++) {
          int dayLine = days.lineOffsets[day] + bounds.nodeLines()[at];
          int call = bounds.nodeCalls()[at];
          if (lastCall[dayLine] < 0) {
            if (days.usable[dayLine]) {
              firstCall[dayLine] = call;
              lastCall[dayLine] = call;
              queue[queued++] = dayLine;
            }
          } else {
            firstCall[dayLine] = Math.min(firstCall[dayLine], call);
            lastCall[dayLine] = Math.max(lastCall[dayLine], call);
          }
        }
      }
    }
    changedCount = 0;
  }

  /// Rides a line backwards from its call `last`; nothing changed before its call `first`.
  private void scan(RaptorDays days, int dayLine, int last, int round, boolean[] blocked) {
    int first = firstCall[dayLine];
    int day = days.dayOfLine[dayLine];
    Lines ofDay = days.lines[day];
    Lines.Bounds bounds = ofDay.bounds();
    int offset = ofDay.callOffsets()[dayLine - days.lineOffsets[day]];
    int cells = round * calls + days.callOffsets[day];
    int now = round * nodes;
    int before = now - nodes;
    int[] nodeOf = ofDay.callNodes();
    byte[] rules = ofDay.callRules();
    int[] seconds = bounds.rideSeconds();
    int[] dwells = bounds.dwellSeconds();
    int onBoard = days.seatLinks ? onBoardAtEnd[dayLine] : NOBODY;
    for (int at = offset + last; at > offset; at--) {
      int node = nodeOf[at];
      if ((rules[at] & Lines.ALIGHT) != 0) {
        int onward = down[before + node];
        onBoard = onward < onBoard && onward != UNREACHABLE ? onward : onBoard;
      }
      if (onBoard == NOBODY) {
        continue;
      }
      onBoard = Math.min(LONGEST, onBoard + seconds[at - 1]);
      int from = nodeOf[at - 1];
      if (onBoard < ride[cells + at - 1]) {
        ride[cells + at - 1] = (char) onBoard;
      } else if (at <= offset + first) {
        // fewer rides lead on as soon from here, and from all calls before
        return;
      }
      if ((rules[at - 1] & Lines.BOARD) != 0
          && onBoard < board[now + from]
          && (blocked.length == 0 || !blocked[from])) {
        board[now + from] = (char) onBoard;
        if (!isReady[from]) {
          isReady[from] = true;
          ready[readyCount++] = from;
        }
      }
      onBoard = Math.min(LONGEST, onBoard + dwells[at - 1]);
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
    Lines ofDay = days.lines[day];
    for (int before : ofDay.bounds().seatedFrom()[dayLine - days.lineOffsets[day]]) {
      int from = days.lineOffsets[day] + before;
      if (days.usable[from] && onBoard < onBoardAtEnd[from]) {
        onBoardAtEnd[from] = onBoard;
        seat[round * lines + from] = (char) Math.min(onBoard, seat[round * lines + from]);
        if (lastCall[from] < 0) {
          if (queued == queue.length) {
            queue = Arrays.copyOf(queue, 2 * queued);
          }
          queue[queued++] = from;
          firstCall[from] = ofDay.length(before) - 1;
        }
        lastCall[from] = ofDay.length(before) - 1;
      }
    }
  }

  private void walk(RangeQuery query, Transfers reversed, int round) {
    int slack = query.slackSeconds();
    for (int i = 0; i < readyCount; i++) {
      int node = ready[i];
      isReady[node] = false;
      int onward = board[round * nodes + node];
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

  private void improve(int node, int round, int seconds) {
    int bound = Math.min(LONGEST, seconds);
    if (bound < down[round * nodes + node]) {
      down[round * nodes + node] = (char) bound;
      change(node);
    }
  }
}
