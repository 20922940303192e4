package org.toret.demo.street;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.toret.demo.plane.Spot;

/// The finished map: nodes with tags, and ways over them. A node's number is its place in the list.
public final class StreetMap {

  private final List<Spot> spots = new ArrayList<>();
  private final List<SortedMap<String, String>> tags = new ArrayList<>();
  private final List<Way> ways = new ArrayList<>();

  public int addNode(Spot spot) {
    spots.add(spot);
    tags.add(new TreeMap<>());
    return spots.size() - 1;
  }

  public void addWay(Way way) {
    ways.add(way);
  }

  public int nodeCount() {
    return spots.size();
  }

  public Spot spot(int node) {
    return spots.get(node);
  }

  /// The tags of a node, to read and to add to.
  public SortedMap<String, String> tags(int node) {
    return tags.get(node);
  }

  public List<Way> ways() {
    return ways;
  }
}
