package org.toret.router.transfer;

import java.util.Arrays;
import org.toret.base.columns.Csr;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.Transfers;

/// Leaves out the changes on foot that nobody needs: those that walk past a better stop of the same
/// line.
///
/// A walk from `n` to `t` is kept when some line can be boarded at `t` that is not better boarded
/// at the stop before or after, **and** some line sets down at `n` that is not better left at the
/// stop before or after. "Better" is never later, whatever the trip, and never more on foot:
///
/// - the *next* stop of the line is better to board at when the walk to it is not longer;
/// - the stop *before* is better when the vehicle takes less time between the two than the
///   difference of the walks takes a fast walker ([#FASTEST]);
/// - for alighting the same the other way round.
///
/// Where walks are complete (any two stops, the direct walk the shortest) no journey is lost that
/// is better in departure, arrival or number of rides. Where walks end at a length, a journey can
/// be lost that rides a single stop to get beyond it: one that nobody wants.
public final class TransferReduction {

  /// How long the fastest walker takes, of the time at the reference speed.
  static final double FASTEST = 0.6;

  private static final int NO_WALK = Integer.MAX_VALUE / 2;

  private final Patterns patterns;
  private final Transfers walks;
  private final boolean[] unusable;
  private final int nodes;
  private final Csr callsByNode;
  private final int[] patternOfCall;
  private final int[] longestRide;
  private final int[] seconds;
  private final boolean[] kept;

  /// Reduces the changes of a timetable; published rules are all kept.
  ///
  /// @param stepFree whether stops published as not accessible are of no use
  public static Transfers reduce(Timetable timetable, Transfers walks, boolean stepFree) {
    boolean[] unusable = timetable.closedNodes(stepFree);
    return new TransferReduction(timetable, walks, unusable).reduced();
  }

  private TransferReduction(Timetable timetable, Transfers walks, boolean[] unusable) {
    this.patterns = timetable.patterns();
    this.walks = walks;
    this.unusable = unusable;
    this.nodes = timetable.nodes().count();
    this.callsByNode = Csr.index(nodes, patterns.nodes());
    this.patternOfCall = new int[patterns.nodes().length];
    this.longestRide = new int[patternOfCall.length];
    this.seconds = new int[nodes];
    this.kept = new boolean[walks.count()];
    for (int pattern = 0; pattern < patterns.count(); pattern++) {
      measure(pattern);
    }
  }

  private Transfers reduced() {
    Arrays.fill(seconds, NO_WALK);
    for (int node = 0; node < nodes; node++) {
      markBoardings(node);
    }
    Csr sources = Csr.index(nodes, walks.targets());
    int[] from = new int[walks.count()];
    for (int node = 0; node < nodes; node++) {
      Arrays.fill(from, walks.offsets()[node], walks.offsets()[node + 1], node);
    }
    for (int node = 0; node < nodes; node++) {
      unmarkAlightings(node, sources, from);
    }
    return copy();
  }

  /// The longest time of any trip from its departure at a call to that at the next, and for the
  /// last but one to the arrival at the last.
  private void measure(int pattern) {
    int first = patterns.stopOffsets()[pattern];
    int length = patterns.length(pattern);
    Arrays.fill(patternOfCall, first, first + length, pattern);
    int end = patterns.timeOffsets()[pattern] + patterns.tripCount(pattern) * length;
    for (int call = 0; call + 1 < length; call++) {
      int longest = 0;
      for (int at = patterns.timeOffsets()[pattern] + call; at < end; at += length) {
        int departs = Math.max(patterns.departures()[at + 1], patterns.arrivals()[at + 1]);
        int leaves = Math.min(patterns.departures()[at], patterns.arrivals()[at]);
        longest = Math.max(longest, departs - leaves);
      }
      longestRide[first + call] = longest;
    }
  }

  private void markBoardings(int node) {
    int from = walks.ruleEnds()[node];
    int to = walks.offsets()[node + 1];
    for (int entry = from; entry < to; entry++) {
      seconds[walks.targets()[entry]] = walks.walkSeconds()[entry];
    }
    seconds[node] = 0;
    for (int entry = from; entry < to; entry++) {
      kept[entry] = isBoarded(walks.targets()[entry]);
    }
    for (int entry = from; entry < to; entry++) {
      seconds[walks.targets()[entry]] = NO_WALK;
    }
    seconds[node] = NO_WALK;
  }

  private boolean isBoarded(int node) {
    for (int i = callsByNode.start(node); i < callsByNode.end(node); i++) {
      int call = callsByNode.values()[i];
      if (canBoard(call) && !isBetterAfter(call) && !isBetterBefore(call)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBetterAfter(int call) {
    int after = call + 1;
    boolean ends = after == end(call) - 1;
    return (ends || canBoard(after))
        && seconds[patterns.nodes()[after]] <= seconds[patterns.nodes()[call]];
  }

  private boolean isBetterBefore(int call) {
    int before = call - 1;
    if (call == start(call) || !canBoard(before)) {
      return false;
    }
    int saved = seconds[patterns.nodes()[call]] - seconds[patterns.nodes()[before]];
    return saved * FASTEST - 1 > longestRide[before];
  }

  private void unmarkAlightings(int node, Csr sources, int[] from) {
    for (int i = sources.start(node); i < sources.end(node); i++) {
      int entry = sources.values()[i];
      if (!isRule(entry, from)) {
        seconds[from[entry]] = walks.walkSeconds()[entry];
      }
    }
    seconds[node] = 0;
    for (int i = sources.start(node); i < sources.end(node); i++) {
      int entry = sources.values()[i];
      kept[entry] |= isRule(entry, from);
      kept[entry] &= isRule(entry, from) || isLeft(from[entry]);
    }
    for (int i = sources.start(node); i < sources.end(node); i++) {
      seconds[from[sources.values()[i]]] = NO_WALK;
    }
    seconds[node] = NO_WALK;
  }

  private boolean isRule(int entry, int[] from) {
    return entry < walks.ruleEnds()[from[entry]];
  }

  private boolean isLeft(int node) {
    for (int i = callsByNode.start(node); i < callsByNode.end(node); i++) {
      int call = callsByNode.values()[i];
      if (canAlight(call) && !isBetterLeftBefore(call) && !isBetterLeftAfter(call)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBetterLeftBefore(int call) {
    int before = call - 1;
    boolean begins = before == start(call);
    return (begins || canAlight(before))
        && seconds[patterns.nodes()[before]] <= seconds[patterns.nodes()[call]];
  }

  private boolean isBetterLeftAfter(int call) {
    int after = call + 1;
    if (after == end(call) || !canAlight(after)) {
      return false;
    }
    int saved = seconds[patterns.nodes()[call]] - seconds[patterns.nodes()[after]];
    return saved * FASTEST - 1 > longestRide[call];
  }

  private int start(int call) {
    return patterns.stopOffsets()[patternOfCall[call]];
  }

  private int end(int call) {
    return patterns.stopOffsets()[patternOfCall[call] + 1];
  }

  private boolean canBoard(int call) {
    return call < end(call) - 1
        && patterns.pickups()[call] != 1
        && !unusable[patterns.nodes()[call]];
  }

  private boolean canAlight(int call) {
    return call > start(call)
        && patterns.dropOffs()[call] != 1
        && !unusable[patterns.nodes()[call]];
  }

  private Transfers copy() {
    int[] offsets = new int[nodes + 1];
    int[] ruleEnds = new int[nodes];
    int[] order = new int[walks.count()];
    int count = 0;
    for (int node = 0; node < nodes; node++) {
      ruleEnds[node] = count + walks.ruleEnds()[node] - walks.offsets()[node];
      for (int entry = walks.offsets()[node]; entry < walks.offsets()[node + 1]; entry++) {
        if (kept[entry]) {
          order[count++] = entry;
        }
      }
      offsets[node + 1] = count;
    }
    int[] entries = Arrays.copyOf(order, count);
    return new Transfers(
        offsets,
        ruleEnds,
        picked(walks.targets(), entries),
        picked(walks.walkSeconds(), entries),
        picked(walks.walkMetres(), entries),
        picked(walks.ruleSeconds(), entries),
        walks.changeSeconds());
  }

  private static int[] picked(int[] values, int[] entries) {
    int[] picked = new int[entries.length];
    for (int i = 0; i < entries.length; i++) {
      picked[i] = values[entries[i]];
    }
    return picked;
  }
}
