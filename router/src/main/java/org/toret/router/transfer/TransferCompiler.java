package org.toret.router.transfer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.toret.base.columns.IntList;
import org.toret.network.timetable.Nodes;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.TransferRules;
import org.toret.network.timetable.Transfers;

/// Joins walks between stops with the rules of `transfers.txt` into changes between nodes.
///
/// A rule stands in for the walk between the same two nodes; a pair with a rule and no walk keeps
/// the rule when it names a time, and is given the straight line otherwise. Only nodes at which
/// something stops take part.
public final class TransferCompiler {

  private static final double DETOUR = 1.3;
  private static final double REFERENCE_METRES_PER_SECOND = 1.33;

  private final Timetable timetable;
  private final Nodes nodes;
  private final boolean[] served;
  private final Map<Long, Integer> ruleByPair = new HashMap<>();
  private final IntList[] rulesByNode;

  public TransferCompiler(Timetable timetable) {
    this.timetable = timetable;
    this.nodes = timetable.nodes();
    served = new boolean[nodes.count()];
    for (int node : timetable.patterns().nodes()) {
      served[node] = true;
    }
    TransferRules rules = timetable.transferRules();
    rulesByNode = new IntList[nodes.count()];
    for (int rule = 0; rule < rules.count(); rule++) {
      int from = rules.from()[rule];
      int to = rules.to()[rule];
      if (served[from] && served[to] && rules.seconds()[rule] != TransferRules.GENERAL) {
        ruleByPair.put(pair(from, to), rule);
        if (rulesByNode[from] == null) {
          rulesByNode[from] = new IntList();
        }
        rulesByNode[from].add(rule);
      }
    }
  }

  /// Changes for everybody, or only those without steps.
  public Transfers compile(org.toret.router.walk.Transfers walks, boolean stepFree) {
    int count = nodes.count();
    int[] seconds = stepFree ? walks.wheelchairSeconds() : walks.seconds();
    Rows rows = new Rows(count);
    int[] change = new int[count];
    for (int node = 0; node < count; node++) {
      Integer own = ruleByPair.get(pair(node, node));
      change[node] = own == null ? TransferRules.GENERAL : timetable.transferRules().seconds()[own];
      if (served[node]) {
        addRules(rows, node, walks, seconds, stepFree);
        rows.endRules(node);
        addWalks(rows, node, walks, seconds);
      } else {
        rows.endRules(node);
      }
      rows.endRow(node);
    }
    return TransferReduction.reduce(timetable, rows.transfers(change), stepFree);
  }

  private void addRules(
      Rows rows, int node, org.toret.router.walk.Transfers walks, int[] seconds, boolean stepFree) {
    IntList rules = rulesByNode[node];
    for (int i = 0; rules != null && i < rules.size(); i++) {
      int to = timetable.transferRules().to()[rules.get(i)];
      int rule = timetable.transferRules().seconds()[rules.get(i)];
      if (to == node || rule == TransferRules.FORBIDDEN) {
        continue;
      }
      int fromStop = nodes.stops()[node];
      int toStop = nodes.stops()[to];
      int walk = fromStop == toStop ? -1 : find(walks, fromStop, toStop);
      if (fromStop == toStop) {
        rows.add(to, 0, 0, rule);
      } else if (walk >= 0 && seconds[walk] >= 0) {
        rows.add(to, seconds[walk], walks.metres()[walk], rule);
      } else if (!stepFree) {
        int metres = straightMetres(fromStop, toStop);
        rows.add(to, (int) Math.ceil(metres / REFERENCE_METRES_PER_SECOND), metres, rule);
      }
    }
  }

  private void addWalks(Rows rows, int node, org.toret.router.walk.Transfers walks, int[] seconds) {
    int stop = nodes.stops()[node];
    addAllNodes(rows, node, stop, 0, 0);
    for (int i = walks.start(stop); i < walks.end(stop); i++) {
      if (seconds[i] >= 0) {
        addAllNodes(rows, node, walks.targets()[i], seconds[i], walks.metres()[i]);
      }
    }
    rows.sortWalks(node);
  }

  private void addAllNodes(Rows rows, int node, int stop, int seconds, int metres) {
    for (int i = nodes.byStop().start(stop); i < nodes.byStop().end(stop); i++) {
      int to = nodes.byStop().values()[i];
      if (to != node && served[to] && !ruleByPair.containsKey(pair(node, to))) {
        rows.add(to, seconds, metres, TransferRules.GENERAL);
      }
    }
  }

  private int straightMetres(int a, int b) {
    return (int)
        Math.ceil(
            DETOUR
                * org.toret.base.geo.Distance.metres(
                    timetable.stops().point(a), timetable.stops().point(b)));
  }

  private static int find(org.toret.router.walk.Transfers walks, int from, int to) {
    for (int i = walks.start(from); i < walks.end(from); i++) {
      if (walks.targets()[i] == to) {
        return i;
      }
    }
    return -1;
  }

  private static long pair(int from, int to) {
    return (long) from << 32 | to;
  }

  /// The rows being filled.
  private static final class Rows {

    private final int[] offsets;
    private final int[] ruleEnds;
    private final IntList targets = new IntList();
    private final IntList walkSeconds = new IntList();
    private final IntList walkMetres = new IntList();
    private final IntList ruleSeconds = new IntList();

    Rows(int nodes) {
      offsets = new int[nodes + 1];
      ruleEnds = new int[nodes];
    }

    void add(int target, int seconds, int metres, int rule) {
      targets.add(target);
      walkSeconds.add(seconds);
      walkMetres.add(metres);
      ruleSeconds.add(rule);
    }

    void endRules(int node) {
      ruleEnds[node] = targets.size();
    }

    void endRow(int node) {
      offsets[node + 1] = targets.size();
    }

    void sortWalks(int node) {
      int from = ruleEnds[node];
      int count = targets.size() - from;
      long[] keys = new long[count];
      for (int i = 0; i < count; i++) {
        keys[i] = (long) walkSeconds.get(from + i) << 32 | i;
      }
      Arrays.sort(keys);
      permute(targets, from, keys);
      permute(walkSeconds, from, keys);
      permute(walkMetres, from, keys);
    }

    private static void permute(IntList column, int from, long[] keys) {
      int[] old = new int[keys.length];
      for (int i = 0; i < old.length; i++) {
        old[i] = column.get(from + i);
      }
      for (int i = 0; i < old.length; i++) {
        column.set(from + i, old[(int) keys[i]]);
      }
    }

    Transfers transfers(int[] change) {
      return new Transfers(
          offsets,
          ruleEnds,
          targets.toArray(),
          walkSeconds.toArray(),
          walkMetres.toArray(),
          ruleSeconds.toArray(),
          change);
    }
  }
}
