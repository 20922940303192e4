package org.toret.network.parking;

import org.toret.base.geo.GeoPoint;

/// One car park, as a source tells it.
///
/// @param id `feed:id`
/// @param name empty where it has none
/// @param capacity places, -1 where none are told
/// @param flags bits of [CarParks]
public record CarPark(String id, String name, GeoPoint point, int capacity, int flags) {

  /// The id of the source.
  public String feed() {
    return id.substring(0, Math.max(0, id.indexOf(':')));
  }

  /// The same with more said of it: a capacity where there was none, and further flags.
  CarPark with(CarPark other) {
    return new CarPark(
        id,
        name.isEmpty() ? other.name : name,
        point,
        capacity < 0 ? other.capacity : capacity,
        flags | other.flags);
  }
}
