package org.toret.app.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.router.raptor.TimetableView;

/// The runs that something is said of at a moment. Cost: one look at each trip of the timetable,
/// then some microseconds for each run that is out.
final class Runs {

  /// Runs are foreseen so long before they begin.
  static final int AHEAD_SECONDS = 15 * 60;

  private static final int DAY_SECONDS = 86_400;

  private final Timetable timetable;
  private final DelayModel delays;
  private final Disturbances disturbances;
  private final Closures closures;
  private final ZoneId[] zones;

  Runs(Timetable timetable, DelayModel delays, Disturbances disturbances, Closures closures) {
    this.closures = closures;
    this.timetable = timetable;
    this.delays = delays;
    this.disturbances = disturbances;
    this.zones = new ZoneId[timetable.feeds().count()];
    for (int feed = 0; feed < zones.length; feed++) {
      zones[feed] = ZoneId.of(timetable.feeds().zones().get(feed));
    }
  }

  /// The runs of a feed at a moment.
  List<RunNow> at(int feed, long epochSecond) {
    List<RunNow> found = new ArrayList<>();
    LocalDate today = Instant.ofEpochSecond(epochSecond).atZone(zones[feed]).toLocalDate();
    for (int days = -1; days <= 1; days++) {
      collect(feed, today.plusDays(days), epochSecond, found);
    }
    return found;
  }

  private void collect(int feed, LocalDate date, long epochSecond, List<RunNow> found) {
    Patterns patterns = timetable.patterns();
    int day = Math.toIntExact(date.toEpochDay());
    long origin = TimetableView.origin(date, zones[feed]);
    long now = epochSecond - origin;
    if (now < -3 * 3600 || now > 3L * DAY_SECONDS) {
      return;
    }
    for (int pattern = 0; pattern < patterns.count(); pattern++) {
      int route = patterns.routes()[pattern];
      if (timetable.routes().feeds()[route] != feed) {
        continue;
      }
      int last = patterns.length(pattern) - 1;
      int until = patterns.tripOffsets()[pattern + 1];
      for (int trip = patterns.tripOffsets()[pattern]; trip < until; trip++) {
        int at = patterns.timeOffset(pattern, trip);
        boolean near =
            now >= patterns.departure(at) - 2.5 * 3600
                && now <= patterns.arrival(at + last) + DelayModel.LATEST;
        if (near && timetable.calendar().runs(timetable.trips().services()[trip], day)) {
          long key = Chance.key(timetable.trips().ids().get(trip)) ^ day * 0x9e3779b97f4a7c15L;
          run(new Run(trip, pattern, route, date, origin, key), epochSecond, found);
        }
      }
    }
  }

  private void run(Run run, long epochSecond, List<RunNow> found) {
    Patterns patterns = timetable.patterns();
    int at = patterns.timeOffset(run.pattern(), run.trip());
    int last = patterns.length(run.pattern()) - 1;
    long start = run.origin() + patterns.departure(at);
    long end = run.origin() + patterns.arrival(at + last);
    if (delays.isCancelled(run)) {
      if (epochSecond >= start - delays.cancelledAhead(run) && epochSecond <= end) {
        int[] none = new int[last + 1];
        found.add(told(run, true, none, none, -1));
      }
    } else if (epochSecond >= start - AHEAD_SECONDS) {
      int[] own = delays.actual(run);
      int[] actual = led(run, own);
      if (epochSecond <= end + actual[last]) {
        int passed = passed(run, actual, epochSecond);
        int[] foreseen = led(run, delays.foreseen(run, own, passed));
        notBefore(epochSecond, run, foreseen, passed);
        found.add(told(run, false, foreseen, actual, passed));
      }
    }
  }

  /// Delays with what a way round closed streets adds to them; never so that a call is left before
  /// the one before it.
  private int[] led(Run run, int[] own) {
    Optional<DetouredTrips> detour = closures.detour(run.trip(), run.date());
    if (detour.isEmpty()) {
      return own;
    }
    Patterns patterns = timetable.patterns();
    int at = patterns.timeOffset(run.pattern(), run.trip());
    int[] arrivals = new int[own.length];
    Arrays.setAll(arrivals, call -> patterns.arrival(at + call));
    int[] delays = own.clone();
    for (int call = 0; call < own.length; call++) {
      delays[call] += detour.get().laterSeconds(call, arrivals);
      if (call > 0) {
        int left = patterns.departure(at + call - 1) + delays[call - 1];
        delays[call] = Math.max(delays[call], left - arrivals[call]);
      }
    }
    return delays;
  }

  private int passed(Run run, int[] actual, long epochSecond) {
    Patterns patterns = timetable.patterns();
    int at = patterns.timeOffset(run.pattern(), run.trip());
    int passed = -1;
    while (passed + 1 < actual.length
        && run.origin() + patterns.departure(at + passed + 1) + actual[passed + 1] <= epochSecond) {
      passed++;
    }
    return passed;
  }

  /// A call that is still to come is not foreseen for a time that is over.
  private void notBefore(long epochSecond, Run run, int[] foreseen, int passed) {
    Patterns patterns = timetable.patterns();
    int at = patterns.timeOffset(run.pattern(), run.trip());
    for (int call = passed + 1; call < foreseen.length; call++) {
      long departure = run.origin() + patterns.departure(at + call) + foreseen[call];
      if (departure > epochSecond) {
        return;
      }
      foreseen[call] += Math.toIntExact(epochSecond + 1 - departure);
    }
  }

  private RunNow told(Run run, boolean cancelled, int[] delays, int[] actual, int passed) {
    Patterns patterns = timetable.patterns();
    int at = patterns.timeOffset(run.pattern(), run.trip());
    int length = delays.length;
    long[] arrivals = new long[length];
    long[] departures = new long[length];
    boolean[] skipped = new boolean[length];
    DetouredTrips detour = closures.detour(run.trip(), run.date()).orElse(null);
    for (int call = 0; call < length; call++) {
      arrivals[call] = run.origin() + patterns.arrival(at + call);
      departures[call] = run.origin() + patterns.departure(at + call);
      Set<String> leftOut = disturbances.leftOut(run.route(), arrivals[call]);
      skipped[call] =
          call > 0
              && call < length - 1
              && !leftOut.isEmpty()
              && leftOut.contains(
                  timetable.stops().names().get(timetable.stop(run.pattern(), call)));
      skipped[call] |= detour != null && detour.leavesOut(call);
    }
    return new RunNow(
        run.trip(),
        run.pattern(),
        run.route(),
        run.date(),
        cancelled,
        arrivals,
        departures,
        delays,
        actual,
        skipped,
        detour,
        passed);
  }
}
