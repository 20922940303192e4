package org.toret.network.overlay;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What is said of one call of a run. The call is named by its number, its stop or both.
///
/// @param sequence published `stop_sequence`, empty where none is named
/// @param stopId published id without its feed, empty where none is named
/// @param assignedStopId where the vehicle calls instead, empty where it does not change
/// @param pickupType GTFS `pickup_type`, where it changes
/// @param dropOffType GTFS `drop_off_type`, where it changes
public record CallChange(
    OptionalInt sequence,
    String stopId,
    Kind kind,
    Optional<Event> arrival,
    Optional<Event> departure,
    String assignedStopId,
    OptionalInt pickupType,
    OptionalInt dropOffType) {

  /// How a call stands to the timetable.
  public enum Kind {
    /// The vehicle calls; its times are told.
    CALLS,
    /// The vehicle passes.
    SKIPPED,
    /// Nothing is known from here on: as published.
    NO_DATA
  }

  /// When a vehicle arrives or leaves; the moment goes before the delay. With neither, it is as
  /// published: some publishers leave out a delay of 0.
  ///
  /// @param delaySeconds late, negative early
  public record Event(OptionalInt delaySeconds, OptionalLong epochSeconds) {

    public static Event late(int seconds) {
      return new Event(OptionalInt.of(seconds), OptionalLong.empty());
    }

    public static Event at(long epochSeconds) {
      return new Event(OptionalInt.empty(), OptionalLong.of(epochSeconds));
    }
  }
}
