package org.toret.router.raptor;

/// The lines to be scanned in a round, each with the first and the last call at which it may be
/// boarded anew.
final class LineQueue {

  private final RaptorDays days;
  private final int[] queue;
  private final int[] firstCalls;
  private final int[] lastCalls;
  private int size;

  /// Works in the memory of `state`, where no line is queued.
  LineQueue(RaptorDays days, RaptorState state) {
    this(days, state.queue, state.firstCall, state.lastCall);
  }

  /// Works in columns of one row per line; no first call is set.
  LineQueue(RaptorDays days, int[] queue, int[] firstCalls, int[] lastCalls) {
    this.days = days;
    this.queue = queue;
    this.firstCalls = firstCalls;
    this.lastCalls = lastCalls;
  }

  int size() {
    return size;
  }

  /// The number over all days of the `i`-th line.
  int line(int i) {
    return queue[i];
  }

  int firstCall(int i) {
    return firstCalls[queue[i]];
  }

  int lastCall(int i) {
    return lastCalls[queue[i]];
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      firstCalls[queue[i]] = -1;
    }
    size = 0;
  }

  /// Queues a line to be boarded at a call.
  void add(int dayLine, int call) {
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
