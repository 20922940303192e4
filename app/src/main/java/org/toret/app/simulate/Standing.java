package org.toret.app.simulate;

import org.toret.base.geo.GeoPoint;

/// A vehicle that stands somewhere.
///
/// @param id another one after each ride
/// @param rangeMetres how far it still goes, [VehicleTypes#NO_RANGE] where that does not matter
/// @param since epoch second since when it stands there
public record Standing(String id, int type, GeoPoint point, int rangeMetres, long since) {}
