package org.toret.router.path;

import java.util.Arrays;
import org.toret.network.street.StreetNetwork;
import org.toret.router.walk.LongHeap;

/// Lower bounds of the cost between any two nodes, from exact costs to and from a few *landmarks*
/// at the rim of the city and the triangle inequality (ALT: Goldberg and Harrelson, *Computing the
/// Shortest Path: A\* Search Meets Graph Theory*, SODA 2005). Landmarks are chosen farthest from
/// each other. 8 bytes per landmark and node.
///
/// The bounds ignore turn restrictions, so they hold with them too; they stay right when streets
/// get slower, and when some get faster they are made smaller ([#following]).
final class Landmarks {

  private static final int COUNT = 8;
  private static final int UNREACHED = Integer.MAX_VALUE;

  /// Bounds stay below in spite of rounding.
  private static final double ALMOST = 1 - 1e-9;

  private final int count;

  /// `from[node * count + i]`: cost from landmark i to the node.
  private final int[] from;

  /// `to[node * count + i]`: cost from the node to landmark i.
  private final int[] to;

  /// What the bounds are multiplied by: streets may be that much faster than when they were found.
  private final double scale;

  private Landmarks(int count, int[] from, int[] to, double scale) {
    this.count = count;
    this.from = from;
    this.to = to;
    this.scale = scale;
  }

  /// Bounds for other costs of the same streets: all of them smaller where some arcs are cheaper.
  Landmarks following(ModeCosts before, ModeCosts now) {
    double least = 1;
    for (int arc = 0; arc < now.costs.length; arc++) {
      if (now.costs[arc] < before.costs[arc] && before.costs[arc] != ModeCosts.CLOSED) {
        least = Math.min(least, (double) now.costs[arc] / before.costs[arc]);
      }
    }
    return least == 1 ? this : new Landmarks(count, from, to, scale * least * ALMOST);
  }

  static Landmarks of(StreetNetwork streets, ModeCosts costs) {
    int nodes = streets.nodes().count();
    int first = anyLinkedNode(streets, costs);
    if (first < 0) {
      return new Landmarks(0, new int[0], new int[0], 1);
    }
    int[] nearest = costsFrom(streets, costs, first, true);
    int[] from = new int[nodes * COUNT];
    int[] to = new int[nodes * COUNT];
    int landmark = first;
    for (int i = 0; i < COUNT; i++) {
      landmark = farthest(nearest, landmark);
      int[] out = costsFrom(streets, costs, landmark, true);
      int[] in = costsFrom(streets, costs, landmark, false);
      for (int node = 0; node < nodes; node++) {
        from[node * COUNT + i] = out[node];
        to[node * COUNT + i] = in[node];
        nearest[node] = i == 0 ? out[node] : Math.min(nearest[node], out[node]);
      }
    }
    return new Landmarks(COUNT, from, to, 1);
  }

  /// A cost that no path from one node to another can undercut.
  int atLeast(int node, int target) {
    int best = 0;
    int a = node * count;
    int b = target * count;
    for (int i = 0; i < count; i++) {
      int out = from[b + i];
      int in = to[a + i];
      if (out != UNREACHED && from[a + i] != UNREACHED) {
        best = Math.max(best, out - from[a + i]);
      }
      if (in != UNREACHED && to[b + i] != UNREACHED) {
        best = Math.max(best, in - to[b + i]);
      }
    }
    return scale == 1 ? best : (int) (best * scale);
  }

  private static int anyLinkedNode(StreetNetwork streets, ModeCosts costs) {
    for (int edge = 0; edge < streets.edges().count(); edge++) {
      if (streets.edges().has(edge, costs.link())) {
        return streets.edges().from()[edge];
      }
    }
    return -1;
  }

  /// The node that costs most among those reached, the given one when none is.
  private static int farthest(int[] costs, int otherwise) {
    int best = otherwise;
    int most = -1;
    for (int node = 0; node < costs.length; node++) {
      if (costs[node] != UNREACHED && costs[node] > most) {
        most = costs[node];
        best = node;
      }
    }
    return best;
  }

  private static int[] costsFrom(StreetNetwork streets, ModeCosts costs, int start, boolean out) {
    int[] best = new int[streets.nodes().count()];
    Arrays.fill(best, UNREACHED);
    LongHeap heap = new LongHeap();
    best[start] = 0;
    heap.push(0, start);
    while (!heap.isEmpty()) {
      long entry = heap.pop();
      int node = LongHeap.item(entry);
      int cost = LongHeap.key(entry);
      if (cost != best[node]) {
        continue;
      }
      for (int i = streets.arcs().start(node); i < streets.arcs().end(node); i++) {
        int arc = streets.arcs().values()[i];
        int more = costs.costs[out ? arc : arc ^ 1];
        int head = streets.head(arc);
        if (more != ModeCosts.CLOSED && cost + more < best[head]) {
          best[head] = cost + more;
          heap.push(cost + more, head);
        }
      }
    }
    return best;
  }
}
