package org.toret.network.access;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Pathways;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.Timetable;

/// Which stops somebody does not reach, or leave, while lifts are out of order.
///
/// Messages name the place, seldom the lift. So all lifts of a station named, or of the station of
/// a platform named, count as out; of an entrance or node named, those that begin or end there.
/// What is left is asked of the ways inside the station (GTFS `pathways.txt`), in the direction in
/// which they may be gone: a stop is closed when it is joined to an entrance with these lifts and
/// is not without them.
///
/// Where ways are not published, it depends. Who takes no steps finds a platform named closed, and
/// of a station named its stops of trains, ferries and cableways; those of buses and trams only
/// where it has no others, since they mostly stand at the kerb. An entrance or node alone then
/// closes nothing: others may do. For who avoids stairs nothing is closed, since an escalator may
/// lead there: the same stops are doubtful.
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
  private final Need need;
  private final boolean[] hasWays;
  private final boolean[] isApart;

  /// What somebody needs on the way to a platform.
  public enum Need {
    /// Neither stairs nor escalators.
    STEP_FREE,
    /// No stairs; an escalator will do.
    NO_STAIRS
  }

  /// What lifts out of order do to the stops of a timetable.
  ///
  /// @param entry stops that are not reached from the street
  /// @param exit stops from which the street is not reached
  /// @param doubtful stops of which nothing tells whether there is another way
  public record Closed(BitSet entry, BitSet exit, BitSet doubtful) {

    /// Stops that are closed in any direction.
    public BitSet either() {
      BitSet either = (BitSet) entry.clone();
      either.or(exit);
      return either;
    }
  }

  private LiftOutage(Timetable timetable, Need need) {
    this.timetable = timetable;
    this.need = need;
    this.stops = timetable.stops();
    this.ways = timetable.pathways();
    this.hasWays = new boolean[stops.count()];
    for (int i = 0; i < ways.count(); i++) {
      hasWays[ways.from()[i]] = true;
      hasWays[ways.to()[i]] = true;
    }
    this.isApart = apart();
  }

  /// The stops that are closed to somebody.
  ///
  /// @param named stops, stations, entrances and nodes of which something is said to be out of
  ///   order
  public static Closed closed(Timetable timetable, BitSet named, Need need) {
    return named.isEmpty()
        ? new Closed(new BitSet(), new BitSet(), new BitSet())
        : new LiftOutage(timetable, need).close(named);
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

  private Closed close(BitSet named) {
    BitSet out = new BitSet();
    BitSet asked = new BitSet();
    BitSet untold = new BitSet();
    named.stream().forEach(place -> ask(place, out, asked, untold));
    BitSet entry = lost(asked, out, ways.from(), ways.to());
    BitSet exit = lost(asked, out, ways.to(), ways.from());
    if (need == Need.NO_STAIRS) {
      return new Closed(entry, exit, untold);
    }
    entry.or(untold);
    exit.or(untold);
    return new Closed(entry, exit, new BitSet());
  }

  /// Those of some stops that are joined to an entrance with some lifts only.
  private BitSet lost(BitSet asked, BitSet out, int[] from, int[] to) {
    BitSet lost = reached(new BitSet(), from, to);
    lost.and(asked);
    lost.andNot(reached(out, from, to));
    return lost;
  }

  /// @param out gets the lifts that count as out of order
  /// @param asked gets the stops of which the ways must tell
  /// @param untold gets those of which no ways are told
  private void ask(int place, BitSet out, BitSet asked, BitSet untold) {
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
    List<Integer> silent = new ArrayList<>();
    boolean told = false;
    for (int stop = 0; stop < stops.count(); stop++) {
      boolean served =
          stops.kinds()[stop] == Stops.PLATFORM || stops.kinds()[stop] == Stops.BOARDING_AREA;
      boolean meant =
          single ? stop == place || stops.parents()[stop] == place : stops.station(stop) == station;
      if (served && meant && hasWays[stop]) {
        asked.set(stop);
        told = true;
      } else if (served && meant) {
        silent.add(stop);
      }
    }
    if (single) {
      silent.forEach(untold::set);
    } else if (whole && !told) {
      boolean all = silent.stream().noneMatch(stop -> isApart[stop]);
      silent.stream().filter(stop -> all || isApart[stop]).forEach(untold::set);
    }
  }

  /// The places that somebody gets to from an entrance, or from where, against the ways.
  ///
  /// @param out pathways that are of no use
  private BitSet reached(BitSet out, int[] from, int[] to) {
    BitSet reached = new BitSet();
    for (int stop = 0; stop < stops.count(); stop++) {
      reached.set(stop, hasWays[stop] && stops.kinds()[stop] == Stops.ENTRANCE);
    }
    boolean more = true;
    while (more) {
      more = false;
      for (int i = 0; i < ways.count(); i++) {
        if (isUsable(i) && !out.get(i) && reached.get(from[i]) && !reached.get(to[i])) {
          reached.set(to[i]);
          more = true;
        }
      }
    }
    return reached;
  }

  private boolean isUsable(int way) {
    byte mode = ways.modes()[way];
    return mode != STAIRS && (mode != ESCALATOR || need == Need.NO_STAIRS);
  }
}
