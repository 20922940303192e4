package org.toret.network.timetable.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.network.timetable.Nodes;
import org.toret.network.timetable.TransferRules;

/// Turns transfer rules between trips and lines into plain rules between nodes.
///
/// Two trips that the same specific rules name at a stop share a node there; a stop that no
/// specific rule names has one node. Of several rules for a pair of nodes the one of highest GTFS
/// rank wins; at equal rank the first published.
final class NodeCompiler {

  private final List<TransferRow> rules;
  private final Map<Integer, IntList> specificByStop = new HashMap<>();
  private final int[][] stopsOf;
  private final Map<String, Integer> nodeByKey = new HashMap<>();
  private final IntList nodeStops = new IntList();
  private final List<TreeSet<Integer>> fromRules = new ArrayList<>();
  private final List<TreeSet<Integer>> toRules = new ArrayList<>();

  /// @param stopsOf for each stop, the stops at which trips call that a rule naming it means:
  ///   itself, and the platforms of a station
  NodeCompiler(List<TransferRow> rules, int stopCount, int[][] stopsOf) {
    this.rules = rules;
    this.stopsOf = stopsOf;
    for (int stop = 0; stop < stopCount; stop++) {
      addNode(stop, new TreeSet<>(), new TreeSet<>());
    }
    for (int rule = 0; rule < rules.size(); rule++) {
      TransferRow row = rules.get(rule);
      if (row.type() <= 3 && row.isSpecific() && row.fromStop() >= 0 && row.toStop() >= 0) {
        index(row.fromStop(), rule);
        index(row.toStop(), rule);
      }
    }
  }

  /// The node at which a trip calls at a stop.
  int node(int trip, int route, int stop) {
    IntList candidates = specificByStop.get(stop);
    if (candidates == null) {
      return stop;
    }
    TreeSet<Integer> from = new TreeSet<>();
    TreeSet<Integer> to = new TreeSet<>();
    for (int i = 0; i < candidates.size(); i++) {
      TransferRow row = rules.get(candidates.get(i));
      if (means(row.fromStop(), stop) && names(row.fromTrip(), row.fromRoute(), trip, route)) {
        from.add(candidates.get(i));
      }
      if (means(row.toStop(), stop) && names(row.toTrip(), row.toRoute(), trip, route)) {
        to.add(candidates.get(i));
      }
    }
    if (from.isEmpty() && to.isEmpty()) {
      return stop;
    }
    return nodeByKey.computeIfAbsent(stop + "|" + from + to, key -> addNode(stop, from, to));
  }

  Nodes nodes(int stopCount) {
    int[] stops = nodeStops.toArray();
    return new Nodes(stops, Csr.index(stopCount, stops));
  }

  /// The rules between nodes, best rank first decided.
  TransferRules transferRules(Nodes nodes) {
    Map<Long, int[]> decided = new LinkedHashMap<>();
    for (int rule = 0; rule < rules.size(); rule++) {
      TransferRow row = rules.get(rule);
      if (row.type() > 3 || row.fromStop() < 0 || row.toStop() < 0) {
        continue;
      }
      IntList from =
          matching(nodes, row.fromStop(), fromRules, rule, isOpen(row.fromTrip(), row.fromRoute()));
      IntList to =
          matching(nodes, row.toStop(), toRules, rule, isOpen(row.toTrip(), row.toRoute()));
      decide(decided, from, to, row);
    }
    int[] fromNodes = new int[decided.size()];
    int[] toNodes = new int[decided.size()];
    int[] seconds = new int[decided.size()];
    int at = 0;
    for (Map.Entry<Long, int[]> entry : decided.entrySet()) {
      fromNodes[at] = (int) (entry.getKey() >> 32);
      toNodes[at] = (int) (long) entry.getKey();
      seconds[at++] = entry.getValue()[1];
    }
    return new TransferRules(fromNodes, toNodes, seconds);
  }

  private static void decide(Map<Long, int[]> decided, IntList from, IntList to, TransferRow row) {
    int[] verdict = {row.rank(), verdict(row)};
    for (int i = 0; i < from.size(); i++) {
      for (int j = 0; j < to.size(); j++) {
        long pair = (long) from.get(i) << 32 | to.get(j);
        decided.merge(pair, verdict, (old, fresh) -> fresh[0] > old[0] ? fresh : old);
      }
    }
  }

  private static int verdict(TransferRow row) {
    return switch (row.type()) {
      case 2 -> row.minSeconds() >= 0 ? row.minSeconds() : TransferRules.GENERAL;
      case 3 -> TransferRules.FORBIDDEN;
      default -> TransferRules.WALK;
    };
  }

  private IntList matching(
      Nodes nodes, int named, List<TreeSet<Integer>> sets, int rule, boolean open) {
    IntList found = new IntList();
    for (int stop : stopsOf[named]) {
      for (int i = nodes.byStop().start(stop); i < nodes.byStop().end(stop); i++) {
        int node = nodes.byStop().values()[i];
        if (open || sets.get(node).contains(rule)) {
          found.add(node);
        }
      }
    }
    return found;
  }

  private static boolean isOpen(int trip, int route) {
    return trip < 0 && route < 0;
  }

  private static boolean names(int ruleTrip, int ruleRoute, int trip, int route) {
    if (ruleTrip >= 0) {
      return ruleTrip == trip;
    }
    return ruleRoute >= 0 && ruleRoute == route;
  }

  private boolean means(int named, int stop) {
    for (int meant : stopsOf[named]) {
      if (meant == stop) {
        return true;
      }
    }
    return false;
  }

  private void index(int named, int rule) {
    for (int stop : stopsOf[named]) {
      specificByStop.computeIfAbsent(stop, ignored -> new IntList()).add(rule);
    }
  }

  private int addNode(int stop, TreeSet<Integer> from, TreeSet<Integer> to) {
    nodeStops.add(stop);
    fromRules.add(from);
    toRules.add(to);
    return nodeStops.size() - 1;
  }
}
