package org.toret.mobility.plan;

/// The traveller's own car.
///
/// @param fuel `petrol`, `diesel`, `lpg`, `cng`, `hybrid` or `electric`; empty for the fleet
///   average
/// @param euroClass Euro emission class, 0 where not told
public record Vehicle(String fuel, int euroClass) {

  /// The average car of the fleet.
  public static final Vehicle FLEET_AVERAGE = new Vehicle("", 0);
}
