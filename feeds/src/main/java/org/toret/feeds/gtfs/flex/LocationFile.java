package org.toret.feeds.gtfs.flex;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.table.FileNotices;
import org.toret.feeds.gtfs.table.GtfsSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads `locations.geojson`: areas as rings. The orientation of rings is not heeded.
final class LocationFile {

  private static final String FILE = "locations.geojson";

  /// A ring closes, so that a triangle has four corners.
  private static final int LEAST_CORNERS = 4;

  /// One area.
  ///
  /// @param rings alternating latitude and longitude, 1e-7 degree
  record Area(String name, List<int[]> rings) {}

  private LocationFile() {}

  /// The areas by their ids; those without a usable outline are left out.
  static Map<String, Area> read(GtfsSource source, Notices notices) {
    Map<String, Area> areas = new HashMap<>();
    FileNotices found = new FileNotices(source.feed(), FILE, notices);
    if (!source.has(FILE)) {
      return areas;
    }
    try (InputStream in = source.stream(FILE)) {
      for (JsonNode feature : new JsonMapper().readTree(in).path("features")) {
        String id = feature.path("id").asString("");
        List<int[]> rings = rings(feature.path("geometry"));
        if (id.isEmpty()) {
          found.error(0, "id", "missing_id");
        } else if (rings.isEmpty()) {
          found.error(0, "geometry", "location_without_area", id);
        } else if (areas.containsKey(id)) {
          found.error(0, "id", "duplicate_id", id);
        } else {
          areas.put(id, new Area(feature.path("properties").path("stop_name").asString(""), rings));
        }
      }
    } catch (IOException | JacksonException e) {
      found.error(0, "", "locations_unreadable");
    }
    return areas;
  }

  private static List<int[]> rings(JsonNode geometry) {
    List<int[]> rings = new ArrayList<>();
    JsonNode coordinates = geometry.path("coordinates");
    boolean whole =
        switch (geometry.path("type").asString("")) {
          case "Polygon" -> addAll(rings, coordinates);
          case "MultiPolygon" -> {
            boolean all = true;
            for (JsonNode polygon : coordinates) {
              all &= addAll(rings, polygon);
            }
            yield all;
          }
          default -> false;
        };
    return whole ? rings : List.of();
  }

  private static boolean addAll(List<int[]> rings, JsonNode polygon) {
    boolean all = true;
    for (JsonNode ring : polygon) {
      int[] corners = corners(ring);
      all &= corners.length >= 2 * LEAST_CORNERS;
      rings.add(corners);
    }
    return all;
  }

  /// The corners of a ring, none where one of them is nowhere on earth.
  private static int[] corners(JsonNode ring) {
    int[] corners = new int[2 * ring.size()];
    for (int i = 0; i < ring.size(); i++) {
      double lon = ring.path(i).path(0).asDouble(Double.NaN);
      double lat = ring.path(i).path(1).asDouble(Double.NaN);
      if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
        return new int[0];
      }
      corners[2 * i] = (int) Math.round(lat * GeoPoint.E7);
      corners[2 * i + 1] = (int) Math.round(lon * GeoPoint.E7);
    }
    return corners;
  }
}
