package org.toret.router.walk;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.toret.base.columns.IntList;

/// Finds the walks from every stop to the stops near it: one bounded search per stop, on all
/// processors, and a second one for wheelchairs only where the first met something closed to them.
public final class WalkTransfers {

  private static final int STOPS_PER_TASK = 64;
  private static final int BOTH = FootMask.ANYONE | FootMask.WHEELCHAIR;

  private final int stops;
  private final StopWalks walks;
  private final WorkspacePool<FootSearch> pool;

  public WalkTransfers(int stops, StopWalks walks, WorkspacePool<FootSearch> pool) {
    this.stops = stops;
    this.walks = walks;
    this.pool = pool;
  }

  public Transfers find(int limitMetres) {
    int tasks = (stops + STOPS_PER_TASK - 1) / STOPS_PER_TASK;
    Part[] parts =
        IntStream.range(0, tasks)
            .parallel()
            .mapToObj(task -> pool.with(search -> part(search, task, limitMetres)))
            .toArray(Part[]::new);
    return joined(parts);
  }

  private Part part(FootSearch search, int task, int limitMetres) {
    int first = task * STOPS_PER_TASK;
    int end = Math.min(stops, first + STOPS_PER_TASK);
    Part part = new Part(first, end - first);
    for (int stop = first; stop < end; stop++) {
      walks.run(search, stop, FootMask.ANYONE, limitMetres, ReachDirection.FROM);
      int[] row = row(search, stop);
      int from = part.targets.size();
      for (int target : row) {
        part.add(target, search.stopDecimetres(target), search.stopEffort(target));
      }
      if (!search.sameForAll(BOTH)) {
        walks.run(search, stop, FootMask.WHEELCHAIR, limitMetres, ReachDirection.FROM);
        part.replaceWheels(from, search);
      }
      part.counts[stop - first] = row.length;
    }
    return part;
  }

  /// The stops found, nearest first.
  private static int[] row(FootSearch search, int except) {
    long[] order = new long[search.touchedCount()];
    int count = 0;
    for (int i = 0; i < order.length; i++) {
      int stop = search.touchedStop(i);
      if (stop != except) {
        order[count++] = (long) search.stopDecimetres(stop) << 32 | stop;
      }
    }
    Arrays.sort(order, 0, count);
    return Arrays.stream(order, 0, count).mapToInt(entry -> (int) entry).toArray();
  }

  private Transfers joined(Part[] parts) {
    int[] offsets = new int[stops + 1];
    for (Part part : parts) {
      for (int i = 0; i < part.counts.length; i++) {
        offsets[part.first + i + 1] = offsets[part.first + i] + part.counts[i];
      }
    }
    int total = offsets[stops];
    var all =
        new Transfers(offsets, new int[total], new int[total], new int[total], new int[total]);
    for (Part part : parts) {
      int at = offsets[part.first];
      copy(part.targets, all.targets(), at);
      copy(part.metres, all.metres(), at);
      copy(part.seconds, all.seconds(), at);
      copy(part.wheels, all.wheelchairSeconds(), at);
    }
    return all;
  }

  private static void copy(IntList from, int[] to, int at) {
    System.arraycopy(from.toArray(), 0, to, at, from.size());
  }

  /// The rows of some consecutive stops.
  private static final class Part {

    private final int first;
    private final int[] counts;
    private final IntList targets = new IntList();
    private final IntList metres = new IntList();
    private final IntList seconds = new IntList();
    private final IntList wheels = new IntList();

    Part(int first, int stops) {
      this.first = first;
      this.counts = new int[stops];
    }

    void add(int target, int decimetres, int effort) {
      targets.add(target);
      metres.add((decimetres + 5) / 10);
      seconds.add(seconds(effort));
      wheels.add(seconds(effort));
    }

    /// Puts the wheelchair's own times into the rows added since `from`.
    void replaceWheels(int from, FootSearch search) {
      for (int i = from; i < targets.size(); i++) {
        int effort = search.stopEffort(targets.get(i));
        wheels.set(i, effort == FootGraph.CLOSED ? -1 : seconds(effort));
      }
    }

    private static int seconds(int effort) {
      return FootSearch.seconds(effort, WalkOptions.REFERENCE_METRES_PER_SECOND);
    }
  }
}
