package org.toret.feeds.gtfs.read;

import java.util.BitSet;
import org.toret.base.columns.IntList;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.table.GtfsSource;
import org.toret.feeds.gtfs.table.GtfsTable;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.build.PathwayRow;
import org.toret.network.timetable.build.TimetableBuilder;

/// Reads `pathways.txt`: the ways inside stations.
public final class PathwayReader {

  private static final int LAST_MODE = 7;
  private static final int EXIT_GATE = 7;

  private PathwayReader() {}

  /// The pathways read, in the numbers of the feed's stops.
  public record Ways(int[] from, int[] to, boolean[] bothWays) {

    public int count() {
      return from.length;
    }
  }

  /// Adds every usable pathway to the builder, and answers them.
  public static Ways read(
      GtfsSource source,
      StopTable stops,
      int[] numbers,
      TimetableBuilder builder,
      Notices notices) {
    Ids ids = new Ids();
    IntList starts = new IntList();
    IntList ends = new IntList();
    BitSet bothWays = new BitSet();
    try (GtfsTable table = GtfsTable.open(source, "pathways.txt", notices)) {
      int id = table.column("pathway_id");
      while (table.next()) {
        if (!ids.isFree(table, id)) {
          continue;
        }
        ids.put(table.text(id));
        int from = end(table, stops, "from_stop_id");
        int to = end(table, stops, "to_stop_id");
        int mode = table.choice(table.column("pathway_mode"), LAST_MODE, 0);
        if (mode == 0) {
          table.error("pathway_without_mode", table.column("pathway_mode"), table.text(id));
        } else if (from >= 0 && to >= 0) {
          PathwayRow row = row(table, stops, new int[] {from, to}, numbers, mode);
          bothWays.set(starts.size(), row.bidirectional());
          starts.add(from);
          ends.add(to);
          builder.addPathway(row);
        }
      }
    }
    boolean[] both = new boolean[starts.size()];
    for (int i = 0; i < both.length; i++) {
      both[i] = bothWays.get(i);
    }
    return new Ways(starts.toArray(), ends.toArray(), both);
  }

  private static PathwayRow row(
      GtfsTable table, StopTable stops, int[] ends, int[] numbers, int mode) {
    int secondsColumn = table.column("traversal_time");
    int lengthColumn = table.column("length");
    int seconds = table.number(secondsColumn);
    double metres = table.decimal(lengthColumn);
    if (seconds != GtfsTable.ABSENT && seconds < 0) {
      table.warn("invalid_number", secondsColumn, table.text(secondsColumn));
    }
    if (metres < 0) {
      table.warn("invalid_number", lengthColumn, table.text(lengthColumn));
    }
    if (seconds <= 0 && !(metres > 0)) {
      metres = stops.metres(ends[0], ends[1]);
      table.info("pathway_without_length", lengthColumn, Math.round(metres));
    }
    boolean bothWays = table.choice(table.column("is_bidirectional"), 1, 0) == 1;
    if (mode == EXIT_GATE && bothWays) {
      table.warn("exit_gate_both_ways", table.column("is_bidirectional"));
      bothWays = false;
    }
    return new PathwayRow(
        numbers[ends[0]],
        numbers[ends[1]],
        Math.max(0, seconds),
        metres > 0 ? (int) Math.round(metres * 100) : 0,
        (byte) mode,
        bothWays);
  }

  private static int end(GtfsTable table, StopTable stops, String name) {
    int column = table.column(name);
    int stop = stops.find(table.text(column));
    if (stop < 0) {
      table.error("undefined_stop", column, table.text(column));
      return -1;
    }
    if (stops.kind(stop) == Stops.STATION || !stops.isPlaced(stop)) {
      table.error("pathway_at_wrong_place", column, table.text(column));
      return -1;
    }
    return stop;
  }
}
