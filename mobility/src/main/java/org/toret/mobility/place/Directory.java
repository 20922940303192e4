package org.toret.mobility.place;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.toret.base.columns.Csr;
import org.toret.base.columns.TextColumn;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.Timetable;

/// Finds stops, routes and trips of a timetable by their published ids, and how they are called in
/// a language. Built once per city; about 100 bytes per id or translation. Immutable and
/// thread-safe.
public final class Directory {

  private final Timetable timetable;
  private final Map<String, String> translations;
  private final Map<String, Integer> stops;
  private final Map<String, Integer> routes;
  private final Map<String, Integer> trips;
  private final Csr children;

  public Directory(Timetable timetable) {
    this.timetable = timetable;
    translations = timetable.translations().toMap();
    stops = index(timetable.stops().ids());
    routes = index(timetable.routes().ids());
    trips = index(timetable.trips().ids());
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
