package org.toret.router.hierarchy;

import java.util.Arrays;

/// The smallest cut between two sets of nodes of a [Cell], by the largest flow between them (Dinic
/// 1970): every edge carries as much as it has open arcs, in either direction.
final class CellFlow {

  private final Cell cell;
  private final byte[] capacities;
  private final int[] flows;
  private final byte[] ends;
  private final int[] levels;
  private final int[] next;
  private final int[] queue;
  private final int[] path;
  private int queued;

  /// @param flows room for a number per edge of the network
  CellFlow(Cell cell, byte[] capacities, int[] flows) {
    this.cell = cell;
    this.capacities = capacities;
    this.flows = flows;
    ends = new byte[cell.size()];
    levels = new int[cell.size()];
    next = new int[cell.size()];
    queue = new int[cell.size()];
    path = new int[cell.size()];
  }

  /// Finds the largest flow between the first and the last nodes of a sorted row; gives up beyond a
  /// limit.
  ///
  /// @param share how many nodes are sources, and how many sinks
  int run(int[] sorted, int share, int limit) {
    Arrays.fill(ends, (byte) 0);
    for (int i = 0; i < share; i++) {
      ends[sorted[i]] = 1;
      ends[sorted[sorted.length - 1 - i]] = 2;
    }
    for (int arc : cell.arcs) {
      flows[arc >> 1] = 0;
    }
    int flow = 0;
    while (flow <= limit && spread(1, true)) {
      System.arraycopy(cell.offsets, 0, next, 0, next.length);
      int before;
      do {
        before = flow;
        for (int i = 0; i < share && flow <= limit; i++) {
          flow += augment(sorted[i]);
        }
      } while (flow > before && flow <= limit);
    }
    return flow;
  }

  /// Marks the side of the sources, as small as the cut allows; returns its size.
  int sourceSide(boolean[] side) {
    spread(1, false);
    for (int i = 0; i < side.length; i++) {
      side[i] = levels[i] >= 0;
    }
    return queued;
  }

  /// Marks the side of the sources, as large as the cut allows; returns its size.
  int sourceSideAtMost(boolean[] side) {
    spread(2, false);
    for (int i = 0; i < side.length; i++) {
      side[i] = levels[i] < 0;
    }
    return side.length - queued;
  }

  /// Breadth first over what can carry more, from the sources along the flow or from the sinks
  /// against it.
  ///
  /// @return whether the other end was met
  private boolean spread(int from, boolean stop) {
    Arrays.fill(levels, -1);
    queued = 0;
    for (int i = 0; i < ends.length; i++) {
      if (ends[i] == from) {
        levels[i] = 0;
        queue[queued++] = i;
      }
    }
    boolean met = false;
    for (int at = 0; at < queued; at++) {
      int node = queue[at];
      if (met && stop && levels[node] >= levels[queue[queued - 1]]) {
        return true;
      }
      for (int i = cell.offsets[node]; i < cell.offsets[node + 1]; i++) {
        int head = cell.heads[i];
        int arc = from == 1 ? cell.arcs[i] : cell.arcs[i] ^ 1;
        if (levels[head] < 0 && left(arc) > 0) {
          levels[head] = levels[node] + 1;
          queue[queued++] = head;
          met |= ends[head] == 3 - from;
        }
      }
    }
    return met;
  }

  /// Sends as much as one path carries from a source to a sink along rising levels.
  private int augment(int source) {
    int depth = 0;
    int node = source;
    while (true) {
      if (ends[node] == 2) {
        return push(depth);
      }
      if (advance(node)) {
        path[depth++] = next[node];
        node = cell.heads[next[node]];
      } else if (depth == 0) {
        return 0;
      } else {
        // nothing leads on from here: step back and try the next arc there
        levels[node] = -1;
        depth--;
        node = depth == 0 ? source : cell.heads[path[depth - 1]];
        next[node]++;
      }
    }
  }

  private boolean advance(int node) {
    while (next[node] < cell.offsets[node + 1]) {
      int i = next[node];
      if (levels[cell.heads[i]] == levels[node] + 1 && left(cell.arcs[i]) > 0) {
        return true;
      }
      next[node]++;
    }
    return false;
  }

  private int push(int depth) {
    int most = Integer.MAX_VALUE;
    for (int i = 0; i < depth; i++) {
      most = Math.min(most, left(cell.arcs[path[i]]));
    }
    for (int i = 0; i < depth; i++) {
      int arc = cell.arcs[path[i]];
      flows[arc >> 1] += (arc & 1) == 0 ? most : -most;
    }
    return most;
  }

  private int left(int arc) {
    int flow = flows[arc >> 1];
    return capacities[arc >> 1] - ((arc & 1) == 0 ? flow : -flow);
  }
}
