package org.toret.demo.plane;

import java.util.ArrayList;
import java.util.List;

/// A line of straight pieces on the plane.
public record Trace(List<Spot> spots) {

  public Trace {
    spots = List.copyOf(spots);
    if (spots.size() < 2) {
      throw new IllegalArgumentException("A trace needs two spots, not " + spots.size());
    }
  }

  public Spot first() {
    return spots.getFirst();
  }

  public Spot last() {
    return spots.getLast();
  }

  public double metres() {
    double sum = 0;
    for (int i = 1; i < spots.size(); i++) {
      sum += spots.get(i - 1).metresTo(spots.get(i));
    }
    return sum;
  }

  /// The smallest distance from a spot to the line, metres.
  public double metresFrom(Spot spot) {
    double best = Double.MAX_VALUE;
    for (int i = 1; i < spots.size(); i++) {
      Piece piece = new Piece(spots.get(i - 1), spots.get(i));
      best = Math.min(best, piece.nearest(spot).metresTo(spot));
    }
    return best;
  }

  public Trace reversed() {
    return new Trace(spots.reversed());
  }

  /// With one more spot before the first or after the last.
  public Trace extended(Spot spot, boolean atEnd) {
    List<Spot> longer = new ArrayList<>(spots);
    longer.add(atEnd ? longer.size() : 0, spot);
    return new Trace(longer);
  }

  /// The parallel line so many metres to the right (to the left if negative); corners are mitred
  /// and cut off at three times the distance.
  public Trace beside(double metres) {
    List<Spot> line = new ArrayList<>();
    int last = spots.size() - 1;
    for (int i = 0; i <= last; i++) {
      Spot before = spots.get(Math.max(0, i - 1));
      Spot here = spots.get(i);
      Spot after = spots.get(Math.min(last, i + 1));
      Spot in = right(i == 0 ? here : before, i == 0 ? after : here);
      Spot out = right(i == last ? before : here, i == last ? here : after);
      double x = in.x() + out.x();
      double y = in.y() + out.y();
      double stretch = Math.min(2 / Math.max(1e-9, x * x + y * y), 1.5);
      line.add(here.plus(x * stretch * metres, y * stretch * metres));
    }
    return new Trace(line);
  }

  /// With a spot at least every so many metres.
  public Trace every(double metres) {
    List<Spot> line = new ArrayList<>();
    line.add(first());
    for (int i = 1; i < spots.size(); i++) {
      Spot a = spots.get(i - 1);
      Spot b = spots.get(i);
      int parts = Math.max(1, (int) Math.ceil(a.metresTo(b) / metres));
      for (int k = 1; k <= parts; k++) {
        line.add(k == parts ? b : a.towards(b, (double) k / parts));
      }
    }
    return new Trace(line);
  }

  private static Spot right(Spot a, Spot b) {
    double length = Math.max(1e-9, a.metresTo(b));
    return new Spot((b.y() - a.y()) / length, (a.x() - b.x()) / length);
  }
}
