package org.toret.app.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.mobility.plan.Waypoint;
import org.toret.mobility.reach.MatrixRequest;
import org.toret.mobility.reach.Span;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The body of `POST /api/v1/matrix` as a question: two lists of places, and what else may be told
/// about a journey under the names it has in an address.
///
/// @param notices what was given and is not known, or not offered here
public record MatrixQuestion(MatrixRequest request, List<Notice> notices) {

  private static final int LONGEST_WINDOW_MINUTES = 240;
  private static final int LONGEST_MINUTES = 480;
  private static final int MINUTES = 120;
  private static final String POINT = "{\"lat\": 45.06, \"lon\": 7.68}";
  private static final String STOP = "{\"stop\": \"feed:id\"}";

  /// Reads a question; throws [ProblemException] for what cannot be understood or is too much.
  public static MatrixQuestion read(byte[] body, PlanQuestion.Setting setting) {
    JsonNode tree = tree(body);
    List<Waypoint> origins = places(tree, "origins");
    List<Waypoint> destinations = places(tree, "destinations");
    Parameters parameters = parameters(tree);
    if (parameters.truth("arriveBy", false)) {
      throw new ProblemException(Problem.parameter("not_supported", "arriveBy", "arriveBy"));
    }
    List<Notice> notices = new ArrayList<>();
    Span span = ReachQuestion.span(parameters, setting, false, notices);
    int window = parameters.whole("windowMinutes", 0, 0, LONGEST_WINDOW_MINUTES);
    int most = parameters.whole("maxMinutes", MINUTES, 1, LONGEST_MINUTES);
    int searches = origins.size() * Math.max(1, window);
    if (searches > MatrixRequest.MOST_SEARCHES) {
      throw new ProblemException(
          Problem.parameter(
              "too_many_searches",
              "windowMinutes",
              origins.size(),
              window,
              searches,
              MatrixRequest.MOST_SEARCHES));
    }
    notices.addAll(parameters.unread());
    return new MatrixQuestion(
        new MatrixRequest(origins, destinations, span, window, most), List.copyOf(notices));
  }

  private static JsonNode tree(byte[] body) {
    try {
      JsonNode tree = JsonMapper.shared().readTree(body);
      if (tree.isObject()) {
        return tree;
      }
    } catch (JacksonException e) {
      throw unreadable();
    }
    throw unreadable();
  }

  private static ProblemException unreadable() {
    String example = "{\"origins\": [" + POINT + "], \"destinations\": [" + STOP + "]}";
    return new ProblemException(Problem.of("invalid_body", 400, example));
  }

  private static List<Waypoint> places(JsonNode tree, String name) {
    JsonNode list = tree.path(name);
    if (!list.isArray() || list.isEmpty()) {
      throw noPlaces(name);
    }
    if (list.size() > MatrixRequest.MOST_PLACES) {
      throw new ProblemException(
          Problem.parameter("too_many_places", name, name, list.size(), MatrixRequest.MOST_PLACES));
    }
    List<Waypoint> places = new ArrayList<>();
    for (JsonNode place : list) {
      places.add(place(place, name));
    }
    return places;
  }

  private static Waypoint place(JsonNode place, String name) {
    if (place.path("stop").isString()) {
      return new Waypoint.Stop(place.path("stop").asString());
    }
    JsonNode lat = place.path("lat");
    JsonNode lon = place.path("lon");
    if (!lat.isNumber()
        || !lon.isNumber()
        || Math.abs(lat.asDouble()) > 90
        || Math.abs(lon.asDouble()) > 180) {
      throw noPlaces(name);
    }
    return new Waypoint.Point(new GeoPoint(lat.asDouble(), lon.asDouble()), "");
  }

  private static ProblemException noPlaces(String name) {
    return new ProblemException(Problem.parameter("invalid_places", name, name, POINT, STOP));
  }

  /// Everything but the places, as texts.
  private static Parameters parameters(JsonNode tree) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    tree.properties()
        .forEach(property -> {
          String name = property.getKey();
          if (!name.equals("origins") && !name.equals("destinations")) {
            values.put(name, texts(property.getValue()));
          }
        });
    return new Parameters(values);
  }

  private static List<String> texts(JsonNode value) {
    if (!value.isArray()) {
      return value.isNull() ? List.of() : List.of(value.asString(""));
    }
    List<String> texts = new ArrayList<>();
    value.forEach(item -> texts.add(item.asString("")));
    return texts;
  }
}
