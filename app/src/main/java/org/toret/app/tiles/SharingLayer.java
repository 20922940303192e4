package org.toret.app.tiles;

import java.util.LinkedHashMap;
import java.util.Map;
import org.toret.network.sharing.SharingStations;

/// Layer `sharing`: the stations of shared vehicles.
final class SharingLayer {

  private static final int FIRST_ZOOM = 13;

  private final SharingStations stations;
  private final BoxIndex index;

  SharingLayer(SharingStations stations) {
    this.stations = stations;
    int[] boxes = new int[4 * stations.count()];
    for (int station = 0; station < stations.count(); station++) {
      Box.of(stations.latsE7(), stations.lonsE7(), station, station + 1).store(boxes, station);
    }
    index = new BoxIndex(boxes);
  }

  LayerWriter layer(TileFrame frame) {
    LayerWriter layer = new LayerWriter("sharing");
    if (frame.zoom() >= FIRST_ZOOM) {
      index.touching(
          frame.box(),
          station ->
              layer.point(
                  frame.x(stations.lonsE7()[station]),
                  frame.y(stations.latsE7()[station]),
                  about(station)));
    }
    return layer;
  }

  private Map<String, Object> about(int station) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("id", stations.ids().get(station));
    properties.put("name", stations.names().get(station));
    return properties;
  }
}
