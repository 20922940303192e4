package org.toret.router.raptor;

/// The rides of a [RaptorRun] that go on in another trip without leaving the vehicle.
final class SeatedRides {

  private final RaptorRun run;
  private final Target target;
  private final RaptorDays days;
  private final RaptorState state;
  private final int trips;

  SeatedRides(RaptorRun run, Target target) {
    this.run = run;
    this.target = target;
    days = run.days;
    state = run.state;
    trips = days.tripOffsets[days.lines.length];
  }

  /// Rides on in every trip that continues one.
  ///
  /// @param boarding label of the trip that ends
  void stay(int round, int day, int line, int trip, int boarding) {
    Lines lines = days.lines[day];
    if (!lines.hasSeatLinks()) {
      return;
    }
    int active = lines.active(line, trip);
    for (int link = lines.seatHeads()[active]; link >= 0; link = lines.seatNext()[link]) {
      int follower = lines.seatTrips()[link];
      int next = lines.tripLines()[follower];
      int seat = round * trips + days.tripOffsets[day] + follower;
      if (state.seated[seat] || !days.usable[days.lineOffsets[day] + next]) {
        continue;
      }
      state.seated[seat] = true;
      int index = lines.indexInLine(next, follower);
      int seated = state.labels.board(days.lineOffsets[day] + next, index, 0, -1, boarding);
      run.ride(round, day, next, index, 0, -1, seated);
      stay(round, day, next, index, seated);
    }
  }

  /// Boards a trip only to stay seated at its end.
  ///
  /// @param from label of who is ready to board, -1 for the origin
  void board(int round, int dayLine, int trip, int call, int from) {
    int day = days.dayOfLine[dayLine];
    Lines lines = days.lines[day];
    int line = dayLine - days.lineOffsets[day];
    if (lines.hasSeatLinks() && isUnseated(round, day, lines.active(line, trip))) {
      int boarding = state.labels.board(dayLine, trip, call, from, -1);
      stay(round, day, line, trip, boarding);
    }
  }

  /// Boards every trip of a line that continues, since riding on without boarding again may be
  /// worth taking a later trip than was taken before.
  ///
  /// @param from label of who is ready to board
  /// @param readyAt on the axis of the search
  void boardAll(int round, int dayLine, int call, int from, int readyAt, int latestArrival) {
    int day = days.dayOfLine[dayLine];
    Lines lines = days.lines[day];
    if (!target.canStaySeated(dayLine)) {
      return;
    }
    int line = dayLine - days.lineOffsets[day];
    int length = lines.length(line);
    int count = lines.tripCount(line);
    int last = lines.timeOffsets()[line] + length - 1;
    int entry = lines.nodeEntries()[lines.callOffsets()[line] + call];
    int first = lines.firstTrip(entry, readyAt - days.shifts[day]);
    for (int trip = first; trip < count; trip++) {
      int end = lines.arrivals()[last + trip * length] + days.shifts[day];
      if (end > latestArrival || target.isTooLateSeated(round - 1, dayLine, end)) {
        return;
      }
      board(round, dayLine, trip, call, from);
    }
  }

  /// Whether a trip continues in one that nobody was seated into yet.
  private boolean isUnseated(int round, int day, int active) {
    Lines lines = days.lines[day];
    int seats = round * trips + days.tripOffsets[day];
    for (int link = lines.seatHeads()[active]; link >= 0; link = lines.seatNext()[link]) {
      if (!state.seated[seats + lines.seatTrips()[link]]) {
        return true;
      }
    }
    return false;
  }
}
