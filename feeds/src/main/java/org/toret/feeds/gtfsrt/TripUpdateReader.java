package org.toret.feeds.gtfsrt;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.transit.realtime.GtfsRealtime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.toret.base.notice.Severity;
import org.toret.feeds.gtfsrt.TripUpdate.CallRelationship;
import org.toret.feeds.gtfsrt.TripUpdate.StopTimeEvent;
import org.toret.feeds.gtfsrt.TripUpdate.StopTimeProperties;
import org.toret.feeds.gtfsrt.TripUpdate.StopTimeUpdate;
import org.toret.feeds.gtfsrt.TripUpdate.TripProperties;

/// Reads `TripUpdate`.
final class TripUpdateReader {

  private final Fields fields;

  TripUpdateReader(Fields fields) {
    this.fields = fields;
  }

  /// Empty, with a notice, where no run is named.
  Optional<TripUpdate> read(GtfsRealtime.TripUpdate update) throws InvalidProtocolBufferException {
    Optional<TripDescriptor> trip = fields.trip(update.getTrip());
    if (trip.isEmpty()) {
      return Optional.empty();
    }
    boolean named =
        !trip.get().tripId().isEmpty()
            || !trip.get().routeId().isEmpty()
            || trip.get().modified().isPresent();
    if (!named) {
      fields.note("gtfsrt_no_trip", Severity.ERROR, fields.entity());
      return Optional.empty();
    }
    List<StopTimeUpdate> calls = new ArrayList<>();
    for (GtfsRealtime.TripUpdate.StopTimeUpdate call : update.getStopTimeUpdateList()) {
      if (!call.hasStopSequence() && call.getStopId().isEmpty()) {
        fields.note("gtfsrt_no_stop", Severity.WARNING, fields.entity());
      } else {
        calls.add(call(call));
      }
    }
    return Optional.of(
        new TripUpdate(
            fields.entity(),
            trip.get(),
            update.hasVehicle()
                ? Optional.of(fields.vehicle(update.getVehicle()))
                : Optional.empty(),
            calls,
            Fields.moment(update.hasTimestamp(), update.getTimestamp()),
            update.hasDelay() ? OptionalInt.of(update.getDelay()) : OptionalInt.empty(),
            update.hasTripProperties()
                ? Optional.of(properties(update.getTripProperties()))
                : Optional.empty()));
  }

  private StopTimeUpdate call(GtfsRealtime.TripUpdate.StopTimeUpdate call)
      throws InvalidProtocolBufferException {
    boolean told = call.hasScheduleRelationship() || Wire.of(call).number(5).isPresent();
    return new StopTimeUpdate(
        call.hasStopSequence() ? OptionalInt.of(call.getStopSequence()) : OptionalInt.empty(),
        call.getStopId(),
        call.hasArrival() ? Optional.of(event(call.getArrival())) : Optional.empty(),
        call.hasDeparture() ? Optional.of(event(call.getDeparture())) : Optional.empty(),
        fields
            .choice(call, 5, CallRelationship.class)
            .orElse(told ? CallRelationship.NO_DATA : CallRelationship.SCHEDULED),
        fields.choice(Wire.of(call).number(7), Occupancy.class),
        call.hasStopTimeProperties()
            ? Optional.of(properties(call.getStopTimeProperties()))
            : Optional.empty());
  }

  private static StopTimeEvent event(GtfsRealtime.TripUpdate.StopTimeEvent event) {
    OptionalLong scheduled = Wire.of(event).number(4);
    return new StopTimeEvent(
        event.hasDelay() ? OptionalInt.of(event.getDelay()) : OptionalInt.empty(),
        Fields.moment(event.hasTime(), event.getTime()),
        Fields.moment(scheduled.isPresent(), scheduled.orElse(0)),
        event.hasUncertainty() ? OptionalInt.of(event.getUncertainty()) : OptionalInt.empty());
  }

  private StopTimeProperties properties(
      GtfsRealtime.TripUpdate.StopTimeUpdate.StopTimeProperties properties) {
    Wire later = Wire.of(properties);
    return new StopTimeProperties(
        properties.getAssignedStopId(),
        later.text(2),
        fields.upTo(later.integer(3), 3, "pickup_type"),
        fields.upTo(later.integer(4), 3, "drop_off_type"));
  }

  private TripProperties properties(GtfsRealtime.TripUpdate.TripProperties properties) {
    Wire later = Wire.of(properties);
    return new TripProperties(
        properties.getTripId(),
        fields.date(properties.getStartDate()),
        fields.time(properties.getStartTime()),
        later.text(4),
        later.text(5),
        later.text(6));
  }
}
