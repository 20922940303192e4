package org.toret.router.walk;

/// Ways inside stations: entrances, platforms and nodes in between, and the directed passages that
/// join them (GTFS `pathways.txt`; a bidirectional pathway is two passages).
///
/// @param nodeStops the stop each node stands for, or -1 (entrance, generic node)
/// @param nodeLatsE7 latitude of each node, 1e-7 degree
/// @param nodeLonsE7 longitude of each node, 1e-7 degree
/// @param nodeLinkable whether the node opens to the street: an entrance
/// @param from first node of each passage
/// @param to last node of each passage
/// @param seconds time to traverse each passage, whoever walks
/// @param decimetres length of each passage, 0 when unknown
/// @param stairs whether the passage is a stairway (lifts, ramps and escalators are not)
/// @param wheelchair whether a wheelchair gets through
public record StationPathways(
    int[] nodeStops,
    int[] nodeLatsE7,
    int[] nodeLonsE7,
    boolean[] nodeLinkable,
    int[] from,
    int[] to,
    int[] seconds,
    int[] decimetres,
    boolean[] stairs,
    boolean[] wheelchair) {

  public static final StationPathways NONE =
      new StationPathways(
          new int[0],
          new int[0],
          new int[0],
          new boolean[0],
          new int[0],
          new int[0],
          new int[0],
          new int[0],
          new boolean[0],
          new boolean[0]);

  public int nodeCount() {
    return nodeStops.length;
  }

  public int passageCount() {
    return from.length;
  }
}
