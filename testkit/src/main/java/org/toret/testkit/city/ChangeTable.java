package org.toret.testkit.city;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.IntList;
import org.toret.network.timetable.Nodes;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.TransferRules;
import org.toret.network.timetable.Transfers;

/// Joins the walks of a test city with the transfer rules of its timetable.
///
/// Between two nodes of one stop one walks 0 s. A rule with a least time holds without any walk
/// too; a rule that says "as long as the walk takes" needs a walk.
public final class ChangeTable {

  private static final double METRES_PER_SECOND = 1.33;

  private record Entry(int target, @Nullable Integer walkSeconds, int ruleSeconds) {

    boolean ruled() {
      return ruleSeconds != TransferRules.GENERAL;
    }

    int walk() {
      return walkSeconds == null ? 0 : walkSeconds;
    }
  }

  private final Nodes nodes;
  private final Map<Long, Integer> walks = new HashMap<>();
  private final Map<Long, Integer> rules = new HashMap<>();

  private ChangeTable(Timetable timetable, List<Walk> walks, boolean stepFree) {
    this.nodes = timetable.nodes();
    for (Walk walk : walks) {
      if (!stepFree || !walk.steps()) {
        this.walks.merge(pair(walk.fromStop(), walk.toStop()), walk.seconds(), Math::min);
      }
    }
    TransferRules published = timetable.transferRules();
    for (int i = 0; i < published.count(); i++) {
      rules.put(pair(published.from()[i], published.to()[i]), published.seconds()[i]);
    }
  }

  /// All changes of a city, or those without steps.
  public static Transfers of(Timetable timetable, List<Walk> walks, boolean stepFree) {
    return new ChangeTable(timetable, walks, stepFree).transfers();
  }

  private Transfers transfers() {
    int count = nodes.count();
    int[] offsets = new int[count + 1];
    int[] ruleEnds = new int[count];
    int[] change = new int[count];
    IntList targets = new IntList();
    IntList walkSeconds = new IntList();
    IntList ruleSeconds = new IntList();
    for (int node = 0; node < count; node++) {
      List<Entry> entries = entries(node);
      ruleEnds[node] = offsets[node] + (int) entries.stream().filter(Entry::ruled).count();
      offsets[node + 1] = offsets[node] + entries.size();
      change[node] = rules.getOrDefault(pair(node, node), TransferRules.GENERAL);
      for (Entry entry : entries) {
        targets.add(entry.target());
        walkSeconds.add(entry.walk());
        ruleSeconds.add(entry.ruleSeconds());
      }
    }
    int[] seconds = walkSeconds.toArray();
    int[] metres =
        Arrays.stream(seconds).map(s -> (int) Math.round(s * METRES_PER_SECOND)).toArray();
    return new Transfers(
        offsets, ruleEnds, targets.toArray(), seconds, metres, ruleSeconds.toArray(), change);
  }

  private List<Entry> entries(int from) {
    List<Entry> entries = new ArrayList<>();
    for (int to = 0; to < nodes.count(); to++) {
      boolean sameStop = nodes.stops()[from] == nodes.stops()[to];
      Integer walk = sameStop ? Integer.valueOf(0) : walks.get(stops(from, to));
      int rule = rules.getOrDefault(pair(from, to), TransferRules.GENERAL);
      boolean possible = rule >= 0 || walk != null && rule != TransferRules.FORBIDDEN;
      if (to != from && possible) {
        entries.add(new Entry(to, walk, rule));
      }
    }
    entries.sort(
        Comparator.comparing((Entry entry) -> !entry.ruled()).thenComparingInt(Entry::walk));
    return entries;
  }

  private long stops(int fromNode, int toNode) {
    return pair(nodes.stops()[fromNode], nodes.stops()[toNode]);
  }

  private static long pair(int from, int to) {
    return (long) from << 32 | to;
  }
}
