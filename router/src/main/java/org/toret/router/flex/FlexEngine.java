package org.toret.router.flex;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.toret.network.flex.OnDemand;
import org.toret.network.timetable.Timetable;
import org.toret.router.path.StreetRouter;
import org.toret.router.walk.WalkOptions;

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

  /// A ride found before.
  ///
  /// @param trip index into [org.toret.network.flex.FlexTrips]
  /// @param pickupCall index into [org.toret.network.flex.FlexCalls]
  /// @param dropOffCall the same
  public record Asked(
      int trip, LocalDate day, int pickupCall, int dropOffCall, FlexEnd from, FlexEnd to) {}

  /// A ride as it is now; empty when it does not run any more, not then, or not from there to
  /// there, or it is too late to book it.
  ///
  /// @param pickup epoch second
  /// @param now by when it must still be bookable, epoch second
  public Optional<FlexRide> again(Asked asked, long pickup, long now) {
    FlexQuery query =
        new FlexQuery(
            asked.from().point(),
            asked.to().point(),
            pickup - asked.from().walkSeconds(),
            false,
            0,
            now,
            WalkOptions.upTo(Integer.MAX_VALUE / 16));
    return new FlexSearch(this, query).again(asked);
  }

  /// The rides between a door and stops from where the way goes on, or comes, by timetable: for
  /// each pair of calls of a trip on a day those that can be had when asked for.
  public List<FlexReach> reach(FlexApproach asked) {
    return onDemand.isEmpty() ? List.of() : new FlexReachSearch(this, asked).find();
  }
}
