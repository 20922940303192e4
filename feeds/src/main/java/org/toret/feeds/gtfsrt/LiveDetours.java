package org.toret.feeds.gtfsrt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.toret.base.geo.GeoPoint;
import org.toret.network.overlay.Detour;

/// Tells an overlay the trip modifications of a message.
final class LiveDetours {

  private static final TripModifications.StopSelector NOWHERE =
      new TripModifications.StopSelector(java.util.OptionalInt.empty(), "");

  private LiveDetours() {}

  static List<Detour> of(FeedMessage message) {
    Map<String, List<GeoPoint>> lines = new HashMap<>();
    message.shapes().forEach(shape -> lines.put(shape.shapeId(), shape.line()));
    return message.tripModifications().stream().map(one -> detour(one, lines)).toList();
  }

  private static Detour detour(TripModifications told, Map<String, List<GeoPoint>> lines) {
    return new Detour(
        told.entityId(),
        told.trips().stream()
            .map(group ->
                new Detour.Group(group.tripIds(), lines.getOrDefault(group.shapeId(), List.of())))
            .toList(),
        told.startSeconds(),
        told.serviceDates(),
        told.modifications().stream().map(LiveDetours::stretch).toList());
  }

  private static Detour.Stretch stretch(TripModifications.Modification told) {
    return new Detour.Stretch(
        name(told.start()),
        told.end().equals(NOWHERE) ? Optional.empty() : Optional.of(name(told.end())),
        told.delaySeconds(),
        told.replacements().stream()
            .map(stop -> new Detour.Replacement(stop.stopId(), stop.travelSeconds()))
            .toList());
  }

  private static Detour.CallName name(TripModifications.StopSelector selector) {
    return new Detour.CallName(selector.stopSequence(), selector.stopId());
  }
}
