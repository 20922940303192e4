package org.toret.network.parking;

import org.toret.base.columns.TextColumn;
import org.toret.base.geo.GeoPoint;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// The car parks of a city that anybody may use. About 16 bytes each and their texts.
///
/// @param ids `feed:id`
/// @param names empty where there is none
/// @param latsE7 latitude, 1e-7 degree
/// @param lonsE7 longitude, 1e-7 degree
/// @param capacities places, -1 where none are told
/// @param flags bits [#PARK_AND_RIDE], [#FREE], [#FEE], [#COVERED]
public record CarParks(
    TextColumn ids, TextColumn names, int[] latsE7, int[] lonsE7, int[] capacities, byte[] flags) {

  /// Meant for going on by public transport.
  public static final int PARK_AND_RIDE = 1;

  /// Nothing is to be paid, as the source says.
  public static final int FREE = 1 << 1;

  /// Something is to be paid.
  public static final int FEE = 1 << 2;

  /// Under a roof or below ground.
  public static final int COVERED = 1 << 3;

  public static CarParks none() {
    return new CarParksBuilder().build();
  }

  public int count() {
    return latsE7.length;
  }

  public GeoPoint point(int park) {
    return GeoPoint.ofE7(latsE7[park], lonsE7[park]);
  }

  public boolean has(int park, int flag) {
    return (flags[park] & flag) != 0;
  }

  /// A car park by its id, -1 where there is none.
  public int find(String id) {
    for (int park = 0; park < count(); park++) {
      if (ids.get(park).equals(id)) {
        return park;
      }
    }
    return -1;
  }

  public void write(ImageWriter image) {
    image
        .texts("parking.id", ids)
        .texts("parking.name", names)
        .ints("parking.lat", latsE7)
        .ints("parking.lon", lonsE7)
        .ints("parking.capacity", capacities)
        .bytes("parking.flags", flags);
  }

  public static CarParks read(ImageFile image) {
    return new CarParks(
        image.texts("parking.id"),
        image.texts("parking.name"),
        image.ints("parking.lat"),
        image.ints("parking.lon"),
        image.ints("parking.capacity"),
        image.bytes("parking.flags"));
  }
}
