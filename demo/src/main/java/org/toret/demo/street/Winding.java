package org.toret.demo.street;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.toret.demo.plane.Spot;
import org.toret.demo.plane.Trace;

/// Bends the long straight pieces of country roads. The tables give a few points of each; no road
/// of the hills is straight in between.
final class Winding {

  private static final Set<String> ROADS = Set.of("secondary", "tertiary", "residential");
  private static final double STRAIGHT_METRES = 500;
  private static final double PART_METRES = 160;
  private static final double MOST_ASIDE_METRES = 38;

  private Winding() {}

  static Trace of(String highway, String name, Trace trace) {
    if (!name.startsWith("Strada") || !ROADS.contains(highway)) {
      return trace;
    }
    Random random = new Random(name.hashCode());
    List<Spot> line = new ArrayList<>();
    line.add(trace.first());
    for (int i = 1; i < trace.spots().size(); i++) {
      Spot a = trace.spots().get(i - 1);
      Spot b = trace.spots().get(i);
      double metres = a.metresTo(b);
      int parts = metres < STRAIGHT_METRES ? 1 : (int) (metres / PART_METRES);
      double aside = 0;
      for (int k = 1; k < parts; k++) {
        aside = 0.4 * aside + (2 * random.nextDouble() - 1) * MOST_ASIDE_METRES;
        double x = (b.y() - a.y()) / metres * aside;
        double y = (a.x() - b.x()) / metres * aside;
        line.add(a.towards(b, (double) k / parts).plus(x, y));
      }
      line.add(b);
    }
    return new Trace(line);
  }
}
