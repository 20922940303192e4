package org.toret.feeds.datex;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.xml.XmlElement;
import org.toret.feeds.Moments;
import org.toret.network.traffic.RoadEvent;
import org.toret.network.traffic.RoadMessage;
import org.toret.network.traffic.RoadPlace;
import org.toret.network.traffic.RoadReading;

/// Reads what DATEX II (versions 2 and 3) tells of traffic: measured and elaborated speeds, the
/// lists of measurement sites and predefined locations that say where they are, and situations (see
/// [DatexSituations]).
///
/// Whatever stands in a message is used, however its publication is called. A fault in one record
/// leaves out that record, with a count.
public final class DatexTraffic {

  /// A document is held in memory as a whole, at some ten times its size.
  private static final int MOST_BYTES = 32 << 20;

  private static final Pattern PUBLICATIONS =
      Pattern.compile(
          "SituationPublication|MeasuredDataPublication|ElaboratedDataPublication"
              + "|MeasurementSiteTablePublication|PredefinedLocationsPublication");

  private final String source;
  private final Notices notices;

  private DatexTraffic(String source, Notices notices) {
    this.source = source;
    this.notices = notices;
  }

  /// Whether the beginning of a document is that of such a message.
  public static boolean isTraffic(String head) {
    return head.contains("datex2") && PUBLICATIONS.matcher(head).find();
  }

  /// What a message tells; empty with a notice where it cannot be read.
  public static Optional<RoadMessage> read(String source, byte[] bytes, Notices notices) {
    return new DatexTraffic(source, notices).read(bytes);
  }

  private Optional<RoadMessage> read(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      say("datex_too_large", Severity.ERROR, bytes.length >> 20, MOST_BYTES >> 20);
      return Optional.empty();
    }
    XmlElement root;
    try {
      root = XmlElement.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      say("datex_unreadable", Severity.ERROR, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
    Optional<Instant> published =
        root.all("publicationTime").stream()
            .findFirst()
            .flatMap(time -> Moments.instant(time.text()));
    Sayer sayer = this::say;
    List<RoadEvent> events = new DatexSituations(sayer).of(root);
    List<RoadReading> readings =
        DatexMeasures.of(root, published.map(Instant::getEpochSecond).orElse(0L), sayer);
    long newest = readings.stream().mapToLong(RoadReading::at).max().orElse(0);
    long at = published.map(Instant::getEpochSecond).orElse(newest);
    if (at <= 0) {
      at = DatexSituations.newest(root);
    }
    if (at <= 0) {
      say("datex_traffic_no_time", Severity.ERROR);
      return Optional.empty();
    }
    return Optional.of(new RoadMessage(at, places(root), readings, events));
  }

  /// Sites and locations by their ids.
  private Map<String, RoadPlace> places(XmlElement root) {
    Map<String, RoadPlace> places = new HashMap<>();
    List<XmlElement> told = new ArrayList<>(root.all("measurementSiteRecord"));
    told.addAll(root.all("measurementSite"));
    told.addAll(root.all("predefinedLocationReference"));
    told.addAll(root.all("predefinedLocation"));
    int nowhere = 0;
    int named = 0;
    for (XmlElement record : told) {
      String id = record.attribute("id");
      // a reference alone has the same name and nothing in it
      if (id.isEmpty() || record.children().isEmpty()) {
        continue;
      }
      named++;
      Optional<RoadPlace> place = DatexPlaces.of(record);
      place.ifPresent(found -> places.put(id, found));
      nowhere += place.isEmpty() ? 1 : 0;
    }
    if (nowhere > 0) {
      say("datex_places_nowhere", Severity.WARNING, nowhere, named);
    }
    return places;
  }

  /// Tells a notice.
  interface Sayer {
    void say(String code, Severity severity, Object... args);
  }

  private void say(String code, Severity severity, Object... args) {
    notices.add(Notice.of(code, severity, Place.ofFeed(source), args));
  }
}
