package org.toret.feeds.siri;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.toret.feeds.gtfsrt.Alert;
import org.toret.feeds.gtfsrt.Alert.ActivePeriod;
import org.toret.feeds.gtfsrt.Alert.InformedEntity;
import org.toret.feeds.gtfsrt.TranslatedText;
import org.toret.feeds.gtfsrt.TripDescriptor;

/// Reads what is said of disruptions and of things that do not work: `PtSituationElement` of SX and
/// `FacilityCondition` of FM. Lines, stops and journeys are named as they were published.
record SituationReader(Values values) {

  private static final Set<String> WITHOUT_STEPS = Set.of("lift", "ramp", "wheelchairLift");
  private static final Pattern EQUIPMENT =
      Pattern.compile("(?:^|:)(\\w+Equipment|Parking)(?:[:.]|$)");

  /// Id of a situation, the same in every version of it.
  static String id(SiriElement situation) {
    return "sx|" + situation.text("ParticipantRef") + "|" + situation.text("SituationNumber");
  }

  /// Whether a situation is over, or not yet told to the public.
  static boolean isHidden(SiriElement situation) {
    return switch (situation.text("Progress")) {
      case "closed", "deleted", "draft", "pendingApproval", "approvedDraft" -> true;
      default -> false;
    };
  }

  /// A disruption.
  Alert situation(SiriElement situation) {
    List<ActivePeriod> periods = periods(situation.children("ValidityPeriod"));
    List<ActivePeriod> shown =
        periods.isEmpty() ? periods(situation.children("PublicationWindow")) : periods;
    List<InformedEntity> informed = new ArrayList<>();
    situation.child("Affects").ifPresent(affects -> informed.addAll(informed(affects)));
    for (SiriElement consequence : consequences(situation)) {
      consequence.child("Affects").ifPresent(affects -> informed.addAll(informed(affects)));
    }
    String severity = situation.text("Severity");
    return alert(
        id(situation),
        shown,
        new ArrayList<>(new LinkedHashSet<>(informed)),
        Codes.cause(
            situation.textOfAny(
                "AlertCause",
                "MiscellaneousReason",
                "PersonnelReason",
                "EquipmentReason",
                "EnvironmentReason",
                "ReasonName")),
        effect(situation),
        Codes.severity(severity),
        texts(situation, "Summary"),
        texts(situation, "Description"),
        links(situation));
  }

  /// Id of a facility; empty where none is named.
  static String facility(SiriElement condition) {
    String ref = condition.text("FacilityRef");
    return ref.isEmpty() ? condition.text("Facility", "FacilityCode") : ref;
  }

  /// Whether a facility works: what was said of it holds no more.
  static boolean works(SiriElement condition) {
    String status = condition.text("FacilityStatus", "Status");
    return status.equals("available") || status.equals("added") || status.isEmpty();
  }

  /// Whether somebody who takes no steps may need it: a lift or ramp by its features, else by the
  /// NeTEx type in its id, and whatever tells neither.
  private static boolean leadsWithoutSteps(SiriElement facility, String id) {
    List<SiriElement> features =
        facility.child("Features").map(all -> all.children("Feature")).orElse(List.of());
    if (!features.isEmpty()) {
      return features.stream()
          .anyMatch(feature ->
              WITHOUT_STEPS.contains(feature.text("AccessFacility").strip())
                  || !feature.text("MobilityFacility").isBlank());
    }
    Matcher type = EQUIPMENT.matcher(id);
    return !type.find() || type.group(1).matches("LiftEquipment|RampEquipment");
  }

  /// A facility that does not work, or not as it should: for whom needs it, at the stops named, or
  /// at the stop that is called as the facility is.
  Alert facilityAlert(SiriElement condition) {
    SiriElement facility = condition.child("Facility").orElseGet(() -> new SiriElement(""));
    SiriElement location = facility.child("FacilityLocation").orElseGet(() -> new SiriElement(""));
    Set<InformedEntity> informed = new LinkedHashSet<>();
    for (String name : List.of("StopPointRef", "QuayRef", "StopPlaceComponentId", "StopPlaceRef")) {
      if (informed.isEmpty() && !location.text(name).isEmpty()) {
        informed.add(entity(location.text("LineRef"), location.text(name)));
      }
    }
    if (informed.isEmpty()) {
      informed.add(entity(location.text("LineRef"), facility(condition)));
    }
    TranslatedText described = texts(facility, "Description");
    TranslatedText status =
        condition
            .child("FacilityStatus")
            .map(s -> texts(s, "Description"))
            .orElse(TranslatedText.NONE);
    TranslatedText remedy =
        condition.child("Remedy").map(s -> texts(s, "Description")).orElse(TranslatedText.NONE);
    TranslatedText header = first(described, status, remedy, named(facility(condition)));
    List<ActivePeriod> periods =
        periods(
            java.util.stream.Stream.concat(
                    condition.children("ValidityPeriod").stream(),
                    condition.child("Remedy").stream()
                        .flatMap(given -> given.children("RemedyPeriod").stream()))
                .toList());
    return alert(
        "fm|" + facility(condition),
        periods,
        List.copyOf(informed),
        Alert.Cause.TECHNICAL_PROBLEM,
        leadsWithoutSteps(facility, facility(condition))
            ? Alert.Effect.ACCESSIBILITY_ISSUE
            : Alert.Effect.OTHER_EFFECT,
        Alert.Severity.WARNING,
        header,
        header == status ? remedy : first(status, remedy),
        TranslatedText.NONE);
  }

  private static TranslatedText named(String text) {
    return new TranslatedText(List.of(new TranslatedText.Translation(text, "")));
  }

  private static TranslatedText first(TranslatedText... texts) {
    for (TranslatedText text : texts) {
      if (!text.isEmpty()) {
        return text;
      }
    }
    return TranslatedText.NONE;
  }

  private static Alert alert(
      String id,
      List<ActivePeriod> periods,
      List<InformedEntity> informed,
      Alert.Cause cause,
      Alert.Effect effect,
      Alert.Severity severity,
      TranslatedText header,
      TranslatedText description,
      TranslatedText url) {
    return new Alert(
        id,
        periods,
        informed,
        cause,
        effect,
        severity,
        url,
        header,
        description,
        TranslatedText.NONE,
        TranslatedText.NONE,
        TranslatedText.NONE,
        TranslatedText.NONE,
        List.of(),
        TranslatedText.NONE);
  }

  /// A start is required where SIRI is written: the beginning of time counts as none.
  private List<ActivePeriod> periods(List<SiriElement> told) {
    List<ActivePeriod> periods = new ArrayList<>();
    for (SiriElement period : told) {
      OptionalLong start = values.moment(period.text("StartTime"));
      OptionalLong end = values.moment(period.text("EndTime"));
      boolean open = start.isEmpty() || start.getAsLong() <= 0;
      if (!open || end.isPresent()) {
        periods.add(new ActivePeriod(open ? OptionalLong.empty() : start, end));
      }
    }
    return periods;
  }

  private static List<SiriElement> consequences(SiriElement situation) {
    return situation.child("Consequences").stream()
        .flatMap(all -> all.children("Consequence").stream())
        .toList();
  }

  /// The first condition that is known; delays where only they are told.
  private static Alert.Effect effect(SiriElement situation) {
    for (SiriElement consequence : consequences(situation)) {
      for (SiriElement condition : consequence.children("Condition")) {
        Optional<Alert.Effect> known = Codes.effect(condition.text());
        if (known.isPresent()) {
          return known.get();
        }
      }
    }
    boolean late =
        consequences(situation).stream().anyMatch(one -> one.child("Delays").isPresent());
    return late ? Alert.Effect.SIGNIFICANT_DELAYS : Alert.Effect.UNKNOWN_EFFECT;
  }

  private static TranslatedText texts(SiriElement element, String name) {
    String otherwise = element.text("Language");
    return new TranslatedText(
        element.children(name).stream()
            .filter(text -> !text.text().isEmpty())
            .map(text ->
                new TranslatedText.Translation(
                    text.text(), text.language().isEmpty() ? otherwise : text.language()))
            .toList());
  }

  private static TranslatedText links(SiriElement situation) {
    return new TranslatedText(
        situation.child("InfoLinks").stream()
            .flatMap(links -> links.children("InfoLink").stream())
            .filter(link -> !link.text("Uri").isEmpty())
            .map(link ->
                new TranslatedText.Translation(
                    link.text("Uri"), link.child("Label").map(SiriElement::language).orElse("")))
            .toList());
  }

  private static List<InformedEntity> informed(SiriElement affects) {
    List<InformedEntity> informed = new ArrayList<>();
    for (SiriElement network : affects.all("AffectedNetwork")) {
      for (SiriElement line : network.children("AffectedLine")) {
        informed.addAll(ofLine(line));
      }
      OptionalInt type = Codes.routeType(network.text("VehicleMode"));
      if (type.isPresent() && network.children("AffectedLine").isEmpty()) {
        informed.add(new InformedEntity("", "", type, -1, Optional.empty(), ""));
      }
    }
    affects
        .child("StopPoints")
        .ifPresent(stops ->
            stops
                .children("AffectedStopPoint")
                .forEach(stop -> informed.addAll(ofStop(stop, stop.text("StopPointRef")))));
    affects
        .child("StopPlaces")
        .ifPresent(places ->
            places
                .children("AffectedStopPlace")
                .forEach(place -> informed.addAll(ofStop(place, place.text("StopPlaceRef")))));
    for (SiriElement journey : affects.all("AffectedVehicleJourney")) {
      informed.addAll(ofJourney(journey));
    }
    if (informed.isEmpty()) {
      for (SiriElement operator : affects.all("AffectedOperator")) {
        informed.add(
            new InformedEntity(
                operator.text("OperatorRef"), "", OptionalInt.empty(), -1, Optional.empty(), ""));
      }
      if (affects.child("Operators", "AllOperators").isPresent()) {
        informed.add(entity("", ""));
      }
    }
    return informed;
  }

  /// A line, at single stops where its routes name them.
  private static List<InformedEntity> ofLine(SiriElement line) {
    String ref = line.text("LineRef");
    List<InformedEntity> at = new ArrayList<>();
    for (String part : List.of("Routes", "Sections", "StopPoints")) {
      for (SiriElement group : line.children(part)) {
        for (SiriElement stop : group.all("AffectedStopPoint")) {
          at.add(entity(ref, stop.text("StopPointRef")));
        }
      }
    }
    return at.isEmpty() && !ref.isEmpty() ? ofDirections(line, ref) : at;
  }

  /// A line, in single directions where it names them.
  private static List<InformedEntity> ofDirections(SiriElement line, String ref) {
    int[] directions =
        line.children("Direction").stream()
            .mapToInt(told -> JourneyFinder.direction(told.text("DirectionRef")))
            .distinct()
            .toArray();
    return java.util.Arrays.stream(directions.length == 0 ? new int[] {-1} : directions)
        .mapToObj(direction ->
            new InformedEntity("", ref, OptionalInt.empty(), direction, Optional.empty(), ""))
        .toList();
  }

  /// A stop, for single lines where it names them.
  private static List<InformedEntity> ofStop(SiriElement stop, String ref) {
    if (ref.isEmpty()) {
      return List.of();
    }
    List<InformedEntity> lines =
        stop.child("Lines").stream()
            .flatMap(all -> all.children("AffectedLine").stream())
            .map(line -> entity(line.text("LineRef"), ref))
            .toList();
    return lines.isEmpty() ? List.of(entity("", ref)) : lines;
  }

  private static List<InformedEntity> ofJourney(SiriElement journey) {
    List<InformedEntity> informed = new ArrayList<>();
    String framed = journey.text("FramedVehicleJourneyRef", "DatedVehicleJourneyRef");
    String date = journey.text("FramedVehicleJourneyRef", "DataFrameRef");
    if (!framed.isEmpty()) {
      informed.add(ofTrip(framed, date));
    }
    for (String name : List.of("DatedVehicleJourneyRef", "VehicleJourneyRef")) {
      journey.children(name).forEach(ref -> informed.add(ofTrip(ref.text(), "")));
    }
    return informed;
  }

  private static InformedEntity ofTrip(String ref, String date) {
    return new InformedEntity(
        "",
        "",
        OptionalInt.empty(),
        -1,
        Optional.of(
            new TripDescriptor(
                ref,
                "",
                -1,
                OptionalInt.empty(),
                Values.date(date),
                TripDescriptor.Relationship.SCHEDULED,
                Optional.empty())),
        "");
  }

  private static InformedEntity entity(String line, String stop) {
    return new InformedEntity("", line, OptionalInt.empty(), -1, Optional.empty(), stop);
  }
}
