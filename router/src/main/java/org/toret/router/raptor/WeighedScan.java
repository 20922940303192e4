package org.toret.router.raptor;

import java.util.Arrays;
import org.toret.router.label.Bags;

/// Rides one line in a [WeighedRun], with all ways to be on board that none on board is better
/// than. Used again for the next line.
final class WeighedScan {

  private final WeighedRun run;
  private final RaptorDays days;
  private int round;
  private int rides;
  private int dayLine;
  private Lines lines;
  private int line;
  private int shift;
  private int offset;
  private int length;
  private int firstRow;
  private WeighedRun.LineCosts costs;
  private int count;
  private int[] trips = new int[16];
  private int[] energies = new int[16];
  private int[] emissions = new int[16];
  private int[] from = new int[16];
  private int[] calls = new int[16];
  private int[] boardings = new int[16];
  private WeighedFares.Leg[] legs = new WeighedFares.Leg[16];

  WeighedScan(WeighedRun run) {
    this.run = run;
    days = run.days;
    lines = days.lines[0];
    costs = run.costs(0);
  }

  private void begin(int ofRound, int ofDayLine) {
    round = ofRound;
    rides = run.ridesFrom(ofRound);
    dayLine = ofDayLine;
    int day = days.dayOfLine[dayLine];
    lines = days.lines[day];
    line = dayLine - days.lineOffsets[day];
    shift = days.shifts[day];
    offset = lines.callOffsets()[line];
    length = lines.length(line);
    firstRow = days.callOffsets[day] + offset;
    costs = run.costs(dayLine);
    count = 0;
  }

  void scan(int ofRound, int ofDayLine, int firstCall, int lastCall) {
    begin(ofRound, ofDayLine);
    for (int call = firstCall; call < length; call++) {
      int node = lines.callNodes()[offset + call];
      int rule = lines.callRules()[offset + call];
      if ((rule & Lines.ALIGHT) != 0) {
        alight(call, node);
      }
      leaveTheLate(call);
      if (count == 0 && call > lastCall) {
        return;
      }
      if ((rule & Lines.BOARD) != 0 && call <= lastCall && !run.isBlocked(node)) {
        board(call, node);
      }
    }
  }

  private void alight(int call, int node) {
    for (int i = 0; i < count; i++) {
      int at = lines.arrivals()[timeAt(trips[i]) + call] + shift;
      if (!run.isInTime(round, node, at)) {
        continue;
      }
      int energy = energies[i] + costs.energy(call);
      int emission = emissions[i] + costs.emission(call);
      if (run.isHopeless(round, node, at, energy, emission, legs[i])) {
        continue;
      }
      int paid = legs[i].alight(node, at);
      if (run.down.wants(node, at, round, energy, emission, paid)) {
        if (boardings[i] < 0) {
          boardings[i] = run.labels.board(dayLine, trips[i], calls[i], from[i], -1);
        }
        int label = run.labels.alight(boardings[i], call);
        run.setDown(round, node, at, energy, emission, paid, label);
      }
    }
  }

  private void leaveTheLate(int call) {
    int latest = run.latest.trip(firstRow + call, rides);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (trips[i] <= latest) {
        move(i, kept++);
      }
    }
    count = kept;
  }

  private void board(int call, int node) {
    Bags ready = run.ready;
    int latest = run.latest.trip(firstRow + call, rides);
    int entry = lines.nodeEntries()[offset + call];
    for (int i = 0; i < ready.size(node); i++) {
      int id = ready.at(node, i);
      if (ready.stamp(id) != run.step()) {
        continue;
      }
      int trip = lines.firstTrip(entry, ready.time(id) - shift);
      if (trip > latest) {
        continue;
      }
      int energy = ready.energy(id) - costs.energy(call);
      int emission = ready.emission(id) - costs.emission(call);
      enter(trip, energy, emission, ready.fare(id), ready.label(id), call);
      staySeated(trip, energy, emission, ready.fare(id), ready.label(id), call);
      if (trip < latest && run.fares.mayPayToWait(lines, line, rides)) {
        await(trip, latest, energy, emission, ready.fare(id), ready.label(id), call);
      }
    }
  }

  /// Boards later trips than the first: who waits for them buys a newer ticket.
  private void await(
      int first, int latest, int energy, int emission, int paid, int label, int call) {
    int before = lines.departures()[timeAt(first) + call] + shift;
    for (int trip = first + 1; trip <= latest; trip++) {
      int leaves = lines.departures()[timeAt(trip) + call] + shift;
      if (!run.fares.isAlike(before, leaves)) {
        enter(trip, energy, emission, paid, label, call);
        before = leaves;
      }
    }
  }

  /// Boards every trip that continues: riding on may be worth a later one.
  private void staySeated(int first, int energy, int emission, int paid, int label, int call) {
    if (!lines.hasSeatLinks()) {
      return;
    }
    int latest = run.latest.trip(firstRow + length - 1, rides);
    for (int trip = first; trip <= latest; trip++) {
      if (lines.continues(line, trip)) {
        int boarding = run.labels.board(dayLine, trip, call, label, -1);
        WeighedFares.Leg leg = run.fares.board(paid, lines, line, trip, call, shift);
        stay(round, dayLine, trip, boarding, energy, emission, leg);
      }
    }
  }

  /// Joins those on board unless one of them is at least as good; whom it betters get off.
  private void enter(int trip, int energy, int emission, int paid, int label, int call) {
    WeighedFares.Leg leg = run.fares.board(paid, lines, line, trip, call, shift);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (trips[i] <= trip
          && energies[i] <= energy
          && emissions[i] <= emission
          && legs[i].covers(leg)) {
        return;
      }
    }
    for (int i = 0; i < count; i++) {
      if (trips[i] < trip
          || energies[i] < energy
          || emissions[i] < emission
          || !leg.covers(legs[i])) {
        move(i, kept++);
      }
    }
    count = kept;
    if (count == trips.length) {
      grow();
    }
    trips[count] = trip;
    energies[count] = energy;
    emissions[count] = emission;
    from[count] = label;
    calls[count] = call;
    boardings[count] = -1;
    legs[count] = leg;
    count++;
  }

  private void move(int i, int to) {
    trips[to] = trips[i];
    energies[to] = energies[i];
    emissions[to] = emissions[i];
    from[to] = from[i];
    calls[to] = calls[i];
    boardings[to] = boardings[i];
    legs[to] = legs[i];
  }

  private void grow() {
    int size = 2 * count;
    trips = Arrays.copyOf(trips, size);
    energies = Arrays.copyOf(energies, size);
    emissions = Arrays.copyOf(emissions, size);
    from = Arrays.copyOf(from, size);
    calls = Arrays.copyOf(calls, size);
    boardings = Arrays.copyOf(boardings, size);
    legs = Arrays.copyOf(legs, size);
  }

  private int timeAt(int trip) {
    return lines.timeOffsets()[line] + trip * length;
  }

  /// Rides on in every trip that continues this one.
  ///
  /// @param energy to be added to that of the line up to its last call
  void stay(
      int ofRound,
      int ofDayLine,
      int trip,
      int boarding,
      int energy,
      int emission,
      WeighedFares.Leg leg) {
    int day = days.dayOfLine[ofDayLine];
    Lines ofDay = days.lines[day];
    int ended = ofDayLine - days.lineOffsets[day];
    if (!ofDay.continues(ended, trip)) {
      return;
    }
    WeighedRun.LineCosts through = run.costs(ofDayLine);
    int used = energy + through.energy(ofDay.length(ended) - 1);
    int emitted = emission + through.emission(ofDay.length(ended) - 1);
    int link = ofDay.seatHeads()[ofDay.active(ended, trip)];
    for (; link >= 0; link = ofDay.seatNext()[link]) {
      int follower = ofDay.seatTrips()[link];
      int next = days.lineOffsets[day] + ofDay.tripLines()[follower];
      int index = ofDay.indexInLine(ofDay.tripLines()[follower], follower);
      if (days.usable[next] && !isInChain(boarding, next, index)) {
        int seated = run.labels.board(next, index, 0, -1, boarding);
        int nextLine = ofDay.tripLines()[follower];
        WeighedFares.Leg on =
            run.fares.stay(leg, ofDay, ended, trip, nextLine, index, days.shifts[day]);
        int last = ofDay.length(nextLine) - 1;
        run.ride(ofRound, next, index, seated, 1, last, used, emitted, on);
        stay(ofRound, next, index, seated, used, emitted, on);
      }
    }
  }

  /// Whether a trip was ridden from its start already, without getting off since: blocks may go
  /// round in circles.
  private boolean isInChain(int boarding, int dayLine, int trip) {
    for (int at = boarding; at >= 0; at = run.labels.seatedFrom(at)) {
      if (run.labels.callOf(at) == 0
          && run.labels.lineOf(at) == dayLine
          && run.labels.tripOf(at) == trip) {
        return true;
      }
    }
    return false;
  }
}
