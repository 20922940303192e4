package org.toret.router.raptor;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.IntList;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

/// What runs on one service date, as a search wants it: only the patterns and trips active that
/// day, their times close together. 8 bytes per stop time of the day, twice that once a search in
/// the other direction has been asked.
///
/// "Line" `l` below is one active pattern of the day: its calls are those of pattern `patterns[l]`,
/// its trips `tripOffsets[l] …`, sorted so that none overtakes another; the times of its `i`-th
/// trip start at `timeOffsets[l] + i × length`. In seconds since the date's noon minus 12 h.
/// Immutable and thread-safe.
public final class DayTimetable {

  private final Timetable timetable;
  private final LocalDate date;
  private final int[] patterns;
  private final int[] lineOf;
  private final int[] tripOffsets;
  private final int[] trips;
  private final int[] timeOffsets;
  private final int[] arrivals;
  private final int[] departures;
  private final int firstSeconds;
  private final int lastSeconds;
  private volatile @Nullable Lines forward;
  private volatile @Nullable Lines mirrored;

  private DayTimetable(Timetable timetable, LocalDate date, Active active) {
    this.timetable = timetable;
    this.date = date;
    this.patterns = active.patterns.toArray();
    this.lineOf = active.lineOf;
    this.tripOffsets = active.tripOffsets.toArray();
    this.trips = active.trips.toArray();
    this.timeOffsets = active.timeOffsets.toArray();
    this.arrivals = new int[timeOffsets[patterns.length]];
    this.departures = new int[arrivals.length];
    copyTimes(timetable.patterns());
    this.firstSeconds = Arrays.stream(departures).min().orElse(0);
    this.lastSeconds = Arrays.stream(arrivals).max().orElse(0);
  }

  /// Picks a date's trips out of a timetable.
  public static DayTimetable of(Timetable timetable, LocalDate date) {
    return new DayTimetable(timetable, date, Active.on(timetable, date));
  }

  public LocalDate date() {
    return date;
  }

  public int lines() {
    return patterns.length;
  }

  /// The pattern of each line.
  public int[] patterns() {
    return patterns;
  }

  /// The line of a pattern, -1 where it does not run that day. A pattern of a timetable of later,
  /// which is the same on this date, does not.
  public int lineOf(int pattern) {
    return pattern < lineOf.length ? lineOf[pattern] : -1;
  }

  public int[] tripOffsets() {
    return tripOffsets;
  }

  /// Index into [org.toret.network.timetable.Trips] of each active trip.
  public int[] trips() {
    return trips;
  }

  public int[] timeOffsets() {
    return timeOffsets;
  }

  public int[] arrivals() {
    return arrivals;
  }

  public int[] departures() {
    return departures;
  }

  public int tripCount(int line) {
    return tripOffsets[line + 1] - tripOffsets[line];
  }

  /// The first departure of the day.
  public int firstSeconds() {
    return firstSeconds;
  }

  /// The last arrival of the day.
  public int lastSeconds() {
    return lastSeconds;
  }

  /// The position of a trip in `trips`, or -1 where it does not run that day.
  public int findActive(int trip) {
    int[] patternOf = timetable.trips().patterns();
    int line = trip < patternOf.length ? lineOf[patternOf[trip]] : -1;
    if (line < 0) {
      return -1;
    }
    int at = Arrays.binarySearch(trips, tripOffsets[line], tripOffsets[line + 1], trip);
    return Math.max(at, -1);
  }

  /// The columns a search reads, in travelling order or mirrored in time.
  Lines lines(boolean mirror) {
    Lines known = mirror ? mirrored : forward;
    if (known != null) {
      return known;
    }
    Lines built = mirror ? Lines.mirrored(timetable, this) : Lines.forward(timetable, this);
    if (mirror) {
      mirrored = built;
    } else {
      forward = built;
    }
    return built;
  }

  private void copyTimes(Patterns all) {
    int at = 0;
    for (int line = 0; line < patterns.length; line++) {
      int length = all.length(patterns[line]);
      for (int i = tripOffsets[line]; i < tripOffsets[line + 1]; i++, at += length) {
        int from = all.timeOffset(patterns[line], trips[i]);
        all.copyTimes(from, length, arrivals, departures, at);
      }
    }
  }

  /// The patterns and trips that run on a date.
  private record Active(
      int[] lineOf, IntList patterns, IntList tripOffsets, IntList trips, IntList timeOffsets) {

    static Active on(Timetable timetable, LocalDate date) {
      Patterns all = timetable.patterns();
      boolean[] runs = running(timetable, Math.toIntExact(date.toEpochDay()));
      int[] services = timetable.trips().services();
      Active active =
          new Active(
              new int[all.count()], new IntList(), new IntList(), new IntList(), new IntList());
      int times = 0;
      for (int pattern = 0; pattern < all.count(); pattern++) {
        int before = active.trips.size();
        for (int t = all.tripOffsets()[pattern]; t < all.tripOffsets()[pattern + 1]; t++) {
          if (runs[services[t]]) {
            active.trips.add(t);
          }
        }
        int count = active.trips.size() - before;
        active.lineOf[pattern] = count == 0 ? -1 : active.patterns.size();
        if (count > 0) {
          active.patterns.add(pattern);
          active.tripOffsets.add(before);
          active.timeOffsets.add(times);
          times += count * all.length(pattern);
        }
      }
      active.tripOffsets.add(active.trips.size());
      active.timeOffsets.add(times);
      return active;
    }

    private static boolean[] running(Timetable timetable, int epochDay) {
      boolean[] runs = new boolean[timetable.calendar().services()];
      for (int service = 0; service < runs.length; service++) {
        runs[service] = timetable.calendar().runs(service, epochDay);
      }
      return runs;
    }
  }
}
