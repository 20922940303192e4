package org.toret.app.keep;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.outcome.Outcome;
import org.toret.base.rules.RuleBook;
import org.toret.mobility.Planner;
import org.toret.mobility.live.AlertIndex;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.Spot;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.When;
import org.toret.network.access.LiftOutage;
import org.toret.network.access.LiftOutage.Closed;
import org.toret.network.access.LiftOutage.Need;

/// Answers for who takes no steps, or avoids stairs, while lifts are out of order, kept for the
/// states that are asked for. Everybody else is answered as before. Thread-safe.
final class LiftAnswers {

  /// States for which answers are kept ready.
  private static final int MOST_STATES = 6;

  /// How long beside the window of a question somebody may still board or change.
  private static final long JOURNEY_SECONDS = 3600;

  private final AlertIndex alerts;
  private final RuleBook rules;
  private final Map<State, Answers> kept = new ConcurrentHashMap<>();
  private final Map<State, Closed> closures = new ConcurrentHashMap<>();

  /// What else is true, and the places of which something is said to be out of order.
  private record State(Answers usual, BitSet named, Need need) {}

  /// A stop where somebody gets in or out.
  private record Passage(Spot at, OffsetDateTime when, Function<Closed, BitSet> direction) {}

  LiftAnswers(AlertIndex alerts, RuleBook rules) {
    this.alerts = alerts;
    this.rules = rules;
  }

  AlertIndex alerts() {
    return alerts;
  }

  /// The usual answers, but for the stops that are closed to somebody at the time of a question.
  ///
  /// @param at when the window begins; when it ends, where `arriveBy`
  /// @param windowSeconds its length
  Answers of(Answers usual, Traveller traveller, Instant at, boolean arriveBy, long windowSeconds) {
    Need need = need(traveller);
    if (need == null) {
      return usual;
    }
    long span = windowSeconds + JOURNEY_SECONDS;
    long from = at.getEpochSecond() - (arriveBy ? span : 0);
    BitSet named = named(usual, from, from + span);
    if (named.isEmpty()) {
      return usual;
    }
    if (kept.size() >= MOST_STATES) {
      kept.clear();
    }
    return kept.computeIfAbsent(new State(usual, named, need), this::made);
  }

  /// Plans a request, and says where it is not known whether a way is left.
  Outcome<PlanAnswer> plan(Answers usual, PlanRequest request, KnownNow now) {
    When when = request.when();
    Traveller traveller = request.traveller();
    Answers open = of(usual, traveller, when.at(), when.arriveBy(), when.window().toSeconds());
    return open.planner()
        .plan(request, now)
        .map(answer -> answer.and(notices(usual, answer.alternatives(), traveller, Instant.EPOCH)));
  }

  /// An alternative timed and priced again, refused where a lift breaks it.
  Outcome<Again> again(Answers usual, String id, String language, KnownNow now, Instant at) {
    Traveller traveller = Planner.traveller(id).orElse(Traveller.ordinary());
    Outcome<Alternative> outcome = usual.planner().again(id, language, now);
    if (outcome instanceof Outcome.Done<Alternative>(Alternative way)) {
      Optional<Spot> broken = broken(usual, way, traveller, at);
      if (broken.isPresent()) {
        return Outcome.refused("lift_out_of_order", broken.get().name());
      }
    }
    return outcome.map(way -> new Again(way, notices(usual, List.of(way), traveller, at)));
  }

  /// The stop where a lift out of order breaks what somebody has still before him: no other way is
  /// known that he can take.
  private Optional<Spot> broken(Answers usual, Alternative way, Traveller traveller, Instant now) {
    return ahead(way, now).stream()
        .filter(passage -> fails(usual, passage, traveller, passage.direction()))
        .map(Passage::at)
        .findFirst();
  }

  /// `lift_out_stairs_unknown` for each stop of some ways that somebody may find without a way that
  /// he can take.
  private List<Notice> notices(
      Answers usual, List<Alternative> ways, Traveller traveller, Instant now) {
    Set<String> names = new LinkedHashSet<>();
    for (Alternative way : ways) {
      for (Passage passage : ahead(way, now)) {
        if (fails(usual, passage, traveller, Closed::doubtful)) {
          names.add(passage.at().name());
        }
      }
    }
    return names.stream()
        .map(name -> Notice.of("lift_out_stairs_unknown", Severity.WARNING, Place.ofFeed(""), name))
        .toList();
  }

  private boolean fails(
      Answers usual, Passage passage, Traveller traveller, Function<Closed, BitSet> stops) {
    Need need = need(traveller);
    String id = passage.at().stop();
    long when = passage.when().toEpochSecond();
    if (need == null || id == null) {
      return false;
    }
    BitSet named = named(usual, when, when);
    OptionalInt stop = usual.directory().findStop(id);
    return !named.isEmpty()
        && stop.isPresent()
        && stops.apply(closed(new State(usual, named, need))).get(stop.getAsInt());
  }

  private static List<Passage> ahead(Alternative way, Instant now) {
    List<Passage> passages = new ArrayList<>();
    List<Leg> legs = way.legs();
    for (int i = 0; i < legs.size(); i++) {
      Leg leg = legs.get(i);
      Leg.Transit ride = leg.transit();
      if (ride != null && !ride.seated()) {
        passages.add(new Passage(leg.from(), leg.departure(), Closed::entry));
      }
      Leg.Transit next = i + 1 < legs.size() ? legs.get(i + 1).transit() : null;
      if (ride != null && (next == null || !next.seated())) {
        passages.add(new Passage(leg.to(), leg.arrival(), Closed::exit));
      }
    }
    passages.removeIf(passage -> passage.when().toInstant().isBefore(now));
    return passages;
  }

  private static @Nullable Need need(Traveller traveller) {
    if (traveller.wheelchair()) {
      return Need.STEP_FREE;
    }
    return traveller.avoidStairs() ? Need.NO_STAIRS : null;
  }

  private BitSet named(Answers usual, long from, long until) {
    BitSet named = new BitSet();
    for (String id : alerts.stopsHardToReach(from, until)) {
      usual.directory().findStop(id).ifPresent(named::set);
    }
    return named;
  }

  private Closed closed(State state) {
    if (closures.size() >= MOST_STATES) {
      closures.clear();
    }
    return closures.computeIfAbsent(
        state,
        fresh ->
            LiftOutage.closed(
                fresh.usual().engine().city().timetable(), fresh.named(), fresh.need()));
  }

  private Answers made(State state) {
    Answers usual = state.usual();
    BitSet closed = closed(state).either();
    return closed.isEmpty()
        ? usual
        : usual.on(usual.engine().without(closed, state.need() == Need.STEP_FREE), rules);
  }
}
