package org.toret.feeds.gtfsrt;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.toret.base.geo.GeoPoint;

/// Where one vehicle is.
///
/// @param stopSequence of the stop that `status` speaks of
/// @param stopId of the stop that `status` speaks of, empty where none is named
/// @param timestampEpochSeconds when it was measured
/// @param occupancyPercent may exceed 100
public record VehiclePosition(
    String entityId,
    Optional<TripDescriptor> trip,
    Optional<VehicleDescriptor> vehicle,
    Optional<Position> position,
    OptionalInt stopSequence,
    String stopId,
    StopStatus status,
    OptionalLong timestampEpochSeconds,
    CongestionLevel congestion,
    Optional<Occupancy> occupancy,
    OptionalInt occupancyPercent,
    List<Carriage> carriages) {

  public VehiclePosition {
    carriages = List.copyOf(carriages);
  }

  /// A measured place.
  ///
  /// @param bearingDegrees clockwise from north
  public record Position(
      GeoPoint point,
      OptionalDouble bearingDegrees,
      OptionalDouble odometerMetres,
      OptionalDouble speedMetresPerSecond) {}

  /// How a vehicle stands to the stop named.
  public enum StopStatus implements Numbered {
    INCOMING_AT,
    STOPPED_AT,
    IN_TRANSIT_TO;

    @Override
    public int number() {
      return ordinal();
    }
  }

  /// How the traffic around it flows.
  public enum CongestionLevel implements Numbered {
    UNKNOWN_CONGESTION_LEVEL,
    RUNNING_SMOOTHLY,
    STOP_AND_GO,
    CONGESTION,
    SEVERE_CONGESTION;

    @Override
    public int number() {
      return ordinal();
    }
  }

  /// One carriage of a vehicle.
  ///
  /// @param sequence 1 is the first in the direction of travel, 0 where it is not told
  public record Carriage(
      String id, String label, Occupancy occupancy, OptionalInt occupancyPercent, int sequence) {}
}
