package org.toret.demo.street;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.toret.demo.plane.Trace;

/// A way on the drawing board: its line and OSM tags, before crossings have become nodes.
///
/// @param kind what may be done with it while the network is put together
public record Draft(Kind kind, SortedMap<String, String> tags, Trace trace) {

  /// How a draft behaves when streets are joined.
  public enum Kind {
    /// From the tables: kept as it is.
    AVENUE,
    /// Generated: may be shortened or left out.
    BLOCK,
    /// Meets other streets at junctions only.
    MOTORWAY
  }

  public static Draft of(Kind kind, Trace trace, String name, String... tags) {
    SortedMap<String, String> map = new TreeMap<>();
    for (int i = 0; i < tags.length; i += 2) {
      map.put(tags[i], tags[i + 1]);
    }
    if (!name.isEmpty()) {
      map.put("name", name);
    }
    return new Draft(kind, map, trace);
  }

  public Draft with(Trace other) {
    return new Draft(kind, tags, other);
  }

  public Draft with(Map<String, String> more) {
    SortedMap<String, String> map = new TreeMap<>(tags);
    map.putAll(more);
    return new Draft(kind, map, trace);
  }

  public String tag(String key) {
    return tags.getOrDefault(key, "");
  }
}
