package org.toret.app.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.toret.app.keep.LiveSource;
import org.toret.app.keep.OpenCity;
import org.toret.base.columns.TextColumn;
import org.toret.feeds.gtfsrt.Alert;
import org.toret.feeds.gtfsrt.FeedMessage;
import org.toret.feeds.gtfsrt.TripDescriptor;
import org.toret.feeds.gtfsrt.TripModifications;
import org.toret.feeds.gtfsrt.TripUpdate;
import org.toret.feeds.gtfsrt.VehiclePosition;
import org.toret.mobility.place.Directory;
import org.toret.network.timetable.Timetable;

/// Of which timetable feed a message speaks: the one whose ids it names most; of several the one
/// its source spoke of before. A message that names nothing that could tell, such as a disruption
/// for everybody, speaks of that one too, else of the feed that the source is called after, else of
/// the only one.
///
/// @param feed id of the feed, empty where none can be told
/// @param isForeign whether it names something, and none of it is known to any feed
record Attachment(String feed, boolean isForeign) {

  /// So many of each kind are looked at.
  private static final int LOOKED_AT = 400;

  /// So many parts of each are looked at.
  private static final int PARTS = 4;

  static Attachment of(OpenCity city, LiveSource source, FeedMessage message) {
    Timetable timetable = city.timetable();
    TextColumn feeds = timetable.feeds().ids();
    List<Named> named = named(message);
    String best = "";
    int most = 0;
    for (int feed = 0; feed < feeds.size(); feed++) {
      Known known = new Known(city.directory(), Widely.of(timetable, feed), feeds.get(feed));
      int hits = (int) named.stream().filter(known::knows).count();
      boolean better =
          hits > most || hits == most && hits > 0 && known.feed().equals(source.feed());
      best = better ? known.feed() : best;
      most = Math.max(most, hits);
    }
    boolean foreign = best.isEmpty() && !named.isEmpty();
    return new Attachment(best.isEmpty() && !foreign ? otherwise(source, feeds) : best, foreign);
  }

  private static String otherwise(LiveSource source, TextColumn feeds) {
    List<String> all = new ArrayList<>();
    for (int feed = 0; feed < feeds.size(); feed++) {
      all.add(feeds.get(feed));
    }
    String only = all.size() == 1 ? all.getFirst() : "";
    return List.of(source.feed(), source.id()).stream()
        .filter(all::contains)
        .findFirst()
        .orElse(only);
  }

  /// What a message names at once; empty where it does not name such a thing.
  private record Named(
      Optional<TripDescriptor> trip, String route, String stop, String agency, OptionalInt type) {

    static Named run(TripDescriptor trip) {
      return new Named(Optional.of(trip), trip.routeId(), "", "", OptionalInt.empty());
    }

    static Named trip(String id) {
      return run(
          new TripDescriptor(
              id,
              "",
              -1,
              OptionalInt.empty(),
              Optional.empty(),
              TripDescriptor.Relationship.SCHEDULED,
              Optional.empty()));
    }

    static Named stop(String id) {
      return new Named(Optional.empty(), "", id, "", OptionalInt.empty());
    }

    static Named of(Alert.InformedEntity one) {
      String line = one.trip().map(TripDescriptor::routeId).orElse("");
      return new Named(
          one.trip(),
          one.routeId().isEmpty() ? line : one.routeId(),
          one.stopId(),
          one.agencyId(),
          one.routeType());
    }

    boolean isSomething() {
      return trip.isPresent()
          || !route.isEmpty()
          || !stop.isEmpty()
          || !agency.isEmpty()
          || type.isPresent();
    }
  }

  /// What of a feed many lines share.
  private record Widely(Set<String> agencies, Set<Integer> types) {

    static Widely of(Timetable timetable, int feed) {
      Set<String> agencies = new HashSet<>();
      Set<Integer> types = new HashSet<>();
      for (int route = 0; route < timetable.routes().count(); route++) {
        if (timetable.routes().feeds()[route] == feed) {
          agencies.add(timetable.agencies().ids().get(timetable.routes().agencies()[route]));
          types.add(timetable.routes().gtfsTypes()[route]);
        }
      }
      return new Widely(agencies, types);
    }
  }

  private record Known(Directory directory, Widely widely, String feed) {

    /// A kind of lines alone is no name: it counts where nothing else is named.
    boolean knows(Named named) {
      RunNames names = new RunNames(directory, feed);
      boolean typeAlone =
          named.trip().isEmpty()
              && named.route().isEmpty()
              && named.stop().isEmpty()
              && named.agency().isEmpty();
      return directory.findTripOrRepeated(names.run(named.trip())).isPresent()
          || directory.findRoute(names.of(named.route())).isPresent()
          || directory.findStop(names.of(named.stop())).isPresent()
          || widely.agencies().contains(names.of(named.agency()))
          || typeAlone
              && named.type().isPresent()
              && widely.types().contains(named.type().getAsInt());
    }
  }

  private static List<Named> named(FeedMessage message) {
    List<Named> named = new ArrayList<>();
    for (TripUpdate update : first(message.tripUpdates())) {
      named.add(Named.run(update.trip()));
      if (update.trip().relationship() == TripDescriptor.Relationship.NEW
          || update.trip().relationship() == TripDescriptor.Relationship.ADDED) {
        update.calls().stream().limit(PARTS).forEach(call -> named.add(Named.stop(call.stopId())));
      }
    }
    for (VehiclePosition vehicle : first(message.vehiclePositions())) {
      // one that names no run is of somebody, but nobody knows of whom
      named.add(vehicle.trip().map(Named::run).orElse(Named.trip("")));
    }
    for (TripModifications modifications : first(message.tripModifications())) {
      modifications.trips().stream()
          .flatMap(group -> group.tripIds().stream())
          .limit(PARTS)
          .forEach(trip -> named.add(Named.trip(trip)));
    }
    for (Alert alert : first(message.alerts())) {
      alert.informed().stream()
          .map(Named::of)
          .filter(Named::isSomething)
          .limit(PARTS)
          .forEach(named::add);
    }
    return named;
  }

  private static <T> List<T> first(List<T> entities) {
    return entities.subList(0, Math.min(LOOKED_AT, entities.size()));
  }
}
