package org.toret.router.drive;

import org.toret.base.geo.GeoPoint;

/// Where a car is left.
///
/// @param park index into [org.toret.network.parking.CarParks], [#KERB] for the street
public record ParkingPlace(int park, GeoPoint point) {

  /// Along the street.
  public static final int KERB = -1;

  /// Looking for a place along the street, and parking: an assumption.
  public static final int KERB_SECONDS = 180;

  /// Driving in, parking and walking out of a car park: an assumption.
  public static final int PARK_SECONDS = 120;

  public boolean isKerb() {
    return park == KERB;
  }

  /// From arriving there to walking away.
  public int seconds() {
    return isKerb() ? KERB_SECONDS : PARK_SECONDS;
  }
}
