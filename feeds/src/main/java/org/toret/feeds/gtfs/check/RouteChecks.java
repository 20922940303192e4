package org.toret.feeds.gtfs.check;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.read.RouteTable;
import org.toret.feeds.gtfs.read.RouteTable.Route;
import org.toret.feeds.gtfs.table.FileNotices;

/// Looks at lines: names said twice, names shared, no trips.
public final class RouteChecks {

  private RouteChecks() {}

  private record Name(int agency, int type, String shortName, String longName) {}

  /// Tells what is odd about the lines; `running` are those with a usable trip.
  public static void run(RouteTable routes, BitSet running, String feed, Notices notices) {
    FileNotices found = new FileNotices(feed, "routes.txt", notices);
    Map<Name, Route> seen = new HashMap<>();
    List<Route> all = routes.routes();
    for (int i = 0; i < all.size(); i++) {
      Route route = all.get(i);
      if (!route.shortName().isEmpty() && route.shortName().equalsIgnoreCase(route.longName())) {
        found.info(route.line(), "route_long_name", "same_route_names", route.shortName());
      }
      Name name = new Name(route.agency(), route.gtfsType(), route.shortName(), route.longName());
      Route first = seen.putIfAbsent(name, route);
      if (first != null) {
        found.info(route.line(), "route_long_name", "repeated_route_name", route.id(), first.id());
      }
      if (!running.get(i)) {
        found.info(route.line(), "route_id", "route_without_trips", route.id());
      }
    }
  }
}
