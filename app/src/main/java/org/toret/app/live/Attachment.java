package org.toret.app.live;

import java.util.ArrayList;
import java.util.List;
import org.toret.app.keep.OpenCity;
import org.toret.base.columns.TextColumn;
import org.toret.feeds.gtfsrt.Alert;
import org.toret.feeds.gtfsrt.FeedMessage;
import org.toret.feeds.gtfsrt.TripModifications;
import org.toret.feeds.gtfsrt.TripUpdate;
import org.toret.feeds.gtfsrt.VehiclePosition;
import org.toret.mobility.place.Directory;

/// Of which timetable feed a message speaks: the one whose ids it names most.
///
/// @param feed id of the feed, empty where no id is known to any
/// @param hits ids that are known
record Attachment(String feed, int hits) {

  /// So many of each kind are looked at.
  private static final int LOOKED_AT = 400;

  static Attachment of(OpenCity city, FeedMessage message) {
    TextColumn feeds = city.timetable().feeds().ids();
    Directory directory = city.directory();
    List<Named> named = named(message);
    Attachment best = new Attachment("", 0);
    for (int feed = 0; feed < feeds.size(); feed++) {
      String id = feeds.get(feed);
      int hits = 0;
      for (Named one : named) {
        hits += one.isKnown(id + ":", directory) ? 1 : 0;
      }
      best = hits > best.hits() ? new Attachment(id, hits) : best;
    }
    return best;
  }

  private record Named(String trip, String route, String stop) {

    boolean isKnown(String prefix, Directory directory) {
      return !trip.isEmpty() && directory.findTrip(prefix + trip).isPresent()
          || !route.isEmpty() && directory.findRoute(prefix + route).isPresent()
          || !stop.isEmpty() && directory.findStop(prefix + stop).isPresent();
    }
  }

  private static List<Named> named(FeedMessage message) {
    List<Named> named = new ArrayList<>();
    for (TripUpdate update : first(message.tripUpdates())) {
      named.add(new Named(update.trip().tripId(), update.trip().routeId(), ""));
    }
    for (VehiclePosition vehicle : first(message.vehiclePositions())) {
      vehicle.trip().ifPresent(trip -> named.add(new Named(trip.tripId(), trip.routeId(), "")));
    }
    for (TripModifications modifications : first(message.tripModifications())) {
      modifications.trips().stream()
          .flatMap(group -> group.tripIds().stream())
          .limit(4)
          .forEach(trip -> named.add(new Named(trip, "", "")));
    }
    for (Alert alert : first(message.alerts())) {
      alert.informed().stream()
          .limit(4)
          .forEach(one -> named.add(new Named("", one.routeId(), one.stopId())));
    }
    return named;
  }

  private static <T> List<T> first(List<T> entities) {
    return entities.subList(0, Math.min(LOOKED_AT, entities.size()));
  }
}
