package org.toret.router.raptor;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.toret.network.timetable.Transfers;
import org.toret.router.label.LineQueue;
import org.toret.router.raptor.RangeQuery.Foothold;

/// Finds how soon every stop is reached by vehicle when one is ready at one instant: plain RAPTOR
/// without a destination. What [RangeRaptor] does towards one place in a window, this does towards
/// all places from one moment; waiting for the first vehicle counts.
///
/// Mirrored (`arriveBy`), it finds how late every stop can be left to be at the destination in
/// time.
///
/// One label per node is enough. Rounds only count rides: a scan writes arrivals and reads when one
/// is ready to board, which the walks between two scans alone write. An arrival that is no earlier
/// than one with fewer rides leads nowhere new.
///
/// **Cost.** The lines and walks that lie within `maxSeconds`. 14 bytes of working memory per node,
/// kept in a pool. Thread-safe.
public final class OneToAll {

  /// The seconds of a stop that is not reached.
  public static final int NEVER = RangeQuery.NEVER;

  private final ConcurrentLinkedQueue<Memory> pool = new ConcurrentLinkedQueue<>();

  /// How long it takes from `atSeconds` until a vehicle sets down at each stop, [#NEVER] where none
  /// does within `maxSeconds` and `maxRides`. Walks from the origin itself are not in it.
  ///
  /// @param query the window is ignored, and so is the far end: the egress, or the access when one
  ///   must arrive by a time
  /// @return seconds for each stop
  public int[] seconds(TimetableView view, RangeQuery query) {
    int[] reached = new int[view.timetable().stops().count()];
    Arrays.fill(reached, NEVER);
    if (view.days().isEmpty()) {
      return reached;
    }
    Memory taken = pool.poll();
    Memory memory = taken == null ? new Memory() : taken;
    try {
      new Search(view, query, memory).run(reached);
      return reached;
    } finally {
      pool.add(memory);
    }
  }

  /// The same for nodes, in the time of the search: negated in an arrive-by search.
  ///
  /// @param arrive earliest time a vehicle sets down at each node, to be filled
  /// @param ready earliest time one is ready to board there, to be filled
  void nodes(TimetableView view, RangeQuery query, int[] arrive, int[] ready) {
    Memory taken = pool.poll();
    Memory memory = taken == null ? new Memory() : taken;
    try {
      new Search(view, query, memory).ride();
      int nodes = view.timetable().nodes().count();
      System.arraycopy(memory.arrive, 0, arrive, 0, nodes);
      System.arraycopy(memory.ready, 0, ready, 0, nodes);
    } finally {
      pool.add(memory);
    }
  }

  /// The columns of one search, used again by the next.
  private static final class Memory {

    int[] arrive = new int[0];
    int[] ready = new int[0];
    int[] setDown = new int[0];
    boolean[] isSetDown = new boolean[0];
    int[] marked = new int[0];
    boolean[] isMarked = new boolean[0];
    final LineQueue queue = new LineQueue();
    boolean[] seated = new boolean[0];

    void prepare(int nodes, int lines, int trips) {
      if (arrive.length < nodes) {
        arrive = new int[nodes];
        ready = new int[nodes];
        setDown = new int[nodes];
        isSetDown = new boolean[nodes];
        marked = new int[nodes];
        isMarked = new boolean[nodes];
      }
      if (seated.length < trips) {
        seated = new boolean[trips];
      }
      Arrays.fill(arrive, 0, nodes, NEVER);
      Arrays.fill(ready, 0, nodes, NEVER);
      Arrays.fill(isSetDown, false);
      Arrays.fill(isMarked, false);
      queue.prepare(lines);
      Arrays.fill(seated, 0, trips, false);
    }
  }

  /// One search. In an arrive-by search every time here is negated.
  private static final class Search {

    private final TimetableView view;
    private final RangeQuery query;
    private final RaptorDays days;
    private final Transfers transfers;
    private final Memory memory;
    private final int[] arrive;
    private final int[] ready;
    private final boolean[] blocked;
    private final LineQueue queue;
    private final int from;
    private final int latest;
    private int setDownCount;
    private int markedCount;

    Search(TimetableView view, RangeQuery query, Memory memory) {
      this.view = view;
      this.query = query;
      this.memory = memory;
      days = new RaptorDays(view, query);
      transfers = view.graph(query.stepFree()).of(query.arriveBy());
      int trips = days.seatLinks ? days.tripOffsets[days.tripOffsets.length - 1] : 0;
      memory.prepare(view.timetable().nodes().count(), days.usable.length, trips);
      queue = memory.queue;
      arrive = memory.arrive;
      ready = memory.ready;
      int nodes = view.timetable().nodes().count();
      blocked = Arrays.copyOf(view.closed(query.stepFree()), nodes);
      from = query.firstSeconds();
      latest = from + query.maxSeconds();
    }

    void ride() {
      begin();
      for (int round = 1; round <= query.maxRides() && markedCount > 0; round++) {
        gather();
        scan();
        if (round < query.maxRides()) {
          walk();
        }
      }
    }

    void run(int[] reached) {
      ride();
      int[] stopOf = view.timetable().nodes().stops();
      for (int node = 0; node < stopOf.length; node++) {
        if (arrive[node] < NEVER) {
          reached[stopOf[node]] = Math.min(reached[stopOf[node]], arrive[node] - from);
        }
      }
    }

    private void begin() {
      Foothold start = query.arriveBy() ? query.egress() : query.access();
      var byStop = view.timetable().nodes().byStop();
      for (int i = 0; i < start.count(); i++) {
        int stop = start.stops()[i];
        for (int at = byStop.start(stop); at < byStop.end(stop); at++) {
          becomeReady(byStop.values()[at], from + start.seconds()[i]);
        }
      }
    }

    private void becomeReady(int node, int at) {
      if (at >= ready[node] || at > latest || blocked[node]) {
        return;
      }
      ready[node] = at;
      if (!memory.isMarked[node]) {
        memory.isMarked[node] = true;
        memory.marked[markedCount++] = node;
      }
    }

    /// Queues every line that can be boarded at a node that became ready.
    private void gather() {
      for (int i = 0; i < markedCount; i++) {
        int node = memory.marked[i];
        memory.isMarked[node] = false;
        for (int day = 0; day < days.lines.length; day++) {
          Lines lines = days.lines[day];
          for (int at = lines.nodeOffsets()[node]; at < lines.nodeOffsets()[node + 1]; at++) {
            int dayLine = days.lineOffsets[day] + lines.nodeLines()[at];
            if (days.usable[dayLine]) {
              queue.add(dayLine, lines.nodeCalls()[at]);
            }
          }
        }
      }
      markedCount = 0;
    }

    private void scan() {
      for (int i = 0; i < queue.size(); i++) {
        int day = days.dayOfLine[queue.line(i)];
        int line = queue.line(i) - days.lineOffsets[day];
        scanLine(day, line, queue.firstCall(i), queue.lastCall(i));
      }
      queue.clear();
    }

    private void scanLine(int day, int line, int firstCall, int lastCall) {
      Lines lines = days.lines[day];
      int shift = days.shifts[day];
      int offset = lines.callOffsets()[line];
      int length = lines.length(line);
      int count = lines.tripCount(line);
      int times = lines.timeOffsets()[line];
      int trip = count;
      for (int call = firstCall; call < length; call++) {
        int node = lines.callNodes()[offset + call];
        int rule = lines.callRules()[offset + call];
        if (trip < count && (rule & Lines.ALIGHT) != 0) {
          setDown(node, lines.arrivals()[times + trip * length + call] + shift);
        }
        if (trip == count && call > lastCall) {
          return;
        }
        if ((rule & Lines.BOARD) == 0 || ready[node] == NEVER) {
          continue;
        }
        int readyAt = ready[node] - shift;
        if (lines.hasSeatLinks()) {
          boardForSeats(day, line, call, readyAt);
        }
        if (trip > 0
            && (trip == count
                || lines.departures()[times + (trip - 1) * length + call] >= readyAt)) {
          trip = Lines.firstTrip(lines.departures(), times + call, length, trip, readyAt);
        }
      }
    }

    private void setDown(int node, int at) {
      if (at >= arrive[node] || at > latest || blocked[node]) {
        return;
      }
      arrive[node] = at;
      if (!memory.isSetDown[node]) {
        memory.isSetDown[node] = true;
        memory.setDown[setDownCount++] = node;
      }
    }

    /// Boards every trip of a line that continues, since riding on without boarding again may be
    /// worth taking a later trip.
    private void boardForSeats(int day, int line, int call, int readyAt) {
      Lines lines = days.lines[day];
      int length = lines.length(line);
      int count = lines.tripCount(line);
      int last = lines.timeOffsets()[line] + length - 1;
      int entry = lines.nodeEntries()[lines.callOffsets()[line] + call];
      for (int trip = lines.firstTrip(entry, readyAt); trip < count; trip++) {
        int end = lines.arrivals()[last + trip * length] + days.shifts[day];
        if (end > latest) {
          return;
        }
        staySeated(day, line, trip);
      }
    }

    private void staySeated(int day, int line, int trip) {
      Lines lines = days.lines[day];
      int active = lines.active(line, trip);
      for (int link = lines.seatHeads()[active]; link >= 0; link = lines.seatNext()[link]) {
        int follower = lines.seatTrips()[link];
        int next = lines.tripLines()[follower];
        int seat = days.tripOffsets[day] + follower;
        if (!memory.seated[seat] && days.usable[days.lineOffsets[day] + next]) {
          memory.seated[seat] = true;
          int index = lines.indexInLine(next, follower);
          ride(day, next, index);
          staySeated(day, next, index);
        }
      }
    }

    /// Lets a vehicle set down all along its way.
    private void ride(int day, int line, int trip) {
      Lines lines = days.lines[day];
      int offset = lines.callOffsets()[line];
      int timeAt = lines.timeOffsets()[line] + trip * lines.length(line);
      for (int call = 1; call < lines.length(line); call++) {
        if ((lines.callRules()[offset + call] & Lines.ALIGHT) != 0) {
          int at = lines.arrivals()[timeAt + call] + days.shifts[day];
          setDown(lines.callNodes()[offset + call], at);
        }
      }
    }

    /// From every node where a vehicle set down, changes on the spot and on foot.
    private void walk() {
      for (int i = 0; i < setDownCount; i++) {
        int node = memory.setDown[i];
        memory.isSetDown[node] = false;
        changeAt(node, arrive[node]);
      }
      setDownCount = 0;
    }

    private void changeAt(int node, int at) {
      int change = query.changeSeconds(transfers.changeSeconds()[node], 0);
      if (change != NEVER) {
        becomeReady(node, at + change);
      }
      int longest = query.maxChangeMetres();
      int end = transfers.offsets()[node + 1];
      int entry = transfers.offsets()[node];
      for (; entry < transfers.ruleEnds()[node]; entry++) {
        int duration =
            query.changeSeconds(transfers.ruleSeconds()[entry], transfers.walkSeconds()[entry]);
        if (duration != NEVER && transfers.walkMetres()[entry] <= longest) {
          becomeReady(transfers.targets()[entry], at + duration);
        }
      }
      for (; entry < end; entry++) {
        int readyAt = at + query.slackSeconds() + query.walkSeconds(transfers.walkSeconds()[entry]);
        if (readyAt > latest) {
          return;
        }
        if (transfers.walkMetres()[entry] <= longest) {
          becomeReady(transfers.targets()[entry], readyAt);
        }
      }
    }
  }
}
