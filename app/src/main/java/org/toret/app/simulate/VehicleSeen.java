package org.toret.app.simulate;

import org.toret.base.geo.GeoPoint;

/// Where the vehicle of a run is.
///
/// @param bearingDegrees clockwise from north
/// @param metresPerSecond its speed
/// @param call the call it stands at or drives to
/// @param stands whether it stands there
/// @param filling from 0 (empty) to 1 (full)
public record VehicleSeen(
    RunNow run,
    GeoPoint point,
    double bearingDegrees,
    double metresPerSecond,
    int call,
    boolean stands,
    double filling) {}
