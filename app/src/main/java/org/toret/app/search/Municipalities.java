package org.toret.app.search;

import java.util.stream.IntStream;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.MapFeatures;

/// Tells the town in which a point lies, as nearly as the names on the map allow: the city, town or
/// village whose name point is nearest, the greater ones reaching farther.
final class Municipalities {

  private final MapFeatures features;
  private final int maxMetres;
  private final int[] towns;

  Municipalities(MapFeatures features, int maxMetres) {
    this.features = features;
    this.maxMetres = maxMetres;
    this.towns =
        IntStream.range(0, features.count())
            .filter(feature -> reach(features.kind(feature)) > 0)
            .filter(feature -> !features.names().get(feature).isEmpty())
            .toArray();
  }

  /// Its name, empty where there is none near.
  String of(GeoPoint point) {
    double best = 1;
    String name = "";
    for (int town : towns) {
      int at = features.ringOffsets()[features.firstRing(town)];
      double metres =
          Distance.metresE7(
              point.latE7(), point.lonE7(), features.latsE7()[at], features.lonsE7()[at]);
      double share = metres / (maxMetres * reach(features.kind(town)));
      if (share < best) {
        best = share;
        name = features.names().get(town);
      }
    }
    return name;
  }

  private static double reach(MapFeatures.Kind kind) {
    return switch (kind) {
      case CITY -> 1;
      case TOWN -> 0.5;
      case VILLAGE -> 0.3;
      default -> 0;
    };
  }
}
