package org.toret.router.raptor;

import java.util.Arrays;
import org.toret.base.columns.IntList;
import org.toret.network.timetable.Transfers;

/// How late one may be anywhere and still reach the destination by a given time, by the number of
/// rides still to come: RAPTOR backwards from the destination over the real trips, the tight bounds
/// of BM-RAPTOR [1]. What a search reaches later than this cannot become part of a journey that
/// arrives in time, whatever else it is good for.
///
/// Only where the origin leads to in time at all is looked at, by the earliest times of a forward
/// search: the work is that of the lines between the two, not of the city.
///
/// 1. Delling, Dibbelt, Pajor: Fast and Exact Public Transit Routing with Restricted Pareto Sets.
///    ALENEX 2019.
final class LatestTimes {

  /// Too early for every time.
  static final int NEVER = -RaptorState.NEVER;

  private final RaptorDays days;
  private final RangeQuery query;
  private final Transfers reversed;
  private final boolean[] blocked;
  private final int[] egress;
  private final int stride;
  private final Memory memory;
  private final int[] down;
  private final int[] ready;
  private final int[] trips;

  /// The columns of one search, used again by the next: 8 bytes per node and number of rides, 4 per
  /// call of a line and number of rides; and where they are filled.
  static final class Memory {

    /// The earliest time a vehicle from the origin sets down at each node, and the earliest at
    /// which one is ready to board there; filled by the forward search.
    int[] earliestDown = new int[0];

    int[] earliestReady = new int[0];
    private int[] down = new int[0];
    private int[] ready = new int[0];
    private int[] trips = new int[0];
    private int cells;
    private int[] lastCall = new int[0];
    private boolean[] isChanged = new boolean[0];
    private boolean[] isReady = new boolean[0];
    private boolean[] isTouched = new boolean[0];
    private final IntList changed = new IntList();
    private final IntList readied = new IntList();
    private final IntList queue = new IntList();
    private final IntList touchedLines = new IntList();

    /// The first and the last row of every line touched.
    private final IntList touchedRows = new IntList();

    void prepare(int nodes) {
      if (earliestDown.length < nodes) {
        earliestDown = new int[nodes];
        earliestReady = new int[nodes];
      }
    }

    private void prepare(int nodes, int lines, int calls, int stride) {
      prepare(nodes);
      cells = nodes * stride;
      if (down.length < cells) {
        down = new int[cells];
        ready = new int[cells];
      }
      if (isChanged.length < nodes) {
        isChanged = new boolean[nodes];
        isReady = new boolean[nodes];
      }
      if (trips.length < calls * stride) {
        trips = new int[calls * stride];
      }
      if (lastCall.length < lines) {
        lastCall = new int[lines];
        isTouched = new boolean[lines];
        Arrays.fill(lastCall, -1);
      }
    }

    private void clear() {
      Arrays.fill(down, 0, cells, NEVER);
      Arrays.fill(ready, 0, cells, NEVER);
      for (int i = 0; i < touchedLines.size(); i++) {
        isTouched[touchedLines.get(i)] = false;
      }
      touchedLines.clear();
      for (int i = 0; i < touchedRows.size(); i += 2) {
        Arrays.fill(trips, touchedRows.get(i), touchedRows.get(i + 1), 0);
      }
      touchedRows.clear();
    }
  }

  /// @param reversed the changes on foot, against the direction of time
  /// @param egress seconds on foot from each node to the destination
  LatestTimes(
      RaptorDays days,
      RangeQuery query,
      Transfers reversed,
      boolean[] blocked,
      int[] egress,
      Memory memory) {
    this.days = days;
    this.query = query;
    this.reversed = reversed;
    this.blocked = blocked;
    this.egress = egress;
    this.memory = memory;
    stride = query.maxRides() + 1;
    memory.prepare(reversed.offsets().length - 1, days.usable.length, days.calls(), stride);
    down = memory.down;
    ready = memory.ready;
    trips = memory.trips;
  }

  /// The latest time of being set down at a node with so many rides to come, [#NEVER] where it is
  /// too late at once.
  int down(int node, int rides) {
    return down[node * stride + rides];
  }

  /// The latest time of being ready to board at a node.
  int ready(int node, int rides) {
    return ready[node * stride + rides];
  }

  /// The latest trip of a line worth being on board of as it leaves a call (a row over all days),
  /// -1 where none is.
  ///
  /// @param rides to come, the one on board among them
  int trip(int row, int rides) {
    return trips[row * stride + rides] - 1;
  }

  /// The same, wherever the origin may lead to, but for nobody who was there before a time.
  void compute(int limit, int firstSeconds) {
    Arrays.fill(memory.earliestDown, firstSeconds);
    Arrays.fill(memory.earliestReady, firstSeconds);
    compute(limit);
  }

  /// Finds the latest times for reaching the destination by `limit`, instead of those known.
  void compute(int limit) {
    memory.clear();
    int nodes = reversed.offsets().length - 1;
    for (int node = 0; node < nodes; node++) {
      if (egress[node] != RaptorState.NEVER) {
        improveDown(node, 0, limit - egress[node]);
      }
    }
    IntList queue = memory.queue;
    for (int rides = 1; rides < stride && !memory.changed.isEmpty(); rides++) {
      gather();
      for (int i = 0; i < queue.size(); i++) {
        int dayLine = queue.get(i);
        int last = memory.lastCall[dayLine];
        memory.lastCall[dayLine] = -1;
        scan(dayLine, last, rides);
      }
      queue.clear();
      walk(rides);
    }
    for (int i = 0; i < memory.changed.size(); i++) {
      memory.isChanged[memory.changed.get(i)] = false;
    }
    memory.changed.clear();
  }

  private boolean isBlocked(int node) {
    return blocked.length != 0 && blocked[node];
  }

  private void improveDown(int node, int rides, int at) {
    if (at <= down[node * stride + rides] || at < memory.earliestDown[node] || isBlocked(node)) {
      return;
    }
    raise(down, node, rides, at);
    if (!memory.isChanged[node]) {
      memory.isChanged[node] = true;
      memory.changed.add(node);
    }
  }

  private void improveReady(int node, int rides, int at) {
    if (at <= ready[node * stride + rides] || at < memory.earliestReady[node] || isBlocked(node)) {
      return;
    }
    raise(ready, node, rides, at);
    if (!memory.isReady[node]) {
      memory.isReady[node] = true;
      memory.readied.add(node);
    }
  }

  /// From a number of rides on, until a later round finds more.
  private void raise(int[] values, int row, int rides, int value) {
    Arrays.fill(values, row * stride + rides, (row + 1) * stride, value);
  }

  private void gather() {
    for (int i = 0; i < memory.changed.size(); i++) {
      int node = memory.changed.get(i);
      memory.isChanged[node] = false;
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
    memory.changed.clear();
  }

  private void enqueue(int dayLine, int call) {
    if (memory.lastCall[dayLine] < 0) {
      memory.queue.add(dayLine);
    }
    memory.lastCall[dayLine] = Math.max(memory.lastCall[dayLine], call);
    if (!memory.isTouched[dayLine]) {
      memory.isTouched[dayLine] = true;
      memory.touchedLines.add(dayLine);
      int day = days.dayOfLine[dayLine];
      int[] offsets = days.lines[day].callOffsets();
      int line = dayLine - days.lineOffsets[day];
      memory.touchedRows.add((days.callOffsets[day] + offsets[line]) * stride);
      memory.touchedRows.add((days.callOffsets[day] + offsets[line + 1]) * stride);
    }
  }

  /// Rides a line backwards from its call `last` in the latest trip that serves.
  private void scan(int dayLine, int last, int rides) {
    int day = days.dayOfLine[dayLine];
    Lines lines = days.lines[day];
    int line = dayLine - days.lineOffsets[day];
    int offset = lines.callOffsets()[line];
    int shift = days.shifts[day];
    int row = days.callOffsets[day] + offset;
    int length = lines.length(line);
    int times = lines.timeOffsets()[line];
    int count = lines.tripCount(line);
    int trip = -1;
    for (int call = last; call >= 0; call--) {
      int node = lines.callNodes()[offset + call];
      int rule = lines.callRules()[offset + call];
      int known = trips[(row + call) * stride + rides] - 1;
      if (trip > known) {
        raise(trips, row + call, rides, trip + 1);
      }
      trip = Math.max(trip, known);
      if (trip >= 0 && (rule & Lines.BOARD) != 0) {
        improveReady(node, rides, lines.departures()[times + trip * length + call] + shift);
      }
      int latest = down[node * stride + rides - 1];
      if ((rule & Lines.ALIGHT) != 0 && latest != NEVER) {
        trip = lastTrip(lines.arrivals(), times + call, length, count, trip, latest - shift);
      }
    }
    if (trip >= 0 && lines.hasSeatLinks()) {
      seat(day, line, trip, rides);
    }
  }

  /// The last trip that arrives at a call by a time, or `known` where that is later.
  private static int lastTrip(
      int[] arrivals, int timeAt, int length, int count, int known, int latest) {
    int low = known + 1;
    int high = count;
    while (low < high) {
      int middle = low + high >>> 1;
      if (arrivals[timeAt + middle * length] <= latest) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /// Who is on board at the first call of a line may have stayed seated from another: its latest
  /// trip that continues in this one or in an earlier one.
  private void seat(int day, int line, int trip, int rides) {
    Lines lines = days.lines[day];
    for (int before : lines.bounds().seatedFrom()[line]) {
      int dayLine = days.lineOffsets[day] + before;
      int last = lines.length(before) - 1;
      int row = days.callOffsets[day] + lines.callOffsets()[before] + last;
      int latest = latestInto(lines, before, line, trip);
      if (days.usable[dayLine] && trips[row * stride + rides] < latest + 1) {
        enqueue(dayLine, last);
        raise(trips, row, rides, latest + 1);
      }
    }
  }

  private static int latestInto(Lines lines, int before, int line, int trip) {
    for (int i = lines.tripCount(before) - 1; i >= 0; i--) {
      int link = lines.seatHeads()[lines.active(before, i)];
      for (; link >= 0; link = lines.seatNext()[link]) {
        int follower = lines.seatTrips()[link];
        if (lines.tripLines()[follower] == line && lines.indexInLine(line, follower) <= trip) {
          return i;
        }
      }
    }
    return -1;
  }

  private void walk(int rides) {
    int slack = query.slackSeconds();
    for (int i = 0; i < memory.readied.size(); i++) {
      int node = memory.readied.get(i);
      memory.isReady[node] = false;
      int at = ready[node * stride + rides];
      int change = query.changeSeconds(reversed.changeSeconds()[node], 0);
      if (change != RangeQuery.NEVER) {
        improveDown(node, rides, at - change);
      }
      int entry = reversed.offsets()[node];
      for (; entry < reversed.ruleEnds()[node]; entry++) {
        int seconds =
            query.changeSeconds(reversed.ruleSeconds()[entry], reversed.walkSeconds()[entry]);
        if (seconds != RangeQuery.NEVER) {
          improveDown(reversed.targets()[entry], rides, at - seconds);
        }
      }
      for (; entry < reversed.offsets()[node + 1]; entry++) {
        int seconds = slack + query.walkSeconds(reversed.walkSeconds()[entry]);
        improveDown(reversed.targets()[entry], rides, at - seconds);
      }
    }
    memory.readied.clear();
  }
}
