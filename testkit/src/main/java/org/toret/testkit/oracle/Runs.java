package org.toret.testkit.oracle;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.Timetable;
import org.toret.router.raptor.DayTimetable;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.TimetableView;

/// Every trip of every service date of a view that a rider may use at all, read from the plain
/// columns of the timetable.
///
/// A run is left out when its line's mode is not asked for, when it does not admit the wheelchair
/// or the bicycle, or when its service does not run that date.
final class Runs {

  private static final byte NO = 2;
  private static final byte YES = 1;
  private static final byte NOT_HERE = 1;

  private final TimetableView view;
  private final Timetable timetable;
  private final RangeQuery query;

  private Runs(TimetableView view, RangeQuery query) {
    this.view = view;
    this.timetable = view.timetable();
    this.query = query;
  }

  static List<Run> of(TimetableView view, RangeQuery query) {
    return new Runs(view, query).list();
  }

  private List<Run> list() {
    List<int[]> dayAndTrip = new ArrayList<>();
    Map<Long, Integer> indexOf = new HashMap<>();
    for (int day = 0; day < view.days().size(); day++) {
      for (int trip = 0; trip < timetable.trips().count(); trip++) {
        if (runs(view.days().get(day).date(), trip) && admits(timetable.trips().patterns()[trip])) {
          indexOf.put(key(day, trip), dayAndTrip.size());
          dayAndTrip.add(new int[] {day, trip});
        }
      }
    }
    List<Run> runs = new ArrayList<>();
    for (int[] pair : dayAndTrip) {
      int follower = timetable.trips().next()[pair[1]];
      int next = follower < 0 ? -1 : indexOf.getOrDefault(key(pair[0], follower), -1);
      runs.add(run(runs.size(), pair[0], pair[1], next));
    }
    return runs;
  }

  private Run run(int index, int day, int trip, int next) {
    Patterns patterns = timetable.patterns();
    int pattern = timetable.trips().patterns()[trip];
    int length = patterns.length(pattern);
    int[] nodes = new int[length];
    int[] arrivals = new int[length];
    int[] departures = new int[length];
    boolean[] boards = new boolean[length];
    boolean[] alights = new boolean[length];
    int shift = shiftSeconds(view.days().get(day));
    int position = trip - patterns.tripOffsets()[pattern];
    for (int call = 0; call < length; call++) {
      int at = patterns.stopOffsets()[pattern] + call;
      int time = patterns.timeOffsets()[pattern] + position * length + call;
      nodes[call] = patterns.nodes()[at];
      arrivals[call] = patterns.arrival(time) + shift;
      departures[call] = patterns.departure(time) + shift;
      boolean usable = stopAdmits(timetable.nodes().stops()[nodes[call]]);
      boards[call] = usable && call < length - 1 && patterns.pickups()[at] != NOT_HERE;
      alights[call] = usable && call > 0 && patterns.dropOffs()[at] != NOT_HERE;
    }
    return new Run(index, day, trip, nodes, arrivals, departures, boards, alights, next);
  }

  private boolean runs(LocalDate date, int trip) {
    int service = timetable.trips().services()[trip];
    return timetable.calendar().runs(service, Math.toIntExact(date.toEpochDay()));
  }

  private boolean admits(int pattern) {
    Patterns patterns = timetable.patterns();
    int mode = timetable.routes().modes()[patterns.routes()[pattern]];
    boolean wheelchair = !query.stepFree() || patterns.wheelchair()[pattern] != NO;
    boolean bicycle = !query.bikes() || patterns.bikes()[pattern] == YES;
    return wheelchair && bicycle && (query.modes() & 1 << mode) != 0;
  }

  private boolean stopAdmits(int stop) {
    byte access = timetable.stops().wheelchair()[stop];
    return access != Stops.CLOSED && (!query.stepFree() || access != NO);
  }

  private int shiftSeconds(DayTimetable day) {
    return Math.toIntExact(origin(day.date(), view.zone()) - origin(view.baseDate(), view.zone()));
  }

  private static long origin(LocalDate date, ZoneId zone) {
    return date.atTime(LocalTime.NOON).atZone(zone).minusHours(12).toEpochSecond();
  }

  private static long key(int day, int trip) {
    return (long) day << 32 | trip;
  }
}
