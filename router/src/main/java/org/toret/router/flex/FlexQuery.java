package org.toret.router.flex;

import org.toret.base.geo.GeoPoint;
import org.toret.router.walk.WalkOptions;

/// A question for rides on demand.
///
/// @param at earliest departure, or latest arrival; epoch second
/// @param arriveBy whether `at` is the latest arrival
/// @param windowSeconds how much later the departure may be, or how much earlier the arrival
/// @param now by when a ride must still be bookable; epoch second
/// @param walk how the traveller walks to a stop of a group
public record FlexQuery(
    GeoPoint from,
    GeoPoint to,
    long at,
    boolean arriveBy,
    int windowSeconds,
    long now,
    WalkOptions walk) {}
