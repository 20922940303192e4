package org.toret.app.live;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.LiveSource;
import org.toret.app.keep.LiveView;
import org.toret.app.keep.OpenCity;
import org.toret.base.notice.Notices;

/// Where live messages come in: takes them one after the other, lays them over the city and shows
/// the result to everybody at once. One bad source never touches another, and a source that falls
/// silent is forgotten after a time: then what is published holds again.
///
/// What a message is shows in its bytes; an [Intake] for each kind knows what follows from it. When
/// a new city is swapped in, what was said is laid over it anew. All public methods take turns.
public final class LiveDesk {

  private static final Logger LOG = LoggerFactory.getLogger(LiveDesk.class);

  private final CityHolder holder;
  private final Clock clock;
  private final Map<String, LiveSource> sources = new LinkedHashMap<>();

  /// The first that knows a message takes it.
  private final List<Intake> intakes;

  private @Nullable OpenCity laidOver;

  public LiveDesk(CityHolder holder, Clock clock) {
    this.holder = holder;
    this.clock = clock;
    RunIntake runs = new RunIntake();
    intakes = List.of(new SiriIntake(runs), runs);
  }

  /// Makes a source known before it says anything.
  public synchronized void expect(String source, String origin) {
    sources.putIfAbsent(source, LiveSource.waiting(source, origin));
  }

  /// Takes the bytes of a message; what cannot be read is told of the source, and what it said
  /// before holds until it is too old.
  public synchronized void take(String source, String origin, byte[] bytes) {
    expect(source, origin);
    Optional<OpenCity> city = holder.find();
    if (city.isEmpty()) {
      return;
    }
    LiveSource known = sources.getOrDefault(source, LiveSource.waiting(source, origin));
    Intake intake = intakes.stream().filter(one -> one.knows(bytes)).findFirst().orElseThrow();
    LiveSource after = intake.take(known, bytes, city.get(), clock.instant());
    sources.put(source, after);
    if (after.failures() > known.failures() && known.failures() == 0) {
      LOG.warn("Live source {}: {} {}", source, after.reason(), after.detail());
    }
    show(city.get(), after.failures() == 0 ? source : "");
  }

  /// Says that a source cannot be asked or understood.
  public synchronized void fail(String source, String code, String detail) {
    LiveSource known = sources.get(source);
    if (known != null) {
      sources.put(source, known.failed(code, detail));
      if (known.failures() == 0) {
        LOG.warn("Live source {}: {} {}", source, code, detail);
      }
      holder.find().ifPresent(city -> show(city, ""));
    }
  }

  /// Looks at the time: forgets who has been silent for too long, and follows a new city.
  public synchronized void look() {
    Optional<OpenCity> city = holder.find();
    if (city.isEmpty()) {
      return;
    }
    OpenCity before = laidOver;
    boolean changed = before != null && !before.isSameImage(city.get());
    for (Intake intake : intakes) {
      changed |= intake.look(sources, clock.instant());
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
    Notices notices = new Notices();
    LiveView view = LiveView.NOTHING;
    for (Intake intake : intakes) {
      view = intake.lay(view, sources, city, spoke, notices);
    }
    laidOver = city;
    holder.show(city.showing(view.with(List.copyOf(sources.values()), notices.listAll())));
  }
}
