package org.toret.router.raptor;

import java.util.ArrayList;
import java.util.List;
import org.toret.network.timetable.Transfers;
import org.toret.router.label.LabelStore;
import org.toret.router.raptor.RangeQuery.Foothold;

/// One search of [RangeRaptor]. In an arrive-by search every time here is negated.
final class RaptorRun {

  private static final int NEVER = RaptorState.NEVER;

  final TimetableView view;
  final RangeQuery query;
  final RaptorState state;
  final RaptorDays days;
  final Transfers transfers;
  private final int nodes;
  private final int rounds;
  private final int trips;
  private final int[] arrive;
  private final int[] ready;
  private final LabelStore labels;
  private final LineQueue lines;
  final boolean[] blocked;
  private final Target target;
  private final int leastEgress;
  private final SeatedRides seated;
  private List<RaptorJourney> found = new ArrayList<>();
  private boolean beyondWindow;
  private int latestArrival;
  private int setDownCount;
  private int markedCount;

  RaptorRun(TimetableView view, RangeQuery query, RaptorState state) {
    this.view = view;
    this.query = query;
    this.state = state;
    this.days = new RaptorDays(view, query);
    this.transfers = view.graph(query.stepFree()).of(query.arriveBy());
    this.nodes = view.timetable().nodes().count();
    this.rounds = query.maxRides();
    this.trips = days.tripOffsets[days.tripOffsets.length - 1];
    state.prepare(nodes, rounds, days.usable.length, trips, days.seatLinks);
    this.arrive = state.arrive;
    this.ready = state.ready;
    this.labels = state.labels;
    this.lines = new LineQueue(days, state);
    this.blocked = query.stepFree() ? view.timetable().nodesWithoutAccess() : new boolean[0];
    Foothold end = query.arriveBy() ? query.access() : query.egress();
    this.leastEgress = state.spreadEgress(view.timetable().nodes().byStop(), end);
    state.bounds.compute(
        days, query, state.egress, view.graph(query.stepFree()).of(!query.arriveBy()), blocked);
    this.target = new Target(rounds, state.bounds);
    this.seated = new SeatedRides(this, target, trips);
  }

  /// Looks for nothing that other journeys are at least as good as.
  RaptorRun against(List<RangeRaptor.Rival> others) {
    target.setRivals(
        others.stream().map(other -> query.arriveBy() ? other.mirrored() : other).toList());
    return this;
  }

  /// Searches first what leaves after the window, so that nothing is found in it that is no better.
  RangeRaptor.Ahead runAhead() {
    int from = query.arriveBy() ? -query.atSeconds() : query.atSeconds();
    int end = from + query.windowSeconds() + 1;
    Departures first = Departures.beyond(view, query, days, blocked, end, end + query.maxSeconds());
    beyondWindow = true;
    latestArrival = end + query.maxSeconds();
    target.meetRivals(end);
    ride(first, 0, first.size(), end);
    beyondWindow = false;
    List<RaptorJourney> beyond = found;
    found = new ArrayList<>();
    searchWindow();
    return new RangeRaptor.Ahead(found, beyond);
  }

  List<RaptorJourney> run() {
    searchWindow();
    return found;
  }

  private void searchWindow() {
    Departures departures = Departures.of(view, query, days, blocked);
    int from = 0;
    while (from < departures.size()) {
      int seconds = departures.seconds(from);
      int to = departures.endOf(from);
      latestArrival = seconds + query.maxSeconds();
      target.meetRivals(seconds);
      ride(departures, from, to, seconds);
      from = to;
    }
  }

  /// Leaves the origin at one time, by the events `from … to - 1`.
  private void ride(Departures departures, int from, int to, int seconds) {
    for (int i = from; i < to; i++) {
      rideFirst(departures.dayLine(i), departures.trip(i), departures.call(i));
    }
    for (int round = 1; round <= rounds; round++) {
      if (setDownCount == 0) {
        return;
      }
      reachTarget(round, seconds);
      if (round < rounds) {
        walk(round);
        gather(round);
        scan(round + 1);
      } else {
        clearSetDown();
      }
    }
  }

  private void rideFirst(int dayLine, int trip, int call) {
    int day = days.dayOfLine[dayLine];
    Lines lines = days.lines[day];
    int line = dayLine - days.lineOffsets[day];
    int until = ridFrom(1, days.tripOffsets[day] + lines.tripOffsets()[line] + trip, call);
    if (call >= until) {
      return;
    }
    int leaves =
        lines.departures()[lines.timeOffsets()[line] + trip * lines.length(line) + call]
            + days.shifts[day];
    int row = days.callOffsets[day] + lines.callOffsets()[line] + call;
    if (target.isTooLateOnBoard(0, row, leaves)) {
      return;
    }
    int boarding = labels.board(dayLine, trip, call, -1, -1);
    int end = Math.min(lines.length(line), until == Integer.MAX_VALUE ? until : until + 1);
    ride(1, day, line, trip, boarding, call + 1, end);
    if (until == Integer.MAX_VALUE && days.seatLinks) {
      seated.stay(1, day, line, trip, boarding);
    }
  }

  /// Notes that a trip is ridden from a call on with so many rides, and returns the call from which
  /// it was ridden before with no more: what comes after that call is known. Journeys of before
  /// leave later, and what was given up then would be given up now.
  ///
  /// @param trip counted over all days
  private int ridFrom(int round, int trip, int call) {
    int before = state.riddenFrom[round * trips + trip];
    for (int r = round; r <= rounds && state.riddenFrom[r * trips + trip] > call; r++) {
      state.riddenFrom[r * trips + trip] = call;
    }
    return before;
  }

  /// Lets a vehicle set down at its calls from `fromCall` to before `toCall`.
  void ride(int round, int day, int line, int trip, int boarding, int fromCall, int toCall) {
    Lines lines = days.lines[day];
    int offset = lines.callOffsets()[line];
    int timeAt = lines.timeOffsets()[line] + trip * lines.length(line);
    for (int call = fromCall; call < toCall; call++) {
      if ((lines.callRules()[offset + call] & Lines.ALIGHT) != 0) {
        int at = lines.arrivals()[timeAt + call] + days.shifts[day];
        setDown(round, lines.callNodes()[offset + call], at, boarding, call);
      }
    }
  }

  private void setDown(int round, int node, int at, int boarding, int call) {
    int cell = round * nodes + node;
    if (at >= arrive[cell]
        || at > latestArrival
        || (blocked.length != 0 && blocked[node])
        || target.isTooLate(round, 0, node, at)) {
      return;
    }
    int label = labels.alight(boarding, call);
    for (int r = round; r <= rounds; r++, cell += nodes) {
      if (arrive[cell] <= at) {
        break;
      }
      arrive[cell] = at;
      state.arriveLabel[cell] = label;
    }
    if (!state.isSetDown[node]) {
      state.isSetDown[node] = true;
      state.setDown[setDownCount++] = node;
    }
    int egress = state.egress[node];
    if (egress != NEVER && at + egress <= latestArrival) {
      target.reach(round, at + egress, label);
    }
  }

  /// Any improvement is a new best journey: those found before leave later and arrive later, or
  /// take fewer rides and arrive later.
  private void reachTarget(int round, int departureSeconds) {
    if (target.takeImproved(round)) {
      int label = target.label(round);
      JourneyTrace trace = new JourneyTrace(view, days, labels, query);
      int leaves = beyondWindow ? trace.leaves(label) : departureSeconds;
      found.add(trace.trace(label, leaves, target.arrival(round)));
    }
  }

  private void clearSetDown() {
    for (int i = 0; i < setDownCount; i++) {
      state.isSetDown[state.setDown[i]] = false;
    }
    setDownCount = 0;
  }

  /// From every node where a vehicle set down, changes on the spot and on foot.
  private void walk(int round) {
    int slack = query.slackSeconds();
    int longest = query.maxChangeMetres();
    int horizon = Math.min(target.arrival(round) - leastEgress, latestArrival + 1);
    for (int i = 0; i < setDownCount; i++) {
      int node = state.setDown[i];
      state.isSetDown[node] = false;
      int at = arrive[round * nodes + node];
      int label = state.arriveLabel[round * nodes + node];
      if (target.isTooLate(round, 1, node, at)) {
        continue;
      }
      int change = query.changeSeconds(transfers.changeSeconds()[node], 0);
      if (change != RangeQuery.NEVER) {
        becomeReady(round, node, at + change, label);
      }
      int end = transfers.offsets()[node + 1];
      int entry = transfers.offsets()[node];
      for (; entry < transfers.ruleEnds()[node]; entry++) {
        if (transfers.walkMetres()[entry] > longest) {
          continue;
        }
        int duration =
            query.changeSeconds(transfers.ruleSeconds()[entry], transfers.walkSeconds()[entry]);
        if (duration != RangeQuery.NEVER && at + duration < horizon) {
          becomeReady(round, transfers.targets()[entry], at + duration, label);
        }
      }
      for (; entry < end; entry++) {
        int ready = at + slack + query.walkSeconds(transfers.walkSeconds()[entry]);
        if (ready >= horizon) {
          break;
        }
        if (transfers.walkMetres()[entry] <= longest) {
          becomeReady(round, transfers.targets()[entry], ready, label);
        }
      }
    }
    setDownCount = 0;
  }

  private void becomeReady(int round, int node, int at, int label) {
    int cell = round * nodes + node;
    if (at >= ready[cell] || target.isTooLateToBoard(round, node, at)) {
      return;
    }
    for (int r = round; r <= rounds && at < ready[cell]; r++, cell += nodes) {
      ready[cell] = at;
      state.readyFrom[cell] = label;
    }
    if (!state.isMarked[node]) {
      state.isMarked[node] = true;
      state.marked[markedCount++] = node;
    }
  }

  /// Queues every line that can be boarded at a node that became ready.
  private void gather(int round) {
    for (int i = 0; i < markedCount; i++) {
      int node = state.marked[i];
      state.isMarked[node] = false;
      if (blocked.length == 0 || !blocked[node]) {
        lines.add(round, node, ready[round * nodes + node], target);
      }
    }
    markedCount = 0;
  }

  private void scan(int round) {
    for (int i = 0; i < lines.size(); i++) {
      scanLine(round, lines.line(i), lines.firstCall(i), lines.lastCall(i));
    }
    lines.clear();
  }

  private void scanLine(int round, int dayLine, int firstCall, int lastCall) {
    int day = days.dayOfLine[dayLine];
    Lines lines = days.lines[day];
    int line = dayLine - days.lineOffsets[day];
    int shift = days.shifts[day];
    int[] departures = lines.departures();
    int offset = lines.callOffsets()[line];
    int length = lines.length(line);
    int count = lines.tripCount(line);
    int times = lines.timeOffsets()[line];
    int readyRow = (round - 1) * nodes;
    int bounds = days.callOffsets[day] + offset;
    int trip = count;
    int boarding = -1;
    int boardedAt = -1;
    int boardedFrom = -1;
    int until = -1;
    for (int call = firstCall; call < length; call++) {
      int node = lines.callNodes()[offset + call];
      int rule = lines.callRules()[offset + call];
      if (call <= until && (rule & Lines.ALIGHT) != 0) {
        int timeAt = times + trip * length + call;
        int at = lines.arrivals()[timeAt] + shift;
        // where others were sooner, riding on costs less than asking whether it leads anywhere
        if (at < arrive[round * nodes + node]) {
          if (at + leastEgress < target.arrival(round)) {
            if (boarding < 0) {
              boarding = labels.board(dayLine, trip, boardedAt, boardedFrom, -1);
            }
            setDown(round, node, at, boarding, call);
          }
          if (target.isTooLateOnBoard(round - 1, bounds + call, departures[timeAt] + shift)) {
            until = call;
          }
        }
      }
      if (call >= until && call > lastCall) {
        return;
      }
      if ((rule & Lines.BOARD) == 0 || !mayBoard(node, readyRow)) {
        continue;
      }
      int readyAt = ready[readyRow + node] - shift;
      int from = state.readyFrom[readyRow + node];
      seated.board(round, dayLine, call, from, readyAt, latestArrival);
      int at = times + call;
      int earlier = Lines.earlierTrip(departures, at, length, trip, count, readyAt);
      if (earlier < trip) {
        // what is too late by this trip is so by every later one
        trip = earlier;
        boardedAt = call;
        boardedFrom = from;
        boarding = -1;
        until = ridFrom(round, days.tripOffsets[day] + lines.tripOffsets()[line] + trip, call);
        int leaves = departures[at + trip * length] + shift;
        boolean late = until > call && target.isTooLateOnBoard(round - 1, bounds + call, leaves);
        until = late ? call : until;
      }
    }
  }

  private boolean mayBoard(int node, int readyRow) {
    return ready[readyRow + node] != NEVER && (blocked.length == 0 || !blocked[node]);
  }
}
