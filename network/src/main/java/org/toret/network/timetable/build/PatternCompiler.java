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
/// Trips with the same key (line, nodes and numbers of the calls, boarding rules, accessibility,
/// shape) are dealt to chains, see [TripChains]. Each chain is a pattern.
final class PatternCompiler {

  /// Elements of a key before its calls, and for each call.
  private static final int HEAD = 3;

  private static final int EACH = 3;

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
    int[] content = new int[HEAD + EACH * length];
    content[0] = row.route();
    content[1] = row.wheelchair() << 2 | row.bikes();
    content[2] = row.shape();
    for (int call = 0; call < length; call++) {
      int at = HEAD + EACH * call;
      content[at] = nodes.node(trip, row.route(), trips.stop(trip, call));
      content[at + 1] = trips.pickup(trip, call) << 2 | trips.dropOff(trip, call);
      content[at + 2] = trips.sequence(trip, call);
    }
    return new Key(content);
  }

  private void deal(Key key, IntList group) {
    for (int[] chain : TripChains.deal(new GroupTimes(trips, group))) {
      IntList dealt = new IntList(chain.length);
      for (int trip : chain) {
        dealt.add(group.get(trip));
      }
      chains.add(new Chain(key, dealt));
    }
  }

  private record GroupTimes(TripStore store, IntList group) implements TripChains.Times {

    @Override
    public int trips() {
      return group.size();
    }

    @Override
    public int calls() {
      return store.length(group.get(0));
    }

    @Override
    public int arrival(int trip, int call) {
      return store.arrival(group.get(trip), call);
    }

    @Override
    public int departure(int trip, int call) {
      return store.departure(group.get(trip), call);
    }
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
            new int[stopOffsets[count]],
            new byte[stopOffsets[count]],
            new byte[stopOffsets[count]],
            tripOffsets,
            timeOffsets,
            new int[timeOffsets[count]],
            new int[timeOffsets[count]],
            new int[0],
            new int[0],
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
      int of = HEAD + EACH * call;
      patterns.nodes()[at] = content[of];
      patterns.pickups()[at] = (byte) (content[of + 1] >> 2);
      patterns.dropOffs()[at] = (byte) (content[of + 1] & 3);
      patterns.sequences()[at] = content[of + 2];
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
    return (chain.key().content().length - HEAD) / EACH;
  }
}
