package org.toret.network.overlay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

/// The timetable as it is true at a moment: the published one, and on touched dates what goes
/// otherwise. Immutable and thread-safe.
///
/// [#timetable] is a whole timetable, read like any other. Rows of the published one keep their
/// index; what goes otherwise stands behind them, as trips of patterns of their own that run on
/// their date alone, while the published trip does not run on it.
public final class LiveTimetable {

  private static final byte NOT_HERE = 1;

  private final Timetable published;
  private final Timetable timetable;
  private final Map<LocalDate, Day> days = new TreeMap<>();
  private final int[] standsFor;
  private final TripChange.Kind[] kinds;
  private final Map<LocalDate, Map<Integer, TripChange.Kind>> onTime;

  /// A touched date.
  ///
  /// @param firstPattern first of its patterns
  /// @param firstTrip first of its trips
  private record Day(DayRuns runs, int firstPattern, int firstTrip, Map<Integer, Integer> moved) {}

  /// What becomes of a published trip on one date.
  ///
  /// @param trip index of the trip that runs instead, -1 where none does
  public record Change(TripChange.Kind kind, int trip) {}

  /// @param onTime the published trips that are said to run as published, by date
  LiveTimetable(
      Timetable published,
      List<DayRuns> touched,
      Map<LocalDate, Map<Integer, TripChange.Kind>> onTime) {
    this.published = published;
    this.onTime = onTime;
    this.timetable = touched.isEmpty() ? published : TimetableMerge.of(published, touched);
    this.standsFor = new int[timetable.trips().count() - published.trips().count()];
    this.kinds = new TripChange.Kind[standsFor.length];
    int pattern = published.patterns().count();
    int trip = published.trips().count();
    for (DayRuns runs : touched) {
      Map<Integer, Integer> moved = new TreeMap<>();
      days.put(runs.date(), new Day(runs, pattern, trip, moved));
      for (List<RunChange> ofPattern : runs.patterns()) {
        for (RunChange change : ofPattern) {
          standsFor[trip - published.trips().count()] = change.trip();
          kinds[trip - published.trips().count()] = change.kind();
          if (change.trip() >= 0) {
            moved.put(change.trip(), trip);
          }
          trip++;
        }
        pattern++;
      }
    }
  }

  private LiveTimetable(LiveTimetable same, Map<LocalDate, Map<Integer, TripChange.Kind>> onTime) {
    this.published = same.published;
    this.timetable = same.timetable;
    this.days.putAll(same.days);
    this.standsFor = same.standsFor;
    this.kinds = same.kinds;
    this.onTime = onTime;
  }

  /// The same with other trips said to run as published; itself where they are the same.
  LiveTimetable with(Map<LocalDate, Map<Integer, TripChange.Kind>> saidOnTime) {
    return saidOnTime.equals(onTime) ? this : new LiveTimetable(this, saidOnTime);
  }

  /// A timetable of which nothing else is known.
  public static LiveTimetable asPublished(Timetable timetable) {
    return new LiveTimetable(timetable, List.of(), Map.of());
  }

  /// The timetable of now.
  public Timetable timetable() {
    return timetable;
  }

  /// The timetable as published.
  public Timetable published() {
    return published;
  }

  /// The service dates on which something goes otherwise than published.
  public Set<LocalDate> dates() {
    return Set.copyOf(days.keySet());
  }

  /// The service dates on which trips are said to run as published.
  public Set<LocalDate> datesOnTime() {
    return onTime.keySet();
  }

  /// The published trips that are said to run as published on a date.
  public Set<Integer> onTime(LocalDate date) {
    return onTime.getOrDefault(date, Map.of()).keySet();
  }

  /// Who says that a trip runs on a date as it stands here: [TripChange.Kind#SEEN] where nobody but
  /// where its vehicle is; empty where nothing is said of a published one.
  public Optional<TripChange.Kind> findSaid(int trip, LocalDate date) {
    return trip < published.trips().count()
        ? Optional.ofNullable(onTime.getOrDefault(date, Map.of()).get(trip))
        : Optional.of(kind(trip));
  }

  /// Whether a service date is the same in both, row by row, so that what was made of it for one
  /// serves for the other.
  public boolean isSameOn(LocalDate date, LiveTimetable other) {
    Day own = days.get(date);
    Day theirs = other.days.get(date);
    return own == null || theirs == null
        ? own == theirs && published == other.published
        : own.runs() == theirs.runs()
            && own.firstPattern() == theirs.firstPattern()
            && own.firstTrip() == theirs.firstTrip();
  }

  /// What becomes of a published trip on a date; empty where it runs as published, or not at all.
  public Optional<Change> findChange(int trip, LocalDate date) {
    Day day = days.get(date);
    @Nullable RunChange change = day == null ? null : day.runs().change(trip);
    return change == null || day == null
        ? Optional.empty()
        : Optional.of(new Change(change.kind(), day.moved().getOrDefault(trip, -1)));
  }

  /// The published trip that a trip stands for: itself where it is published, -1 where it stands
  /// for none.
  public int publishedTrip(int trip) {
    int first = published.trips().count();
    return trip < first ? trip : standsFor[trip - first];
  }

  /// How a trip stands to the timetable: [TripChange.Kind#RUNS] as published, early or late.
  public TripChange.Kind kind(int trip) {
    int first = published.trips().count();
    return trip < first ? TripChange.Kind.RUNS : kinds[trip - first];
  }

  /// The trip that runs for a published one on a date: another, itself, or -1 where none does.
  /// Whether the date is one on which it is published to run is not asked.
  public int tripOn(int trip, LocalDate date) {
    return findChange(trip, date).map(Change::trip).orElse(trip);
  }

  /// The published trips that do not run on a date, as travellers should see.
  public List<Integer> canceled(LocalDate date) {
    List<Integer> canceled = new ArrayList<>();
    Day day = days.get(date);
    if (day != null) {
      for (int trip : day.runs().trips()) {
        RunChange change = day.runs().change(trip);
        if (change != null && change.kind() == TripChange.Kind.CANCELED) {
          canceled.add(trip);
        }
      }
    }
    return canceled;
  }

  /// The call of the published trip that a call of a trip stands for, -1 where it stands for none.
  public int publishedCall(int trip, int call) {
    int stands = publishedTrip(trip);
    if (stands == trip) {
      return call;
    }
    if (stands < 0) {
      return -1;
    }
    Patterns patterns = timetable.patterns();
    int own = timetable.trips().patterns()[trip];
    int theirs = timetable.trips().patterns()[stands];
    if (kind(trip) == TripChange.Kind.REPLACED) {
      return new SameStops(timetable, own, theirs).of(call);
    }
    if (patterns.length(own) == patterns.length(theirs) && kind(trip) != TripChange.Kind.DETOURED) {
      return call;
    }
    int sequence = patterns.sequences()[patterns.stopOffsets()[own] + call];
    for (int i = 0; i < patterns.length(theirs); i++) {
      if (patterns.sequences()[patterns.stopOffsets()[theirs] + i] == sequence) {
        return i;
      }
    }
    return -1;
  }

  /// The calls of a run told in full that stand for published ones: as many as possible at the same
  /// stop, or another of its station, in order. Numbers of calls say nothing, since such a run is
  /// numbered anew.
  private record SameStops(Timetable timetable, int own, int theirs) {

    /// Longest common subsequence, in calls times calls.
    int of(int wanted) {
      int length = timetable.patterns().length(own);
      int published = timetable.patterns().length(theirs);
      int[][] most = new int[length + 1][published + 1];
      for (int call = length - 1; call >= 0; call--) {
        for (int other = published - 1; other >= 0; other--) {
          most[call][other] =
              isSame(call, other)
                  ? most[call + 1][other + 1] + 1
                  : Math.max(most[call + 1][other], most[call][other + 1]);
        }
      }
      int call = 0;
      int other = 0;
      while (call < length && other < published) {
        if (isSame(call, other)) {
          if (call == wanted) {
            return other;
          }
          call++;
          other++;
        } else if (most[call + 1][other] >= most[call][other + 1]) {
          call++;
        } else {
          other++;
        }
      }
      return -1;
    }

    private boolean isSame(int call, int other) {
      int stop = timetable.stop(own, call);
      int meant = timetable.stop(theirs, other);
      return stop == meant || timetable.stops().station(stop) == timetable.stops().station(meant);
    }
  }

  /// Whether a run passes a stop at which the published trip it stands for calls.
  public boolean passes(int trip, int call) {
    int stands = publishedTrip(trip);
    int meant = publishedCall(trip, call);
    return meant >= 0 && stands != trip && !calls(trip, call) && calls(stands, meant);
  }

  /// Whether somebody may get in or out at a call.
  public boolean calls(int trip, int call) {
    Patterns patterns = timetable.patterns();
    int at = patterns.stopOffsets()[timetable.trips().patterns()[trip]] + call;
    return patterns.pickups()[at] != NOT_HERE || patterns.dropOffs()[at] != NOT_HERE;
  }

  /// What was made of a date; null where it is as published.
  @Nullable DayRuns runs(LocalDate date) {
    Day day = days.get(date);
    return day == null ? null : day.runs();
  }
}
