package org.toret.app.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.toret.app.keep.LiveSource;

/// What `/metrics` tells of live sources: how old, in which state, how many messages and failures,
/// what their newest message tells, and how long it takes until a message is shown.
public final class LiveMeter {

  private final LiveDesk desk;
  private final Clock clock;
  private final MultiGauge ages;
  private final MultiGauge states;
  private final MultiGauge messages;
  private final MultiGauge failures;
  private final MultiGauge told;

  public LiveMeter(LiveDesk desk, Clock clock, MeterRegistry meters) {
    this.desk = desk;
    this.clock = clock;
    ages = gauge("toret.live.age.seconds", "since the newest message was made", meters);
    states = gauge("toret.live.state", "1 for the state of a source, 0 for the others", meters);
    messages = gauge("toret.live.messages", "messages taken since the start", meters);
    failures = gauge("toret.live.failures", "attempts failed since the last message", meters);
    told = gauge("toret.live.told", "what the newest message tells", meters);
    desk.listen((source, took) -> record(meters, source, took));
  }

  private static MultiGauge gauge(String name, String description, MeterRegistry meters) {
    return MultiGauge.builder(name).description(description).register(meters);
  }

  private static void record(MeterRegistry meters, String source, Duration took) {
    Timer.builder("toret.live.apply")
        .description("from the bytes of a message to what everybody is shown")
        .tag("source", source)
        .serviceLevelObjectives(
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10))
        .register(meters)
        .record(took);
  }

  /// Brings the gauges up to now.
  public void refresh() {
    Instant now = clock.instant();
    List<MultiGauge.Row<?>> age = new ArrayList<>();
    List<MultiGauge.Row<?>> state = new ArrayList<>();
    List<MultiGauge.Row<?>> message = new ArrayList<>();
    List<MultiGauge.Row<?>> failure = new ArrayList<>();
    List<MultiGauge.Row<?>> what = new ArrayList<>();
    for (LiveSource source : desk.sources()) {
      Tags tags = Tags.of("source", source.id());
      Instant at = source.at();
      if (at != null) {
        age.add(MultiGauge.Row.of(tags, Duration.between(at, now).toSeconds()));
      }
      for (LiveSource.State one : LiveSource.State.values()) {
        Tags named = tags.and("state", one.name().toLowerCase(Locale.ROOT));
        state.add(MultiGauge.Row.of(named, source.state() == one ? 1 : 0));
      }
      message.add(MultiGauge.Row.of(tags, source.messages()));
      failure.add(MultiGauge.Row.of(tags, source.failures()));
      source
          .told()
          .forEach((kind, count) -> what.add(MultiGauge.Row.of(tags.and("what", kind), count)));
    }
    ages.register(age, true);
    states.register(state, true);
    messages.register(message, true);
    failures.register(failure, true);
    told.register(what, true);
  }
}
