package org.toret.feeds.siri;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.toret.feeds.gtfsrt.Alert.InformedEntity;

/// Writes whom a situation concerns. Of a run at a single stop the run is written; that somebody is
/// concerned who is not named at all, as all operators. Lines of a type that SIRI has no word for
/// are not told.
record AffectsWriter(SiriXml xml) {

  void write(List<InformedEntity> informed) {
    List<InformedEntity> lines = new ArrayList<>();
    List<String> modes = new ArrayList<>();
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
        lines.add(one);
      } else if (one.routeType().isPresent()) {
        Codes.vehicleMode(one.routeType().getAsInt()).ifPresent(modes::add);
      } else {
        operators.add(one.agencyId());
      }
    }
    xml.open("Affects");
    operators(operators);
    networks(lines, modes);
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

  private void networks(List<InformedEntity> lines, List<String> modes) {
    if (lines.isEmpty() && modes.isEmpty()) {
      return;
    }
    xml.open("Networks");
    if (!lines.isEmpty()) {
      xml.open("AffectedNetwork");
      for (InformedEntity line : lines) {
        xml.open("AffectedLine").text("LineRef", line.routeId());
        if (line.directionId() >= 0) {
          xml.open("Direction").text("DirectionRef", Integer.toString(line.directionId())).close();
        }
        xml.close();
      }
      xml.close();
    }
    modes.forEach(mode ->
        xml.open("AffectedNetwork").text("VehicleMode", mode).open("AllLines").close().close());
    xml.close();
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
