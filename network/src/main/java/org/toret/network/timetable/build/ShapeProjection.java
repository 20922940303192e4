package org.toret.network.timetable.build;

import java.util.Arrays;
import org.toret.base.geo.Distance;
import org.toret.network.timetable.Stops;

/// Finds, for each call of a run, the point of its shape where the vehicle stops: the sequence of
/// points, never going back, with the least sum of squared distances.
///
/// Dynamic programming over calls × points. A loop that passes a stop twice is so resolved rightly,
/// where "the nearest point behind the last one" is not.
public final class ShapeProjection {

  private ShapeProjection() {}

  /// @param latsE7 the shape
  /// @param called stop of each call
  /// @return point of each call, an index into the shape
  public static int[] project(int[] latsE7, int[] lonsE7, Stops stops, int[] called) {
    double[] cost = new double[latsE7.length];
    int[][] choice = new int[called.length][latsE7.length];
    for (int call = 0; call < called.length; call++) {
      double best = Double.MAX_VALUE;
      int bestPoint = 0;
      for (int point = 0; point < latsE7.length; point++) {
        if (call == 0 || cost[point] < best) {
          best = call == 0 ? 0 : cost[point];
          bestPoint = point;
        }
        double metres =
            Distance.metresE7(
                stops.latsE7()[called[call]],
                stops.lonsE7()[called[call]],
                latsE7[point],
                lonsE7[point]);
        choice[call][point] = bestPoint;
        cost[point] = best + metres * metres;
      }
    }
    return traced(cost, choice);
  }

  static int[] project(
      org.toret.network.timetable.Shapes shapes, int shape, Stops stops, int[] called) {
    int from = shapes.offsets()[shape];
    int to = shapes.offsets()[shape + 1];
    return project(
        Arrays.copyOfRange(shapes.latsE7(), from, to),
        Arrays.copyOfRange(shapes.lonsE7(), from, to),
        stops,
        called);
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
