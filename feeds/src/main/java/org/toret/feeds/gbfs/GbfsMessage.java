package org.toret.feeds.gbfs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.toret.base.notice.Notices;
import org.toret.network.sharing.Sharing;
import org.toret.network.sharing.SharingRows.ZoneRow;
import org.toret.network.sharing.SharingStations;
import org.toret.network.sharing.VehicleTypes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One GBFS file as it comes in by itself, of versions 1 to 3. Which of them it is shows in what
/// stands under `data`.
public final class GbfsMessage {

  /// The beginning and the end are looked at to tell what bytes are.
  private static final int LOOKED_AT = 4_096;

  /// GBFS: `ttl` of 0 means "always refresh"; nobody is asked more often than this.
  private static final int LEAST_TTL_SECONDS = 10;

  private static final int MOST_TTL_SECONDS = 3_600;
  private static final int TTL_SECONDS = 60;
  private static final JsonMapper JSON = new JsonMapper();

  private final byte[] bytes;
  private final String file;
  private final String version;
  private final long lastUpdated;
  private final int ttl;
  private final int size;

  /// The tree takes many times the room of the bytes and is not kept.
  private GbfsMessage(byte[] bytes, JsonNode tree) {
    this.bytes = bytes;
    file = file(tree.path("data"));
    String stated = Fields.text(tree, "version");
    version = stated.isEmpty() ? "1.0" : stated;
    lastUpdated = GbfsFolder.epochSecond(tree.path("last_updated"));
    int seconds = Fields.count(tree, "ttl", TTL_SECONDS);
    ttl = Math.max(LEAST_TTL_SECONDS, Math.min(MOST_TTL_SECONDS, seconds));
    size = size(file, tree.path("data"));
  }

  private JsonNode data() {
    return JSON.readTree(bytes).path("data");
  }

  /// Whether bytes look like a GBFS file. Cheap.
  public static boolean isGbfs(byte[] bytes) {
    String text = text(bytes, 0) + text(bytes, Math.max(LOOKED_AT, bytes.length - LOOKED_AT));
    return text.stripLeading().startsWith("{")
        && text.contains("\"ttl\"")
        && text.contains("\"last_updated\"");
  }

  private static String text(byte[] bytes, int from) {
    int first = Math.min(from, bytes.length);
    int length = Math.min(LOOKED_AT, bytes.length - first);
    return new String(bytes, first, length, StandardCharsets.UTF_8);
  }

  /// Empty for what is no JSON object.
  public static Optional<GbfsMessage> read(byte[] bytes) {
    try {
      JsonNode tree = JSON.readTree(bytes);
      return tree.path("data").isObject()
          ? Optional.of(new GbfsMessage(bytes, tree))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /// The name of the file: `gbfs`, `station_status`, `station_information`, `vehicle_status`,
  /// `free_bike_status`, `geofencing_zones`, `system_information`; empty for any other.
  public String file() {
    return file;
  }

  private static String file(JsonNode data) {
    JsonNode station = data.path("stations").path(0);
    if (data.has("stations")) {
      return station.has("lat") ? "station_information" : "station_status";
    }
    boolean listed = data.has("feeds") || data.valueStream().anyMatch(entry -> entry.has("feeds"));
    return listed
        ? "gbfs"
        : data.has("vehicles")
            ? "vehicle_status"
            : data.has("bikes")
                ? "free_bike_status"
                : data.has("geofencing_zones")
                    ? "geofencing_zones"
                    : data.has("system_id") ? "system_information" : "";
  }

  public byte[] bytes() {
    return Arrays.copyOf(bytes, bytes.length);
  }

  /// As published, `1.0` where none is stated (the field came with version 1.1).
  public String version() {
    return version;
  }

  /// Whether it is of a version that is read.
  public boolean isReadable() {
    return List.of("1", "2", "3").contains(version.replaceFirst("[.-].*", ""));
  }

  /// When it was made; [Long#MIN_VALUE] where it does not say so.
  public long lastUpdatedEpochSeconds() {
    return lastUpdated;
  }

  /// After how long there may be news, between ten seconds and an hour.
  public int ttlSeconds() {
    return ttl;
  }

  /// How many stations, vehicles, zones or files it tells of.
  public int size() {
    return size;
  }

  private static int size(String file, JsonNode data) {
    return switch (file) {
      case "station_status", "station_information" -> data.path("stations").size();
      case "vehicle_status" -> data.path("vehicles").size();
      case "free_bike_status" -> data.path("bikes").size();
      case "geofencing_zones" -> data.path("geofencing_zones").path("features").size();
      case "gbfs" -> feeds(data).size();
      default -> 0;
    };
  }

  /// The addresses that a `gbfs` file lists, by the name of the file; of several languages those of
  /// the first.
  public Map<String, String> feeds() {
    return feeds(data());
  }

  private static Map<String, String> feeds(JsonNode data) {
    Map<String, String> feeds = new LinkedHashMap<>();
    Stream.concat(Stream.of(data), data.valueStream())
        .map(entry -> entry.path("feeds"))
        .filter(JsonNode::isArray)
        .findFirst()
        .ifPresent(list ->
            list.forEach(
                entry -> feeds.putIfAbsent(Fields.text(entry, "name"), Fields.text(entry, "url"))));
    return feeds;
  }

  /// The system of which it speaks, by its `system_id` or by the ids that it names most; -1 where
  /// none is known to any.
  public int system(Sharing sharing) {
    JsonNode data = data();
    String named = Fields.text(data, "system_id");
    Set<String> stations = new HashSet<>();
    Set<String> types = new HashSet<>();
    data.path("stations").forEach(one -> stations.add(Fields.text(one, "station_id")));
    for (String list : List.of("vehicles", "bikes")) {
      data.path(list).forEach(one -> types.add(Fields.text(one, "vehicle_type_id")));
    }
    data.path("geofencing_zones")
        .path("features")
        .forEach(zone ->
            zone.path("properties")
                .path("rules")
                .forEach(rule -> types.addAll(Fields.texts(rule.path("vehicle_type_ids")))));
    int best = -1;
    int most = 0;
    for (int system = 0; system < sharing.systems().count(); system++) {
      int hits =
          !named.isEmpty() && sharing.systems().systemIds().get(system).equals(named)
              ? Integer.MAX_VALUE
              : stations(sharing, system, stations) + types(sharing.types(), system, types);
      best = hits > most ? system : best;
      most = Math.max(most, hits);
    }
    return best;
  }

  private static int stations(Sharing sharing, int system, Set<String> named) {
    SharingStations all = sharing.stations();
    int prefix = sharing.systems().ids().get(system).length() + 1;
    int hits = 0;
    for (int i = 0; i < all.count() && !named.isEmpty(); i++) {
      boolean hit =
          all.systems()[i] == system && named.contains(all.ids().get(i).substring(prefix));
      hits += hit ? 1 : 0;
    }
    return hits;
  }

  private static int types(VehicleTypes types, int system, Set<String> named) {
    return (int) named.stream().filter(id -> types.find(system, id) >= 0).count();
  }

  /// The zones that it tells, for a system of the city.
  public List<ZoneRow> zones(Sharing sharing, int system, Notices notices) {
    Set<String> known = new HashSet<>();
    for (int type = 0; type < sharing.types().count(); type++) {
      if (sharing.types().systems()[type] == system) {
        known.add(sharing.types().ids().get(type));
      }
    }
    String feed = sharing.systems().ids().get(system);
    return new ZoneReader(GbfsFolder.ofMessages(feed, Map.of(file, bytes), notices), known).read();
  }

  /// How many stations it describes otherwise than the compiled city knows them: new ones, ones
  /// that are gone, and ones at another place or of another size.
  public int otherStations(Sharing sharing, int system) {
    SharingStations all = sharing.stations();
    String prefix = sharing.systems().ids().get(system) + ":";
    Set<String> described = new HashSet<>();
    int other = 0;
    for (JsonNode station : data().path("stations")) {
      String id = prefix + Fields.text(station, "station_id");
      int known = all.find(id);
      described.add(id);
      boolean same =
          known >= 0
              && all.capacities()[known] == Fields.count(station, "capacity", -1)
              && Fields.point(station)
                  .filter(point ->
                      point.latE7() == all.latsE7()[known] && point.lonE7() == all.lonsE7()[known])
                  .isPresent();
      other += same ? 0 : 1;
    }
    for (int i = 0; i < all.count(); i++) {
      other += all.systems()[i] == system && !described.contains(all.ids().get(i)) ? 1 : 0;
    }
    return other;
  }
}
