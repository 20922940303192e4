package org.toret.network.overlay;

import java.util.Arrays;
import java.util.List;
import org.toret.base.columns.IntList;
import org.toret.base.geo.GeoPoint;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.build.ShapeProjection;

/// Where a run goes that follows no published shape. Compared by content.
///
/// @param callPoints point of each call, from the start of the line, never decreasing
record LiveLine(int[] latsE7, int[] lonsE7, int[] callPoints) {

  /// A line that was told, with each call at the place that fits best.
  static LiveLine of(List<GeoPoint> points, Timetable timetable, int[] nodes) {
    int[] lats = points.stream().mapToInt(GeoPoint::latE7).toArray();
    int[] lons = points.stream().mapToInt(GeoPoint::lonE7).toArray();
    int[] stops = Arrays.stream(nodes).map(node -> timetable.nodes().stops()[node]).toArray();
    int[] at = ShapeProjection.project(lats, lons, timetable.stops(), stops);
    return new LiveLine(lats, lons, at);
  }

  /// A line that is not told: as published between calls that follow one another there, elsewhere
  /// straight from stop to stop.
  ///
  /// @param origins published call of each call, -1 where there is none
  static LiveLine patched(Timetable timetable, int pattern, int[] nodes, int[] origins) {
    IntList lats = new IntList();
    IntList lons = new IntList();
    int[] callPoints = new int[nodes.length];
    for (int call = 0; call < nodes.length; call++) {
      int here = shapePoint(timetable, pattern, origins[call]);
      if (here >= 0 && call > 0 && origins[call] == origins[call - 1] + 1) {
        add(timetable, shapePoint(timetable, pattern, origins[call - 1]) + 1, here, lats, lons);
      }
      callPoints[call] = lats.size();
      if (here >= 0) {
        add(timetable, here, here + 1, lats, lons);
      } else {
        int stop = timetable.nodes().stops()[nodes[call]];
        lats.add(timetable.stops().latsE7()[stop]);
        lons.add(timetable.stops().lonsE7()[stop]);
      }
    }
    return new LiveLine(lats.toArray(), lons.toArray(), callPoints);
  }

  /// Where a published call is on its shape, among the points of all shapes; -1 where nowhere.
  private static int shapePoint(Timetable timetable, int pattern, int call) {
    int shape = timetable.patterns().shapes()[pattern];
    if (shape < 0 || call < 0) {
      return -1;
    }
    int point = timetable.shapes().callPoints()[timetable.patterns().stopOffsets()[pattern] + call];
    return point < 0 ? -1 : timetable.shapes().offsets()[shape] + point;
  }

  private static void add(Timetable timetable, int from, int to, IntList lats, IntList lons) {
    for (int point = from; point < to; point++) {
      lats.add(timetable.shapes().latsE7()[point]);
      lons.add(timetable.shapes().lonsE7()[point]);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LiveLine line
        && Arrays.equals(latsE7, line.latsE7)
        && Arrays.equals(lonsE7, line.lonsE7)
        && Arrays.equals(callPoints, line.callPoints);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(latsE7) + Arrays.hashCode(callPoints);
  }
}
