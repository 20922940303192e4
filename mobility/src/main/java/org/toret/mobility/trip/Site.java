package org.toret.mobility.trip;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.toret.base.geo.BoundingBox;
import org.toret.base.geo.GeoPoint;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.place.Directory;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.Waypoint;

/// A waypoint found in the city.
///
/// @param stop stop or station index, -1 for a plain point
record Site(GeoPoint point, String name, int stop) {

  /// The place that is meant. Refused as `outside_city` or `unknown_stop`.
  private static Outcome<Site> of(
      Waypoint waypoint, BoundingBox city, Directory directory, DraftMaker maker) {
    return switch (waypoint) {
      case Waypoint.Point(GeoPoint point, String name) ->
          city.contains(point)
              ? Outcome.done(new Site(point, name, -1))
              : Outcome.refused("outside_city", point.lat(), point.lon());
      case Waypoint.Stop(String id) -> {
        OptionalInt stop = directory.findStop(id);
        yield stop.isEmpty()
            ? Outcome.refused("unknown_stop", id)
            : Outcome.done(maker.site(stop.getAsInt()));
      }
    };
  }

  /// The start, the places to pass and the destination that are meant, refused as one of them.
  static Outcome<List<Site>> all(
      PlanRequest request, BoundingBox city, Directory directory, DraftMaker maker) {
    List<Waypoint> waypoints = new ArrayList<>(request.via());
    waypoints.addFirst(request.from());
    waypoints.add(request.to());
    List<Site> places = new ArrayList<>();
    for (Waypoint waypoint : waypoints) {
      switch (of(waypoint, city, directory, maker)) {
        case Outcome.Done<Site>(Site site) -> places.add(site);
        case Outcome.Refused<Site>(String code, List<String> args) -> {
          return new Outcome.Refused<>(code, args);
        }
      }
    }
    return Outcome.done(places);
  }

  boolean isSame(Site other) {
    return stop == other.stop && point.equals(other.point);
  }

  /// Places to pass that are not the place before them or, at the end, the destination.
  static List<Site> withoutRepeats(List<Site> places) {
    List<Site> apart = new ArrayList<>();
    apart.add(places.getFirst());
    for (Site via : places.subList(1, places.size() - 1)) {
      if (!via.isSame(apart.getLast())) {
        apart.add(via);
      }
    }
    if (apart.size() > 1 && apart.getLast().isSame(places.getLast())) {
      apart.removeLast();
    }
    apart.add(places.getLast());
    return apart;
  }
}
