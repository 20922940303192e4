package org.toret.app.tiles;

import java.util.LinkedHashMap;
import java.util.Map;

/// Properties of a feature in a fixed order, so that the same tile is the same bytes.
final class Named {

  private Named() {}

  /// One property and a name.
  static Map<String, Object> of(String key, Object value, String name) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(key, value);
    if (!name.isEmpty()) {
      properties.put("name", name);
    }
    return properties;
  }
}
