package org.toret.feeds.fivet;

import static org.toret.network.zone.AccessCondition.ALWAYS_FROM;
import static org.toret.network.zone.AccessCondition.ALWAYS_UNTIL;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.xml.XmlElement;
import org.toret.feeds.Moments;
import org.toret.network.parking.CarPark;
import org.toret.network.parking.CarParks;
import org.toret.network.parking.CarParksBuilder;
import org.toret.network.parking.ParkingReport;
import org.toret.network.parking.ParkingState;
import org.toret.network.zone.AccessCondition;
import org.toret.network.zone.AccessRegime;
import org.toret.network.zone.AccessZonesBuilder;

/// Reads 5T's files. What cannot be read is a notice, and the rest is used.
///
/// A zone's `time_policy` says when cars are kept out: `weekday` is Monday to Friday without public
/// holidays, `day_before_holiday` Saturday, `holiday` Sunday and public holidays. A policy of
/// engines (`env_policy` with criteria) is noted and not used. A file of zones names the days it is
/// stated for (`start_time`, `end_time`); its zones are used beyond them, and carry the dates so
/// that answers can name them.
public final class FiveT {

  private static final int SATURDAY = 1 << 5;
  private static final int SUNDAY = 1 << 6;

  private FiveT() {}

  /// Adds the car parks of a file to those of a city.
  public static void parks(String feed, Path file, CarParksBuilder builder, Notices notices) {
    for (XmlElement park : elements(feed, file, "PK_data", notices)) {
      Optional<GeoPoint> point = point(park);
      if (point.isEmpty()) {
        notices.add(notice("fivet_no_place", feed, file, park.attribute("Name")));
      } else {
        String id = feed + ":" + park.attribute("ID");
        int flags = 0;
        builder.add(
            new CarPark(id, title(park), point.get(), number(park, "Total").orElse(-1), flags));
      }
    }
  }

  /// What a file tells of the car parks of a city.
  public static List<ParkingState.News> state(
      String feed, Path file, CarParks parks, Notices notices) {
    return root(feed, file, notices).map(FiveT::reports).orElse(List.of()).stream()
        .flatMap(report -> report.news(feed, parks).stream())
        .toList();
  }

  /// Whether the beginning of an XML message is one of car parks.
  public static boolean isParking(String text) {
    return text.contains("<PK_data") || text.contains(":PK_data");
  }

  /// What a message tells of car parks, at the end of the time that it speaks of.
  public static List<ParkingReport> reports(XmlElement root) {
    List<ParkingReport> reports = new ArrayList<>();
    Optional<Instant> at = Moments.instant(root.attribute("end_time"));
    for (XmlElement park : root.children("PK_data")) {
      // status 0 is a car park without news; some still repeat an old number
      boolean told = park.attribute("status").equals("1");
      reports.add(
          new ParkingReport(
              park.attribute("ID"),
              told ? number(park, "Free").orElse(-1) : -1,
              number(park, "Total").orElse(-1),
              false,
              at.map(Instant::getEpochSecond).orElse(ParkingState.NEVER),
              point(park).orElse(null)));
    }
    return reports;
  }

  /// What of a file is lasting, as one text: where car parks and detectors are and what zones say,
  /// without what is measured and when.
  public static String lasting(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    for (XmlElement child : XmlElement.read(file).children()) {
      text.append(
          switch (child.name()) {
            case "PK_data" -> child.without(Set.of("status", "Free", "tendence"));
            case "FDT_data" -> child.without(Set.of("accuracy", "period", "speedflow"));
            default -> child.without(Set.of());
          });
    }
    return text.toString();
  }

  /// Adds the zones of limited traffic of a file to those of a city.
  public static void zones(String feed, Path file, AccessZonesBuilder builder, Notices notices) {
    Optional<XmlElement> root = root(feed, file, notices);
    LocalDate first = root.flatMap(top -> day(top, "start_time")).orElse(ALWAYS_FROM);
    LocalDate last = root.flatMap(top -> day(top, "end_time")).orElse(ALWAYS_UNTIL);
    for (XmlElement zone : root.map(top -> top.children("ztl")).orElse(List.of())) {
      String id = feed + ":" + zone.attribute("id");
      int[] ring = ring(zone);
      List<AccessCondition> conditions = conditions(zone);
      if (ring.length < 6 || conditions.isEmpty()) {
        notices.add(notice("fivet_zone_unread", feed, file, zone.attribute("name")));
        continue;
      }
      zone.all("criteria").stream()
          .filter(criteria ->
              !criteria.attribute("env_type").isEmpty()
                  || !criteria.attribute("fuel_type").isEmpty())
          .findFirst()
          .ifPresent(criteria ->
              notices.add(notice("fivet_env_policy", feed, file, zone.attribute("name"))));
      conditions.add(AccessCondition.always(true).holding(id));
      AccessRegime regime = new AccessRegime(id, zone.attribute("name"), true, conditions);
      builder.area(regime.stated(first, last), List.of(ring));
    }
  }

  /// The day of a time as it is written, in UTC.
  private static Optional<LocalDate> day(XmlElement element, String name) {
    return Moments.instant(element.attribute(name))
        .map(at -> at.atOffset(ZoneOffset.UTC).toLocalDate());
  }

  private static List<AccessCondition> conditions(XmlElement zone) {
    List<AccessCondition> conditions = new ArrayList<>();
    for (XmlElement policy : zone.all("time_policy")) {
      for (XmlElement when : policy.children()) {
        int days =
            switch (when.name()) {
              case "weekday" -> AccessCondition.MONDAY_TO_FRIDAY | AccessCondition.NOT_HOLIDAYS;
              case "day_before_holiday" -> SATURDAY | AccessCondition.NOT_HOLIDAYS;
              case "holiday" -> SUNDAY | AccessCondition.HOLIDAYS;
              default -> 0;
            };
        Optional<LocalTime> from = time(when.attribute("start_time"));
        Optional<LocalTime> until = time(when.attribute("end_time"));
        if (days != 0 && from.isPresent() && until.isPresent()) {
          conditions.add(
              AccessCondition.always(false)
                  .at(days, from.get().toSecondOfDay(), until.get().toSecondOfDay()));
        }
      }
    }
    return conditions;
  }

  private static int[] ring(XmlElement zone) {
    List<XmlElement> points = zone.child("polyline").map(XmlElement::children).orElse(List.of());
    int[] ring = new int[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      Optional<GeoPoint> point = point(points.get(i));
      if (point.isEmpty()) {
        return new int[0];
      }
      ring[2 * i] = (int) Math.round(point.get().lat() * GeoPoint.E7);
      ring[2 * i + 1] = (int) Math.round(point.get().lon() * GeoPoint.E7);
    }
    return ring;
  }

  private static List<XmlElement> elements(String feed, Path file, String name, Notices notices) {
    return root(feed, file, notices).map(found -> found.children(name)).orElse(List.of());
  }

  private static Optional<XmlElement> root(String feed, Path file, Notices notices) {
    try {
      return Optional.of(XmlElement.read(file));
    } catch (IOException e) {
      notices.add(
          Notice.of(
              "fivet_unreadable",
              Severity.ERROR,
              place(feed, file),
              String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  private static Notice notice(String code, String feed, Path file, String what) {
    return Notice.of(code, Severity.WARNING, place(feed, file), what);
  }

  private static Place place(String feed, Path file) {
    return Place.ofFile(feed, String.valueOf(file.getFileName()));
  }

  /// Names are written in capitals: `EMANUELE FILIBERTO` is told as `Emanuele Filiberto`.
  private static String title(XmlElement park) {
    StringBuilder title = new StringBuilder();
    boolean first = true;
    for (char c : park.attribute("Name").toCharArray()) {
      title.append(first ? Character.toUpperCase(c) : Character.toLowerCase(c));
      first = !Character.isLetterOrDigit(c);
    }
    return title.toString();
  }

  private static Optional<GeoPoint> point(XmlElement element) {
    try {
      double lat = Double.parseDouble(element.attribute("lat"));
      double lon = Double.parseDouble(element.attribute("lng"));
      return GeoPoint.published(lat, lon);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> number(XmlElement element, String name) {
    String text = element.attribute(name);
    return text.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static Optional<LocalTime> time(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
