package org.toret.app.simulate.feed;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.toret.app.simulate.Closure;
import org.toret.app.simulate.Detector;
import org.toret.app.simulate.Reading;
import org.toret.app.simulate.Simulation;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Messages;

/// The roads in DATEX II, version 3: where detectors are, what they measured, and situations, which
/// are closed streets and slow traffic. All of it is marked as a test.
///
/// A street closed by day for a week is one situation with two records, the works and the closure:
/// of the road, or of the carriageway where it is driven in one direction only. Traffic is told as
/// slow where it moves at less than [#SLOW] of free flow, as queuing at less than [#QUEUING]; how
/// fast it is there stands in what is measured alone.
public final class RoadFeed {

  static final double SLOW = 0.6;
  static final double QUEUING = 0.4;

  private static final String TABLE = "toret-detectors";
  private static final String VERSION = "1";
  private static final List<Locale> LANGUAGES = List.of(Locale.ITALIAN, Locale.ENGLISH);
  private static final Messages TEXTS = new Messages().load(RoadFeed.class, "alerts", "it", "en");

  private final Simulation simulation;
  private final String country;
  private final Locale language;

  public RoadFeed(Simulation simulation) {
    this.simulation = simulation;
    this.country = simulation.city().info().country();
    this.language = Locale.of(simulation.city().info().languages().getFirst());
  }

  private static long published(long epochSecond) {
    int period = TrafficFeed.PERIOD_SECONDS;
    return Math.floorDiv(epochSecond, period) * period;
  }

  private DatexText publication(String type, long epochSecond) {
    return new DatexText(type, language, country, published(epochSecond));
  }

  /// Where the detectors are: `MeasurementSiteTablePublication`.
  public byte[] sites(long epochSecond) {
    DatexText text = publication("roa:MeasurementSiteTablePublication", epochSecond);
    text.header("roa").open("roa:measurementSiteTable", "id", TABLE, "version", VERSION);
    for (Reading reading : simulation.traffic(epochSecond)) {
      site(reading.detector(), text);
    }
    return text.bytes();
  }

  private void site(Detector detector, DatexText text) {
    text.open("roa:measurementSite", "id", site(detector), "version", VERSION);
    String[] kinds = {"trafficSpeed", "trafficFlow"};
    for (int i = 0; i < kinds.length; i++) {
      text.open("roa:measurementSpecificCharacteristics", "index", String.valueOf(i + 1))
          .open("roa:measurementSpecificCharacteristics")
          .text("roa:period", TrafficFeed.PERIOD_SECONDS + ".0")
          .text("roa:specificMeasurementValueType", kinds[i])
          .close(2);
    }
    text.open("roa:measurementSiteLocation", "xsi:type", "loc:PointLocation");
    road(detector.road(), text);
    text.open("loc:pointByCoordinates")
        .text("loc:bearing", String.valueOf(bearing(detector)))
        .open("loc:pointCoordinates")
        .text("loc:latitude", degrees(detector.point().lat()))
        .text("loc:longitude", degrees(detector.point().lon()))
        .close(4);
  }

  private static void road(String name, DatexText text) {
    text.open("loc:supplementaryPositionalDescription")
        .open("loc:roadInformation")
        .text("loc:roadName", name)
        .close(2);
  }

  private static String site(Detector detector) {
    return "toret-" + detector.id();
  }

  private static String degrees(double degrees) {
    return String.format(Locale.ROOT, "%.7f", degrees);
  }

  /// The direction in which a detector measures, at the middle of its edge.
  private int bearing(Detector detector) {
    List<GeoPoint> line = line(detector);
    int left = (line.size() - 1) / 2;
    int right = line.size() / 2;
    GeoPoint a = line.get(left == right ? left - 1 : left);
    GeoPoint b = line.get(left == right ? right + 1 : right);
    double north = b.lat() - a.lat();
    double east = (b.lon() - a.lon()) * Math.cos(Math.toRadians(a.lat()));
    return Math.floorMod(Math.round(Math.toDegrees(Math.atan2(east, north))), 360);
  }

  private List<GeoPoint> line(Detector detector) {
    List<GeoPoint> line = simulation.city().streets().line(detector.edge());
    return detector.forward() ? line : line.reversed();
  }

  /// What they measured in the five minutes that ended last: `MeasuredDataPublication`.
  public byte[] measured(long epochSecond) {
    DatexText text = publication("roa:MeasuredDataPublication", epochSecond);
    text.open(
            "roa:measurementSiteTableReference",
            "targetClass",
            "roa:MeasurementSiteTable",
            "id",
            TABLE,
            "version",
            VERSION)
        .close()
        .header("roa");
    for (Reading reading : simulation.traffic(epochSecond)) {
      text.open("roa:siteMeasurements")
          .open(
              "roa:measurementSiteReference",
              "targetClass",
              "roa:MeasurementSite",
              "id",
              site(reading.detector()),
              "version",
              VERSION)
          .close();
      quantity(1, "roa:TrafficSpeed", text)
          .open("roa:averageVehicleSpeed")
          .text("com:speed", String.format(Locale.ROOT, "%.1f", reading.kmh()))
          .close(4);
      quantity(2, "roa:TrafficFlow", text)
          .open("roa:vehicleFlow")
          .text("com:vehicleFlowRate", String.valueOf(reading.flow()))
          .close(4);
      text.open("roa:measurementTimeDefault")
          .text("roa:timeValue", DatexText.time(published(epochSecond)))
          .close(2);
    }
    return text.bytes();
  }

  private static DatexText quantity(int index, String type, DatexText text) {
    return text.open("roa:physicalQuantity", "index", String.valueOf(index))
        .open("roa:physicalQuantity", "xsi:type", "roa:SinglePhysicalQuantity")
        .open("roa:basicData", "xsi:type", type);
  }

  /// Streets closed and slow traffic: `SituationPublication`.
  public byte[] situations(long epochSecond) {
    DatexText text = publication("sit:SituationPublication", epochSecond);
    for (Closure closure : simulation.closures(epochSecond)) {
      long since = moment(closure.firstDay(), LocalTime.MIDNIGHT);
      situation(closure.id(), since, text);
      works(closure, since, text);
      closed(closure, since, text);
      text.close();
    }
    for (Reading reading : simulation.traffic(epochSecond)) {
      double share = reading.kmh() / reading.detector().freeKmh();
      if (share < SLOW) {
        slow(reading.detector(), share < QUEUING, published(epochSecond), text);
      }
    }
    return text.bytes();
  }

  private static void situation(String id, long since, DatexText text) {
    text.open("sit:situation", "id", id)
        .text("sit:situationVersionTime", DatexText.time(since))
        .header("sit");
  }

  private void works(Closure closure, long since, DatexText text) {
    record("sit:ConstructionWorks", closure.id() + "-works", since, text);
    days(closure, text);
    comment("road_closed_text", closure.block().road(), text);
    place(closure.block().road(), closure.block().line(), text);
    text.text("sit:operatorActionStatus", "implemented")
        .text("sit:constructionWorkType", "constructionWork")
        .close();
  }

  private void closed(Closure closure, long since, DatexText text) {
    record("sit:RoadOrCarriagewayOrLaneManagement", closure.id() + "-closed", since, text);
    days(closure, text);
    text.open("sit:cause").text("sit:causeType", "constructionWork").close();
    comment("road_closed_text", closure.block().road(), text);
    place(closure.block().road(), closure.block().line(), text);
    text.text("sit:operatorActionStatus", "implemented")
        .text("sit:complianceOption", "mandatory")
        .text(
            "sit:roadOrCarriagewayOrLaneManagementType",
            closure.block().bothWays() ? "roadClosed" : "carriagewayClosures")
        .close();
  }

  private void slow(Detector detector, boolean queuing, long at, DatexText text) {
    situation("slow-" + detector.id(), at, text);
    record("sit:AbnormalTraffic", "slow-%d-%d".formatted(detector.id(), at), at, text);
    text.open("sit:validity")
        .text("com:validityStatus", "definedByValidityTimeSpec")
        .open("com:validityTimeSpecification")
        .text("com:overallStartTime", DatexText.time(at - TrafficFeed.PERIOD_SECONDS))
        .text("com:overallEndTime", DatexText.time(at + TrafficFeed.PERIOD_SECONDS))
        .close(2);
    comment("road_slow_text", detector.road(), text);
    place(detector.road(), line(detector), text);
    text.text("sit:abnormalTrafficType", queuing ? "queuingTraffic" : "slowTraffic").close(2);
  }

  private static void record(String type, String id, long at, DatexText text) {
    text.open("sit:situationRecord", "xsi:type", type, "id", id, "version", VERSION)
        .text("sit:situationRecordCreationTime", DatexText.time(at))
        .text("sit:situationRecordVersionTime", DatexText.time(at))
        .text("sit:probabilityOfOccurrence", "certain");
  }

  /// By day, for a week.
  private void days(Closure closure, DatexText text) {
    LocalDate last = closure.firstDay().plusDays(Closure.DAYS - 1);
    text.open("sit:validity")
        .text("com:validityStatus", "definedByValidityTimeSpec")
        .open("com:validityTimeSpecification")
        .text("com:overallStartTime", DatexText.time(moment(closure.firstDay(), Closure.FROM)))
        .text("com:overallEndTime", DatexText.time(moment(last, Closure.UNTIL)))
        .open("com:validPeriod")
        .open("com:recurringTimePeriodOfDay")
        .text("com:startTimeOfPeriod", Closure.FROM + ":00")
        .text("com:endTimeOfPeriod", Closure.UNTIL + ":00")
        .close(4);
  }

  private long moment(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(simulation.city().info().zone()).toEpochSecond();
  }

  private static void comment(String code, String road, DatexText text) {
    Map<Locale, String> texts = new LinkedHashMap<>();
    LANGUAGES.forEach(one -> texts.put(one, TEXTS.text(one, code, List.of(road))));
    text.open("sit:generalPublicComment").words("sit:comment", texts).close();
  }

  private static void place(String road, List<GeoPoint> line, DatexText text) {
    text.open("sit:locationReference", "xsi:type", "loc:SingleRoadLinearLocation");
    road(road, text);
    String positions =
        line.stream()
            .map(point -> degrees(point.lat()) + " " + degrees(point.lon()))
            .collect(Collectors.joining(" "));
    text.open("loc:gmlLineString", "srsName", "WGS 84").text("loc:posList", positions).close(2);
  }
}
