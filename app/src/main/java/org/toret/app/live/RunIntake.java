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
import org.toret.feeds.gtfsrt.FeedMessage;
import org.toret.feeds.gtfsrt.LiveChanges;
import org.toret.feeds.gtfsrt.RealtimeReader;
import org.toret.mobility.live.AlertIndex;
import org.toret.mobility.live.ServiceAlert;
import org.toret.mobility.live.VehicleNow;
import org.toret.mobility.plan.KnownNow;
import org.toret.network.overlay.LiveOverlay;
import org.toret.router.live.LiveSchedule;

/// Messages about runs, vehicles and disruptions: GTFS-Realtime.
///
/// A message older than the one before it of the same source is not taken. Differential messages
/// change what their source has said. When a new city is swapped in, what was said is laid over it
/// anew.
final class RunIntake implements Intake {

  /// How long what was said of runs and vehicles holds.
  static final long AGE_SECONDS = 5 * 60;

  private final Map<String, Said> said = new LinkedHashMap<>();
  private @Nullable Base base;

  /// What one source said last.
  private record Said(FeedMessage message, long at, String feed) {}

  /// What is laid over one image.
  private record Base(OpenCity city, LiveOverlay overlay, LiveSchedule schedule) {}

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
      var first = notices.listAll().getFirst();
      return source.failed(first.code(), String.join(", ", first.examples().getFirst().args()));
    }
    return take(source, message.get(), city, now);
  }

  /// Takes a message that was read already.
  LiveSource take(LiveSource source, FeedMessage message, OpenCity city, Instant now) {
    long at = message.header().timestampEpochSeconds().orElse(now.getEpochSecond());
    Said before = said.get(source.id());
    if (at > now.getEpochSecond() + CLOCK_SKEW_SECONDS) {
      return source.failed("live_from_the_future", Instant.ofEpochSecond(at).toString());
    }
    if (before != null && at < before.at()) {
      return source.failed("live_backwards", Instant.ofEpochSecond(at).toString());
    }
    FeedMessage whole = before == null ? message : before.message().followedBy(message);
    Attachment attached = Attachment.of(city, whole);
    if (attached.feed().isEmpty() && whole.entityCount() > 0) {
      return source.failed("live_no_feed", "");
    }
    said.put(source.id(), new Said(whole, at, attached.feed()));
    Map<String, Integer> told = new LinkedHashMap<>();
    told.put("runs", whole.tripUpdates().size());
    told.put("vehicles", whole.vehiclePositions().size());
    told.put("alerts", whole.alerts().size());
    return source.spoke(attached.feed(), Instant.ofEpochSecond(at), now, told);
  }

  @Override
  public boolean look(Map<String, LiveSource> sources, Instant now) {
    boolean changed = false;
    for (Map.Entry<String, Said> entry : said.entrySet()) {
      Said last = entry.getValue();
      LiveSource source = sources.get(entry.getKey());
      boolean speaks =
          !last.message().tripUpdates().isEmpty() || !last.message().vehiclePositions().isEmpty();
      if (source != null
          && speaks
          && now.getEpochSecond() - last.at() > AGE_SECONDS
          && source.state() == LiveSource.State.FRESH) {
        sources.put(entry.getKey(), source.stale());
        changed = true;
      }
    }
    return changed;
  }

  @Override
  public LiveView lay(
      LiveView view,
      Map<String, LiveSource> sources,
      OpenCity city,
      String spoke,
      Notices notices) {
    if (said.isEmpty()) {
      return view;
    }
    Base now = base;
    boolean fresh = now == null || !now.city().isSameImage(city);
    if (now == null || fresh) {
      LiveOverlay overlay = new LiveOverlay(city.published().city().timetable());
      LiveSchedule schedule = new LiveSchedule(city.published().schedule(), overlay.current());
      now = new Base(city, overlay, schedule);
      base = now;
    }
    for (Map.Entry<String, Said> entry : said.entrySet()) {
      String source = entry.getKey();
      Said last = entry.getValue();
      boolean used = isFresh(source, sources) && !last.message().tripUpdates().isEmpty();
      if (!used) {
        now.overlay().forget(source);
      } else if (fresh || source.equals(spoke)) {
        now.overlay()
            .update(LiveChanges.of(source, last.feed(), last.message(), last.at()), notices);
      }
    }
    now.schedule().show(now.overlay().current());
    return told(view, now, sources);
  }

  private LiveView told(LiveView view, Base base, Map<String, LiveSource> sources) {
    List<ServiceAlert> alerts = new ArrayList<>();
    List<VehicleNow> vehicles = new ArrayList<>();
    long at = KnownNow.NEVER;
    for (Map.Entry<String, Said> entry : said.entrySet()) {
      Said last = entry.getValue();
      // disruptions hold by their own periods
      alerts.addAll(LiveWords.alerts(entry.getKey(), last.feed(), last.message()));
      if (isFresh(entry.getKey(), sources)) {
        vehicles.addAll(LiveWords.vehicles(entry.getKey(), last.feed(), last.message(), last.at()));
        at = last.message().tripUpdates().isEmpty() ? at : Math.max(at, last.at());
      }
    }
    return view.withRuns(
        at == KnownNow.NEVER ? null : base.schedule(), at, new AlertIndex(alerts), vehicles);
  }

  private static boolean isFresh(String source, Map<String, LiveSource> sources) {
    LiveSource known = sources.get(source);
    return known != null && known.state() == LiveSource.State.FRESH;
  }
}
