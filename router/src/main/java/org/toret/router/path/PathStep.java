package org.toret.router.path;

import org.toret.base.geo.GeoPoint;

/// One instruction: where, what to do, and how far to go then.
///
/// @param name street name, empty where it has none
/// @param metres length until the next step
/// @param bearingDegrees direction in which the step starts, clockwise from north
/// @param point where the step starts
public record PathStep(
    StepDirection direction, String name, int metres, int bearingDegrees, GeoPoint point) {}
