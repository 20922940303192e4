package org.toret.feeds.gtfsrt;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/// Which run is meant: by trip, by line and start, or as one of a modified trip.
///
/// @param tripId empty where none is named
/// @param routeId empty where none is named
/// @param directionId -1 where none is named
/// @param startSeconds scheduled start in seconds since noon minus 12 h
/// @param startDate service date of the start
/// @param modified the modified trip, where one is meant
public record TripDescriptor(
    String tripId,
    String routeId,
    int directionId,
    OptionalInt startSeconds,
    Optional<LocalDate> startDate,
    Relationship relationship,
    Optional<ModifiedTrip> modified) {

  /// How a run stands to the timetable.
  public enum Relationship implements Numbered {
    /// Runs as published, early or late.
    SCHEDULED(0),
    /// An extra run; deprecated, since it was never said what it means.
    ADDED(1),
    /// A run of a line that goes "every so many minutes".
    UNSCHEDULED(2),
    /// Published and does not run; is shown as cancelled.
    CANCELED(3),
    /// Runs another way or by other times than published, told in full.
    REPLACEMENT(5),
    /// A copy of a published run with another start.
    DUPLICATED(6),
    /// Published and does not run; is not shown at all.
    DELETED(7),
    /// An extra run, told in full.
    NEW(8);

    private final int number;

    Relationship(int number) {
      this.number = number;
    }

    @Override
    public int number() {
      return number;
    }
  }

  /// A run of a trip as [TripModifications] change it.
  ///
  /// @param modificationsId entity id of the modifications
  /// @param tripId the trip as published
  public record ModifiedTrip(
      String modificationsId,
      String tripId,
      OptionalInt startSeconds,
      Optional<LocalDate> startDate) {}
}
