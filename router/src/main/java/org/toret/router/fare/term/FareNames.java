package org.toret.router.fare.term;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.toret.base.columns.TextColumn;
import org.toret.network.timetable.Agencies;
import org.toret.network.timetable.Timetable;

/// How rule tables may call the parts of a city.
///
/// @param feeds for each feed its id and the web hosts of its agencies, without `www.`
/// @param routeFeeds feed of each route
/// @param stopIds `feed:stop_id` of each stop
public record FareNames(List<Set<String>> feeds, int[] routeFeeds, TextColumn stopIds) {

  public FareNames {
    feeds = List.copyOf(feeds);
  }

  /// The names of a timetable.
  public static FareNames of(Timetable timetable) {
    List<Set<String>> names = new ArrayList<>();
    for (int feed = 0; feed < timetable.feeds().count(); feed++) {
      names.add(new TreeSet<>(Set.of(timetable.feeds().ids().get(feed))));
    }
    Agencies agencies = timetable.agencies();
    for (int agency = 0; agency < agencies.count(); agency++) {
      String host = host(agencies.urls().get(agency));
      if (!host.isEmpty()) {
        names.get(agencies.feeds()[agency]).add(host);
      }
    }
    return new FareNames(names, timetable.routes().feeds(), timetable.stops().ids());
  }

  /// The feeds that a cell means.
  List<Integer> feeds(String name) {
    List<Integer> found = new ArrayList<>();
    for (int feed = 0; feed < feeds.size(); feed++) {
      if (feeds.get(feed).contains(name)) {
        found.add(feed);
      }
    }
    return found;
  }

  private static String host(String url) {
    try {
      String host = URI.create(url.strip()).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
