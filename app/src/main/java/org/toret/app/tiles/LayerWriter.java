package org.toret.app.tiles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.toret.base.columns.IntList;

/// One layer of a tile in the encoding of the Mapbox Vector Tile specification, version 2.1.
final class LayerWriter {

  private static final int POINT = 1;
  private static final int LINE = 2;
  private static final int POLYGON = 3;
  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int CLOSE_PATH = 7;

  private final Protobuf layer = new Protobuf();
  private final Map<String, Integer> keys = new LinkedHashMap<>();
  private final Map<Object, Integer> values = new LinkedHashMap<>();
  private final IntList commands = new IntList();
  private int cursorX;
  private int cursorY;
  private int features;

  LayerWriter(String name) {
    layer.number(15, 2).text(1, name);
  }

  boolean isEmpty() {
    return features == 0;
  }

  /// Adds a point with its properties: texts, whole numbers or truth values.
  void point(int x, int y, Map<String, ?> properties) {
    begin();
    moveTo(x, y);
    feature(POINT, properties);
  }

  /// Adds lines that share their properties.
  void lines(List<int[]> lines, Map<String, ?> properties) {
    begin();
    for (int[] line : lines) {
      if (line.length >= 4) {
        path(line, line.length);
      }
    }
    if (!commands.isEmpty()) {
      feature(LINE, properties);
    }
  }

  /// Adds an area: every outer ring followed by its holes, wound as the specification wants.
  void area(List<int[]> rings, Map<String, ?> properties) {
    begin();
    for (int[] ring : rings) {
      path(ring, ring.length - 2);
      commands.add(command(CLOSE_PATH, 1));
    }
    if (!commands.isEmpty()) {
      feature(POLYGON, properties);
    }
  }

  /// The finished layer. Nothing may be added any more.
  Protobuf finish() {
    keys.keySet().forEach(key -> layer.text(3, key));
    values.keySet().forEach(value -> layer.message(4, encoded(value)));
    return layer.number(5, TileFrame.EXTENT);
  }

  private void begin() {
    commands.clear();
    cursorX = 0;
    cursorY = 0;
  }

  private void path(int[] line, int length) {
    moveTo(line[0], line[1]);
    commands.add(command(LINE_TO, length / 2 - 1));
    for (int i = 2; i < length; i += 2) {
      step(line[i], line[i + 1]);
    }
  }

  private void moveTo(int x, int y) {
    commands.add(command(MOVE_TO, 1));
    step(x, y);
  }

  private void step(int x, int y) {
    commands.add(zigzag(x - cursorX));
    commands.add(zigzag(y - cursorY));
    cursorX = x;
    cursorY = y;
  }

  private void feature(int type, Map<String, ?> properties) {
    IntList tags = new IntList();
    properties.forEach((key, value) -> {
      tags.add(indexOf(keys, key));
      tags.add(indexOf(values, value));
    });
    Protobuf feature = new Protobuf();
    feature.packed(2, tags.toArray(), tags.size()).number(3, type);
    feature.packed(4, commands.toArray(), commands.size());
    layer.message(2, feature);
    features++;
  }

  private static <K> int indexOf(Map<K, Integer> indexes, K key) {
    Integer known = indexes.putIfAbsent(key, indexes.size());
    return known == null ? indexes.size() - 1 : known;
  }

  private static Protobuf encoded(Object value) {
    Protobuf message = new Protobuf();
    return switch (value) {
      case Boolean truth -> message.number(7, truth ? 1 : 0);
      case Number number -> message.number(4, number.longValue());
      default -> message.text(1, value.toString());
    };
  }

  private static int command(int id, int count) {
    return id & 0x7 | count << 3;
  }

  private static int zigzag(int value) {
    return value << 1 ^ value >> 31;
  }
}
