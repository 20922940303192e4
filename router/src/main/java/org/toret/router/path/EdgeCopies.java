package org.toret.router.path;

import java.util.HashMap;
import java.util.Map;
import org.toret.base.columns.IntList;
import org.toret.network.street.StreetEdges;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;

/// Which edges are copies of which, made at import to express turn restrictions over several edges.
/// A place on an edge can be driven to on each of its copies.
final class EdgeCopies {

  /// The most arcs one place can be on.
  static final int MOST = 32;

  private final Map<Integer, int[]> families = new HashMap<>();

  EdgeCopies(StreetNetwork streets) {
    StreetEdges edges = streets.edges();
    Map<Integer, IntList> copies = new HashMap<>();
    for (int edge = 0; edge < edges.count(); edge++) {
      if (edges.has(edge, StreetFlags.COPY)) {
        int original = original(streets, edge);
        if (original >= 0) {
          copies.computeIfAbsent(original, e -> new IntList()).add(edge);
        }
      }
    }
    copies.forEach((original, list) -> families.put(original, family(original, list)));
  }

  /// The edge itself and all its copies.
  int[] sameCourse(int edge) {
    int[] family = families.get(edge);
    return family == null ? new int[] {edge} : family;
  }

  private static int[] family(int original, IntList copies) {
    int[] family = new int[Math.min(MOST / 2, copies.size() + 1)];
    family[0] = original;
    for (int i = 1; i < family.length; i++) {
      family[i] = copies.get(i - 1);
    }
    return family;
  }

  private static int original(StreetNetwork streets, int copy) {
    StreetEdges edges = streets.edges();
    int from = edges.from()[copy];
    for (int i = streets.arcs().start(from); i < streets.arcs().end(from); i++) {
      int arc = streets.arcs().values()[i];
      int edge = arc >> 1;
      if ((arc & 1) == 0
          && edges.to()[edge] == edges.to()[copy]
          && edges.decimetres()[edge] == edges.decimetres()[copy]
          && !edges.has(edge, StreetFlags.COPY)
          && streets.line(edge).equals(streets.line(copy))) {
        return edge;
      }
    }
    return -1;
  }
}
