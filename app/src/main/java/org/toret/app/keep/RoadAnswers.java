package org.toret.app.keep;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.toret.base.rules.RuleBook;
import org.toret.router.journey.CityEngine;
import org.toret.router.traffic.LiveRoads;
import org.toret.router.traffic.RoadKey;
import org.toret.router.traffic.RoadTraffic;
import org.toret.router.traffic.SlowTraffic;

/// What answers by the roads of now, for the kinds of journeys that are asked for, and how late
/// buses are in their traffic. Thread-safe.
final class RoadAnswers {

  /// Kinds of journeys for which answers are kept ready, by what holds of the roads at their time.
  private static final int MOST_ROADS = 6;

  private final CityEngine engine;
  private final Answers usual;
  private final RuleBook rules;
  private final @Nullable RoadTraffic traffic;
  private final @Nullable LiveRoads roads;
  private final CompletableFuture<SlowTraffic> slow;
  private final Map<RoadKey, Answers> kept = new ConcurrentHashMap<>();

  private RoadAnswers(
      CityEngine engine,
      Answers usual,
      RuleBook rules,
      @Nullable RoadTraffic traffic,
      @Nullable LiveRoads roads,
      CompletableFuture<SlowTraffic> slow) {
    this.engine = engine;
    this.usual = usual;
    this.rules = rules;
    this.traffic = traffic;
    this.roads = roads;
    this.slow = slow;
  }

  /// Nothing is told of the roads.
  static RoadAnswers asPublished(CityEngine engine, Answers usual, RuleBook rules) {
    return new RoadAnswers(
        engine, usual, rules, null, null, CompletableFuture.completedFuture(SlowTraffic.NONE));
  }

  /// The same in another state; what has not changed is taken over.
  RoadAnswers with(
      CityEngine now, Answers answers, @Nullable RoadTraffic told, SharedStreets shared) {
    boolean sameTraffic = told == traffic;
    boolean sameRoads = sameTraffic && now.streets() == engine.streets();
    if (sameRoads && answers == usual) {
      return this;
    }
    LiveRoads live = told == null ? null : sameRoads ? roads : new LiveRoads(told, now.streets());
    CompletableFuture<SlowTraffic> later =
        sameTraffic
            ? slow
            : told == null
                ? CompletableFuture.completedFuture(SlowTraffic.NONE)
                : shared.exposure().thenApply(exposure -> SlowTraffic.of(exposure, told));
    return new RoadAnswers(now, answers, rules, told, live, later);
  }

  /// What answers for a journey.
  Answers at(Instant at, boolean arriveBy) {
    LiveRoads now = roads;
    if (now == null) {
      return usual;
    }
    RoadKey key = now.traffic().key(at.getEpochSecond(), arriveBy);
    if (key.isAsPublished()) {
      return usual;
    }
    Answers known = kept.get(key);
    if (known != null) {
      return known;
    }
    if (kept.size() >= MOST_ROADS) {
      kept.clear();
    }
    return kept.computeIfAbsent(key, fresh -> usual.on(engine.with(now.router(fresh)), rules));
  }

  /// How late vehicles are on the roads of now; nothing until it is known where they run.
  SlowTraffic slow() {
    return slow.getNow(SlowTraffic.NONE);
  }
}
