package org.toret.demo.street;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.toret.demo.plane.Spot;
import org.toret.demo.table.Row;
import org.toret.demo.table.Tables;

/// The height of the ground, between spot heights: inverse distance weighting, cubed (Shepard
/// 1968).
final class Heights {

  private record Height(Spot spot, double metres) {}

  private final List<Height> heights = new ArrayList<>();

  Heights() {
    for (Row row : Tables.read("heights.csv")) {
      heights.add(new Height(Spot.of(row.point()), row.number("metres")));
    }
  }

  /// Metres above the sea.
  double metres(Spot spot) {
    double sum = 0;
    double weights = 0;
    for (Height height : heights) {
      double distance = 100 + height.spot().metresTo(spot);
      double weight = 1 / (distance * distance * distance);
      sum += weight * height.metres();
      weights += weight;
    }
    return sum / weights;
  }

  /// For the OSM tag `ele`: metres with one decimal.
  String text(Spot spot) {
    return String.format(Locale.ROOT, "%.1f", metres(spot));
  }
}
