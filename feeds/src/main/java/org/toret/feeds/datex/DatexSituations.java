package org.toret.feeds.datex;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.toret.base.notice.Severity;
import org.toret.base.xml.XmlElement;
import org.toret.feeds.Moments;
import org.toret.network.traffic.RoadEvent;
import org.toret.network.traffic.RoadPlace;
import org.toret.network.zone.AccessCondition;

/// Situations that concern private cars: closures, temporary limits, congestion, roadworks,
/// accidents, obstructions.
///
/// A road or carriageway is closed where the type of management or of constriction says so; closed
/// lanes are not. `roadClosed` closes both directions, anything else the one of its course. What is
/// advised, cancelled, suspended, or for other vehicles (lorries, too high, too heavy) is left out.
final class DatexSituations {

  private static final Set<String> CLOSED = Set.of("roadClosed", "carriagewayClosures");
  private static final Set<String> BLOCKED = Set.of("roadBlocked", "carriagewayBlocked");
  private static final int MOST_KMH = 200;

  private final DatexTraffic.Sayer sayer;
  private int nowhere;
  private int others;
  private int unread;

  DatexSituations(DatexTraffic.Sayer sayer) {
    this.sayer = sayer;
  }

  List<RoadEvent> of(XmlElement root) {
    List<RoadEvent> events = new ArrayList<>();
    List<XmlElement> records = root.all("situationRecord");
    for (XmlElement record : records) {
      record(record, events);
    }
    say("datex_events_nowhere", Severity.WARNING, nowhere, records.size());
    say("datex_events_for_others", Severity.INFO, others, records.size());
    say("datex_events_unread", Severity.WARNING, unread, records.size());
    return events;
  }

  /// Epoch second of the newest version of a record, for messages without a time of their own.
  static long newest(XmlElement root) {
    return root.all("situationRecordVersionTime").stream()
        .flatMap(time -> Moments.instant(time.text()).stream())
        .mapToLong(Instant::getEpochSecond)
        .max()
        .orElse(0);
  }

  private void say(String code, Severity severity, int count, int all) {
    if (count > 0) {
      sayer.say(code, severity, count, all);
    }
  }

  private void record(XmlElement record, List<RoadEvent> events) {
    List<XmlElement> vehicles = record.children("forVehiclesWithCharacteristicsOf");
    boolean ours = vehicles.isEmpty() || vehicles.stream().anyMatch(CarConditions::concernsCars);
    boolean binding = !record.text("complianceOption").equals("advisory");
    boolean suspended = record.text("validity", "validityStatus").equals("suspended");
    boolean over =
        record.text("lifeCycleManagement", "cancel").equals("true")
            || record.text("management", "lifeCycleManagement", "end").equals("true")
            || record.text("lifeCycleManagement", "end").equals("true");
    if (!ours || !binding || suspended || over) {
      others++;
      return;
    }
    Optional<XmlElement> location =
        record.child("locationReference").or(() -> record.child("groupOfLocations"));
    Optional<RoadPlace> place = location.flatMap(DatexPlaces::of);
    String placeId =
        location.stream()
            .flatMap(where -> where.all("predefinedLocationReference").stream())
            .map(reference -> reference.attribute("id"))
            .findFirst()
            .orElse("");
    if (place.isEmpty() && placeId.isEmpty()) {
      nowhere++;
      return;
    }
    Optional<List<Span>> spans = spans(record);
    if (spans.isEmpty() || record.attribute("id").isEmpty()) {
      unread++;
      return;
    }
    boolean wholeRoad =
        record.text("roadOrCarriagewayOrLaneManagementType").equals("roadClosed")
            || record.text("impact", "trafficConstrictionType").equals("roadBlocked");
    for (Span span : spans.get()) {
      events.add(
          new RoadEvent(
              record.attribute("id"),
              kind(record),
              place.map(found -> wholeRoad ? found.inBothWays() : found).orElse(null),
              placeId,
              wholeRoad,
              kmh(record),
              span.from(),
              span.until(),
              span.times(),
              texts(record)));
    }
  }

  private static RoadEvent.Kind kind(XmlElement record) {
    boolean closed =
        CLOSED.contains(record.text("roadOrCarriagewayOrLaneManagementType"))
            || BLOCKED.contains(record.text("impact", "trafficConstrictionType"));
    if (closed) {
      return RoadEvent.Kind.CLOSURE;
    }
    return switch (record.type()) {
      case "SpeedManagement" -> RoadEvent.Kind.SPEED_LIMIT;
      case "AbnormalTraffic" -> RoadEvent.Kind.CONGESTION;
      case "MaintenanceWorks", "ConstructionWorks" -> RoadEvent.Kind.ROADWORKS;
      case "Accident" -> RoadEvent.Kind.ACCIDENT;
      case "VehicleObstruction",
          "GeneralObstruction",
          "EnvironmentalObstruction",
          "AnimalPresenceObstruction",
          "InfrastructureDamageObstruction" ->
          RoadEvent.Kind.OBSTRUCTION;
      default -> RoadEvent.Kind.OTHER;
    };
  }

  private static int kmh(XmlElement record) {
    for (String name : List.of("temporarySpeedLimit", "averageSpeed")) {
      try {
        double kmh = Double.parseDouble(record.text(name));
        if (kmh >= 1 && kmh <= MOST_KMH) {
          return (int) Math.round(kmh);
        }
      } catch (NumberFormatException e) {
        continue;
      }
    }
    return 0;
  }

  /// When it holds: the whole, or each period of it.
  private record Span(long from, long until, List<AccessCondition> times) {}

  /// Empty where the beginning cannot be read.
  private static Optional<List<Span>> spans(XmlElement record) {
    Optional<XmlElement> told = record.child("validity", "validityTimeSpecification");
    Optional<Instant> start =
        told.flatMap(when -> Moments.instant(when.text("overallStartTime")))
            .or(() -> Moments.instant(record.text("situationRecordCreationTime")));
    if (start.isEmpty()) {
      return Optional.empty();
    }
    long from = start.get().getEpochSecond();
    String end = told.map(when -> when.text("overallEndTime")).orElse("");
    Optional<Instant> until = Moments.instant(end);
    if (until.isEmpty() && !end.isEmpty()) {
      return Optional.empty();
    }
    long last = until.map(Instant::getEpochSecond).orElse(RoadEvent.OPEN_END);
    List<Span> spans = new ArrayList<>();
    for (XmlElement period :
        told.map(when -> when.children("validPeriod")).orElse(List.<XmlElement>of())) {
      long first =
          Moments.instant(period.text("startOfPeriod"))
              .map(at -> Math.max(from, at.getEpochSecond()))
              .orElse(from);
      long ends =
          Moments.instant(period.text("endOfPeriod"))
              .map(at -> Math.min(last, at.getEpochSecond()))
              .orElse(last);
      spans.add(new Span(first, ends, CarConditions.period(period)));
    }
    return Optional.of(spans.isEmpty() ? List.of(new Span(from, last, List.of())) : spans);
  }

  private static Map<String, String> texts(XmlElement record) {
    Map<String, StringJoiner> lines = new HashMap<>();
    for (XmlElement comment : record.children("generalPublicComment")) {
      for (XmlElement value : comment.all("value")) {
        String language = value.attribute("lang").toLowerCase(Locale.ROOT);
        if (!value.text().isEmpty()) {
          lines.computeIfAbsent(language, first -> new StringJoiner("\n")).add(value.text());
        }
      }
    }
    Map<String, String> texts = new HashMap<>();
    lines.forEach((language, all) -> texts.put(language, all.toString()));
    return texts;
  }
}
