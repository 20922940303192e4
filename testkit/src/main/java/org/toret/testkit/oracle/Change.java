package org.toret.testkit.oracle;

import java.util.ArrayList;
import java.util.List;
import org.toret.network.timetable.TransferRules;
import org.toret.network.timetable.Transfers;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.TimetableView;

/// One possible change between vehicles.
///
/// @param node node at which one boards
/// @param seconds least time between arrival and departure
record Change(int node, int seconds) {

  /// The changes possible from each node, staying at the node included.
  static List<List<Change>> all(TimetableView view, RangeQuery query) {
    Transfers transfers = query.stepFree() ? view.stepFreeTransfers() : view.transfers();
    List<List<Change>> changes = new ArrayList<>();
    for (int node = 0; node < transfers.changeSeconds().length; node++) {
      changes.add(from(transfers, node, query));
    }
    return changes;
  }

  private static List<Change> from(Transfers transfers, int node, RangeQuery query) {
    List<Change> changes = new ArrayList<>();
    int here = transfers.changeSeconds()[node];
    if (here != TransferRules.FORBIDDEN) {
      changes.add(new Change(node, seconds(here, 0, query)));
    }
    for (int i = transfers.offsets()[node]; i < transfers.offsets()[node + 1]; i++) {
      boolean ruled = i < transfers.ruleEnds()[node];
      int rule = ruled ? transfers.ruleSeconds()[i] : TransferRules.GENERAL;
      boolean tooLong = transfers.walkMetres()[i] > query.maxChangeMetres();
      if (rule != TransferRules.FORBIDDEN && !tooLong) {
        int walk = transfers.walkSeconds()[i];
        changes.add(new Change(transfers.targets()[i], seconds(rule, walk, query)));
      }
    }
    return changes;
  }

  private static int seconds(int rule, int walkSeconds, RangeQuery query) {
    int walk = (int) Math.ceil(walkSeconds * query.walkFactor());
    return switch (rule) {
      case TransferRules.GENERAL -> query.slackSeconds() + walk;
      case TransferRules.WALK -> walk;
      default -> Math.max(rule, (int) Math.ceil(rule * query.walkFactor()));
    };
  }
}
