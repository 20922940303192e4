package org.toret.router.raptor;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.IntList;
import org.toret.network.timetable.AlikePatterns;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.build.TripChains;

/// What runs on one service date, as a search wants it: only the patterns and trips active that
/// day, their times close together. 12 bytes per stop time of the day once a search was asked,
/// twice that once one in the other direction was too.
///
/// "Line" `l` below is what calls at the same places under the same rules that day: its calls are
/// those of pattern `patterns[l]`, its trips `tripOffsets[l] …`, sorted so that none overtakes
/// another; the times of its `i`-th trip start at `timeOffsets[l] + i × length`. In seconds since
/// the date's noon minus 12 h. Patterns that differ only because their trips overtake one another
/// on other dates, or because one of them is late today, are one line: searches pay for lines.
/// Immutable and thread-safe.
public final class DayTimetable {

  private final Timetable timetable;
  private final LocalDate date;
  private final int[] patterns;
  private final int[] activeOf;
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
    this.tripOffsets = active.tripOffsets.toArray();
    this.trips = active.trips.toArray();
    this.activeOf = new int[timetable.trips().count()];
    Arrays.fill(activeOf, -1);
    for (int i = 0; i < trips.length; i++) {
      activeOf[trips[i]] = i;
    }
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

  /// The position of a trip in `trips`, or -1 where it does not run that day. A trip of a timetable
  /// of later, which is the same on this date, does not.
  public int findActive(int trip) {
    return trip < activeOf.length ? activeOf[trip] : -1;
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
        int from = all.timeOffset(timetable.trips().patterns()[trips[i]], trips[i]);
        all.copyTimes(from, length, arrivals, departures, at);
      }
    }
  }

  /// The patterns and trips that run on a date.
  private static final class Active {

    private final Timetable timetable;
    private final IntList patterns = new IntList();
    private final IntList tripOffsets = new IntList();
    private final IntList trips = new IntList();
    private final IntList timeOffsets = new IntList();
    private int times;

    private Active(Timetable timetable) {
      this.timetable = timetable;
    }

    static Active on(Timetable timetable, LocalDate date) {
      Patterns all = timetable.patterns();
      boolean[] runs = running(timetable, Math.toIntExact(date.toEpochDay()));
      int[] services = timetable.trips().services();
      AlikePatterns looks = AlikePatterns.of(all);
      Map<Integer, IntList> alike = new LinkedHashMap<>();
      for (int pattern = 0; pattern < all.count(); pattern++) {
        IntList running = new IntList();
        for (int t = all.tripOffsets()[pattern]; t < all.tripOffsets()[pattern + 1]; t++) {
          if (runs[services[t]]) {
            running.add(t);
          }
        }
        if (!running.isEmpty()) {
          alike
              .computeIfAbsent(looks.first(pattern), fresh -> new IntList())
              .addAll(running.toArray());
        }
      }
      Active active = new Active(timetable);
      alike.forEach((first, trips) -> active.deal(first, trips.toArray()));
      active.tripOffsets.add(active.trips.size());
      active.timeOffsets.add(active.times);
      return active;
    }

    /// Deals trips of patterns that look alike to as few lines as may be.
    private void deal(int pattern, int[] alike) {
      int[] patternOf = timetable.trips().patterns();
      if (patternOf[alike[0]] == patternOf[alike[alike.length - 1]]) {
        add(pattern, alike);
      } else {
        for (int[] chain : TripChains.deal(times(pattern, alike))) {
          add(pattern, Arrays.stream(chain).map(i -> alike[i]).toArray());
        }
      }
    }

    private void add(int pattern, int[] ofLine) {
      patterns.add(pattern);
      tripOffsets.add(trips.size());
      timeOffsets.add(times);
      trips.addAll(ofLine);
      times += ofLine.length * timetable.patterns().length(pattern);
    }

    private TripChains.Times times(int pattern, int[] alike) {
      Patterns all = timetable.patterns();
      int[] offsets =
          Arrays.stream(alike)
              .map(trip -> all.timeOffset(timetable.trips().patterns()[trip], trip))
              .toArray();
      return new TripChains.Times() {
        @Override
        public int trips() {
          return alike.length;
        }

        @Override
        public int calls() {
          return all.length(pattern);
        }

        @Override
        public int arrival(int trip, int call) {
          return all.arrival(offsets[trip] + call);
        }

        @Override
        public int departure(int trip, int call) {
          return all.departure(offsets[trip] + call);
        }
      };
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
