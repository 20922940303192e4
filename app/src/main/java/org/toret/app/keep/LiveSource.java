package org.toret.app.keep;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.toret.base.notice.Notices;

/// A source of live messages as it stands.
///
/// @param id name of the source
/// @param origin the file or address it comes from; `push` where messages are sent to us
/// @param feed id of the timetable feed that it speaks of, empty as long as none is known
/// @param state what can be relied on
/// @param at when its newest message was made, null without any
/// @param received when it came in, null without any
/// @param reason code of the notice that says why it is not used, empty where it is
/// @param detail what stands behind the reason
/// @param messages how many came in
/// @param failures how many attempts failed since the last message
/// @param told how much of what stands in the newest message, such as `runs`, `vehicles`, `alerts`,
///   `stations`, `carParks`, `roads`; in the order in which it is shown
public record LiveSource(
    String id,
    String origin,
    String feed,
    State state,
    @Nullable Instant at,
    @Nullable Instant received,
    String reason,
    String detail,
    long messages,
    int failures,
    Map<String, Integer> told) {

  public LiveSource {
    told = Collections.unmodifiableMap(new LinkedHashMap<>(told));
  }

  /// What can be relied on.
  public enum State {
    /// Nothing has come in yet.
    WAITING,
    /// Its newest message is used.
    FRESH,
    /// It has been silent for too long: the timetable holds.
    STALE,
    /// What came in cannot be used.
    FAILING
  }

  /// A source that has said nothing yet.
  public static LiveSource waiting(String id, String origin) {
    return new LiveSource(id, origin, "", State.WAITING, null, null, "", "", 0, 0, Map.of());
  }

  /// The same after a message that is used.
  ///
  /// @param speaksOf id of the feed or system that it concerns, empty where there is none
  /// @param made when the message says that it was made
  /// @param now when it came in
  public LiveSource spoke(String speaksOf, Instant made, Instant now, Map<String, Integer> what) {
    return new LiveSource(
        id, origin, speaksOf, State.FRESH, made, now, "", "", messages + 1, 0, what);
  }

  /// Whether its newest message is used.
  public boolean isFresh() {
    return state == State.FRESH;
  }

  /// The same after a message that could not be read, for the first reason that was noticed.
  public LiveSource failed(Notices notices) {
    Notices.Tally first = notices.listAll().getFirst();
    return failed(first.code(), String.join(", ", first.examples().getFirst().args()));
  }

  /// The same after an attempt that failed; what it said before holds on.
  public LiveSource failed(String code, String what) {
    State next = state == State.FRESH ? State.FRESH : State.FAILING;
    return new LiveSource(
        id, origin, feed, next, at, received, code, what, messages, failures + 1, told);
  }

  /// The same after too long a silence.
  public LiveSource stale() {
    return stale("live_stale");
  }

  /// The same.
  ///
  /// @param code of the notice that says what holds now
  public LiveSource stale(String code) {
    return new LiveSource(
        id, origin, feed, State.STALE, at, received, code, "", messages, failures, Map.of());
  }
}
