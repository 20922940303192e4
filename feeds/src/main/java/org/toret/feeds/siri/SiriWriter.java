package org.toret.feeds.siri;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.toret.feeds.gtfsrt.Alert;
import org.toret.feeds.gtfsrt.FeedMessage;
import org.toret.feeds.gtfsrt.TranslatedText;
import org.toret.feeds.gtfsrt.TripDescriptor;
import org.toret.feeds.gtfsrt.TripDescriptor.Relationship;
import org.toret.feeds.gtfsrt.TripUpdate;
import org.toret.feeds.gtfsrt.VehiclePosition;
import org.toret.network.timetable.Timetable;

/// Writes SIRI 2.1 in XML: estimated timetables, vehicles and situations, with the elements that
/// the Italian profile uses. Lines, journeys and stops are named by their published ids, without
/// NeTEx frames.
///
/// All calls of a run are `EstimatedCalls`: which of its times were measured is not known. A run
/// that goes another way tells all its calls, extra ones as such, and the calls that it leaves out
/// as cancelled.
public final class SiriWriter {

  private final Timetable timetable;
  private final String prefix;
  private final String producer;
  private final ZoneId zone;
  private final CallWriter calls;
  private final java.util.function.ToIntFunction<String> routes;

  /// @param timetable as published
  /// @param feed row of the feed in it
  /// @param producer `ProducerRef`: who tells
  public SiriWriter(Timetable timetable, int feed, String producer) {
    this.timetable = timetable;
    this.prefix = timetable.feeds().ids().get(feed) + ":";
    this.producer = producer;
    this.zone = ZoneId.of(timetable.feeds().zones().get(feed));
    SiriIds ids = new SiriIds(timetable, timetable.feeds().ids().get(feed));
    this.calls = new CallWriter(timetable, prefix, ids);
    this.routes = ids::route;
  }

  /// `EstimatedTimetableDelivery`.
  public String estimatedTimetable(FeedMessage message) {
    SiriXml xml = begun(message, "EstimatedTimetableDelivery");
    if (!message.tripUpdates().isEmpty()) {
      xml.open("EstimatedJourneyVersionFrame").time("RecordedAtTime", at(message));
      message.tripUpdates().forEach(update -> journey(xml, update));
      xml.close();
    }
    return xml.end();
  }

  /// `VehicleMonitoringDelivery`.
  public String vehicleMonitoring(FeedMessage message) {
    SiriXml xml = begun(message, "VehicleMonitoringDelivery");
    message.vehiclePositions().forEach(vehicle -> vehicle(xml, vehicle, at(message)));
    return xml.end();
  }

  /// `SituationExchangeDelivery`.
  public String situations(FeedMessage message) {
    SiriXml xml = begun(message, "SituationExchangeDelivery");
    if (!message.alerts().isEmpty()) {
      xml.open("Situations");
      message.alerts().forEach(alert -> situation(xml, alert, at(message)));
      xml.close();
    }
    return xml.end();
  }

  private static long at(FeedMessage message) {
    return message.header().timestampEpochSeconds().orElse(0);
  }

  private SiriXml begun(FeedMessage message, String delivery) {
    SiriXml xml = new SiriXml(zone);
    return xml.open("ServiceDelivery")
        .time("ResponseTimestamp", at(message))
        .text("ProducerRef", producer)
        .open(delivery)
        .time("ResponseTimestamp", at(message))
        .text("Status", "true");
  }

  private void journey(SiriXml xml, TripUpdate update) {
    TripDescriptor trip = update.trip();
    boolean extra =
        trip.relationship() == Relationship.ADDED || trip.relationship() == Relationship.NEW;
    boolean cancelled =
        trip.relationship() == Relationship.CANCELED || trip.relationship() == Relationship.DELETED;
    xml.open("EstimatedVehicleJourney")
        .text("LineRef", trip.routeId())
        .text("DirectionRef", direction(trip));
    framed(xml, trip);
    xml.yes("ExtraJourney", extra)
        .yes("Cancellation", cancelled)
        .text("PublishedLineName", name(trip));
    update
        .properties()
        .ifPresent(told ->
            xml.text("DestinationName", told.headsign())
                .text("VehicleJourneyName", told.shortName()));
    update.vehicle().ifPresent(vehicle -> xml.text("VehicleRef", vehicle.id()));
    if (!update.calls().isEmpty()) {
      xml.open("EstimatedCalls");
      if (trip.relationship() == Relationship.REPLACEMENT) {
        calls.replaced(xml, ref(trip), update.calls());
      } else {
        calls.all(xml, update.calls());
      }
      xml.close().text("IsCompleteStopSequence", "true");
    }
    xml.close();
  }

  private static String direction(TripDescriptor trip) {
    return trip.directionId() < 0 ? "unknown" : trip.directionId() == 0 ? "outbound" : "inbound";
  }

  /// The reference of a run; of one that is repeated with its start, as its trip is called.
  private static String ref(TripDescriptor trip) {
    OptionalInt start = trip.startSeconds();
    if (start.isEmpty()) {
      return trip.tripId();
    }
    int seconds = start.getAsInt();
    return trip.tripId()
        + "#%02d%02d%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  private static void framed(SiriXml xml, TripDescriptor trip) {
    xml.open("FramedVehicleJourneyRef")
        .text("DataFrameRef", trip.startDate().map(Object::toString).orElse("unknown"))
        .text("DatedVehicleJourneyRef", ref(trip))
        .close();
  }

  private String name(TripDescriptor trip) {
    int route = routes.applyAsInt(trip.routeId());
    return route < 0 ? "" : timetable.routes().name(route);
  }

  private void vehicle(SiriXml xml, VehiclePosition vehicle, long otherwise) {
    long at = vehicle.timestampEpochSeconds().orElse(otherwise);
    xml.open("VehicleActivity")
        .time("RecordedAtTime", at)
        .time("ValidUntilTime", at + 300)
        .open("MonitoredVehicleJourney");
    Optional<TripDescriptor> trip = vehicle.trip();
    trip.ifPresent(run -> {
      xml.text("LineRef", run.routeId());
      if (!run.tripId().isEmpty()) {
        framed(xml, run);
      }
      xml.text("PublishedLineName", name(run));
    });
    vehicle
        .position()
        .ifPresent(position -> {
          xml.open("VehicleLocation")
              .text("Longitude", decimal(position.point().lon()))
              .text("Latitude", decimal(position.point().lat()))
              .close();
          position.bearingDegrees().ifPresent(degrees -> xml.text("Bearing", decimal(degrees)));
        });
    vehicle.occupancy().ifPresent(occupancy -> xml.text("Occupancy", Codes.word(occupancy)));
    vehicle.vehicle().ifPresent(named -> xml.text("VehicleRef", named.id()));
    xml.close().close();
  }

  static String decimal(double number) {
    return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private void situation(SiriXml xml, Alert alert, long at) {
    xml.open("PtSituationElement")
        .time("CreationTime", at)
        .text("ParticipantRef", producer)
        .text("SituationNumber", alert.entityId())
        .open("Source")
        .text("SourceType", "other")
        .close()
        .text("Progress", "published");
    for (Alert.ActivePeriod period :
        alert.activePeriods().isEmpty()
            ? List.of(
                new Alert.ActivePeriod(
                    java.util.OptionalLong.empty(), java.util.OptionalLong.empty()))
            : alert.activePeriods()) {
      xml.open("ValidityPeriod")
          .time("StartTime", period.startEpochSeconds().orElse(0))
          .time("EndTime", period.endEpochSeconds())
          .close();
    }
    xml.text("AlertCause", Codes.word(alert.cause()))
        .text("Severity", severity(alert.severity()))
        .text("ReportType", "incident");
    texts(xml, "Summary", alert.header());
    texts(xml, "Description", alert.description());
    links(xml, alert.url());
    new AffectsWriter(xml).write(alert.informed());
    xml.open("Consequences")
        .open("Consequence")
        .text("Condition", Codes.word(alert.effect()))
        .close()
        .close()
        .close();
  }

  private static String severity(Alert.Severity severity) {
    return switch (severity) {
      case UNKNOWN_SEVERITY -> "unknown";
      case INFO -> "slight";
      case WARNING -> "normal";
      case SEVERE -> "severe";
    };
  }

  private static void texts(SiriXml xml, String name, TranslatedText text) {
    text.translations().forEach(each -> xml.text(name, each.text(), each.language()));
  }

  private static void links(SiriXml xml, TranslatedText urls) {
    if (!urls.isEmpty()) {
      xml.open("InfoLinks");
      for (TranslatedText.Translation url : urls.translations()) {
        xml.open("InfoLink").text("Uri", url.text());
        if (!url.language().isEmpty()) {
          xml.text("Label", url.text(), url.language());
        }
        xml.close();
      }
      xml.close();
    }
  }
}
