package org.toret.router.reach;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.toret.base.geo.GeoPoint;

/// Draws areas around what a [TimeGrid] says is reached.
public final class ReachAreas {

  /// Holes smaller than so many cells are closed: they are courtyards and ponds of which nobody
  /// asks. An area within a hole is always larger.
  private static final double LEAST_HOLE_CELLS = 4;

  private ReachAreas() {}

  private record Part(Ring outer, double squareMetres, List<Ring> holes) {}

  /// The area reached within some seconds.
  public static ReachArea within(TimeGrid grid, int seconds) {
    double leastHole = LEAST_HOLE_CELLS * grid.cellMetres() * grid.cellMetres();
    List<Part> parts = new ArrayList<>();
    List<Ring> holes = new ArrayList<>();
    double area = 0;
    for (Ring ring : Contours.at(grid, seconds)) {
      double squareMetres = ring.squareMetres();
      if (squareMetres > 0) {
        parts.add(new Part(ring, squareMetres, new ArrayList<>()));
        area += squareMetres;
      } else if (-squareMetres >= leastHole) {
        holes.add(ring);
        area += squareMetres;
      }
    }
    parts.sort(Comparator.comparingDouble(Part::squareMetres));
    for (Ring hole : holes) {
      around(parts, hole).holes().add(hole);
    }
    return new ReachArea(
        seconds,
        area,
        parts.reversed().stream().map(part -> polygon(grid, part)).toList(),
        grid.cellMetres());
  }

  /// The smallest area in which a hole lies.
  private static Part around(List<Part> parts, Ring hole) {
    double squareMetres = -hole.squareMetres();
    for (Part part : parts) {
      if (part.squareMetres() > squareMetres && part.outer().contains(hole.xs()[0], hole.ys()[0])) {
        return part;
      }
    }
    throw new IllegalStateException("a hole of %.0f m² lies nowhere".formatted(squareMetres));
  }

  private static List<List<GeoPoint>> polygon(TimeGrid grid, Part part) {
    List<List<GeoPoint>> rings = new ArrayList<>();
    rings.add(points(grid, part.outer()));
    for (Ring hole : part.holes()) {
      rings.add(points(grid, hole));
    }
    return rings;
  }

  private static List<GeoPoint> points(TimeGrid grid, Ring ring) {
    List<GeoPoint> points = new ArrayList<>(ring.xs().length + 1);
    for (int i = 0; i < ring.xs().length; i++) {
      points.add(grid.point(ring.xs()[i], ring.ys()[i]));
    }
    points.add(points.getFirst());
    return points;
  }
}
