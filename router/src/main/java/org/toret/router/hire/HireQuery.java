package org.toret.router.hire;

import java.util.BitSet;
import org.toret.base.geo.GeoPoint;
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
/// @param riderMetresPerSecond how fast the traveller rides an ordinary bicycle on the flat
/// @param maxRideMetres longest ride
/// @param closed regimes that keep a shared car out meanwhile
public record HireQuery(
    Endpoint from,
    GeoPoint fromPoint,
    Endpoint to,
    GeoPoint toPoint,
    int type,
    Availability now,
    int vehicles,
    WalkOptions walk,
    double riderMetresPerSecond,
    int maxRideMetres,
    BitSet closed) {

  /// A question where nothing is closed.
  public HireQuery(
      Endpoint from,
      GeoPoint fromPoint,
      Endpoint to,
      GeoPoint toPoint,
      int type,
      Availability now,
      int vehicles,
      WalkOptions walk,
      double riderMetresPerSecond,
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
        riderMetresPerSecond,
        maxRideMetres,
        new BitSet());
  }
}
