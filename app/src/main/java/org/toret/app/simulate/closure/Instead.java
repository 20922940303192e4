package org.toret.app.simulate.closure;

import org.toret.base.geo.GeoPoint;

/// A stop for a time, in place of one that vehicles cannot reach.
///
/// @param call the call of the pattern that it stands for
/// @param point where it is, on the way round
public record Instead(int call, GeoPoint point) {}
