package org.toret.feeds.siri;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.toret.feeds.gtfsrt.Occupancy;
import org.toret.feeds.gtfsrt.VehicleDescriptor;

/// What is said of one journey, with the references as they were published. Texts are empty where
/// nothing is said.
///
/// @param entityId the same in every message that speaks of the journey
/// @param isComplete whether `calls` are all of its calls
/// @param delaySeconds of the whole journey
/// @param calls in order of travel
/// @param saidAtEpochSeconds when it was said
record SiriJourney(
    String entityId,
    Ref ref,
    boolean isExtra,
    boolean isCancelled,
    boolean isComplete,
    String headsign,
    String shortName,
    OptionalInt delaySeconds,
    Optional<VehicleDescriptor> vehicle,
    List<Call> calls,
    long saidAtEpochSeconds) {

  SiriJourney {
    calls = List.copyOf(calls);
  }

  /// Which journey is meant.
  ///
  /// @param journey `DatedVehicleJourneyRef` or what stands for it
  /// @param date of `DataFrameRef`
  /// @param originAimed `OriginAimedDepartureTime`, epoch second
  record Ref(
      String journey,
      Optional<LocalDate> date,
      String line,
      String direction,
      OptionalLong originAimed,
      String origin,
      String destination) {

    boolean isEmpty() {
      return journey.isEmpty() && (line.isEmpty() || originAimed.isEmpty());
    }

    String key() {
      return journey.isEmpty()
          ? line + "|" + direction + "|" + originAimed.orElse(0) + "|" + origin
          : journey + "|" + date.map(LocalDate::toString).orElse("");
    }
  }

  /// A call; times are epoch seconds.
  ///
  /// @param visit the how-manieth call at the stop, 0 where it is not told
  /// @param order place among the calls, as published
  /// @param expectedArrival expected or recorded
  /// @param assigned quay at which it calls instead
  /// @param pickupType GTFS `pickup_type`, where boarding is spoken of
  /// @param dropOffType GTFS `drop_off_type`, where alighting is spoken of
  record Call(
      String stop,
      int visit,
      OptionalInt order,
      boolean isExtra,
      boolean isCancelled,
      OptionalLong aimedArrival,
      OptionalLong expectedArrival,
      OptionalLong aimedDeparture,
      OptionalLong expectedDeparture,
      String assigned,
      OptionalInt pickupType,
      OptionalInt dropOffType,
      Optional<Occupancy> occupancy) {

    /// The aimed departure, else the aimed arrival.
    OptionalLong aimed() {
      return aimedDeparture.isPresent() ? aimedDeparture : aimedArrival;
    }

    boolean isTimed() {
      return expectedArrival.isPresent() || expectedDeparture.isPresent();
    }

    /// The last moment told, empty without any.
    OptionalLong last() {
      long last =
          Math.max(
              Math.max(aimedArrival.orElse(0), expectedArrival.orElse(0)),
              Math.max(aimedDeparture.orElse(0), expectedDeparture.orElse(0)));
      return last == 0 ? OptionalLong.empty() : OptionalLong.of(last);
    }
  }

  /// Whether it was over before a moment, as far as is told; what tells no times is over two days
  /// after it was said.
  boolean isOver(long epochSecond) {
    OptionalLong last = calls.stream().map(Call::last).flatMapToLong(OptionalLong::stream).max();
    return last.orElse(saidAtEpochSeconds + 2 * 86_400) < epochSecond;
  }
}
