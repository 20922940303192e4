package org.toret.app.simulate.feed;

import org.toret.network.timetable.Timetable;

/// What a timetable feed calls its things: ids without the name of the feed before them.
record FeedNames(Timetable timetable) {

  String stop(int pattern, int call) {
    return stop(timetable.stop(pattern, call));
  }

  String stop(int stop) {
    return local(timetable.stops().ids().get(stop));
  }

  String route(int route) {
    return local(timetable.routes().ids().get(route));
  }

  /// The trip of a run, also where it is repeated.
  String trip(int trip) {
    String id = run(trip);
    int repeated = id.lastIndexOf('#');
    return repeated < 0 ? id : id.substring(0, repeated);
  }

  /// The start of the run of a trip that is repeated, as `hh:mm:ss`; empty for others.
  String start(int trip) {
    String id = run(trip);
    int repeated = id.lastIndexOf('#');
    return repeated < 0
        ? ""
        : id.substring(repeated + 1).replaceFirst("^(\\d+)(\\d\\d)(\\d\\d)$", "$1:$2:$3");
  }

  /// Names a run of a day.
  String run(int trip) {
    return local(timetable.trips().ids().get(trip));
  }

  private static String local(String id) {
    return id.substring(id.indexOf(':') + 1);
  }
}
