package org.toret.network.timetable;

import java.util.ArrayList;
import java.util.List;
import org.toret.base.geo.GeoPoint;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// The lines that vehicles follow: 8 bytes per point, 4 bytes per call of a pattern with a shape.
///
/// @param offsets points of shape `s` are `offsets[s] … offsets[s + 1] - 1`
/// @param latsE7 latitude in 1e-7 degrees
/// @param callPoints for each call of [Patterns], the point of its shape nearest to the stop (an
///   index from the start of the shape, never decreasing), or -1
public record Shapes(int[] offsets, int[] latsE7, int[] lonsE7, int[] callPoints) {

  public int count() {
    return offsets.length - 1;
  }

  /// The points of a shape between two of its points, both included.
  public List<GeoPoint> line(int shape, int fromPoint, int toPoint) {
    List<GeoPoint> line = new ArrayList<>();
    for (int i = offsets[shape] + fromPoint; i <= offsets[shape] + toPoint; i++) {
      line.add(GeoPoint.ofE7(latsE7[i], lonsE7[i]));
    }
    return line;
  }

  void write(ImageWriter image) {
    image
        .ints("shapes.offset", offsets)
        .ints("shapes.lat", latsE7)
        .ints("shapes.lon", lonsE7)
        .ints("shapes.callPoint", callPoints);
  }

  static Shapes read(ImageFile image) {
    return new Shapes(
        image.ints("shapes.offset"),
        image.ints("shapes.lat"),
        image.ints("shapes.lon"),
        image.ints("shapes.callPoint"));
  }
}
