package org.toret.router.hierarchy;

import java.util.Arrays;
import org.toret.base.columns.Csr;

/// The edges of a [StreetHierarchy] in one direction, each kept at its lower end: either those that
/// lead upward, or those that lead downward, turned round. 13 bytes per edge, 8 per vertex.
final class UpEdges {

  /// Made by contracting only.
  static final byte FILL = 0;

  /// One arc may follow the other.
  static final byte TURN = 1;

  /// One arc is the other's opposite, and may follow it where no other way goes on.
  static final byte TURN_BACK = 2;

  /// Lower end to edges, sorted by higher end.
  final int[] offsets;

  /// Higher end of each edge.
  final int[] highs;

  /// Lower end of each edge.
  final int[] lows;

  /// Higher end to edges, sorted by lower end.
  final Csr below;

  /// What each edge is in the streets.
  final byte[] kinds;

  UpEdges(int[] offsets, int[] highs, int[] lows) {
    this.offsets = offsets;
    this.highs = highs;
    this.lows = lows;
    below = Csr.index(offsets.length - 1, highs);
    kinds = new byte[highs.length];
  }

  int count() {
    return highs.length;
  }

  /// The edge between two vertices, which must exist.
  int find(int low, int high) {
    return Arrays.binarySearch(highs, offsets[low], offsets[low + 1], high);
  }
}
