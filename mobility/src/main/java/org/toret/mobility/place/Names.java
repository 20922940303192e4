package org.toret.mobility.place;

import java.util.Map;
import org.toret.network.timetable.Timetable;

/// The published names in one language: translated where the feed translates them.
public final class Names {

  private final Timetable timetable;
  private final Map<String, String> translations;
  private final String language;

  /// @param translations of the timetable, as a map
  public Names(Timetable timetable, Map<String, String> translations, String language) {
    this.timetable = timetable;
    this.translations = translations;
    this.language = language;
  }

  public String stop(int stop) {
    return translated(
        "stop_name",
        timetable.stops().ids().get(stop),
        timetable.stops().feeds()[stop],
        timetable.stops().names().get(stop));
  }

  public String routeLongName(int route) {
    return translated(
        "route_long_name",
        timetable.routes().ids().get(route),
        timetable.routes().feeds()[route],
        timetable.routes().longNames().get(route));
  }

  /// The short name, else the long one.
  public String route(int route) {
    String name = timetable.routes().shortNames().get(route);
    return name.isEmpty()
        ? routeLongName(route)
        : translated(
            "route_short_name",
            timetable.routes().ids().get(route),
            timetable.routes().feeds()[route],
            name);
  }

  /// Where a trip goes: its headsign, else the name of its last stop.
  public String headsign(int trip) {
    int pattern = timetable.trips().patterns()[trip];
    int route = timetable.patterns().routes()[pattern];
    String headsign = timetable.trips().headsigns().get(trip);
    if (headsign.isEmpty()) {
      int last = timetable.patterns().stopOffsets()[pattern + 1] - 1;
      return stop(timetable.nodes().stops()[timetable.patterns().nodes()[last]]);
    }
    return translated(
        "trip_headsign",
        timetable.trips().ids().get(trip),
        timetable.routes().feeds()[route],
        headsign);
  }

  private String translated(String field, String id, int feed, String original) {
    if (translations.isEmpty()) {
      return original;
    }
    String byId = translations.get(language + "|" + field + "|" + id);
    if (byId != null) {
      return byId;
    }
    String feedId = timetable.feeds().ids().get(feed);
    return translations.getOrDefault(
        language + "|" + field + "|=" + feedId + ":" + original, original);
  }
}
