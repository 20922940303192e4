package org.toret.app.simulate;

import org.toret.base.geo.GeoPoint;

/// A detector on one direction of a road.
///
/// @param id stays the same for the same street network
/// @param forward whether it measures along the edge
public record Detector(
    int id, int edge, String road, boolean forward, GeoPoint point, int freeKmh, int capacity) {}
