package org.toret.demo.plane;

import java.util.ArrayList;
import java.util.List;
import org.toret.demo.table.Row;
import org.toret.demo.table.Tables;

/// The rivers, and whether something is in them.
public final class Waters {

  private static final double STEP_METRES = 5;

  /// A river: its name, width in metres, and the middle of the stream, as it flows.
  public record River(String name, double width, Trace middle) {
    public Area banks() {
      return Area.band(middle, width);
    }
  }

  /// A part of a line, dry or over water.
  public record Reach(Trace trace, boolean wet) {}

  private final List<River> rivers = new ArrayList<>();
  private final PieceGrid grid = new PieceGrid();
  private double widest;

  public Waters() {
    for (Row row : Tables.read("rivers.csv")) {
      Trace middle = new Trace(Spot.of(row.points("points")));
      grid.add(middle.every(100), rivers.size());
      rivers.add(new River(row.text("name"), row.number("width"), middle));
      widest = Math.max(widest, row.number("width"));
    }
  }

  public List<River> rivers() {
    return rivers;
  }

  /// Whether the spot is in a river, or within the margin of its bank.
  public boolean wet(Spot spot, double marginMetres) {
    Piece here = new Piece(spot, spot);
    for (int index : grid.near(here, widest / 2 + marginMetres)) {
      double reach = rivers.get(grid.owner(index)).width() / 2 + marginMetres;
      if (grid.piece(index).nearest(spot).metresTo(spot) < reach) {
        return true;
      }
    }
    return false;
  }

  /// Whether the straight way from one spot to another touches water.
  public boolean between(Spot a, Spot b) {
    int steps = Math.max(1, (int) Math.ceil(a.metresTo(b) / STEP_METRES));
    for (int i = 0; i <= steps; i++) {
      if (wet(a.towards(b, (double) i / steps), 0)) {
        return true;
      }
    }
    return false;
  }

  /// Cuts a line where it enters and leaves the water.
  public List<Reach> reaches(Trace trace) {
    List<Reach> reaches = new ArrayList<>();
    List<Spot> open = new ArrayList<>();
    open.add(trace.first());
    boolean wet = wet(trace.first(), 0);
    for (int i = 1; i < trace.spots().size(); i++) {
      Spot a = trace.spots().get(i - 1);
      Spot b = trace.spots().get(i);
      int steps = Math.max(1, (int) Math.ceil(a.metresTo(b) / STEP_METRES));
      for (int k = 1; k <= steps; k++) {
        Spot here = a.towards(b, (double) k / steps);
        boolean now = wet(here, 0);
        if (now != wet) {
          Spot bank = now ? a.towards(b, (double) (k - 1) / steps) : here;
          if (!bank.equals(open.getLast())) {
            open.add(bank);
          }
          close(reaches, open, wet);
          wet = now;
        }
      }
      if (!b.equals(open.getLast())) {
        open.add(b);
      }
    }
    close(reaches, open, wet);
    return reaches;
  }

  /// Ends a reach; its last spot begins the next one.
  private static void close(List<Reach> reaches, List<Spot> open, boolean wet) {
    if (open.size() > 1) {
      reaches.add(new Reach(new Trace(open), wet));
    }
    Spot last = open.getLast();
    open.clear();
    open.add(last);
  }
}
