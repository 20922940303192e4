package org.toret.network.timetable.build;

import java.util.Arrays;
import org.toret.base.columns.IntList;
import org.toret.base.geo.Distance;
import org.toret.network.timetable.Nodes;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Shapes;
import org.toret.network.timetable.Stops;

/// Keeps shapes and finds, for each call of a pattern, the point of its shape where the vehicle
/// stops: the sequence of points, never going back, with the least sum of squared distances.
///
/// Dynamic programming over calls × points. A loop that passes a stop twice is so resolved rightly,
/// where "the nearest point behind the last one" is not.
final class ShapeCompiler {

  private final IntList offsets = new IntList();
  private final IntList lats = new IntList(1 << 12);
  private final IntList lons = new IntList(1 << 12);

  ShapeCompiler() {
    offsets.add(0);
  }

  int add(int[] latsE7, int[] lonsE7) {
    lats.addAll(latsE7);
    lons.addAll(lonsE7);
    offsets.add(lats.size());
    return offsets.size() - 2;
  }

  Shapes compile(Patterns patterns, Nodes nodes, Stops stops) {
    Shapes shapes = new Shapes(offsets.toArray(), lats.toArray(), lons.toArray(), new int[0]);
    int[] callPoints = new int[patterns.nodes().length];
    Arrays.fill(callPoints, -1);
    for (int p = 0; p < patterns.count(); p++) {
      int shape = patterns.shapes()[p];
      if (shape >= 0 && shapes.offsets()[shape + 1] - shapes.offsets()[shape] >= 2) {
        int from = patterns.stopOffsets()[p];
        int[] called = new int[patterns.length(p)];
        for (int i = 0; i < called.length; i++) {
          called[i] = nodes.stops()[patterns.nodes()[from + i]];
        }
        System.arraycopy(project(shapes, shape, stops, called), 0, callPoints, from, called.length);
      }
    }
    return new Shapes(shapes.offsets(), shapes.latsE7(), shapes.lonsE7(), callPoints);
  }

  private static int[] project(Shapes shapes, int shape, Stops stops, int[] called) {
    int start = shapes.offsets()[shape];
    int points = shapes.offsets()[shape + 1] - start;
    double[] cost = new double[points];
    int[][] choice = new int[called.length][points];
    for (int call = 0; call < called.length; call++) {
      double best = Double.MAX_VALUE;
      int bestPoint = 0;
      for (int point = 0; point < points; point++) {
        if (call == 0 || cost[point] < best) {
          best = call == 0 ? 0 : cost[point];
          bestPoint = point;
        }
        double metres =
            Distance.metresE7(
                stops.latsE7()[called[call]],
                stops.lonsE7()[called[call]],
                shapes.latsE7()[start + point],
                shapes.lonsE7()[start + point]);
        choice[call][point] = bestPoint;
        cost[point] = best + metres * metres;
      }
    }
    return traced(cost, choice);
  }

  private static int[] traced(double[] cost, int[][] choice) {
    int point = 0;
    for (int i = 1; i < cost.length; i++) {
      if (cost[i] < cost[point]) {
        point = i;
      }
    }
    int[] calls = new int[choice.length];
    for (int call = choice.length - 1; call >= 0; call--) {
      calls[call] = point;
      point = choice[call][point];
    }
    return calls;
  }
}
