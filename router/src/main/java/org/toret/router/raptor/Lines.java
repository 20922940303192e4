package org.toret.router.raptor;

import java.util.Arrays;
import org.toret.base.columns.IntList;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

/// The columns of one service date that the rounds read, for one direction of time.
///
/// Mirrored, a day runs backwards: calls are reversed, times negated and arrivals swapped with
/// departures, boarding with alighting, trips in reverse order. A search for the latest departure
/// is then the search for the earliest arrival, by the same code.
///
/// @param callOffsets calls of line `l` are `callOffsets[l] … callOffsets[l + 1] - 1`
/// @param callNodes node of each call
/// @param callRules bit 0: one may board here, bit 1: one may alight
/// @param nodeOffsets lines that can be boarded at node `n` are `nodeOffsets[n] …` of `nodeLines`
/// @param nodeCalls the call of that line at the node
/// @param nodeEntries where a call stands in `nodeLines`, -1 where one may not board
/// @param leaves the same departures by place: of what stands at `i` in `nodeLines` those of its
///   trips are `leaves[leaveOffsets[i]] …`, side by side, since who waits looks at one place
/// @param seatHeads first entry of `seatTrips` for each active trip, -1 where one must alight at
///   the end; empty when nothing on this day continues
/// @param seatTrips active trip one may stay seated into
/// @param seatNext next entry for the same trip, -1 at the end
/// @param tripLines line of each active trip; filled only when something continues
public record Lines(
    boolean mirror,
    DayTimetable day,
    int[] callOffsets,
    int[] callNodes,
    byte[] callRules,
    int[] tripOffsets,
    int[] timeOffsets,
    int[] arrivals,
    int[] departures,
    int[] nodeOffsets,
    int[] nodeLines,
    int[] nodeCalls,
    int[] nodeEntries,
    int[] leaveOffsets,
    int[] leaves,
    int[] seatHeads,
    int[] seatTrips,
    int[] seatNext,
    int[] tripLines,
    Bounds[] boundsOnce) {

  public static final int BOARD = 1;
  public static final int ALIGHT = 2;

  /// Made when first asked for, on whatever thread.
  Bounds bounds() {
    Bounds known = boundsOnce[0];
    if (known == null) {
      known = Bounds.of(this, nodeOffsets.length - 1);
      boundsOnce[0] = known;
    }
    return known;
  }

  public int count() {
    return callOffsets.length - 1;
  }

  public int length(int line) {
    return callOffsets[line + 1] - callOffsets[line];
  }

  public int tripCount(int line) {
    return tripOffsets[line + 1] - tripOffsets[line];
  }

  /// Whether any trip of a line departs anywhere, and arrives anywhere, between two times.
  boolean runsWithin(int line, int first, int last) {
    int begin = timeOffsets[line];
    int end = timeOffsets[line + 1];
    return begin < end && departures[begin] <= last && arrivals[end - 1] >= first;
  }

  public boolean hasSeatLinks() {
    return seatHeads.length > 0;
  }

  /// Whether one may stay seated at the end of the `i`-th trip of a line.
  boolean continues(int line, int i) {
    return hasSeatLinks() && seatHeads[active(line, i)] >= 0;
  }

  /// The position in [DayTimetable#trips] of the `i`-th trip of a line in this direction.
  public int active(int line, int i) {
    return mirror ? tripOffsets[line + 1] - 1 - i : tripOffsets[line] + i;
  }

  /// The inverse of [#active].
  public int indexInLine(int line, int active) {
    return mirror ? tripOffsets[line + 1] - 1 - active : active - tripOffsets[line];
  }

  /// The call as published of a call in this direction.
  int publishedCall(int line, int call) {
    return mirror ? length(line) - 1 - call : call;
  }

  /// The first of `count` trips that departs at or after a time; `count` when none does.
  public static int firstTrip(int[] departures, int at, int stride, int count, int earliest) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = low + high >>> 1;
      if (departures[at + middle * stride] < earliest) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// When a trip departs of a line at a node.
  ///
  /// @param entry where it stands in [#nodeLines]
  int leaves(int entry, int trip) {
    return leaves[leaveOffsets[entry] + trip];
  }

  /// The first trip that departs there at or after a time; the number of trips when none does.
  int firstTrip(int entry, int earliest) {
    int at = leaveOffsets[entry];
    return firstTrip(leaves, at, 1, leaveOffsets[entry + 1] - at, earliest);
  }

  /// The first of `count` trips that does, looked for from one on that may be near; `count` when
  /// none does.
  int firstTripNear(int entry, int count, int earliest, int near) {
    int at = leaveOffsets[entry];
    int low = Math.min(near, count);
    int high = low;
    int step = 1;
    while (low > 0 && leaves[at + low - 1] >= earliest) {
      high = low - 1;
      low = Math.max(0, low - step);
      step <<= 1;
    }
    step = 1;
    while (high < count && leaves[at + high] < earliest) {
      low = high + 1;
      high = Math.min(count, high + step);
      step <<= 1;
    }
    return low + firstTrip(leaves, at + low, 1, high - low, earliest);
  }

  static Lines forward(Timetable timetable, DayTimetable day) {
    return build(timetable, day, false, day.arrivals(), day.departures());
  }

  static Lines mirrored(Timetable timetable, DayTimetable day) {
    int[] arrivals = new int[day.arrivals().length];
    int[] departures = new int[arrivals.length];
    for (int line = 0; line < day.lines(); line++) {
      int from = day.timeOffsets()[line];
      int to = day.timeOffsets()[line + 1];
      for (int at = from; at < to; at++) {
        arrivals[to - 1 - (at - from)] = -day.departures()[at];
        departures[to - 1 - (at - from)] = -day.arrivals()[at];
      }
    }
    return build(timetable, day, true, arrivals, departures);
  }

  private static Lines build(
      Timetable timetable, DayTimetable day, boolean mirror, int[] arrivals, int[] departures) {
    Patterns patterns = timetable.patterns();
    int[] callOffsets = new int[day.lines() + 1];
    for (int line = 0; line < day.lines(); line++) {
      callOffsets[line + 1] = callOffsets[line] + patterns.length(day.patterns()[line]);
    }
    int[] callNodes = new int[callOffsets[day.lines()]];
    byte[] callRules = new byte[callNodes.length];
    for (int line = 0; line < day.lines(); line++) {
      fillCalls(patterns, day.patterns()[line], mirror, callOffsets[line], callNodes, callRules);
    }
    int[][] byNode = byNode(timetable.nodes().count(), callOffsets, callNodes, callRules, BOARD);
    int[] leaveOffsets = leaveOffsets(day, byNode[1]);
    int[][] seats = seatLinks(timetable, day, mirror);
    return new Lines(
        mirror,
        day,
        callOffsets,
        callNodes,
        callRules,
        day.tripOffsets(),
        day.timeOffsets(),
        arrivals,
        departures,
        byNode[0],
        byNode[1],
        byNode[2],
        entries(callOffsets, byNode),
        leaveOffsets,
        leaves(day, departures, callOffsets, byNode, leaveOffsets),
        seats[0],
        seats[1],
        seats[2],
        seats[0].length == 0 ? new int[0] : tripLines(day),
        new Bounds[1]);
  }

  private static int[] entries(int[] callOffsets, int[][] byNode) {
    int[] entries = new int[callOffsets[callOffsets.length - 1]];
    Arrays.fill(entries, -1);
    for (int entry = 0; entry < byNode[1].length; entry++) {
      entries[callOffsets[byNode[1][entry]] + byNode[2][entry]] = entry;
    }
    return entries;
  }

  private static int[] leaveOffsets(DayTimetable day, int[] nodeLines) {
    int[] offsets = new int[nodeLines.length + 1];
    for (int entry = 0; entry < nodeLines.length; entry++) {
      offsets[entry + 1] = offsets[entry] + day.tripCount(nodeLines[entry]);
    }
    return offsets;
  }

  private static int[] leaves(
      DayTimetable day, int[] departures, int[] callOffsets, int[][] byNode, int[] offsets) {
    int[] leaves = new int[offsets[offsets.length - 1]];
    for (int entry = 0; entry + 1 < offsets.length; entry++) {
      int line = byNode[1][entry];
      int length = callOffsets[line + 1] - callOffsets[line];
      int from = day.timeOffsets()[line] + byNode[2][entry];
      for (int at = offsets[entry]; at < offsets[entry + 1]; at++, from += length) {
        leaves[at] = departures[from];
      }
    }
    return leaves;
  }

  private static void fillCalls(
      Patterns patterns, int pattern, boolean mirror, int offset, int[] nodes, byte[] rules) {
    int length = patterns.length(pattern);
    for (int call = 0; call < length; call++) {
      int from = patterns.stopOffsets()[pattern] + (mirror ? length - 1 - call : call);
      boolean pickup = patterns.pickups()[from] != 1;
      boolean dropOff = patterns.dropOffs()[from] != 1;
      boolean board = (mirror ? dropOff : pickup) && call < length - 1;
      boolean alight = (mirror ? pickup : dropOff) && call > 0;
      nodes[offset + call] = patterns.nodes()[from];
      rules[offset + call] = (byte) ((board ? BOARD : 0) | (alight ? ALIGHT : 0));
    }
  }

  /// For each node the calls of lines at which a rule holds: offsets, lines, calls.
  static int[][] byNode(
      int nodeCount, int[] callOffsets, int[] callNodes, byte[] callRules, int rule) {
    int[] offsets = new int[nodeCount + 1];
    for (int at = 0; at < callNodes.length; at++) {
      offsets[callNodes[at] + 1] += (callRules[at] & rule) != 0 ? 1 : 0;
    }
    for (int node = 0; node < nodeCount; node++) {
      offsets[node + 1] += offsets[node];
    }
    int[] lines = new int[offsets[nodeCount]];
    int[] calls = new int[lines.length];
    int[] next = offsets.clone();
    for (int line = 0; line + 1 < callOffsets.length; line++) {
      for (int at = callOffsets[line]; at < callOffsets[line + 1]; at++) {
        if ((callRules[at] & rule) != 0) {
          int slot = next[callNodes[at]]++;
          lines[slot] = line;
          calls[slot] = at - callOffsets[line];
        }
      }
    }
    return new int[][] {offsets, lines, calls};
  }

  private static int[][] seatLinks(Timetable timetable, DayTimetable day, boolean mirror) {
    int[] trips = day.trips();
    int[] heads = new int[trips.length];
    Arrays.fill(heads, -1);
    IntList targets = new IntList();
    IntList next = new IntList();
    for (int active = 0; active < trips.length; active++) {
      int follower = timetable.trips().next()[trips[active]];
      int followerActive = follower < 0 ? -1 : day.findActive(follower);
      if (followerActive >= 0) {
        int from = mirror ? followerActive : active;
        targets.add(mirror ? active : followerActive);
        next.add(heads[from]);
        heads[from] = targets.size() - 1;
      }
    }
    boolean none = targets.isEmpty();
    return new int[][] {none ? new int[0] : heads, targets.toArray(), next.toArray()};
  }

  private static int[] tripLines(DayTimetable day) {
    int[] lines = new int[day.trips().length];
    for (int line = 0; line < day.lines(); line++) {
      Arrays.fill(lines, day.tripOffsets()[line], day.tripOffsets()[line + 1], line);
    }
    return lines;
  }

  /// What no trip of a line can beat on one service date, for one direction of time: the least
  /// times between calls, and where each line can be left. Built once per day and direction; 20
  /// bytes per call of a line.
  ///
  /// @param calls for each call of each line (as in [#callOffsets]) side by side what is read
  ///   together: its node times 4 and its rules; the least time of any trip from its departure
  ///   there to its arrival at the next call, 0 at the last; the least time any trip stands there,
  ///   0 at the first, where whoever stays seated from another trip may come later than this one
  /// @param nodeOffsets lines that can be left at node `n` are `nodeOffsets[n] …` of `nodeLines`
  /// @param nodeCalls the call of that line at the node
  /// @param seatedFrom for each line the lines one may stay seated from; empty when nothing
  ///   continues
  record Bounds(
      int[] calls, int[] nodeOffsets, int[] nodeLines, int[] nodeCalls, int[][] seatedFrom) {

    /// How many numbers of a call stand side by side.
    static final int CALL = 3;

    static Bounds of(Lines lines, int nodeCount) {
      int[] calls = new int[CALL * lines.callNodes().length];
      for (int line = 0; line < lines.count(); line++) {
        fill(lines, line, calls);
      }
      int[][] byNode =
          Lines.byNode(
              nodeCount, lines.callOffsets(), lines.callNodes(), lines.callRules(), Lines.ALIGHT);
      return new Bounds(calls, byNode[0], byNode[1], byNode[2], seatedFrom(lines));
    }

    private static void fill(Lines lines, int line, int[] calls) {
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
        int at = CALL * (offset + call);
        calls[at] = lines.callNodes()[offset + call] << 2 | lines.callRules()[offset + call];
        calls[at + 1] = call < length - 1 ? Math.max(0, leastRide) : 0;
        calls[at + 2] = call == 0 ? 0 : Math.max(0, leastDwell);
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
      int[] longer = Arrays.copyOf(lines, lines.length + 1);
      longer[lines.length] = line;
      return longer;
    }
  }
}
