package org.toret.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// An alternative in the six criteria, as it is published.
///
/// @param departure date and time with offset
/// @param fare cents; `>190` where only that much is known
/// @param energy watt-hours, in the same way
/// @param emissions grams of CO2e, in the same way
record Point(
    String group,
    String departure,
    String arrival,
    int transfers,
    String fare,
    String energy,
    String emissions,
    String modes) {

  static List<Point> of(JsonNode answer) {
    List<Point> points = new ArrayList<>();
    for (JsonNode alternative : answer.path("alternatives")) {
      JsonNode costs = alternative.path("costs");
      List<String> modes = new ArrayList<>();
      alternative.path("modes").forEach(mode -> modes.add(mode.asText()));
      points.add(
          new Point(
              alternative.path("group").asText(),
              alternative.path("departure").asText(),
              alternative.path("arrival").asText(),
              alternative.path("transfers").asInt(),
              amount(costs.path("fare"), "cents", "atLeastCents"),
              amount(costs.path("energy"), "wattHours", "atLeastWattHours"),
              amount(costs.path("emissions"), "gramsCO2e", "atLeastGramsCO2e"),
              String.join("-", modes)));
    }
    return points;
  }

  private static String amount(JsonNode cost, String amount, String atLeast) {
    return cost.path("known").asBoolean()
        ? cost.path(amount).asText()
        : ">" + cost.path(atLeast).asText("0");
  }

  String line() {
    return String.join(
        " ",
        group,
        departure,
        arrival,
        Integer.toString(transfers),
        fare,
        energy,
        emissions,
        modes);
  }

  static Point parse(String line) {
    String[] cells = line.split(" ");
    return new Point(
        cells[0],
        cells[1],
        cells[2],
        Integer.parseInt(cells[3]),
        cells[4],
        cells[5],
        cells[6],
        cells[7]);
  }
}
