package org.toret.network.overlay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the published runs that a source speaks of, those on time among them, which change nothing
/// in the timetable of now.
final class ToldRuns {

  private final TimetableIndex index;
  private final FeedChanges said;
  private final int feed;
  private final String prefix;
  private final RunFinder finder;
  private final RunMaker maker;
  private final CallMatcher matcher;

  private ToldRuns(TimetableIndex index, FeedChanges said, int feed) {
    this.index = index;
    this.said = said;
    this.feed = feed;
    this.prefix = said.feed() + ":";
    this.finder = new RunFinder(index, feed, prefix, said.atEpochSeconds());
    this.maker = new RunMaker(index, prefix);
    this.matcher = new CallMatcher(index);
  }

  static List<ToldRun> of(TimetableIndex index, FeedChanges said) {
    int feed = index.feed(said.feed());
    return feed < 0 ? List.of() : new ToldRuns(index, said, feed).list();
  }

  private List<ToldRun> list() {
    List<ToldRun> runs = new ArrayList<>();
    for (TripChange change : said.changes()) {
      int trip = change.kind() == TripChange.Kind.RUNS ? finder.trip(change) : -1;
      if (trip >= 0) {
        finder.date(trip, change.date()).ifPresent(date -> runs.add(run(trip, date, change)));
      }
    }
    return runs;
  }

  private ToldRun run(int trip, LocalDate date, TripChange change) {
    long origin = index.origin(feed, date);
    LiveRun run = maker.told(maker.published(trip), trip, change, origin);
    List<@Nullable CallChange> calls = matcher.match(trip, prefix, change.calls());
    boolean[] told = new boolean[run.length()];
    boolean known = change.delaySeconds().isPresent();
    for (int call = 0; call < told.length; call++) {
      CallChange said = calls.get(call);
      CallChange.Kind kind = said == null ? CallChange.Kind.SKIPPED : said.kind();
      boolean here = kind == CallChange.Kind.CALLS && isTimed(said);
      known = kind != CallChange.Kind.NO_DATA && (known || here);
      told[call] = known && (said == null || kind == CallChange.Kind.CALLS);
    }
    return new ToldRun(trip, date, origin, run.arrivals(), run.departures(), told);
  }

  private static boolean isTimed(@Nullable CallChange said) {
    return said != null && (said.arrival().isPresent() || said.departure().isPresent());
  }
}
