package org.toret.router.drive;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.forecast.Outlook;
import org.toret.network.parking.ParkingState;
import org.toret.network.zone.CarUser;
import org.toret.router.path.PathOptions;

/// Somebody with a car who wants to get somewhere.
///
/// @param at epoch second of departure, or of the latest arrival
/// @param arriveBy whether `at` is the latest arrival
/// @param then what is known of car parks
/// @param outlook what is likely on arrival, null where only what is known now counts
public record DriveQuery(
    GeoPoint from,
    GeoPoint to,
    long at,
    boolean arriveBy,
    CarUser car,
    PathOptions options,
    ParkingState then,
    @Nullable Outlook outlook) {

  /// Drives are no faster than this on average, by the crow: for the time of arrival.
  private static final double METRES_PER_SECOND = 7;

  /// Where only what is known now counts.
  public DriveQuery(
      GeoPoint from,
      GeoPoint to,
      long at,
      boolean arriveBy,
      CarUser car,
      PathOptions options,
      ParkingState then) {
    this(from, to, at, arriveBy, car, options, then, null);
  }

  /// The same at another time.
  public DriveQuery at(long epochSecond) {
    return new DriveQuery(from, to, epochSecond, arriveBy, car, options, then, outlook);
  }

  /// How likely a place is free when one gets there; empty where it is not known.
  OptionalDouble chance(int park, GeoPoint point) {
    Outlook likely = outlook;
    long seconds = (long) (Distance.metres(from, point) / METRES_PER_SECOND);
    return likely == null
        ? OptionalDouble.empty()
        : likely.park(park, arriveBy ? at : at + seconds);
  }

  /// Whether it is worth to drive to a car park.
  boolean mayPark(int park, GeoPoint point) {
    OptionalDouble chance = chance(park, point);
    return chance.isPresent() ? chance.getAsDouble() >= Outlook.LEAST : then.mayPark(park);
  }
}
