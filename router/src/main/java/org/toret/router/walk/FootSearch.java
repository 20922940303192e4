package org.toret.router.walk;

import java.util.Arrays;

/// Dijkstra's search on the walking graph, from a few seeds to everything within a length. The
/// arrays are kept between searches and told apart by a stamp; nothing is allocated while
/// searching. 20 bytes per node, 12 per stop. Not thread-safe: one per thread at a time.
///
/// The fastest way counts, also for the limit: a stop is within reach when the *fastest* way to it
/// is no longer than the limit.
public final class FootSearch {

  public static final int NOWHERE = -1;

  private final FootGraph graph;
  private final StopLinks links;
  private final LongHeap heap = new LongHeap();
  private final int[] stamps;
  private final int[] efforts;
  private final int[] lengths;
  private final int[] previousSlot;
  private final int[] previousNode;
  private final int[] stopStamps;
  private final int[] stopEfforts;
  private final int[] stopLengths;
  private final int[] touchedStops;
  private int touchedCount;
  private int stamp;
  private int mask;
  private int limitDecimetres;
  private boolean outward;
  private int commonMask;

  public FootSearch(FootGraph graph, StopLinks links, int stops) {
    this.graph = graph;
    this.links = links;
    stamps = new int[graph.nodeCount];
    efforts = new int[graph.nodeCount];
    lengths = new int[graph.nodeCount];
    previousSlot = new int[graph.nodeCount];
    previousNode = new int[graph.nodeCount];
    stopStamps = new int[stops];
    stopEfforts = new int[stops];
    stopLengths = new int[stops];
    touchedStops = new int[stops];
  }

  /// Forgets the last search.
  public void begin(int usedMask, int limit, ReachDirection direction) {
    if (++stamp == 0) {
      Arrays.fill(stamps, 0);
      Arrays.fill(stopStamps, 0);
      stamp = 1;
    }
    heap.clear();
    touchedCount = 0;
    mask = usedMask;
    limitDecimetres = limit;
    outward = direction == ReachDirection.FROM;
    commonMask = -1;
  }

  /// A node that is reached from the start with this effort and length.
  public void seed(int node, int effort, int decimetres) {
    if (effort != FootGraph.CLOSED && decimetres <= limitDecimetres) {
      relax(node, effort, decimetres, NOWHERE, NOWHERE);
    }
  }

  /// A stop that is reached without the graph.
  public void offer(int stop, int effort, int decimetres) {
    if (effort == FootGraph.CLOSED || decimetres > limitDecimetres) {
      return;
    }
    if (stopStamps[stop] != stamp) {
      stopStamps[stop] = stamp;
      touchedStops[touchedCount++] = stop;
    } else if (effort > stopEfforts[stop]
        || (effort == stopEfforts[stop] && decimetres >= stopLengths[stop])) {
      return;
    }
    stopEfforts[stop] = effort;
    stopLengths[stop] = decimetres;
  }

  /// Starts from a place on an edge.
  public void seedFrom(PlaceOnStreet here) {
    here.seed(this, outward);
    here.offerSameEdge(this, links, mask, outward);
  }

  /// Starts from a stop.
  void seedFromStop(int stop) {
    seedFromStop(stop, 0);
  }

  /// Starts from a stop that was reached with an effort.
  public void seedFromStop(int stop, int before) {
    for (int i = links.endsByStop.start(stop); i < links.endsByStop.end(stop); i++) {
      int end = links.endsByStop.values()[i];
      commonMask &= links.endMask[end];
      if ((links.endMask[end] & mask) != 0) {
        int effort = outward ? links.endEffortFrom[end] : links.endEffortTo[end];
        seed(links.endNode[end], plus(before, effort), links.endDecimetres[end]);
      }
    }
  }

  /// Searches everything within the limit and offers each stop on the way.
  public void reachStops() {
    while (!heap.isEmpty()) {
      long entry = heap.pop();
      int node = LongHeap.item(entry);
      int effort = LongHeap.key(entry);
      if (effort != efforts[node]) {
        continue;
      }
      offerStops(node, effort);
      relaxAll(node, effort);
    }
  }

  /// The effort of the next node at least, or [FootGraph#CLOSED] when none is left.
  public int peekEffort() {
    return heap.peekKey();
  }

  /// Settles the next node; returns it, or [#NOWHERE] when none is left.
  public int settleNext() {
    while (!heap.isEmpty()) {
      long entry = heap.pop();
      int node = LongHeap.item(entry);
      if (LongHeap.key(entry) == efforts[node]) {
        relaxAll(node, efforts[node]);
        return node;
      }
    }
    return NOWHERE;
  }

  private static int plus(int before, int effort) {
    return effort == FootGraph.CLOSED ? effort : before + effort;
  }

  /// Receives the streets that lead on from a settled node.
  public interface ArcVisitor {

    /// @param arc leads away from the seeds
    /// @param effort at the arc's tail
    /// @param more to its head; back from there when the search is towards the seeds
    void arc(int arc, int effort, int more);
  }

  /// Settles everything up to an effort and tells every street arc that leads on.
  public void spread(int mostEffort, ArcVisitor visitor) {
    int[] costs = outward ? graph.effortOut : graph.effortIn;
    while (heap.peekKey() <= mostEffort) {
      int node = settleNext();
      if (node == NOWHERE || efforts[node] > mostEffort) {
        return;
      }
      for (int slot = graph.offsets[node]; slot < graph.offsets[node + 1]; slot++) {
        boolean open = (graph.masks[slot] & mask) != 0 && costs[slot] != FootGraph.CLOSED;
        if (open && graph.arcs[slot] >= 0) {
          visitor.arc(graph.arcs[slot], efforts[node], costs[slot]);
        }
      }
    }
  }

  private void offerStops(int node, int effort) {
    int last = links.endsByNode.end(node);
    for (int i = links.endsByNode.start(node); i < last; i++) {
      int end = links.endsByNode.values()[i];
      commonMask &= links.endMask[end];
      if ((links.endMask[end] & mask) != 0) {
        int more = outward ? links.endEffortTo[end] : links.endEffortFrom[end];
        if (more != FootGraph.CLOSED) {
          offer(links.endStop[end], effort + more, lengths[node] + links.endDecimetres[end]);
        }
      }
    }
  }

  private void relaxAll(int node, int effort) {
    int length = lengths[node];
    int[] costs = outward ? graph.effortOut : graph.effortIn;
    int last = graph.offsets[node + 1];
    for (int slot = graph.offsets[node]; slot < last; slot++) {
      commonMask &= graph.masks[slot];
      if ((graph.masks[slot] & mask) == 0) {
        continue;
      }
      int more = costs[slot];
      int newLength = length + graph.decimetres[slot];
      if (more != FootGraph.CLOSED && newLength <= limitDecimetres) {
        relax(graph.heads[slot], effort + more, newLength, slot, node);
      }
    }
  }

  private void relax(int node, int effort, int length, int slot, int from) {
    if (stamps[node] == stamp
        && (efforts[node] < effort || (efforts[node] == effort && lengths[node] <= length))) {
      return;
    }
    stamps[node] = stamp;
    efforts[node] = effort;
    lengths[node] = length;
    previousSlot[node] = slot;
    previousNode[node] = from;
    heap.push(effort, node);
  }

  /// Whether everything the search met is open to all of these masks, so that a search for any of
  /// them would have found the same.
  boolean sameForAll(int masks) {
    return (commonMask & masks) == masks;
  }

  int touchedCount() {
    return touchedCount;
  }

  int touchedStop(int i) {
    return touchedStops[i];
  }

  /// The effort to a stop found by this search, or [FootGraph#CLOSED].
  int stopEffort(int stop) {
    return stopStamps[stop] == stamp ? stopEfforts[stop] : FootGraph.CLOSED;
  }

  int stopDecimetres(int stop) {
    return stopLengths[stop];
  }

  public boolean reached(int node) {
    return stamps[node] == stamp;
  }

  public int effort(int node) {
    return efforts[node];
  }

  public int decimetres(int node) {
    return lengths[node];
  }

  public int previousSlot(int node) {
    return previousSlot[node];
  }

  public int previousNode(int node) {
    return previousNode[node];
  }

  /// The stops found, as an answer for a walking speed; `except` is left out.
  public StopReach answer(double metresPerSecond, int except) {
    long[] order = new long[touchedCount];
    int count = 0;
    for (int i = 0; i < touchedCount; i++) {
      int stop = touchedStops[i];
      if (stop != except) {
        order[count++] = (long) stopEfforts[stop] << 32 | stop;
      }
    }
    Arrays.sort(order, 0, count);
    int[] stops = new int[count];
    int[] seconds = new int[count];
    int[] metres = new int[count];
    for (int i = 0; i < count; i++) {
      int stop = (int) order[i];
      stops[i] = stop;
      seconds[i] = seconds(stopEfforts[stop], metresPerSecond);
      metres[i] = (stopLengths[stop] + 5) / 10;
    }
    return new StopReach(stops, seconds, metres);
  }

  public static int seconds(int effort, double metresPerSecond) {
    return (int) Math.ceil(effort / (10 * metresPerSecond) - 1e-9);
  }
}
