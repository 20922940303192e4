package org.toret.router.flex;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.toret.network.flex.OnDemand;
import org.toret.network.timetable.Timetable;
import org.toret.router.path.StreetRouter;

/// The rides on demand of a city made ready for questions. Immutable and thread-safe.
///
/// A vehicle drives as a car does, and longer where the feed says by how much; a door inside an
/// area is served itself, of a group the stop that is nearest on foot. Rides are told where the
/// door and the way to it lie by streets only.
///
/// Source: GTFS Schedule, revision of 2025 (GTFS-Flex as adopted in March 2024).
///
/// @param timetable to which routes, services and stops belong
public record FlexEngine(OnDemand onDemand, Timetable timetable, StreetRouter streets) {

  /// The best ride of each route: the earliest arrival, or the latest departure when the arrival is
  /// given. Only what can still be booked, or cannot be booked yet.
  public List<FlexRide> find(FlexQuery query) {
    return onDemand.isEmpty() ? List.of() : new FlexSearch(this, query).find();
  }

  /// The ride of one trip on one day between two of its calls, as near to the question as it can
  /// be.
  public Optional<FlexRide> find(
      FlexQuery query, int trip, LocalDate day, int pickupCall, int dropOffCall) {
    return new FlexSearch(this, query).ride(trip, day, pickupCall, dropOffCall);
  }
}
