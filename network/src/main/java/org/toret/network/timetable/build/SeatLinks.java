package org.toret.network.timetable.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.toret.network.timetable.ServiceCalendar;
import org.toret.network.timetable.Stops;

/// Finds the trip in which a rider may stay seated when another ends: by `transfers.txt` types 4
/// and 5, else by `block_id`.
///
/// Inside a block the follower is the first trip that starts after the end, on a day both run, and
/// within [#DEADHEAD_METRES] of where the rider sits: farther off the vehicle runs empty.
final class SeatLinks {

  private static final double DEADHEAD_METRES = 1000;
  private static final int IN_SEAT = 4;
  private static final int ALIGHT = 5;

  private final TripStore trips;
  private final ServiceCalendar calendar;
  private final Stops stops;

  SeatLinks(TripStore trips, ServiceCalendar calendar, Stops stops) {
    this.trips = trips;
    this.calendar = calendar;
    this.stops = stops;
  }

  /// The follower of each trip by its number when added, or -1.
  int[] followers(List<TransferRow> rules) {
    int[] next = new int[trips.count()];
    Arrays.fill(next, -1);
    byBlock(next);
    for (TransferRow rule : rules) {
      if (rule.fromTrip() < 0 || rule.toTrip() < 0) {
        continue;
      }
      if (rule.type() == IN_SEAT && canFollow(rule)) {
        next[rule.fromTrip()] = rule.toTrip();
      } else if (rule.type() == ALIGHT && next[rule.fromTrip()] == rule.toTrip()) {
        next[rule.fromTrip()] = -1;
      }
    }
    return next;
  }

  private boolean canFollow(TransferRow rule) {
    return trips.firstDeparture(rule.toTrip()) >= trips.lastArrival(rule.fromTrip());
  }

  private void byBlock(int[] next) {
    Map<String, List<Integer>> blocks = new HashMap<>();
    for (int trip = 0; trip < trips.count(); trip++) {
      TripRow row = trips.row(trip);
      if (!row.block().isEmpty() && row.headwaySeconds() == 0) {
        blocks.computeIfAbsent(row.block(), ignored -> new ArrayList<>()).add(trip);
      }
    }
    for (List<Integer> block : blocks.values()) {
      block.sort(Comparator.comparingInt(trips::firstDeparture));
      for (int i = 0; i < block.size(); i++) {
        next[block.get(i)] = follower(block, i);
      }
    }
  }

  private int follower(List<Integer> block, int index) {
    int trip = block.get(index);
    IntPredicate sharesDay = daysOf(trips.row(trip).service());
    for (int i = index + 1; i < block.size(); i++) {
      int other = block.get(i);
      if (trips.firstDeparture(other) >= trips.lastArrival(trip)
          && sharesDay.test(trips.row(other).service())) {
        return isNear(trips.lastStop(trip), trips.firstStop(other)) ? other : -1;
      }
    }
    return -1;
  }

  private IntPredicate daysOf(int service) {
    return other -> {
      for (int day = 0; day < calendar.days(); day++) {
        int epochDay = calendar.firstDay() + day;
        if (calendar.runs(service, epochDay) && calendar.runs(other, epochDay)) {
          return true;
        }
      }
      return false;
    };
  }

  private boolean isNear(int a, int b) {
    return a == b
        || org.toret.base.geo.Distance.metres(stops.point(a), stops.point(b)) <= DEADHEAD_METRES;
  }
}
