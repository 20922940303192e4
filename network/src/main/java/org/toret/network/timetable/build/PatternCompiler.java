package org.toret.network.timetable.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.toret.base.columns.IntList;
import org.toret.network.timetable.Patterns;

/// Groups trips into patterns in which no trip overtakes another.
///
/// Trips with the same key (line, nodes, boarding rules, accessibility, shape) are sorted by time
/// and dealt to chains: each trip joins the first chain whose last trip it nowhere overtakes. Each
/// chain is a pattern. O(trips × chains × calls); chains are few in real timetables.
final class PatternCompiler {

  private final TripStore trips;
  private final NodeCompiler nodes;
  private final List<Chain> chains = new ArrayList<>();

  private record Key(int[] content) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Key(int[] theirs) && Arrays.equals(content, theirs);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(content);
    }
  }

  private record Chain(Key key, IntList trips) {}

  PatternCompiler(TripStore trips, NodeCompiler nodes) {
    this.trips = trips;
    this.nodes = nodes;
  }

  /// The new order of trips: element `i` is the number under which trip `i` was added.
  int[] tripOrder() {
    IntList order = new IntList(trips.count());
    for (Chain chain : chains) {
      order.addAll(chain.trips().toArray());
    }
    return order.toArray();
  }

  Patterns compile() {
    Map<Key, IntList> groups = new LinkedHashMap<>();
    for (int trip = 0; trip < trips.count(); trip++) {
      groups.computeIfAbsent(key(trip), fresh -> new IntList()).add(trip);
    }
    groups.entrySet().stream()
        .sorted(Comparator.comparingInt(group -> group.getKey().content()[0]))
        .forEach(group -> deal(group.getKey(), group.getValue()));
    return columns();
  }

  private Key key(int trip) {
    TripRow row = trips.row(trip);
    int length = trips.length(trip);
    int[] content = new int[3 + 2 * length];
    content[0] = row.route();
    content[1] = row.wheelchair() << 2 | row.bikes();
    content[2] = row.shape();
    for (int call = 0; call < length; call++) {
      content[3 + 2 * call] = nodes.node(trip, row.route(), trips.stop(trip, call));
      content[4 + 2 * call] = trips.pickup(trip, call) << 2 | trips.dropOff(trip, call);
    }
    return new Key(content);
  }

  private void deal(Key key, IntList group) {
    Integer[] sorted = Arrays.stream(group.toArray()).boxed().toArray(Integer[]::new);
    Arrays.sort(
        sorted,
        Comparator.<Integer>comparingInt(trips::firstDeparture)
            .thenComparingInt(trips::lastArrival));
    List<Chain> own = new ArrayList<>();
    for (int trip : sorted) {
      chainFor(key, own, trip).trips().add(trip);
    }
    chains.addAll(own);
  }

  private Chain chainFor(Key key, List<Chain> own, int trip) {
    for (Chain chain : own) {
      if (!overtakes(trip, chain.trips().get(chain.trips().size() - 1))) {
        return chain;
      }
    }
    Chain fresh = new Chain(key, new IntList(4));
    own.add(fresh);
    return fresh;
  }

  private boolean overtakes(int later, int earlier) {
    for (int call = 0; call < trips.length(later); call++) {
      if (trips.arrival(later, call) < trips.arrival(earlier, call)
          || trips.departure(later, call) < trips.departure(earlier, call)) {
        return true;
      }
    }
    return false;
  }

  private Patterns columns() {
    int count = chains.size();
    int[] stopOffsets = new int[count + 1];
    int[] tripOffsets = new int[count + 1];
    int[] timeOffsets = new int[count + 1];
    for (int p = 0; p < count; p++) {
      int length = length(chains.get(p));
      int size = chains.get(p).trips().size();
      stopOffsets[p + 1] = stopOffsets[p] + length;
      tripOffsets[p + 1] = tripOffsets[p] + size;
      timeOffsets[p + 1] = Math.addExact(timeOffsets[p], Math.multiplyExact(length, size));
    }
    Patterns patterns =
        new Patterns(
            stopOffsets,
            new int[stopOffsets[count]],
            new byte[stopOffsets[count]],
            new byte[stopOffsets[count]],
            tripOffsets,
            timeOffsets,
            new int[timeOffsets[count]],
            new int[timeOffsets[count]],
            new int[count],
            new byte[count],
            new byte[count],
            new int[count]);
    for (int p = 0; p < count; p++) {
      fill(patterns, p, chains.get(p));
    }
    return patterns;
  }

  private void fill(Patterns patterns, int p, Chain chain) {
    int[] content = chain.key().content();
    int length = length(chain);
    patterns.routes()[p] = content[0];
    patterns.wheelchair()[p] = (byte) (content[1] >> 2);
    patterns.bikes()[p] = (byte) (content[1] & 3);
    patterns.shapes()[p] = content[2];
    for (int call = 0; call < length; call++) {
      int at = patterns.stopOffsets()[p] + call;
      patterns.nodes()[at] = content[3 + 2 * call];
      patterns.pickups()[at] = (byte) (content[4 + 2 * call] >> 2);
      patterns.dropOffs()[at] = (byte) (content[4 + 2 * call] & 3);
    }
    int at = patterns.timeOffsets()[p];
    for (int i = 0; i < chain.trips().size(); i++) {
      for (int call = 0; call < length; call++, at++) {
        patterns.arrivals()[at] = trips.arrival(chain.trips().get(i), call);
        patterns.departures()[at] = trips.departure(chain.trips().get(i), call);
      }
    }
  }

  private static int length(Chain chain) {
    return (chain.key().content().length - 3) / 2;
  }
}
