package org.toret.network.traffic;

import java.util.List;
import java.util.Map;

/// What one message tells of the roads.
///
/// @param at epoch second when it was made
/// @param places where detectors, stretches and places named by id are; such lists do not age
/// @param readings how fast traffic moves
/// @param events what closes or slows streets
public record RoadMessage(
    long at, Map<String, RoadPlace> places, List<RoadReading> readings, List<RoadEvent> events) {

  public RoadMessage {
    places = Map.copyOf(places);
    readings = List.copyOf(readings);
    events = List.copyOf(events);
  }
}
