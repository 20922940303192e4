package org.toret.feeds.gbfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.toret.base.geo.GeoPoint;
import tools.jackson.databind.JsonNode;

/// Reads fields as they are published, which is not always as they should be.
final class Fields {

  private Fields() {}

  /// A text; of several languages (version 3) the first. Numbers are taken as texts: some operators
  /// write identifiers so. Empty where there is none.
  static String text(JsonNode object, String name) {
    JsonNode field = object.path(name);
    if (field.isArray() && !field.isEmpty()) {
      field = field.path(0).path("text");
    }
    return field.isString() || field.isNumber() ? field.asString().strip() : "";
  }

  /// A whole number that is not negative, or another one where there is none.
  static int count(JsonNode object, String name, int otherwise) {
    JsonNode field = object.path(name);
    return field.isNumber() && field.asDouble() >= 0 && field.asDouble() < Integer.MAX_VALUE
        ? (int) Math.round(field.asDouble())
        : otherwise;
  }

  /// A truth; early versions write 0 and 1.
  static boolean flag(JsonNode object, String name, boolean otherwise) {
    JsonNode field = object.path(name);
    if (field.isNumber()) {
      return field.asInt() != 0;
    }
    return field.isBoolean() ? field.asBoolean() : otherwise;
  }

  /// A price or rate in millionths; some operators write it as a text.
  static Optional<Long> micros(JsonNode object, String name) {
    JsonNode field = object.path(name);
    try {
      double value =
          field.isString() ? Double.parseDouble(field.asString()) : field.asDouble(Double.NaN);
      return Math.abs(value) < 1e9 ? Optional.of(Math.round(value * 1e6)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// A place.
  static Optional<GeoPoint> point(JsonNode object) {
    double lat = object.path("lat").asDouble(Double.NaN);
    double lon = object.path("lon").asDouble(Double.NaN);
    return GeoPoint.published(lat, lon);
  }

  /// The texts of a list, empty where there is none.
  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(entry -> texts.add(entry.asString("")));
    return texts;
  }
}
