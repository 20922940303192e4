package org.toret.mobility.plan;

import org.jspecify.annotations.Nullable;

/// A place in an answer.
///
/// @param stop stop id where it is one
/// @param platform platform or track name where it is known
public record Spot(
    String name, double lat, double lon, @Nullable String stop, @Nullable String platform) {}
