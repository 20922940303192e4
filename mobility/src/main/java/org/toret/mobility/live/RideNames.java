package org.toret.mobility.live;

import org.toret.network.timetable.Routes;
import org.toret.network.timetable.Timetable;

/// A ride by everything that a disruption may call it.
///
/// @param feed id of the timetable feed
/// @param agency `feed:agency_id`
/// @param route `feed:route_id`
/// @param routeType GTFS `route_type` as published
/// @param direction GTFS `direction_id`, -1 where none is published
/// @param trip `feed:trip_id`
public record RideNames(
    String feed, String agency, String route, int routeType, int direction, String trip) {

  /// The names of a trip of a timetable.
  public static RideNames of(Timetable timetable, int trip) {
    int route = timetable.patterns().routes()[timetable.trips().patterns()[trip]];
    int direction = timetable.trips().directions()[trip];
    return of(timetable, route, direction, timetable.trips().ids().get(trip));
  }

  /// What any ride on a line of a timetable is called.
  public static RideNames ofLine(Timetable timetable, int route) {
    return of(timetable, route, -1, "");
  }

  /// The same of a line that no timetable knows.
  public static RideNames ofUnknownLine(String route) {
    return new RideNames("", "", route, -1, -1, "");
  }

  private static RideNames of(Timetable timetable, int route, int direction, String trip) {
    Routes routes = timetable.routes();
    return new RideNames(
        timetable.feeds().ids().get(routes.feeds()[route]),
        timetable.agencies().ids().get(routes.agencies()[route]),
        routes.ids().get(route),
        routes.gtfsTypes()[route],
        direction,
        trip);
  }

  /// The trip as published, of which this is one of many runs "every so many minutes".
  String repeatedTrip() {
    int mark = trip.lastIndexOf('#');
    return mark < 0 ? trip : trip.substring(0, mark);
  }
}
