package org.toret.demo.street;

import java.util.ArrayList;
import java.util.List;
import org.toret.demo.plane.Area;
import org.toret.demo.plane.Piece;
import org.toret.demo.plane.Spot;
import org.toret.demo.plane.Trace;

/// Footpaths through the parks: straight ones from side to side, in two directions, led out to the
/// streets around.
final class ParkPaths {

  private static final double SPACING_METRES = 140;
  private static final double REACH_METRES = 120;

  private ParkPaths() {}

  static List<Draft> of(Ground ground, List<Draft> streets) {
    LooseEnds ends = new LooseEnds(ground.waters(), LooseEnds.gridOf(streets));
    List<Draft> paths = new ArrayList<>();
    for (Ground.Park park : ground.parks()) {
      if (park.walkable()) {
        for (Trace trace : across(park.area(), ground)) {
          Trace led = ends.shot(ends.shot(trace, true, REACH_METRES), false, REACH_METRES);
          paths.add(
              Draft.of(
                  Draft.Kind.BLOCK,
                  led,
                  "",
                  "highway",
                  "footway",
                  "surface",
                  "gravel",
                  "bicycle",
                  "yes"));
        }
      }
    }
    return paths;
  }

  private static List<Trace> across(Area area, Ground ground) {
    double west = area.southWest().x();
    double south = area.southWest().y();
    double east = area.northEast().x();
    double north = area.northEast().y();
    double size = Math.max(east - west, north - south);
    Spot middle = new Spot((west + east) / 2, (south + north) / 2);
    List<Trace> paths = new ArrayList<>();
    for (double off = -size; off <= size; off += SPACING_METRES) {
      inside(new Piece(middle.plus(off - size, -size), middle.plus(off + size, size)), area, ground)
          .forEach(paths::add);
      inside(new Piece(middle.plus(off - size, size), middle.plus(off + size, -size)), area, ground)
          .forEach(paths::add);
    }
    return paths;
  }

  private static List<Trace> inside(Piece line, Area area, Ground ground) {
    List<Trace> parts = new ArrayList<>();
    int steps = (int) (line.metres() / 8);
    int start = -1;
    for (int i = 0; i <= steps + 1; i++) {
      Spot spot = line.a().towards(line.b(), Math.min(1, (double) i / steps));
      boolean in = i <= steps && area.contains(spot) && !ground.waters().wet(spot, 6);
      if (in && start < 0) {
        start = i;
      } else if (!in && start >= 0) {
        if (i - 1 - start >= 6) {
          Spot a = line.a().towards(line.b(), (double) start / steps);
          Spot b = line.a().towards(line.b(), (double) (i - 1) / steps);
          parts.add(new Trace(List.of(a, b)));
        }
        start = -1;
      }
    }
    return parts;
  }
}
