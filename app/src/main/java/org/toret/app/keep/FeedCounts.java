package org.toret.app.keep;

import java.util.LinkedHashMap;
import java.util.Map;
import org.toret.network.City;
import org.toret.network.sharing.Sharing;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

/// How much of a feed the compiled city uses.
public record FeedCounts(long stops, long lines, long trips, long stopTimes) {

  /// Counts what a timetable has of one feed.
  ///
  /// @param feed index of the feed
  public static FeedCounts of(Timetable timetable, int feed) {
    long stops = count(timetable.stops().feeds(), feed);
    long lines = count(timetable.routes().feeds(), feed);
    long trips = 0;
    long stopTimes = 0;
    Patterns patterns = timetable.patterns();
    for (int pattern = 0; pattern < patterns.count(); pattern++) {
      if (timetable.routes().feeds()[patterns.routes()[pattern]] == feed) {
        trips += patterns.tripCount(pattern);
        stopTimes += (long) patterns.tripCount(pattern) * patterns.length(pattern);
      }
    }
    return new FeedCounts(stops, lines, trips, stopTimes);
  }

  /// By the names they have in answers.
  public Map<String, Long> toMap() {
    Map<String, Long> map = new LinkedHashMap<>();
    map.put("stops", stops);
    map.put("lines", lines);
    map.put("trips", trips);
    map.put("stopTimes", stopTimes);
    return map;
  }

  /// What the city uses of its street map.
  public static Map<String, Long> ofStreets(City city) {
    Map<String, Long> map = new LinkedHashMap<>();
    map.put("nodes", (long) city.streets().nodes().count());
    map.put("edges", (long) city.streets().edges().count());
    return map;
  }

  /// What the city uses of a sharing system.
  public static Map<String, Long> ofSharing(Sharing sharing, int system) {
    Map<String, Long> map = new LinkedHashMap<>();
    map.put("stations", count(sharing.stations().systems(), system));
    map.put("vehicleTypes", count(sharing.types().systems(), system));
    map.put("pricingPlans", count(sharing.plans().systems(), system));
    map.put("zones", count(sharing.zones().systems(), system));
    return map;
  }

  private static long count(int[] feeds, int feed) {
    long count = 0;
    for (int one : feeds) {
      count += one == feed ? 1 : 0;
    }
    return count;
  }
}
