package org.toret.router.raptor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.IntList;
import org.toret.network.timetable.Transfers;
import org.toret.router.fare.TicketStates;
import org.toret.router.impact.RideCosts;
import org.toret.router.impact.Weighing;
import org.toret.router.label.Bags;
import org.toret.router.label.FareOrder;
import org.toret.router.label.LabelStore;
import org.toret.router.label.LineQueue;

/// McRAPTOR near the fastest journeys: the events of a range search, the latest first, but at every
/// node a bag of labels of which none is better in time, rides, energy, emissions and fare.
///
/// Always forward in time, since tickets are: a question for arriving by a time is turned into one
/// for leaving within the times that [WeighedScope] allows.
final class WeighedRun {

  /// As long as the limit falls by less, latest times are not computed anew.
  private static final int LATER_SECONDS = 120;

  private final TimetableView view;
  private final RangeQuery query;
  final RaptorDays days;
  private final Transfers transfers;
  final LabelStore labels;
  private final boolean[] blocked;
  private final int[] egress;
  private final int nodes;
  private final int rounds;
  private final Weighing weighing;
  final WeighedFares fares;
  private final WeighedScope scope;
  final Bags down;
  final Bags ready;
  final LatestTimes latest;
  private final LineQueue lines;
  private final WeighedScan scan;
  private final WeighedTarget target;
  private final IntList newDown;
  private final IntList newDownNodes;
  private final IntList marked;
  private final boolean[] isMarked;
  private final IntList newAtTarget;
  private final int[] riddenFrom;
  private int limitSeconds = LatestTimes.NEVER;
  private int latestLimit = LatestTimes.NEVER;
  private int latestArrival;
  private int step;

  /// @param query forward in time, about the departures of the scope
  WeighedRun(
      TimetableView view,
      RangeQuery query,
      WeighedScope scope,
      Weighing weighing,
      @Nullable TicketStates tickets,
      RaptorState state) {
    this.view = view;
    this.query = query;
    this.scope = scope;
    this.weighing = weighing;
    this.fares = new WeighedFares(view.timetable(), tickets);
    days = new RaptorDays(view, query);
    transfers = view.graph(query.stepFree()).of(false);
    nodes = view.timetable().nodes().count();
    rounds = query.maxRides();
    blocked = view.closed(query.stepFree());
    int trips = days.tripOffsets[days.lines.length];
    state.spreadEgress(view.timetable().nodes().byStop(), query.egress());
    egress = state.egress;
    labels = state.labels;
    labels.clear();
    Memory own = state.weighed;
    down = own.down;
    ready = own.ready;
    newDown = own.newDown;
    newDownNodes = own.newDownNodes;
    newAtTarget = own.newAtTarget;
    marked = own.marked;
    own.prepare(nodes, weighing, tickets == null ? FareOrder.NONE : tickets);
    lines = state.lines;
    scan = new WeighedScan(this);
    isMarked = state.isMarked;
    Transfers reversed = view.graph(query.stepFree()).of(true);
    var ground = new CostBounds.Ground(days, rounds, egress, reversed, blocked);
    target =
        new WeighedTarget(ground, query, weighing.costs(), down, fares, state.bounds, own.target);
    riddenFrom = state.riddenFrom;
    Arrays.fill(riddenFrom, 0, trips, Integer.MAX_VALUE);
    own.earliest(view, query.arrivingBy(scope.lastArrival()));
    latest = new LatestTimes(days, query, reversed, blocked, egress, own.latest);
  }

  /// All journeys inside the scope that are best in departure, arrival, rides, energy, emissions
  /// and fare.
  List<RaptorJourney> run() {
    List<RaptorJourney> found = new ArrayList<>();
    if (scope.looksBeyond()) {
      int from = scope.lastSeconds() + 1;
      int last = Math.min(from + query.maxSeconds(), scope.latestArrival(from));
      var beyondWindow = new Departures.Beyond(from, last, fares);
      Departures beyond = Departures.beyond(view, query, days, blocked, beyondWindow);
      leave(beyond, 0, beyond.size(), from);
      newAtTarget.clear();
    }
    Departures departures = Departures.of(view, query, days, blocked);
    JourneyTrace trace = new JourneyTrace(view, days, labels, query);
    int from = 0;
    while (from < departures.size()) {
      int seconds = departures.seconds(from);
      int to = departures.endOf(from);
      leave(departures, from, to, seconds);
      for (int i = 0; i < newAtTarget.size(); i++) {
        int id = newAtTarget.get(i);
        if (!down.isDropped(id) && down.time(id) >= scope.firstArrival()) {
          found.add(trace.trace(down.label(id), seconds, down.time(id)));
        }
      }
      newAtTarget.clear();
      from = to;
    }
    return found;
  }

  private void leave(Departures departures, int from, int to, int seconds) {
    int limit = scope.latestArrival(seconds);
    if (limit == LatestTimes.NEVER) {
      return;
    }
    limitSeconds = limit;
    // latest times for a later limit let through a little more, which is cheaper than new ones
    if (limit > latestLimit || limit < latestLimit - LATER_SECONDS) {
      latestLimit = limit;
      latest.compute(limit);
    }
    latestArrival = seconds + query.maxSeconds();
    step++;
    for (int i = from; i < to; i++) {
      rideFirst(departures.dayLine(i), departures.trip(i), departures.call(i));
    }
    for (int round = 1; round < rounds && !newDown.isEmpty(); round++) {
      walk(round);
      gather(round);
      for (int i = 0; i < lines.size(); i++) {
        scan.scan(round + 1, lines.line(i), lines.firstCall(i), lines.lastCall(i));
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
    int row = days.callOffsets[day] + ofDay.callOffsets()[line] + call;
    if (trip > latest.trip(row, rounds)) {
      return;
    }
    riddenFrom[tripNumber] = Math.min(call, until);
    LineCosts costs = costs(dayLine);
    int boarding = labels.board(dayLine, trip, call, -1, -1);
    int energy = -costs.energy(call);
    int emission = -costs.emission(call);
    int shift = days.shifts[day];
    WeighedFares.Leg leg = fares.board(fares.start(), ofDay, line, trip, call, shift);
    boolean beaten =
        call < until
            && until != Integer.MAX_VALUE
            && fares.board(fares.start(), ofDay, line, trip, until, shift).covers(leg);
    int last = beaten ? until : ofDay.length(line) - 1;
    ride(1, dayLine, trip, boarding, call + 1, last, energy, emission, leg);
    if (!beaten) {
      scan.stay(1, dayLine, trip, boarding, energy, emission, leg);
    }
  }

  LineCosts costs(int dayLine) {
    int day = days.dayOfLine[dayLine];
    int pattern = days.lines[day].day().patterns()[dayLine - days.lineOffsets[day]];
    return new LineCosts(weighing.costs(), weighing.costs().offsets()[pattern]);
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
      WeighedFares.Leg leg) {
    int day = days.dayOfLine[dayLine];
    Lines ofDay = days.lines[day];
    int line = dayLine - days.lineOffsets[day];
    int offset = ofDay.callOffsets()[line];
    int times = ofDay.timeOffsets()[line] + trip * ofDay.length(line);
    LineCosts costs = costs(dayLine);
    for (int call = from; call <= to; call++) {
      int node = ofDay.callNodes()[offset + call];
      int at = ofDay.arrivals()[times + call] + days.shifts[day];
      if ((ofDay.callRules()[offset + call] & Lines.ALIGHT) != 0 && isInTime(round, node, at)) {
        int used = energy + costs.energy(call);
        int emitted = emission + costs.emission(call);
        if (isHopeless(round, node, at, used, emitted, leg)) {
          continue;
        }
        int paid = leg.alight(node, at);
        if (down.wants(node, at, round, used, emitted, paid)) {
          setDown(round, node, at, used, emitted, paid, labels.alight(boarding, call));
        }
      }
    }
  }

  /// Whether being set down somewhere may still lead to the destination in time.
  boolean isInTime(int round, int node, int at) {
    return at <= latest.down(node, rounds - round)
        && at <= latestArrival
        && (blocked.length == 0 || !blocked[node]);
  }

  /// Whether who alights from a leg cannot become better than what was found, whatever the leg
  /// costs: it is asked before the leg is priced, which takes longer.
  boolean isHopeless(int round, int node, int at, int energy, int emission, WeighedFares.Leg leg) {
    return target.isHopeless(round, node, at, energy, emission, leg.before());
  }

  void setDown(int round, int node, int at, int energy, int emission, int paid, int label) {
    target.look();
    newDown.add(down.add(node, at, round, energy, emission, paid, label, step));
    newDownNodes.add(node);
    if (egress[node] == RaptorState.NEVER) {
      return;
    }
    int reaches = at + egress[node];
    int inAll = fares.finished(paid);
    if (reaches <= latestArrival
        && reaches <= limitSeconds
        && down.wants(nodes, reaches, round, energy, emission, inAll)) {
      newAtTarget.add(down.add(nodes, reaches, round, energy, emission, inAll, label, step));
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
      if (entry >= ruleEnd && at + seconds > limitSeconds) {
        break;
      }
      if (seconds != RangeQuery.NEVER && transfers.walkMetres()[entry] <= query.maxChangeMetres()) {
        becomeReady(round, transfers.targets()[entry], at + seconds, id);
      }
    }
  }

  private void becomeReady(int round, int node, int at, int id) {
    int energy = down.energy(id);
    int emission = down.emission(id);
    int paid = down.fare(id);
    if (at > latest.ready(node, rounds - round)
        || !ready.wants(node, at, round, energy, emission, paid)
        || target.isHopelessToBoard(round, node, at, energy, emission, paid)) {
      return;
    }
    ready.add(node, at, round, energy, emission, paid, down.label(id), step);
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
        enqueue(node, first, rounds - round);
      }
    }
    marked.clear();
  }

  /// Queues the lines of a node whose latest useful trip has not left yet.
  private void enqueue(int node, int at, int rides) {
    for (int day = 0; day < days.lines.length; day++) {
      Lines ofDay = days.lines[day];
      for (int i = ofDay.nodeOffsets()[node]; i < ofDay.nodeOffsets()[node + 1]; i++) {
        int line = ofDay.nodeLines()[i];
        int call = ofDay.nodeCalls()[i];
        int row = days.callOffsets[day] + ofDay.callOffsets()[line] + call;
        int trip = latest.trip(row, rides);
        if (trip >= 0 && days.leaves(day, i, trip) >= at) {
          lines.add(days.lineOffsets[day] + line, call);
        }
      }
    }
  }

  boolean isBlocked(int node) {
    return blocked.length != 0 && blocked[node];
  }

  int step() {
    return step;
  }

  /// How many rides a journey in this round may still have, the one of the round among them.
  int ridesFrom(int round) {
    return rounds - round + 1;
  }

  /// The energy and emissions of one pattern up to each call.
  record LineCosts(RideCosts costs, int offset) {

    /// Differences between two calls are what riding between them costs.
    int energy(int call) {
      return costs.milliwattHours()[offset + call];
    }

    int emission(int call) {
      return costs.milligramsCO2e()[offset + call];
    }
  }

  /// The working memory, kept and used again.
  static final class Memory {

    final Bags down = new Bags();
    final Bags ready = new Bags();
    final WeighedTarget.Memory target = new WeighedTarget.Memory();
    final LatestTimes.Memory latest = new LatestTimes.Memory();
    final IntList newDown = new IntList();
    final IntList newDownNodes = new IntList();
    final IntList newAtTarget = new IntList();
    final IntList marked = new IntList();
    private final OneToAll forward = new OneToAll();

    void prepare(int nodes, Weighing weighing, FareOrder fares) {
      latest.prepare(nodes);
      int energyStep = weighing.milliwattHourStep();
      int emissionStep = weighing.milligramStep();
      down.prepare(nodes + 1, energyStep, emissionStep, fares);
      ready.prepare(nodes, energyStep, emissionStep, fares);
      newDown.clear();
      newDownNodes.clear();
      newAtTarget.clear();
      marked.clear();
    }

    /// Finds how soon every node is reached by who leaves at the first second asked about.
    void earliest(TimetableView view, RangeQuery query) {
      forward.nodes(view, query, latest.earliestDown, latest.earliestReady);
    }
  }
}
