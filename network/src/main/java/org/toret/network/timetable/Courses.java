package org.toret.network.timetable;

import java.util.ArrayList;
import java.util.List;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;

/// Where the vehicles of a timetable run, and how far: along their shapes, or straight from stop to
/// stop where there is none.
public record Courses(Timetable timetable) {

  /// The line between two calls of a pattern, both included.
  public List<GeoPoint> line(int pattern, int fromCall, int toCall) {
    Patterns patterns = timetable.patterns();
    Shapes shapes = timetable.shapes();
    int offset = patterns.stopOffsets()[pattern];
    int shape = patterns.shapes()[pattern];
    if (shape >= 0 && shapes.callPoints()[offset + fromCall] >= 0) {
      int from = shapes.callPoints()[offset + fromCall];
      int to = shapes.callPoints()[offset + toCall];
      if (to > from) {
        return shapes.line(shape, from, to);
      }
    }
    List<GeoPoint> line = new ArrayList<>();
    for (int call = fromCall; call <= toCall; call++) {
      int node = patterns.nodes()[offset + call];
      line.add(timetable.stops().point(timetable.nodes().stops()[node]));
    }
    return line;
  }

  /// Metres between two calls of a pattern.
  public double metres(int pattern, int fromCall, int toCall) {
    List<GeoPoint> line = line(pattern, fromCall, toCall);
    double metres = 0;
    for (int i = 1; i < line.size(); i++) {
      metres += Distance.metres(line.get(i - 1), line.get(i));
    }
    return metres;
  }
}
