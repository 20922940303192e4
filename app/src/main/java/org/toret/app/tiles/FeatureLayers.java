package org.toret.app.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.toret.network.street.MapFeatures;
import org.toret.network.street.MapFeatures.Kind;

/// Layers `water`, `green` and `places`.
final class FeatureLayers {

  private static final double TOLERANCE = 4;

  /// Areas smaller than this (in square units of the tile) are not worth a byte.
  private static final long LEAST_AREA = 400;

  private final MapFeatures features;
  private final BoxIndex index;

  FeatureLayers(MapFeatures features) {
    this.features = features;
    int[] boxes = new int[4 * features.count()];
    for (int feature = 0; feature < features.count(); feature++) {
      int from = features.ringOffsets()[features.firstRing(feature)];
      int to = features.ringOffsets()[features.endRing(feature)];
      Box.of(features.latsE7(), features.lonsE7(), from, to).store(boxes, feature);
    }
    this.index = new BoxIndex(boxes);
  }

  /// The three layers in the order in which they are drawn.
  List<LayerWriter> layers(TileFrame frame) {
    LayerWriter green = new LayerWriter("green");
    LayerWriter water = new LayerWriter("water");
    LayerWriter places = new LayerWriter("places");
    index.touching(
        frame.box(),
        feature -> {
          switch (features.kind(feature)) {
            case WATER_AREA -> area(water, frame, feature);
            case WATERWAY -> waterway(water, frame, feature);
            case PARK, WOOD, WORKS -> area(green, frame, feature);
            case CITY, TOWN, VILLAGE, QUARTER, NEIGHBOURHOOD -> place(places, frame, feature);
          }
        });
    return List.of(green, water, places);
  }

  private void area(LayerWriter layer, TileFrame frame, int feature) {
    List<int[]> rings = new ArrayList<>();
    for (int r = features.firstRing(feature); r < features.endRing(feature); r++) {
      int[] ring = Clip.ring(Simplify.line(ring(frame, r), TOLERANCE));
      if (ring.length >= 8 && Math.abs(Rings.area(ring)) >= LEAST_AREA) {
        rings.add(ring);
      }
    }
    if (!rings.isEmpty()) {
      layer.area(Rings.arranged(rings), properties(frame, feature));
    }
  }

  private void waterway(LayerWriter layer, TileFrame frame, int feature) {
    if (frame.zoom() < 9) {
      return;
    }
    List<int[]> parts = new ArrayList<>();
    for (int r = features.firstRing(feature); r < features.endRing(feature); r++) {
      parts.addAll(Clip.line(Simplify.line(ring(frame, r), TOLERANCE)));
    }
    layer.lines(parts, properties(frame, feature));
  }

  private void place(LayerWriter layer, TileFrame frame, int feature) {
    int point = features.ringOffsets()[features.firstRing(feature)];
    boolean near = frame.zoom() >= firstZoom(features.kind(feature));
    if (near && frame.holds(features.latsE7()[point], features.lonsE7()[point])) {
      layer.point(
          frame.x(features.lonsE7()[point]),
          frame.y(features.latsE7()[point]),
          Named.of("kind", kind(feature), features.names().get(feature)));
    }
  }

  private Map<String, Object> properties(TileFrame frame, int feature) {
    String name = frame.zoom() >= 11 ? features.names().get(feature) : "";
    return Named.of("kind", kind(feature), name);
  }

  private String kind(int feature) {
    return features.kind(feature).name().toLowerCase(Locale.ROOT);
  }

  private int[] ring(TileFrame frame, int ring) {
    return frame.line(
        features.latsE7(),
        features.lonsE7(),
        features.ringOffsets()[ring],
        features.ringOffsets()[ring + 1]);
  }

  private static int firstZoom(Kind kind) {
    return switch (kind) {
      case CITY -> 5;
      case TOWN -> 8;
      case VILLAGE -> 10;
      case QUARTER -> 12;
      default -> 14;
    };
  }
}
