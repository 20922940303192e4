package org.toret.router.raptor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.toret.network.timetable.Transfers;
import org.toret.router.label.Aboard;
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
  private final int rounds;
  private final int nodes;
  private final int[] arrive;
  private final int[] ready;
  private final LabelStore labels;
  private final Aboard aboard;
  final boolean[] blocked;
  private final Target target;
  private final int leastEgress;
  private final SeatedRides seated;
  private List<RaptorJourney> found = new ArrayList<>();
  private int latestArrival;
  private int setDownCount;
  private int markedCount;

  RaptorRun(TimetableView view, RangeQuery query, RaptorState state) {
    this.view = view;
    this.query = query;
    this.state = state;
    this.days = state.days(view, query);
    this.transfers = view.graph(query.stepFree()).of(query.arriveBy());
    this.nodes = view.timetable().nodes().count();
    this.rounds = query.maxRides();
    state.prepare(days, nodes, rounds);
    this.arrive = state.arrive;
    this.ready = state.ready;
    this.labels = state.labels;
    this.aboard = state.aboard;
    this.blocked = view.closed(query.stepFree());
    Foothold end = query.arriveBy() ? query.access() : query.egress();
    this.leastEgress = state.spreadEgress(view.timetable().nodes().byStop(), end);
    Transfers reversed = view.graph(query.stepFree()).of(!query.arriveBy());
    state.bounds.compute(days, query, state.egress, reversed, blocked);
    Supplier<LatestTimes> latest =
        () -> new LatestTimes(days, query, reversed, blocked, state.egress, state.weighed.latest);
    this.target = new Target(rounds, state.bounds, latest, query.firstSeconds());
    this.seated = new SeatedRides(this, target);
  }

  /// Looks for nothing that other journeys are at least as good as.
  RaptorRun against(List<RangeRaptor.Rival> others) {
    target.setRivals(
        others.stream().map(other -> query.arriveBy() ? other.mirrored() : other).toList());
    return this;
  }

  /// Searches first what leaves after the window, so that nothing is found in it that is no better.
  RangeRaptor.Ahead runAhead() {
    List<RaptorJourney> beyond = runBeyond();
    found = new ArrayList<>();
    searchWindow();
    return new RangeRaptor.Ahead(found, beyond);
  }

  /// The first to arrive of what leaves after the window, by number of rides.
  List<RaptorJourney> runBeyond() {
    int end = query.firstSeconds() + query.windowSeconds() + 1;
    latestArrival = end + query.maxSeconds();
    var beyondWindow =
        new Departures.Beyond(end, latestArrival, WeighedFares.none(view.timetable()));
    Departures beyond = Departures.beyond(view, query, days, blocked, beyondWindow);
    target.meetRivals(end);
    new Scout(this, state.bounds).report(beyond, latestArrival, target);
    ride(beyond, 0, beyond.size());
    return found;
  }

  /// The same, but nothing with fewer rides that arrives later.
  List<RaptorJourney> runSoonest() {
    target.mindSoonest();
    return runBeyond();
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
      ride(departures, from, to);
      from = to;
    }
  }

  /// Leaves the origin at one time, by the events `from … to - 1`.
  private void ride(Departures departures, int from, int to) {
    for (int i = from; i < to; i++) {
      rideFirst(departures.dayLine(i), departures.trip(i), departures.call(i));
    }
    for (int round = 1; round <= rounds && setDownCount > 0; round++) {
      reachTarget(round);
      if (round < rounds) {
        walk(round);
        board(round + 1);
      } else {
        clearSetDown();
      }
    }
  }

  private void rideFirst(int dayLine, int trip, int call) {
    int day = days.dayOfLine[dayLine];
    Lines lines = days.lines[day];
    int line = dayLine - days.lineOffsets[day];
    int cell = days.callOffsets[day] + lines.callOffsets()[line] + call;
    int at = lines.nodeEntries()[lines.callOffsets()[line] + call];
    int entry = days.entryOffsets[day] + at;
    if (aboard.note(cell, entry, 1, trip, previous(day, at, trip))) {
      if (isWorthIt(0, cell, entry, days.leaves(day, at, trip))) {
        ride(1, day, line, trip, call, -1, -1);
      }
    }
    if (days.seatLinks) {
      seated.board(1, dayLine, trip, call, -1);
    }
  }

  /// When the trip before one departs where a line can be boarded.
  private int previous(int day, int at, int trip) {
    return trip == 0 ? -NEVER : days.leaves(day, at, trip - 1);
  }

  /// Rides a trip from a call on until where it or an earlier one of its line was ridden before
  /// with no more rides: what comes after that call is known. Journeys of before leave later, and
  /// what was given up then would be given up now. It still sets down there: the other may have
  /// been boarded there.
  ///
  /// @param from label of who boards, -1 for the origin
  /// @param boarding what is known of the boarding already, -1 for nothing
  void ride(int round, int day, int line, int trip, int call, int from, int boarding) {
    Lines lines = days.lines[day];
    int[] arrivals = lines.arrivals();
    int[] departures = lines.departures();
    int offset = lines.callOffsets()[line];
    int length = lines.length(line);
    int times = lines.timeOffsets()[line] + trip * length;
    int shift = days.shifts[day];
    int cells = days.callOffsets[day] + offset;
    int on = boarding;
    for (int c = call + 1; c < length; c++) {
      if ((lines.callRules()[offset + c] & Lines.ALIGHT) != 0) {
        int node = lines.callNodes()[offset + c];
        int at = arrivals[times + c] + shift;
        // where others were sooner, riding on costs less than asking whether it leads anywhere
        if (at < arrive[node * rounds + round - 1]) {
          if (at + leastEgress < target.arrival(round)) {
            on = on < 0 ? labels.board(days.lineOffsets[day] + line, trip, call, from, -1) : on;
            setDown(round, node, at, on, c);
          }
          if (target.latenessOnBoard(round - 1, cells + c, departures[times + c] + shift) >= 0) {
            return;
          }
        }
      }
      int previous = trip == 0 ? -NEVER : departures[times - length + c] + shift;
      int entry = days.entry(day, offset + c);
      if (!aboard.note(cells + c, entry, round, trip, previous)) {
        return;
      }
    }
  }

  private void setDown(int round, int node, int at, int boarding, int call) {
    if (at > latestArrival || (blocked.length != 0 && blocked[node])) {
      return;
    }
    int late = target.lateness(round, node, at);
    if (late >= 0) {
      giveUp(round, node, at - late);
      return;
    }
    target.look(latestArrival);
    int label = labels.alight(boarding, call);
    int end = node * rounds + rounds;
    for (int cell = node * rounds + round - 1; cell < end && at < arrive[cell]; cell++) {
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
  private void reachTarget(int round) {
    if (target.takeImproved(round)) {
      int label = target.label(round);
      JourneyTrace trace = new JourneyTrace(view, days, labels, query);
      found.add(trace.trace(label, trace.leaves(label), target.arrival(round)));
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
    int longest = query.maxChangeMetres();
    int horizon = Math.min(target.arrival(round) - leastEgress, latestArrival + 1);
    for (int i = 0; i < setDownCount; i++) {
      int node = state.setDown[i];
      state.isSetDown[node] = false;
      int at = arrive[node * rounds + round - 1];
      int label = state.arriveLabel[node * rounds + round - 1];
      if (target.latenessToChange(round, node, at) >= 0) {
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
        int ready = at + query.slackSeconds() + query.walkSeconds(transfers.walkSeconds()[entry]);
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
    int cell = (round - 1) * nodes + node;
    if (at >= ready[cell]) {
      return;
    }
    int late = target.latenessToBoard(round, node, at);
    if (late >= 0) {
      giveUpBoarding(round, node, at - late);
      return;
    }
    for (int end = rounds * nodes; cell < end && at < ready[cell]; cell += nodes) {
      ready[cell] = at;
      state.readyFrom[cell] = label;
    }
    if (!state.isMarked[node]) {
      state.isMarked[node] = true;
      state.marked[markedCount++] = node;
    }
  }

  /// Lets only who is set down before a time be looked at again in that round.
  private void giveUp(int round, int node, int seconds) {
    int at = node * rounds + round - 1;
    arrive[at] = Math.min(arrive[at], seconds);
  }

  /// Lets only who is ready before a time be looked at again.
  private void giveUpBoarding(int round, int node, int seconds) {
    int end = rounds * nodes;
    for (int at = (round - 1) * nodes + node; at < end && ready[at] > seconds; at += nodes) {
      ready[at] = seconds;
    }
  }

  /// Whether who departs at a call may still make the arrival earlier.
  private boolean isWorthIt(int round, int cell, int entry, int leaves) {
    int late = target.latenessOnBoard(round, cell, leaves);
    if (late >= 0) {
      aboard.limit(entry, round + 1, leaves - late - 1);
    }
    return late < 0;
  }

  /// Boards every line on which an earlier trip than before can be caught at a node that became
  /// ready, or a first one, while it may lead to the destination in time. Who is ready there next
  /// must be so in time for anything better.
  ///
  /// @param round the ride to come
  private void board(int round) {
    for (int i = 0; i < markedCount; i++) {
      int node = state.marked[i];
      state.isMarked[node] = false;
      // what was given up is no time at which anybody is ready
      if (target.latenessToBoard(round - 1, node, ready[(round - 2) * nodes + node]) < 0
          && (blocked.length == 0 || !blocked[node])) {
        int useful = -NEVER;
        for (int day = 0; day < days.lines.length; day++) {
          useful = Math.max(useful, board(round, node, day));
        }
        giveUpBoarding(round - 1, node, useful + 1);
      }
    }
    markedCount = 0;
  }

  /// Tells until when one must be ready there for another look to be worth it.
  private int board(int round, int node, int day) {
    Lines lines = days.lines[day];
    int readyAt = ready[(round - 2) * nodes + node];
    int from = state.readyFrom[(round - 2) * nodes + node];
    int useful = lines.hasSeatLinks() ? NEVER : -NEVER;
    for (int at = lines.nodeOffsets()[node]; at < lines.nodeOffsets()[node + 1]; at++) {
      int entry = days.entryOffsets[day] + at;
      boolean inTime = aboard.limit(entry, round) >= readyAt;
      if (inTime || lines.hasSeatLinks()) {
        look(round, day, at, inTime, readyAt, from);
      }
      useful = Math.max(useful, aboard.limit(entry, round));
    }
    return Math.min(useful, NEVER);
  }

  private void look(int round, int day, int at, boolean inTime, int readyAt, int from) {
    Lines lines = days.lines[day];
    int entry = days.entryOffsets[day] + at;
    int line = lines.nodeLines()[at];
    int call = lines.nodeCalls()[at];
    int dayLine = days.lineOffsets[day] + line;
    int cell = days.callOffsets[day] + lines.callOffsets()[line] + call;
    if (!days.usable[dayLine]) {
      aboard.limit(entry, 1, -NEVER);
      return;
    }
    if (inTime && isWorthIt(round - 1, cell, entry, readyAt)) {
      board(round, day, at, cell, readyAt, from);
    }
    if (lines.hasSeatLinks()) {
      seated.boardAll(round, dayLine, call, from, readyAt, latestArrival);
    }
  }

  /// @param at where the call stands among what can be boarded that day
  /// @param cell where it stands among the calls of all days
  private void board(int round, int day, int at, int cell, int readyAt, int from) {
    Lines lines = days.lines[day];
    int entry = days.entryOffsets[day] + at;
    int line = lines.nodeLines()[at];
    int call = lines.nodeCalls()[at];
    int known = Math.min(lines.tripCount(line), aboard.trip(cell, round));
    int dayLine = days.lineOffsets[day] + line;
    int near = state.nearTrip[dayLine];
    int trip = lines.firstTripNear(at, known, readyAt - days.shifts[day], near);
    if (trip == known) {
      aboard.limit(entry, round, previous(day, at, trip));
      return;
    }
    state.nearTrip[dayLine] = trip;
    var _ = aboard.note(cell, entry, round, trip, previous(day, at, trip));
    if (isWorthIt(round - 1, cell, entry, days.leaves(day, at, trip))) {
      ride(round, day, line, trip, call, from, -1);
    }
  }
}
