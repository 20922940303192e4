package org.toret.app.keep;

import java.time.Instant;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.toret.base.rules.RuleBook;
import org.toret.mobility.live.AlertIndex;
import org.toret.network.access.LiftOutage;

/// Answers for who takes no steps while lifts are out of order, kept for the states that are asked
/// for. Everybody else is answered as before. Thread-safe.
final class LiftAnswers {

  /// States for which answers are kept ready.
  private static final int MOST_STATES = 6;

  /// How long beside the window of a question somebody may still board or change.
  private static final long JOURNEY_SECONDS = 3600;

  private final AlertIndex alerts;
  private final RuleBook rules;
  private final Map<State, Answers> kept = new ConcurrentHashMap<>();

  /// What else is true, and the places of which something is said to be out of order.
  private record State(Answers usual, BitSet named) {}

  LiftAnswers(AlertIndex alerts, RuleBook rules) {
    this.alerts = alerts;
    this.rules = rules;
  }

  AlertIndex alerts() {
    return alerts;
  }

  /// The usual answers, but for the stops that are closed at the time of a question.
  ///
  /// @param at when the window begins; when it ends, where `arriveBy`
  /// @param windowSeconds its length
  Answers of(Answers usual, Instant at, boolean arriveBy, long windowSeconds) {
    long span = windowSeconds + JOURNEY_SECONDS;
    long from = at.getEpochSecond() - (arriveBy ? span : 0);
    BitSet named = new BitSet();
    for (String id : alerts.stopsHardToReach(from, from + span)) {
      usual.directory().findStop(id).ifPresent(named::set);
    }
    if (named.isEmpty()) {
      return usual;
    }
    if (kept.size() >= MOST_STATES) {
      kept.clear();
    }
    return kept.computeIfAbsent(new State(usual, named), this::made);
  }

  private Answers made(State state) {
    Answers usual = state.usual();
    BitSet closed = LiftOutage.closed(usual.engine().city().timetable(), state.named());
    return closed.isEmpty() ? usual : usual.on(usual.engine().without(closed), rules);
  }
}
