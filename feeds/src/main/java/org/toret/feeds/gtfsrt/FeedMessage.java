package org.toret.feeds.gtfsrt;

import java.util.List;
import java.util.OptionalLong;

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
