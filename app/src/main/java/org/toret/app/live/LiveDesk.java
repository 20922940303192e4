package org.toret.app.live;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.LiveSource;
import org.toret.app.keep.LiveView;
import org.toret.app.keep.OpenCity;
import org.toret.base.notice.Notices;
import org.toret.network.overlay.FeedChanges;
import org.toret.network.overlay.LiveOverlay;

/// Where live messages come in: takes them one after the other, lays them over the city and shows
/// the result to everybody at once. One bad source never touches another, and a source that falls
/// silent is forgotten after a time: then what is published holds again.
///
/// What a message is shows in its bytes; an [Intake] for each kind knows what follows from it. When
/// a new city is swapped in, what was said is laid over it anew. All public methods take turns.
public final class LiveDesk {

  private static final Logger LOG = LoggerFactory.getLogger(LiveDesk.class);

  /// What was said longer ago may be too old by now; the look at the time comes as often.
  private static final Duration LATELY = Duration.ofSeconds(1);

  private final CityHolder holder;
  private final Clock clock;
  private final Map<String, LiveSource> sources = new LinkedHashMap<>();

  /// The first that knows a message takes it.
  private final List<Intake> intakes;

  private final List<BiConsumer<String, Duration>> applied = new ArrayList<>();
  private final List<Ear> ears = new CopyOnWriteArrayList<>();
  private final StockHistory history;
  private @Nullable OpenCity laidOver;

  /// A desk that remembers nothing of earlier times.
  public LiveDesk(CityHolder holder, Clock clock) {
    this(holder, clock, city -> Optional.empty());
  }

  /// @param history where it is kept how a city was at earlier times, empty for nowhere
  public LiveDesk(CityHolder holder, Clock clock, Function<OpenCity, Optional<Path>> history) {
    this.holder = holder;
    this.clock = clock;
    this.history = new StockHistory(history);
    RunIntake runs =
        new RunIntake((city, overlay, said) -> ears.forEach(ear -> ear.hear(city, overlay, said)));
    intakes =
        List.of(
            new SharingIntake(), new ParkingIntake(), new RoadIntake(), new SiriIntake(runs), runs);
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
    takeAll(List.of(new LiveMessage(source, origin, bytes, clock.instant())));
  }

  /// Takes messages one after the other, as if each had come when it was said, and then shows what
  /// follows from all of them; what is too old by now is not used.
  public synchronized void takeAll(List<LiveMessage> messages) {
    messages.forEach(message -> expect(message.source(), message.origin()));
    Optional<OpenCity> city = holder.find();
    if (city.isEmpty() || messages.isEmpty()) {
      return;
    }
    long started = System.nanoTime();
    messages.forEach(message -> take(message, city.get()));
    if (messages.getFirst().said().isBefore(clock.instant().minus(LATELY))) {
      intakes.forEach(intake -> intake.look(sources, clock.instant()));
    }
    show(city.get());
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    for (LiveMessage message : messages) {
      applied.forEach(listener -> listener.accept(message.source(), took));
    }
  }

  private void take(LiveMessage message, OpenCity city) {
    String source = message.source();
    LiveSource known = sources.getOrDefault(source, LiveSource.waiting(source, message.origin()));
    LiveSource after = taken(intake(message.bytes()), known, message, city);
    sources.put(source, after);
    if (after.failures() > known.failures() && known.failures() == 0) {
      LOG.warn("Live source {}: {} {}", source, after.reason(), after.detail());
    }
  }

  /// A message that an intake stumbles over is one that cannot be used: nobody else notices.
  private LiveSource taken(Intake intake, LiveSource known, LiveMessage message, OpenCity city) {
    try {
      return intake.take(known, message.bytes(), city, message.said());
    } catch (RuntimeException e) {
      LOG.error("Live source {}: a message could not be taken", known.id(), e);
      return known.failed("live_fault", e.getClass().getSimpleName());
    }
  }

  /// Hears of every message how long it took until it was shown.
  public synchronized void listen(BiConsumer<String, Duration> listener) {
    applied.add(listener);
  }

  /// Takes the bytes of a message if they are of use; else nothing has happened.
  synchronized void offer(String source, String origin, byte[] bytes) {
    Optional<OpenCity> city = holder.find();
    if (city.isPresent()) {
      LiveSource known = sources.getOrDefault(source, LiveSource.waiting(source, origin));
      LiveSource after = intake(bytes).take(known, bytes, city.get(), clock.instant());
      if (after.failures() == 0) {
        sources.put(source, after);
        show(city.get());
      }
    }
  }

  /// Whether the city that answers has a sharing system of a feed.
  boolean hasSystem(String feed) {
    return holder
        .find()
        .filter(city -> city.city().sharing().systems().find(feed) >= 0)
        .isPresent();
  }

  private Intake intake(byte[] bytes) {
    return intakes.stream().filter(one -> one.knows(bytes)).findFirst().orElseThrow();
  }

  /// Says that a source cannot be asked or understood.
  public synchronized void fail(String source, String code, String detail) {
    LiveSource known = sources.get(source);
    if (known != null) {
      sources.put(source, known.failed(code, detail));
      if (known.failures() == 0) {
        LOG.warn("Live source {}: {} {}", source, code, detail);
      }
      holder.find().ifPresent(city -> show(city));
    }
  }

  /// Says that a source can be reached that tells nothing of the city itself, such as a log.
  public synchronized void reach(String source) {
    LiveSource known = sources.get(source);
    if (known != null && (!known.isFresh() || known.failures() > 0)) {
      Instant now = clock.instant();
      sources.put(source, known.spoke("", now, now, Map.of()));
      LOG.info("Live source {}: reached", source);
      holder.find().ifPresent(city -> show(city));
    }
  }

  /// Says that such a source cannot be reached any more.
  public synchronized void lose(String source, String code, String detail) {
    LiveSource known = sources.get(source);
    if (known != null && !(known.reason().equals(code) && known.detail().equals(detail))) {
      sources.put(source, LiveSource.waiting(source, known.origin()).failed(code, detail));
      LOG.warn("Live source {}: {} {}", source, code, detail);
      holder.find().ifPresent(city -> show(city));
    }
  }

  /// Looks at the time: forgets who has been silent for too long, and follows a new city.
  public synchronized void look() {
    Optional<OpenCity> city = holder.find();
    if (city.isEmpty()) {
      return;
    }
    OpenCity before = laidOver;
    boolean changed = before == null || !before.isSameFiles(city.get());
    for (Intake intake : intakes) {
      changed |= intake.look(sources, clock.instant());
    }
    if (changed) {
      show(city.get());
    }
  }

  /// Whether the newest word of a source could not be used.
  synchronized boolean isFailing(String source) {
    LiveSource known = sources.get(source);
    return known != null && known.failures() > 0;
  }

  /// Every source, as it stands.
  public synchronized List<LiveSource> sources() {
    return List.copyOf(sources.values());
  }

  private void show(OpenCity city) {
    Notices notices = new Notices();
    LiveView view = LiveView.NOTHING;
    for (Intake intake : intakes) {
      view = intake.lay(view, sources, city, notices);
    }
    view = history.lay(view, city);
    laidOver = city;
    LiveView whole = view.with(List.copyOf(sources.values()), notices.listAll());
    holder.show(city.showing(whole).ready(clock.instant()));
  }
}
