package org.toret.router.raptor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.IntList;
import org.toret.network.timetable.TransferRules;
import org.toret.network.timetable.Transfers;

/// How long it takes at least from every node to the destination, by number of rides, as if every
/// vehicle left when one wants it to and ran as fast as the fastest of its line on that day.
///
/// A search that goes backwards from the destination in rounds, without times of day: round *j*
/// boards every line that leads to where *j - 1* rides lead on. What the main search reaches later
/// than a bound allows cannot become part of a better journey. After a few rounds nearly every line
/// leads on, so each round but the first rides all of them, one after the other as they lie in
/// memory. Working memory is kept and used again: 4 bytes per node and round, 2 per call of a line
/// and round, 8 per change on foot. A bound of more than 18 hours is kept as 18 hours.
final class LowerBounds {

  /// Stands for a bound where nothing leads on.
  static final char UNREACHABLE = Character.MAX_VALUE;

  private static final int LONGEST = UNREACHABLE - 1;

  /// Where nobody is on board yet.
  private static final int NOBODY = UNREACHABLE;

  private int rides;
  private int nodes;
  private int calls;
  private int lines;
  private char[] down = new char[0];
  private char[] board = new char[0];
  private char[] ride = new char[0];
  private char[] seat = new char[0];
  private int[] onBoardAtEnd = new int[0];
  private int[] onBoardAtStart = new int[0];
  private boolean[] isQueued = new boolean[0];
  private int[] queue = new int[0];
  private int queued;
  private @Nullable Walks walks;
  private @Nullable Asked asked;

  /// What the bounds were computed for. Several searches of one question end at the same place.
  private record Asked(RaptorDays days, RangeQuery query, int[] egress, Transfers reversed) {

    /// Whether the bounds hold for another search too: they may have counted on more lines, and
    /// been computed for more rides.
    boolean holdsFor(RaptorDays others, RangeQuery next, int[] to, Transfers changes) {
      boolean alike =
          Arrays.equals(days.lines, others.lines)
              && query.maxRides() >= next.maxRides()
              && query.slackSeconds() == next.slackSeconds()
              && query.walkFactor() == next.walkFactor()
              && query.stepFree() == next.stepFree()
              && reversed == changes
              && Arrays.equals(egress, to);
      for (int line = 0; alike && days != others && line < days.usable.length; line++) {
        alike = days.usable[line] || !others.usable[line];
      }
      return alike;
    }
  }

  /// How long changes take a traveller, those at a node itself among them and without those that
  /// are not allowed: from node `n` to `targets[offsets[n]] …`.
  private record Walks(
      Transfers transfers,
      int slackSeconds,
      double walkFactor,
      int[] offsets,
      int[] targets,
      int[] seconds) {

    static Walks of(Transfers transfers, RangeQuery query) {
      int nodes = transfers.changeSeconds().length;
      int[] offsets = new int[nodes + 1];
      IntList targets = new IntList(transfers.count() + nodes);
      IntList seconds = new IntList(transfers.count() + nodes);
      for (int node = 0; node < nodes; node++) {
        int atNode = query.changeSeconds(transfers.changeSeconds()[node], 0);
        if (atNode != RangeQuery.NEVER) {
          targets.add(node);
          seconds.add(atNode);
        }
        for (int at = transfers.offsets()[node]; at < transfers.offsets()[node + 1]; at++) {
          int rule =
              at < transfers.ruleEnds()[node] ? transfers.ruleSeconds()[at] : TransferRules.GENERAL;
          int change = query.changeSeconds(rule, transfers.walkSeconds()[at]);
          if (change != RangeQuery.NEVER) {
            targets.add(transfers.targets()[at]);
            seconds.add(change);
          }
        }
        offsets[node + 1] = targets.size();
      }
      return new Walks(
          transfers,
          query.slackSeconds(),
          query.walkFactor(),
          offsets,
          targets.toArray(),
          seconds.toArray());
    }

    boolean areFor(Transfers changes, RangeQuery query) {
      return transfers == changes
          && slackSeconds == query.slackSeconds()
          && walkFactor == query.walkFactor();
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
    Walks changes = walks;
    if (changes == null || !changes.areFor(reversed, query)) {
      changes = Walks.of(reversed, query);
      walks = changes;
    }
    for (int node = 0; node < nodes; node++) {
      boolean ends = egress[node] != RaptorState.NEVER && (blocked.length == 0 || !blocked[node]);
      down[node] = ends ? (char) Math.min(LONGEST, egress[node]) : UNREACHABLE;
    }
    boolean changed = true;
    for (int round = 1; round <= rides; round++) {
      if (changed) {
        ride(days, round, blocked);
        changed = walk(changes, round);
      } else {
        repeat(round, days.seatLinks);
      }
    }
    asked = new Asked(days, query, egress.clone(), reversed);
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
    if (queue.length < lines) {
      onBoardAtEnd = new int[lines];
      onBoardAtStart = new int[lines];
      isQueued = new boolean[lines];
      queue = new int[lines];
    }
    Arrays.fill(board, 0, nodes, UNREACHABLE);
    Arrays.fill(ride, 0, calls, UNREACHABLE);
    Arrays.fill(seat, 0, Math.min(seat.length, lines), UNREACHABLE);
  }

  /// With more rides than lead anywhere else bounds are what they were.
  private void repeat(int round, boolean seatLinks) {
    System.arraycopy(down, (round - 1) * nodes, down, round * nodes, nodes);
    System.arraycopy(board, (round - 1) * nodes, board, round * nodes, nodes);
    System.arraycopy(ride, (round - 1) * calls, ride, round * calls, calls);
    if (seatLinks) {
      System.arraycopy(seat, (round - 1) * lines, seat, round * lines, lines);
    }
  }

  private void ride(RaptorDays days, int round, boolean[] blocked) {
    Arrays.fill(board, round * nodes, (round + 1) * nodes, UNREACHABLE);
    Arrays.fill(ride, round * calls, (round + 1) * calls, UNREACHABLE);
    Arrays.fill(onBoardAtEnd, 0, lines, NOBODY);
    if (days.seatLinks) {
      Arrays.fill(seat, round * lines, (round + 1) * lines, UNREACHABLE);
      Arrays.fill(onBoardAtStart, 0, lines, NOBODY);
    }
    if (round == 1) {
      gather(days);
    } else {
      scanAll(days, round, blocked);
    }
    while (queued > 0) {
      int dayLine = queue[--queued];
      isQueued[dayLine] = false;
      int day = days.dayOfLine[dayLine];
      scan(days, day, dayLine - days.lineOffsets[day], round, onBoardAtEnd[dayLine], blocked);
    }
  }

  /// Queues the lines that can be left where the destination is in walking distance.
  private void gather(RaptorDays days) {
    for (int node = 0; node < nodes; node++) {
      if (down[node] == UNREACHABLE) {
        continue;
      }
      for (int day = 0; day < days.lines.length; day++) {
        Lines.Bounds bounds = days.lines[day].bounds();
        for (int at = bounds.nodeOffsets()[node]; at < bounds.nodeOffsets()[node + 1]; at++) {
          enqueue(days, days.lineOffsets[day] + bounds.nodeLines()[at]);
        }
      }
    }
  }

  private void enqueue(RaptorDays days, int dayLine) {
    if (days.usable[dayLine] && !isQueued[dayLine]) {
      isQueued[dayLine] = true;
      queue[queued++] = dayLine;
    }
  }

  private void scanAll(RaptorDays days, int round, boolean[] blocked) {
    for (int day = 0; day < days.lines.length; day++) {
      for (int line = 0; line < days.lines[day].count(); line++) {
        if (days.usable[days.lineOffsets[day] + line]) {
          scan(days, day, line, round, NOBODY, blocked);
        }
      }
    }
  }

  /// Rides a line backwards.
  ///
  /// @param atEnd the bound for who stays seated at the end
  private void scan(RaptorDays days, int day, int line, int round, int atEnd, boolean[] blocked) {
    Lines ofDay = days.lines[day];
    int[] hops = ofDay.bounds().calls();
    int first = ofDay.callOffsets()[line];
    int last = ofDay.callOffsets()[line + 1] - 1;
    int cells = round * calls + days.callOffsets[day];
    int now = round * nodes;
    int before = now - nodes;
    int onBoard = atEnd;
    int call = hops[Lines.Bounds.CALL * last];
    for (int at = last - 1; at >= first; at--) {
      if ((call & Lines.ALIGHT) != 0) {
        onBoard = Math.min(onBoard, down[before + (call >> 2)]);
      }
      int hop = Lines.Bounds.CALL * at;
      call = hops[hop];
      if (onBoard == NOBODY) {
        continue;
      }
      onBoard = Math.min(LONGEST, onBoard + hops[hop + 1]);
      ride[cells + at] = (char) Math.min(onBoard, ride[cells + at]);
      int from = call >> 2;
      if ((call & Lines.BOARD) != 0 && (blocked.length == 0 || !blocked[from])) {
        board[now + from] = (char) Math.min(onBoard, board[now + from]);
      }
      onBoard = Math.min(LONGEST, onBoard + hops[hop + 2]);
    }
    if (onBoard != NOBODY && days.seatLinks && ofDay.bounds().seatedFrom().length > 0) {
      seat(days, day, line, onBoard, round);
    }
  }

  /// Who is on board at the first call of a line may have been so at the last call of another.
  private void seat(RaptorDays days, int day, int line, int onBoard, int round) {
    int dayLine = days.lineOffsets[day] + line;
    if (onBoard >= onBoardAtStart[dayLine]) {
      return;
    }
    onBoardAtStart[dayLine] = onBoard;
    for (int before : days.lines[day].bounds().seatedFrom()[line]) {
      int from = days.lineOffsets[day] + before;
      if (days.usable[from] && onBoard < onBoardAtEnd[from]) {
        onBoardAtEnd[from] = onBoard;
        seat[round * lines + from] = (char) Math.min(onBoard, seat[round * lines + from]);
        enqueue(days, from);
      }
    }
  }

  /// Whoever boards at a node was set down there or where one walks from. Tells whether anybody is
  /// better off than with one ride less.
  private boolean walk(Walks changes, int round) {
    int now = round * nodes;
    System.arraycopy(down, now - nodes, down, now, nodes);
    int[] offsets = changes.offsets();
    int[] targets = changes.targets();
    int[] seconds = changes.seconds();
    int differs = 0;
    for (int node = 0; node < nodes; node++) {
      int onward = board[now + node];
      if (onward == board[now - nodes + node]) {
        continue;
      }
      for (int at = offsets[node]; at < offsets[node + 1]; at++) {
        differs |= improve(now + targets[at], Math.min(LONGEST, onward + seconds[at]));
      }
    }
    return differs != 0;
  }

  /// Tells whether a bound differs now, as a number that is not 0. No step hangs on whether a way
  /// is better: a processor guesses it wrong too often.
  private int improve(int cell, int seconds) {
    int known = down[cell];
    int least = Math.min(known, seconds);
    down[cell] = (char) least;
    return known ^ least;
  }
}
