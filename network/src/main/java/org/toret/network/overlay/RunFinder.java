package org.toret.network.overlay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

/// Finds the trip and the service date that a message means.
///
/// @param feed row of the feed
/// @param prefix id of the feed with its colon
/// @param atEpochSeconds when the message was made
record RunFinder(TimetableIndex index, int feed, String prefix, long atEpochSeconds) {

  private static final int DAY_SECONDS = 86_400;

  /// A trip on a date.
  record Found(int trip, LocalDate date) {}

  /// The published trip, -1 where there is none or several: by its id, by its id and start where it
  /// is repeated, or by line, start and direction.
  int trip(TripChange change) {
    if (change.tripId().isEmpty()) {
      return byLine(change);
    }
    return trip(change.tripId(), change.startSeconds());
  }

  /// The trip of an id, and where it is repeated of a start; -1 where there is none.
  int trip(String id, OptionalInt startSeconds) {
    int trip = index.trip(prefix + id);
    if (trip < 0 && startSeconds.isPresent()) {
      int start = startSeconds.getAsInt();
      String clock = "%02d%02d%02d".formatted(start / 3600, start / 60 % 60, start % 60);
      int exact = index.trip(prefix + id + "#" + clock);
      return exact >= 0 ? exact : nearest(id, start);
    }
    return trip;
  }

  /// Where vehicles come every so many minutes and not at fixed times, the run that stands for a
  /// start between two of them.
  private int nearest(String id, int start) {
    int found = -1;
    int least = Integer.MAX_VALUE;
    for (int trip : index.repeated(prefix + id)) {
      int apart = Math.abs(index.firstDeparture(trip) - start);
      int headway = index.timetable().trips().headwaySeconds()[trip];
      if (2 * apart <= headway && apart < least) {
        least = apart;
        found = trip;
      }
    }
    return found;
  }

  /// The date on which a trip is meant: the one named, else the one on which it runs nearest to the
  /// message; empty where it does not run then. A date named by the calendar instead of the service
  /// day, of a trip after midnight, is understood too.
  Optional<LocalDate> date(int trip, Optional<LocalDate> named) {
    if (named.isPresent()) {
      LocalDate before = named.get().minusDays(1);
      if (index.runs(trip, named.get())) {
        return named;
      }
      boolean late = index.firstDeparture(trip) >= DAY_SECONDS && index.runs(trip, before);
      return late ? Optional.of(before) : Optional.empty();
    }
    LocalDate today = today();
    Optional<LocalDate> nearest = Optional.empty();
    long least = Long.MAX_VALUE;
    for (LocalDate date = today.minusDays(2);
        !date.isAfter(today.plusDays(1));
        date = date.plusDays(1)) {
      if (index.runs(trip, date) && distance(trip, date) < least) {
        least = distance(trip, date);
        nearest = Optional.of(date);
      }
    }
    return nearest;
  }

  LocalDate today() {
    ZoneId zone = ZoneId.of(index.timetable().feeds().zones().get(feed));
    return Instant.ofEpochSecond(atEpochSeconds).atZone(zone).toLocalDate();
  }

  /// Seconds between the message and the run, 0 while it runs.
  private long distance(int trip, LocalDate date) {
    long at = atEpochSeconds - index.origin(feed, date);
    return Math.max(0, Math.max(index.firstDeparture(trip) - at, at - index.lastArrival(trip)));
  }

  private int byLine(TripChange change) {
    OptionalInt start = change.startSeconds();
    int route = index.route(prefix + change.routeId());
    if (route < 0 || start.isEmpty()) {
      return -1;
    }
    Timetable timetable = index.timetable();
    Patterns patterns = timetable.patterns();
    LocalDate date = change.date().orElse(today());
    int found = -1;
    for (int pattern : index.patternsOf(route)) {
      for (int t = patterns.tripOffsets()[pattern]; t < patterns.tripOffsets()[pattern + 1]; t++) {
        boolean meant =
            index.firstDeparture(t) == start.getAsInt()
                && (change.directionId() < 0
                    || timetable.trips().directions()[t] == change.directionId())
                && index.runs(t, date);
        if (meant && found >= 0) {
          return -1;
        }
        found = meant ? t : found;
      }
    }
    return found;
  }
}
