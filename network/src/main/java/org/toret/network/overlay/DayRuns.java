package org.toret.network.overlay;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.toret.network.timetable.build.TripChains;

/// Everything that goes otherwise than published on one date, dealt to patterns in which no run
/// overtakes another. Immutable; compared by what becomes of the runs.
///
/// A trip from which one may stay seated into a trip that moves has to move too, since the two must
/// stand side by side.
final class DayRuns {

  private final LocalDate date;
  private final Map<Integer, RunChange> byTrip;
  private final List<RunChange> changes;
  private final List<List<RunChange>> patterns;

  private DayRuns(LocalDate date, Map<Integer, RunChange> byTrip, List<RunChange> changes) {
    this.date = date;
    this.byTrip = byTrip;
    this.changes = changes;
    this.patterns = dealt(changes);
  }

  /// @param changes of published trips, each at most once, and of runs not published
  static DayRuns of(LocalDate date, List<RunChange> changes, TimetableIndex index) {
    Map<Integer, RunChange> byTrip = new TreeMap<>();
    List<RunChange> all = new ArrayList<>();
    for (RunChange change : changes) {
      if (change.trip() < 0) {
        all.add(change);
      } else {
        byTrip.put(change.trip(), change);
      }
    }
    moveTripsBefore(date, byTrip, index);
    all.sort(Comparator.comparing(DayRuns::id));
    all.addAll(0, byTrip.values());
    return new DayRuns(date, byTrip, List.copyOf(all));
  }

  private static void moveTripsBefore(
      LocalDate date, Map<Integer, RunChange> byTrip, TimetableIndex index) {
    RunMaker maker = new RunMaker(index, "");
    Deque<Integer> moved = new ArrayDeque<>();
    byTrip.values().stream()
        .filter(change -> change.run() != null)
        .forEach(change -> moved.add(change.trip()));
    while (!moved.isEmpty()) {
      for (int before : index.tripsBefore(moved.pop())) {
        if (!byTrip.containsKey(before) && index.runs(before, date)) {
          int day = Math.toIntExact(date.toEpochDay());
          byTrip.put(
              before, new RunChange(day, before, TripChange.Kind.RUNS, maker.published(before)));
          moved.add(before);
        }
      }
    }
  }

  private static String id(RunChange change) {
    LiveRun run = change.run();
    return run == null ? "" : run.traits().id();
  }

  LocalDate date() {
    return date;
  }

  /// What becomes of a published trip, null where it runs as published.
  @Nullable RunChange change(int trip) {
    return byTrip.get(trip);
  }

  /// Every published trip that does not run as published.
  Iterable<Integer> trips() {
    return byTrip.keySet();
  }

  /// The runs pattern by pattern, in order of time.
  List<List<RunChange>> patterns() {
    return patterns;
  }

  boolean sameAs(DayRuns other) {
    return date.equals(other.date) && changes.equals(other.changes);
  }

  private static List<List<RunChange>> dealt(List<RunChange> changes) {
    Map<Look, List<RunChange>> groups = new HashMap<>();
    List<Look> order = new ArrayList<>();
    for (RunChange change : changes) {
      if (change.run() != null) {
        Look look = new Look(change.run());
        groups
            .computeIfAbsent(
                look,
                fresh -> {
                  order.add(fresh);
                  return new ArrayList<>();
                })
            .add(change);
      }
    }
    List<List<RunChange>> patterns = new ArrayList<>();
    for (Look look : order) {
      List<RunChange> group = groups.getOrDefault(look, List.of());
      for (int[] chain : TripChains.deal(times(group))) {
        patterns.add(java.util.Arrays.stream(chain).mapToObj(group::get).toList());
      }
    }
    return List.copyOf(patterns);
  }

  private static TripChains.Times times(List<RunChange> group) {
    List<LiveRun> runs =
        group.stream().map(RunChange::run).filter(java.util.Objects::nonNull).toList();
    return new TripChains.Times() {
      @Override
      public int trips() {
        return runs.size();
      }

      @Override
      public int calls() {
        return runs.getFirst().length();
      }

      @Override
      public int arrival(int trip, int call) {
        return runs.get(trip).arrivals()[call];
      }

      @Override
      public int departure(int trip, int call) {
        return runs.get(trip).departures()[call];
      }
    };
  }

  /// A run as a key: equal where two runs can share a pattern.
  private record Look(LiveRun run) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Look(LiveRun theirs) && run.looksLike(theirs);
    }

    @Override
    public int hashCode() {
      return run.lookHash();
    }
  }
}
