package org.toret.router.raptor;

import org.toret.network.timetable.Transfers;

/// Finds some journey at once, so that a search knows from its first step what is too late: takes
/// the vehicle that leads on soonest by the [LowerBounds], gets off where they are least, and so
/// on.
///
/// What it finds can be ridden as it is, by the rules of [RaptorRun]; it need not be good. It costs
/// a few looks at every line near each place where it changes. In an arrive-by search every time
/// here is negated.
final class Scout {

  private static final int NEVER = RaptorState.NEVER;

  private final RaptorRun run;
  private final RaptorDays days;
  private final LowerBounds.Table down;
  private final LowerBounds.Table board;
  private final LowerBounds.Table ride;

  private int day;
  private int line;
  private int trip;
  private int call;
  private int best;
  private int rides;

  Scout(RaptorRun run, LowerBounds bounds) {
    this.run = run;
    this.days = run.days;
    this.down = bounds.down();
    this.board = bounds.board();
    this.ride = bounds.ride();
  }

  /// Tells the target of journeys that begin with one of the departures, with as many rides as
  /// there may be and with fewer.
  ///
  /// @param latest what arrives later does not count
  void report(Departures departures, int latest, Target target) {
    int most = run.query.maxRides();
    while (most > 0 && find(departures, most) && best <= latest) {
      target.promise(rides, best);
      most = rides - 1;
    }
  }

  /// Whether a journey of at most so many rides was found.
  private boolean find(Departures departures, int most) {
    best = NEVER;
    if (!first(departures, most)) {
      return false;
    }
    for (int used = 1; used <= most; used++) {
      int exit = exit(used, most);
      if (exit < 0 || used == most) {
        break;
      }
      Lines lines = days.lines[day];
      int at = lines.timeOffsets()[line] + trip * lines.length(line) + exit;
      int node = lines.callNodes()[lines.callOffsets()[line] + exit];
      if (!change(node, lines.arrivals()[at] + days.shifts[day], most - used)) {
        break;
      }
    }
    return best < NEVER;
  }

  private boolean first(Departures departures, int most) {
    int least = NEVER;
    for (int i = 0; i < departures.size(); i++) {
      int dayLine = departures.dayLine(i);
      int of = days.dayOfLine[dayLine];
      Lines lines = days.lines[of];
      int number = dayLine - days.lineOffsets[of];
      int at = lines.callOffsets()[number] + departures.call(i);
      int onward = bound(ride, most, days.callOffsets[of] + at);
      int leaves = days.leaves(of, lines.nodeEntries()[at], departures.trip(i));
      if (onward < NEVER && leaves + onward < least) {
        least = leaves + onward;
        take(of, number, departures.trip(i), departures.call(i));
      }
    }
    return least < NEVER;
  }

  private void take(int ofDay, int ofLine, int ofTrip, int atCall) {
    day = ofDay;
    line = ofLine;
    trip = ofTrip;
    call = atCall;
  }

  /// The call at which to get off, -1 where none leads on.
  private int exit(int used, int most) {
    Lines lines = days.lines[day];
    int offset = lines.callOffsets()[line];
    int times = lines.timeOffsets()[line] + trip * lines.length(line);
    int least = NEVER;
    int exit = -1;
    for (int c = call + 1; c < lines.length(line); c++) {
      int node = lines.callNodes()[offset + c];
      if ((lines.callRules()[offset + c] & Lines.ALIGHT) != 0 && isOpen(node)) {
        int at = lines.arrivals()[times + c] + days.shifts[day];
        int onward = bound(down, most - used, node);
        if (onward < NEVER && at + onward < least) {
          least = at + onward;
          exit = c;
        }
        int egress = run.state.egress[node];
        if (egress != NEVER && at + egress < best) {
          best = at + egress;
          rides = used;
        }
      }
    }
    return exit;
  }

  /// Takes the vehicle that leads on soonest for who is set down at a node.
  private boolean change(int node, int at, int more) {
    Transfers transfers = run.transfers;
    int least = NEVER;
    int change = run.query.changeSeconds(transfers.changeSeconds()[node], 0);
    if (change != RangeQuery.NEVER) {
      least = look(node, at + change, more, least);
    }
    for (int i = transfers.offsets()[node]; i < transfers.offsets()[node + 1]; i++) {
      int seconds = run.query.changeSeconds(transfers.ruleSeconds()[i], transfers.walkSeconds()[i]);
      boolean walks = transfers.walkMetres()[i] <= run.query.maxChangeMetres();
      if (walks && seconds != RangeQuery.NEVER) {
        least = look(transfers.targets()[i], at + seconds, more, least);
      }
    }
    return least < NEVER;
  }

  private int look(int node, int ready, int more, int known) {
    int least = known;
    int onward = bound(board, more, node);
    if (!isOpen(node) || onward == NEVER || ready + onward >= least) {
      return least;
    }
    for (int ofDay = 0; ofDay < days.lines.length; ofDay++) {
      Lines lines = days.lines[ofDay];
      for (int at = lines.nodeOffsets()[node]; at < lines.nodeOffsets()[node + 1]; at++) {
        int ofLine = lines.nodeLines()[at];
        int atCall = lines.nodeCalls()[at];
        int cell = days.callOffsets[ofDay] + lines.callOffsets()[ofLine] + atCall;
        int left = bound(ride, more, cell);
        if (days.usable[days.lineOffsets[ofDay] + ofLine] && left < NEVER && ready + left < least) {
          int next = lines.firstTrip(at, ready - days.shifts[ofDay]);
          if (next < lines.tripCount(ofLine) && days.leaves(ofDay, at, next) + left < least) {
            least = days.leaves(ofDay, at, next) + left;
            take(ofDay, ofLine, next, atCall);
          }
        }
      }
    }
    return least;
  }

  private boolean isOpen(int node) {
    return run.blocked.length == 0 || !run.blocked[node];
  }

  private static int bound(LowerBounds.Table table, int rides, int place) {
    int seconds = table.seconds()[rides * table.places() + place];
    return seconds == LowerBounds.UNREACHABLE ? NEVER : seconds;
  }
}
