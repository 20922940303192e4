package org.toret.router.walk;

import org.toret.base.columns.IntList;
import org.toret.network.street.StreetEdges;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;

/// What a walk sees: streets open to feet, station passages behind them, and nothing else. 21 bytes
/// per edge end.
///
/// Nodes are the street's nodes, then the station nodes. The *effort* of a stretch is its length in
/// decimetres, made longer where one walks slower: on steps (5 km/h over the walking speed of the
/// edge) and uphill, where a metre climbed counts as 7.92 m on the flat (Naismith's rule, 1892, as
/// restated by Scarf, *J. Sports Sci.* 25, 2007). Effort / 10 / walking speed is the time: the
/// speed is a factor of the answer and not a key of the data. Downhill is taken as flat.
///
/// Slot `i` of node `u` leads to `heads[i]`; `effortOut` is there, `effortIn` is back, and
/// [#CLOSED] where not permitted.
public final class FootGraph {

  public static final int CLOSED = Integer.MAX_VALUE;
  static final double REFERENCE_KMH = 5;
  static final double FLAT_PER_CLIMB = 7.92;

  public final int streetNodes;
  final int nodeCount;
  final int[] offsets;
  final int[] heads;
  final int[] effortOut;
  final int[] effortIn;
  public final int[] decimetres;

  /// The arc of the street, or -1 for what is not a street.
  public final int[] arcs;

  /// Bits of [FootMask].
  final byte[] masks;

  private FootGraph(int streetNodes, int nodeCount, Builder links) {
    this.streetNodes = streetNodes;
    this.nodeCount = nodeCount;
    int size = 2 * links.from.size();
    offsets = new int[nodeCount + 1];
    heads = new int[size];
    effortOut = new int[size];
    effortIn = new int[size];
    decimetres = new int[size];
    arcs = new int[size];
    masks = new byte[size];
    fill(links);
  }

  private void fill(Builder links) {
    int n = links.from.size();
    for (int i = 0; i < n; i++) {
      offsets[links.from.get(i) + 1]++;
      offsets[links.to.get(i) + 1]++;
    }
    for (int node = 0; node < nodeCount; node++) {
      offsets[node + 1] += offsets[node];
    }
    int[] next = offsets.clone();
    for (int i = 0; i < n; i++) {
      int arc = links.arc.get(i);
      int there = next[links.from.get(i)]++;
      put(there, links, i, links.to.get(i), arc);
      effortOut[there] = links.effortForward.get(i);
      effortIn[there] = links.effortBackward.get(i);
      int back = next[links.to.get(i)]++;
      put(back, links, i, links.from.get(i), arc < 0 ? -1 : arc ^ 1);
      effortOut[back] = links.effortBackward.get(i);
      effortIn[back] = links.effortForward.get(i);
    }
  }

  private void put(int slot, Builder links, int i, int head, int arc) {
    heads[slot] = head;
    decimetres[slot] = links.decimetres.get(i);
    arcs[slot] = arc;
    masks[slot] = (byte) links.mask.get(i);
  }

  /// The effort of walking a street arc, or [#CLOSED].
  static int effort(StreetEdges edges, int arc) {
    int edge = arc >> 1;
    int open = (arc & 1) == 0 ? StreetFlags.FOOT_FORWARD : StreetFlags.FOOT_BACKWARD;
    if ((edges.flags()[edge] & open) == 0) {
      return CLOSED;
    }
    return walked(edges, arc);
  }

  /// The effort of walking a street arc, whether permitted or not.
  static int walked(StreetEdges edges, int arc) {
    int edge = arc >> 1;
    double kmh = Math.max(1, edges.footKmh()[edge] & 0xff);
    double effort = edges.decimetres()[edge] * REFERENCE_KMH / kmh;
    if (edges.hasElevation()) {
      int[] climbs = (arc & 1) == 0 ? edges.ascentDecimetres() : edges.descentDecimetres();
      effort += FLAT_PER_CLIMB * climbs[edge];
    }
    return (int) Math.round(effort);
  }

  /// A graph of the streets, to which station passages can be added.
  public static Builder builder(StreetNetwork streets, int stationNodes) {
    return new Builder(streets, stationNodes);
  }

  /// Collects the streets and what is not a street, then lays them out.
  public static final class Builder {

    private final int streetNodes;
    private final int nodeCount;
    private final IntList from = new IntList();
    private final IntList to = new IntList();
    private final IntList effortForward = new IntList();
    private final IntList effortBackward = new IntList();
    private final IntList decimetres = new IntList();
    private final IntList arc = new IntList();
    private final IntList mask = new IntList();

    private Builder(StreetNetwork streets, int stationNodes) {
      streetNodes = streets.nodes().count();
      nodeCount = streetNodes + stationNodes;
      StreetEdges edges = streets.edges();
      for (int edge = 0; edge < edges.count(); edge++) {
        int flags = edges.flags()[edge];
        int open = FootMask.ofFlags(flags);
        if (open != 0 && (flags & StreetFlags.COPY) == 0) {
          add(
              edges.from()[edge],
              edges.to()[edge],
              effort(edges, 2 * edge),
              effort(edges, 2 * edge + 1),
              edges.decimetres()[edge],
              2 * edge,
              open);
        }
      }
    }

    /// Adds a stretch that is not a street.
    void link(int fromNode, int toNode, int there, int back, int lengthDecimetres, int open) {
      add(fromNode, toNode, there, back, lengthDecimetres, -1, open);
    }

    int stationNode(int pathwayNode) {
      return streetNodes + pathwayNode;
    }

    public FootGraph done() {
      return new FootGraph(streetNodes, nodeCount, this);
    }

    private void add(int a, int b, int there, int back, int length, int streetArc, int open) {
      from.add(a);
      to.add(b);
      effortForward.add(there);
      effortBackward.add(back);
      decimetres.add(length);
      arc.add(streetArc);
      mask.add(open);
    }
  }
}
