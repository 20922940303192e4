package org.toret.router.hierarchy;

import java.util.Arrays;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.network.street.StreetNetwork;

/// A part of the streets on its way to be cut in two: some nodes, numbered from 0, and the edges
/// between them.
final class Cell {

  /// Nodes of the network.
  final int[] nodes;

  /// Node of the cell to positions in `arcs` and `heads`.
  final int[] offsets;

  /// Arcs of the network that stay inside the cell.
  final int[] arcs;

  /// Where each arc ends, as a node of the cell.
  final int[] heads;

  private Cell(int[] nodes, int[] offsets, int[] arcs, int[] heads) {
    this.nodes = nodes;
    this.offsets = offsets;
    this.arcs = arcs;
    this.heads = heads;
  }

  int size() {
    return nodes.length;
  }

  boolean hasNoEdges() {
    return arcs.length == 0;
  }

  /// @param capacities per edge of the network, 0 for what does not belong to the graph
  /// @param local room for a number per node of the network, all negative before and after
  static Cell of(StreetNetwork streets, int[] nodes, byte[] capacities, int[] local) {
    for (int i = 0; i < nodes.length; i++) {
      local[nodes[i]] = i;
    }
    int[] offsets = new int[nodes.length + 1];
    IntList arcs = new IntList(4 * nodes.length);
    IntList heads = new IntList(4 * nodes.length);
    Csr outgoing = streets.arcs();
    for (int i = 0; i < nodes.length; i++) {
      for (int at = outgoing.start(nodes[i]); at < outgoing.end(nodes[i]); at++) {
        int arc = outgoing.values()[at];
        int head = local[streets.head(arc)];
        if (capacities[arc >> 1] > 0 && head >= 0 && head != i) {
          arcs.add(arc);
          heads.add(head);
        }
      }
      offsets[i + 1] = arcs.size();
    }
    for (int node : nodes) {
      local[node] = -1;
    }
    return new Cell(nodes, offsets, arcs.toArray(), heads.toArray());
  }

  /// The cell's nodes sorted along a direction on the ground.
  int[] along(StreetNetwork streets, double north, double east) {
    long[] keyed = new long[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      double place =
          north * streets.nodes().latsE7()[nodes[i]] + east * streets.nodes().lonsE7()[nodes[i]];
      keyed[i] = (long) (int) (place / 2) << 32 | i;
    }
    Arrays.sort(keyed);
    int[] sorted = new int[keyed.length];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = (int) keyed[i];
    }
    return sorted;
  }
}
