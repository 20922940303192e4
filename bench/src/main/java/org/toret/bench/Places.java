package org.toret.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.toret.base.geo.GeoPoint;

/// A table of places: comma-separated, with a head that names the columns `lat` and `lon`; other
/// columns may stand beside them, without commas inside.
final class Places {

  private Places() {}

  static List<GeoPoint> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> head = List.of(lines.getFirst().split(","));
    int lat = head.indexOf("lat");
    int lon = head.indexOf("lon");
    if (lat < 0 || lon < 0) {
      throw new IllegalArgumentException("no columns lat and lon in " + file + ": " + head);
    }
    List<GeoPoint> places = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      places.add(new GeoPoint(Double.parseDouble(cells[lat]), Double.parseDouble(cells[lon])));
    }
    return places;
  }
}
