package org.toret.app.tiles;

import java.util.LinkedHashMap;
import java.util.Map;
import org.toret.app.stops.StopUse;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Stops;

/// Layer `stops`: stations early, stops at the kerb when one is near, platforms and entrances of
/// stations last. Stops where nothing calls are not drawn.
final class StopLayer {

  private static final int PLATFORM_ZOOM = 16;
  private static final int STOP_ZOOM = 13;
  private static final int RAIL_ZOOM = 10;

  private final Stops stops;
  private final StopUse use;
  private final BoxIndex index;

  StopLayer(Stops stops, StopUse use) {
    this.stops = stops;
    this.use = use;
    int[] boxes = new int[4 * stops.count()];
    for (int stop = 0; stop < stops.count(); stop++) {
      Box.of(stops.latsE7(), stops.lonsE7(), stop, stop + 1).store(boxes, stop);
    }
    this.index = new BoxIndex(boxes);
  }

  LayerWriter layer(TileFrame frame) {
    LayerWriter layer = new LayerWriter("stops");
    if (frame.zoom() < RAIL_ZOOM) {
      return layer;
    }
    index.touching(
        frame.box(),
        stop -> {
          if (frame.zoom() >= firstZoom(stop)) {
            layer.point(frame.x(stops.lonsE7()[stop]), frame.y(stops.latsE7()[stop]), about(stop));
          }
        });
    return layer;
  }

  private Map<String, Object> about(int stop) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("id", stops.ids().get(stop));
    properties.put("name", stops.names().get(stop));
    properties.put("station", stops.kinds()[stop] == Stops.STATION);
    use.modesOf(stop).stream()
        .min(java.util.Comparator.comparingInt(StopLayer::rank))
        .ifPresent(mode -> properties.put("mode", mode.id()));
    return properties;
  }

  private int firstZoom(int stop) {
    byte kind = stops.kinds()[stop];
    if (kind == Stops.ENTRANCE) {
      return PLATFORM_ZOOM;
    }
    if (use.calls()[stop] == 0 || kind == Stops.NODE) {
      return Integer.MAX_VALUE;
    }
    if (stops.parents()[stop] >= 0) {
      return PLATFORM_ZOOM;
    }
    boolean rail =
        use.modesOf(stop).stream().anyMatch(mode -> mode == Mode.RAIL || mode == Mode.METRO);
    return rail ? RAIL_ZOOM : STOP_ZOOM;
  }

  /// The mode by which a stop is drawn is its strongest.
  private static int rank(Mode mode) {
    return switch (mode) {
      case RAIL -> 0;
      case METRO, MONORAIL -> 1;
      case TRAM, FUNICULAR -> 2;
      case FERRY, CABLECAR, GONDOLA -> 3;
      case TROLLEYBUS -> 4;
      case BUS -> 5;
      case COACH -> 6;
    };
  }
}
