package org.toret.mobility.live;

import org.jspecify.annotations.Nullable;
import org.toret.base.geo.GeoPoint;

/// Where a vehicle is.
///
/// @param id `source:vehicle`
/// @param label what stands on it, empty where it is not told
/// @param trip `feed:trip_id`, empty where it is not told
/// @param route `feed:route_id`, empty where it is not told
/// @param bearingDegrees clockwise from north, null where it is not told
/// @param occupancy GTFS-Realtime name in lower case, null where it is not told
/// @param atEpochSecond when it was there
public record VehicleNow(
    String id,
    String label,
    String trip,
    String route,
    GeoPoint point,
    @Nullable Double bearingDegrees,
    @Nullable String occupancy,
    long atEpochSecond) {}
