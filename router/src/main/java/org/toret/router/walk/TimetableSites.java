package org.toret.router.walk;

import java.util.Arrays;
import org.toret.base.columns.IntList;
import org.toret.base.geo.Distance;
import org.toret.network.timetable.Pathways;
import org.toret.network.timetable.Stops;

/// Makes [StopSites] of a timetable's stops and pathways. Platforms and boarding areas can be
/// walked to; stations, entrances and nodes cannot, they only lead there.
public final class TimetableSites {

  private static final int STAIRS = 2;
  private static final int ESCALATOR = 4;

  private TimetableSites() {}

  public static StopSites of(Stops stops, Pathways pathways) {
    int[] nodes = new int[stops.count()];
    Arrays.fill(nodes, -1);
    IntList order = new IntList();
    for (int i = 0; i < pathways.count(); i++) {
      number(pathways.from()[i], nodes, order);
      number(pathways.to()[i], nodes, order);
    }
    boolean[] linkable = new boolean[stops.count()];
    for (int stop = 0; stop < linkable.length; stop++) {
      linkable[stop] = isServed(stops, stop) && nodes[stop] < 0;
    }
    StationPathways ways = ways(stops, pathways, nodes, order.toArray());
    return new StopSites(stops.latsE7(), stops.lonsE7(), linkable, ways);
  }

  private static void number(int stop, int[] nodes, IntList order) {
    if (nodes[stop] < 0) {
      nodes[stop] = order.size();
      order.add(stop);
    }
  }

  private static boolean isServed(Stops stops, int stop) {
    byte kind = stops.kinds()[stop];
    return kind == Stops.PLATFORM || kind == Stops.BOARDING_AREA;
  }

  private static StationPathways ways(Stops stops, Pathways pathways, int[] nodes, int[] order) {
    int n = order.length;
    int[] nodeStops = new int[n];
    int[] lats = new int[n];
    int[] lons = new int[n];
    boolean[] open = new boolean[n];
    for (int i = 0; i < n; i++) {
      int stop = order[i];
      nodeStops[i] = isServed(stops, stop) ? stop : -1;
      lats[i] = stops.latsE7()[stop];
      lons[i] = stops.lonsE7()[stop];
      open[i] = stops.kinds()[stop] == Stops.ENTRANCE;
    }
    int count = pathways.count();
    int[] from = new int[count];
    int[] to = new int[count];
    int[] seconds = new int[count];
    int[] decimetres = new int[count];
    boolean[] stairs = new boolean[count];
    boolean[] wheelchair = new boolean[count];
    for (int i = 0; i < count; i++) {
      from[i] = nodes[pathways.from()[i]];
      to[i] = nodes[pathways.to()[i]];
      int mode = pathways.modes()[i];
      stairs[i] = mode == STAIRS;
      wheelchair[i] = mode != STAIRS && mode != ESCALATOR;
      decimetres[i] = pathways.centimetres()[i] / 10;
      seconds[i] = seconds(stops, pathways, i);
    }
    return new StationPathways(
        nodeStops, lats, lons, open, from, to, seconds, decimetres, stairs, wheelchair);
  }

  /// The published time, else the published length, else the straight line, at reference speed.
  private static int seconds(Stops stops, Pathways pathways, int i) {
    if (pathways.seconds()[i] > 0) {
      return pathways.seconds()[i];
    }
    double metres = pathways.centimetres()[i] / 100.0;
    if (metres == 0) {
      metres = Distance.metres(stops.point(pathways.from()[i]), stops.point(pathways.to()[i]));
    }
    return (int) Math.ceil(metres / WalkOptions.REFERENCE_METRES_PER_SECOND);
  }
}
