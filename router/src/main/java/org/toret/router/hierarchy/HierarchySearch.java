package org.toret.router.hierarchy;

import java.util.Arrays;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;

/// The cheapest way between two points of the streets, asked of [HierarchyWeights]: upward from
/// both ends along the elimination tree, without a queue, then unpacked to the arcs of the streets.
///
/// Use: [#begin], any number of [#from] and [#to], then [#find]. Not thread-safe: one per thread at
/// a time. 24 bytes per open arc.
public final class HierarchySearch {

  private static final int FAR = HierarchyWeights.NEVER;
  private static final int SEED = -1;

  private final StreetHierarchy hierarchy;

  /// Cost from the start to the end of each vertex, and from there to the destination.
  private final int[] ahead;

  private final int[] behind;

  /// The edge by which each vertex was reached, or [#SEED]; at seeds of the start the arc before.
  private final int[] aheadEdges;

  private final int[] behindEdges;
  private final int[] aheadSeeds;

  private final IntList visited = new IntList();
  private final IntList edges = new IntList();
  private final IntList path = new IntList();
  private int[] fronts = new int[64];
  private int frontCount;
  private HierarchyWeights weights;
  private int leastAhead;
  private int leastBehind;
  private int best;
  private int bestVertex;

  public HierarchySearch(HierarchyWeights weights) {
    this.weights = weights;
    hierarchy = weights.hierarchy;
    int count = hierarchy.arcCount();
    ahead = new int[count];
    behind = new int[count];
    aheadEdges = new int[count];
    behindEdges = new int[count];
    aheadSeeds = new int[count];
    Arrays.fill(ahead, FAR);
    Arrays.fill(behind, FAR);
    reset();
  }

  /// Begins a question to weights of the same hierarchy.
  public void begin(HierarchyWeights asked) {
    if (asked.hierarchy != hierarchy) {
      throw new IllegalArgumentException("Weights of another hierarchy");
    }
    weights = asked;
    reset();
  }

  private void reset() {
    leastAhead = FAR;
    leastBehind = FAR;
    best = FAR;
    bestVertex = -1;
  }

  /// Starts on an arc.
  ///
  /// @param cost from the start to the end of the arc
  public void from(int arc, int cost) {
    int vertex = hierarchy.vertices[arc];
    if (vertex < 0 || weights.costs[arc] == HierarchyWeights.CLOSED) {
      return;
    }
    Csr outgoing = hierarchy.streets.arcs();
    int node = hierarchy.streets.head(arc);
    for (int i = outgoing.start(node); i < outgoing.end(node); i++) {
      int next = outgoing.values()[i];
      if (isOpen(next) && mayFollow(arc, next)) {
        seed(arc, hierarchy.vertices[next], cost + weights.costs[next]);
      }
    }
  }

  /// Ends on an arc.
  ///
  /// @param cost from the beginning of the arc to the destination
  public void to(int arc, int cost) {
    if (isOpen(arc)) {
      int vertex = hierarchy.vertices[arc];
      int rest = cost - weights.costs[arc];
      if (rest < behind[vertex]) {
        behind[vertex] = rest;
        behindEdges[vertex] = SEED;
        leastBehind = Math.min(leastBehind, rest);
        addFront(vertex);
      }
    }
  }

  /// Searches; the cost found, or [HierarchyWeights#CLOSED] when there is no way.
  public int find() {
    while (frontCount > 0) {
      int vertex = nextFront();
      visited.add(vertex);
      int there = ahead[vertex];
      int onward = behind[vertex];
      if (there < FAR && onward < FAR && there + onward < best) {
        best = there + onward;
        bestVertex = vertex;
      }
      if (there < FAR && there + leastBehind < best) {
        relax(vertex, there, weights.out, ahead, aheadEdges);
      }
      if (onward < FAR && onward + leastAhead < best) {
        relax(vertex, onward, weights.in, behind, behindEdges);
      }
    }
    path.clear();
    if (best < FAR) {
      unpack();
    }
    for (int i = 0; i < visited.size(); i++) {
      ahead[visited.get(i)] = FAR;
      behind[visited.get(i)] = FAR;
    }
    visited.clear();
    return best < FAR ? best : HierarchyWeights.CLOSED;
  }

  /// The arcs of the way found last, from the arc of its start to the arc of its end.
  public int[] path() {
    return path.toArray();
  }

  private boolean isOpen(int arc) {
    return hierarchy.vertices[arc] >= 0 && weights.costs[arc] != HierarchyWeights.CLOSED;
  }

  private boolean mayFollow(int arc, int next) {
    if (next == (arc ^ 1)) {
      return weights.isDeadEnd(arc);
    }
    return !hierarchy.turns || !hierarchy.streets.isForbidden(arc, next);
  }

  private void seed(int arc, int vertex, int cost) {
    if (cost < ahead[vertex]) {
      ahead[vertex] = cost;
      aheadEdges[vertex] = SEED;
      aheadSeeds[vertex] = arc;
      leastAhead = Math.min(leastAhead, cost);
      addFront(vertex);
    }
  }

  private void addFront(int vertex) {
    if (frontCount == fronts.length) {
      fronts = Arrays.copyOf(fronts, 2 * frontCount);
    }
    fronts[frontCount++] = vertex;
  }

  /// The lowest vertex on the way up from any seed; those who meet go on as one.
  private int nextFront() {
    int lowest = fronts[0];
    for (int i = 1; i < frontCount; i++) {
      lowest = Math.min(lowest, fronts[i]);
    }
    int parent = hierarchy.parents[lowest];
    int kept = 0;
    boolean advanced = parent < 0;
    for (int i = 0; i < frontCount; i++) {
      int front = fronts[i];
      if (front != lowest && front != parent) {
        fronts[kept++] = front;
      } else if (!advanced) {
        fronts[kept++] = parent;
        advanced = true;
      }
    }
    frontCount = kept;
    return lowest;
  }

  private static void relax(
      int vertex, int cost, HierarchyWeights.Half half, int[] costs, int[] by) {
    UpEdges edges = half.edges();
    int[] highs = edges.highs;
    int[] weights = half.weights();
    int end = edges.offsets[vertex + 1];
    for (int edge = edges.offsets[vertex]; edge < end; edge++) {
      int through = cost + weights[edge];
      if (through < costs[highs[edge]]) {
        costs[highs[edge]] = through;
        by[highs[edge]] = edge;
      }
    }
  }

  private void unpack() {
    edges.clear();
    int vertex = bestVertex;
    for (int e = aheadEdges[vertex]; e != SEED; e = aheadEdges[vertex]) {
      edges.add(e);
      vertex = hierarchy.out.lows[e];
    }
    path.add(aheadSeeds[vertex]);
    path.add(hierarchy.arcs[vertex]);
    for (int i = edges.size() - 1; i >= 0; i--) {
      weights.unpack(edges.get(i), path);
    }
    vertex = bestVertex;
    for (int e = behindEdges[vertex]; e != SEED; e = behindEdges[vertex]) {
      weights.unpack(~e, path);
      vertex = hierarchy.in.lows[e];
    }
  }
}
