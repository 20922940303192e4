package org.toret.network.traffic;

import org.jspecify.annotations.Nullable;

/// How fast traffic moves at a place.
///
/// @param id of the detector or stretch, unique in its source
/// @param place where it is; null where another message tells it under this id
/// @param kmh mean speed, above 0
/// @param vehiclesPerHour flow, -1 where none is told
/// @param quality how far it can be relied on, above 0, up to 1
/// @param at epoch second of the end of measuring
public record RoadReading(
    String id,
    @Nullable RoadPlace place,
    double kmh,
    int vehiclesPerHour,
    double quality,
    long at) {

  /// The same where its place was told elsewhere.
  public RoadReading at(RoadPlace where) {
    return new RoadReading(id, where, kmh, vehiclesPerHour, quality, at);
  }

  public RoadReading {
    if (!(kmh > 0 && quality > 0 && quality <= 1)) {
      throw new IllegalArgumentException("No speed: " + kmh + " km/h, quality " + quality);
    }
  }
}
