package org.toret.router.walk;

import java.util.Map;

/// The ways between a place on private ground and the nodes around it, in one direction of walking.
/// Parallel columns by a number of their own.
///
/// @param snap where the place meets its private way
/// @param numbers node to number
/// @param nodes street node
/// @param efforts effort between the place and the node
/// @param decimetres length of that way
/// @param arcs the last arc of the way, led away from the place
/// @param previous number of the node before that arc, or -1 when the way begins on it
public record WayOut(
    EdgeSnap snap,
    Map<Integer, Integer> numbers,
    int[] nodes,
    int[] efforts,
    int[] decimetres,
    int[] arcs,
    int[] previous) {

  /// Lets a search begin at all the nodes.
  public void seed(FootSearch search) {
    for (int i = 0; i < nodes.length; i++) {
      search.seed(nodes[i], efforts[i], decimetres[i]);
    }
  }

  /// The number of a node, or -1.
  public int number(int node) {
    return numbers.getOrDefault(node, -1);
  }

  /// Where the place lies on an arc of its way that is so long.
  public int along(int arc, int whole) {
    return snap.along(arc, whole);
  }
}
