package org.toret.network.timetable.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Leaves out the rules between two trips at one stop that change nothing: the rider has more time
/// there than the rule and every less specific rule ask for, or none at all.
///
/// Railways publish such rules for every pair of trains that meet, tens of thousands at a large
/// station. Each would make copies of the stop ([NodeCompiler]), and changes grow with the square
/// of the copies. On the published times the search finds the same with and without them, as long
/// as a traveller asks for no more than [#TIME_TO_SPARE] between vehicles; where a delay eats that
/// time up, the general rule holds.
final class NeedlessRules {

  /// Seconds.
  static final int TIME_TO_SPARE = 120;

  private static final int DAY_SECONDS = 86_400;
  private static final int TWO_TRIPS = 20;
  private static final int NO_CALL = -1;

  private final TripStore trips;
  private final int[][] stopsOf;

  /// What the less specific rules ask for at each stop.
  private final int[] asked;

  private NeedlessRules(List<TransferRow> rules, TripStore trips, int[][] stopsOf) {
    this.trips = trips;
    this.stopsOf = stopsOf;
    asked = new int[stopsOf.length];
    Arrays.fill(asked, TIME_TO_SPARE);
    for (TransferRow row : rules) {
      if (isChange(row) && row.rank() < TWO_TRIPS) {
        for (int stop : stopsOf[row.fromStop()]) {
          int seconds = row.type() == 3 ? Integer.MAX_VALUE : row.minSeconds();
          asked[stop] = Math.max(asked[stop], seconds);
        }
      }
    }
  }

  /// The rules that are needed, in their order.
  ///
  /// @param stopsOf the stops at which trips call that a rule naming a stop means
  static List<TransferRow> leftOut(List<TransferRow> rules, TripStore trips, int[][] stopsOf) {
    NeedlessRules needless = new NeedlessRules(rules, trips, stopsOf);
    List<TransferRow> kept = new ArrayList<>();
    for (TransferRow row : rules) {
      if (!needless.isNeedless(row)) {
        kept.add(row);
      }
    }
    return kept;
  }

  private static boolean isChange(TransferRow row) {
    return row.type() <= 3 && row.fromStop() >= 0 && row.toStop() >= 0;
  }

  private boolean isNeedless(TransferRow row) {
    if (!isChange(row) || row.type() == 3 || row.fromTrip() < 0 || row.toTrip() < 0) {
      return false;
    }
    int arrival = onlyCall(row.fromTrip(), row.fromStop());
    int departure = onlyCall(row.toTrip(), row.toStop());
    if (arrival == NO_CALL || departure == NO_CALL) {
      return false;
    }
    int stop = trips.stop(row.fromTrip(), arrival);
    if (stop != trips.stop(row.toTrip(), departure)) {
      return false;
    }
    long time =
        (long) trips.departure(row.toTrip(), departure) - trips.arrival(row.fromTrip(), arrival);
    long needed = Math.max(asked[stop], row.minSeconds());
    return (time >= 0 ? time : time + DAY_SECONDS) >= needed;
  }

  /// The call of a trip at a stop that a rule names, or [#NO_CALL] when it has none or several.
  private int onlyCall(int trip, int named) {
    int found = NO_CALL;
    for (int call = 0; call < trips.length(trip); call++) {
      for (int meant : stopsOf[named]) {
        if (trips.stop(trip, call) == meant) {
          if (found != NO_CALL) {
            return NO_CALL;
          }
          found = call;
        }
      }
    }
    return found;
  }
}
