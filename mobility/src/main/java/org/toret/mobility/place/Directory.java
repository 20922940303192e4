package org.toret.mobility.place;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.toret.base.columns.Csr;
import org.toret.base.columns.TextColumn;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.Timetable;

/// Finds stops, routes and trips of a timetable by their published ids, and how they are called in
/// a language. Built once per city; about 100 bytes per id or translation. Immutable and
/// thread-safe.
public final class Directory {

  /// Between the id of a trip that is repeated and the start of a run.
  private static final char REPEATED = '#';

  private final Timetable timetable;
  private final Map<String, String> translations;
  private final Map<String, Integer> stops;
  private final Map<String, Integer> routes;
  private final Map<String, Integer> trips;
  private final Map<String, Integer> repeated;
  private final Csr children;

  public Directory(Timetable timetable) {
    this.timetable = timetable;
    translations = timetable.translations().toMap();
    stops = index(timetable.stops().ids());
    routes = index(timetable.routes().ids());
    trips = index(timetable.trips().ids());
    repeated = repeated(timetable.trips().ids());
    children = children(timetable.stops());
  }

  public OptionalInt findStop(String id) {
    return found(stops.get(id));
  }

  public OptionalInt findRoute(String id) {
    return found(routes.get(id));
  }

  /// A trip; of a run that goes otherwise today the published one.
  public OptionalInt findTrip(String id) {
    return found(trips.get(id));
  }

  /// A trip, or the first run of one that is repeated "every so many minutes".
  public OptionalInt findTripOrRepeated(String id) {
    OptionalInt trip = findTrip(id);
    return trip.isPresent() ? trip : found(repeated.get(id));
  }

  /// The id of a run that a trip and perhaps a start name: of a trip that is repeated the one of
  /// the run with that start, else that of the trip, known or not.
  ///
  /// @param startSeconds since noon minus 12 h
  public String run(String trip, OptionalInt startSeconds) {
    if (startSeconds.isEmpty() || !repeated.containsKey(trip)) {
      return trip;
    }
    String run = trip + REPEATED + clock(startSeconds.getAsInt());
    return trips.containsKey(run) ? run : trip;
  }

  /// The id of the line of a trip.
  public Optional<String> lineOf(String trip) {
    OptionalInt row = findTripOrRepeated(trip);
    if (row.isEmpty()) {
      return Optional.empty();
    }
    int pattern = timetable.trips().patterns()[row.getAsInt()];
    return Optional.of(timetable.routes().ids().get(timetable.patterns().routes()[pattern]));
  }

  /// The published names in a language.
  public Names names(String language) {
    return new Names(timetable, translations, language);
  }

  /// The stops directly below a station or platform.
  public int[] listChildren(int stop) {
    return children.row(stop);
  }

  private static OptionalInt found(@org.jspecify.annotations.Nullable Integer index) {
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  private static Map<String, Integer> index(TextColumn ids) {
    Map<String, Integer> index = HashMap.newHashMap(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      index.putIfAbsent(ids.get(i), i);
    }
    return index;
  }

  /// The first run of each trip that is repeated, by the id of the trip.
  private static Map<String, Integer> repeated(TextColumn ids) {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      int mark = ids.get(i).lastIndexOf(REPEATED);
      if (mark > 0) {
        index.putIfAbsent(ids.get(i).substring(0, mark), i);
      }
    }
    return index;
  }

  private static String clock(int seconds) {
    return "%02d%02d%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  private static Csr children(Stops stops) {
    var keys = new org.toret.base.columns.IntList();
    var values = new org.toret.base.columns.IntList();
    for (int stop = 0; stop < stops.count(); stop++) {
      if (stops.parents()[stop] >= 0) {
        keys.add(stops.parents()[stop]);
        values.add(stop);
      }
    }
    return Csr.group(stops.count(), keys.toArray(), values.toArray());
  }
}
