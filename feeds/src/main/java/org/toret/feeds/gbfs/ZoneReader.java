package org.toret.feeds.gbfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.toret.base.notice.Severity;
import org.toret.network.sharing.GeofencingZones;
import org.toret.network.sharing.SharingRows.RuleRow;
import org.toret.network.sharing.SharingRows.ZoneRow;
import org.toret.network.sharing.ZoneRule;
import tools.jackson.databind.JsonNode;

/// Reads `geofencing_zones`.
///
/// Version 3 says what holds outside all zones (`global_rules`). In version 2 a zone that allows
/// everything would be idle if it did not mean "only here": the vehicle types it names may then not
/// be left outside, which is how operators use it and OpenTripPlanner reads it. The orientation of
/// rings is not heeded: few files keep to it.
final class ZoneReader {

  private static final int ALL =
      GeofencingZones.START | GeofencingZones.END | GeofencingZones.THROUGH;

  private final GbfsFolder folder;
  private final Set<String> known;
  private String file = "";

  /// @param known ids of the vehicle types of the system
  ZoneReader(GbfsFolder folder, Set<String> known) {
    this.folder = folder;
    this.known = known;
  }

  List<ZoneRow> read() {
    List<ZoneRow> rows = new ArrayList<>();
    Optional<GbfsFolder.Content> content = folder.find("geofencing_zones");
    if (content.isEmpty()) {
      return rows;
    }
    file = content.get().file();
    boolean old = !content.get().version().startsWith("3");
    JsonNode data = content.get().data();
    for (JsonNode feature : data.path("geofencing_zones").path("features")) {
      zone(feature, old).ifPresent(rows::add);
    }
    List<RuleRow> everywhere = old ? outside(rows) : rules(data.path("global_rules"), false);
    if (!everywhere.isEmpty()) {
      rows.add(new ZoneRow("", false, List.of(), everywhere));
    }
    return rows;
  }

  private Optional<ZoneRow> zone(JsonNode feature, boolean old) {
    JsonNode properties = feature.path("properties");
    String name = Fields.text(properties, "name");
    List<int[]> rings = rings(feature.path("geometry"));
    if (rings.isEmpty()) {
      folder.note("gbfs_zone_no_area", Severity.ERROR, file, name);
      return Optional.empty();
    }
    if (properties.hasNonNull("start") || properties.hasNonNull("end")) {
      folder.note("gbfs_zone_timed", Severity.WARNING, file, name);
    }
    return Optional.of(new ZoneRow(name, old, rings, rules(properties.path("rules"), old)));
  }

  private List<RuleRow> rules(JsonNode list, boolean old) {
    List<RuleRow> rules = new ArrayList<>();
    for (JsonNode rule : list) {
      boolean ride = Fields.flag(rule, "ride_allowed", true);
      boolean start = old ? ride : Fields.flag(rule, "ride_start_allowed", true);
      boolean end = old ? ride : Fields.flag(rule, "ride_end_allowed", true);
      int flags =
          (start ? GeofencingZones.START : 0)
              | (end ? GeofencingZones.END : 0)
              | (Fields.flag(rule, "ride_through_allowed", true) ? GeofencingZones.THROUGH : 0)
              | (Fields.flag(rule, "station_parking", false) ? GeofencingZones.STATION_PARKING : 0);
      int limit = Fields.count(rule, "maximum_speed_kph", ZoneRule.NO_LIMIT);
      List<String> types = Fields.texts(rule.path(old ? oldTypes(rule) : "vehicle_type_ids"));
      for (String type : types) {
        if (!known.contains(type)) {
          folder.note("gbfs_type_undefined", Severity.WARNING, file, type);
        }
      }
      rules.add(new RuleRow(types, flags, limit == 0 ? ZoneRule.NO_LIMIT : limit));
    }
    return rules;
  }

  /// Until version 2.3 the field was in the singular.
  private static String oldTypes(JsonNode rule) {
    return rule.has("vehicle_type_ids") ? "vehicle_type_ids" : "vehicle_type_id";
  }

  /// What version 2 means outside zones that allow everything.
  private static List<RuleRow> outside(List<ZoneRow> zones) {
    List<RuleRow> rules = new ArrayList<>();
    for (ZoneRow zone : zones) {
      for (RuleRow rule : zone.rules()) {
        if (rule.flags() == ALL && rule.maxKmh() == ZoneRule.NO_LIMIT) {
          int flags = GeofencingZones.START | GeofencingZones.THROUGH;
          rules.add(new RuleRow(rule.types(), flags, ZoneRule.NO_LIMIT));
        }
      }
    }
    return rules;
  }

  private List<int[]> rings(JsonNode geometry) {
    List<int[]> rings = new ArrayList<>();
    JsonNode coordinates = geometry.path("coordinates");
    switch (Fields.text(geometry, "type")) {
      case "Polygon" -> coordinates.forEach(ring -> add(rings, ring));
      case "MultiPolygon" ->
          coordinates.forEach(polygon -> polygon.forEach(ring -> add(rings, ring)));
      default -> {
        return rings;
      }
    }
    return rings;
  }

  private static void add(List<int[]> rings, JsonNode ring) {
    int[] corners = new int[2 * ring.size()];
    for (int i = 0; i < ring.size(); i++) {
      double lon = ring.path(i).path(0).asDouble(Double.NaN);
      double lat = ring.path(i).path(1).asDouble(Double.NaN);
      if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
        return;
      }
      corners[2 * i] = (int) Math.round(lat * 1e7);
      corners[2 * i + 1] = (int) Math.round(lon * 1e7);
    }
    if (ring.size() >= 4) {
      rings.add(corners);
    }
  }
}
