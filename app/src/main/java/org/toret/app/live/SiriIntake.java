package org.toret.app.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.toret.app.keep.LiveSource;
import org.toret.app.keep.LiveView;
import org.toret.app.keep.OpenCity;
import org.toret.base.notice.Notices;
import org.toret.feeds.siri.SiriMatcher;
import org.toret.feeds.siri.SiriMessage;
import org.toret.feeds.siri.SiriReader;
import org.toret.network.timetable.Timetable;

/// Messages about runs, vehicles and disruptions by SIRI: finds what they mean in the timetable,
/// and tells it to the intake of runs as if it had been said by GTFS-Realtime.
///
/// A source may send estimated timetables, vehicles, situations and facilities in turn; what it
/// said of the one holds when it speaks of the other.
final class SiriIntake implements Intake {

  private final RunIntake runs;
  private final Map<String, SiriMessage> said = new LinkedHashMap<>();
  private List<SiriMatcher> matchers = List.of();
  private @Nullable Timetable matched;

  SiriIntake(RunIntake runs) {
    this.runs = runs;
  }

  @Override
  public boolean knows(byte[] message) {
    return SiriReader.isSiri(message);
  }

  @Override
  public LiveSource take(LiveSource source, byte[] bytes, OpenCity city, Instant now) {
    Notices notices = new Notices();
    Optional<SiriMessage> read =
        SiriReader.read(
            source.id(),
            bytes,
            city.zone(),
            now.getEpochSecond(),
            SiriReader.Limits.STANDARD,
            notices);
    if (read.isEmpty()) {
      return source.failed(notices);
    }
    if (notices.count("siri_truncated") > 0) {
      return source.failed("live_truncated", Integer.toString(read.get().count()));
    }
    SiriMessage message = read.get();
    SiriMessage before = said.get(source.id());
    if (before != null && message.isOlderThan(before)) {
      return source.failed(
          "live_backwards", Instant.ofEpochSecond(message.atEpochSeconds()).toString());
    }
    SiriMessage whole = before == null ? message : before.followedBy(message);
    LiveSource after =
        runs.take(source, best(city, whole).match(source.id(), whole, notices), notices, city, now);
    if (after.failures() == 0) {
      said.put(source.id(), whole);
    }
    return after;
  }

  /// The feed of whose ids a message knows most.
  private SiriMatcher best(OpenCity city, SiriMessage message) {
    Timetable timetable = city.published().city().timetable();
    if (matched != timetable) {
      List<SiriMatcher> fresh = new ArrayList<>();
      for (int feed = 0; feed < timetable.feeds().count(); feed++) {
        fresh.add(new SiriMatcher(timetable, feed));
      }
      matchers = fresh;
      matched = timetable;
    }
    SiriMatcher best = matchers.getFirst();
    int most = -1;
    for (SiriMatcher matcher : matchers) {
      int hits = matcher.hits(message);
      if (hits > most) {
        best = matcher;
        most = hits;
      }
    }
    return best;
  }

  /// The intake of runs looks after what it was told, here and in the view.
  @Override
  public boolean look(Map<String, LiveSource> sources, Instant now) {
    return false;
  }

  @Override
  public LiveView lay(
      LiveView view, Map<String, LiveSource> sources, OpenCity city, Notices notices) {
    return view;
  }
}
