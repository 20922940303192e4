package org.toret.network.overlay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;

/// Turns what one source says into what becomes of single runs, against the timetable. What cannot
/// be understood is noted, and the run stays as published.
final class ChangeResolver {

  private final TimetableIndex index;
  private final FeedChanges said;
  private final Notices notices;
  private final String prefix;
  private final int feed;
  private final RunFinder finder;
  private final RunMaker maker;
  private final Detours detours;
  private final Map<String, RunChange> resolved = new HashMap<>();

  private ChangeResolver(TimetableIndex index, FeedChanges said, Detours detours, Notices notices) {
    this.index = index;
    this.said = said;
    this.detours = detours;
    this.notices = notices;
    this.prefix = said.feed() + ":";
    this.feed = index.feed(said.feed());
    this.finder = new RunFinder(index, feed, prefix, said.atEpochSeconds());
    this.maker = new RunMaker(index, prefix);
  }

  /// What becomes of the runs that a source speaks of, each at most once.
  ///
  /// @param detours of all sources
  static List<RunChange> resolve(
      TimetableIndex index, FeedChanges said, Detours detours, Notices notices) {
    return new ChangeResolver(index, said, detours, notices).resolve();
  }

  private List<RunChange> resolve() {
    if (feed < 0) {
      note("live_unknown_feed", Severity.ERROR, said.feed());
      return List.of();
    }
    for (TripChange change : said.changes()) {
      Optional<RunChange> run =
          switch (change.kind()) {
            case RUNS, SEEN, CANCELED, DELETED -> published(change);
            case DETOURED -> Optional.empty();
            case REPLACED -> replaced(change);
            case ADDED -> added(change);
            case COPIED -> copied(change);
          };
      run.ifPresent(this::keep);
    }
    // who knows of the detour says more than who speaks of the published run beside
    for (TripChange change : said.changes()) {
      if (change.kind() == TripChange.Kind.DETOURED) {
        detoured(change).ifPresent(run -> resolved.put(key(run), run));
      }
    }
    return new ArrayList<>(resolved.values());
  }

  private void keep(RunChange change) {
    if (resolved.put(key(change), change) != null) {
      note("live_run_twice", Severity.WARNING, id(change), LocalDate.ofEpochDay(change.epochDay()));
    }
  }

  private String key(RunChange change) {
    return change.epochDay() + "|" + id(change);
  }

  private String id(RunChange change) {
    LiveRun run = change.run();
    return run == null || change.trip() >= 0
        ? index.timetable().trips().ids().get(change.trip())
        : run.traits().id();
  }

  private Optional<RunChange> detoured(TripChange change) {
    Optional<RunFinder.Found> found = find(change);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    LocalDate date = found.get().date();
    Optional<DetourMaker.Detoured> led = detours.find(found.get().trip(), date);
    if (led.isEmpty()) {
      note("live_detour_unknown", Severity.WARNING, change.tripId(), date);
      return Optional.empty();
    }
    LiveRun run = maker.told(led.get(), change, index.origin(feed, date));
    noteFaults(change);
    return Optional.of(new RunChange(day(date), found.get().trip(), change.kind(), run));
  }

  private Optional<RunChange> published(TripChange change) {
    Optional<RunFinder.Found> found = find(change);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    int trip = found.get().trip();
    LocalDate date = found.get().date();
    if (change.kind() != TripChange.Kind.RUNS && change.kind() != TripChange.Kind.SEEN) {
      return Optional.of(new RunChange(day(date), trip, change.kind(), null));
    }
    long origin = index.origin(feed, date);
    Optional<DetourMaker.Detoured> led = detours.find(trip, date);
    if (led.isPresent()) {
      LiveRun run = maker.toldAsPublished(led.get(), trip, change, origin);
      noteFaults(change);
      return Optional.of(new RunChange(day(date), trip, TripChange.Kind.DETOURED, run));
    }
    LiveRun published = maker.published(trip);
    LiveRun run = maker.told(published, trip, change, origin);
    noteFaults(change);
    if (!run.equals(published)) {
      return Optional.of(new RunChange(day(date), trip, change.kind(), run));
    }
    return change.tellsTimes()
        ? Optional.of(new RunChange(day(date), trip, change.kind(), null))
        : Optional.empty();
  }

  private Optional<RunChange> replaced(TripChange change) {
    Optional<RunFinder.Found> found = find(change);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    int trip = found.get().trip();
    LiveRun.Traits traits = named(maker.published(trip).traits(), change);
    return inFull(traits, trip, change, found.get().date());
  }

  private Optional<RunChange> added(TripChange change) {
    int route = index.route(prefix + change.routeId());
    if (route < 0) {
      note("live_unknown_line", Severity.ERROR, change.tripId(), change.routeId());
      return Optional.empty();
    }
    if (index.trip(prefix + change.tripId()) >= 0) {
      note("live_run_published", Severity.ERROR, change.tripId());
      return Optional.empty();
    }
    String nameless = "+" + change.routeId() + "+" + change.startSeconds().orElse(0);
    String id = prefix + (change.tripId().isEmpty() ? nameless : change.tripId());
    LiveRun.Traits traits =
        new LiveRun.Traits(
            id, route, "", "", (byte) change.directionId(), (byte) 0, (byte) 0, 0, -1);
    return inFull(named(traits, change), -1, change, change.date().orElse(finder.today()));
  }

  private Optional<RunChange> inFull(
      LiveRun.Traits traits, int trip, TripChange change, LocalDate date) {
    Optional<LiveRun> run = maker.inFull(traits, trip, change, index.origin(feed, date));
    noteFaults(change);
    if (run.isEmpty()) {
      note("live_run_incomplete", Severity.ERROR, change.tripId());
    }
    return run.map(told -> new RunChange(day(date), trip, change.kind(), told));
  }

  private Optional<RunChange> copied(TripChange change) {
    int trip = finder.trip(change);
    if (trip < 0) {
      note("live_unknown_trip", Severity.WARNING, change.tripId());
      return Optional.empty();
    }
    String id = change.told().tripId();
    if (id.isEmpty() || index.trip(prefix + id) >= 0) {
      note("live_run_published", Severity.ERROR, id);
      return Optional.empty();
    }
    int start = change.told().startSeconds().orElse(index.firstDeparture(trip));
    LocalDate date = change.told().date().or(change::date).orElse(finder.today());
    LiveRun copy = maker.copy(trip, prefix + id, start - index.firstDeparture(trip));
    LiveRun run = maker.told(copy, trip, change, index.origin(feed, date));
    noteFaults(change);
    return Optional.of(new RunChange(day(date), -1, change.kind(), run));
  }

  private Optional<RunFinder.Found> find(TripChange change) {
    int trip = finder.trip(change);
    if (trip < 0) {
      noteUnknown(change);
      return Optional.empty();
    }
    Optional<LocalDate> date = finder.date(trip, change.date());
    if (date.isEmpty()) {
      String day = change.date().map(LocalDate::toString).orElse("?");
      note("live_not_that_day", Severity.WARNING, name(change), day);
    }
    return date.map(day -> new RunFinder.Found(trip, day));
  }

  /// A trip that is repeated may be known, and no run of it at the start that is named.
  private void noteUnknown(TripChange change) {
    boolean repeated =
        change.startSeconds().isPresent() && !index.repeated(prefix + change.tripId()).isEmpty();
    if (repeated) {
      int start = change.startSeconds().getAsInt();
      String clock = "%02d:%02d:%02d".formatted(start / 3600, start / 60 % 60, start % 60);
      note("live_unknown_start", Severity.WARNING, change.tripId(), clock);
    } else {
      note("live_unknown_trip", Severity.WARNING, name(change));
    }
  }

  private static LiveRun.Traits named(LiveRun.Traits traits, TripChange change) {
    TripChange.Told told = change.told();
    return new LiveRun.Traits(
        traits.id(),
        traits.route(),
        told.headsign().isEmpty() ? traits.headsign() : told.headsign(),
        told.shortName().isEmpty() ? traits.shortName() : told.shortName(),
        traits.direction(),
        traits.wheelchair(),
        traits.bikes(),
        0,
        -1);
  }

  private void noteFaults(TripChange change) {
    if (maker.wild() > 0) {
      note("live_time_wild", Severity.WARNING, name(change), maker.wild());
    }
    if (maker.mended() > 0) {
      note("live_time_mended", Severity.INFO, name(change), maker.mended());
    }
    if (maker.unmatched() > 0) {
      note("live_call_unknown", Severity.WARNING, name(change), maker.unmatched());
    }
    if (maker.unknownStops() > 0) {
      note("live_stop_unknown", Severity.WARNING, name(change), maker.unknownStops());
    }
  }

  private static String name(TripChange change) {
    return change.tripId().isEmpty() ? change.routeId() : change.tripId();
  }

  private static int day(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }

  private void note(String code, Severity severity, Object... args) {
    notices.add(Notice.of(code, severity, Place.ofFeed(said.feed()), args));
  }
}
