package org.toret.feeds.gtfs.flex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.flex.LocationFile.Area;
import org.toret.feeds.gtfs.read.StopTable;
import org.toret.feeds.gtfs.read.WindowTable.Row;
import org.toret.feeds.gtfs.table.GtfsSource;
import org.toret.feeds.gtfs.table.GtfsTable;
import org.toret.network.flex.FlexRows.PlaceRow;
import org.toret.network.timetable.Stops;

/// Finds what rows on demand name: areas, groups of stops, single stops.
final class PlaceReader {

  private final Map<String, Area> areas;
  private final Map<String, String> groupNames = new HashMap<>();
  private final Map<String, List<Integer>> groupStops = new LinkedHashMap<>();
  private final StopTable stops;

  /// @param areas of `locations.geojson`
  private PlaceReader(Map<String, Area> areas, StopTable stops) {
    this.areas = areas;
    this.stops = stops;
  }

  static PlaceReader read(GtfsSource source, StopTable stops, Notices notices) {
    PlaceReader reader = new PlaceReader(LocationFile.read(source, notices), stops);
    try (GtfsTable table = GtfsTable.open(source, "location_groups.txt", notices)) {
      int id = table.column("location_group_id");
      int name = table.column("location_group_name");
      while (table.next()) {
        if (reader.groupNames.putIfAbsent(table.text(id), table.text(name)) != null) {
          table.error("duplicate_id", id, table.text(id));
        }
      }
    }
    try (GtfsTable table = GtfsTable.open(source, "location_group_stops.txt", notices)) {
      reader.readStops(table);
    }
    return reader;
  }

  private void readStops(GtfsTable table) {
    int group = table.column("location_group_id");
    int stopColumn = table.column("stop_id");
    while (table.next()) {
      int stop = stops.find(table.text(stopColumn));
      if (!groupNames.containsKey(table.text(group))) {
        table.error("undefined_location_group", group, table.text(group));
      } else if (stop < 0) {
        table.error("undefined_stop", stopColumn, table.text(stopColumn));
      } else if (!isUsable(stop)) {
        table.error("call_at_wrong_place", stopColumn, stops.id(stop));
      } else {
        groupStops.computeIfAbsent(table.text(group), fresh -> new ArrayList<>()).add(stop);
      }
    }
  }

  /// Whether a row names something that is there.
  boolean knows(Row row) {
    return switch (row.target()) {
      case LOCATION -> areas.containsKey(row.id());
      case GROUP -> groupStops.containsKey(row.id());
      case STOP -> stops.find(row.id()) >= 0 && isUsable(stops.find(row.id()));
    };
  }

  /// The stops of what a row names, as the feed numbers them.
  List<Integer> stops(Row row) {
    return switch (row.target()) {
      case LOCATION -> List.of();
      case GROUP -> groupStops.getOrDefault(row.id(), List.of());
      case STOP -> List.of(stops.find(row.id()));
    };
  }

  /// What a row names, with the numbers of stops in the timetable.
  PlaceRow place(Row row, String feed, int[] numbers) {
    List<Integer> numbered = stops(row).stream().map(stop -> numbers[stop]).toList();
    String id = feed + ":" + row.id();
    return switch (row.target()) {
      case LOCATION -> {
        Area area = areas.getOrDefault(row.id(), new Area("", List.of()));
        yield new PlaceRow(id, area.name(), area.rings(), List.of());
      }
      case GROUP -> new PlaceRow(id, groupNames.getOrDefault(row.id(), ""), List.of(), numbered);
      case STOP -> new PlaceRow(id, stops.texts(stops.find(row.id())).name(), List.of(), numbered);
    };
  }

  private boolean isUsable(int stop) {
    int kind = stops.kind(stop);
    return stops.isPlaced(stop) && (kind == Stops.PLATFORM || kind == Stops.STATION);
  }
}
