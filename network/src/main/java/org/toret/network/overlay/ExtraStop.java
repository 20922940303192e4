package org.toret.network.overlay;

import org.toret.base.geo.GeoPoint;

/// A stop that only a message knows, for the time of a detour. Ids are those of the publisher;
/// texts are empty where nothing is said.
///
/// @param feed id of the timetable feed that it belongs to
/// @param zone fare zone
/// @param station `stop_id` of its station
/// @param wheelchair GTFS `wheelchair_boarding`: 0 unknown, 1 yes, 2 no
public record ExtraStop(
    String feed,
    String id,
    String name,
    String code,
    String platform,
    GeoPoint point,
    String zone,
    String station,
    int wheelchair) {}
