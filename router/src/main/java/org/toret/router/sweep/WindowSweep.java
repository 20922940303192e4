package org.toret.router.sweep;

import java.util.Arrays;
import org.toret.router.raptor.Lines;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeQuery.Foothold;
import org.toret.router.raptor.TimetableView;

/// Finds how soon every stop is reached by vehicle from each of many instants of a window, in one
/// run from the last to the first: what [org.toret.router.raptor.OneToAll] tells of one instant.
///
/// **How.** Who leaves earlier can do all that who leaves later can. So the earliest arrivals of
/// the instant after are kept, and only what an earlier departure betters is followed: range RAPTOR
/// [1]. With every call of every line the run remembers the first trip that was aboard there; a
/// trip is followed along its line only up to where that trip or an earlier one was aboard before,
/// as in trip-based routing [2]. A line is looked at where it can be boarded only if the trip
/// before the remembered one can still be caught, which is one comparison.
///
/// Everything is kept for each number of rides, so that the limit on rides holds exactly. What is
/// reached with fewer rides is written for more rides too: the numbers of one node or call lie side
/// by side, in one line of the cache.
///
/// Mirrored (`arriveBy`), it finds how late every stop can be left to be there in time, from the
/// first instant to the last; times are negated.
///
/// **Cost.** What changes in the window, not its length: each trip is ridden once for each number
/// of rides with which it is reached first. 8 bytes per stop time in the window, and for each ride
/// 8 per node and 16 per call of a line. Made once for many origins; not thread-safe.
///
/// 1. Delling, Pajor, Werneck: Round-Based Public Transit Routing. Transportation Science 49
///    (2015).
/// 2. Witt: Trip-Based Public Transit Routing. ESA 2015.
public final class WindowSweep {

  /// Is told what is found, in the time of the search: negated where one must arrive by a time.
  public interface Arrivals {

    /// From the instant in hand and all before it on, a stop is reached at a time, earlier than
    /// told so far. Where that is longer than the longest journey after an instant, the stop is not
    /// reached from there.
    void reached(int stop, int at);

    /// All of one instant was told.
    ///
    /// @param step number of the instant, counted down to 0
    /// @param from the instant, in the time of the search
    void done(int step, int from);
  }

  private static final int NEVER = RangeQuery.NEVER;

  private final TimetableView view;
  private final RangeQuery query;
  private final int stepSeconds;
  private final int steps;
  private final int rides;
  private final int nodes;
  private final boolean[] blocked;
  private final SweepLines lines;
  private final SweepChanges changes;
  private final SweepState state;
  private int latest;

  /// @param query the window is that of the instants, the longest journey is that from each of
  ///   them; the footholds are ignored
  /// @param stepSeconds from one instant to the next; the first is `query.atSeconds()`
  public WindowSweep(TimetableView view, RangeQuery query, int stepSeconds) {
    this.view = view;
    this.query = query;
    this.stepSeconds = stepSeconds;
    steps = query.windowSeconds() / stepSeconds + 1;
    rides = query.maxRides();
    nodes = view.timetable().nodes().count();
    blocked = Arrays.copyOf(view.closed(query.stepFree()), nodes);
    lines = SweepLines.of(view, query, blocked);
    changes = SweepChanges.of(view.graph(query.stepFree()).of(query.arriveBy()), query, blocked);
    state = new SweepState(lines, nodes, view.timetable().stops().count(), rides);
  }

  /// How many instants there are.
  public int steps() {
    return steps;
  }

  /// Tells what is reached from a place; walks from there to stops are not in it.
  ///
  /// @param start the stops near the origin; near the destination, when one must arrive by a time
  public void run(Foothold start, Arrivals to) {
    state.clear();
    int first = query.firstSeconds();
    for (int step = steps - 1; step >= 0; step--) {
      int from = first + step * stepSeconds;
      latest = from + query.maxSeconds();
      begin(start, from);
      for (int ride = 0; ride < rides && state.markedCount > 0; ride++) {
        board(ride);
        if (ride + 1 < rides) {
          walk(ride);
        }
        state.forgetSetDown();
      }
      tell(to);
      to.done(step, from);
    }
  }

  private void tell(Arrivals to) {
    int[] stops = view.timetable().nodes().stops();
    for (int i = 0; i < state.betterCount; i++) {
      int node = state.better[i];
      state.isBetter[node] = false;
      int at = state.arrive[node * rides + rides - 1];
      if (at < state.stopArrive[stops[node]]) {
        state.stopArrive[stops[node]] = at;
        to.reached(stops[node], at);
      }
    }
    state.betterCount = 0;
  }

  private void begin(Foothold start, int from) {
    var byStop = view.timetable().nodes().byStop();
    for (int i = 0; i < start.count(); i++) {
      int stop = start.stops()[i];
      int at = from + start.seconds()[i];
      for (int entry = byStop.start(stop); entry < byStop.end(stop); entry++) {
        int node = byStop.values()[entry];
        if (at <= latest && !blocked[node]) {
          becomeReady(node, at, 0);
        }
      }
    }
  }

  private void becomeReady(int node, int at, int ride) {
    int[] ready = state.ready;
    int cell = node * rides + ride;
    if (at >= ready[cell]) {
      return;
    }
    int end = node * rides + rides;
    do {
      ready[cell++] = at;
    } while (cell < end && ready[cell] > at);
    if (!state.isMarked[node]) {
      state.isMarked[node] = true;
      state.marked[state.markedCount++] = node;
    }
  }

  /// Boards every line that can be boarded earlier than before at a node that became ready.
  private void board(int ride) {
    int[] before = state.before;
    int[] nodeCells = lines.nodeCells();
    for (int i = 0; i < state.markedCount; i++) {
      int node = state.marked[i];
      state.isMarked[node] = false;
      int readyAt = state.ready[node * rides + ride];
      int end = lines.nodeOffsets()[node + 1];
      for (int entry = lines.nodeOffsets()[node]; entry < end; entry++) {
        int cell = nodeCells[entry];
        if (before[cell * rides + ride] >= readyAt) {
          board(cell, readyAt, ride);
        }
      }
    }
    state.markedCount = 0;
  }

  private void board(int cell, int readyAt, int ride) {
    int[] departures = lines.departures();
    int line = lines.cellLines()[cell];
    int firstCell = lines.cellOffsets()[line];
    int length = lines.cellOffsets()[line + 1] - firstCell;
    int at = lines.timeOffsets()[line] + cell - firstCell;
    int trip = state.trip[cell * rides + ride] - 1;
    if (trip > 0 && departures[at + (trip - 1) * length] >= readyAt) {
      trip = Lines.firstTrip(departures, at, length, trip - 1, readyAt);
    }
    if (lines.continuing().length > 0 && lines.continuing()[line]) {
      boardForSeats(line, trip, length, ride);
    }
    int row = lines.timeOffsets()[line] - firstCell + trip * length;
    ride(cell, firstCell + length, trip, row, length, ride);
  }

  /// Follows a trip until where it or an earlier one was aboard before. It still sets down there:
  /// the other may have been boarded there.
  ///
  /// @param row to be added to a cell for its time
  private void ride(int cell, int end, int trip, int row, int length, int ride) {
    int[] arrivals = lines.arrivals();
    int[] departures = lines.departures();
    int[] cellNodes = lines.cellNodes();
    int[] trips = state.trip;
    int[] before = state.before;
    for (int at = cell; at < end; at++) {
      if (at > cell) {
        if (arrivals[row + at] > latest) {
          return;
        }
        if (cellNodes[at] >= 0) {
          setDown(cellNodes[at], arrivals[row + at], ride);
        }
      }
      int label = at * rides + ride;
      if (trips[label] <= trip) {
        return;
      }
      int previous = trip > 0 ? departures[row - length + at] : Integer.MIN_VALUE;
      int labelEnd = at * rides + rides;
      do {
        trips[label] = trip;
        before[label++] = previous;
      } while (label < labelEnd && trips[label] > trip);
    }
  }

  private void setDown(int node, int at, int ride) {
    int[] arrive = state.arrive;
    int cell = node * rides + ride;
    if (at >= arrive[cell] || at > latest) {
      return;
    }
    int end = node * rides + rides;
    do {
      arrive[cell++] = at;
    } while (cell < end && arrive[cell] > at);
    if (cell == end && !state.isBetter[node]) {
      state.isBetter[node] = true;
      state.better[state.betterCount++] = node;
    }
    if (!state.isSetDown[node]) {
      state.isSetDown[node] = true;
      state.setDown[state.setDownCount++] = node;
    }
  }

  /// Boards every trip of a line that continues, since riding on without boarding again may be
  /// worth taking a later trip. Those from a trip on that was boarded before were boarded then.
  private void boardForSeats(int line, int first, int length, int ride) {
    int[] seatsFrom = state.seatsFrom;
    int label = line * rides + ride;
    int times = lines.timeOffsets()[line];
    int end = seatsFrom[label];
    for (int trip = first; trip < end; trip++) {
      if (lines.arrivals()[times + trip * length + length - 1] > latest) {
        break;
      }
      staySeated(lines.tripOffsets()[line] + trip, ride);
    }
    for (int at = label; at < line * rides + rides && seatsFrom[at] > first; at++) {
      seatsFrom[at] = first;
    }
  }

  private void staySeated(int trip, int ride) {
    for (int link = lines.seatHeads()[trip]; link >= 0; link = lines.seatNext()[link]) {
      int follower = lines.seatTrips()[link];
      if (state.seated[follower] > ride) {
        state.seated[follower] = ride;
        int line = state.lineOf(follower);
        int firstCell = lines.cellOffsets()[line];
        int end = lines.cellOffsets()[line + 1];
        int index = follower - lines.tripOffsets()[line];
        int row = lines.timeOffsets()[line] - firstCell + index * (end - firstCell);
        for (int cell = firstCell + 1; cell < end; cell++) {
          if (lines.cellNodes()[cell] >= 0) {
            setDown(lines.cellNodes()[cell], lines.arrivals()[row + cell], ride);
          }
        }
        staySeated(follower, ride);
      }
    }
  }

  /// From every node where a vehicle set down, changes on the spot and on foot.
  private void walk(int ride) {
    int[] targets = changes.targets();
    int[] seconds = changes.seconds();
    for (int i = 0; i < state.setDownCount; i++) {
      int node = state.setDown[i];
      int at = state.arrive[node * rides + ride];
      int entry = changes.offsets()[node];
      for (; entry < changes.sortedFrom()[node]; entry++) {
        if (at + seconds[entry] <= latest) {
          becomeReady(targets[entry], at + seconds[entry], ride + 1);
        }
      }
      int end = changes.offsets()[node + 1];
      for (; entry < end && at + seconds[entry] <= latest; entry++) {
        becomeReady(targets[entry], at + seconds[entry], ride + 1);
      }
    }
  }
}
