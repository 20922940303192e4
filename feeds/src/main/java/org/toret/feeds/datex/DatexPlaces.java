package org.toret.feeds.datex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.toret.base.geo.GeoPoint;
import org.toret.base.xml.XmlElement;
import org.toret.network.traffic.RoadPlace;

/// Where something is, out of the many ways DATEX II has to say it: a course (`posList`), or points
/// by coordinates. References to tables that are not in the message (Alert-C, OpenLR) are not
/// understood.
final class DatexPlaces {

  private static final int MOST_POINTS = 20_000;

  private DatexPlaces() {}

  /// The place that an element describes; empty where it has no coordinates.
  static Optional<RoadPlace> of(XmlElement location) {
    List<GeoPoint> line = new ArrayList<>();
    for (XmlElement list : location.all("posList")) {
      course(list.text(), line);
      if (!line.isEmpty()) {
        break;
      }
    }
    if (line.isEmpty()) {
      for (XmlElement point : location.all("pointCoordinates")) {
        point(point).ifPresent(line::add);
      }
    }
    if (line.isEmpty() || line.size() > MOST_POINTS) {
      return Optional.empty();
    }
    int bearing =
        location.all("bearing").stream()
            .map(XmlElement::text)
            .filter(text -> text.matches("[0-9]{1,3}"))
            .mapToInt(text -> Integer.parseInt(text) % 360)
            .findFirst()
            .orElse(RoadPlace.ANY_BEARING);
    return Optional.of(new RoadPlace(road(location), line, bearing, isBothWays(location)));
  }

  private static String road(XmlElement location) {
    for (String name : List.of("roadName", "roadNumber")) {
      for (XmlElement road : location.all(name)) {
        String value = road.text("values", "value");
        String text = value.isEmpty() ? road.text() : value;
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return "";
  }

  private static boolean isBothWays(XmlElement location) {
    return List.of("alertCAffectedDirection", "alertCDirectionCoded", "tpegDirection").stream()
        .flatMap(name -> location.all(name).stream())
        .map(XmlElement::text)
        .anyMatch(text -> text.equals("both") || text.equals("bothWays"));
  }

  private static void course(String text, List<GeoPoint> line) {
    String[] numbers = text.split("\\s+");
    for (int i = 0; i + 1 < numbers.length; i += 2) {
      Optional<GeoPoint> point = point(numbers[i], numbers[i + 1]);
      if (point.isEmpty()) {
        line.clear();
        return;
      }
      line.add(point.get());
    }
  }

  private static Optional<GeoPoint> point(XmlElement element) {
    return point(element.text("latitude"), element.text("longitude"));
  }

  private static Optional<GeoPoint> point(String lat, String lon) {
    try {
      return GeoPoint.published(Double.parseDouble(lat), Double.parseDouble(lon));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
