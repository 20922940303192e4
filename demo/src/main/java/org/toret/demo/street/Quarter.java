package org.toret.demo.street;

import java.util.ArrayList;
import java.util.List;
import org.toret.demo.plane.Area;
import org.toret.demo.plane.Spot;
import org.toret.demo.table.Row;
import org.toret.demo.table.Tables;

/// A quarter of the city or a town of the belt, whose streets share one direction.
///
/// @param town whether it is a town of its own, a disc; quarters share the city among them
/// @param bearing compass bearing of one of the two street directions, degrees
/// @param depthMetres distance of the streets along the bearing; `widthMetres` of those across
record Quarter(
    String name,
    boolean town,
    Spot middle,
    double radiusMetres,
    double bearing,
    double depthMetres,
    double widthMetres,
    List<String> streets) {

  private static final double CITY_RADIUS_METRES = 1500;

  static List<Quarter> all() {
    List<Quarter> quarters = new ArrayList<>();
    for (Row row : Tables.read("districts.csv")) {
      quarters.add(of(row, false, CITY_RADIUS_METRES, row.items("streets")));
    }
    List<String> names = Tables.lines("town-streets.txt");
    for (Row row : Tables.read("towns.csv")) {
      quarters.add(of(row, true, row.number("radius"), names));
    }
    return quarters;
  }

  private static Quarter of(Row row, boolean town, double radius, List<String> streets) {
    String[] block = row.text("block").split("x");
    return new Quarter(
        row.text("name"),
        town,
        Spot.of(row.point()),
        radius,
        row.number("bearing"),
        Double.parseDouble(block[0]),
        Double.parseDouble(block[1]),
        streets);
  }

  /// The quarters that this one may have to share land with.
  List<Quarter> rivals(List<Quarter> all) {
    return all.stream()
        .filter(x -> x.town == town && x != this)
        .filter(x -> x.middle.metresTo(middle) < 2 * Math.max(radiusMetres, x.radiusMetres))
        .toList();
  }

  /// Whether a spot belongs to this quarter: the nearest one, measured in radii.
  boolean owns(Spot spot, List<Quarter> rivals, List<Area> built) {
    double own = middle.metresTo(spot);
    if (own > radiusMetres) {
      return false;
    }
    for (Quarter other : rivals) {
      if (other.middle.metresTo(spot) < own) {
        return false;
      }
    }
    boolean inCity = built.stream().anyMatch(x -> x.contains(spot));
    return town != inCity;
  }
}
