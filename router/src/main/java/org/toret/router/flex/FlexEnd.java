package org.toret.router.flex;

import org.toret.base.geo.GeoPoint;

/// Where a ride on demand begins or ends.
///
/// @param stop index into [org.toret.network.timetable.Stops], -1 for the door itself
/// @param walkSeconds between the door and there
/// @param walkMetres the same way
public record FlexEnd(GeoPoint point, int stop, int walkSeconds, int walkMetres) {}
