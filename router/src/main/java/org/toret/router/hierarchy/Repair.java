package org.toret.router.hierarchy;

import java.util.BitSet;
import org.toret.base.columns.Csr;
import org.toret.network.street.StreetNetwork;
import org.toret.router.hierarchy.HierarchyWeights.Half;

/// Brings weights up to date after some arcs have changed, from below upward and no farther than
/// something changes.
///
/// A vertex waits when an edge kept at it may have changed. When its turn comes, all below it is
/// final: edges that lost the way they stood for look for another, and whatever is now cheaper or
/// dearer than before is told to the edges above.
final class Repair {

  private final HierarchyWeights old;
  private final HierarchyWeights fresh;
  private final BitSet waiting = new BitSet();
  private final BitSet doubtfulOut = new BitSet();
  private final BitSet doubtfulIn = new BitSet();
  private int work;

  /// @param fresh the old weights copied, with the new costs of arcs
  Repair(HierarchyWeights old, HierarchyWeights fresh) {
    this.old = old;
    this.fresh = fresh;
  }

  /// False when so much changes that weighing everything is less work; then the fresh weights are
  /// worthless.
  boolean run(int[] changedArcs) {
    int limit = fresh.hierarchy.edgeCount();
    for (int arc : changedArcs) {
      reviewTurns(fresh.hierarchy.streets.tail(arc));
    }
    for (int v = waiting.nextSetBit(0); v >= 0; v = waiting.nextSetBit(v + 1)) {
      settle(v, fresh.out, doubtfulOut);
      settle(v, fresh.in, doubtfulIn);
      tell(v);
      if (work > limit) {
        return false;
      }
    }
    return true;
  }

  private void reviewTurns(int node) {
    StreetNetwork streets = fresh.hierarchy.streets;
    int[] vertices = fresh.hierarchy.vertices;
    int[] arcs = streets.arcs().values();
    int start = streets.arcs().start(node);
    int end = streets.arcs().end(node);
    for (int i = start; i < end; i++) {
      for (int j = start; j < end; j++) {
        int tail = vertices[arcs[i] ^ 1];
        int head = vertices[arcs[j]];
        if (tail >= 0 && head >= 0 && tail != head) {
          reviewTurn(tail, head);
        }
      }
    }
  }

  private void reviewTurn(int tail, int head) {
    Half half = tail < head ? fresh.out : fresh.in;
    int edge = half.edges().find(Math.min(tail, head), Math.max(tail, head));
    if (edge >= 0 && half.edges().kinds[edge] != UpEdges.FILL) {
      offer(half, edge, HierarchyWeights.NOTHING, fresh.turn(half, edge));
    }
  }

  private void offer(Half half, int edge, int middle, int way) {
    int weight = half.weights()[edge];
    if (way < weight) {
      half.weights()[edge] = way;
      half.middles()[edge] = middle;
      waiting.set(half.edges().lows[edge]);
    } else if (way > weight && half.middles()[edge] == middle) {
      (half == fresh.out ? doubtfulOut : doubtfulIn).set(edge);
      waiting.set(half.edges().lows[edge]);
    }
  }

  private void settle(int vertex, Half half, BitSet doubtful) {
    int end = half.edges().offsets[vertex + 1];
    int edge = doubtful.nextSetBit(half.edges().offsets[vertex]);
    while (edge >= 0 && edge < end) {
      weigh(half, edge);
      edge = doubtful.nextSetBit(edge + 1);
    }
  }

  /// Weighs one edge anew over all vertices below both its ends.
  private void weigh(Half half, int edge) {
    Half other = half == fresh.out ? fresh.in : fresh.out;
    int low = half.edges().lows[edge];
    int weight = fresh.turn(half, edge);
    int middle = HierarchyWeights.NOTHING;
    Csr first = other.edges().below;
    Csr second = half.edges().below;
    int i = first.start(low);
    int j = second.start(half.edges().highs[edge]);
    int iEnd = first.end(low);
    work += iEnd - i;
    while (i < iEnd) {
      int a = first.values()[i];
      int b = second.values()[j];
      int lowA = other.edges().lows[a];
      int lowB = half.edges().lows[b];
      if (lowA == lowB) {
        int way = other.weights()[a] + half.weights()[b];
        if (way < weight) {
          weight = way;
          middle = lowA;
        }
      }
      i += lowA <= lowB ? 1 : 0;
      j += lowB <= lowA ? 1 : 0;
    }
    half.weights()[edge] = weight;
    half.middles()[edge] = middle;
  }

  /// Tells the edges above what has changed at a vertex.
  private void tell(int vertex) {
    UpEdges in = fresh.in.edges();
    UpEdges out = fresh.out.edges();
    for (int e = out.offsets[vertex]; e < out.offsets[vertex + 1]; e++) {
      if (fresh.out.weights()[e] != old.out.weights()[e]) {
        for (int f = in.offsets[vertex]; f < in.offsets[vertex + 1]; f++) {
          tell(vertex, f, e);
        }
      }
    }
    for (int f = in.offsets[vertex]; f < in.offsets[vertex + 1]; f++) {
      if (fresh.in.weights()[f] != old.in.weights()[f]) {
        for (int e = out.offsets[vertex]; e < out.offsets[vertex + 1]; e++) {
          tell(vertex, f, e);
        }
      }
    }
  }

  private void tell(int vertex, int down, int up) {
    work++;
    int tail = fresh.in.edges().highs[down];
    int head = fresh.out.edges().highs[up];
    if (tail == head) {
      return;
    }
    Half half = tail < head ? fresh.out : fresh.in;
    int edge = half.edges().find(Math.min(tail, head), Math.max(tail, head));
    offer(half, edge, vertex, fresh.in.weights()[down] + fresh.out.weights()[up]);
  }
}
