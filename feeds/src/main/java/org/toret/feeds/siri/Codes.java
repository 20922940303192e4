package org.toret.feeds.siri;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.toret.feeds.gtfsrt.Alert.Cause;
import org.toret.feeds.gtfsrt.Alert.Effect;
import org.toret.feeds.gtfsrt.Alert.Severity;
import org.toret.feeds.gtfsrt.Occupancy;

/// The published words of SIRI 2.0 and 2.1 (`siri_journey_support`, `siri_situationReasons`,
/// `siri_situationServiceTypes`) in those of GTFS-Realtime.
final class Codes {

  private static final Map<String, Occupancy> OCCUPANCIES =
      Map.ofEntries(
          Map.entry("empty", Occupancy.EMPTY),
          Map.entry("manySeatsAvailable", Occupancy.MANY_SEATS_AVAILABLE),
          Map.entry("seatsAvailable", Occupancy.MANY_SEATS_AVAILABLE),
          Map.entry("fewSeatsAvailable", Occupancy.FEW_SEATS_AVAILABLE),
          Map.entry("standingRoomOnly", Occupancy.STANDING_ROOM_ONLY),
          Map.entry("standingAvailable", Occupancy.STANDING_ROOM_ONLY),
          Map.entry("crushedStandingRoomOnly", Occupancy.CRUSHED_STANDING_ROOM_ONLY),
          Map.entry("full", Occupancy.FULL),
          Map.entry("notAcceptingPassengers", Occupancy.NOT_ACCEPTING_PASSENGERS));

  private static final Map<String, Integer> MODES =
      Map.of(
          "tram",
          0,
          "metro",
          1,
          "rail",
          2,
          "bus",
          3,
          "ferry",
          4,
          "cableway",
          6,
          "funicular",
          7,
          "trolleyBus",
          11,
          "coach",
          200);

  private static final Map<String, Effect> EFFECTS =
      Map.ofEntries(
          Map.entry("altered", Effect.MODIFIED_SERVICE),
          Map.entry("cancelled", Effect.NO_SERVICE),
          Map.entry("noService", Effect.NO_SERVICE),
          Map.entry("disrupted", Effect.REDUCED_SERVICE),
          Map.entry("delay", Effect.SIGNIFICANT_DELAYS),
          Map.entry("delayed", Effect.SIGNIFICANT_DELAYS),
          Map.entry("diverted", Effect.DETOUR),
          Map.entry("diversion", Effect.DETOUR),
          Map.entry("additionalService", Effect.ADDITIONAL_SERVICE),
          Map.entry("specialService", Effect.MODIFIED_SERVICE),
          Map.entry("extendedService", Effect.ADDITIONAL_SERVICE),
          Map.entry("irregularService", Effect.MODIFIED_SERVICE),
          Map.entry("shortFormedService", Effect.MODIFIED_SERVICE),
          Map.entry("fullLengthService", Effect.NO_EFFECT),
          Map.entry("normalService", Effect.NO_EFFECT),
          Map.entry("onTime", Effect.NO_EFFECT),
          Map.entry("stopMoved", Effect.STOP_MOVED),
          Map.entry("stopCancelled", Effect.NO_SERVICE),
          Map.entry("minorDelays", Effect.SIGNIFICANT_DELAYS),
          Map.entry("majorDelays", Effect.SIGNIFICANT_DELAYS),
          Map.entry("lineCancellation", Effect.NO_SERVICE),
          Map.entry("tripCancellation", Effect.NO_SERVICE),
          Map.entry("discontinuedOperation", Effect.NO_SERVICE),
          Map.entry("temporarilyNonStopping", Effect.NO_SERVICE),
          Map.entry("changeOfPlatform", Effect.STOP_MOVED),
          Map.entry("substitutedStop", Effect.STOP_MOVED),
          Map.entry("temporaryStopplace", Effect.STOP_MOVED),
          Map.entry("additionalStop", Effect.ADDITIONAL_SERVICE),
          Map.entry("additionalRide", Effect.ADDITIONAL_SERVICE),
          Map.entry("operationTimeExtension", Effect.ADDITIONAL_SERVICE),
          Map.entry("disruption", Effect.REDUCED_SERVICE),
          Map.entry("limitedOperation", Effect.REDUCED_SERVICE),
          Map.entry("intermittentService", Effect.REDUCED_SERVICE),
          Map.entry("irregularTraffic", Effect.MODIFIED_SERVICE),
          Map.entry("replacementRide", Effect.MODIFIED_SERVICE),
          Map.entry("replacementTransport", Effect.MODIFIED_SERVICE),
          Map.entry("replacementService", Effect.MODIFIED_SERVICE),
          Map.entry("shuttleService", Effect.MODIFIED_SERVICE),
          Map.entry("disturbanceRectified", Effect.NO_EFFECT),
          Map.entry("boarding", Effect.OTHER_EFFECT),
          Map.entry("undefinedStatus", Effect.OTHER_EFFECT),
          Map.entry("undefinedServiceInformation", Effect.UNKNOWN_EFFECT));

  private static final Map<String, Severity> SEVERITIES =
      Map.of(
          "noImpact", Severity.INFO,
          "verySlight", Severity.INFO,
          "slight", Severity.INFO,
          "normal", Severity.WARNING,
          "severe", Severity.SEVERE,
          "verySevere", Severity.SEVERE);

  /// The published reasons of each cause; a known one that stands nowhere here is another cause.
  private static final Map<Cause, String> CAUSES =
      Map.ofEntries(
          Map.entry(Cause.STRIKE, "industrialAction unofficialIndustrialAction workToRule strike"),
          Map.entry(
              Cause.DEMONSTRATION,
              "demonstration march procession filterBlockade publicDisturbance"),
          Map.entry(
              Cause.ACCIDENT,
              "accident collision derailment levelCrossingAccident personHitByTrain "
                  + "personHitByVehicle personUnderTrain fatality trainStruckAnimal "
                  + "trainStruckObject vehicleStruckAnimal vehicleStruckObject bridgeStrike "
                  + "nearMiss"),
          Map.entry(Cause.HOLIDAY, "holiday"),
          Map.entry(
              Cause.CONSTRUCTION,
              "constructionWork unscheduledConstructionWork roadworks asphalting paving"),
          Map.entry(
              Cause.MAINTENANCE,
              "maintenanceWork roadMaintenance sewerageMaintenance repairWork "
                  + "closedForMaintenance emergencyEngineeringWork "
                  + "lateFinishToEngineeringWork engineeringWork"),
          Map.entry(
              Cause.POLICE_ACTIVITY,
              "policeActivity policeOrder securityAlert securityIncident bombAlert "
                  + "bombDisposal bombExplosion terroristIncident telephonedThreat "
                  + "unattendedBag suspectVehicle sabotage attack assault"),
          Map.entry(
              Cause.MEDICAL_EMERGENCY,
              "emergencyMedicalServices personIllOnVehicle illVehicleOccupants"),
          Map.entry(
              Cause.WEATHER,
              "poorWeather fog heavyRain heavySnowFall heavySnowfall driftingSnow "
                  + "blizzardConditions stormConditions stormDamage strongWinds hail sleet "
                  + "ice glazedFrost frozen flooding flashFloods waterlogged landslide "
                  + "mudslide avalanches lightningStrike highTemperatures roughSea "
                  + "slipperiness slipperyTrack"),
          Map.entry(Cause.SPECIAL_EVENT, "specialEvent"),
          Map.entry(
              Cause.TECHNICAL_PROBLEM,
              "technicalProblem breakDown breakdown vehicleFailure serviceFailure "
                  + "engineFailure tractionFailure doorFailure trainDoor signalFailure "
                  + "signalProblem signalAndSwitchFailure pointsFailure pointsProblem "
                  + "overheadWireFailure powerProblem trackCircuitProblem "
                  + "levelCrossingFailure liftFailure escalatorFailure lightingFailure "
                  + "leaderBoardFailure serviceIndicatorFailure viaductFailure "
                  + "swingBridgeFailure trafficManagementSystemFailure "
                  + "trainWarningSystemProblem wheelProblem gangwayProblem "
                  + "luggageCarouselProblem brokenRail defectiveTrain defectiveVehicle "
                  + "defectiveCctv defectiveFireAlarmEquipment defectivePlatformEdgeDoors "
                  + "defectivePublicAnnouncementSystem defectiveSecuritySystem "
                  + "ticketingSystemNotAvailable undefinedEquipmentProblem"));

  private static final Map<String, Cause> BY_REASON = byReason();

  private Codes() {}

  static Optional<Occupancy> occupancy(String word) {
    return Optional.ofNullable(OCCUPANCIES.get(word));
  }

  static Optional<Effect> effect(String condition) {
    return Optional.ofNullable(EFFECTS.get(condition));
  }

  /// The cause that a reason belongs to.
  static Cause cause(String reason) {
    if (reason.isEmpty() || reason.equals("unknown") || reason.equals("undefinedAlertCause")) {
      return Cause.UNKNOWN_CAUSE;
    }
    return BY_REASON.getOrDefault(reason, Cause.OTHER_CAUSE);
  }

  private static Map<String, Cause> byReason() {
    Map<String, Cause> reasons = new HashMap<>();
    CAUSES.forEach((cause, words) -> {
      for (String word : words.split(" ", -1)) {
        reasons.put(word, cause);
      }
    });
    return reasons;
  }

  static Severity severity(String word) {
    return SEVERITIES.getOrDefault(word, Severity.UNKNOWN_SEVERITY);
  }

  /// The word for how full a vehicle is; `unknown` where there is none.
  static String word(Occupancy occupancy) {
    return switch (occupancy) {
      case EMPTY -> "empty";
      case MANY_SEATS_AVAILABLE -> "manySeatsAvailable";
      case FEW_SEATS_AVAILABLE -> "fewSeatsAvailable";
      case STANDING_ROOM_ONLY -> "standingRoomOnly";
      case CRUSHED_STANDING_ROOM_ONLY -> "crushedStandingRoomOnly";
      case FULL -> "full";
      case NOT_ACCEPTING_PASSENGERS, NOT_BOARDABLE -> "notAcceptingPassengers";
      case NO_DATA_AVAILABLE -> "unknown";
    };
  }

  /// A reason of the cause.
  static String word(Cause cause) {
    return switch (cause) {
      case UNKNOWN_CAUSE -> "unknown";
      case OTHER_CAUSE -> "miscellaneous";
      case TECHNICAL_PROBLEM -> "technicalProblem";
      case STRIKE -> "industrialAction";
      case DEMONSTRATION -> "demonstration";
      case ACCIDENT -> "accident";
      case HOLIDAY -> "holiday";
      case WEATHER -> "poorWeather";
      case MAINTENANCE -> "maintenanceWork";
      case CONSTRUCTION -> "constructionWork";
      case POLICE_ACTIVITY -> "policeActivity";
      case MEDICAL_EMERGENCY -> "emergencyMedicalServices";
      case SPECIAL_EVENT -> "specialEvent";
    };
  }

  /// A condition of service with the effect; SIRI has none for what concerns access.
  static String word(Effect effect) {
    return switch (effect) {
      case NO_SERVICE -> "noService";
      case REDUCED_SERVICE -> "disrupted";
      case SIGNIFICANT_DELAYS -> "delayed";
      case DETOUR -> "diverted";
      case ADDITIONAL_SERVICE -> "additionalService";
      case MODIFIED_SERVICE -> "altered";
      case STOP_MOVED -> "stopMoved";
      case NO_EFFECT -> "normalService";
      case OTHER_EFFECT, ACCESSIBILITY_ISSUE -> "undefinedStatus";
      case UNKNOWN_EFFECT -> "unknown";
    };
  }

  /// How SIRI calls a GTFS `route_type`; empty where it has no word for it.
  static Optional<String> vehicleMode(int routeType) {
    return MODES.entrySet().stream()
        .filter(mode -> mode.getValue() == routeType)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// The GTFS `route_type` that a vehicle mode means; empty where it means none.
  static OptionalInt routeType(String vehicleMode) {
    Integer type = MODES.get(vehicleMode);
    return type == null ? OptionalInt.empty() : OptionalInt.of(type);
  }
}
