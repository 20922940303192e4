package org.toret.demo.street;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.toret.demo.plane.Area;
import org.toret.demo.plane.Spot;
import org.toret.demo.plane.Waters;
import org.toret.demo.table.Row;
import org.toret.demo.table.Tables;

/// What lies under the streets: rivers, parks, squares, and where the city is built.
final class Ground {

  /// Open land, with the OSM value that says what it is.
  record Park(String name, String kind, Area area) {
    boolean walkable() {
      return kind.equals("park");
    }
  }

  record Square(String name, Area area) {}

  private static final Set<String> LANDUSE = Set.of("cemetery", "industrial");

  private final Waters waters = new Waters();
  private final List<Park> parks = new ArrayList<>();
  private final List<Square> squares = new ArrayList<>();
  private final List<Area> built = new ArrayList<>();

  Ground() {
    for (Row row : Tables.read("parks.csv")) {
      Area area = new Area(Spot.of(row.points("outline")));
      parks.add(new Park(row.text("name"), row.text("kind"), area));
    }
    for (Row row : Tables.read("squares.csv")) {
      Area area =
          Area.rectangle(
              Spot.of(row.point()),
              row.number("length"),
              row.number("width"),
              row.number("bearing"));
      squares.add(new Square(row.text("name"), area));
    }
    for (Row row : Tables.read("outline.csv")) {
      built.add(new Area(Spot.of(row.points("outline"))));
    }
  }

  Waters waters() {
    return waters;
  }

  List<Park> parks() {
    return parks;
  }

  List<Square> squares() {
    return squares;
  }

  /// The built-up area of the city.
  List<Area> built() {
    return built;
  }

  /// Whether a street with houses may run here: not in a river, a park or a square.
  boolean free(Spot spot) {
    if (waters.wet(spot, 22)) {
      return false;
    }
    for (Park park : parks) {
      if (park.area().contains(spot)) {
        return false;
      }
    }
    for (Square square : squares) {
      if (square.area().contains(spot)) {
        return false;
      }
    }
    return true;
  }

  static String key(Park park) {
    if (LANDUSE.contains(park.kind())) {
      return "landuse";
    }
    return switch (park.kind()) {
      case "wood" -> "natural";
      case "aerodrome" -> "aeroway";
      default -> "leisure";
    };
  }
}
