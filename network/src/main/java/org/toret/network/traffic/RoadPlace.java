package org.toret.network.traffic;

import java.util.List;
import org.toret.base.geo.GeoPoint;

/// Where on the roads something is, as a publisher says it.
///
/// @param road name or number of the road, empty where none is told
/// @param line one point, or a course in the direction of travel that is meant
/// @param bearingDegrees direction of travel at a single point, clockwise from north;
///   [#ANY_BEARING] where none is told
/// @param bothWays whether the opposite direction is meant too
public record RoadPlace(String road, List<GeoPoint> line, int bearingDegrees, boolean bothWays) {

  /// No direction is told.
  public static final int ANY_BEARING = -1;

  public RoadPlace {
    line = List.copyOf(line);
    if (line.isEmpty()) {
      throw new IllegalArgumentException("A place without a point");
    }
  }

  /// A point of a road in a direction that is not told.
  public static RoadPlace at(String road, GeoPoint point) {
    return new RoadPlace(road, List.of(point), ANY_BEARING, false);
  }

  public boolean isPoint() {
    return line.size() == 1;
  }

  /// The same in both directions.
  public RoadPlace inBothWays() {
    return new RoadPlace(road, line, bearingDegrees, true);
  }
}
