package org.toret.app.live;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.toret.app.keep.CityHolder;
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
import org.toret.network.overlay.FeedChanges;
import org.toret.network.overlay.LiveOverlay;
import org.toret.router.live.LiveSchedule;

/// Where live messages come in: takes them one after the other, lays them over the city and shows
/// the result to everybody at once. One bad source never touches another, and a source that falls
/// silent is forgotten after a time: then the timetable holds again.
///
/// A message older than the one before it of the same source is not taken. Differential messages
/// change what their source has said. When a new city is swapped in, what was said is laid over it
/// anew. All public methods take turns.
public final class LiveDesk {

  private static final Logger LOG = LoggerFactory.getLogger(LiveDesk.class);

  /// How long what was said of runs and vehicles holds.
  static final long RUNS_AGE_SECONDS = 5 * 60;

  /// A message from the future says nothing of now.
  private static final long CLOCK_SKEW_SECONDS = 2 * 60;

  private final CityHolder holder;
  private final Clock clock;
  private final Map<String, Said> said = new LinkedHashMap<>();
  private final Map<String, LiveSource> sources = new LinkedHashMap<>();
  private final List<Ear> ears = new CopyOnWriteArrayList<>();
  private @Nullable Base base;
  private Notices notices = new Notices();

  /// What one source said last.
  private record Said(FeedMessage message, long at, String feed) {}

  /// What is laid over one image.
  private record Base(OpenCity city, LiveOverlay overlay, LiveSchedule schedule) {}

  public LiveDesk(CityHolder holder, Clock clock) {
    this.holder = holder;
    this.clock = clock;
  }

  /// Hears what sources say of runs.
  public interface Ear {

    /// @param overlay into which it was taken
    void hear(OpenCity city, LiveOverlay overlay, FeedChanges said);
  }

  /// From now on an ear hears every message on runs that is taken.
  public void listen(Ear ear) {
    ears.add(ear);
  }

  /// Makes a source known before it says anything.
  public synchronized void expect(String source, String origin) {
    sources.putIfAbsent(source, LiveSource.waiting(source, origin));
  }

  /// Takes the bytes of a message; what cannot be read is told of the source, and what it said
  /// before holds until it is too old.
  public synchronized void take(String source, String origin, byte[] bytes) {
    expect(source, origin);
    Notices notices = new Notices();
    Optional<FeedMessage> message =
        RealtimeReader.read(source, bytes, RealtimeReader.Limits.STANDARD, notices);
    if (message.isEmpty()) {
      var first = notices.listAll().getFirst();
      fail(source, first.code(), String.join(", ", first.examples().getFirst().args()));
    } else {
      take(source, origin, message.get());
    }
  }

  /// Takes a message that was read already.
  synchronized void take(String source, String origin, FeedMessage message) {
    expect(source, origin);
    Optional<OpenCity> city = holder.find();
    if (city.isEmpty()) {
      return;
    }
    long now = clock.instant().getEpochSecond();
    long at = message.header().timestampEpochSeconds().orElse(now);
    Said before = said.get(source);
    if (at > now + CLOCK_SKEW_SECONDS) {
      fail(source, "live_from_the_future", Instant.ofEpochSecond(at).toString());
      return;
    }
    if (before != null && at < before.at()) {
      fail(source, "live_backwards", Instant.ofEpochSecond(at).toString());
      return;
    }
    FeedMessage whole = before == null ? message : before.message().followedBy(message);
    Attachment attached = Attachment.of(city.get(), whole);
    if (attached.feed().isEmpty() && whole.entityCount() > 0) {
      fail(source, "live_no_feed", "");
      return;
    }
    said.put(source, new Said(whole, at, attached.feed()));
    LiveSource known = sources.get(source);
    sources.put(
        source,
        new LiveSource(
            source,
            origin,
            attached.feed(),
            LiveSource.State.FRESH,
            Instant.ofEpochSecond(at),
            clock.instant(),
            "",
            "",
            known == null ? 1 : known.messages() + 1,
            0,
            whole.tripUpdates().size(),
            whole.vehiclePositions().size(),
            whole.alerts().size()));
    show(city.get(), source);
  }

  /// Says that a source cannot be asked or understood.
  public synchronized void fail(String source, String code, String detail) {
    LiveSource known = sources.get(source);
    if (known != null) {
      sources.put(source, known.failed(code, detail));
      if (known.failures() == 0) {
        LOG.warn("Live source {}: {} {}", source, code, detail);
      }
      holder.find().ifPresent(city -> holder.show(city.showing(view(city))));
    }
  }

  /// Looks at the time: forgets who has been silent for too long, and follows a new city.
  public synchronized void look() {
    Optional<OpenCity> city = holder.find();
    if (city.isEmpty()) {
      return;
    }
    long now = clock.instant().getEpochSecond();
    boolean changed = base != null && !base.city().isSameImage(city.get());
    for (Map.Entry<String, LiveSource> entry : sources.entrySet()) {
      Said last = said.get(entry.getKey());
      boolean old = last != null && now - last.at() > RUNS_AGE_SECONDS;
      boolean speaks =
          last != null && !last.message().tripUpdates().isEmpty()
              || last != null && !last.message().vehiclePositions().isEmpty();
      if (old && speaks && entry.getValue().state() == LiveSource.State.FRESH) {
        entry.setValue(entry.getValue().stale());
        changed = true;
      }
    }
    if (changed) {
      show(city.get(), "");
    }
  }

  /// Every source, as it stands.
  public synchronized List<LiveSource> sources() {
    return List.copyOf(sources.values());
  }

  private void show(OpenCity city, String spoke) {
    Base now = base;
    boolean fresh = now == null || !now.city().isSameImage(city);
    if (now == null || fresh) {
      LiveOverlay overlay = new LiveOverlay(city.published().city().timetable());
      LiveSchedule schedule = new LiveSchedule(city.published().schedule(), overlay.current());
      now = new Base(city, overlay, schedule);
      base = now;
    }
    notices = new Notices();
    for (Map.Entry<String, Said> entry : said.entrySet()) {
      String source = entry.getKey();
      boolean used = isFresh(source) && !entry.getValue().message().tripUpdates().isEmpty();
      if (!used) {
        now.overlay().forget(source);
      } else if (fresh || source.equals(spoke)) {
        FeedChanges changes = changes(source, entry.getValue());
        now.overlay().update(changes, notices);
        tell(city, now.overlay(), changes);
      }
    }
    now.schedule().show(now.overlay().current());
    holder.show(city.showing(view(city)));
  }

  private void tell(OpenCity city, LiveOverlay overlay, FeedChanges changes) {
    ears.forEach(ear -> ear.hear(city, overlay, changes));
  }

  private static FeedChanges changes(String source, Said last) {
    return LiveChanges.of(source, last.feed(), last.message(), last.at());
  }

  private boolean isFresh(String source) {
    LiveSource known = sources.get(source);
    return known != null && known.state() == LiveSource.State.FRESH;
  }

  private LiveView view(OpenCity city) {
    List<ServiceAlert> alerts = new ArrayList<>();
    List<VehicleNow> vehicles = new ArrayList<>();
    long at = KnownNow.NEVER;
    for (Map.Entry<String, Said> entry : said.entrySet()) {
      Said last = entry.getValue();
      // disruptions hold by their own periods
      alerts.addAll(LiveWords.alerts(entry.getKey(), last.feed(), last.message()));
      if (isFresh(entry.getKey())) {
        vehicles.addAll(LiveWords.vehicles(entry.getKey(), last.feed(), last.message(), last.at()));
        at = last.message().tripUpdates().isEmpty() ? at : Math.max(at, last.at());
      }
    }
    Base now = base;
    boolean laid = now != null && now.city().isSameImage(city) && at != KnownNow.NEVER;
    return new LiveView(
        laid && now != null ? now.schedule() : null,
        at,
        new AlertIndex(alerts),
        vehicles,
        List.copyOf(sources.values()),
        notices.listAll());
  }
}
