package org.toret.router.drive;

import org.toret.base.geo.GeoPoint;
import org.toret.network.parking.ParkingState;
import org.toret.network.zone.CarUser;
import org.toret.router.path.PathOptions;

/// Somebody with a car who wants to get somewhere.
///
/// @param at epoch second of departure, or of the latest arrival
/// @param arriveBy whether `at` is the latest arrival
/// @param then what is known of car parks
public record DriveQuery(
    GeoPoint from,
    GeoPoint to,
    long at,
    boolean arriveBy,
    CarUser car,
    PathOptions options,
    ParkingState then) {}
