package org.toret.router.transfer;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.toret.network.overlay.LiveTimetable;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.TransferRules;
import org.toret.network.timetable.Transfers;
import org.toret.router.walk.ReachDirection;

/// Brings back the changes on foot that nobody needs by the published timetable
/// ([TransferReduction]), and somebody needs today: since a vehicle passes the better stop, calls
/// at another one, or takes longer to the next.
///
/// The reduction drops a walk because the lines on both sides are better boarded, and left, at a
/// neighbouring call. That holds today for every call whose neighbours are as published and from
/// which, and to which, no run takes longer than published. For each other call all walks are
/// judged anew by the run of today, and those are brought back that it needs; what the other side
/// needs is not asked, so that some are too many, and none is missing. Walks of stops that only a
/// message knows come in the same way. Published rules between two nodes go before.
///
/// Not thread-safe: one writer lays out what is true now. Walks are remembered from one update to
/// the next.
public final class LiveTransfers {

  private final Timetable published;
  private final Transfers all;
  private final Transfers stepFree;
  private final WalkMemory walks;
  private final Set<Long> ruled = new HashSet<>();
  private final boolean[] closed;
  private final boolean[] closedStepFree;
  private Map<Long, Walk> brought = Map.of();
  private Map<Long, Walk> broughtStepFree = Map.of();
  private Changes changes;

  /// A walk that is brought back.
  private record Walk(int seconds, int metres) {}

  /// Changes on foot as they are needed now.
  public record Changes(TransferGraph all, TransferGraph stepFree) {}

  public LiveTransfers(
      Timetable published, Transfers all, Transfers stepFree, StopReaches reaches) {
    this.published = published;
    this.all = all;
    this.stepFree = stepFree;
    this.walks = new WalkMemory(reaches);
    this.closed = published.closedNodes(false);
    this.closedStepFree = published.closedNodes(true);
    this.changes = new Changes(new TransferGraph(all), new TransferGraph(stepFree));
    TransferRules rules = published.transferRules();
    for (int rule = 0; rule < rules.count(); rule++) {
      if (rules.seconds()[rule] != TransferRules.GENERAL) {
        ruled.add(pair(rules.from()[rule], rules.to()[rule]));
      }
    }
  }

  /// The changes for what is true now; the same object as long as nothing else is brought back.
  public Changes at(LiveTimetable live) {
    Map<Long, Walk> now = collect(live, false);
    Map<Long, Walk> nowStepFree = collect(live, true);
    if (!now.equals(brought) || !nowStepFree.equals(broughtStepFree)) {
      brought = now;
      broughtStepFree = nowStepFree;
      changes =
          new Changes(
              new TransferGraph(with(all, now)), new TransferGraph(with(stepFree, nowStepFree)));
    }
    return changes;
  }

  /// The changes of some people while more stops are closed to them than when they were reduced:
  /// the timetable given tells which. What was better boarded or left at a stop that is closed now
  /// is brought back at its neighbours.
  ///
  /// @param stops those that are closed
  /// @param free the changes of who needs ways for wheelchairs
  public TransferGraph around(BitSet stops, boolean free) {
    Map<Long, Walk> found = new HashMap<>();
    boolean[] served = served(published);
    int[] offsets = published.patterns().stopOffsets();
    for (int pattern = 0; pattern < published.patterns().count(); pattern++) {
      int length = offsets[pattern + 1] - offsets[pattern];
      for (int call = 0; call < length; call++) {
        Judge judge = new Judge(published, pattern, call, free);
        if (judge.isBeside(stops)) {
          judge.boardings(found, served, Judge.ANY_RIDE, Judge.NEVER);
          judge.alightings(found, served, Judge.ANY_RIDE, Judge.NEVER);
        }
      }
    }
    return new TransferGraph(with(free ? stepFree : all, found));
  }

  /// How many walks are brought back, for everybody.
  public int broughtBack() {
    return brought.size();
  }

  private Map<Long, Walk> collect(LiveTimetable live, boolean free) {
    Map<Long, Walk> found = new HashMap<>();
    LiveCalls calls = new LiveCalls(live);
    boolean[] served = served(live.timetable());
    int count = live.timetable().patterns().count();
    for (int pattern = published.patterns().count(); pattern < count; pattern++) {
      int[] rides = calls.longestRides(pattern);
      for (int call = 0; call < rides.length; call++) {
        Judge judge = new Judge(live.timetable(), pattern, call, free);
        int alike = calls.alike(pattern, call);
        int before = call == 0 ? 0 : rides[call - 1];
        if (alike == LiveCalls.UNLIKE) {
          judge.boardings(found, served, before, Judge.NEVER);
          judge.alightings(found, served, rides[call], Judge.NEVER);
        } else {
          int trip = live.publishedTrip(live.timetable().patterns().tripOffsets()[pattern]);
          int other = live.timetable().trips().patterns()[trip];
          int[] theirs = calls.longestRides(other);
          int there = alike - live.timetable().patterns().stopOffsets()[other];
          int theirsBefore = there == 0 ? 0 : theirs[there - 1];
          if (before > theirsBefore) {
            judge.boardings(found, served, before, theirsBefore);
          }
          if (rides[call] > theirs[there]) {
            judge.alightings(found, served, rides[call], theirs[there]);
          }
        }
      }
    }
    return found;
  }

  private static boolean[] served(Timetable timetable) {
    boolean[] served = new boolean[timetable.nodes().count()];
    for (int node : timetable.patterns().nodes()) {
      served[node] = true;
    }
    return served;
  }

  /// Judges the walks to and from one call of today, as [TransferReduction] does.
  private final class Judge {

    /// The call is not published so: whatever is needed is brought back.
    static final int NEVER = Integer.MIN_VALUE;

    /// A ride that may take as long as it likes: no walk is spared by it.
    static final int ANY_RIDE = Integer.MAX_VALUE;

    private static final int NO_WALK = Integer.MAX_VALUE / 2;

    private final Timetable timetable;
    private final boolean free;
    private final int first;
    private final int at;
    private final int end;

    Judge(Timetable timetable, int pattern, int call, boolean free) {
      this.timetable = timetable;
      this.free = free;
      this.first = timetable.patterns().stopOffsets()[pattern];
      this.at = first + call;
      this.end = timetable.patterns().stopOffsets()[pattern + 1];
    }

    /// Whether the call before or after is at one of these stops.
    boolean isBeside(BitSet stops) {
      return at > first && stops.get(timetable.nodes().stops()[node(at - 1)])
          || at + 1 < end && stops.get(timetable.nodes().stops()[node(at + 1)]);
    }

    private boolean admits(int call) {
      return !(free ? closedStepFree : closed)[node(call)];
    }

    private boolean canBoard(int call) {
      return call < end - 1 && timetable.patterns().pickups()[call] != 1 && admits(call);
    }

    private boolean canAlight(int call) {
      return call > first && timetable.patterns().dropOffs()[call] != 1 && admits(call);
    }

    private int node(int call) {
      return timetable.patterns().nodes()[call];
    }

    /// Walks to the call that are needed when the ride before it takes as long as it does today,
    /// and are not when it takes as long as published.
    void boardings(Map<Long, Walk> found, boolean[] served, int ride, int published) {
      if (!canBoard(at)) {
        return;
      }
      boolean after = at + 1 < end && (at + 1 == end - 1 || canBoard(at + 1));
      boolean before = at > first && canBoard(at - 1);
      WalkMemory.Row here = row(at, ReachDirection.TOWARDS);
      for (int i = 0; i < here.stops().length; i++) {
        for (int node : timetable.nodes().byStop().row(here.stops()[i])) {
          int seconds = here.seconds()[i];
          boolean better = after && seconds(node, at + 1, ReachDirection.TOWARDS) <= seconds;
          int saved =
              before ? seconds - seconds(node, at - 1, ReachDirection.TOWARDS) : Integer.MIN_VALUE;
          if (served[node] && !better && isNews(saved, ride, published)) {
            add(found, node, node(at), here, i);
          }
        }
      }
    }

    /// The same of walks from the call, by the ride behind it.
    void alightings(Map<Long, Walk> found, boolean[] served, int ride, int published) {
      if (!canAlight(at)) {
        return;
      }
      boolean before = at > first && (at - 1 == first || canAlight(at - 1));
      boolean after = at + 1 < end && canAlight(at + 1);
      WalkMemory.Row here = row(at, ReachDirection.FROM);
      for (int i = 0; i < here.stops().length; i++) {
        for (int node : timetable.nodes().byStop().row(here.stops()[i])) {
          int seconds = here.seconds()[i];
          boolean better = before && seconds(node, at - 1, ReachDirection.FROM) <= seconds;
          int saved =
              after ? seconds - seconds(node, at + 1, ReachDirection.FROM) : Integer.MIN_VALUE;
          if (served[node] && !better && isNews(saved, ride, published)) {
            add(found, node(at), node, here, i);
          }
        }
      }
    }

    private boolean isNews(int saved, int ride, int published) {
      boolean needed = !(saved * TransferReduction.FASTEST - 1 > ride);
      boolean knownNeed =
          published != NEVER && !(saved * TransferReduction.FASTEST - 1 > published);
      return needed && !knownNeed;
    }

    private WalkMemory.Row row(int call, ReachDirection direction) {
      return walks.row(timetable.nodes().stops()[node(call)], free, direction);
    }

    /// The walk between a node and a call by the general rule.
    private int seconds(int node, int call, ReachDirection direction) {
      if (node == node(call)) {
        return 0;
      }
      boolean to = direction == ReachDirection.TOWARDS;
      if (ruled.contains(to ? pair(node, node(call)) : pair(node(call), node))) {
        return NO_WALK;
      }
      WalkMemory.Row row = row(call, direction);
      int found = row.find(timetable.nodes().stops()[node]);
      return found < 0 ? NO_WALK : row.seconds()[found];
    }

    private void add(Map<Long, Walk> found, int from, int to, WalkMemory.Row row, int i) {
      boolean known = from == to || ruled.contains(pair(from, to));
      Transfers kept = free ? stepFree : all;
      for (int entry = kept.offsets()[from]; !known && entry < kept.offsets()[from + 1]; entry++) {
        known = kept.targets()[entry] == to;
      }
      if (!known) {
        found.put(pair(from, to), new Walk(row.seconds()[i], row.metres()[i]));
      }
    }
  }

  private static long pair(int from, int to) {
    return (long) from << 32 | to;
  }

  /// The same changes with more walks by the general rule.
  private static Transfers with(Transfers kept, Map<Long, Walk> more) {
    if (more.isEmpty()) {
      return kept;
    }
    int nodes = kept.offsets().length - 1;
    int count = kept.count() + more.size();
    Transfers joined =
        new Transfers(
            new int[nodes + 1],
            new int[nodes],
            new int[count],
            new int[count],
            new int[count],
            new int[count],
            kept.changeSeconds());
    TreeMap<Long, Walk> sorted = new TreeMap<>(more);
    int at = 0;
    for (int node = 0; node < nodes; node++) {
      at = copy(kept, kept.offsets()[node], kept.ruleEnds()[node], joined, at);
      joined.ruleEnds()[node] = at;
      int old = kept.ruleEnds()[node];
      var fresh =
          sorted.subMap(pair(node, 0), pair(node + 1, 0)).entrySet().stream()
              .sorted(java.util.Comparator.comparingInt(entry -> entry.getValue().seconds()))
              .toList();
      for (Map.Entry<Long, Walk> entry : fresh) {
        int end = old;
        while (end < kept.offsets()[node + 1]
            && kept.walkSeconds()[end] <= entry.getValue().seconds()) {
          end++;
        }
        at = copy(kept, old, end, joined, at);
        old = end;
        joined.targets()[at] = (int) (long) entry.getKey();
        joined.walkSeconds()[at] = entry.getValue().seconds();
        joined.walkMetres()[at] = entry.getValue().metres();
        joined.ruleSeconds()[at] = TransferRules.GENERAL;
        at++;
      }
      at = copy(kept, old, kept.offsets()[node + 1], joined, at);
      joined.offsets()[node + 1] = at;
    }
    return joined;
  }

  private static int copy(Transfers from, int start, int end, Transfers to, int at) {
    int count = end - start;
    System.arraycopy(from.targets(), start, to.targets(), at, count);
    System.arraycopy(from.walkSeconds(), start, to.walkSeconds(), at, count);
    System.arraycopy(from.walkMetres(), start, to.walkMetres(), at, count);
    System.arraycopy(from.ruleSeconds(), start, to.ruleSeconds(), at, count);
    return at + count;
  }
}
