package org.toret.app.tiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.toret.base.columns.IntList;
import org.toret.network.street.StreetClass;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;

/// Layer `streets`: the greater ones first, the smaller the nearer one looks.
final class StreetLayer {

  private static final double TOLERANCE = 4;

  private final StreetNetwork streets;
  private final BoxIndex index;

  private record Look(StreetClass streetClass, String name) {}

  StreetLayer(StreetNetwork streets) {
    this.streets = streets;
    this.index = new BoxIndex(boxes(streets));
  }

  LayerWriter layer(TileFrame frame) {
    LayerWriter layer = new LayerWriter("streets");
    Map<Look, List<int[]>> byLook = new LinkedHashMap<>();
    IntList lats = new IntList();
    IntList lons = new IntList();
    index.touching(
        frame.box(),
        edge -> {
          StreetClass streetClass = streets.edges().streetClass(edge);
          boolean drawn = !streets.edges().has(edge, StreetFlags.ACROSS);
          if (drawn && firstZoom(streetClass) <= frame.zoom()) {
            streets.course(edge, lats, lons);
            String name = frame.zoom() >= 13 ? streets.names().get(edge) : "";
            byLook
                .computeIfAbsent(new Look(streetClass, name), look -> new ArrayList<>())
                .add(frame.line(lats, lons));
          }
        });
    byLook.forEach((look, lines) -> add(layer, look, lines));
    return layer;
  }

  private static void add(LayerWriter layer, Look look, List<int[]> lines) {
    List<int[]> shown = new ArrayList<>();
    for (int[] chain : Chains.join(lines)) {
      shown.addAll(Clip.line(Simplify.line(chain, TOLERANCE)));
    }
    String name = look.streetClass().name().toLowerCase(Locale.ROOT);
    layer.lines(
        shown,
        look.name().isEmpty() ? Map.of("class", name) : Named.of("class", name, look.name()));
  }

  private static int firstZoom(StreetClass streetClass) {
    return switch (streetClass) {
      case MOTORWAY, TRUNK -> 6;
      case PRIMARY -> 9;
      case SECONDARY -> 10;
      case TERTIARY, FERRY -> 11;
      case UNCLASSIFIED, RESIDENTIAL, LIVING_STREET, PEDESTRIAN -> 13;
      case SERVICE, FOOTWAY, CYCLEWAY, STEPS, PATH, TRACK, PLATFORM, OTHER -> 14;
    };
  }

  private static int[] boxes(StreetNetwork streets) {
    int edges = streets.edges().count();
    int[] boxes = new int[4 * edges];
    IntList lats = new IntList();
    IntList lons = new IntList();
    for (int edge = 0; edge < edges; edge++) {
      streets.course(edge, lats, lons);
      Box box = Box.of(lats, lons);
      box.store(boxes, edge);
    }
    return boxes;
  }
}
