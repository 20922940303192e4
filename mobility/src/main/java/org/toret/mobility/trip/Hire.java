package org.toret.mobility.trip;

import org.toret.router.hire.HirePlace;

/// The shared vehicle of a leg.
///
/// @param type index into [org.toret.network.sharing.VehicleTypes]
/// @param plan index into [org.toret.network.sharing.PricingPlans], -1 where none can be told
/// @param pickup where it is taken
/// @param drop where it is left
/// @param vehicle `feed:vehicle_id`, empty for any of a station
record Hire(int type, int plan, HirePlace pickup, HirePlace drop, String vehicle) {

  /// What it takes to unlock and lock, as OpenTripPlanner assumes: a minute and half a one. It is
  /// part of the leg, since the vehicle is paid for while it is locked up.
  static final int HANDLING_SECONDS = 60 + 30;
}
