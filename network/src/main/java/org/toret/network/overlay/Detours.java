package org.toret.network.overlay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.network.overlay.DetourMaker.Detoured;

/// The runs that detours of all sources lead elsewhere, by trip and date. Immutable.
final class Detours {

  static final Detours NONE = new Detours(Map.of());

  private final Map<Key, Detoured> runs;

  private Detours(Map<Key, Detoured> runs) {
    this.runs = runs;
  }

  private record Key(int trip, int epochDay) {}

  /// @param said by all sources; of two detours of one run the first counts, and it is noted
  /// @param notices for each source
  static Detours of(
      TimetableIndex index, Iterable<FeedChanges> said, Function<FeedChanges, Notices> notices) {
    Map<Key, Detoured> runs = new HashMap<>();
    for (FeedChanges one : said) {
      if (!one.detours().isEmpty()) {
        new Collector(index, one, notices.apply(one), runs).collect();
      }
    }
    return runs.isEmpty() ? NONE : new Detours(runs);
  }

  /// How a published trip is led on a date; empty where it goes as published.
  Optional<Detoured> find(int trip, LocalDate date) {
    return Optional.ofNullable(runs.get(new Key(trip, Math.toIntExact(date.toEpochDay()))));
  }

  /// What becomes of the runs where nothing else is said of them.
  List<RunChange> changes() {
    List<RunChange> changes = new ArrayList<>();
    runs.forEach((key, detoured) ->
        changes.add(
            new RunChange(key.epochDay(), key.trip(), TripChange.Kind.DETOURED, detoured.run())));
    return changes;
  }

  /// Reads the detours of one source.
  private static final class Collector {

    private final TimetableIndex index;
    private final FeedChanges said;
    private final Notices notices;
    private final Map<Key, Detoured> runs;
    private final String prefix;
    private final DetourMaker maker;
    private final RunFinder finder;

    Collector(TimetableIndex index, FeedChanges said, Notices notices, Map<Key, Detoured> runs) {
      this.index = index;
      this.said = said;
      this.notices = notices;
      this.runs = runs;
      this.prefix = said.feed() + ":";
      this.maker = new DetourMaker(index, prefix);
      this.finder = new RunFinder(index, index.feed(said.feed()), prefix, said.atEpochSeconds());
    }

    void collect() {
      if (index.feed(said.feed()) < 0) {
        note("live_unknown_feed", Severity.ERROR, said.feed());
        return;
      }
      for (Detour detour : said.detours()) {
        for (Detour.Group group : detour.groups()) {
          for (String id : group.tripIds()) {
            List<Integer> trips = trips(id, detour.startSeconds());
            if (trips.isEmpty()) {
              note("live_unknown_trip", Severity.WARNING, id);
            }
            trips.forEach(trip -> lead(trip, detour, group));
          }
        }
      }
    }

    /// A trip, or all runs meant of one that is repeated.
    private List<Integer> trips(String id, List<Integer> starts) {
      int trip = index.trip(prefix + id);
      if (trip >= 0) {
        return List.of(trip);
      }
      if (starts.isEmpty()) {
        return index.repeated(prefix + id);
      }
      return starts.stream()
          .map(start -> finder.trip(id, OptionalInt.of(start)))
          .filter(found -> found >= 0)
          .toList();
    }

    private void lead(int trip, Detour detour, Detour.Group group) {
      List<LocalDate> dates =
          detour.dates().isEmpty()
              ? finder.date(trip, Optional.empty()).stream().toList()
              : detour.dates().stream().filter(date -> index.runs(trip, date)).toList();
      if (dates.isEmpty()) {
        return;
      }
      Optional<Detoured> detoured = maker.detoured(trip, detour, group.line());
      String id = index.timetable().trips().ids().get(trip);
      if (maker.unknownCalls() > 0) {
        note("live_detour_unclear", Severity.WARNING, id, maker.unknownCalls());
      }
      if (maker.unknownStops() > 0) {
        note("live_stop_unknown", Severity.WARNING, id, maker.unknownStops());
      }
      if (detoured.isEmpty()) {
        note("live_run_incomplete", Severity.ERROR, id);
        return;
      }
      for (LocalDate date : dates) {
        Key key = new Key(trip, Math.toIntExact(date.toEpochDay()));
        if (runs.putIfAbsent(key, detoured.get()) != null) {
          note("live_detour_twice", Severity.WARNING, id, date);
        }
      }
    }

    private void note(String code, Severity severity, Object... args) {
      notices.add(Notice.of(code, severity, Place.ofFeed(said.feed()), args));
    }
  }
}
