package org.toret.demo.street;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.toret.demo.plane.Piece;
import org.toret.demo.plane.PieceGrid;
import org.toret.demo.plane.Spot;
import org.toret.demo.plane.Trace;

/// Turns drafts into ways that share a node wherever they cross or touch.
final class Crossings {

  private static final double TOUCH_METRES = 3;
  private static final double LONGEST_PIECE_METRES = 160;

  /// A node to put into a piece, so far along it.
  private record Cut(double share, Spot spot) {}

  private final List<Draft> drafts;
  private final PieceGrid grid = new PieceGrid();
  private final List<List<Cut>> cuts = new ArrayList<>();

  private Crossings(List<Draft> drafts) {
    this.drafts = drafts.stream().map(x -> x.with(x.trace().every(LONGEST_PIECE_METRES))).toList();
  }

  static List<Way> of(List<Draft> drafts, NodePool pool) {
    Crossings crossings = new Crossings(drafts);
    crossings.cut();
    return crossings.ways(pool);
  }

  private void cut() {
    int count = 0;
    for (int i = 0; i < drafts.size(); i++) {
      grid.add(drafts.get(i).trace(), i);
      count += drafts.get(i).trace().spots().size() - 1;
    }
    for (int i = 0; i < count; i++) {
      cuts.add(new ArrayList<>());
    }
    for (int i = 0; i < count; i++) {
      Piece piece = grid.piece(i);
      for (int j : grid.near(piece, TOUCH_METRES)) {
        if (j > i && grid.owner(i) != grid.owner(j)) {
          meet(i, piece, j, grid.piece(j));
        }
      }
    }
  }

  private void meet(int i, Piece a, int j, Piece b) {
    double share = a.crossing(b);
    if (!Double.isNaN(share)) {
      Spot spot = a.a().towards(a.b(), share);
      cuts.get(i).add(new Cut(share, spot));
      cuts.get(j).add(new Cut(b.share(spot), spot));
      return;
    }
    touch(i, a, b.a());
    touch(i, a, b.b());
    touch(j, b, a.a());
    touch(j, b, a.b());
  }

  private void touch(int index, Piece piece, Spot spot) {
    double share = piece.share(spot);
    Spot nearest = piece.a().towards(piece.b(), share);
    if (share > 0 && share < 1 && nearest.metresTo(spot) < TOUCH_METRES) {
      cuts.get(index).add(new Cut(share, spot));
    }
  }

  private List<Way> ways(NodePool pool) {
    List<Way> ways = new ArrayList<>();
    int index = 0;
    for (Draft draft : drafts) {
      Trace trace = draft.trace();
      List<Integer> nodes = new ArrayList<>();
      append(nodes, pool.at(trace.first()));
      for (int k = 1; k < trace.spots().size(); k++, index++) {
        List<Cut> here = cuts.get(index);
        here.sort(Comparator.comparingDouble(Cut::share));
        for (Cut cut : here) {
          append(nodes, pool.at(cut.spot()));
        }
        append(nodes, pool.at(trace.spots().get(k)));
      }
      if (nodes.size() > 1) {
        ways.add(new Way(draft.kind(), draft.tags(), nodes));
      }
    }
    return ways;
  }

  /// Adds a node unless it is the last one already, or would double straight back.
  private static void append(List<Integer> nodes, int node) {
    int size = nodes.size();
    if (size > 0 && nodes.get(size - 1) == node) {
      return;
    }
    if (size > 1 && nodes.get(size - 2) == node) {
      nodes.remove(size - 1);
      return;
    }
    nodes.add(node);
  }
}
