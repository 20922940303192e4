package org.toret.app.live;

import java.util.Optional;
import java.util.OptionalInt;
import org.toret.feeds.gtfsrt.TripDescriptor;
import org.toret.mobility.place.Directory;

/// How the city calls the things of a feed that a message names by the publisher's ids.
///
/// @param published directory of the timetable as published
/// @param feed id of the feed, empty where none is known
record RunNames(Directory published, String feed) {

  /// `feed:id`, empty where nothing is named.
  String of(String id) {
    return id.isEmpty() ? "" : feed + ":" + id;
  }

  /// `feed:trip_id` of a run: of a trip that is repeated the run of the start named, else the trip;
  /// empty where no trip is named.
  String run(TripDescriptor trip) {
    return run(trip.tripId(), trip.startSeconds());
  }

  /// The same of a trip and perhaps a start.
  String run(String trip, OptionalInt startSeconds) {
    return trip.isEmpty() ? "" : published.run(of(trip), startSeconds);
  }

  /// The same where a run may be none.
  String run(Optional<TripDescriptor> trip) {
    return trip.map(this::run).orElse("");
  }

  /// `feed:route_id` of a run: the line that is named, else the one of its trip; empty where
  /// neither is known.
  String line(TripDescriptor trip) {
    return trip.routeId().isEmpty() ? published.lineOf(run(trip)).orElse("") : of(trip.routeId());
  }
}
