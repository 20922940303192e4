package org.toret.router.raptor;

import java.util.Arrays;
import org.toret.router.raptor.RangeQuery.Foothold;

/// The events at which a rider may leave the origin: one per trip and call within reach on foot.
/// Each is one `long` for the time and the place in the order, so that sorting is by plain numbers.
final class Departures {

  private int size;
  private long[] keys = new long[256];
  private int[] dayLines = new int[256];
  private int[] trips = new int[256];
  private int[] calls = new int[256];

  /// Every event of a question, the latest first; events of one second stay in a fixed order.
  ///
  /// @param blocked nodes that may not be used, empty where all may
  static Departures of(TimetableView view, RangeQuery query, RaptorDays days, boolean[] blocked) {
    Departures departures = new Departures();
    visit(view, query, blocked, (node, walk) -> departures.collect(query, days, node, walk));
    Arrays.sort(departures.keys, 0, departures.size);
    return departures;
  }

  /// For every line the first vehicle that can be walked to when one leaves the origin after the
  /// window, and later ones in which one may stay seated at the end or for which it may pay to
  /// wait, all at that one time.
  static Departures beyond(
      TimetableView view, RangeQuery query, RaptorDays days, boolean[] blocked, Beyond beyond) {
    Departures departures = new Departures();
    visit(
        view,
        query,
        blocked,
        (node, walk) -> departures.collectFirst(query, days, node, walk, beyond));
    return departures;
  }

  /// What leaves after a window.
  ///
  /// @param seconds when one leaves the origin
  /// @param lastSeconds vehicles that leave later are left out
  record Beyond(int seconds, int lastSeconds, WeighedFares fares) {}

  /// A node near the origin, and the way there on foot.
  private interface Nearby {
    void at(int node, int walkSeconds);
  }

  private static void visit(
      TimetableView view, RangeQuery query, boolean[] blocked, Nearby nearby) {
    Foothold foothold = query.arriveBy() ? query.egress() : query.access();
    var byStop = view.timetable().nodes().byStop();
    for (int i = 0; i < foothold.count(); i++) {
      int stop = foothold.stops()[i];
      for (int at = byStop.start(stop); at < byStop.end(stop); at++) {
        int node = byStop.values()[at];
        if (blocked.length == 0 || !blocked[node]) {
          nearby.at(node, foothold.seconds()[i]);
        }
      }
    }
  }

  private void collectFirst(
      RangeQuery query, RaptorDays days, int node, int walkSeconds, Beyond beyond) {
    for (int day = 0; day < days.lines.length; day++) {
      Lines lines = days.lines[day];
      int shift = days.shifts[day];
      int ready = beyond.seconds() + walkSeconds - shift;
      for (int at = lines.nodeOffsets()[node]; at < lines.nodeOffsets()[node + 1]; at++) {
        int line = lines.nodeLines()[at];
        int dayLine = days.lineOffsets[day] + line;
        if (!days.usable[dayLine]) {
          continue;
        }
        int count = lines.tripCount(line);
        int first = lines.firstTrip(at, ready);
        boolean waits = beyond.fares().mayPayToWait(lines, line, query.maxRides());
        int before = 0;
        for (int trip = first; trip < count; trip++) {
          int departs = lines.leaves(at, trip) + shift;
          if (departs > beyond.lastSeconds()) {
            break;
          }
          boolean newer = waits && !beyond.fares().isAlike(before, departs);
          if (trip == first || newer || lines.continues(line, trip)) {
            add(beyond.seconds(), dayLine, trip, lines.nodeCalls()[at]);
            before = departs;
          } else if (!waits && !lines.hasSeatLinks()) {
            break;
          }
        }
      }
    }
  }

  private void collect(RangeQuery query, RaptorDays days, int node, int walkSeconds) {
    int first = query.firstSeconds() + walkSeconds;
    int last = first + query.windowSeconds();
    for (int day = 0; day < days.lines.length; day++) {
      Lines lines = days.lines[day];
      int shift = days.shifts[day];
      for (int at = lines.nodeOffsets()[node]; at < lines.nodeOffsets()[node + 1]; at++) {
        int line = lines.nodeLines()[at];
        int dayLine = days.lineOffsets[day] + line;
        if (!days.usable[dayLine]) {
          continue;
        }
        int count = lines.tripCount(line);
        for (int trip = lines.firstTrip(at, first - shift); trip < count; trip++) {
          int departs = lines.leaves(at, trip) + shift;
          if (departs > last) {
            break;
          }
          add(departs - walkSeconds, dayLine, trip, lines.nodeCalls()[at]);
        }
      }
    }
  }

  private void add(int departureSeconds, int dayLine, int trip, int call) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      dayLines = Arrays.copyOf(dayLines, 2 * size);
      trips = Arrays.copyOf(trips, 2 * size);
      calls = Arrays.copyOf(calls, 2 * size);
    }
    keys[size] = -(long) departureSeconds << 32 | size;
    dayLines[size] = dayLine;
    trips[size] = trip;
    calls[size] = call;
    size++;
  }

  /// The first event after those that leave when event `from` does.
  int endOf(int from) {
    int to = from + 1;
    while (to < size && seconds(to) == seconds(from)) {
      to++;
    }
    return to;
  }

  int size() {
    return size;
  }

  int seconds(int i) {
    return (int) -(keys[i] >> 32);
  }

  int dayLine(int i) {
    return dayLines[(int) keys[i]];
  }

  int trip(int i) {
    return trips[(int) keys[i]];
  }

  int call(int i) {
    return calls[(int) keys[i]];
  }
}
