package org.toret.feeds.gtfsrt;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How one run goes today.
///
/// @param calls what is known of its calls, in order of travel
/// @param timestampEpochSeconds when the vehicle was last measured
/// @param delaySeconds of the whole run, until a call says otherwise
/// @param properties of a run that is a copy of another or follows another shape
public record TripUpdate(
    String entityId,
    TripDescriptor trip,
    Optional<VehicleDescriptor> vehicle,
    List<StopTimeUpdate> calls,
    OptionalLong timestampEpochSeconds,
    OptionalInt delaySeconds,
    Optional<TripProperties> properties) {

  public TripUpdate {
    calls = List.copyOf(calls);
  }

  /// How a call stands to the timetable.
  public enum CallRelationship implements Numbered {
    SCHEDULED,
    SKIPPED,
    NO_DATA,
    UNSCHEDULED;

    @Override
    public int number() {
      return ordinal();
    }
  }

  /// An arrival or a departure. Time goes before delay; where neither is there, nothing is known.
  ///
  /// @param delaySeconds late, negative early
  /// @param timeEpochSeconds when it is expected
  /// @param scheduledEpochSeconds when it was meant to be, of runs that no timetable tells
  /// @param uncertaintySeconds empty where unknown, 0 where certain
  public record StopTimeEvent(
      OptionalInt delaySeconds,
      OptionalLong timeEpochSeconds,
      OptionalLong scheduledEpochSeconds,
      OptionalInt uncertaintySeconds) {}

  /// One call; it is named by `stopSequence`, `stopId` or both.
  ///
  /// @param stopId empty where none is named
  /// @param departureOccupancy how full the vehicle will be when it leaves
  public record StopTimeUpdate(
      OptionalInt stopSequence,
      String stopId,
      Optional<StopTimeEvent> arrival,
      Optional<StopTimeEvent> departure,
      CallRelationship relationship,
      Optional<Occupancy> departureOccupancy,
      Optional<StopTimeProperties> properties) {}

  /// What changes about a call.
  ///
  /// @param assignedStopId another platform, empty where it stays the same
  /// @param headsign empty where it stays the same
  /// @param pickupType GTFS `pickup_type`, where it changes
  /// @param dropOffType GTFS `drop_off_type`, where it changes
  public record StopTimeProperties(
      String assignedStopId, String headsign, OptionalInt pickupType, OptionalInt dropOffType) {}

  /// What changes about a run; texts are empty where nothing does.
  ///
  /// @param tripId id of the copy
  /// @param startDate service date of the copy
  /// @param startSeconds start of the copy, seconds since noon minus 12 h
  public record TripProperties(
      String tripId,
      Optional<LocalDate> startDate,
      OptionalInt startSeconds,
      String shapeId,
      String headsign,
      String shortName) {}
}
