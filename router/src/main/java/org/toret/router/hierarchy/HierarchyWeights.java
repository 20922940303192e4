package org.toret.router.hierarchy;

import org.toret.base.columns.IntList;

/// What it costs to take every arc of a [StreetHierarchy], and every edge of it accordingly: one
/// metric. Immutable; [#changed] makes another.
///
/// Readers hold on to the one they began with, so new weights are brought in by handing out another
/// reference. All of a metropolitan area takes less than a tenth of a second ([#of]), a few streets
/// a few milliseconds ([#changed]), most of it copying. 8 bytes per edge of the hierarchy and 4 per
/// arc.
public final class HierarchyWeights {

  /// The cost of an arc that cannot be taken.
  public static final int CLOSED = Integer.MAX_VALUE;

  /// No way, as the weight of an edge; two of it still fit an `int`.
  static final int NEVER = (1 << 30) - 1;

  /// An edge that stands for one turn, as the vertex in the middle of it.
  static final int NOTHING = -1;

  final StreetHierarchy hierarchy;

  /// Per arc, [#CLOSED] where it cannot be taken.
  final int[] costs;

  final Half out;
  final Half in;

  /// The weights in one direction.
  ///
  /// @param edges the edges weighed
  /// @param weights cost from the end of the first arc to the end of the second, or [#NEVER]
  /// @param middles the lower vertex over which that way leads, or [#NOTHING]
  record Half(UpEdges edges, int[] weights, int[] middles) {
    static Half of(UpEdges edges) {
      return new Half(edges, new int[edges.count()], new int[edges.count()]);
    }

    Half copy() {
      return new Half(edges, weights.clone(), middles.clone());
    }
  }

  private HierarchyWeights(StreetHierarchy hierarchy, int[] costs, Half out, Half in) {
    this.hierarchy = hierarchy;
    this.costs = costs;
    this.out = out;
    this.in = in;
  }

  /// Weighs everything.
  ///
  /// @param costs milliseconds, or any other cost, per arc of the streets; [#CLOSED] where it
  ///   cannot be taken. Arcs not open to the hierarchy's mode stay closed
  public static HierarchyWeights of(StreetHierarchy hierarchy, int[] costs) {
    Half out = Half.of(hierarchy.out);
    Half in = Half.of(hierarchy.in);
    var weights = new HierarchyWeights(hierarchy, costs.clone(), out, in);
    int[] places = new int[hierarchy.arcCount()];
    for (int vertex = 0; vertex < places.length; vertex++) {
      weights.weigh(vertex, out, in, places);
      weights.weigh(vertex, in, out, places);
    }
    return weights;
  }

  /// The same with other costs of some arcs; weighs what they are part of, from below upward, or
  /// everything when that is less work.
  ///
  /// @param arcs arcs of the streets
  /// @param newCosts one per arc given
  public HierarchyWeights changed(int[] arcs, int[] newCosts) {
    int[] changed = costs.clone();
    for (int i = 0; i < arcs.length; i++) {
      changed[arcs[i]] = newCosts[i];
    }
    var weights = new HierarchyWeights(hierarchy, changed, out.copy(), in.copy());
    boolean repaired = new Repair(this, weights).run(arcs);
    return repaired ? weights : of(hierarchy, changed);
  }

  /// What is weighed.
  public StreetHierarchy hierarchy() {
    return hierarchy;
  }

  /// The cost of an arc, [#CLOSED] where it cannot be taken.
  public int cost(int arc) {
    return costs[arc];
  }

  /// What one turn weighs, whatever the ways around it.
  int turn(int tail, int head, byte kind) {
    int cost = costs[hierarchy.arcs[head]];
    boolean never =
        kind == UpEdges.FILL
            || cost == CLOSED
            || kind == UpEdges.TURN_BACK && !isDeadEnd(hierarchy.arcs[tail]);
    return never ? NEVER : cost;
  }

  /// Whether no other way than back is open from the end of an arc, be it forbidden to turn there.
  boolean isDeadEnd(int arc) {
    var outgoing = hierarchy.streets.arcs();
    int node = hierarchy.streets.head(arc);
    for (int i = outgoing.start(node); i < outgoing.end(node); i++) {
      int next = outgoing.values()[i];
      if (next != (arc ^ 1) && costs[next] != CLOSED) {
        return false;
      }
    }
    return true;
  }

  /// Weighs the edges kept at a vertex in one direction: turns, and all ways over lower vertices.
  ///
  /// @param places room for a number per vertex
  private void weigh(int vertex, Half half, Half other, int[] places) {
    UpEdges edges = half.edges;
    int[] weights = half.weights;
    int[] highs = edges.highs;
    for (int edge = edges.offsets[vertex]; edge < edges.offsets[vertex + 1]; edge++) {
      places[highs[edge]] = edge;
      weights[edge] = turn(half, edge);
      half.middles[edge] = NOTHING;
    }
    int[] below = other.edges.below.values();
    for (int i = other.edges.below.start(vertex); i < other.edges.below.end(vertex); i++) {
      int down = other.weights[below[i]];
      if (down == NEVER) {
        continue;
      }
      int low = other.edges.lows[below[i]];
      int first = edges.offsets[low];
      for (int up = edges.offsets[low + 1] - 1; up >= first && highs[up] > vertex; up--) {
        int way = down + weights[up];
        int edge = places[highs[up]];
        if (way < weights[edge]) {
          weights[edge] = way;
          half.middles[edge] = low;
        }
      }
    }
  }

  int turn(Half half, int edge) {
    UpEdges edges = half.edges;
    byte kind = edges.kinds[edge];
    if (kind == UpEdges.FILL) {
      return NEVER;
    }
    int low = edges.lows[edge];
    int high = edges.highs[edge];
    return half == out ? turn(low, high, kind) : turn(high, low, kind);
  }

  /// Adds the arcs behind the first of an edge, in their order.
  ///
  /// @param edge number of an edge upward, or the complement of an edge downward's
  void unpack(int edge, IntList path) {
    boolean up = edge >= 0;
    Half half = up ? out : in;
    int plain = up ? edge : ~edge;
    int low = half.edges.lows[plain];
    int high = half.edges.highs[plain];
    int middle = half.middles[plain];
    if (middle == NOTHING) {
      path.add(hierarchy.arcs[up ? high : low]);
    } else {
      unpack(~in.edges.find(middle, up ? low : high), path);
      unpack(out.edges.find(middle, up ? high : low), path);
    }
  }
}
