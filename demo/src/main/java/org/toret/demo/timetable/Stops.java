package org.toret.demo.timetable;

import org.toret.demo.gtfs.FeedFile;
import org.toret.demo.gtfs.Sheet;
import org.toret.demo.plane.Spot;

/// Writes `stops.txt`.
final class Stops {

  /// What a row of `stops.txt` is, with the number GTFS gives it.
  enum Kind {
    PLATFORM,
    STATION,
    ENTRANCE,
    NODE
  }

  private final Sheet stops;

  Stops(FeedFile feed) {
    stops =
        feed.sheet(
            "stops.txt",
            "stop_id",
            "stop_code",
            "stop_name",
            "stop_lat",
            "stop_lon",
            "location_type",
            "parent_station",
            "wheelchair_boarding",
            "level_id",
            "platform_code");
  }

  /// A pole at the kerb.
  void pole(String id, String code, String name, Spot spot) {
    stops.row(
        id, code, name, FeedFile.lat(spot.point()), FeedFile.lon(spot.point()), 0, "", 1, "", "");
  }

  void station(String id, String name, Spot spot) {
    stops.row(
        id, "", name, FeedFile.lat(spot.point()), FeedFile.lon(spot.point()), 1, "", 1, "", "");
  }

  /// A part of a station.
  ///
  /// @param level id in `levels.txt`, or empty; `platform` its number, or empty
  void part(
      Kind kind, String id, String station, String name, Spot spot, String level, String platform) {
    stops.row(
        id,
        "",
        name,
        FeedFile.lat(spot.point()),
        FeedFile.lon(spot.point()),
        kind.ordinal(),
        station,
        kind == Kind.NODE ? 0 : 1,
        level,
        platform);
  }
}
