package org.toret.router.flex;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.GeoPoint;
import org.toret.network.flex.FlexPlaces;
import org.toret.network.timetable.Stops;
import org.toret.router.path.StreetRouter;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopReach;
import org.toret.router.walk.WalkOptions;

/// Where one of the two ends of a question meets places: at the door inside an area, at the nearest
/// stop of a group.
final class FlexEnds {

  /// Who walks farther to a stop on demand takes something else.
  private static final int STOP_METRES = 800;

  private final FlexPlaces places;
  private final Stops stops;
  private final StreetRouter streets;
  private final GeoPoint door;
  private final WalkOptions walk;
  private final ReachDirection direction;
  private final Map<Integer, Optional<FlexEnd>> ends = new HashMap<>();
  private @Nullable StopReach reach;

  FlexEnds(
      FlexPlaces places,
      Stops stops,
      StreetRouter streets,
      GeoPoint door,
      WalkOptions walk,
      ReachDirection direction) {
    this.places = places;
    this.stops = stops;
    this.streets = streets;
    this.door = door;
    this.direction = direction;
    this.walk = walk.within(STOP_METRES);
  }

  /// Where a place is met; empty where it is not.
  Optional<FlexEnd> at(int place) {
    return ends.computeIfAbsent(place, this::find);
  }

  private Optional<FlexEnd> find(int place) {
    if (places.isArea(place)) {
      return places.contains(place, door.latE7(), door.lonE7())
          ? Optional.of(new FlexEnd(door, -1, 0, 0))
          : Optional.empty();
    }
    StopReach near = reach();
    int[] group = places.stops().row(place);
    for (int i = 0; i < near.count(); i++) {
      for (int stop : group) {
        if (stop == near.stops()[i]) {
          return Optional.of(
              new FlexEnd(stops.point(stop), stop, near.seconds()[i], near.metres()[i]));
        }
      }
    }
    return Optional.empty();
  }

  private StopReach reach() {
    StopReach known = reach;
    if (known == null) {
      known = streets.reachStops(door, walk, direction);
      reach = known;
    }
    return known;
  }
}
