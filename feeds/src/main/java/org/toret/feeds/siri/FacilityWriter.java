package org.toret.feeds.siri;

import java.time.ZoneId;
import java.util.List;
import org.toret.feeds.gtfsrt.TranslatedText;

/// Writes the states of facilities as SIRI 2.1 facility monitoring.
public final class FacilityWriter {

  private FacilityWriter() {}

  /// `FacilityMonitoringDelivery`: all that is known, empty where nothing is.
  ///
  /// @param producer `ProducerRef`: who tells
  /// @param zone in which moments are written
  /// @param atEpochSecond when it was known
  public static String write(
      List<SiriFacility> facilities, String producer, ZoneId zone, long atEpochSecond) {
    SiriXml xml = new SiriXml(zone);
    xml.open("ServiceDelivery")
        .time("ResponseTimestamp", atEpochSecond)
        .text("ProducerRef", producer)
        .open("FacilityMonitoringDelivery")
        .time("ResponseTimestamp", atEpochSecond)
        .text("Status", "true");
    facilities.forEach(facility -> condition(xml, facility));
    return xml.end();
  }

  private static void condition(SiriXml xml, SiriFacility facility) {
    xml.open("FacilityCondition").open("Facility").text("FacilityCode", code(facility.id()));
    texts(xml, facility.name());
    xml.text("FacilityClass", facility.kind().word());
    if (!facility.stopId().isEmpty()) {
      xml.open("FacilityLocation").text("StopPointRef", facility.stopId()).close();
    }
    xml.close().open("FacilityStatus").text("Status", status(facility));
    texts(xml, facility.state());
    xml.close();
    facility.freeBays().ifPresent(free -> counting(xml, free));
    facility
        .point()
        .ifPresent(point ->
            xml.open("FacilityUpdatedPosition")
                .text("Longitude", SiriWriter.decimal(point.lon()))
                .text("Latitude", SiriWriter.decimal(point.lat()))
                .close());
    facility
        .period()
        .ifPresent(period ->
            xml.open("ValidityPeriod")
                .time("StartTime", period.startEpochSeconds().orElse(0))
                .time("EndTime", period.endEpochSeconds())
                .close());
    xml.close();
  }

  private static String status(SiriFacility facility) {
    return facility.works() ? "available" : "notAvailable";
  }

  private static void counting(SiriXml xml, int free) {
    xml.open("MonitoredCounting")
        .text("CountingType", "availabilityCount")
        .text("CountedFeatureUnit", "bays")
        .number("Count", free)
        .close();
  }

  private static void texts(SiriXml xml, TranslatedText text) {
    text.translations().forEach(each -> xml.text("Description", each.text(), each.language()));
  }

  /// A code is a name token of XML.
  private static String code(String id) {
    StringBuilder code = new StringBuilder();
    id.codePoints()
        .forEach(c -> {
          if (c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == ':')) {
            code.appendCodePoint(c);
          } else {
            code.append('_').append(Integer.toHexString(c));
          }
        });
    return code.toString();
  }
}
