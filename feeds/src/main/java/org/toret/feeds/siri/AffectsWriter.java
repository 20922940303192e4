package org.toret.feeds.siri;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.toret.feeds.gtfsrt.Alert.InformedEntity;

/// Writes whom a situation concerns. Of a run at a single stop the run is written; that somebody is
/// concerned who is not named at all, as all operators.
record AffectsWriter(SiriXml xml) {

  void write(List<InformedEntity> informed) {
    List<String> lines = new ArrayList<>();
    List<String> operators = new ArrayList<>();
    Map<String, List<String>> stops = new LinkedHashMap<>();
    List<String> runs = new ArrayList<>();
    for (InformedEntity one : informed) {
      if (one.trip().isPresent()) {
        runs.add(one.trip().get().tripId());
      } else if (!one.stopId().isEmpty()) {
        List<String> there = stops.computeIfAbsent(one.stopId(), fresh -> new ArrayList<>());
        there.add(one.routeId());
      } else if (!one.routeId().isEmpty()) {
        lines.add(one.routeId());
      } else {
        operators.add(one.agencyId());
      }
    }
    xml.open("Affects");
    operators(operators);
    lines(lines);
    stops(stops);
    runs(runs);
    xml.close();
  }

  private void operators(List<String> operators) {
    if (!operators.isEmpty()) {
      xml.open("Operators");
      if (operators.contains("")) {
        xml.open("AllOperators").close();
      } else {
        operators.forEach(
            operator -> xml.open("AffectedOperator").text("OperatorRef", operator).close());
      }
      xml.close();
    }
  }

  private void lines(List<String> lines) {
    if (!lines.isEmpty()) {
      xml.open("Networks").open("AffectedNetwork");
      lines.forEach(line -> xml.open("AffectedLine").text("LineRef", line).close());
      xml.close().close();
    }
  }

  /// A stop as a whole, and once more with the lines for which alone it is concerned.
  private void stops(Map<String, List<String>> stops) {
    if (!stops.isEmpty()) {
      xml.open("StopPoints");
      stops.forEach((stop, lines) -> {
        if (lines.contains("")) {
          xml.open("AffectedStopPoint").text("StopPointRef", stop).close();
        }
        List<String> named = lines.stream().filter(line -> !line.isEmpty()).toList();
        if (!named.isEmpty()) {
          xml.open("AffectedStopPoint").text("StopPointRef", stop).open("Lines");
          named.forEach(line -> xml.open("AffectedLine").text("LineRef", line).close());
          xml.close().close();
        }
      });
      xml.close();
    }
  }

  private void runs(List<String> runs) {
    if (!runs.isEmpty()) {
      xml.open("VehicleJourneys");
      runs.forEach(
          run -> xml.open("AffectedVehicleJourney").text("VehicleJourneyRef", run).close());
      xml.close();
    }
  }
}
