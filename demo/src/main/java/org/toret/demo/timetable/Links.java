package org.toret.demo.timetable;

import java.util.Map;
import org.toret.demo.gtfs.FeedFile;
import org.toret.demo.gtfs.Sheet;
import org.toret.demo.plane.Spot;

/// Writes `transfers.txt`: the ways between metro and surface, and one rule of each other kind.
final class Links {

  private static final double REACH_METRES = 170;
  private static final double WALK_METRES_A_SECOND = 1.1;
  private static final double DETOUR = 1.3;
  private static final int STAIRS_SECONDS = 90;

  private Links() {}

  static Sheet sheet(FeedFile feed) {
    return feed.sheet(
        "transfers.txt",
        "from_stop_id",
        "to_stop_id",
        "from_trip_id",
        "to_trip_id",
        "transfer_type",
        "min_transfer_time");
  }

  /// Between every metro station and the poles around it, both ways.
  static void metro(FeedFile feed, Map<String, Spot> stations, Map<String, Spot> poles) {
    Sheet sheet = sheet(feed);
    stations.forEach((station, spot) ->
        poles.forEach((pole, there) -> {
          double metres = spot.metresTo(there);
          if (metres < REACH_METRES) {
            int seconds = STAIRS_SECONDS + (int) (metres * DETOUR / WALK_METRES_A_SECOND);
            sheet.row(station, pole, "", "", 2, seconds);
            sheet.row(pole, station, "", "", 2, seconds);
          }
        }));
  }

  /// The rack tramway waits for the tram to Sassi and is the recommended change; turning back from
  /// line 36 to line 36 at Massaua is not.
  static void special(FeedFile feed, Map<String, Spot> poles) {
    Sheet sheet = sheet(feed);
    for (String tram : poles.keySet()) {
      for (String rack : poles.keySet()) {
        if (tram.startsWith("sassi-superga-") && rack.startsWith("stazione-sassi-")) {
          sheet.row(tram, rack, "", "", 0, "");
          sheet.row(rack, tram, "", "", 1, "");
        }
        if (tram.startsWith("massaua-") && rack.startsWith("massaua-") && !tram.equals(rack)) {
          sheet.row(tram, rack, "", "", 3, "");
        }
      }
    }
  }
}
