package org.toret.demo.street;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A way of the finished map: node numbers (from 0) and OSM tags.
public record Way(Draft.Kind kind, SortedMap<String, String> tags, List<Integer> nodes) {

  private static final Set<String> FEET =
      Set.of("footway", "steps", "path", "cycleway", "pedestrian");

  public Way {
    nodes = List.copyOf(nodes);
  }

  public String tag(String key) {
    return tags.getOrDefault(key, "");
  }

  /// Whether it is a street or path at all, not a part of the picture.
  public boolean street() {
    return tags.containsKey("highway");
  }

  public boolean forCars() {
    return street() && !FEET.contains(tag("highway"));
  }

  public boolean forFeet() {
    return street() && !tag("highway").startsWith("motorway");
  }

  public boolean oneWay() {
    return tag("oneway").equals("yes");
  }

  public Way with(List<Integer> others) {
    return new Way(kind, tags, others);
  }

  public Way twoWay() {
    SortedMap<String, String> map = new TreeMap<>(tags);
    map.keySet().removeAll(List.of("oneway", "oneway:bicycle"));
    return new Way(kind, map, nodes);
  }

  public Way with(Map<String, String> more) {
    SortedMap<String, String> map = new TreeMap<>(tags);
    map.putAll(more);
    return new Way(kind, map, nodes);
  }
}
