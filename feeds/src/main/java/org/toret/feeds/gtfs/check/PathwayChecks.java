package org.toret.feeds.gtfs.check;

import java.util.ArrayDeque;
import java.util.BitSet;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.read.PathwayReader.Ways;
import org.toret.feeds.gtfs.read.StopTable;
import org.toret.feeds.gtfs.table.FileNotices;
import org.toret.network.timetable.Stops;

/// Looks whether the pathways of a station lead from the street to its platforms and back.
///
/// Only platforms, boarding areas and entrances of stations with pathways are looked at.
public final class PathwayChecks {

  private final StopTable stops;
  private final Ways ways;
  private final FileNotices notices;

  private PathwayChecks(StopTable stops, Ways ways, FileNotices notices) {
    this.stops = stops;
    this.ways = ways;
    this.notices = notices;
  }

  /// Tells what is odd about the pathways.
  public static void run(StopTable stops, Ways ways, String feed, Notices notices) {
    if (ways.count() > 0) {
      new PathwayChecks(stops, ways, new FileNotices(feed, "stops.txt", notices)).run();
    }
  }

  private void run() {
    BitSet in = reached(true);
    BitSet out = reached(false);
    BitSet stations = new BitSet();
    int[] degrees = new int[stops.count()];
    for (int i = 0; i < ways.count(); i++) {
      stations.set(station(ways.from()[i]));
      degrees[ways.from()[i]]++;
      degrees[ways.to()[i]]++;
    }
    BitSet divided = new BitSet();
    for (int stop = 0; stop < stops.count(); stop++) {
      if (stops.kind(stop) == Stops.BOARDING_AREA && stops.parent(stop) >= 0) {
        divided.set(stops.parent(stop));
      }
    }
    for (int stop = 0; stop < stops.count(); stop++) {
      boolean boards =
          stops.kind(stop) == Stops.PLATFORM || stops.kind(stop) == Stops.BOARDING_AREA;
      if (boards && !divided.get(stop) && stations.get(station(stop))) {
        tell(stop, in, "platform_without_way_in");
        tell(stop, out, "platform_without_way_out");
      } else if (stops.kind(stop) == Stops.NODE && degrees[stop] == 1) {
        notices.info(stops.line(stop), "stop_id", "dead_end", stops.id(stop));
      }
    }
  }

  private void tell(int stop, BitSet reached, String code) {
    if (!reached.get(stop)) {
      notices.warn(stops.line(stop), "stop_id", code, stops.id(stop));
    }
  }

  /// What can be reached from the entrances, or from where they can be reached.
  private BitSet reached(boolean inwards) {
    IntList from = new IntList();
    IntList to = new IntList();
    for (int i = 0; i < ways.count(); i++) {
      if (inwards || ways.bothWays()[i]) {
        from.add(ways.from()[i]);
        to.add(ways.to()[i]);
      }
      if (!inwards || ways.bothWays()[i]) {
        from.add(ways.to()[i]);
        to.add(ways.from()[i]);
      }
    }
    Csr next = Csr.group(stops.count(), from.toArray(), to.toArray());
    BitSet reached = new BitSet();
    ArrayDeque<Integer> open = new ArrayDeque<>();
    for (int stop = 0; stop < stops.count(); stop++) {
      if (stops.kind(stop) == Stops.ENTRANCE) {
        reached.set(stop);
        open.add(stop);
      }
    }
    while (!open.isEmpty()) {
      int stop = open.remove();
      for (int i = next.start(stop); i < next.end(stop); i++) {
        if (!reached.get(next.values()[i])) {
          reached.set(next.values()[i]);
          open.add(next.values()[i]);
        }
      }
    }
    return reached;
  }

  private int station(int stop) {
    int at = stop;
    while (stops.parent(at) >= 0) {
      at = stops.parent(at);
    }
    return at;
  }
}
