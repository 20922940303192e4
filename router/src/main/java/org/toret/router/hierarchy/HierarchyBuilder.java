package org.toret.router.hierarchy;

import java.util.Arrays;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;

/// Makes a [StreetHierarchy] of an order: numbers the vertices, finds the turns between them, fills
/// in the edges that contracting needs, grows the elimination tree.
final class HierarchyBuilder {

  private static final int FORWARD =
      StreetFlags.FOOT_FORWARD | StreetFlags.BIKE_FORWARD | StreetFlags.CAR_FORWARD;

  private final StreetNetwork streets;
  private final boolean turns;
  private final int[] vertices;
  private final int[] arcs;

  HierarchyBuilder(StreetNetwork streets, int[] order, int modeFlags, boolean turns) {
    this.streets = streets;
    this.turns = turns;
    vertices = new int[2 * streets.edges().count()];
    Arrays.fill(vertices, -1);
    IntList open = new IntList(2 * order.length);
    for (int edge : order) {
      for (int arc = 2 * edge; arc <= 2 * edge + 1; arc++) {
        int direction = modeFlags & ((arc & 1) == 0 ? FORWARD : ~FORWARD);
        if ((streets.edges().flags()[edge] & direction) != 0) {
          vertices[arc] = open.size();
          open.add(arc);
        }
      }
    }
    arcs = open.toArray();
  }

  StreetHierarchy build() {
    Rows outgoing = new Rows();
    Rows incoming = new Rows();
    forEachTurn((tail, head, kind) -> {
      if (tail < head) {
        outgoing.add(tail, head);
      } else {
        incoming.add(head, tail);
      }
    });
    Csr up = outgoing.group(arcs.length);
    Csr down = incoming.group(arcs.length);
    Fill.Both fill = Fill.of(up, down);
    forEachTurn((tail, head, kind) -> {
      UpEdges edges = tail < head ? fill.out() : fill.in();
      edges.kinds[edges.find(Math.min(tail, head), Math.max(tail, head))] = kind;
    });
    int[] parents = parents(up, down);
    return new StreetHierarchy(streets, turns, arcs, vertices, parents, fill.out(), fill.in());
  }

  private interface TurnVisitor {
    void turn(int tail, int head, byte kind);
  }

  private void forEachTurn(TurnVisitor visitor) {
    Csr outgoing = streets.arcs();
    for (int vertex = 0; vertex < arcs.length; vertex++) {
      int arc = arcs[vertex];
      int node = streets.head(arc);
      for (int i = outgoing.start(node); i < outgoing.end(node); i++) {
        int next = outgoing.values()[i];
        if (next == (arc ^ 1) && vertices[next] >= 0) {
          visitor.turn(vertex, vertices[next], UpEdges.TURN_BACK);
        } else if (next != arc && vertices[next] >= 0) {
          if (!turns || !streets.isForbidden(arc, next)) {
            visitor.turn(vertex, vertices[next], UpEdges.TURN);
          }
        }
      }
    }
  }

  /// Elimination tree after Liu (*The Role of Elimination Trees in Sparse Factorization*, 1990):
  /// paths to the top of what is there so far are shortened while the tree grows.
  private int[] parents(Csr up, Csr down) {
    int[] parents = new int[arcs.length];
    int[] shortcuts = new int[arcs.length];
    Arrays.fill(parents, -1);
    Arrays.fill(shortcuts, -1);
    Csr belowOut = transposed(up);
    Csr belowIn = transposed(down);
    for (int vertex = 0; vertex < arcs.length; vertex++) {
      for (Csr below : new Csr[] {belowOut, belowIn}) {
        for (int i = below.start(vertex); i < below.end(vertex); i++) {
          int at = below.values()[i];
          while (shortcuts[at] >= 0 && shortcuts[at] != vertex) {
            int higher = shortcuts[at];
            shortcuts[at] = vertex;
            at = higher;
          }
          if (shortcuts[at] < 0) {
            shortcuts[at] = vertex;
            parents[at] = vertex;
          }
        }
      }
    }
    return parents;
  }

  private static Csr transposed(Csr rows) {
    int[] owners = new int[rows.values().length];
    for (int row = 0; row < rows.rows(); row++) {
      Arrays.fill(owners, rows.start(row), rows.end(row), row);
    }
    return Csr.group(rows.rows(), rows.values(), owners);
  }

  /// Pairs on their way into compressed rows.
  private static final class Rows {
    private final IntList keys = new IntList();
    private final IntList values = new IntList();

    void add(int key, int value) {
      keys.add(key);
      values.add(value);
    }

    Csr group(int rows) {
      return Csr.group(rows, keys.toArray(), values.toArray());
    }
  }
}
