package org.toret.feeds.gtfsrt;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/// One message of a feed: everything that it says of trips, vehicles and disruptions at a moment.
///
/// Identifiers are those of the publisher, without the feed's prefix. Entities stand in the order
/// published.
///
/// @param isWhole false when the message broke off, so that entities are missing at its end
/// @param deletedEntityIds entities that a differential message takes back
public record FeedMessage(
    Header header,
    boolean isWhole,
    List<TripUpdate> tripUpdates,
    List<VehiclePosition> vehiclePositions,
    List<Alert> alerts,
    List<TripModifications> tripModifications,
    List<LiveShape> shapes,
    List<LiveStop> stops,
    List<String> deletedEntityIds) {

  public FeedMessage {
    tripUpdates = List.copyOf(tripUpdates);
    vehiclePositions = List.copyOf(vehiclePositions);
    alerts = List.copyOf(alerts);
    tripModifications = List.copyOf(tripModifications);
    shapes = List.copyOf(shapes);
    stops = List.copyOf(stops);
    deletedEntityIds = List.copyOf(deletedEntityIds);
  }

  /// Whether a message says everything, or what has changed since the last.
  public enum Incrementality implements Numbered {
    FULL_DATASET,
    DIFFERENTIAL;

    @Override
    public int number() {
      return ordinal();
    }
  }

  /// What a message says of itself.
  ///
  /// @param version of the specification, empty where it does not say
  /// @param timestampEpochSeconds when it was made
  /// @param feedVersion `feed_version` of the timetable it speaks of, empty where it does not say
  public record Header(
      String version,
      Incrementality incrementality,
      OptionalLong timestampEpochSeconds,
      String feedVersion) {}

  /// What holds after the next message: that message, or where it is differential this one with its
  /// entities in place of those of the same ids, and without those it takes back.
  public FeedMessage followedBy(FeedMessage next) {
    if (next.header.incrementality() == Incrementality.FULL_DATASET) {
      return next;
    }
    Set<String> gone = new HashSet<>(next.deletedEntityIds);
    return new FeedMessage(
        next.header,
        isWhole && next.isWhole,
        joined(tripUpdates, next.tripUpdates, TripUpdate::entityId, gone),
        joined(vehiclePositions, next.vehiclePositions, VehiclePosition::entityId, gone),
        joined(alerts, next.alerts, Alert::entityId, gone),
        joined(tripModifications, next.tripModifications, TripModifications::entityId, gone),
        joined(shapes, next.shapes, LiveShape::entityId, gone),
        joined(stops, next.stops, LiveStop::entityId, gone),
        List.of());
  }

  private static <E> List<E> joined(
      List<E> before, List<E> next, Function<E, String> id, Set<String> gone) {
    Map<String, E> byId = new LinkedHashMap<>();
    before.forEach(entity -> byId.put(id.apply(entity), entity));
    byId.keySet().removeAll(gone);
    next.forEach(entity -> byId.put(id.apply(entity), entity));
    return List.copyOf(byId.values());
  }

  /// Number of entities of all kinds.
  public int entityCount() {
    return tripUpdates.size()
        + vehiclePositions.size()
        + alerts.size()
        + tripModifications.size()
        + shapes.size()
        + stops.size()
        + deletedEntityIds.size();
  }
}
