package org.toret.router.hierarchy;

import java.util.Arrays;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;

/// Which edges a hierarchy needs in one direction, found by contracting its vertices one after
/// another without looking at weights: where `x → v → y` and both ends are higher than `v`, there
/// must be an edge `x → y`. Directions are kept apart, since among arcs most pairs are joined in
/// one direction only and never in the other.
///
/// Told from above: for every vertex, what its lower neighbours hand up to it. So each row is made
/// once, with as much work as customizing takes.
final class Fill {

  private final int[] offsets;
  private final IntList highs = new IntList();
  private final IntList lows = new IntList();

  /// Of the edges to a higher vertex, the one added last; and for each edge the one before it.
  private final int[] last;

  private final IntList before = new IntList();
  private final int[] stamps;
  private int[] row = new int[64];
  private int size;

  private Fill(int vertices) {
    offsets = new int[vertices + 1];
    last = new int[vertices];
    stamps = new int[vertices];
    Arrays.fill(last, -1);
    Arrays.fill(stamps, -1);
  }

  /// Edges upward and edges downward.
  record Both(UpEdges out, UpEdges in) {}

  /// @param outgoing vertex to higher vertices that can follow it
  /// @param incoming vertex to higher vertices that it can follow
  static Both of(Csr outgoing, Csr incoming) {
    int vertices = outgoing.rows();
    Fill out = new Fill(vertices);
    Fill in = new Fill(vertices);
    for (int vertex = 0; vertex < vertices; vertex++) {
      out.add(vertex, outgoing, in);
      in.add(vertex, incoming, out);
    }
    return new Both(out.done(), in.done());
  }

  /// Adds the row of `x`: its own edges, and the rows of those lower vertices to which there are
  /// edges from `x` the other way.
  private void add(int x, Csr own, Fill other) {
    size = 0;
    for (int i = own.start(x); i < own.end(x); i++) {
      mark(own.values()[i], x);
    }
    for (int edge = other.last[x]; edge >= 0; edge = other.before.get(edge)) {
      int low = other.lows.get(edge);
      for (int i = offsets[low + 1] - 1; i >= offsets[low] && highs.get(i) > x; i--) {
        mark(highs.get(i), x);
      }
    }
    Arrays.sort(row, 0, size);
    for (int i = 0; i < size; i++) {
      before.add(last[row[i]]);
      last[row[i]] = highs.size();
      highs.add(row[i]);
      lows.add(x);
    }
    offsets[x + 1] = highs.size();
  }

  private void mark(int vertex, int stamp) {
    if (stamps[vertex] != stamp) {
      stamps[vertex] = stamp;
      if (size == row.length) {
        row = Arrays.copyOf(row, 2 * size);
      }
      row[size++] = vertex;
    }
  }

  private UpEdges done() {
    return new UpEdges(offsets, highs.toArray(), lows.toArray());
  }
}
