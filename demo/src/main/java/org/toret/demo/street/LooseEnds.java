package org.toret.demo.street;

import java.util.ArrayList;
import java.util.List;
import org.toret.demo.plane.Piece;
import org.toret.demo.plane.PieceGrid;
import org.toret.demo.plane.Spot;
import org.toret.demo.plane.Trace;
import org.toret.demo.plane.Waters;

/// Ties street ends to the next street. The tables give a few points of each avenue, so an end may
/// stop some metres short of the street it runs into.
final class LooseEnds {

  private static final double TOUCH_METRES = 2;

  private final Waters waters;
  private final PieceGrid grid;

  /// @param grid all pieces to tie to, each owned by the index of its draft
  LooseEnds(Waters waters, PieceGrid grid) {
    this.waters = waters;
    this.grid = grid;
  }

  static PieceGrid gridOf(List<Draft> drafts) {
    PieceGrid grid = new PieceGrid();
    for (int i = 0; i < drafts.size(); i++) {
      if (drafts.get(i).kind() != Draft.Kind.MOTORWAY) {
        grid.add(drafts.get(i).trace().every(100), i);
      }
    }
    return grid;
  }

  /// Every avenue with both ends led to the nearest other street within reach, over dry land.
  List<Draft> tied(List<Draft> drafts, double reachMetres) {
    List<Draft> tied = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      if (draft.kind() != Draft.Kind.MOTORWAY) {
        Trace trace = tie(draft.trace(), i, true, reachMetres);
        draft = draft.with(tie(trace, i, false, reachMetres));
      }
      tied.add(draft);
    }
    return tied;
  }

  private Trace tie(Trace trace, int owner, boolean atEnd, double reach) {
    Spot end = atEnd ? trace.last() : trace.first();
    Spot best = end;
    double bestMetres = reach;
    for (int index : grid.near(new Piece(end, end), reach)) {
      if (grid.owner(index) == owner) {
        continue;
      }
      Spot there = grid.piece(index).nearest(end);
      double metres = there.metresTo(end);
      if (metres < bestMetres && !waters.between(end, there)) {
        best = there;
        bestMetres = metres;
      }
    }
    return bestMetres <= TOUCH_METRES || best == end ? trace : trace.extended(best, atEnd);
  }

  /// The line led on straight from its end to the first street ahead; unchanged if there is none
  /// within reach, or water lies between.
  Trace shot(Trace trace, boolean atEnd, double reach) {
    List<Spot> spots = atEnd ? trace.spots() : trace.spots().reversed();
    Spot end = spots.getLast();
    Spot before = spots.get(spots.size() - 2);
    double length = Math.max(1e-9, before.metresTo(end));
    double dx = (end.x() - before.x()) / length;
    double dy = (end.y() - before.y()) / length;
    Piece ahead = new Piece(end.plus(dx, dy), end.plus(dx * reach, dy * reach));
    double first = Double.NaN;
    for (int index : grid.near(ahead, 0)) {
      double share = ahead.crossing(grid.piece(index));
      if (!Double.isNaN(share) && (Double.isNaN(first) || share < first)) {
        first = share;
      }
    }
    if (Double.isNaN(first)) {
      return trace;
    }
    Spot there = ahead.a().towards(ahead.b(), first);
    return waters.between(end, there) ? trace : trace.extended(there, atEnd);
  }
}
