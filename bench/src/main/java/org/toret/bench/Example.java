package org.toret.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A published question to a city.
///
/// @param name of the question in its set
/// @param from latitude and longitude, as the interface wants them
/// @param at date and time in the city, without offset
record Example(String name, String from, String to, String at, boolean arriveBy) {

  /// Reads a set: one question a line, `name,lat,lon,lat,lon,at,depart|arrive`.
  static List<Example> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Example::parse)
        .toList();
  }

  private static Example parse(String line) {
    String[] cells = line.split(",");
    if (cells.length != 7) {
      throw new IllegalArgumentException("%d cells instead of 7: %s".formatted(cells.length, line));
    }
    return new Example(
        cells[0],
        cells[1] + "," + cells[2],
        cells[3] + "," + cells[4],
        cells[5],
        cells[6].equals("arrive"));
  }

  String line() {
    return String.join(",", name, from, to, at, arriveBy ? "arrive" : "depart");
  }

  /// The query of `GET /api/v1/plan`.
  String query(int alternatives) {
    return String.format(
        Locale.ROOT,
        "from=%s&to=%s&at=%s&arriveBy=%s&alternatives=%d",
        from,
        to,
        at,
        arriveBy,
        alternatives);
  }
}
