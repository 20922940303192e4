package org.toret.feeds.siri;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Severity;
import org.toret.feeds.gtfsrt.Occupancy;
import org.toret.feeds.gtfsrt.VehicleDescriptor;
import org.toret.feeds.gtfsrt.VehiclePosition;

/// Reads what is said of journeys: `EstimatedVehicleJourney` of ET and `VehicleActivity` of VM.
///
/// @param saidAtEpochSeconds when what does not tell its own time counts as said
record JourneyReader(Values values, long saidAtEpochSeconds) {

  /// A journey of ET; empty where nothing names it.
  Optional<SiriJourney> journey(SiriElement journey) {
    SiriJourney.Ref ref = ref(journey);
    boolean extra = journey.isTrue("ExtraJourney");
    if (ref.isEmpty()) {
      values.note("siri_no_reference", Severity.WARNING, journey.name());
      return Optional.empty();
    }
    return Optional.of(
        new SiriJourney(
            "et|" + ref.key(),
            ref,
            extra,
            journey.isTrue("Cancellation"),
            journey.isTrue("IsCompleteStopSequence"),
            journey.text("DestinationName"),
            journey.text("VehicleJourneyName"),
            OptionalInt.empty(),
            vehicle(journey.text("VehicleRef")),
            calls(journey),
            values.moment(journey.text("RecordedAtTime")).orElse(saidAtEpochSeconds)));
  }

  /// A vehicle of VM; empty where neither it nor its journey is named.
  Optional<SiriVehicle> activity(SiriElement activity) {
    Optional<SiriElement> monitored = activity.child("MonitoredVehicleJourney");
    if (monitored.isEmpty()) {
      values.note("siri_no_reference", Severity.WARNING, activity.name());
      return Optional.empty();
    }
    SiriElement journey = monitored.get();
    SiriJourney.Ref ref = ref(journey);
    String vehicleRef = journey.text("VehicleRef");
    String named = vehicleRef.isEmpty() ? activity.text("VehicleMonitoringRef") : vehicleRef;
    if (ref.isEmpty() && named.isEmpty()) {
      values.note("siri_no_reference", Severity.WARNING, activity.name());
      return Optional.empty();
    }
    String id = "vm|" + (named.isEmpty() ? ref.key() : named);
    long at = values.moment(activity.text("RecordedAtTime")).orElse(saidAtEpochSeconds);
    SiriJourney told =
        new SiriJourney(
            id,
            ref,
            false,
            false,
            false,
            "",
            "",
            values.duration(journey.text("Delay")),
            vehicle(named),
            calls(journey),
            at);
    return Optional.of(new SiriVehicle(position(id, named, journey, at), told));
  }

  private VehiclePosition position(String id, String vehicle, SiriElement journey, long at) {
    Optional<GeoPoint> point = journey.child("VehicleLocation").flatMap(values::point);
    SiriElement call = journey.child("MonitoredCall").orElseGet(() -> new SiriElement(""));
    return new VehiclePosition(
        id,
        Optional.empty(),
        vehicle(vehicle),
        point.map(where ->
            new VehiclePosition.Position(
                where, bearing(journey), OptionalDouble.empty(), OptionalDouble.empty())),
        OptionalInt.empty(),
        call.text("StopPointRef"),
        call.isTrue("VehicleAtStop")
            ? VehiclePosition.StopStatus.STOPPED_AT
            : VehiclePosition.StopStatus.IN_TRANSIT_TO,
        OptionalLong.of(at),
        VehiclePosition.CongestionLevel.UNKNOWN_CONGESTION_LEVEL,
        occupancy(journey),
        OptionalInt.empty(),
        List.of());
  }

  private OptionalDouble bearing(SiriElement journey) {
    String text = journey.text("Bearing");
    try {
      double degrees = text.isEmpty() ? Double.NaN : Double.parseDouble(text);
      return Double.isFinite(degrees)
          ? OptionalDouble.of((degrees % 360 + 360) % 360)
          : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      values.note("siri_unknown_value", Severity.WARNING, "Bearing", text);
      return OptionalDouble.empty();
    }
  }

  private static Optional<VehicleDescriptor> vehicle(String ref) {
    return ref.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new VehicleDescriptor(ref, "", "", VehicleDescriptor.WheelchairAccess.NO_VALUE));
  }

  private SiriJourney.Ref ref(SiriElement journey) {
    String framed = journey.text("FramedVehicleJourneyRef", "DatedVehicleJourneyRef");
    String frame = journey.text("FramedVehicleJourneyRef", "DataFrameRef");
    String named =
        framed.isEmpty()
            ? journey.textOfAny(
                "DatedVehicleJourneyRef",
                "EstimatedVehicleJourneyCode",
                "VehicleJourneyRef",
                "DatedVehicleJourneyIndirectRef")
            : framed;
    return new SiriJourney.Ref(
        named,
        Values.date(frame).or(() -> dateOf(named)),
        journey.text("LineRef"),
        journey.text("DirectionRef"),
        values.moment(journey.text("OriginAimedDepartureTime")),
        journey.text("OriginRef"),
        journey.text("DestinationRef"));
  }

  /// A date at the end of a reference, set off from the rest.
  private static Optional<java.time.LocalDate> dateOf(String ref) {
    return ref.matches(SiriIds.DATED)
        ? Values.date(ref.substring(ref.length() - 10))
        : Optional.empty();
  }

  private List<SiriJourney.Call> calls(SiriElement journey) {
    List<SiriJourney.Call> calls = new ArrayList<>();
    for (String part :
        List.of(
            "RecordedCalls", "PreviousCalls", "MonitoredCall", "EstimatedCalls", "OnwardCalls")) {
      for (SiriElement group : journey.children(part)) {
        if (part.endsWith("Calls")) {
          group.children().forEach(call -> calls.add(call(call)));
        } else {
          calls.add(call(group));
        }
      }
    }
    return calls.stream().filter(call -> !call.stop().isEmpty()).toList();
  }

  private SiriJourney.Call call(SiriElement call) {
    String boarding = call.text("DepartureBoardingActivity");
    String alighting = call.text("ArrivalBoardingActivity");
    boolean passes =
        call.isTrue("Cancellation")
            || "cancelled".equals(call.text("DepartureStatus"))
                && "cancelled".equals(call.text("ArrivalStatus"))
            || "passThru".equals(boarding);
    return new SiriJourney.Call(
        call.text("StopPointRef"),
        values.number(call.text("VisitNumber")).orElse(0),
        values.number(call.text("Order")),
        call.isTrue("ExtraCall"),
        passes,
        values.moment(call.text("AimedArrivalTime")),
        values.moment(call.textOfAny("ActualArrivalTime", "ExpectedArrivalTime")),
        values.moment(call.text("AimedDepartureTime")),
        values.moment(call.textOfAny("ActualDepartureTime", "ExpectedDepartureTime")),
        assigned(call),
        "noBoarding".equals(boarding) ? OptionalInt.of(1) : OptionalInt.empty(),
        "noAlighting".equals(alighting) ? OptionalInt.of(1) : OptionalInt.empty(),
        occupancy(call));
  }

  /// Another quay than aimed, of the departure rather than of the arrival.
  private static String assigned(SiriElement call) {
    for (String assignment : List.of("DepartureStopAssignment", "ArrivalStopAssignment")) {
      for (SiriElement quays : call.children(assignment)) {
        String told = quays.textOfAny("ActualQuayRef", "ExpectedQuayRef");
        if (!told.isEmpty() && !told.equals(quays.text("AimedQuayRef"))) {
          return told;
        }
      }
    }
    return "";
  }

  private Optional<Occupancy> occupancy(SiriElement element) {
    String word = element.text("Occupancy");
    Optional<Occupancy> known = Codes.occupancy(word);
    boolean silent = word.isEmpty() || word.equals("unknown") || word.equals("undefined");
    if (known.isEmpty() && !silent) {
      values.note("siri_unknown_value", Severity.WARNING, "Occupancy", word);
    }
    return known;
  }
}
