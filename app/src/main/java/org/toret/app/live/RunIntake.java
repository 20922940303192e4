package org.toret.app.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toret.app.keep.LiveSource;
import org.toret.app.keep.LiveView;
import org.toret.app.keep.OpenCity;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfsrt.FeedMessage;
import org.toret.feeds.gtfsrt.RealtimeReader;
import org.toret.feeds.gtfsrt.TripUpdate;
import org.toret.mobility.place.Directory;
import org.toret.mobility.plan.KnownNow;
import org.toret.network.overlay.ExtraStops.ExtraStop;

/// Messages about runs, vehicles and disruptions: GTFS-Realtime.
///
/// A message older than the one before it of the same source is not taken. Differential messages
/// change what their source has said. When a new city is swapped in, what was said is laid over it
/// anew.
final class RunIntake implements Intake {

  /// How long what was said of runs and vehicles holds.
  static final long AGE_SECONDS = 5 * 60;

  /// How long detours hold without being told again: they are planned, and told about every hour.
  static final long DETOUR_AGE_SECONDS = 24 * 60 * 60;

  private final Map<String, Said> said = new LinkedHashMap<>();
  private final RunWords words = new RunWords();
  private final LiveDesk.Ear ear;
  private long nowEpochSecond;
  private @Nullable RunLayer layer;

  /// @param ear hears of every message on runs that is laid
  RunIntake(LiveDesk.Ear ear) {
    this.ear = ear;
  }

  /// What one source said last.
  ///
  /// @param notices what was noticed on reading it
  record Said(FeedMessage message, long at, String feed, Notices notices) {

    /// Whether some disruption is told that is not over: such news do not age.
    boolean warns(long now) {
      return message.alerts().stream()
          .anyMatch(alert ->
              alert.activePeriods().isEmpty()
                  || alert.activePeriods().stream()
                      .anyMatch(period -> period.endEpochSeconds().orElse(Long.MAX_VALUE) > now));
    }

    boolean tellsRuns() {
      return !message.tripUpdates().isEmpty() || !message.vehiclePositions().isEmpty();
    }

    boolean leads(long now) {
      return !message.tripModifications().isEmpty() && now - at <= DETOUR_AGE_SECONDS;
    }
  }

  /// Protobuf has no mark of its own: what no other intake knows is tried as such.
  @Override
  public boolean knows(byte[] message) {
    return true;
  }

  @Override
  public LiveSource take(LiveSource source, byte[] bytes, OpenCity city, Instant now) {
    Notices notices = new Notices();
    Optional<FeedMessage> message =
        RealtimeReader.read(source.id(), bytes, RealtimeReader.Limits.STANDARD, notices);
    if (message.isEmpty()) {
      return source.failed(notices);
    }
    if (notices.count("gtfsrt_truncated") > 0) {
      int entities = message.get().entityCount();
      return source.failed("live_truncated", Integer.toString(entities));
    }
    return take(source, message.get(), notices, city, now);
  }

  /// Takes a message that was read already.
  ///
  /// @param read what was noticed on reading it
  LiveSource take(
      LiveSource source, FeedMessage message, Notices read, OpenCity city, Instant now) {
    long at = message.header().timestampEpochSeconds().orElse(now.getEpochSecond());
    Said before = said.get(source.id());
    Optional<LiveSource> refused =
        Intake.refused(source, at, before == null ? NOTHING : before.at(), now);
    if (refused.isPresent()) {
      return refused.get();
    }
    FeedMessage whole = before == null ? message : before.message().followedBy(message);
    Attachment attached = Attachment.of(city, source, whole);
    if (attached.isForeign()) {
      return source.failed("live_no_feed", "");
    }
    Said taken = new Said(whole, at, attached.feed(), read);
    said.put(source.id(), taken);
    Map<String, Integer> told = new LinkedHashMap<>();
    told.put("runs", whole.tripUpdates().size());
    told.put("vehicles", whole.vehiclePositions().size());
    told.put("alerts", whole.alerts().size());
    if (!whole.tripModifications().isEmpty()) {
      told.put("detours", whole.tripModifications().size());
    }
    nowEpochSecond = now.getEpochSecond();
    LiveSource after = source.spoke(attached.feed(), Instant.ofEpochSecond(at), now, told);
    // who repeats what is too old is as silent as before
    return isTooOld(taken, now) ? after.stale() : after;
  }

  /// Runs and vehicles hold for minutes, disruptions and detours by their own times, and that there
  /// is nothing to tell for minutes too.
  private static boolean isTooOld(Said last, Instant now) {
    long second = now.getEpochSecond();
    return (last.tellsRuns() || !last.warns(second) && !last.leads(second))
        && second - last.at() > AGE_SECONDS;
  }

  @Override
  public boolean look(Map<String, LiveSource> sources, Instant now) {
    boolean changed = false;
    for (Map.Entry<String, Said> entry : said.entrySet()) {
      Said last = entry.getValue();
      LiveSource source = sources.get(entry.getKey());
      changed |= last.leads(nowEpochSecond) != last.leads(now.getEpochSecond());
      if (source != null && isTooOld(last, now) && source.isFresh()) {
        sources.put(entry.getKey(), source.stale());
        changed = true;
      }
    }
    nowEpochSecond = now.getEpochSecond();
    return changed;
  }

  @Override
  public LiveView lay(
      LiveView view, Map<String, LiveSource> sources, OpenCity city, Notices notices) {
    if (said.isEmpty()) {
      return view;
    }
    RunLayer now = RunLayer.of(layer, city, stops(city));
    layer = now;
    long at = KnownNow.NEVER;
    for (Map.Entry<String, Said> entry : said.entrySet()) {
      Said last = entry.getValue();
      boolean runs =
          Intake.isFresh(entry.getKey(), sources) && !last.message().tripUpdates().isEmpty();
      boolean detours = last.leads(nowEpochSecond);
      now.lay(entry.getKey(), last, runs, detours, notices, ear);
      at = runs || detours ? Math.max(at, last.at()) : at;
      if (Intake.isFresh(entry.getKey(), sources)) {
        notices.addAll(last.notices());
      }
    }
    Set<String> told = told(sources, city.publishedDirectory());
    for (Map.Entry<String, Said> entry : said.entrySet()) {
      Said last = entry.getValue();
      if (Intake.isFresh(entry.getKey(), sources) && !last.message().vehiclePositions().isEmpty()) {
        now.see(entry.getKey(), last, told, notices);
        at = Math.max(at, last.at());
      } else {
        now.lose(entry.getKey());
      }
    }
    return told(view, now.shown(), at, sources, city);
  }

  /// The runs that fresh messages tell of, as `feed:trip_id`.
  private Set<String> told(Map<String, LiveSource> sources, Directory published) {
    Set<String> told = new HashSet<>();
    for (Map.Entry<String, Said> entry : said.entrySet()) {
      if (Intake.isFresh(entry.getKey(), sources)) {
        RunNames names = new RunNames(published, entry.getValue().feed());
        for (TripUpdate update : entry.getValue().message().tripUpdates()) {
          told.add(
              update
                  .trip()
                  .modified()
                  .map(one -> names.run(one.tripId(), one.startSeconds()))
                  .orElse(names.run(update.trip())));
        }
      }
    }
    return told;
  }

  /// The stops that messages in force bring along.
  private List<ExtraStop> stops(OpenCity city) {
    String language = city.city().info().languages().getFirst();
    List<ExtraStop> stops = new ArrayList<>();
    for (Said last : said.values()) {
      if (last.leads(nowEpochSecond)) {
        stops.addAll(LiveWords.stops(last.feed(), last.message(), language));
      }
    }
    return stops;
  }

  private LiveView told(
      LiveView view, RunLayer layer, long at, Map<String, LiveSource> sources, OpenCity city) {
    Directory names = city.publishedDirectory();
    Map<String, Said> fresh = new LinkedHashMap<>();
    said.forEach((source, last) -> {
      if (Intake.isFresh(source, sources)) {
        fresh.put(source, last);
      }
    });
    return new LiveView(
        layer.base(),
        at == KnownNow.NEVER ? null : layer.schedule(),
        at,
        words.alerts(said, names),
        words.vehicles(fresh, names),
        words.occupancy(fresh, names, city.zone()),
        view.roads(),
        view.roadsAt(),
        view.sources(),
        view.notices(),
        view.stock());
  }
}
