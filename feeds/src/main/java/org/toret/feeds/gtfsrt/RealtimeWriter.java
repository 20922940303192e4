package org.toret.feeds.gtfsrt;

import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import com.google.transit.realtime.GtfsRealtime;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.toret.feeds.QuietProtobuf;

/// Writes GTFS-Realtime 2.0 messages: what [RealtimeReader] reads of runs, vehicles and
/// disruptions.
///
/// Runs that are not published are written as `ADDED`, which everybody understands, and not as the
/// younger `NEW`. What the published bindings do not know is written by field number.
public final class RealtimeWriter {

  private static final int BOARDING_CHANGES = 3;

  private RealtimeWriter() {}

  /// The bytes of a message.
  public static byte[] write(FeedMessage message) {
    try (QuietProtobuf _ = new QuietProtobuf()) {
      GtfsRealtime.FeedMessage.Builder out = GtfsRealtime.FeedMessage.newBuilder();
      GtfsRealtime.FeedHeader.Builder header =
          out.getHeaderBuilder()
              .setGtfsRealtimeVersion("2.0")
              .setIncrementality(GtfsRealtime.FeedHeader.Incrementality.FULL_DATASET);
      message.header().timestampEpochSeconds().ifPresent(header::setTimestamp);
      message
          .tripUpdates()
          .forEach(update ->
              out.addEntityBuilder().setId(update.entityId()).setTripUpdate(update(update)));
      message
          .vehiclePositions()
          .forEach(vehicle ->
              out.addEntityBuilder().setId(vehicle.entityId()).setVehicle(vehicle(vehicle)));
      message
          .alerts()
          .forEach(alert -> out.addEntityBuilder().setId(alert.entityId()).setAlert(alert(alert)));
      return out.build().toByteArray();
    }
  }

  private static GtfsRealtime.TripUpdate update(TripUpdate update) {
    GtfsRealtime.TripUpdate.Builder out =
        GtfsRealtime.TripUpdate.newBuilder().setTrip(trip(update.trip()));
    update.vehicle().ifPresent(vehicle -> out.setVehicle(vehicle(vehicle)));
    update.timestampEpochSeconds().ifPresent(out::setTimestamp);
    update.delaySeconds().ifPresent(out::setDelay);
    boolean full =
        switch (update.trip().relationship()) {
          case ADDED, NEW, REPLACEMENT -> true;
          case SCHEDULED, UNSCHEDULED, CANCELED, DUPLICATED, DELETED -> false;
        };
    update.calls().forEach(call -> out.addStopTimeUpdate(call(call, full)));
    update
        .properties()
        .ifPresent(told -> {
          UnknownFieldSet later = texts(5, told.headsign(), 6, told.shortName());
          if (!later.asMap().isEmpty()) {
            out.setTripProperties(
                GtfsRealtime.TripUpdate.TripProperties.newBuilder().setUnknownFields(later));
          }
        });
    return out.build();
  }

  private static GtfsRealtime.TripDescriptor trip(TripDescriptor trip) {
    GtfsRealtime.TripDescriptor.Builder out = GtfsRealtime.TripDescriptor.newBuilder();
    if (!trip.tripId().isEmpty()) {
      out.setTripId(trip.tripId());
    }
    if (!trip.routeId().isEmpty()) {
      out.setRouteId(trip.routeId());
    }
    if (trip.directionId() >= 0) {
      out.setDirectionId(trip.directionId());
    }
    trip.startSeconds()
        .ifPresent(start ->
            out.setStartTime(
                "%02d:%02d:%02d".formatted(start / 3600, start / 60 % 60, start % 60)));
    trip.startDate().ifPresent(date -> out.setStartDate(date(date)));
    TripDescriptor.Relationship relationship =
        trip.relationship() == TripDescriptor.Relationship.NEW
            ? TripDescriptor.Relationship.ADDED
            : trip.relationship();
    return numbered(out, 4, relationship.number());
  }

  private static String date(LocalDate date) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(date);
  }

  private static GtfsRealtime.TripUpdate.StopTimeUpdate call(
      TripUpdate.StopTimeUpdate call, boolean full) {
    GtfsRealtime.TripUpdate.StopTimeUpdate.Builder out =
        GtfsRealtime.TripUpdate.StopTimeUpdate.newBuilder();
    call.stopSequence().ifPresent(out::setStopSequence);
    if (!call.stopId().isEmpty()) {
      out.setStopId(call.stopId());
    }
    call.arrival().ifPresent(event -> out.setArrival(event(event, full)));
    call.departure().ifPresent(event -> out.setDeparture(event(event, full)));
    call.properties().ifPresent(told -> out.setStopTimeProperties(properties(told)));
    call.departureOccupancy()
        .ifPresent(occupancy ->
            out.setUnknownFields(
                UnknownFieldSet.newBuilder().addField(7, varint(occupancy.number())).build()));
    return numbered(out, 5, call.relationship().number());
  }

  private static GtfsRealtime.TripUpdate.StopTimeUpdate.StopTimeProperties properties(
      TripUpdate.StopTimeProperties told) {
    var out = GtfsRealtime.TripUpdate.StopTimeUpdate.StopTimeProperties.newBuilder();
    if (!told.assignedStopId().isEmpty()) {
      out.setAssignedStopId(told.assignedStopId());
    }
    UnknownFieldSet.Builder later = UnknownFieldSet.newBuilder();
    later.mergeFrom(texts(2, told.headsign(), 2, ""));
    number(later, BOARDING_CHANGES, told.pickupType());
    number(later, BOARDING_CHANGES + 1, told.dropOffType());
    return out.setUnknownFields(later.build()).build();
  }

  private static GtfsRealtime.TripUpdate.StopTimeEvent event(
      TripUpdate.StopTimeEvent event, boolean full) {
    GtfsRealtime.TripUpdate.StopTimeEvent.Builder out =
        GtfsRealtime.TripUpdate.StopTimeEvent.newBuilder();
    event.delaySeconds().ifPresent(out::setDelay);
    event.timeEpochSeconds().ifPresent(out::setTime);
    event.uncertaintySeconds().ifPresent(out::setUncertainty);
    OptionalLong scheduled = event.scheduledEpochSeconds();
    if (full && scheduled.isPresent()) {
      out.setUnknownFields(
          UnknownFieldSet.newBuilder().addField(4, varint(scheduled.getAsLong())).build());
    }
    return out.build();
  }

  private static GtfsRealtime.VehicleDescriptor vehicle(VehicleDescriptor vehicle) {
    GtfsRealtime.VehicleDescriptor.Builder out =
        GtfsRealtime.VehicleDescriptor.newBuilder().setId(vehicle.id());
    if (!vehicle.label().isEmpty()) {
      out.setLabel(vehicle.label());
    }
    return out.build();
  }

  private static GtfsRealtime.VehiclePosition vehicle(VehiclePosition vehicle) {
    GtfsRealtime.VehiclePosition.Builder out = GtfsRealtime.VehiclePosition.newBuilder();
    vehicle.trip().ifPresent(trip -> out.setTrip(trip(trip)));
    vehicle.vehicle().ifPresent(named -> out.setVehicle(vehicle(named)));
    vehicle
        .position()
        .ifPresent(position -> {
          GtfsRealtime.Position.Builder where =
              out.getPositionBuilder()
                  .setLatitude((float) position.point().lat())
                  .setLongitude((float) position.point().lon());
          position.bearingDegrees().ifPresent(degrees -> where.setBearing((float) degrees));
        });
    vehicle.timestampEpochSeconds().ifPresent(out::setTimestamp);
    Optional<Occupancy> occupancy = vehicle.occupancy();
    return occupancy.isPresent() ? numbered(out, 9, occupancy.get().number()) : out.build();
  }

  private static GtfsRealtime.Alert alert(Alert alert) {
    GtfsRealtime.Alert.Builder out = GtfsRealtime.Alert.newBuilder();
    for (Alert.ActivePeriod period : alert.activePeriods()) {
      GtfsRealtime.TimeRange.Builder range = out.addActivePeriodBuilder();
      period.startEpochSeconds().ifPresent(range::setStart);
      period.endEpochSeconds().ifPresent(range::setEnd);
    }
    for (Alert.InformedEntity one : alert.informed()) {
      GtfsRealtime.EntitySelector.Builder entity = out.addInformedEntityBuilder();
      if (!one.agencyId().isEmpty()) {
        entity.setAgencyId(one.agencyId());
      }
      if (!one.routeId().isEmpty()) {
        entity.setRouteId(one.routeId());
      }
      one.routeType().ifPresent(entity::setRouteType);
      if (one.directionId() >= 0) {
        entity.setDirectionId(one.directionId());
      }
      if (!one.stopId().isEmpty()) {
        entity.setStopId(one.stopId());
      }
      one.trip().ifPresent(trip -> entity.setTrip(trip(trip)));
    }
    text(alert.url()).ifPresent(out::setUrl);
    text(alert.header()).ifPresent(out::setHeaderText);
    text(alert.description()).ifPresent(out::setDescriptionText);
    GtfsRealtime.Alert caused = numbered(out, 6, alert.cause().number());
    return numbered(caused.toBuilder(), 7, alert.effect().number());
  }

  private static Optional<GtfsRealtime.TranslatedString> text(TranslatedText text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    GtfsRealtime.TranslatedString.Builder out = GtfsRealtime.TranslatedString.newBuilder();
    for (TranslatedText.Translation each : text.translations()) {
      GtfsRealtime.TranslatedString.Translation.Builder one =
          out.addTranslationBuilder().setText(each.text());
      if (!each.language().isEmpty()) {
        one.setLanguage(each.language());
      }
    }
    return Optional.of(out.build());
  }

  /// Sets a choice by its number, whether the bindings know it or not.
  @SuppressWarnings("unchecked")
  private static <M extends Message> M numbered(Message.Builder out, int field, int number) {
    var descriptor = out.getDescriptorForType().findFieldByNumber(field);
    var known = descriptor == null ? null : descriptor.getEnumType().findValueByNumber(number);
    if (descriptor != null && known != null) {
      out.setField(descriptor, known);
    } else {
      out.setUnknownFields(
          UnknownFieldSet.newBuilder(out.getUnknownFields())
              .addField(field, varint(number))
              .build());
    }
    return (M) out.build();
  }

  private static UnknownFieldSet texts(int field, String text, int other, String otherText) {
    UnknownFieldSet.Builder out = UnknownFieldSet.newBuilder();
    if (!text.isEmpty()) {
      out.addField(field, bytes(text));
    }
    if (!otherText.isEmpty()) {
      out.addField(other, bytes(otherText));
    }
    return out.build();
  }

  private static void number(UnknownFieldSet.Builder out, int field, OptionalInt number) {
    if (number.isPresent()) {
      out.addField(field, varint(number.getAsInt()));
    }
  }

  private static UnknownFieldSet.Field varint(long number) {
    return UnknownFieldSet.Field.newBuilder().addVarint(number).build();
  }

  private static UnknownFieldSet.Field bytes(String text) {
    return UnknownFieldSet.Field.newBuilder()
        .addLengthDelimited(com.google.protobuf.ByteString.copyFromUtf8(text))
        .build();
  }
}
