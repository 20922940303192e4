package org.toret.feeds.fivet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.xml.XmlElement;
import org.toret.feeds.Moments;
import org.toret.network.traffic.RoadMessage;
import org.toret.network.traffic.RoadPlace;
import org.toret.network.traffic.RoadReading;

/// Reads 5T's traffic (`traffic_data` with `FDT_data`): flow in vehicles per hour and mean speed in
/// km/h at detectors, over the minutes before `end_time`.
///
/// `accuracy` is the share in per cent of what was measured in the period; below [#LEAST_ACCURACY]
/// a detector is left out. Without vehicles there is no speed, and vehicles at speed 0 are a broken
/// detector, not a standstill: both are left out. `direction` goes by the order of a table of
/// places that is not published with it, so no bearing follows from it.
public final class FiveTTraffic {

  /// In per cent.
  static final int LEAST_ACCURACY = 50;

  /// Nobody drives faster, be it measured.
  private static final double MOST_KMH = 200;

  /// A region has some hundreds of detectors of 300 bytes each.
  private static final int MOST_BYTES = 8 << 20;

  private final String source;
  private final Notices notices;

  private FiveTTraffic(String source, Notices notices) {
    this.source = source;
    this.notices = notices;
  }

  /// Whether the beginning of a document is that of such a message.
  public static boolean isTraffic(String head) {
    return head.contains("5t.torino.it")
        && head.contains("traffic_data")
        && head.contains("<FDT_data");
  }

  /// What a message tells; empty with a notice where it cannot be read.
  public static Optional<RoadMessage> read(String source, byte[] bytes, Notices notices) {
    return new FiveTTraffic(source, notices).read(bytes);
  }

  private Optional<RoadMessage> read(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      say("fivet_too_large", Severity.ERROR, bytes.length >> 20, MOST_BYTES >> 20);
      return Optional.empty();
    }
    XmlElement root;
    try {
      root = XmlElement.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      say("fivet_unreadable", Severity.ERROR, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
    Optional<Instant> at =
        Moments.instant(root.attribute("end_time"))
            .or(() -> Moments.instant(root.attribute("generation_time")));
    if (at.isEmpty()) {
      say("fivet_traffic_no_time", Severity.ERROR, root.attribute("end_time"));
      return Optional.empty();
    }
    return Optional.of(
        new RoadMessage(
            at.get().getEpochSecond(),
            Map.of(),
            readings(root, at.get().getEpochSecond()),
            List.of()));
  }

  private List<RoadReading> readings(XmlElement root, long at) {
    List<RoadReading> readings = new ArrayList<>();
    List<XmlElement> detectors = root.children("FDT_data");
    int nowhere = 0;
    int silent = 0;
    for (XmlElement detector : detectors) {
      Optional<GeoPoint> point = point(detector);
      double accuracy = number(detector.attribute("accuracy"), 100);
      Optional<XmlElement> flow = detector.child("speedflow");
      double kmh = flow.map(told -> number(told.attribute("speed"), 0)).orElse(0.0);
      double vehicles = flow.map(told -> number(told.attribute("flow"), 0)).orElse(0.0);
      boolean usable =
          accuracy >= LEAST_ACCURACY
              && accuracy <= 100
              && kmh > 0
              && kmh <= MOST_KMH
              && vehicles > 0
              && vehicles <= 100_000;
      if (point.isEmpty()) {
        nowhere++;
      } else if (!usable) {
        silent++;
      } else {
        RoadPlace place = RoadPlace.at(detector.attribute("Road_name"), point.get());
        readings.add(new RoadReading(id(detector), place, kmh, (int) vehicles, accuracy / 100, at));
      }
    }
    if (nowhere > 0) {
      say("fivet_detectors_nowhere", Severity.WARNING, nowhere, detectors.size());
    }
    if (silent > 0) {
      say("fivet_detectors_silent", Severity.INFO, silent, detectors.size());
    }
    return readings;
  }

  /// Detectors have no number: the place by which they are referred to stands for it.
  private static String id(XmlElement detector) {
    return "%s%s%s"
        .formatted(
            detector.attribute("lcd1"),
            detector.attribute("direction").startsWith("n") ? "-" : "+",
            detector.attribute("offset"));
  }

  private void say(String code, Severity severity, Object... args) {
    notices.add(Notice.of(code, severity, Place.ofFeed(source), args));
  }

  private static Optional<GeoPoint> point(XmlElement element) {
    double lat = number(element.attribute("lat"), Double.NaN);
    double lon = number(element.attribute("lng"), Double.NaN);
    return GeoPoint.published(lat, lon);
  }

  private static double number(String text, double otherwise) {
    try {
      return text.isEmpty() ? otherwise : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
