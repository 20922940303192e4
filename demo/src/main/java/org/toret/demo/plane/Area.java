package org.toret.demo.plane;

import java.util.ArrayList;
import java.util.List;

/// A simple polygon on the plane.
public final class Area {

  private final List<Spot> outline;
  private final Spot southWest;
  private final Spot northEast;

  public Area(List<Spot> outline) {
    this.outline = List.copyOf(outline);
    double west = Double.MAX_VALUE;
    double south = Double.MAX_VALUE;
    double east = -Double.MAX_VALUE;
    double north = -Double.MAX_VALUE;
    for (Spot spot : outline) {
      west = Math.min(west, spot.x());
      south = Math.min(south, spot.y());
      east = Math.max(east, spot.x());
      north = Math.max(north, spot.y());
    }
    southWest = new Spot(west, south);
    northEast = new Spot(east, north);
  }

  /// The south-west corner of the box around it.
  public Spot southWest() {
    return southWest;
  }

  /// The north-east corner of the box around it.
  public Spot northEast() {
    return northEast;
  }

  /// Whether the spot is inside, by the even-odd rule.
  public boolean contains(Spot spot) {
    if (spot.x() < southWest.x()
        || spot.x() > northEast.x()
        || spot.y() < southWest.y()
        || spot.y() > northEast.y()) {
      return false;
    }
    boolean inside = false;
    int n = outline.size();
    for (int i = 0, j = n - 1; i < n; j = i++) {
      Spot a = outline.get(i);
      Spot b = outline.get(j);
      boolean between = a.y() > spot.y() != b.y() > spot.y();
      if (between && spot.x() < (b.x() - a.x()) * (spot.y() - a.y()) / (b.y() - a.y()) + a.x()) {
        inside = !inside;
      }
    }
    return inside;
  }

  /// The outline as a closed line.
  public Trace ring() {
    List<Spot> ring = new ArrayList<>(outline);
    ring.add(outline.getFirst());
    return new Trace(ring);
  }

  /// A regular polygon of 24 corners.
  public static Area round(Spot middle, double radiusMetres) {
    List<Spot> outline = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      double angle = StrictMath.toRadians(15 * i);
      outline.add(
          middle.plus(radiusMetres * StrictMath.sin(angle), radiusMetres * StrictMath.cos(angle)));
    }
    return new Area(outline);
  }

  /// A rectangle whose long side has the given compass bearing.
  public static Area rectangle(Spot middle, double length, double width, double bearing) {
    double sin = StrictMath.sin(StrictMath.toRadians(bearing));
    double cos = StrictMath.cos(StrictMath.toRadians(bearing));
    List<Spot> outline = new ArrayList<>();
    int[][] corners = {{1, 1}, {1, -1}, {-1, -1}, {-1, 1}};
    for (int[] corner : corners) {
      double along = corner[0] * length / 2;
      double across = corner[1] * width / 2;
      outline.add(middle.plus(along * sin + across * cos, along * cos - across * sin));
    }
    return new Area(outline);
  }

  /// The band along a line.
  public static Area band(Trace middle, double width) {
    List<Spot> outline = new ArrayList<>(middle.beside(width / 2).spots());
    outline.addAll(middle.beside(-width / 2).spots().reversed());
    return new Area(outline);
  }
}
