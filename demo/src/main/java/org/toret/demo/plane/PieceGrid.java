package org.toret.demo.plane;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.IntList;

/// Finds the pieces near a place: a grid of square cells over 100 km around the city, the outermost
/// of which hold all that lies beyond. Each piece carries the number its owner gave it. Answers
/// come in an order that depends on the pieces alone, so that runs repeat.
public final class PieceGrid {

  private static final double CELL_METRES = 100;
  private static final int SIDE_CELLS = 1000;

  /// By cell: the pieces in it; null where there is none. 4 MB for each grid.
  private final @Nullable IntList[] cells = new IntList[SIDE_CELLS * SIDE_CELLS];

  private final List<Piece> pieces = new ArrayList<>();
  private final IntList owners = new IntList();

  /// By piece: the search that saw it last, so that it is answered once.
  private int[] seen = new int[1024];

  private int search;

  public void add(Trace trace, int owner) {
    for (int i = 1; i < trace.spots().size(); i++) {
      add(new Piece(trace.spots().get(i - 1), trace.spots().get(i)), owner);
    }
  }

  public void add(Piece piece, int owner) {
    int index = pieces.size();
    pieces.add(piece);
    owners.add(owner);
    if (index >= seen.length) {
      seen = Arrays.copyOf(seen, 2 * seen.length);
    }
    Span span = new Span(piece, 0);
    for (int x = span.west; x <= span.east; x++) {
      for (int y = span.south; y <= span.north; y++) {
        IntList here = cells[x * SIDE_CELLS + y];
        if (here == null) {
          here = new IntList(4);
          cells[x * SIDE_CELLS + y] = here;
        }
        here.add(index);
      }
    }
  }

  public Piece piece(int index) {
    return pieces.get(index);
  }

  public int owner(int index) {
    return owners.get(index);
  }

  /// Indexes of the pieces that may come within so many metres of this one, each once.
  public int[] near(Piece piece, double metres) {
    search++;
    IntList found = new IntList();
    Span span = new Span(piece, metres);
    for (int x = span.west; x <= span.east; x++) {
      for (int y = span.south; y <= span.north; y++) {
        IntList here = cells[x * SIDE_CELLS + y];
        for (int i = 0; here != null && i < here.size(); i++) {
          int index = here.get(i);
          if (seen[index] != search) {
            seen[index] = search;
            found.add(index);
          }
        }
      }
    }
    return found.toArray();
  }

  /// The cells under a piece and a margin around it.
  private static final class Span {
    private final int west;
    private final int east;
    private final int south;
    private final int north;

    private Span(Piece piece, double margin) {
      west = cell(Math.min(piece.a().x(), piece.b().x()) - margin);
      east = cell(Math.max(piece.a().x(), piece.b().x()) + margin);
      south = cell(Math.min(piece.a().y(), piece.b().y()) - margin);
      north = cell(Math.max(piece.a().y(), piece.b().y()) + margin);
    }

    private static int cell(double metres) {
      return Math.clamp((long) (metres / CELL_METRES + SIDE_CELLS / 2.0), 0, SIDE_CELLS - 1);
    }
  }
}
