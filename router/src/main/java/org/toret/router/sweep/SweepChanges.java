package org.toret.router.sweep;

import org.toret.base.columns.IntList;
import org.toret.network.timetable.Transfers;
import org.toret.router.raptor.RangeQuery;

/// How long the changes take that one traveller may make: 8 bytes each.
///
/// @param offsets changes from node `n` are `offsets[n] … offsets[n + 1] - 1`
/// @param sortedFrom from here on the changes of a node are sorted by duration
/// @param targets node reached
/// @param seconds from setting down until one is ready to board
record SweepChanges(int[] offsets, int[] sortedFrom, int[] targets, int[] seconds) {

  /// @param blocked nodes that may not be used
  static SweepChanges of(Transfers transfers, RangeQuery query, boolean[] blocked) {
    int nodes = blocked.length;
    int[] offsets = new int[nodes + 1];
    int[] sortedFrom = new int[nodes];
    IntList targets = new IntList();
    IntList seconds = new IntList();
    for (int node = 0; node < nodes; node++) {
      int change = query.changeSeconds(transfers.changeSeconds()[node], 0);
      if (change != RangeQuery.NEVER && !blocked[node]) {
        targets.add(node);
        seconds.add(change);
      }
      int entry = transfers.offsets()[node];
      for (; entry < transfers.offsets()[node + 1]; entry++) {
        if (entry == transfers.ruleEnds()[node]) {
          sortedFrom[node] = targets.size();
        }
        int walk = transfers.walkSeconds()[entry];
        int duration =
            entry < transfers.ruleEnds()[node]
                ? query.changeSeconds(transfers.ruleSeconds()[entry], walk)
                : query.slackSeconds() + query.walkSeconds(walk);
        if (duration != RangeQuery.NEVER
            && transfers.walkMetres()[entry] <= query.maxChangeMetres()
            && !blocked[transfers.targets()[entry]]) {
          targets.add(transfers.targets()[entry]);
          seconds.add(duration);
        }
      }
      if (transfers.offsets()[node + 1] == transfers.ruleEnds()[node]) {
        sortedFrom[node] = targets.size();
      }
      offsets[node + 1] = targets.size();
    }
    return new SweepChanges(offsets, sortedFrom, targets.toArray(), seconds.toArray());
  }
}
