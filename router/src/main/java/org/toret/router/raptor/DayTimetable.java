package org.toret.router.raptor;

import java.time.LocalDate;
import java.util.Arrays;
import org.toret.base.columns.IntList;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

/// What runs on one service date, as a search wants it: only the patterns and trips active that
/// day, their times close together. 8 bytes per stop time of the day.
///
/// "Line" `l` below is one active pattern of the day: its calls are those of pattern `patterns[l]`,
/// its trips `tripOffsets[l] …`, sorted so that none overtakes another; the times of its `i`-th
/// trip start at `timeOffsets[l] + i × length`. In seconds since the date's noon minus 12 h.
///
/// @param lineOf line of each pattern, -1 where it does not run that day
/// @param trips index into [org.toret.network.timetable.Trips] of each active trip
public record DayTimetable(
    LocalDate date,
    int[] patterns,
    int[] lineOf,
    int[] tripOffsets,
    int[] trips,
    int[] timeOffsets,
    int[] arrivals,
    int[] departures,
    int firstSeconds,
    int lastSeconds) {

  public int lines() {
    return patterns.length;
  }

  public int tripCount(int line) {
    return tripOffsets[line + 1] - tripOffsets[line];
  }

  /// Picks a date's trips out of a timetable.
  public static DayTimetable of(Timetable timetable, LocalDate date) {
    Patterns all = timetable.patterns();
    int epochDay = Math.toIntExact(date.toEpochDay());
    int services = timetable.calendar().services();
    boolean[] runs = new boolean[services];
    for (int service = 0; service < services; service++) {
      runs[service] = timetable.calendar().runs(service, epochDay);
    }
    int[] tripServices = timetable.trips().services();
    IntList patterns = new IntList();
    IntList tripOffsets = new IntList();
    IntList trips = new IntList();
    IntList timeOffsets = new IntList();
    int[] lineOf = new int[all.count()];
    int times = 0;
    for (int pattern = 0; pattern < all.count(); pattern++) {
      int before = trips.size();
      for (int t = all.tripOffsets()[pattern]; t < all.tripOffsets()[pattern + 1]; t++) {
        if (runs[tripServices[t]]) {
          trips.add(t);
        }
      }
      lineOf[pattern] = trips.size() == before ? -1 : patterns.size();
      if (trips.size() > before) {
        patterns.add(pattern);
        tripOffsets.add(before);
        timeOffsets.add(times);
        times += (trips.size() - before) * all.length(pattern);
      }
    }
    tripOffsets.add(trips.size());
    timeOffsets.add(times);
    return filled(
        all,
        date,
        patterns.toArray(),
        lineOf,
        tripOffsets.toArray(),
        trips.toArray(),
        timeOffsets.toArray());
  }

  private static DayTimetable filled(
      Patterns all,
      LocalDate date,
      int[] patterns,
      int[] lineOf,
      int[] tripOffsets,
      int[] trips,
      int[] timeOffsets) {
    int[] arrivals = new int[timeOffsets[patterns.length]];
    int[] departures = new int[arrivals.length];
    int at = 0;
    for (int line = 0; line < patterns.length; line++) {
      int length = all.length(patterns[line]);
      for (int i = tripOffsets[line]; i < tripOffsets[line + 1]; i++, at += length) {
        int from = all.timeOffset(patterns[line], trips[i]);
        System.arraycopy(all.arrivals(), from, arrivals, at, length);
        System.arraycopy(all.departures(), from, departures, at, length);
      }
    }
    int first = Arrays.stream(departures).min().orElse(0);
    int last = Arrays.stream(arrivals).max().orElse(0);
    return new DayTimetable(
        date, patterns, lineOf, tripOffsets, trips, timeOffsets, arrivals, departures, first, last);
  }
}
