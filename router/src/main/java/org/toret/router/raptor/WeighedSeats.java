package org.toret.router.raptor;

import org.toret.router.label.LabelStore;

/// Staying seated into the next trip of a block, in a [WeighedRun].
final class WeighedSeats {

  private final RaptorDays days;
  private final LabelStore labels;
  private final WeighedRun run;

  WeighedSeats(RaptorDays days, LabelStore labels, WeighedRun run) {
    this.days = days;
    this.labels = labels;
    this.run = run;
  }

  /// Rides on in every trip that continues this one.
  ///
  /// @param energy to be added to that of the line up to its last call
  void stay(
      int round,
      int dayLine,
      int trip,
      int boarding,
      int energy,
      int emission,
      WeighedRun.LineCosts costs) {
    int day = days.dayOfLine[dayLine];
    Lines lines = days.lines[day];
    int line = dayLine - days.lineOffsets[day];
    if (!lines.continues(line, trip)) {
      return;
    }
    int used = energy + costs.energy(lines.length(line) - 1);
    int emitted = emission + costs.emission(lines.length(line) - 1);
    int link = lines.seatHeads()[lines.active(line, trip)];
    for (; link >= 0; link = lines.seatNext()[link]) {
      int follower = lines.seatTrips()[link];
      int next = days.lineOffsets[day] + lines.tripLines()[follower];
      int index = lines.indexInLine(lines.tripLines()[follower], follower);
      if (days.usable[next] && !isInChain(boarding, next, index)) {
        WeighedRun.LineCosts onward = run.costs(next);
        int seated = labels.board(next, index, 0, -1, boarding);
        int energyOn = used - onward.energy(0);
        int emissionOn = emitted - onward.emission(0);
        run.ride(
            round,
            next,
            index,
            seated,
            1,
            lines.length(lines.tripLines()[follower]) - 1,
            energyOn,
            emissionOn,
            onward);
        stay(round, next, index, seated, energyOn, emissionOn, onward);
      }
    }
  }

  /// Whether a trip was ridden from its start already, without getting off since: blocks may go
  /// round in circles.
  private boolean isInChain(int boarding, int dayLine, int trip) {
    for (int at = boarding; at >= 0; at = labels.seatedFrom(at)) {
      if (labels.callOf(at) == 0 && labels.lineOf(at) == dayLine && labels.tripOf(at) == trip) {
        return true;
      }
    }
    return false;
  }
}
