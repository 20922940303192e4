package org.toret.feeds.gtfsrt;

import java.util.List;
import org.toret.base.geo.GeoPoint;

/// The way of a detour.
public record LiveShape(String entityId, String shapeId, List<GeoPoint> line) {

  public LiveShape {
    line = List.copyOf(line);
  }
}
