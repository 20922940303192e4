package org.toret.network.sharing;

import org.toret.base.columns.TextColumn;
import org.toret.base.geo.GeoPoint;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// The stations of all systems, one row each. About 16 bytes per station and its texts.
///
/// @param systems index into [SharingSystems]
/// @param ids `feed:station_id`
/// @param regions name of the region, empty where none is stated
/// @param latsE7 latitude, 1e-7 degree
/// @param lonsE7 longitude, 1e-7 degree
/// @param capacities places for vehicles, -1 where none are stated
public record SharingStations(
    int[] systems,
    TextColumn ids,
    TextColumn names,
    TextColumn regions,
    int[] latsE7,
    int[] lonsE7,
    int[] capacities) {

  public int count() {
    return systems.length;
  }

  public GeoPoint point(int station) {
    return GeoPoint.ofE7(latsE7[station], lonsE7[station]);
  }

  /// A station by its id, -1 where there is none.
  public int find(String id) {
    for (int station = 0; station < count(); station++) {
      if (ids.get(station).equals(id)) {
        return station;
      }
    }
    return -1;
  }

  void write(ImageWriter image) {
    image
        .ints("sharing.station.system", systems)
        .texts("sharing.station.id", ids)
        .texts("sharing.station.name", names)
        .texts("sharing.station.region", regions)
        .ints("sharing.station.lat", latsE7)
        .ints("sharing.station.lon", lonsE7)
        .ints("sharing.station.capacity", capacities);
  }

  static SharingStations read(ImageFile image) {
    return new SharingStations(
        image.ints("sharing.station.system"),
        image.texts("sharing.station.id"),
        image.texts("sharing.station.name"),
        image.texts("sharing.station.region"),
        image.ints("sharing.station.lat"),
        image.ints("sharing.station.lon"),
        image.ints("sharing.station.capacity"));
  }
}
