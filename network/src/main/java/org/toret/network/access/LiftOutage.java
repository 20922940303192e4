package org.toret.network.access;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Pathways;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.Timetable;

/// Which stops nobody reaches without steps while lifts are out of order.
///
/// Messages name the place, seldom the lift. So all lifts of a station named, or of the station of
/// a platform named, count as out; of an entrance or node named, those that begin or end there.
/// What is left is asked of the ways inside the station (GTFS `pathways.txt`): a stop is closed
/// when it is joined to an entrance with these lifts and is not without them.
///
/// Where ways are not published, a platform named is closed, and of a station named its stops of
/// trains, ferries and cableways; those of buses and trams only where it has no others, since they
/// mostly stand at the kerb. An entrance or node alone then closes nothing: others may do.
///
/// Costs a pass over the pathways and patterns.
public final class LiftOutage {

  private static final byte STAIRS = 2;
  private static final byte ESCALATOR = 4;
  private static final byte LIFT = 5;
  private static final Set<Mode> AT_THE_KERB =
      Set.of(Mode.BUS, Mode.TROLLEYBUS, Mode.COACH, Mode.TRAM);

  private final Timetable timetable;
  private final Stops stops;
  private final Pathways ways;
  private final boolean[] hasWays;
  private final boolean[] isApart;

  private LiftOutage(Timetable timetable) {
    this.timetable = timetable;
    this.stops = timetable.stops();
    this.ways = timetable.pathways();
    this.hasWays = new boolean[stops.count()];
    for (int i = 0; i < ways.count(); i++) {
      hasWays[ways.from()[i]] = true;
      hasWays[ways.to()[i]] = true;
    }
    this.isApart = apart();
  }

  /// The stops that are closed to who takes no steps.
  ///
  /// @param named stops, stations, entrances and nodes of which something is said to be out of
  ///   order
  public static BitSet closed(Timetable timetable, BitSet named) {
    BitSet closed = new BitSet();
    if (!named.isEmpty()) {
      new LiftOutage(timetable).close(named, closed);
    }
    return closed;
  }

  /// Whether vehicles that do not stop at the kerb serve a stop.
  private boolean[] apart() {
    boolean[] apart = new boolean[stops.count()];
    int[] offsets = timetable.patterns().stopOffsets();
    for (int pattern = 0; pattern < timetable.patterns().count(); pattern++) {
      Mode mode = timetable.routes().mode(timetable.patterns().routes()[pattern]);
      for (int at = offsets[pattern];
          !AT_THE_KERB.contains(mode) && at < offsets[pattern + 1];
          at++) {
        apart[timetable.nodes().stops()[timetable.patterns().nodes()[at]]] = true;
      }
    }
    return apart;
  }

  private void close(BitSet named, BitSet closed) {
    BitSet out = new BitSet();
    BitSet asked = new BitSet();
    named.stream().forEach(place -> ask(place, out, asked, closed));
    boolean[] before = reached(new BitSet());
    boolean[] after = reached(out);
    asked.stream().filter(stop -> before[stop] && !after[stop]).forEach(closed::set);
  }

  /// @param out gets the lifts that count as out of order
  /// @param asked gets the stops of which the ways must tell
  /// @param closed gets those that are closed whatever the ways
  private void ask(int place, BitSet out, BitSet asked, BitSet closed) {
    byte kind = stops.kinds()[place];
    boolean single = kind == Stops.PLATFORM || kind == Stops.BOARDING_AREA;
    boolean whole = kind == Stops.STATION || single;
    int station = stops.station(place);
    for (int i = 0; i < ways.count(); i++) {
      boolean here =
          whole
              ? stops.station(ways.from()[i]) == station
              : ways.from()[i] == place || ways.to()[i] == place;
      if (here && ways.modes()[i] == LIFT) {
        out.set(i);
      }
    }
    List<Integer> told = new ArrayList<>();
    List<Integer> untold = new ArrayList<>();
    for (int stop = 0; stop < stops.count(); stop++) {
      boolean served =
          stops.kinds()[stop] == Stops.PLATFORM || stops.kinds()[stop] == Stops.BOARDING_AREA;
      boolean meant =
          single ? stop == place || stops.parents()[stop] == place : stops.station(stop) == station;
      if (served && meant) {
        (hasWays[stop] ? told : untold).add(stop);
      }
    }
    told.forEach(asked::set);
    if (single) {
      untold.forEach(closed::set);
    } else if (whole && told.isEmpty()) {
      boolean all = untold.stream().noneMatch(stop -> isApart[stop]);
      untold.stream().filter(stop -> all || isApart[stop]).forEach(closed::set);
    }
  }

  /// The places joined to an entrance without steps.
  ///
  /// @param out pathways that are of no use
  private boolean[] reached(BitSet out) {
    boolean[] reached = new boolean[stops.count()];
    for (int stop = 0; stop < reached.length; stop++) {
      reached[stop] = hasWays[stop] && stops.kinds()[stop] == Stops.ENTRANCE;
    }
    boolean more = true;
    while (more) {
      more = false;
      for (int i = 0; i < ways.count(); i++) {
        byte mode = ways.modes()[i];
        boolean usable = mode != STAIRS && mode != ESCALATOR && !out.get(i);
        if (usable && reached[ways.from()[i]] != reached[ways.to()[i]]) {
          reached[ways.from()[i]] = true;
          reached[ways.to()[i]] = true;
          more = true;
        }
      }
    }
    return reached;
  }
}
