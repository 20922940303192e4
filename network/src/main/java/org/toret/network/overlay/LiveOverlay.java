package org.toret.network.overlay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.toret.base.notice.Notices;
import org.toret.network.timetable.Timetable;

/// Keeps what all sources say now, and the timetable that follows from it.
///
/// Readers take [#current], a single volatile reference, and never wait. Writers take turns. An
/// update reads what its source says, builds anew the dates on which anything has changed, and
/// takes over the others as they are; when nothing has changed, nothing is swapped.
///
/// Cost of an update: some microseconds for each run spoken of, and a copy of the columns with one
/// element for each pattern, call of a pattern and trip. The times of the timetable are shared.
public final class LiveOverlay {

  private final TimetableIndex index;
  private final Map<String, FeedChanges> said = new LinkedHashMap<>();
  private final Map<String, List<RunChange>> bySource = new LinkedHashMap<>();
  private Detours detours = Detours.NONE;
  private volatile LiveTimetable current;

  public LiveOverlay(Timetable timetable) {
    this.index = new TimetableIndex(timetable);
    this.current = LiveTimetable.asPublished(timetable);
  }

  /// What is true now.
  public LiveTimetable current() {
    return current;
  }

  /// Takes what a source says instead of all that it said before. Of two sources that speak of the
  /// same run the one that came later to the overlay counts.
  ///
  /// @param notices gets what cannot be used, and what was mended
  public synchronized LiveTimetable update(FeedChanges news, Notices notices) {
    FeedChanges before = said.put(news.source(), news);
    boolean sameDetours =
        before == null
            ? news.detours().isEmpty()
            : before.feed().equals(news.feed()) && before.detours().equals(news.detours());
    if (sameDetours) {
      bySource.put(news.source(), ChangeResolver.resolve(index, news, detours, notices));
    } else {
      detour(news, notices);
    }
    return swap();
  }

  /// The published runs that a source speaks of, those on time too, each as it is told. Changes
  /// nothing; costs some microseconds a run.
  public List<ToldRun> listTold(FeedChanges said) {
    return ToldRuns.of(index, said);
  }

  /// The timetable as published.
  public Timetable published() {
    return index.timetable();
  }

  /// Forgets a source, for example when it has been silent for too long.
  public synchronized LiveTimetable forget(String source) {
    FeedChanges before = said.remove(source);
    bySource.remove(source);
    if (before != null && !before.detours().isEmpty()) {
      detour(before, new Notices());
    }
    return swap();
  }

  /// Other detours change what the words of all sources mean.
  ///
  /// @param notices for the source whose news these are; what is wrong with the others was told
  private void detour(FeedChanges news, Notices notices) {
    Notices told = new Notices();
    detours = Detours.of(index, said.values(), source -> source == news ? notices : told);
    said.forEach((source, theirs) -> {
      Notices own = theirs == news ? notices : told;
      bySource.put(source, ChangeResolver.resolve(index, theirs, detours, own));
    });
  }

  private LiveTimetable swap() {
    LiveTimetable before = current;
    List<DayRuns> days = new ArrayList<>();
    boolean same = true;
    Map<LocalDate, Map<Integer, TripChange.Kind>> onTime = new TreeMap<>();
    for (Map.Entry<LocalDate, Map<String, RunChange>> entry : byDate().entrySet()) {
      List<RunChange> changes = new ArrayList<>();
      for (RunChange change : entry.getValue().values()) {
        if (change.isOnTime()) {
          onTime
              .computeIfAbsent(entry.getKey(), fresh -> new TreeMap<>())
              .put(change.trip(), change.kind());
        } else {
          changes.add(change);
        }
      }
      if (changes.isEmpty()) {
        continue;
      }
      DayRuns fresh = DayRuns.of(entry.getKey(), changes, index);
      @Nullable DayRuns known = before.runs(entry.getKey());
      boolean kept = known != null && known.sameAs(fresh);
      same &= kept;
      days.add(kept && known != null ? known : fresh);
    }
    current =
        same && days.size() == before.dates().size()
            ? before.with(onTime)
            : new LiveTimetable(index.timetable(), days, onTime);
    return current;
  }

  private Map<LocalDate, Map<String, RunChange>> byDate() {
    Map<LocalDate, Map<String, RunChange>> dates = new TreeMap<>();
    detours.changes().forEach(change -> put(dates, change));
    bySource.values().forEach(changes -> changes.forEach(change -> put(dates, change)));
    return dates;
  }

  private static void put(Map<LocalDate, Map<String, RunChange>> dates, RunChange change) {
    dates
        .computeIfAbsent(LocalDate.ofEpochDay(change.epochDay()), fresh -> new LinkedHashMap<>())
        .put(key(change), change);
  }

  private static String key(RunChange change) {
    LiveRun run = change.run();
    return change.trip() >= 0 || run == null ? "#" + change.trip() : run.traits().id();
  }
}
