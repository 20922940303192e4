package org.toret.feeds.gtfsrt;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A disruption, for people to read.
///
/// @param activePeriods when it is to be shown; always where there are none
/// @param informed whom it concerns
/// @param ttsHeader the header as it should be spoken
/// @param causeDetail the cause in words
/// @param images pictures, one for each language
public record Alert(
    String entityId,
    List<ActivePeriod> activePeriods,
    List<InformedEntity> informed,
    Cause cause,
    Effect effect,
    Severity severity,
    TranslatedText url,
    TranslatedText header,
    TranslatedText description,
    TranslatedText ttsHeader,
    TranslatedText ttsDescription,
    TranslatedText causeDetail,
    TranslatedText effectDetail,
    List<Image> images,
    TranslatedText imageAlternative) {

  public Alert {
    activePeriods = List.copyOf(activePeriods);
    informed = List.copyOf(informed);
    images = List.copyOf(images);
  }

  /// From a moment until another one, which is not included; open where empty.
  public record ActivePeriod(OptionalLong startEpochSeconds, OptionalLong endEpochSeconds) {

    public boolean contains(long epochSeconds) {
      return epochSeconds >= startEpochSeconds.orElse(Long.MIN_VALUE)
          && epochSeconds < endEpochSeconds.orElse(Long.MAX_VALUE);
    }
  }

  /// Whom an alert concerns: all that is named must hold together. Texts are empty where nothing is
  /// named.
  ///
  /// @param directionId -1 where none is named
  public record InformedEntity(
      String agencyId,
      String routeId,
      OptionalInt routeType,
      int directionId,
      Optional<TripDescriptor> trip,
      String stopId) {}

  /// A picture.
  ///
  /// @param language BCP 47, empty where it is not told
  public record Image(String url, String mediaType, String language) {}

  /// Why.
  public enum Cause implements Numbered {
    UNKNOWN_CAUSE,
    OTHER_CAUSE,
    TECHNICAL_PROBLEM,
    STRIKE,
    DEMONSTRATION,
    ACCIDENT,
    HOLIDAY,
    WEATHER,
    MAINTENANCE,
    CONSTRUCTION,
    POLICE_ACTIVITY,
    MEDICAL_EMERGENCY,
    SPECIAL_EVENT;

    @Override
    public int number() {
      return ordinal() + 1;
    }
  }

  /// With what consequence.
  public enum Effect implements Numbered {
    NO_SERVICE,
    REDUCED_SERVICE,
    SIGNIFICANT_DELAYS,
    DETOUR,
    ADDITIONAL_SERVICE,
    MODIFIED_SERVICE,
    OTHER_EFFECT,
    UNKNOWN_EFFECT,
    STOP_MOVED,
    NO_EFFECT,
    ACCESSIBILITY_ISSUE;

    @Override
    public int number() {
      return ordinal() + 1;
    }
  }

  /// How bad.
  public enum Severity implements Numbered {
    UNKNOWN_SEVERITY,
    INFO,
    WARNING,
    SEVERE;

    @Override
    public int number() {
      return ordinal() + 1;
    }
  }
}
