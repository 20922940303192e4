package org.toret.router.raptor;

import java.util.ArrayList;
import java.util.List;
import org.toret.base.columns.IntList;
import org.toret.network.timetable.Transfers;
import org.toret.router.impact.RideCosts;
import org.toret.router.impact.Weighing;

/// McRAPTOR inside the bounds of a [RaptorRun]: the same events, the latest first, but at every
/// node a bag of labels of which none is better in time, rides, energy and emissions. What cannot
/// arrive within the slack of the fastest journey is cut off by the lower bounds of that run.
final class WeighedRun {

  private final TimetableView view;
  private final RangeQuery query;
  private final RaptorDays days;
  private final Transfers transfers;
  private final LabelStore labels;
  private final boolean[] blocked;
  private final int[] egress;
  private final int nodes;
  private final int rounds;
  private final Weighing weighing;
  private final Bags down;
  private final Bags ready;
  private final Target limit;
  private final LineQueue lines;
  private final WeighedSeats seats;
  private final IntList newDown = new IntList();
  private final IntList newDownNodes = new IntList();
  private final IntList marked = new IntList();
  private final boolean[] isMarked;
  private final IntList newAtTarget = new IntList();
  private final int[] riddenFrom;
  private int latestArrival;
  private int step;

  WeighedRun(RaptorRun fast, Weighing weighing) {
    this.view = fast.view;
    this.query = fast.query;
    RaptorState state = fast.state;
    this.days = fast.days;
    this.transfers = fast.transfers;
    this.labels = state.labels;
    this.blocked = fast.blocked;
    this.egress = state.egress;
    this.nodes = view.timetable().nodes().count();
    this.rounds = query.maxRides();
    this.weighing = weighing;
    this.down = new Bags(nodes + 1, weighing);
    this.ready = new Bags(nodes, weighing);
    this.limit = new Target(rounds, state.bounds);
    this.lines = new LineQueue(days, state);
    this.seats = new WeighedSeats(days, labels, this);
    this.isMarked = new boolean[nodes];
    this.riddenFrom = new int[days.tripOffsets[days.lines.length]];
    java.util.Arrays.fill(riddenFrom, Integer.MAX_VALUE);
  }

  /// All journeys of the window that are best in departure, arrival, rides, energy and emissions
  /// and arrive within the slack.
  ///
  /// @param ahead what the search in times alone found
  List<RaptorJourney> run(RangeRaptor.Ahead ahead) {
    List<RaptorJourney> found = new ArrayList<>();
    int end = (query.arriveBy() ? -query.atSeconds() : query.atSeconds()) + query.windowSeconds();
    List<RaptorJourney> all = new ArrayList<>(ahead.beyond());
    all.addAll(ahead.journeys());
    Departures beyond =
        Departures.beyond(view, query, days, blocked, end + 1, end + 1 + query.maxSeconds());
    leave(beyond, 0, beyond.size(), end + 1, all);
    newAtTarget.clear();
    Departures departures = Departures.of(view, query, days, blocked);
    JourneyTrace trace = new JourneyTrace(view, days, labels, query);
    int from = 0;
    while (from < departures.size()) {
      int seconds = departures.seconds(from);
      int to = departures.endOf(from);
      leave(departures, from, to, seconds, all);
      for (int i = 0; i < newAtTarget.size(); i++) {
        int id = newAtTarget.get(i);
        if (!down.isDropped(id)) {
          found.add(trace.trace(down.label(id), seconds, down.time(id)));
        }
      }
      newAtTarget.clear();
      from = to;
    }
    return found;
  }

  /// The earliest arrival of those that leave at a time or later, in search time.
  private int fastest(List<RaptorJourney> all, int seconds) {
    int earliest = RaptorState.NEVER;
    for (RaptorJourney journey : all) {
      int leaves = query.arriveBy() ? -journey.arrivalSeconds() : journey.departureSeconds();
      int reaches = query.arriveBy() ? -journey.departureSeconds() : journey.arrivalSeconds();
      if (leaves >= seconds) {
        earliest = Math.min(earliest, reaches);
      }
    }
    return earliest;
  }

  private void leave(
      Departures departures, int from, int to, int seconds, List<RaptorJourney> all) {
    int fastest = fastest(all, seconds);
    if (fastest == RaptorState.NEVER) {
      return;
    }
    limit.setAll(fastest + weighing.slackSeconds() + 1);
    latestArrival = seconds + query.maxSeconds();
    step++;
    for (int i = from; i < to; i++) {
      rideFirst(departures.dayLine(i), departures.trip(i), departures.call(i));
    }
    for (int round = 1; round < rounds && newDown.size() > 0; round++) {
      walk(round);
      gather(round);
      for (int i = 0; i < lines.size(); i++) {
        new WeighedScan(this, round + 1, lines.line(i)).scan(lines.firstCall(i), lines.lastCall(i));
      }
      lines.clear();
      step++;
    }
    newDown.clear();
    newDownNodes.clear();
  }

  /// Who boarded the same trip at a later call left the origin later, rides less and has been where
  /// it goes from there; who boarded it earlier may have left later, but rides more.
  private void rideFirst(int dayLine, int trip, int call) {
    int day = days.dayOfLine[dayLine];
    Lines ofDay = days.lines[day];
    int line = dayLine - days.lineOffsets[day];
    int tripNumber = days.tripOffsets[day] + ofDay.tripOffsets()[line] + trip;
    int until = riddenFrom[tripNumber];
    int leaves =
        ofDay.departures()[ofDay.timeOffsets()[line] + trip * ofDay.length(line) + call]
            + days.shifts[day];
    int row = days.callOffsets[day] + ofDay.callOffsets()[line] + call;
    if (limit.isTooLateOnBoard(0, row, leaves)) {
      return;
    }
    riddenFrom[tripNumber] = Math.min(call, until);
    LineCosts costs = costs(dayLine);
    int boarding = labels.board(dayLine, trip, call, -1, -1);
    int energy = -costs.energy(call);
    int emission = -costs.emission(call);
    boolean beaten = call < until && until != Integer.MAX_VALUE;
    int last = beaten ? until : ofDay.length(line) - 1;
    ride(1, dayLine, trip, boarding, call + 1, last, energy, emission, costs);
    if (!beaten) {
      seats.stay(1, dayLine, trip, boarding, energy, emission, costs);
    }
  }

  LineCosts costs(int dayLine) {
    int day = days.dayOfLine[dayLine];
    return LineCosts.of(weighing.costs(), days.lines[day], dayLine - days.lineOffsets[day]);
  }

  /// Lets a vehicle set down from one call to another.
  ///
  /// @param energy to be added to that of the line up to the call
  void ride(
      int round,
      int dayLine,
      int trip,
      int boarding,
      int from,
      int to,
      int energy,
      int emission,
      LineCosts costs) {
    int day = days.dayOfLine[dayLine];
    Lines ofDay = days.lines[day];
    int line = dayLine - days.lineOffsets[day];
    int offset = ofDay.callOffsets()[line];
    int times = ofDay.timeOffsets()[line] + trip * ofDay.length(line);
    for (int call = from; call <= to; call++) {
      if ((ofDay.callRules()[offset + call] & Lines.ALIGHT) != 0) {
        int at = ofDay.arrivals()[times + call] + days.shifts[day];
        int node = ofDay.callNodes()[offset + call];
        int used = energy + costs.energy(call);
        int emitted = emission + costs.emission(call);
        if (isWanted(round, node, at, used, emitted)) {
          setDown(round, node, at, used, emitted, labels.alight(boarding, call));
        }
      }
    }
  }

  boolean isWanted(int round, int node, int at, int energy, int emission) {
    return at <= latestArrival
        && (blocked.length == 0 || !blocked[node])
        && !limit.isTooLate(round, 0, node, at)
        && down.wants(node, at, round, energy, emission);
  }

  void setDown(int round, int node, int at, int energy, int emission, int label) {
    newDown.add(down.add(node, at, round, energy, emission, label, step));
    newDownNodes.add(node);
    if (egress[node] == RaptorState.NEVER) {
      return;
    }
    int reaches = at + egress[node];
    if (reaches <= latestArrival
        && reaches < limit.arrival(round)
        && down.wants(nodes, reaches, round, energy, emission)) {
      newAtTarget.add(down.add(nodes, reaches, round, energy, emission, label, step));
    }
  }

  private void walk(int round) {
    for (int i = 0; i < newDown.size(); i++) {
      int id = newDown.get(i);
      if (!down.isDropped(id)) {
        walk(round, newDownNodes.get(i), id);
      }
    }
    newDown.clear();
    newDownNodes.clear();
  }

  private void walk(int round, int node, int id) {
    int at = down.time(id);
    int change = query.changeSeconds(transfers.changeSeconds()[node], 0);
    if (change != RangeQuery.NEVER) {
      becomeReady(round, node, at + change, id);
    }
    int ruleEnd = transfers.ruleEnds()[node];
    for (int entry = transfers.offsets()[node]; entry < transfers.offsets()[node + 1]; entry++) {
      int walk = transfers.walkSeconds()[entry];
      int seconds =
          entry < ruleEnd
              ? query.changeSeconds(transfers.ruleSeconds()[entry], walk)
              : query.slackSeconds() + query.walkSeconds(walk);
      if (entry >= ruleEnd && at + seconds >= limit.arrival(round)) {
        break;
      }
      if (seconds != RangeQuery.NEVER && transfers.walkMetres()[entry] <= query.maxChangeMetres()) {
        becomeReady(round, transfers.targets()[entry], at + seconds, id);
      }
    }
  }

  private void becomeReady(int round, int node, int at, int id) {
    if (limit.isTooLateToBoard(round, node, at)
        || !ready.wants(node, at, round, down.energy(id), down.emission(id))) {
      return;
    }
    ready.add(node, at, round, down.energy(id), down.emission(id), down.label(id), step);
    if (!isMarked[node]) {
      isMarked[node] = true;
      marked.add(node);
    }
  }

  private void gather(int round) {
    for (int i = 0; i < marked.size(); i++) {
      int node = marked.get(i);
      isMarked[node] = false;
      int first = RaptorState.NEVER;
      for (int j = 0; j < ready.size(node); j++) {
        int id = ready.at(node, j);
        first = ready.stamp(id) == step ? Math.min(first, ready.time(id)) : first;
      }
      if (first < RaptorState.NEVER && (blocked.length == 0 || !blocked[node])) {
        lines.add(round, node, first, limit);
      }
    }
    marked.clear();
  }

  RaptorDays days() {
    return days;
  }

  LabelStore labels() {
    return labels;
  }

  Bags ready() {
    return ready;
  }

  Target limit() {
    return limit;
  }

  WeighedSeats seats() {
    return seats;
  }

  boolean isBlocked(int node) {
    return blocked.length != 0 && blocked[node];
  }

  int step() {
    return step;
  }

  /// The energy and emissions of one line up to each call, in search order.
  record LineCosts(RideCosts costs, int offset, int length, boolean mirror) {

    static LineCosts of(RideCosts costs, Lines lines, int line) {
      int pattern = lines.day().patterns()[line];
      return new LineCosts(costs, costs.offsets()[pattern], lines.length(line), lines.mirror());
    }

    /// Differences between two calls are what riding between them costs.
    int energy(int call) {
      return mirror
          ? -costs.milliwattHours()[offset + length - 1 - call]
          : costs.milliwattHours()[offset + call];
    }

    int emission(int call) {
      return mirror
          ? -costs.milligramsCO2e()[offset + length - 1 - call]
          : costs.milligramsCO2e()[offset + call];
    }
  }
}
