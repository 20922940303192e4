package org.toret.feeds.datex;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.Distance;
import org.toret.base.notice.Severity;
import org.toret.base.xml.XmlElement;
import org.toret.feeds.Moments;
import org.toret.network.traffic.RoadPlace;
import org.toret.network.traffic.RoadReading;

/// How fast traffic moves, out of measured data (by site) and elaborated data (by location).
///
/// A site tells lanes and kinds of vehicles apart; its speed is the mean of all values above 0
/// without an error flag. A travel time is a speed where its course is told beside it. Values of
/// other kinds (occupancy, headways, weather) are not used.
final class DatexMeasures {

  private static final double MOST_KMH = 250;

  private static final double KMH_PER_METRE_PER_SECOND = 3.6;

  private DatexMeasures() {}

  /// @param otherwise epoch second that holds where a record tells no time
  static List<RoadReading> of(XmlElement root, long otherwise, DatexTraffic.Sayer sayer) {
    List<RoadReading> readings = new ArrayList<>();
    List<XmlElement> sites = new ArrayList<>(root.all("siteMeasurements"));
    List<XmlElement> elaborated = root.all("elaboratedData");
    int unused = 0;
    for (XmlElement site : sites) {
      String id = reference(site, "measurementSiteReference");
      unused += add(readings, id, null, site, at(site, otherwise)) ? 0 : 1;
    }
    for (XmlElement data : elaborated) {
      Optional<XmlElement> location = data.all("pertinentLocation").stream().findFirst();
      String id = location.map(where -> reference(where, "predefinedLocationReference")).orElse("");
      RoadPlace place = location.flatMap(DatexPlaces::of).orElse(null);
      String name = id.isEmpty() ? "elaborated-" + readings.size() : id;
      boolean known = place != null || !id.isEmpty();
      unused += known && add(readings, name, place, data, at(data, otherwise)) ? 0 : 1;
    }
    if (unused > 0) {
      sayer.say("datex_values_unused", Severity.INFO, unused, sites.size() + elaborated.size());
    }
    return readings;
  }

  private static boolean add(
      List<RoadReading> readings,
      String id,
      @Nullable RoadPlace place,
      XmlElement record,
      long at) {
    OptionalDouble kmh = speed(record, place);
    if (id.isEmpty() || at <= 0 || kmh.isEmpty()) {
      return false;
    }
    int flow =
        (int)
            values(record, "vehicleFlow", "vehicleFlowRate").stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    readings.add(new RoadReading(id, place, kmh.getAsDouble(), flow > 0 ? flow : -1, 1, at));
    return true;
  }

  private static OptionalDouble speed(XmlElement record, @Nullable RoadPlace place) {
    List<Double> speeds = values(record, "averageVehicleSpeed", "speed");
    OptionalDouble mean =
        speeds.stream()
            .filter(kmh -> kmh > 0 && kmh <= MOST_KMH)
            .mapToDouble(Double::doubleValue)
            .average();
    if (mean.isPresent() || place == null || place.isPoint()) {
      return mean;
    }
    double metres = 0;
    for (int i = 1; i < place.line().size(); i++) {
      metres += Distance.metres(place.line().get(i - 1), place.line().get(i));
    }
    double length = metres;
    return values(record, "travelTime", "duration").stream()
        .filter(seconds -> seconds > 0)
        .mapToDouble(seconds -> KMH_PER_METRE_PER_SECOND * length / seconds)
        .filter(kmh -> kmh <= MOST_KMH && kmh > 0)
        .findFirst();
  }

  /// The numbers of a kind that no error flag stands at.
  private static List<Double> values(XmlElement record, String kind, String number) {
    List<Double> values = new ArrayList<>();
    for (XmlElement value : record.all(kind)) {
      boolean wrong =
          value.text("dataError").equals("true") || value.attribute("dataError").equals("true");
      if (!wrong) {
        try {
          values.add(Double.parseDouble(value.text(number)));
        } catch (NumberFormatException e) {
          continue;
        }
      }
    }
    return values;
  }

  private static String reference(XmlElement record, String name) {
    return record.all(name).stream()
        .map(reference -> reference.attribute("id"))
        .filter(id -> !id.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static long at(XmlElement record, long otherwise) {
    for (String name : List.of("measurementTimeDefault", "measurementOrCalculationTime")) {
      for (XmlElement time : record.all(name)) {
        String value = time.text("timeValue");
        Optional<Instant> at = Moments.instant(value.isEmpty() ? time.text() : value);
        if (at.isPresent()) {
          return at.get().getEpochSecond();
        }
      }
    }
    return otherwise;
  }
}
