package org.toret.demo.street;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.toret.base.geo.BoundingBox;
import org.toret.demo.plane.Piece;
import org.toret.demo.plane.PieceGrid;
import org.toret.demo.plane.Spot;
import org.toret.demo.plane.Trace;
import org.toret.demo.table.Tables;

/// Invented lanes on the hills east of the Po: they leave the hill roads to both sides and wind on,
/// keeping to their height as best they can, until they come to another street.
final class HillLanes {

  private static final BoundingBox HILLS = new BoundingBox(45.0, 7.69, 45.1, 7.8);
  private static final double LOWEST_METRES = 262;
  private static final double APART_METRES = 230;
  private static final double STEP_METRES = 28;
  private static final double CLEAR_METRES = 60;
  private static final double MEET_METRES = 34;
  private static final double MOST_TURN_RADIANS = 0.6;

  private final Ground ground;
  private final Heights heights;
  private final PieceGrid grid;
  private final List<String> names = Tables.lines("hill-lanes.txt");
  private final List<Draft> lanes = new ArrayList<>();
  private final Random random = new Random(672);

  private HillLanes(Ground ground, Heights heights, PieceGrid grid) {
    this.ground = ground;
    this.heights = heights;
    this.grid = grid;
  }

  static List<Draft> of(Ground ground, Heights heights, List<Draft> streets) {
    HillLanes hills = new HillLanes(ground, heights, LooseEnds.gridOf(streets));
    for (Draft street : streets) {
      if (street.kind() == Draft.Kind.AVENUE && !street.tag("highway").equals("primary")) {
        hills.beside(street.trace().every(APART_METRES));
      }
    }
    return hills.lanes;
  }

  private void beside(Trace road) {
    double metres = 0;
    for (int i = 1; i < road.spots().size(); i++) {
      Spot before = road.spots().get(i - 1);
      Spot here = road.spots().get(i);
      metres += before.metresTo(here);
      boolean hill = HILLS.contains(here.point()) && heights.metres(here) > LOWEST_METRES;
      if (metres < APART_METRES || !hill) {
        continue;
      }
      metres = 0;
      double along = StrictMath.atan2(here.y() - before.y(), here.x() - before.x());
      double side = random.nextBoolean() ? Math.PI / 2 : -Math.PI / 2;
      wander(here, along + side, 8 + random.nextInt(16));
    }
  }

  private void wander(Spot start, double heading, int steps) {
    List<Spot> line = new ArrayList<>(List.of(start));
    double direction = heading;
    for (int i = 0; i < steps; i++) {
      Spot here = line.getLast();
      direction = i == 0 ? direction : level(here, direction);
      Spot next = ahead(here, direction);
      if (!ground.free(next)) {
        break;
      }
      Spot met = i == 0 ? next : meeting(next, MEET_METRES);
      if (!met.equals(next)) {
        line.add(met);
        break;
      }
      line.add(next);
    }
    if (line.size() > 4 && meeting(line.get(3), CLEAR_METRES).equals(line.get(3))) {
      Trace trace = new Trace(line);
      String name = names.get(lanes.size() % names.size());
      lanes.add(
          Draft.of(
              Draft.Kind.BLOCK,
              trace,
              name,
              "highway",
              "residential",
              "maxspeed",
              "30",
              "surface",
              "asphalt",
              "sidewalk",
              "no"));
      grid.add(trace, Integer.MAX_VALUE);
    }
  }

  /// The turn, within limits and with some whim, that changes the height least.
  private double level(Spot here, double direction) {
    double height = heights.metres(here);
    double best = direction;
    double bestChange = Double.MAX_VALUE;
    for (int k = -2; k <= 2; k++) {
      double turned = direction + k * MOST_TURN_RADIANS / 2;
      double change = Math.abs(heights.metres(ahead(here, turned)) - height);
      change += 1.5 * random.nextDouble();
      if (change < bestChange) {
        best = turned;
        bestChange = change;
      }
    }
    return best;
  }

  private static Spot ahead(Spot here, double direction) {
    return here.plus(
        STEP_METRES * StrictMath.cos(direction), STEP_METRES * StrictMath.sin(direction));
  }

  /// The nearest point of another street within reach, or the spot itself.
  private Spot meeting(Spot spot, double reach) {
    Spot best = spot;
    double bestMetres = reach;
    for (int index : grid.near(new Piece(spot, spot), reach)) {
      Spot there = grid.piece(index).nearest(spot);
      if (there.metresTo(spot) < bestMetres) {
        best = there;
        bestMetres = there.metresTo(spot);
      }
    }
    return best;
  }
}
