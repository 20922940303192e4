package org.toret.app.simulate;

import java.time.LocalDate;
import java.util.List;
import org.toret.app.simulate.closure.WayRound;

/// Trips of a pattern that are led the same way round closed streets on a service date.
///
/// @param id stays the same for the day
/// @param trips indexes, or those of the runs of one trip that is repeated
/// @param stretches in the order in which they are met
public record DetouredTrips(
    String id, int pattern, LocalDate date, List<Integer> trips, List<Stretch> stretches) {

  public DetouredTrips {
    trips = List.copyOf(trips);
    stretches = List.copyOf(stretches);
  }

  /// One way round.
  ///
  /// @param closure id of the closure that it is for
  /// @param travelSeconds for each stop instead, how long after the arrival at the call before the
  ///   stretch vehicles are there
  public record Stretch(String closure, WayRound way, List<Integer> travelSeconds) {

    public Stretch {
      travelSeconds = List.copyOf(travelSeconds);
    }
  }

  boolean leavesOut(int call) {
    return stretches.stream().anyMatch(one -> one.way().leavesOut(call));
  }

  /// How much later than published vehicles come to a call that is made, and to one that is left
  /// out, were it on the way.
  ///
  /// @param arrivals as published, for each call
  int laterSeconds(int call, int[] arrivals) {
    int later = 0;
    for (Stretch stretch : stretches) {
      WayRound way = stretch.way();
      if (way.leavesOut(call)) {
        int whole = arrivals[way.after()] + way.delaySeconds() - arrivals[way.before()];
        double gone = way.share(call) * whole;
        return later + arrivals[way.before()] + (int) gone - arrivals[call];
      }
      later += call >= way.after() ? way.delaySeconds() : 0;
    }
    return later;
  }
}
