package org.toret.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;

/// A written feed, read back.
final class Feed {

  /// A call at a stop, in seconds of the service day.
  record Call(String stop, int arrives, int leaves) {}

  private final Path zip;
  private final Map<String, Map<String, String>> stops;
  private final Map<String, List<Call>> calls = new LinkedHashMap<>();

  Feed(Path zip) throws IOException {
    this.zip = zip;
    stops = byId("stops.txt", "stop_id");
    for (Map<String, String> row : rows("stop_times.txt")) {
      calls
          .computeIfAbsent(cell(row, "trip_id"), x -> new ArrayList<>())
          .add(
              new Call(
                  cell(row, "stop_id"),
                  seconds(cell(row, "arrival_time")),
                  seconds(cell(row, "departure_time"))));
    }
  }

  List<Map<String, String>> rows(String file) throws IOException {
    return Csv.read(zip, file);
  }

  Map<String, Map<String, String>> byId(String file, String column) throws IOException {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (Map<String, String> row : rows(file)) {
      if (rows.put(cell(row, column), row) != null) {
        throw new AssertionError(file + " has " + cell(row, column) + " twice");
      }
    }
    return rows;
  }

  Set<String> ids(String file, String column) throws IOException {
    Set<String> ids = new HashSet<>();
    for (Map<String, String> row : rows(file)) {
      ids.add(cell(row, column));
    }
    return ids;
  }

  /// The calls of each trip, by trip id.
  Map<String, List<Call>> calls() {
    return calls;
  }

  Map<String, Map<String, String>> stops() {
    return stops;
  }

  String stopName(Call call) {
    return cell(stops.getOrDefault(call.stop(), Map.of()), "stop_name");
  }

  GeoPoint point(String stop) {
    Map<String, String> row = stops.getOrDefault(stop, Map.of());
    return new GeoPoint(
        Double.parseDouble(cell(row, "stop_lat")), Double.parseDouble(cell(row, "stop_lon")));
  }

  double metres(String stop, String other) {
    return Distance.metres(point(stop), point(other));
  }

  static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  static int seconds(String clock) {
    String[] parts = clock.split(":");
    return Integer.parseInt(parts[0]) * 3600
        + Integer.parseInt(parts[1]) * 60
        + Integer.parseInt(parts[2]);
  }
}
