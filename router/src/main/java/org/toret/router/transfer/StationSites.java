package org.toret.router.transfer;

import java.util.Arrays;
import org.toret.network.timetable.Pathways;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.Timetable;
import org.toret.router.path.StationPathways;
import org.toret.router.path.StopSites;

/// Places the stops of a timetable for the street search, with the ways inside stations.
///
/// A stop that pathways reach is entered through them; every other platform lies at the street.
/// Entrances open to the street, stations themselves are not walked to.
public final class StationSites {

  private static final int STAIRS = 2;
  private static final int ESCALATOR = 4;

  /// Walking speed for pathways of which only the length is told, metres per second.
  private static final double METRES_PER_SECOND = 1.0;

  /// Seconds for a pathway of which nothing is told, by `pathway_mode`: a lift is waited for.
  private static final int[] DEFAULT_SECONDS = {30, 30, 40, 30, 30, 60, 10, 10};

  private StationSites() {}

  /// The sites of all stops, by stop index; node `i` of the pathways is stop `i`.
  public static StopSites of(Timetable timetable) {
    Stops stops = timetable.stops();
    Pathways ways = timetable.pathways();
    boolean[] inside = new boolean[stops.count()];
    for (int i = 0; i < ways.count(); i++) {
      inside[ways.from()[i]] = true;
      inside[ways.to()[i]] = true;
    }
    boolean[] linkable = new boolean[stops.count()];
    for (int stop = 0; stop < linkable.length; stop++) {
      byte kind = stops.kinds()[stop];
      boolean boards = kind == Stops.PLATFORM || kind == Stops.BOARDING_AREA;
      linkable[stop] = boards && !inside[stop];
    }
    StationPathways pathways =
        ways.count() == 0 ? StationPathways.NONE : pathways(stops, ways, inside);
    return new StopSites(stops.latsE7(), stops.lonsE7(), linkable, pathways);
  }

  private static StationPathways pathways(Stops stops, Pathways ways, boolean[] inside) {
    int[] nodeStops = new int[stops.count()];
    Arrays.fill(nodeStops, -1);
    boolean[] opens = new boolean[nodeStops.length];
    for (int stop = 0; stop < nodeStops.length; stop++) {
      byte kind = stops.kinds()[stop];
      if (inside[stop] && (kind == Stops.PLATFORM || kind == Stops.BOARDING_AREA)) {
        nodeStops[stop] = stop;
      }
      opens[stop] = inside[stop] && kind == Stops.ENTRANCE;
    }
    int[] seconds = new int[ways.count()];
    int[] decimetres = new int[seconds.length];
    boolean[] stairs = new boolean[seconds.length];
    boolean[] wheelchair = new boolean[seconds.length];
    for (int i = 0; i < seconds.length; i++) {
      decimetres[i] = ways.centimetres()[i] / 10;
      seconds[i] = seconds(ways, i);
      stairs[i] = ways.modes()[i] == STAIRS;
      wheelchair[i] = ways.modes()[i] != STAIRS && ways.modes()[i] != ESCALATOR;
    }
    return new StationPathways(
        nodeStops,
        stops.latsE7(),
        stops.lonsE7(),
        opens,
        ways.from(),
        ways.to(),
        seconds,
        decimetres,
        stairs,
        wheelchair);
  }

  private static int seconds(Pathways ways, int i) {
    if (ways.seconds()[i] > 0) {
      return ways.seconds()[i];
    }
    if (ways.centimetres()[i] > 0) {
      return (int) Math.ceil(ways.centimetres()[i] / 100.0 / METRES_PER_SECOND);
    }
    return DEFAULT_SECONDS[Math.clamp(ways.modes()[i], 0, DEFAULT_SECONDS.length - 1)];
  }
}
