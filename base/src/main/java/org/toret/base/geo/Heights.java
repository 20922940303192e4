package org.toret.base.geo;

import java.util.List;

/// How high the ground is: what the import of streets needs to know of whatever holds heights.
@FunctionalInterface
public interface Heights {

  /// Nothing is known anywhere.
  Heights NONE = (lat, lon) -> Double.NaN;

  /// Height above the sea in metres at a place in WGS84 degrees, or NaN where it is not known.
  double metres(double lat, double lon);

  /// Several at once: the first that knows a place tells it.
  static Heights firstOf(List<? extends Heights> all) {
    List<Heights> copy = List.copyOf(all);
    return (lat, lon) -> {
      for (Heights heights : copy) {
        double metres = heights.metres(lat, lon);
        if (!Double.isNaN(metres)) {
          return metres;
        }
      }
      return Double.NaN;
    };
  }
}
