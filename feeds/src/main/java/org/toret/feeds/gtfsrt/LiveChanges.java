package org.toret.feeds.gtfsrt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.toret.feeds.gtfsrt.TripUpdate.StopTimeEvent;
import org.toret.feeds.gtfsrt.TripUpdate.StopTimeUpdate;
import org.toret.network.overlay.CallChange;
import org.toret.network.overlay.FeedChanges;
import org.toret.network.overlay.Sightings.Sighting;
import org.toret.network.overlay.TripChange;

/// Tells an overlay what the trip updates of a message say. A differential message says only what
/// has changed, and is joined with those before it first ([FeedMessage#followedBy]).
///
/// An update of a run that a detour changes names the modifications; it is told as such.
public final class LiveChanges {

  private LiveChanges() {}

  /// What a message says of runs.
  ///
  /// @param source name of the source of the message
  /// @param feed id of the timetable feed that it speaks of
  /// @param otherwiseEpochSeconds when it counts as said if it does not tell
  public static FeedChanges of(
      String source, String feed, FeedMessage message, long otherwiseEpochSeconds) {
    return new FeedChanges(
        source,
        feed,
        message.header().timestampEpochSeconds().orElse(otherwiseEpochSeconds),
        message.tripUpdates().stream().map(LiveChanges::change).toList(),
        LiveDetours.of(message));
  }

  /// Where a message says that vehicles of runs are.
  ///
  /// @param otherwiseEpochSeconds when one was seen that does not tell
  public static List<Sighting> sightings(FeedMessage message, long otherwiseEpochSeconds) {
    List<Sighting> seen = new ArrayList<>();
    for (VehiclePosition vehicle : message.vehiclePositions()) {
      if (vehicle.position().isPresent()
          && vehicle.trip().filter(trip -> isPublished(trip)).isPresent()) {
        TripDescriptor trip = vehicle.trip().get();
        seen.add(
            new Sighting(
                trip.tripId(),
                trip.startSeconds(),
                trip.startDate(),
                vehicle.position().get().point(),
                vehicle.stopSequence(),
                vehicle.stopId(),
                vehicle.status() == VehiclePosition.StopStatus.STOPPED_AT,
                vehicle.timestampEpochSeconds().orElse(otherwiseEpochSeconds)));
      }
    }
    return seen;
  }

  private static boolean isPublished(TripDescriptor trip) {
    return !trip.tripId().isEmpty()
        && trip.modified().isEmpty()
        && (trip.relationship() == TripDescriptor.Relationship.SCHEDULED
            || trip.relationship() == TripDescriptor.Relationship.UNSCHEDULED);
  }

  private static TripChange change(TripUpdate update) {
    TripDescriptor trip = update.trip();
    TripChange.Kind kind = kind(trip.relationship());
    boolean full = kind == TripChange.Kind.ADDED || kind == TripChange.Kind.REPLACED;
    Optional<TripDescriptor.ModifiedTrip> modified = trip.modified();
    return new TripChange(
        modified.isPresent() ? TripChange.Kind.DETOURED : kind,
        modified.map(TripDescriptor.ModifiedTrip::tripId).orElse(trip.tripId()),
        trip.routeId(),
        trip.directionId(),
        modified.map(TripDescriptor.ModifiedTrip::startSeconds).orElse(trip.startSeconds()),
        modified.map(TripDescriptor.ModifiedTrip::startDate).orElse(trip.startDate()),
        update.delaySeconds(),
        update.calls().stream().map(call -> call(call, full)).toList(),
        update.properties().map(LiveChanges::told).orElse(TripChange.Told.NOTHING));
  }

  private static TripChange.Kind kind(TripDescriptor.Relationship relationship) {
    return switch (relationship) {
      case SCHEDULED, UNSCHEDULED -> TripChange.Kind.RUNS;
      case ADDED, NEW -> TripChange.Kind.ADDED;
      case CANCELED -> TripChange.Kind.CANCELED;
      case REPLACEMENT -> TripChange.Kind.REPLACED;
      case DUPLICATED -> TripChange.Kind.COPIED;
      case DELETED -> TripChange.Kind.DELETED;
    };
  }

  private static TripChange.Told told(TripUpdate.TripProperties properties) {
    Optional<LocalDate> date = properties.startDate();
    return new TripChange.Told(
        properties.tripId(),
        date,
        properties.startSeconds(),
        properties.headsign(),
        properties.shortName());
  }

  private static CallChange call(StopTimeUpdate call, boolean full) {
    return new CallChange(
        call.stopSequence(),
        call.stopId(),
        switch (call.relationship()) {
          case SCHEDULED, UNSCHEDULED -> CallChange.Kind.CALLS;
          case SKIPPED -> CallChange.Kind.SKIPPED;
          case NO_DATA -> CallChange.Kind.NO_DATA;
        },
        call.arrival().map(event -> event(event, full)),
        call.departure().map(event -> event(event, full)),
        call.properties().map(TripUpdate.StopTimeProperties::assignedStopId).orElse(""),
        call.properties()
            .map(TripUpdate.StopTimeProperties::pickupType)
            .orElse(OptionalInt.empty()),
        call.properties()
            .map(TripUpdate.StopTimeProperties::dropOffType)
            .orElse(OptionalInt.empty()));
  }

  /// Of runs told in full the moment may be the one meant, late by the delay.
  private static CallChange.Event event(StopTimeEvent event, boolean full) {
    OptionalLong moment = event.timeEpochSeconds();
    if (full && moment.isEmpty() && event.scheduledEpochSeconds().isPresent()) {
      moment =
          OptionalLong.of(
              event.scheduledEpochSeconds().getAsLong() + event.delaySeconds().orElse(0));
    }
    return new CallChange.Event(event.delaySeconds(), moment);
  }
}
