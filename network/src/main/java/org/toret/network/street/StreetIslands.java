package org.toret.network.street;

import java.util.Arrays;
import org.toret.base.columns.Csr;

/// Finds, per mode, the parts of the network from which one gets anywhere: strongly connected
/// components (Tarjan 1972, written without recursion), of which the largest and all with at least
/// [#SMALLEST_NODES] nodes may be linked to. Smaller ones are mapping mistakes and cut ends at the
/// border; passing through them stays allowed.
final class StreetIslands {

  /// A component with fewer nodes captures no stop and no traveller.
  static final int SMALLEST_NODES = 20;

  private final Csr arcs;
  private final StreetEdges edges;
  private final int forward;
  private final int backward;
  private final int required;
  private final int[] component;

  private StreetIslands(
      int nodeCount, StreetEdges edges, Csr arcs, int forward, int backward, int required) {
    this.arcs = arcs;
    this.edges = edges;
    this.forward = forward;
    this.backward = backward;
    this.required = required;
    this.component = new int[nodeCount];
  }

  /// Sets the `…_LINK` flags of all modes.
  static void markLinks(int nodeCount, StreetEdges edges, Csr arcs) {
    int footF = StreetFlags.FOOT_FORWARD;
    int footB = StreetFlags.FOOT_BACKWARD;
    mark(nodeCount, edges, arcs, footF, footB, 0, StreetFlags.FOOT_LINK);
    markPrivate(nodeCount, edges, arcs);
    mark(nodeCount, edges, arcs, footF, footB, StreetFlags.WHEELCHAIR, StreetFlags.WHEELCHAIR_LINK);
    mark(
        nodeCount,
        edges,
        arcs,
        StreetFlags.BIKE_FORWARD,
        StreetFlags.BIKE_BACKWARD,
        0,
        StreetFlags.BIKE_LINK);
    mark(
        nodeCount,
        edges,
        arcs,
        StreetFlags.CAR_FORWARD,
        StreetFlags.CAR_BACKWARD,
        0,
        StreetFlags.CAR_LINK);
  }

  /// From the public streets inward along all that is walkable and not public.
  private static void markPrivate(int nodeCount, StreetEdges edges, Csr arcs) {
    int[] reached = new int[nodeCount];
    boolean[] seen = new boolean[nodeCount];
    int count = 0;
    for (int e = 0; e < edges.count(); e++) {
      for (int node : new int[] {edges.from()[e], edges.to()[e]}) {
        if (edges.has(e, StreetFlags.FOOT_LINK) && !seen[node]) {
          seen[node] = true;
          reached[count++] = node;
        }
      }
    }
    for (int i = 0; i < count; i++) {
      for (int a = arcs.start(reached[i]); a < arcs.end(reached[i]); a++) {
        int arc = arcs.values()[a];
        int flags = edges.flags()[arc >> 1];
        if ((flags & (StreetFlags.FOOT | StreetFlags.FOOT_PRIVATE)) == 0
            || (flags & StreetFlags.FOOT_LINK) != 0) {
          continue;
        }
        edges.flags()[arc >> 1] |= StreetFlags.FOOT_PRIVATE_LINK;
        int head = (arc & 1) == 0 ? edges.to()[arc >> 1] : edges.from()[arc >> 1];
        if (!seen[head]) {
          seen[head] = true;
          reached[count++] = head;
        }
      }
    }
  }

  private static void mark(
      int nodeCount,
      StreetEdges edges,
      Csr arcs,
      int forward,
      int backward,
      int required,
      int link) {
    var islands = new StreetIslands(nodeCount, edges, arcs, forward, backward, required);
    int[] sizes = islands.components();
    int largest = Arrays.stream(sizes).max().orElse(0);
    for (int e = 0; e < edges.count(); e++) {
      int own = islands.component[edges.from()[e]];
      boolean usable = islands.permits(2 * e) || islands.permits(2 * e + 1);
      boolean inside = own == islands.component[edges.to()[e]];
      if (usable && inside && (sizes[own] >= SMALLEST_NODES || sizes[own] == largest)) {
        edges.flags()[e] |= link;
      }
    }
  }

  private boolean permits(int arc) {
    int flags = edges.flags()[arc >> 1];
    int direction = (arc & 1) == 0 ? forward : backward;
    return (flags & direction) != 0 && (flags & required) == required;
  }

  /// Numbers the components; returns their sizes in nodes.
  private int[] components() {
    int n = component.length;
    int[] index = new int[n];
    int[] low = new int[n];
    int[] next = new int[n];
    int[] path = new int[n];
    int[] open = new int[n];
    int[] sizes = new int[n];
    int openCount = 0;
    int counter = 0;
    int found = 0;
    Arrays.fill(component, -1);
    for (int root = 0; root < n; root++) {
      if (index[root] != 0) {
        continue;
      }
      int depth = 0;
      path[0] = root;
      index[root] = low[root] = ++counter;
      next[root] = arcs.start(root);
      open[openCount++] = root;
      while (depth >= 0) {
        int node = path[depth];
        int child = unseenChild(node, next, index, low);
        if (child >= 0) {
          index[child] = low[child] = ++counter;
          next[child] = arcs.start(child);
          open[openCount++] = child;
          path[++depth] = child;
          continue;
        }
        if (low[node] == index[node]) {
          int member;
          do {
            member = open[--openCount];
            component[member] = found;
            sizes[found]++;
          } while (member != node);
          found++;
        }
        if (--depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[node]);
        }
      }
    }
    return sizes;
  }

  private int unseenChild(int node, int[] next, int[] index, int[] low) {
    while (next[node] < arcs.end(node)) {
      int arc = arcs.values()[next[node]++];
      if (!permits(arc)) {
        continue;
      }
      int head = (arc & 1) == 0 ? edges.to()[arc >> 1] : edges.from()[arc >> 1];
      if (index[head] == 0) {
        return head;
      }
      if (component[head] < 0) {
        low[node] = Math.min(low[node], index[head]);
      }
    }
    return -1;
  }
}
