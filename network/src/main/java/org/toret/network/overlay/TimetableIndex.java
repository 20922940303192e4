package org.toret.network.overlay;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.Csr;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

/// Finds the rows of a timetable by what messages name. Made once for a timetable; some 16 bytes
/// per trip.
final class TimetableIndex {

  private final Timetable timetable;
  private final TextIndex trips;
  private final TextIndex stops;
  private final TextIndex routes;
  private final TextIndex feeds;
  private final Csr patternsByRoute;
  private final Csr tripsBefore;
  private @Nullable Map<String, List<Integer>> repeated;

  TimetableIndex(Timetable timetable) {
    this.timetable = timetable;
    this.trips = TextIndex.of(timetable.trips().ids());
    this.stops = TextIndex.of(timetable.stops().ids());
    this.routes = TextIndex.of(timetable.routes().ids());
    this.feeds = TextIndex.of(timetable.feeds().ids());
    this.patternsByRoute = Csr.index(timetable.routes().count(), timetable.patterns().routes());
    int[] next = timetable.trips().next();
    int[] followed =
        java.util.stream.IntStream.range(0, next.length).filter(trip -> next[trip] >= 0).toArray();
    int[] followers = java.util.Arrays.stream(followed).map(trip -> next[trip]).toArray();
    this.tripsBefore = Csr.group(next.length, followers, followed);
  }

  Timetable timetable() {
    return timetable;
  }

  /// Row of `feed:trip_id`, -1 where there is none.
  int trip(String id) {
    return trips.find(id);
  }

  /// The runs of a trip that is repeated "every so many minutes": an import names them by its id
  /// and their start. Looks at all trips when first asked.
  List<Integer> repeated(String id) {
    Map<String, List<Integer>> known = repeated;
    if (known == null) {
      known = new HashMap<>();
      for (int trip = 0; trip < timetable.trips().count(); trip++) {
        String name = timetable.trips().ids().get(trip);
        int mark = name.lastIndexOf('#');
        if (mark > 0) {
          known.computeIfAbsent(name.substring(0, mark), fresh -> new ArrayList<>()).add(trip);
        }
      }
      repeated = known;
    }
    return known.getOrDefault(id, List.of());
  }

  int stop(String id) {
    return stops.find(id);
  }

  int route(String id) {
    return routes.find(id);
  }

  int feed(String id) {
    return feeds.find(id);
  }

  /// The trips from which one may stay seated into a trip.
  int[] tripsBefore(int trip) {
    return tripsBefore.row(trip);
  }

  int[] patternsOf(int route) {
    return patternsByRoute.row(route);
  }

  int patternOf(int trip) {
    return timetable.trips().patterns()[trip];
  }

  boolean runs(int trip, LocalDate date) {
    return timetable
        .calendar()
        .runs(timetable.trips().services()[trip], Math.toIntExact(date.toEpochDay()));
  }

  int firstDeparture(int trip) {
    return timetable.patterns().departure(timeOffset(trip));
  }

  int lastArrival(int trip) {
    int last = timetable.patterns().length(patternOf(trip)) - 1;
    return timetable.patterns().arrival(timeOffset(trip) + last);
  }

  int timeOffset(int trip) {
    return timetable.patterns().timeOffset(patternOf(trip), trip);
  }

  /// Noon minus 12 h of a date where a feed is at home, as an epoch second.
  long origin(int feed, LocalDate date) {
    ZoneId zone = ZoneId.of(timetable.feeds().zones().get(feed));
    return date.atTime(LocalTime.NOON).atZone(zone).toEpochSecond() - 12 * 3600;
  }

  /// The node at which vehicles of a line call at a stop: where most of its trips do, so that rules
  /// for the line hold there; the stop itself where none does.
  int node(int route, int stop) {
    Patterns patterns = timetable.patterns();
    int best = stop;
    int most = 0;
    int[] nodes = timetable.nodes().byStop().row(stop);
    for (int node : nodes) {
      int count = 0;
      for (int pattern : patternsOf(route)) {
        int end = patterns.stopOffsets()[pattern + 1];
        for (int at = patterns.stopOffsets()[pattern]; at < end; at++) {
          count += patterns.nodes()[at] == node ? patterns.tripCount(pattern) : 0;
        }
      }
      if (count > most) {
        most = count;
        best = node;
      }
    }
    return best;
  }
}
