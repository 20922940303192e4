package org.toret.network.overlay;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What is said of one run. Ids are those of the publisher, without the feed; texts are empty where
/// nothing is said.
///
/// A run is named by its trip; or by line, start and, where needed, direction; of a trip that is
/// repeated "every so many minutes" by trip and start.
///
/// @param directionId -1 where none is named
/// @param startSeconds published start, seconds since noon minus 12 h
/// @param date service date; without it the one on which the trip runs nearest to the message
/// @param delaySeconds of all calls until one says otherwise
/// @param calls in order of travel; all of them where the run is told in full
/// @param told what is new about the run
public record TripChange(
    Kind kind,
    String tripId,
    String routeId,
    int directionId,
    OptionalInt startSeconds,
    Optional<LocalDate> date,
    OptionalInt delaySeconds,
    List<CallChange> calls,
    Told told) {

  public TripChange {
    calls = List.copyOf(calls);
  }

  /// Whether it says when the run is anywhere.
  boolean tellsTimes() {
    return delaySeconds.isPresent()
        || calls.stream()
            .anyMatch(call ->
                call.kind() == CallChange.Kind.CALLS
                    && (call.arrival().isPresent() || call.departure().isPresent()));
  }

  /// How a run stands to the timetable.
  public enum Kind {
    /// Runs as published, early or late.
    RUNS,
    /// Runs as published, as early or late as its vehicle was seen; nobody told it.
    SEEN,
    /// Does not run, and travellers should see that.
    CANCELED,
    /// Does not run, and need not be shown.
    DELETED,
    /// Runs as a [Detour] leads it, early or late; its calls are named as in the run led elsewhere,
    /// numbered from 1.
    DETOURED,
    /// Runs otherwise than published, told in full.
    REPLACED,
    /// Is not published, told in full.
    ADDED,
    /// Runs as another one, at another time.
    COPIED
  }

  /// What is new about a run.
  ///
  /// @param tripId id of a copy
  /// @param date service date of a copy
  /// @param startSeconds start of a copy, seconds since noon minus 12 h
  public record Told(
      String tripId,
      Optional<LocalDate> date,
      OptionalInt startSeconds,
      String headsign,
      String shortName) {

    /// Nothing new.
    public static final Told NOTHING = new Told("", Optional.empty(), OptionalInt.empty(), "", "");
  }
}
