package org.toret.feeds.gtfs.fares;

import java.util.HashMap;
import java.util.Map;
import org.toret.base.columns.TextColumn;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.table.GtfsSource;
import org.toret.feeds.gtfs.table.GtfsTable;
import org.toret.network.timetable.Timetable;

/// The files of one feed beside the timetable they belong to: finds stops, routes and agencies by
/// their ids in the feed.
final class FareSource {

  private final GtfsSource source;
  private final int feed;
  private final Timetable timetable;
  private final Notices notices;
  private final Map<String, Integer> stops;
  private final Map<String, Integer> routes;
  private final Map<String, Integer> agencies;

  FareSource(GtfsSource source, int feed, Timetable timetable, Notices notices) {
    this.source = source;
    this.feed = feed;
    this.timetable = timetable;
    this.notices = notices;
    stops = index(timetable.stops().ids(), timetable.stops().feeds());
    routes = index(timetable.routes().ids(), timetable.routes().feeds());
    agencies = index(timetable.agencies().ids(), timetable.agencies().feeds());
  }

  GtfsTable open(String file) {
    return GtfsTable.open(source, file, notices);
  }

  /// The same without notices, for files that the timetable import has told about.
  GtfsTable openQuietly(String file) {
    return GtfsTable.open(source, file, new Notices());
  }

  GtfsSource files() {
    return source;
  }

  String id() {
    return source.feed();
  }

  int feed() {
    return feed;
  }

  Timetable timetable() {
    return timetable;
  }

  Notices notices() {
    return notices;
  }

  /// Index of a stop, or -1.
  int stop(String id) {
    return stops.getOrDefault(id, -1);
  }

  /// Index of a route, or -1.
  int route(String id) {
    return routes.getOrDefault(id, -1);
  }

  /// Index of an agency, or -1.
  int agency(String id) {
    return agencies.getOrDefault(id, -1);
  }

  private Map<String, Integer> index(TextColumn ids, int[] feeds) {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < feeds.length; i++) {
      if (feeds[i] == feed) {
        String id = ids.get(i);
        index.put(id.substring(id.indexOf(':') + 1), i);
      }
    }
    return index;
  }
}
