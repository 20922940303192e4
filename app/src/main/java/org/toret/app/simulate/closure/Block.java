package org.toret.app.simulate.closure;

import java.util.List;
import java.util.Map;
import org.toret.base.geo.GeoPoint;
import org.toret.network.traffic.RoadEvent;
import org.toret.network.traffic.RoadPlace;

/// A stretch of street from one crossing to the next that can be closed.
///
/// @param road its name
/// @param line its course, in the direction of the bus for whose stop it was found
/// @param bothWays whether cars drive there in both directions
/// @param arcs the arcs of the streets that are closed with it, ascending, without copies
public record Block(String road, List<GeoPoint> line, boolean bothWays, List<Integer> arcs) {

  public Block {
    line = List.copyOf(line);
    arcs = List.copyOf(arcs);
  }

  /// Where it is, as it is told of a road.
  public RoadPlace place() {
    return new RoadPlace(road, line, RoadPlace.ANY_BEARING, bothWays);
  }

  /// That it is closed, without an end.
  RoadEvent closure() {
    return new RoadEvent(
        "block-" + arcs.getFirst(),
        RoadEvent.Kind.CLOSURE,
        place(),
        "",
        bothWays,
        0,
        0,
        RoadEvent.OPEN_END,
        List.of(),
        Map.of());
  }

  boolean meets(Block other) {
    return arcs.stream().anyMatch(arc -> other.arcs.contains(arc) || other.arcs.contains(arc ^ 1));
  }
}
