package org.toret.router.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.toret.network.timetable.Nodes;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Transfers;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeQuery.Foothold;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.Ride;
import org.toret.router.raptor.TimetableView;

/// Keeps the trips of a journey and chooses anew where to board, change and alight.
///
/// The search minds only times; of all the ways to use the same trips without arriving later,
/// people want the one with little walking, safe changes and no needless early start. Dynamic
/// programming over the calls of each trip minimises
///
/// `duration + walking + tightness of changes - a little for changing inside a station`
///
/// in seconds, so that walking counts twice in all. A start earlier than the question allows is not
/// considered. Cost: calls × transfers per change, some microseconds a journey.
public final class CallChooser {

  private static final int NEVER = RangeQuery.NEVER;
  private static final int SAFE_SECONDS = 120;
  private static final int STATION_BONUS_SECONDS = 10;

  private final TimetableView view;
  private final RangeQuery query;
  private final Transfers transfers;
  private final Patterns patterns;
  private final Nodes nodes;
  private final int[] access;
  private final int[] egress;

  public CallChooser(TimetableView view, RangeQuery query) {
    this.view = view;
    this.query = query;
    this.transfers = query.stepFree() ? view.stepFreeTransfers() : view.transfers();
    this.patterns = view.timetable().patterns();
    this.nodes = view.timetable().nodes();
    this.access = byStop(query.access());
    this.egress = byStop(query.egress());
  }

  /// The journey with its calls chosen anew; it never arrives later than before.
  public RaptorJourney choose(RaptorJourney journey) {
    List<Ride> rides = journey.rides();
    int[][] cost = new int[rides.size()][];
    int[][] boardFrom = new int[rides.size()][];
    int[][] alightFrom = new int[rides.size()][];
    for (int i = 0; i < rides.size(); i++) {
      int length = length(rides.get(i));
      cost[i] = new int[length];
      boardFrom[i] = new int[length];
      alightFrom[i] = new int[length];
      Arrays.fill(cost[i], NEVER);
    }
    start(journey, cost[0]);
    for (int i = 1; i < rides.size(); i++) {
      if (rides.get(i).seated()) {
        stay(rides.get(i - 1), cost[i - 1], cost[i], boardFrom[i], alightFrom[i]);
      } else {
        change(rides.get(i - 1), rides.get(i), cost[i - 1], cost[i], boardFrom[i], alightFrom[i]);
      }
    }
    int[] end = finish(journey, cost[rides.size() - 1]);
    return end[0] < 0 ? journey : rebuilt(journey, end, boardFrom, alightFrom);
  }

  private void start(RaptorJourney journey, int[] cost) {
    Ride ride = journey.rides().getFirst();
    int earliest = query.arriveBy() ? journey.departureSeconds() : query.atSeconds();
    for (int call = 0; call < cost.length - 1; call++) {
      int walk = access[stop(ride, call)];
      if (walk >= 0 && boards(ride, call) && departure(ride, call) - walk >= earliest) {
        int duration = journey.arrivalSeconds() - (departure(ride, call) - walk);
        if (duration <= query.maxSeconds()) {
          cost[call] = duration + walk;
        }
      }
    }
  }

  private void stay(Ride before, int[] costBefore, int[] cost, int[] boardFrom, int[] alightFrom) {
    int best = 0;
    for (int call = 1; call < costBefore.length - 1; call++) {
      best = costBefore[call] < costBefore[best] ? call : best;
    }
    cost[0] = costBefore[best];
    boardFrom[0] = best;
    alightFrom[0] = length(before) - 1;
  }

  private void change(
      Ride before, Ride ride, int[] costBefore, int[] cost, int[] boardFrom, int[] alightFrom) {
    int[] callsByNode = new int[nodes.count()];
    int[] nextCall = new int[cost.length];
    Arrays.fill(callsByNode, -1);
    for (int call = cost.length - 2; call >= 0; call--) {
      if (boards(ride, call)) {
        nextCall[call] = callsByNode[node(ride, call)];
        callsByNode[node(ride, call)] = call;
      }
    }
    int bestBoard = -1;
    for (int alight = 1; alight < costBefore.length; alight++) {
      int earlier = alight - 1;
      if (costBefore[earlier] < NEVER
          && (bestBoard < 0 || costBefore[earlier] < costBefore[bestBoard])) {
        bestBoard = earlier;
      }
      if (bestBoard < 0 || !alights(before, alight)) {
        continue;
      }
      Change change = new Change(before, ride, bestBoard, alight, costBefore[bestBoard]);
      int from = node(before, alight);
      int own = query.changeSeconds(transfers.changeSeconds()[from], 0);
      offer(change, callsByNode[from], nextCall, own, 0, cost, boardFrom, alightFrom);
      for (int i = transfers.offsets()[from]; i < transfers.offsets()[from + 1]; i++) {
        int call = callsByNode[transfers.targets()[i]];
        if (call >= 0 && transfers.walkMetres()[i] <= query.maxChangeMetres()) {
          int walk = query.walkSeconds(transfers.walkSeconds()[i]);
          int least = query.changeSeconds(transfers.ruleSeconds()[i], transfers.walkSeconds()[i]);
          offer(change, call, nextCall, least, walk, cost, boardFrom, alightFrom);
        }
      }
    }
  }

  private record Change(Ride before, Ride ride, int board, int alight, int cost) {}

  private void offer(
      Change change,
      int firstCall,
      int[] nextCall,
      int leastSeconds,
      int walkSeconds,
      int[] cost,
      int[] boardFrom,
      int[] alightFrom) {
    for (int call = firstCall; call >= 0; call = nextCall[call]) {
      int available = departure(change.ride(), call) - arrival(change.before(), change.alight());
      int margin = available - leastSeconds;
      if (leastSeconds >= NEVER || margin < 0) {
        continue;
      }
      int tightness = Math.max(0, SAFE_SECONDS - margin);
      int bonus = isInStation(change.ride(), call) ? STATION_BONUS_SECONDS : 0;
      int total = change.cost() + walkSeconds + tightness - bonus;
      if (total < cost[call]) {
        cost[call] = total;
        boardFrom[call] = change.board();
        alightFrom[call] = change.alight();
      }
    }
  }

  /// Boarding call, alighting call and arrival at the destination of the best end; -1 without any.
  private int[] finish(RaptorJourney journey, int[] cost) {
    Ride ride = journey.rides().getLast();
    int[] best = {-1, -1, 0};
    int bestCost = NEVER;
    int board = 0;
    for (int alight = 1; alight < cost.length; alight++) {
      board = cost[alight - 1] < cost[board] ? alight - 1 : board;
      int walk = egress[stop(ride, alight)];
      if (cost[board] >= NEVER || walk < 0 || !alights(ride, alight)) {
        continue;
      }
      int reaches = arrival(ride, alight) + walk;
      int total = cost[board] - (journey.arrivalSeconds() - reaches) + walk;
      if (reaches <= journey.arrivalSeconds() && total < bestCost) {
        bestCost = total;
        best = new int[] {board, alight, reaches};
      }
    }
    return best;
  }

  private RaptorJourney rebuilt(
      RaptorJourney journey, int[] end, int[][] boardFrom, int[][] alightFrom) {
    List<Ride> rides = new ArrayList<>();
    int board = end[0];
    int alight = end[1];
    for (int i = journey.rides().size() - 1; i >= 0; i--) {
      Ride old = journey.rides().get(i);
      rides.addFirst(
          new Ride(
              old.day(),
              old.trip(),
              board,
              alight,
              old.seated(),
              departure(old, board),
              arrival(old, alight)));
      int from = board;
      alight = alightFrom[i][from];
      board = boardFrom[i][from];
    }
    Ride first = rides.getFirst();
    int leaves = first.departureSeconds() - access[stop(first, first.boardCall())];
    return new RaptorJourney(leaves, end[2], rides);
  }

  private boolean isInStation(Ride ride, int call) {
    return view.timetable().stops().parents()[stop(ride, call)] >= 0;
  }

  private boolean boards(Ride ride, int call) {
    return patterns.pickups()[at(ride, call)] != 1 && isUsable(ride, call);
  }

  private boolean alights(Ride ride, int call) {
    return patterns.dropOffs()[at(ride, call)] != 1 && isUsable(ride, call);
  }

  private boolean isUsable(Ride ride, int call) {
    return view.timetable().stops().admits(stop(ride, call), query.stepFree());
  }

  private int stop(Ride ride, int call) {
    return nodes.stops()[node(ride, call)];
  }

  private int node(Ride ride, int call) {
    return patterns.nodes()[at(ride, call)];
  }

  private int at(Ride ride, int call) {
    return patterns.stopOffsets()[pattern(ride)] + call;
  }

  private int departure(Ride ride, int call) {
    int at = patterns.timeOffset(pattern(ride), ride.trip()) + call;
    return patterns.departure(at) + view.shiftSeconds(ride.day());
  }

  private int arrival(Ride ride, int call) {
    int at = patterns.timeOffset(pattern(ride), ride.trip()) + call;
    return patterns.arrival(at) + view.shiftSeconds(ride.day());
  }

  private int length(Ride ride) {
    return patterns.length(pattern(ride));
  }

  private int pattern(Ride ride) {
    return view.timetable().trips().patterns()[ride.trip()];
  }

  private int[] byStop(Foothold foothold) {
    int[] seconds = new int[view.timetable().stops().count()];
    Arrays.fill(seconds, -1);
    for (int i = 0; i < foothold.count(); i++) {
      seconds[foothold.stops()[i]] = foothold.seconds()[i];
    }
    return seconds;
  }
}
