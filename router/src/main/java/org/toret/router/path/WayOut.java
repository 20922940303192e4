package org.toret.router.path;

import java.util.List;
import java.util.Map;
import org.toret.network.street.StreetEdges;

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
record WayOut(
    EdgeSnap snap,
    Map<Integer, Integer> numbers,
    int[] nodes,
    int[] efforts,
    int[] decimetres,
    int[] arcs,
    int[] previous) {

  /// Lets a search begin at all the nodes.
  void seed(FootSearch search) {
    for (int i = 0; i < nodes.length; i++) {
      search.seed(nodes[i], efforts[i], decimetres[i]);
    }
  }

  /// The number of a node, or -1.
  int number(int node) {
    return numbers.getOrDefault(node, -1);
  }

  /// Adds the pieces from a node back to the place, last piece first: of a way that begins here.
  void addBackwards(int number, StreetEdges edges, List<PathPiece> backwards) {
    for (int i = number; i >= 0; i = previous[i]) {
      int whole = edges.decimetres()[arcs[i] >> 1];
      int begin = previous[i] < 0 ? along(arcs[i], whole) : 0;
      backwards.add(new PathPiece.OnArc(arcs[i], begin, whole));
    }
    backwards.add(new PathPiece.Straight(snap.point(), snap.offDecimetres()));
  }

  /// Adds the pieces from a node to where the place meets its way: of a way that ends here.
  void addForwards(int number, StreetEdges edges, List<PathPiece> pieces) {
    for (int i = number; i >= 0; i = previous[i]) {
      int whole = edges.decimetres()[arcs[i] >> 1];
      int end = previous[i] < 0 ? whole - along(arcs[i], whole) : whole;
      pieces.add(new PathPiece.OnArc(arcs[i] ^ 1, 0, end));
    }
  }

  /// Where the place lies on its arc.
  private int along(int arc, int whole) {
    return (arc & 1) == 0 ? snap.alongDecimetres() : whole - snap.alongDecimetres();
  }
}
