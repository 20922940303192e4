package org.toret.router.hire;

import java.util.BitSet;
import java.util.OptionalDouble;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.forecast.Outlook;
import org.toret.network.sharing.Availability;
import org.toret.router.path.Endpoint;
import org.toret.router.walk.WalkOptions;

/// A question for rides with one type of shared vehicle.
///
/// @param from where the walk to the vehicle begins
/// @param fromPoint the same as a point
/// @param to where the walk from the vehicle ends
/// @param toPoint the same as a point
/// @param type index into [org.toret.network.sharing.VehicleTypes]
/// @param now what can be taken and given back; a station of which nothing is known counts as
///   usable for the types that are given back at stations
/// @param vehicles how many are needed, one for each rider
/// @param walk how far and fast one walks, at either end
/// @param rider how the traveller rides
/// @param maxRideMetres longest ride
/// @param closed regimes that keep a shared car out meanwhile
/// @param prospect what is likely at the time of travel
public record HireQuery(
    Endpoint from,
    GeoPoint fromPoint,
    Endpoint to,
    GeoPoint toPoint,
    int type,
    Availability now,
    int vehicles,
    WalkOptions walk,
    Rider rider,
    int maxRideMetres,
    BitSet closed,
    Prospect prospect) {

  /// Ways are so much longer than straight lines.
  private static final double DETOUR = 1.3;

  /// From the start to the vehicle, and unlocking it: an assumption for the time of arrival.
  private static final int TO_VEHICLE_SECONDS = 6 * 60;

  private static final double RIDE_METRES_PER_SECOND = 4;

  /// A question where nothing is closed and only what is known now counts.
  public HireQuery(
      Endpoint from,
      GeoPoint fromPoint,
      Endpoint to,
      GeoPoint toPoint,
      int type,
      Availability now,
      int vehicles,
      WalkOptions walk,
      Rider rider,
      int maxRideMetres) {
    this(
        from,
        fromPoint,
        to,
        toPoint,
        type,
        now,
        vehicles,
        walk,
        rider,
        maxRideMetres,
        new BitSet(),
        Prospect.NONE);
  }

  /// The same where nothing is closed to the vehicle.
  public HireQuery open() {
    return with(vehicles, new BitSet());
  }

  /// The same for somebody alone.
  HireQuery alone() {
    return with(1, closed);
  }

  private HireQuery with(int needed, BitSet shut) {
    return new HireQuery(
        from,
        fromPoint,
        to,
        toPoint,
        type,
        now,
        needed,
        walk,
        rider,
        maxRideMetres,
        shut,
        prospect);
  }

  /// How likely there are enough vehicles when one gets there on foot; empty where it is not known.
  OptionalDouble chanceToTake(int station, GeoPoint point) {
    Outlook outlook = prospect.outlook();
    double seconds = Distance.metres(fromPoint, point) * DETOUR / walk.metresPerSecond();
    return outlook == null
        ? OptionalDouble.empty()
        : outlook.take(station, type, vehicles, prospect.departure() + (long) seconds);
  }

  /// How likely the vehicle can be left when one gets there; empty where it is not known.
  OptionalDouble chanceToLeave(int station, GeoPoint point) {
    Outlook outlook = prospect.outlook();
    double seconds =
        TO_VEHICLE_SECONDS + Distance.metres(fromPoint, point) * DETOUR / RIDE_METRES_PER_SECOND;
    return outlook == null
        ? OptionalDouble.empty()
        : outlook.leave(station, type, prospect.departure() + (long) seconds);
  }
}
