package org.toret.mobility.trip;

import java.util.ArrayList;
import java.util.List;
import org.toret.base.geo.GeoPoint;

/// A waypoint found in the city.
///
/// @param stop stop or station index, -1 for a plain point
record Site(GeoPoint point, String name, int stop) {

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
