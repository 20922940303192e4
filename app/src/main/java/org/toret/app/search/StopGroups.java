package org.toret.app.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.toret.app.stops.StopUse;
import org.toret.base.columns.Csr;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.Timetable;

/// The stops and stations that people look for. Stops of one name within some hundred metres are
/// one place to a traveller, even where the feed has no station for them.
final class StopGroups {

  private static final int GROUP_METRES = 200;

  private final Stops stops;
  private final StopUse use;
  private final Municipalities municipalities;
  private final double mostCalls;
  private final Csr children;

  StopGroups(Timetable timetable, StopUse use, Municipalities municipalities) {
    this.stops = timetable.stops();
    this.use = use;
    this.municipalities = municipalities;
    int[] inStations =
        IntStream.range(0, stops.count()).filter(stop -> stops.parents()[stop] >= 0).toArray();
    int[] parents = Arrays.stream(inStations).map(stop -> stops.parents()[stop]).toArray();
    this.children = Csr.group(stops.count(), parents, inStations);
    this.mostCalls = Math.max(1, Arrays.stream(use.calls()).max().orElse(1));
  }

  void addTo(List<FoundPlace> places) {
    SpotGroups groups = new SpotGroups(GROUP_METRES);
    for (int stop = 0; stop < stops.count(); stop++) {
      if (stops.parents()[stop] < 0 && use.calls()[stop] > 0) {
        String name = String.join(" ", NameTokens.of(stops.names().get(stop)));
        String kind = stops.kinds()[stop] == Stops.STATION ? "station " : "stop ";
        groups.add(kind + name, stop, stops.latsE7()[stop], stops.lonsE7()[stop]);
      }
    }
    for (int[] group : groups.groups()) {
      Arrays.sort(group);
      places.add(place(group));
    }
  }

  private FoundPlace place(int[] group) {
    int main = group[0];
    int modes = 0;
    long calls = 0;
    Set<String> others = new LinkedHashSet<>();
    for (int stop : group) {
      main = use.calls()[stop] > use.calls()[main] ? stop : main;
      modes |= use.modes()[stop];
      calls += use.calls()[stop];
      addOthers(stop, others);
    }
    String name = stops.names().get(main);
    others.remove(name);
    boolean station =
        stops.kinds()[main] == Stops.STATION || has(modes, Mode.RAIL) || has(modes, Mode.METRO);
    return new FoundPlace(
        station ? PlaceKind.STATION : PlaceKind.STOP,
        stops.ids().get(main),
        name,
        municipalities.of(stops.point(main)),
        stops.point(main).lat(),
        stops.point(main).lon(),
        modes(modes),
        Math.min(1, Math.log1p(calls) / Math.log1p(mostCalls)),
        List.copyOf(others));
  }

  private void addOthers(int stop, Set<String> others) {
    if (!stops.codes().get(stop).isEmpty()) {
      others.add(stops.codes().get(stop));
    }
    if (stops.kinds()[stop] == Stops.STATION) {
      for (int child : children.row(stop)) {
        if (use.calls()[child] > 0) {
          others.add(stops.names().get(child));
        }
      }
    }
  }

  private static boolean has(int modes, Mode mode) {
    return (modes & 1 << mode.ordinal()) != 0;
  }

  /// Rails first, since they are what one looks for at a place that has them.
  private static List<String> modes(int modes) {
    List<String> ids = new ArrayList<>();
    for (Mode mode : List.of(Mode.METRO, Mode.RAIL, Mode.TRAM)) {
      if (has(modes, mode)) {
        ids.add(mode.id());
      }
    }
    for (Mode mode : Mode.values()) {
      if (has(modes, mode) && !ids.contains(mode.id())) {
        ids.add(mode.id());
      }
    }
    return ids;
  }
}
