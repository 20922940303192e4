package org.toret.feeds.parking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.feeds.Moments;
import org.toret.network.parking.CarPark;
import org.toret.network.parking.CarParks;
import org.toret.network.parking.CarParksBuilder;
import org.toret.network.parking.ParkingReport;
import org.toret.network.parking.ParkingState;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads car parks from JSON. There is no one format: each city has its names for the same things,
/// so that fields are looked for by all the names seen (ParkAPI 1 and 3, OpenDataSoft, NGSI, and
/// those of Karlsruhe, Freiburg, Basel, Heidelberg and the VRN).
///
/// Coordinates that are no degrees make a car park unusable, which is noted with a count.
public final class ParkingJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> LISTS =
      List.of("features", "lots", "items", "records", "results", "parking_sites");
  private static final List<String> IDS =
      List.of("uid", "original_uid", "id2", "park_id", "obs_parkid", "objectid", "id", "title");
  private static final List<String> NAMES =
      List.of("parkhaus_name", "park_name", "staticName", "name", "title");
  private static final List<String> CAPACITIES =
      List.of("capacity", "total", "gesamte_parkplaetze", "obs_max", "totalSpotNumber");
  private static final List<String> FREE =
      List.of(
          "realtime_free_capacity", "freie_parkplaetze", "obs_free", "availableSpotNumber", "free");
  private static final List<String> TIMES =
      List.of(
          "realtime_data_updated_at",
          "stand_freieparkplaetze",
          "published",
          "observationDateTime",
          "obs_ts",
          "last_updated",
          "reatime_data_updated");
  private static final List<String> RIDES = List.of("park_and_ride_type", "purpose", "park_ride");

  private ParkingJson() {}

  /// Whether the beginning of a JSON file looks like one of car parks.
  ///
  /// @param text the first kilobytes
  public static boolean isParking(String text) {
    boolean json = text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
    return json
        && FREE.stream().anyMatch(name -> text.contains("\"" + name + "\""))
        && CAPACITIES.stream().anyMatch(name -> text.contains("\"" + name + "\""));
  }

  /// Adds the car parks of a file to those of a city.
  public static void parks(String feed, Path file, CarParksBuilder builder, Notices notices) {
    List<Lot> lots = lots(feed, file, notices);
    int nowhere = 0;
    for (Lot lot : lots) {
      Optional<GeoPoint> point = lot.point();
      if (point.isEmpty()) {
        nowhere++;
      } else if (!lot.text(IDS).isEmpty()) {
        int capacity = lot.count(CAPACITIES).orElse(-1);
        builder.add(
            new CarPark(
                feed + ":" + lot.text(IDS), lot.text(NAMES), point.get(), capacity, lot.flags()));
      }
    }
    if (nowhere > 0) {
      notices.add(
          Notice.of("parking_nowhere", Severity.WARNING, place(feed, file), nowhere, lots.size()));
    }
  }

  /// What a file tells of the car parks of a city. Where it names no time nothing is known.
  public static List<ParkingState.News> state(
      String feed, Path file, CarParks parks, Notices notices) {
    return lots(feed, file, notices).stream()
        .flatMap(lot -> lot.report().news(feed, parks).stream())
        .toList();
  }

  /// What a message tells of car parks; fails with [IOException] where it cannot be read.
  public static List<ParkingReport> reports(byte[] message) throws IOException {
    try {
      return lots(JSON.readTree(message)).stream().map(Lot::report).toList();
    } catch (JacksonException e) {
      throw new IOException(e.getOriginalMessage(), e);
    }
  }

  /// What of a file is lasting, as one text: everything but how many places are free, and when.
  public static String lasting(String feed, Path file) {
    CarParksBuilder builder = new CarParksBuilder();
    Notices notices = new Notices();
    parks(feed, file, builder, notices);
    CarParks parks = builder.build();
    StringBuilder text = new StringBuilder();
    for (int park = 0; park < parks.count(); park++) {
      text.append(parks.ids().get(park)).append('\t').append(parks.names().get(park));
      text.append('\t').append(parks.point(park)).append('\t').append(parks.capacities()[park]);
      text.append('\t').append(parks.flags()[park]).append('\n');
    }
    notices.listAll().forEach(tally -> text.append(tally.code()).append(tally.count()));
    return text.toString();
  }

  private static List<Lot> lots(String feed, Path file, Notices notices) {
    try {
      return lots(JSON.readTree(Files.readAllBytes(file)));
    } catch (IOException | JacksonException e) {
      notices.add(
          Notice.of(
              "parking_unreadable",
              Severity.ERROR,
              place(feed, file),
              String.valueOf(e.getMessage())));
    }
    return List.of();
  }

  private static List<Lot> lots(JsonNode root) {
    List<Lot> lots = new ArrayList<>();
    JsonNode list = root;
    for (String name : LISTS) {
      if (root.path(name).isArray()) {
        list = root.path(name);
      }
    }
    for (JsonNode entry : list) {
      JsonNode properties = entry.path("properties");
      lots.add(new Lot(entry, properties.isObject() ? properties : entry, root));
    }
    return lots;
  }

  private static Place place(String feed, Path file) {
    return Place.ofFile(feed, String.valueOf(file.getFileName()));
  }

  /// One entry, with the whole it stands in.
  private record Lot(JsonNode entry, JsonNode fields, JsonNode root) {

    /// The first field of some names that has a value; NGSI wraps values in objects.
    private JsonNode field(List<String> names) {
      for (String name : names) {
        JsonNode field = fields.path(name);
        JsonNode value = field.isObject() && field.has("value") ? field.path("value") : field;
        if (value.isValueNode() && !value.isNull() && !value.asString("").isBlank()) {
          return value;
        }
      }
      return JSON.missingNode();
    }

    String text(List<String> names) {
      return field(names).asString("").strip();
    }

    Optional<Integer> count(List<String> names) {
      String text = text(names).replaceFirst("\\.0+$", "");
      return text.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    int flags() {
      String ride = text(RIDES);
      boolean rides = !ride.isEmpty() && !ride.matches("(?i)nein|no|false|car|0");
      return rides ? CarParks.PARK_AND_RIDE : 0;
    }

    boolean isClosed() {
      String closed = text(List.of("geschlossen", "state", "status", "realtime_opening_status"));
      return closed.matches("(?i)t|closed|geschlossen");
    }

    ParkingReport report() {
      return new ParkingReport(
          text(IDS),
          count(FREE).orElse(-1),
          count(CAPACITIES).orElse(-1),
          isClosed(),
          at().map(Instant::getEpochSecond).orElse(ParkingState.NEVER),
          point().orElse(null));
    }

    Optional<Instant> at() {
      JsonNode told = field(TIMES);
      JsonNode time = told.isMissingNode() ? root.path("last_updated") : told;
      if (time.isNumber() && time.asLong() > 1_000_000_000_000L) {
        return Optional.of(Instant.ofEpochMilli(time.asLong()))
            .filter(at -> Moments.isUsual(at.getEpochSecond()));
      }
      return Moments.instant(time.asString("").strip());
    }

    Optional<GeoPoint> point() {
      JsonNode corner = entry.path("geometry").path("coordinates");
      JsonNode wrapped = fields.path("location").path("value").path("coordinates");
      if (corner.isArray()) {
        return degrees(corner.path(1), corner.path(0));
      }
      if (wrapped.isArray()) {
        return degrees(wrapped.path(1), wrapped.path(0));
      }
      for (String name : List.of("geo_point_2d", "coords", "location")) {
        JsonNode point = fields.path(name);
        if (point.isObject()) {
          return degrees(point.path("lat"), point.path(point.has("lng") ? "lng" : "lon"));
        }
      }
      return degrees(field(List.of("lat")), field(List.of("lon")));
    }

    private static Optional<GeoPoint> degrees(JsonNode lat, JsonNode lon) {
      return GeoPoint.published(number(lat), number(lon));
    }

    private static double number(JsonNode node) {
      if (node.isNumber()) {
        return node.asDouble();
      }
      try {
        return Double.parseDouble(node.asString(""));
      } catch (NumberFormatException e) {
        return Double.NaN;
      }
    }
  }
}
