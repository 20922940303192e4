package org.toret.network.parking;

import java.util.ArrayList;
import java.util.List;
import org.toret.base.columns.TextColumn;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;

/// Collects car parks from several sources. What a map shows where another source has a car park is
/// the same one: the source's name and place count, and what only the map says is added.
public final class CarParksBuilder {

  /// What a map calls itself.
  public static final String MAP = "osm";

  /// A map's car park this near to one of another source is the same.
  private static final double SAME_METRES = 90;

  private final List<CarPark> parks = new ArrayList<>();

  public CarParksBuilder add(CarPark park) {
    parks.add(park);
    return this;
  }

  public CarParks build() {
    List<CarPark> all = new ArrayList<>();
    parks.stream().filter(park -> !park.feed().equals(MAP)).forEach(all::add);
    int published = all.size();
    for (CarPark park : parks) {
      if (park.feed().equals(MAP)) {
        int same = nearest(all.subList(0, published), park.point());
        if (same < 0) {
          all.add(park);
        } else {
          all.set(same, all.get(same).with(park));
        }
      }
    }
    return new CarParks(
        TextColumn.of(all.stream().map(CarPark::id).toList()),
        TextColumn.of(all.stream().map(CarPark::name).toList()),
        all.stream().mapToInt(park -> e7(park.point().lat())).toArray(),
        all.stream().mapToInt(park -> e7(park.point().lon())).toArray(),
        all.stream().mapToInt(CarPark::capacity).toArray(),
        flags(all));
  }

  private static int nearest(List<CarPark> among, GeoPoint point) {
    int nearest = -1;
    double least = SAME_METRES;
    for (int i = 0; i < among.size(); i++) {
      double metres = Distance.metres(among.get(i).point(), point);
      if (metres <= least) {
        nearest = i;
        least = metres;
      }
    }
    return nearest;
  }

  private static byte[] flags(List<CarPark> all) {
    byte[] flags = new byte[all.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = (byte) all.get(i).flags();
    }
    return flags;
  }

  private static int e7(double degrees) {
    return (int) Math.round(degrees * GeoPoint.E7);
  }
}
