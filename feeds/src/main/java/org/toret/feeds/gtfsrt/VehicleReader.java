package org.toret.feeds.gtfsrt;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.transit.realtime.GtfsRealtime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.toret.base.geo.GeoPoint;
import org.toret.feeds.gtfsrt.VehiclePosition.Carriage;
import org.toret.feeds.gtfsrt.VehiclePosition.CongestionLevel;
import org.toret.feeds.gtfsrt.VehiclePosition.Position;
import org.toret.feeds.gtfsrt.VehiclePosition.StopStatus;

/// Reads `VehiclePosition`.
final class VehicleReader {

  private final Fields fields;

  VehicleReader(Fields fields) {
    this.fields = fields;
  }

  VehiclePosition read(GtfsRealtime.VehiclePosition vehicle) throws InvalidProtocolBufferException {
    List<Carriage> carriages = new ArrayList<>();
    for (GtfsRealtime.VehiclePosition.CarriageDetails each :
        vehicle.getMultiCarriageDetailsList()) {
      carriages.add(carriage(each));
    }
    return new VehiclePosition(
        fields.entity(),
        vehicle.hasTrip() ? fields.trip(vehicle.getTrip()) : Optional.empty(),
        vehicle.hasVehicle() ? Optional.of(fields.vehicle(vehicle.getVehicle())) : Optional.empty(),
        position(vehicle),
        vehicle.hasCurrentStopSequence()
            ? OptionalInt.of(vehicle.getCurrentStopSequence())
            : OptionalInt.empty(),
        vehicle.getStopId(),
        fields.choice(vehicle, 4, StopStatus.class).orElse(StopStatus.IN_TRANSIT_TO),
        Fields.moment(vehicle.hasTimestamp(), vehicle.getTimestamp()),
        fields
            .choice(vehicle, 6, CongestionLevel.class)
            .orElse(CongestionLevel.UNKNOWN_CONGESTION_LEVEL),
        fields.choice(vehicle, 9, Occupancy.class),
        vehicle.hasOccupancyPercentage()
            ? OptionalInt.of(vehicle.getOccupancyPercentage())
            : OptionalInt.empty(),
        carriages);
  }

  private Optional<Position> position(GtfsRealtime.VehiclePosition vehicle) {
    GtfsRealtime.Position position = vehicle.getPosition();
    if (!position.hasLatitude() || !position.hasLongitude()) {
      return Optional.empty();
    }
    Optional<GeoPoint> point = fields.point(position.getLatitude(), position.getLongitude());
    return point.map(place ->
        new Position(
            place,
            real(position.hasBearing(), position.getBearing()),
            real(position.hasOdometer(), position.getOdometer()),
            real(position.hasSpeed(), position.getSpeed())));
  }

  private static OptionalDouble real(boolean told, double value) {
    return told && Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private Carriage carriage(GtfsRealtime.VehiclePosition.CarriageDetails carriage) {
    int percent = carriage.getOccupancyPercentage();
    return new Carriage(
        carriage.getId(),
        carriage.getLabel(),
        fields.choice(carriage, 3, Occupancy.class).orElse(Occupancy.NO_DATA_AVAILABLE),
        percent >= 0 ? OptionalInt.of(percent) : OptionalInt.empty(),
        carriage.getCarriageSequence());
  }
}
