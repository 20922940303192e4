package org.toret.feeds.gtfs.read;

import static org.toret.feeds.gtfs.table.GtfsTable.ABSENT;

import org.toret.feeds.gtfs.table.FileNotices;

/// Completes and repairs the times of a trip, so that every call has both and none goes back.
///
/// In this order: one time stands for a missing other; a clock that starts again at midnight goes
/// on counting; times that contradict most others of the trip are dropped; calls before the first
/// and after the last time are left out; blank times between are interpolated by
/// `shape_dist_traveled` where it grows, else by straight-line distance between stops.
public final class TimeMender {

  private static final int DAY_SECONDS = 86_400;

  private final StopTable stops;
  private final FileNotices notices;
  private double alongMetres;
  private double[] metres = new double[64];
  private long interpolated;

  public TimeMender(StopTable stops, FileNotices notices) {
    this.stops = stops;
    this.notices = notices;
  }

  /// How many blank times were interpolated in all.
  public long interpolated() {
    return interpolated;
  }

  /// Mends the times of a trip; calls whose times cannot be known are cut off.
  public void mend(TripCalls calls) {
    checkDistances(calls);
    complete(calls);
    passMidnight(calls);
    if (goesBack(calls)) {
      dropContradictions(calls);
    }
    trim(calls);
    interpolate(calls);
  }

  private void checkDistances(TripCalls calls) {
    for (int i = 1; i < calls.count(); i++) {
      if (calls.distances[i] < calls.distances[i - 1]) {
        notices.warn(calls.line(i), "shape_dist_traveled", "distance_goes_back");
        return;
      }
    }
  }

  private void complete(TripCalls calls) {
    for (int i = 0; i < calls.count(); i++) {
      boolean arrives = calls.arrivals[i] != ABSENT;
      boolean departs = calls.departures[i] != ABSENT;
      if (arrives != departs) {
        boolean needless = (i == 0 && departs) || (i == calls.count() - 1 && arrives);
        if (!needless) {
          String missing = arrives ? "departure_time" : "arrival_time";
          notices.warn(calls.line(i), missing, "missing_half_of_time", missing);
        }
        int known = arrives ? calls.arrivals[i] : calls.departures[i];
        calls.arrivals[i] = known;
        calls.departures[i] = known;
      } else if (arrives && calls.departures[i] < calls.arrivals[i]) {
        departBeforeArrival(calls, i);
      }
    }
  }

  private void departBeforeArrival(TripCalls calls, int i) {
    if (calls.departures[i] + DAY_SECONDS - calls.arrivals[i] < DAY_SECONDS / 2) {
      notices.warn(calls.line(i), "departure_time", "time_past_midnight");
      calls.departures[i] += DAY_SECONDS;
    } else {
      notices.warn(calls.line(i), "departure_time", "departure_before_arrival");
      calls.departures[i] = calls.arrivals[i];
    }
  }

  /// A time more than half a day earlier than the one before it is meant on the next day, as long
  /// as the trip then takes less than a day.
  private void passMidnight(TripCalls calls) {
    int shift = 0;
    int first = ABSENT;
    int last = ABSENT;
    for (int i = 0; i < calls.count(); i++) {
      if (calls.arrivals[i] == ABSENT) {
        continue;
      }
      int time = calls.arrivals[i] + shift;
      first = first == ABSENT ? time : first;
      if (last != ABSENT && last - time > DAY_SECONDS / 2 && time < first) {
        shift += DAY_SECONDS;
        notices.warn(calls.line(i), "arrival_time", "time_past_midnight");
      }
      calls.arrivals[i] += shift;
      calls.departures[i] += shift;
      last = calls.departures[i];
    }
  }

  private static boolean goesBack(TripCalls calls) {
    int last = ABSENT;
    for (int i = 0; i < calls.count(); i++) {
      if (calls.arrivals[i] != ABSENT) {
        if (calls.arrivals[i] < last) {
          return true;
        }
        last = calls.departures[i];
      }
    }
    return false;
  }

  /// Keeps the longest series of times that never goes back, and blanks the others. Among series of
  /// one length the one that ends earliest is carried on; O(calls × log calls).
  private void dropContradictions(TripCalls calls) {
    int count = calls.count();
    int[] lastOfLength = new int[count];
    int[] before = new int[count];
    int longest = 0;
    for (int i = 0; i < count; i++) {
      if (calls.arrivals[i] == ABSENT) {
        continue;
      }
      int length = longestBefore(calls, lastOfLength, longest, calls.arrivals[i]);
      before[i] = length == 0 ? -1 : lastOfLength[length - 1];
      if (length == longest) {
        lastOfLength[longest++] = i;
      } else if (calls.departures[i] < calls.departures[lastOfLength[length]]) {
        lastOfLength[length] = i;
      }
    }
    boolean[] kept = new boolean[count];
    for (int i = longest == 0 ? -1 : lastOfLength[longest - 1]; i >= 0; i = before[i]) {
      kept[i] = true;
    }
    for (int i = 0; i < count; i++) {
      if (!kept[i] && calls.arrivals[i] != ABSENT) {
        notices.error(calls.line(i), "arrival_time", "decreasing_time");
        calls.arrivals[i] = ABSENT;
        calls.departures[i] = ABSENT;
      }
    }
  }

  /// Length of the longest series that has left by a time.
  private static int longestBefore(TripCalls calls, int[] lastOfLength, int longest, int time) {
    int from = 0;
    int to = longest;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (calls.departures[lastOfLength[middle]] <= time) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private void trim(TripCalls calls) {
    int from = 0;
    int to = calls.count();
    while (from < to && calls.arrivals[from] == ABSENT) {
      notices.error(calls.line(from), "departure_time", "missing_endpoint_time");
      from++;
    }
    while (to > from && calls.arrivals[to - 1] == ABSENT) {
      notices.error(calls.line(to - 1), "arrival_time", "missing_endpoint_time");
      to--;
    }
    if (from > 0 || to < calls.count()) {
      calls.cut(from, to);
    }
  }

  private void interpolate(TripCalls calls) {
    for (int i = 1; i < calls.count(); i++) {
      if (calls.arrivals[i] == ABSENT) {
        int end = i;
        while (calls.arrivals[end] == ABSENT) {
          end++;
        }
        fill(calls, i - 1, end);
        i = end;
      }
    }
  }

  private void fill(TripCalls calls, int from, int to) {
    double total = byShape(calls, from, to) ? alongMetres : byStops(calls, from, to);
    int start = calls.departures[from];
    int seconds = calls.arrivals[to] - start;
    for (int i = from + 1; i < to; i++) {
      double share = total > 0 ? metres[i - from] / total : (double) (i - from) / (to - from);
      calls.arrivals[i] = start + (int) Math.round(share * seconds);
      calls.departures[i] = calls.arrivals[i];
      interpolated++;
    }
  }

  /// Fills `metres` from published distances; false when they are missing or go back.
  private boolean byShape(TripCalls calls, int from, int to) {
    makeRoom(to - from + 1);
    for (int i = from; i <= to; i++) {
      metres[i - from] = calls.distances[i] - calls.distances[from];
      double last = i == from ? 0 : metres[i - from - 1];
      if (!(metres[i - from] >= last)) {
        return false;
      }
    }
    alongMetres = metres[to - from];
    return alongMetres > 0;
  }

  private double byStops(TripCalls calls, int from, int to) {
    makeRoom(to - from + 1);
    metres[0] = 0;
    for (int i = from + 1; i <= to; i++) {
      metres[i - from] = metres[i - from - 1] + stops.metres(calls.stops[i - 1], calls.stops[i]);
    }
    return metres[to - from];
  }

  private void makeRoom(int needed) {
    if (needed > metres.length) {
      metres = new double[Math.max(needed, 2 * metres.length)];
    }
  }
}
