package org.toret.feeds.siri;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toret.base.notice.Severity;
import org.toret.feeds.gtfsrt.Alert;

/// Collects what a message says while it is read.
final class MessageParts {

  private static final Map<String, SiriMessage.Kind> DELIVERIES =
      Map.of(
          "EstimatedTimetableDelivery", SiriMessage.Kind.ET,
          "VehicleMonitoringDelivery", SiriMessage.Kind.VM,
          "SituationExchangeDelivery", SiriMessage.Kind.SX,
          "FacilityMonitoringDelivery", SiriMessage.Kind.FM);

  private final Values values;
  private final long otherwise;
  private final Map<SiriMessage.Kind, SiriMessage.Told> told =
      new EnumMap<>(SiriMessage.Kind.class);
  private final List<SiriJourney> journeys = new ArrayList<>();
  private final List<SiriVehicle> vehicles = new ArrayList<>();
  private final List<Alert> situations = new ArrayList<>();
  private final List<Alert> facilities = new ArrayList<>();
  private final Set<String> gone = new LinkedHashSet<>();
  private OptionalLong made = OptionalLong.empty();
  private SiriMessage.@Nullable Kind delivery;

  MessageParts(Values values, long otherwise) {
    this.values = values;
    this.otherwise = otherwise;
  }

  boolean isEmpty() {
    return told.isEmpty();
  }

  SiriMessage message() {
    return new SiriMessage(told, journeys, vehicles, situations, facilities, gone);
  }

  /// Takes a record, the beginning of a delivery, or an element with a text.
  ///
  /// @param above name of the element that holds it
  void take(String above, SiriElement element) {
    switch (element.name()) {
      case "EstimatedVehicleJourney" ->
          reader(SiriMessage.Kind.ET).journey(element).ifPresent(journeys::add);
      case "VehicleActivity" ->
          reader(SiriMessage.Kind.VM).activity(element).ifPresent(vehicles::add);
      case "VehicleActivityCancellation" ->
          gone.add("vm|" + element.textOfAny("VehicleMonitoringRef", "ItemRef"));
      case "PtSituationElement" -> situation(element);
      case "FacilityCondition" -> facility(element);
      case "ResponseTimestamp" -> timestamp(above, element);
      case "SubscriptionRef" -> changes();
      case "ErrorText" -> values.note("siri_error", Severity.WARNING, element.text());
      default -> {
        SiriMessage.Kind kind = DELIVERIES.get(element.name());
        delivery = kind == null ? delivery : kind;
        if (kind != null) {
          reader(kind);
        }
      }
    }
  }

  /// Once a kind is spoken of, it is told.
  private JourneyReader reader(SiriMessage.Kind kind) {
    SiriMessage.Told known =
        told.computeIfAbsent(kind, fresh -> new SiriMessage.Told(made.orElse(otherwise), false));
    return new JourneyReader(values, known.atEpochSeconds());
  }

  /// The time of the whole message counts; without one that of the delivery.
  private void timestamp(String above, SiriElement element) {
    if (made.isEmpty()) {
      made = values.moment(element.text());
      SiriMessage.Kind kind = delivery;
      if (DELIVERIES.containsKey(above) && kind != null) {
        told.put(kind, new SiriMessage.Told(made.orElse(otherwise), false));
      }
    }
  }

  private void changes() {
    SiriMessage.Kind kind = delivery;
    if (kind != null) {
      told.computeIfPresent(
          kind, (same, before) -> new SiriMessage.Told(before.atEpochSeconds(), true));
    }
  }

  private void situation(SiriElement element) {
    reader(SiriMessage.Kind.SX);
    if (SituationReader.isHidden(element)) {
      gone.add(SituationReader.id(element));
    } else {
      situations.add(new SituationReader(values).situation(element));
    }
  }

  private void facility(SiriElement element) {
    reader(SiriMessage.Kind.FM);
    String id = SituationReader.facility(element);
    if (id.isEmpty()) {
      values.note("siri_no_reference", Severity.WARNING, element.name());
    } else if (SituationReader.works(element)) {
      gone.add("fm|" + id);
    } else {
      facilities.add(new SituationReader(values).facilityAlert(element));
    }
  }
}
