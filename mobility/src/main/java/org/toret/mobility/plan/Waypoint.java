package org.toret.mobility.plan;

import org.toret.base.geo.GeoPoint;

/// A place named in a question: a point on the earth, or a published stop.
public sealed interface Waypoint {

  /// A point, with the name by which the traveller knows it (empty where none).
  record Point(GeoPoint point, String name) implements Waypoint {}

  /// A stop or station by its id `feed:stop_id`.
  record Stop(String id) implements Waypoint {}
}
