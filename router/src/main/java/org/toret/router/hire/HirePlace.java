package org.toret.router.hire;

import org.toret.base.geo.GeoPoint;

/// Where a shared vehicle is taken or left.
///
/// @param station index into [org.toret.network.sharing.SharingStations], -1 for anywhere else
/// @param vehicle index into [org.toret.network.sharing.FloatingVehicles], -1 for any of a station
/// @param rangeMetres how far the vehicle still goes
/// @param plan index into [org.toret.network.sharing.PricingPlans], -1 where none can be told
public record HirePlace(int station, int vehicle, GeoPoint point, int rangeMetres, int plan) {

  /// A place to leave a vehicle.
  static HirePlace toLeave(int station, GeoPoint point) {
    return new HirePlace(station, -1, point, 0, -1);
  }

  boolean isSame(HirePlace other) {
    return station >= 0 && station == other.station;
  }
}
