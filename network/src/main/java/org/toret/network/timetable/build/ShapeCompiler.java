package org.toret.network.timetable.build;

import java.util.Arrays;
import org.toret.base.columns.IntList;
import org.toret.network.timetable.Nodes;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Shapes;
import org.toret.network.timetable.Stops;

/// Keeps shapes and finds, for each call of a pattern, the point of its shape where the vehicle
/// stops, see [ShapeProjection].
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
        int[] points = ShapeProjection.project(shapes, shape, stops, called);
        System.arraycopy(points, 0, callPoints, from, called.length);
      }
    }
    return new Shapes(shapes.offsets(), shapes.latsE7(), shapes.lonsE7(), callPoints);
  }
}
