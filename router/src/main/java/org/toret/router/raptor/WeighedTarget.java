package org.toret.router.raptor;

import org.toret.router.impact.RideCosts;
import org.toret.router.label.Bags;

/// The destination of a [WeighedRun]: whether one who is somewhere, having taken so long and spent
/// so much, can still get there by a way that none found is at least as good as. What is needed
/// from there is bounded from below, each criterion for itself.
///
/// The bounds cost as much as a look at every [#NODES_PER_LABEL]th node. Most searches end sooner:
/// they are made when so many labels were looked at.
final class WeighedTarget {

  private static final LowerBounds.Table NOTHING = new LowerBounds.Table(new char[0], 0);
  private static final int NODES_PER_LABEL = 4;

  private final CostBounds.Ground ground;
  private final RangeQuery query;
  private final RideCosts costs;
  private final Bags bags;
  private final WeighedFares fares;
  private final LowerBounds times;
  private final Memory memory;
  private final int nodes;
  private int looks;
  private LowerBounds.Table downSeconds = NOTHING;
  private LowerBounds.Table boardSeconds = NOTHING;

  /// @param bags what was found stands in the place behind those of the nodes
  /// @param times may hold already, from the search in times
  WeighedTarget(
      CostBounds.Ground ground,
      RangeQuery query,
      RideCosts costs,
      Bags bags,
      WeighedFares fares,
      LowerBounds times,
      Memory memory) {
    this.ground = ground;
    this.query = query;
    this.costs = costs;
    this.bags = bags;
    this.fares = fares;
    this.times = times;
    this.memory = memory;
    nodes = ground.reversed().offsets().length - 1;
  }

  /// Counts a label.
  void look() {
    if (downSeconds == NOTHING && looks++ * NODES_PER_LABEL >= nodes) {
      bound();
    }
  }

  /// For who is to be set down at a node.
  ///
  /// @param paid state of the tickets, from which one goes on
  boolean isHopeless(int round, int node, int at, int energy, int emission, int paid) {
    if (downSeconds == NOTHING) {
      return false;
    }
    int used = memory.costs.energyDown(node);
    int emitted = memory.costs.emissionDown(node);
    return used == CostBounds.UNREACHABLE
        || isBeaten(downSeconds, 0, round, node, at, energy + used, emission + emitted, paid);
  }

  /// For who is ready to board at a node.
  boolean isHopelessToBoard(int round, int node, int at, int energy, int emission, int paid) {
    if (downSeconds == NOTHING) {
      return false;
    }
    int used = memory.costs.energyBoard(node);
    int emitted = memory.costs.emissionBoard(node);
    return used == CostBounds.UNREACHABLE
        || isBeaten(boardSeconds, 1, round, node, at, energy + used, emission + emitted, paid);
  }

  private boolean isBeaten(
      LowerBounds.Table table,
      int leastRides,
      int round,
      int node,
      int at,
      int energy,
      int emission,
      int paid) {
    char[] seconds = table.seconds();
    int soonest = seconds[(query.maxRides() - round) * nodes + node];
    if (soonest == LowerBounds.UNREACHABLE) {
      return true;
    }
    int rides = leastRides;
    while (seconds[rides * nodes + node] == LowerBounds.UNREACHABLE) {
      rides++;
    }
    int inAll = fares.leastFinished(paid);
    return !bags.wants(nodes, at + soonest, round + rides, energy, emission, inAll);
  }

  private void bound() {
    times.compute(ground.days(), query, ground.egress(), ground.reversed(), ground.blocked());
    memory.costs.compute(ground, costs);
    downSeconds = times.down();
    boardSeconds = times.board();
  }

  /// The working memory, kept and used again.
  static final class Memory {

    private final CostBounds costs = new CostBounds();
  }
}
