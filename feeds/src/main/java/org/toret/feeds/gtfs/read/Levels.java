package org.toret.feeds.gtfs.read;

import org.toret.base.columns.IntList;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.table.GtfsSource;
import org.toret.feeds.gtfs.table.GtfsTable;
import org.toret.network.timetable.Stops;

/// `levels.txt`: the storeys of stations, as ten times their index above ground.
final class Levels {

  private final Ids ids = new Ids();
  private final IntList tenths = new IntList();

  static Levels read(GtfsSource source, Notices notices) {
    Levels result = new Levels();
    try (GtfsTable table = GtfsTable.open(source, "levels.txt", notices)) {
      int id = table.column("level_id");
      int index = table.column("level_index");
      while (table.next()) {
        if (result.ids.isFree(table, id)) {
          double value = table.decimal(index);
          result.ids.put(table.text(id));
          result.tenths.add(Double.isNaN(value) ? Stops.NO_LEVEL : (int) Math.round(value * 10));
        }
      }
    }
    return result;
  }

  /// Ten times the index of the row's level, or [Stops#NO_LEVEL].
  int tenths(GtfsTable table, int column) {
    if (!table.has(column)) {
      return Stops.NO_LEVEL;
    }
    int level = ids.find(table.text(column));
    if (level < 0) {
      table.warn("undefined_level", column, table.text(column));
      return Stops.NO_LEVEL;
    }
    return tenths.get(level);
  }
}
