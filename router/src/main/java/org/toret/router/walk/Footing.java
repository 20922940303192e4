package org.toret.router.walk;

import java.util.List;
import org.toret.base.geo.GeoPoint;

/// How an end of a walk stands on the walking graph.
///
/// @param point where the end is
/// @param snaps points of public edges it is linked to; none when nothing near is open to the
///   walker
/// @param waysOut how it leaves private ground, if it lies there
/// @param stationNodes nodes of the walking graph it is one with
/// @param beyond whether it lies beyond the streets
public record Footing(
    GeoPoint point,
    List<EdgeSnap> snaps,
    List<WayOut> waysOut,
    int[] stationNodes,
    boolean beyond) {}
