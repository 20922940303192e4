package org.toret.router.raptor;

import java.util.Arrays;

/// Rides one line in a [WeighedRun], with all ways to be on board that none on board is better
/// than.
final class WeighedScan {

  private final WeighedRun run;
  private final int round;
  private final int dayLine;
  private final Lines lines;
  private final int line;
  private final int shift;
  private final int offset;
  private final int length;
  private final int firstRow;
  private final WeighedRun.LineCosts costs;
  private int count;
  private int[] trips = new int[4];
  private int[] energies = new int[4];
  private int[] emissions = new int[4];
  private int[] from = new int[4];
  private int[] calls = new int[4];
  private int[] boardings = new int[4];

  WeighedScan(WeighedRun run, int round, int dayLine) {
    this.run = run;
    this.round = round;
    this.dayLine = dayLine;
    RaptorDays days = run.days();
    int day = days.dayOfLine[dayLine];
    this.lines = days.lines[day];
    this.line = dayLine - days.lineOffsets[day];
    this.shift = days.shifts[day];
    this.offset = lines.callOffsets()[line];
    this.length = lines.length(line);
    this.firstRow = days.callOffsets[day] + offset;
    this.costs = run.costs(dayLine);
  }

  void scan(int firstCall, int lastCall) {
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
      int energy = energies[i] + costs.energy(call);
      int emission = emissions[i] + costs.emission(call);
      if (run.isWanted(round, node, at, energy, emission)) {
        if (boardings[i] < 0) {
          boardings[i] = run.labels().board(dayLine, trips[i], calls[i], from[i], -1);
        }
        int label = run.labels().alight(boardings[i], call);
        run.setDown(round, node, at, energy, emission, label);
      }
    }
  }

  private void leaveTheLate(int call) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int leaves = lines.departures()[timeAt(trips[i]) + call] + shift;
      if (!run.limit().isTooLateOnBoard(round - 1, firstRow + call, leaves)) {
        move(i, kept++);
      }
    }
    count = kept;
  }

  private void board(int call, int node) {
    Bags ready = run.ready();
    for (int i = 0; i < ready.size(node); i++) {
      int id = ready.at(node, i);
      if (ready.stamp(id) != run.step()) {
        continue;
      }
      int trip =
          Lines.firstTrip(
              lines.departures(),
              lines.timeOffsets()[line] + call,
              length,
              lines.tripCount(line),
              ready.time(id) - shift);
      if (trip == lines.tripCount(line)) {
        continue;
      }
      int energy = ready.energy(id) - costs.energy(call);
      int emission = ready.emission(id) - costs.emission(call);
      int leaves = lines.departures()[timeAt(trip) + call] + shift;
      if (!run.limit().isTooLateOnBoard(round - 1, firstRow + call, leaves)) {
        enter(trip, energy, emission, ready.label(id), call);
      }
      staySeated(trip, energy, emission, ready.label(id), call);
    }
  }

  /// Boards every trip that continues: riding on may be worth a later one.
  private void staySeated(int first, int energy, int emission, int label, int call) {
    if (!lines.hasSeatLinks() || !run.limit().canStaySeated(dayLine)) {
      return;
    }
    for (int trip = first; trip < lines.tripCount(line); trip++) {
      int end = lines.arrivals()[timeAt(trip) + length - 1] + shift;
      if (run.limit().isTooLateSeated(round - 1, dayLine, end)) {
        return;
      }
      if (lines.continues(line, trip)) {
        int boarding = run.labels().board(dayLine, trip, call, label, -1);
        run.seats().stay(round, dayLine, trip, boarding, energy, emission, costs);
      }
    }
  }

  /// Joins those on board unless one of them is at least as good; whom it betters get off.
  private void enter(int trip, int energy, int emission, int label, int call) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (trips[i] <= trip && energies[i] <= energy && emissions[i] <= emission) {
        return;
      }
    }
    for (int i = 0; i < count; i++) {
      if (trips[i] < trip || energies[i] < energy || emissions[i] < emission) {
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
    count++;
  }

  private void move(int i, int to) {
    trips[to] = trips[i];
    energies[to] = energies[i];
    emissions[to] = emissions[i];
    from[to] = from[i];
    calls[to] = calls[i];
    boardings[to] = boardings[i];
  }

  private void grow() {
    int size = 2 * count;
    trips = Arrays.copyOf(trips, size);
    energies = Arrays.copyOf(energies, size);
    emissions = Arrays.copyOf(emissions, size);
    from = Arrays.copyOf(from, size);
    calls = Arrays.copyOf(calls, size);
    boardings = Arrays.copyOf(boardings, size);
  }

  private int timeAt(int trip) {
    return lines.timeOffsets()[line] + trip * length;
  }
}
