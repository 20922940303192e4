package org.toret.network.overlay;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One run as it goes on one date, ready to be put among the columns. Compared by content, so that
/// what did not change is known.
///
/// @param traits what all calls share
/// @param nodes node of each call
/// @param sequences number of each call, [#UNNUMBERED] for one that is not published
/// @param arrivals seconds since the date's noon minus 12 h, never decreasing along the run
/// @param departures at least the arrival of the same call
record LiveRun(
    Traits traits,
    int[] nodes,
    int[] sequences,
    byte[] pickups,
    byte[] dropOffs,
    int[] arrivals,
    int[] departures) {

  /// The number of a call that a detour brings in.
  static final int UNNUMBERED = -1;

  /// What all calls of a run share.
  ///
  /// @param id `feed:trip_id`
  /// @param course pattern of the timetable along whose shape it runs, -1 where none
  /// @param line where it runs instead, null where it follows `course`
  record Traits(
      String id,
      int route,
      String headsign,
      String shortName,
      byte direction,
      byte wheelchair,
      byte bikes,
      int headwaySeconds,
      int course,
      @Nullable LiveLine line) {

    Traits(
        String id,
        int route,
        String headsign,
        String shortName,
        byte direction,
        byte wheelchair,
        byte bikes,
        int headwaySeconds,
        int course) {
      this(
          id,
          route,
          headsign,
          shortName,
          direction,
          wheelchair,
          bikes,
          headwaySeconds,
          course,
          null);
    }

    Traits along(LiveLine other) {
      return new Traits(
          id, route, headsign, shortName, direction, wheelchair, bikes, headwaySeconds, -1, other);
    }
  }

  int length() {
    return nodes.length;
  }

  /// Whether two runs can share a pattern, but for overtaking.
  boolean looksLike(LiveRun other) {
    return traits.route() == other.traits.route()
        && traits.wheelchair() == other.traits.wheelchair()
        && traits.bikes() == other.traits.bikes()
        && traits.course() == other.traits.course()
        && Objects.equals(traits.line(), other.traits.line())
        && Arrays.equals(nodes, other.nodes)
        && Arrays.equals(sequences, other.sequences)
        && Arrays.equals(pickups, other.pickups)
        && Arrays.equals(dropOffs, other.dropOffs);
  }

  /// Equal for runs that look alike.
  int lookHash() {
    return 31 * (31 * Arrays.hashCode(nodes) + Arrays.hashCode(pickups)) + traits.route();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LiveRun run
        && traits.equals(run.traits)
        && looksLike(run)
        && Arrays.equals(arrivals, run.arrivals)
        && Arrays.equals(departures, run.departures);
  }

  @Override
  public int hashCode() {
    return 31 * lookHash() + Arrays.hashCode(arrivals);
  }
}
