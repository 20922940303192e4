package org.toret.router.label;

import java.util.Arrays;

/// The lines to be scanned in a round, each with the first and the last call at which it may be
/// boarded anew. Kept and used again: 12 bytes per line.
public final class LineQueue {

  private int[] queue = new int[0];
  private int[] firstCalls = new int[0];
  private int[] lastCalls = new int[0];
  private int size;

  /// Empties the queue, for so many lines.
  public void prepare(int lines) {
    if (queue.length < lines) {
      queue = new int[lines];
      firstCalls = new int[lines];
      lastCalls = new int[lines];
    }
    Arrays.fill(firstCalls, -1);
    size = 0;
  }

  public int size() {
    return size;
  }

  /// The number over all days of the `i`-th line.
  public int line(int i) {
    return queue[i];
  }

  /// The first call at which the `i`-th line may be boarded.
  public int firstCall(int i) {
    return firstCalls[queue[i]];
  }

  /// The last call at which it may be.
  public int lastCall(int i) {
    return lastCalls[queue[i]];
  }

  /// Empties the queue.
  public void clear() {
    for (int i = 0; i < size; i++) {
      firstCalls[queue[i]] = -1;
    }
    size = 0;
  }

  /// Queues a line to be boarded at a call.
  public void add(int dayLine, int call) {
    if (firstCalls[dayLine] < 0) {
      firstCalls[dayLine] = call;
      lastCalls[dayLine] = call;
      queue[size++] = dayLine;
    } else {
      firstCalls[dayLine] = Math.min(firstCalls[dayLine], call);
      lastCalls[dayLine] = Math.max(lastCalls[dayLine], call);
    }
  }
}
