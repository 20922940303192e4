package org.toret.feeds.gtfs.read;

import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.read.StopTable.StopTexts;
import org.toret.feeds.gtfs.table.FileNotices;
import org.toret.feeds.gtfs.table.GtfsSource;
import org.toret.feeds.gtfs.table.GtfsTable;
import org.toret.network.timetable.Stops;

/// Reads `stops.txt` and joins its rows to stations and platforms.
///
/// A stop without a usable place takes that of its parent; without one it stays as a row, so that
/// its faults can be told, but [StopTable#isPlaced] is false and nothing may call there.
public final class StopReader {

  private static final String FILE = "stops.txt";

  /// No stop is within this many degrees of 0, 0: a stop there is one without coordinates.
  private static final double ORIGIN_DEGREES = 1;

  private final StopTable stops = new StopTable();
  private final FileNotices notices;

  private StopReader(FileNotices notices) {
    this.notices = notices;
  }

  public static StopTable read(GtfsSource source, Notices notices) {
    StopReader reader = new StopReader(new FileNotices(source.feed(), FILE, notices));
    Levels levels = Levels.read(source, notices);
    try (GtfsTable table = GtfsTable.open(source, FILE, notices)) {
      int id = table.column("stop_id");
      while (table.next()) {
        if (reader.stops.ids.isFree(table, id)) {
          reader.add(table, levels, table.text(id));
        }
      }
    }
    for (int stop = 0; stop < reader.stops.count(); stop++) {
      reader.join(stop);
    }
    reader.placeStations();
    for (int pass = 0; pass < 2; pass++) {
      for (int stop = 0; stop < reader.stops.count(); stop++) {
        reader.place(stop);
      }
    }
    for (int stop = 0; stop < reader.stops.count(); stop++) {
      reader.check(stop);
    }
    return reader.stops;
  }

  private void add(GtfsTable table, Levels levels, String id) {
    stops.ids.put(id);
    stops.lines.add((int) table.line());
    stops.kinds.add(table.choice(table.column("location_type"), 4, 0));
    stops.wheelchair.add(table.choice(table.column("wheelchair_boarding"), 2, 0));
    stops.levels.add(levels.tenths(table, table.column("level_id")));
    stops.parents.add(-1);
    Texts.checkUrl(table, table.column("stop_url"));
    int zone = table.column("stop_timezone");
    if (table.has(zone) && !AgencyTable.isZone(table.text(zone))) {
      table.warn("invalid_time_zone", zone, table.text(zone));
    }
    stops.texts.add(
        new StopTexts(
            table.text(table.column("stop_name")),
            table.text(table.column("stop_code")),
            table.text(table.column("platform_code")),
            table.text(table.column("zone_id")),
            table.text(table.column("parent_station"))));
    addPlace(table, table.column("stop_lat"), table.column("stop_lon"));
  }

  private void addPlace(GtfsTable table, int latColumn, int lonColumn) {
    double lat = table.decimal(latColumn);
    double lon = table.decimal(lonColumn);
    boolean known = !Double.isNaN(lat) && !Double.isNaN(lon);
    boolean onEarth = Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
    boolean atOrigin = Math.abs(lat) < ORIGIN_DEGREES && Math.abs(lon) < ORIGIN_DEGREES;
    if (known && !onEarth) {
      table.warn("coordinates_out_of_range", latColumn, lat, lon);
    } else if (known && atOrigin) {
      table.warn("coordinates_at_origin", latColumn, lat, lon);
    }
    boolean usable = known && onEarth && !atOrigin;
    stops.latsE7.add(usable ? (int) Math.round(lat * GeoPoint.E7) : StopTable.UNPLACED);
    stops.lonsE7.add(usable ? (int) Math.round(lon * GeoPoint.E7) : StopTable.UNPLACED);
  }

  /// Finds the parent, and checks that it is of the right kind.
  private void join(int stop) {
    String id = stops.texts(stop).parent();
    int kind = stops.kind(stop);
    int line = stops.line(stop);
    if (id.isEmpty()) {
      if (kind >= Stops.ENTRANCE) {
        notices.warn(line, "parent_station", "missing_parent", stops.id(stop));
      }
      return;
    }
    int parent = stops.find(id);
    int wanted = kind == Stops.BOARDING_AREA ? Stops.PLATFORM : Stops.STATION;
    if (parent < 0) {
      notices.warn(line, "parent_station", "undefined_parent", stops.id(stop), id);
    } else if (kind == Stops.STATION) {
      notices.warn(line, "parent_station", "station_with_parent", stops.id(stop), id);
    } else if (stops.kind(parent) != wanted) {
      notices.warn(line, "parent_station", "wrong_parent_type", stops.id(stop), id);
    } else {
      stops.parents.set(stop, parent);
    }
  }

  /// Puts stations without coordinates amid their stops.
  private void placeStations() {
    long[] lats = new long[stops.count()];
    long[] lons = new long[stops.count()];
    int[] children = new int[stops.count()];
    for (int stop = 0; stop < stops.count(); stop++) {
      int parent = stops.parent(stop);
      if (parent >= 0 && stops.isPlaced(stop)) {
        lats[parent] += stops.latE7(stop);
        lons[parent] += stops.lonE7(stop);
        children[parent]++;
      }
    }
    for (int stop = 0; stop < stops.count(); stop++) {
      if (!stops.isPlaced(stop) && stops.kind(stop) == Stops.STATION && children[stop] > 0) {
        stops.latsE7.set(stop, (int) (lats[stop] / children[stop]));
        stops.lonsE7.set(stop, (int) (lons[stop] / children[stop]));
        notices.warn(stops.line(stop), "stop_lat", "place_of_children", stops.id(stop));
      }
    }
  }

  private void place(int stop) {
    int parent = stops.parent(stop);
    if (!stops.isPlaced(stop) && parent >= 0 && stops.isPlaced(parent)) {
      stops.latsE7.set(stop, stops.latE7(parent));
      stops.lonsE7.set(stop, stops.lonE7(parent));
      if (stops.kind(stop) < Stops.NODE) {
        notices.warn(
            stops.line(stop), "stop_lat", "place_of_parent", stops.id(stop), stops.id(parent));
      }
    }
  }

  private void check(int stop) {
    if (!stops.isPlaced(stop)) {
      notices.error(stops.line(stop), "stop_lat", "stop_without_place", stops.id(stop));
    }
    StopTexts texts = stops.texts(stop);
    if (texts.name().isEmpty()) {
      int parent = stops.parent(stop);
      String named = parent >= 0 ? stops.texts(parent).name() : "";
      if (stops.kind(stop) < Stops.NODE) {
        notices.warn(stops.line(stop), "stop_name", "missing_stop_name", stops.id(stop));
        named = named.isEmpty() ? stops.id(stop) : named;
      }
      stops.texts.set(
          stop, new StopTexts(named, texts.code(), texts.platform(), texts.zone(), texts.parent()));
    }
  }
}
