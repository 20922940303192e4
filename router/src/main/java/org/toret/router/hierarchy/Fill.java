package org.toret.router.hierarchy;

import java.util.Arrays;
import org.toret.base.columns.Csr;

/// Which edges a hierarchy needs in one direction, found by contracting its vertices one after
/// another without looking at weights: where `x → v → y` and both ends are higher than `v`, there
/// must be an edge `x → y`. Directions are kept apart, since among arcs most pairs are joined in
/// one direction only and never in the other.
///
/// Told from above: for every vertex, what its lower neighbours hand up to it. So each row is made
/// once, with as much work as customizing takes.
final class Fill {

  private final int[] offsets;
  private int[] highs = new int[1024];
  private int[] lows = new int[1024];
  private int count;

  /// Of the edges to a higher vertex, the one added last; and for each edge the one before it.
  private final int[] last;

  private int[] before = new int[1024];
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
    for (int edge = other.last[x]; edge >= 0; edge = other.before[edge]) {
      int low = other.lows[edge];
      for (int i = offsets[low + 1] - 1; i >= offsets[low] && highs[i] > x; i--) {
        mark(highs[i], x);
      }
    }
    Arrays.sort(row, 0, size);
    while (count + size > highs.length) {
      highs = Arrays.copyOf(highs, 2 * highs.length);
      lows = Arrays.copyOf(lows, highs.length);
      before = Arrays.copyOf(before, highs.length);
    }
    for (int i = 0; i < size; i++) {
      before[count] = last[row[i]];
      last[row[i]] = count;
      highs[count] = row[i];
      lows[count++] = x;
    }
    offsets[x + 1] = count;
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
    return new UpEdges(offsets, Arrays.copyOf(highs, count), Arrays.copyOf(lows, count));
  }
}
