package org.toret.router.raptor;

/// What no trip of a line can beat on one service date, for one direction of time: the least times
/// between calls, and where each line can be left. Built once per day and direction; 16 bytes per
/// call of a line.
///
/// @param rideSeconds for each call of each line (as in [Lines#callOffsets]) the least time of any
///   trip from its departure there to its arrival at the next call; 0 at the last
/// @param dwellSeconds the least time any trip stands at the call; 0 at the first, where whoever
///   stays seated from another trip may come later than this one does
/// @param nodeOffsets lines that can be left at node `n` are `nodeOffsets[n] …` of `nodeLines`
/// @param nodeCalls the call of that line at the node
/// @param seatedFrom for each line the lines one may stay seated from; empty when nothing continues
record LineBounds(
    int[] rideSeconds,
    int[] dwellSeconds,
    int[] nodeOffsets,
    int[] nodeLines,
    int[] nodeCalls,
    int[][] seatedFrom) {

  static LineBounds of(Lines lines, int nodeCount) {
    int calls = lines.callNodes().length;
    int[] ride = new int[calls];
    int[] dwell = new int[calls];
    for (int line = 0; line < lines.count(); line++) {
      leastTimes(lines, line, ride, dwell);
    }
    int[][] byNode =
        Lines.byNode(
            nodeCount, lines.callOffsets(), lines.callNodes(), lines.callRules(), Lines.ALIGHT);
    return new LineBounds(ride, dwell, byNode[0], byNode[1], byNode[2], seatedFrom(lines));
  }

  private static void leastTimes(Lines lines, int line, int[] ride, int[] dwell) {
    int offset = lines.callOffsets()[line];
    int length = lines.length(line);
    int times = lines.timeOffsets()[line];
    int end = times + lines.tripCount(line) * length;
    for (int call = 0; call < length; call++) {
      int leastRide = Integer.MAX_VALUE;
      int leastDwell = Integer.MAX_VALUE;
      for (int at = times + call; at < end; at += length) {
        leastDwell = Math.min(leastDwell, lines.departures()[at] - lines.arrivals()[at]);
        if (call < length - 1) {
          leastRide = Math.min(leastRide, lines.arrivals()[at + 1] - lines.departures()[at]);
        }
      }
      dwell[offset + call] = call == 0 ? 0 : Math.max(0, leastDwell);
      ride[offset + call] = call < length - 1 ? Math.max(0, leastRide) : 0;
    }
  }

  private static int[][] seatedFrom(Lines lines) {
    if (!lines.hasSeatLinks()) {
      return new int[0][];
    }
    int[][] from = new int[lines.count()][0];
    for (int line = 0; line < lines.count(); line++) {
      for (int i = 0; i < lines.tripCount(line); i++) {
        int link = lines.seatHeads()[lines.active(line, i)];
        for (; link >= 0; link = lines.seatNext()[link]) {
          int follower = lines.tripLines()[lines.seatTrips()[link]];
          from[follower] = with(from[follower], line);
        }
      }
    }
    return from;
  }

  private static int[] with(int[] lines, int line) {
    for (int known : lines) {
      if (known == line) {
        return lines;
      }
    }
    int[] longer = java.util.Arrays.copyOf(lines, lines.length + 1);
    longer[lines.length] = line;
    return longer;
  }
}
