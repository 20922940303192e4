package org.toret.network.timetable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Which patterns are the same to who travels, but for the times of day: the same line, calls,
/// boarding rules, accessibility and way along the streets.
///
/// A timetable splits trips with the same calls where one overtakes another on some date, and where
/// one is late today; searches want them together.
public final class AlikePatterns {

  private final Patterns patterns;
  private final int[] firsts;

  private AlikePatterns(Patterns patterns, int[] firsts) {
    this.patterns = patterns;
    this.firsts = firsts;
  }

  /// Compares all patterns of a timetable: proportional to the number of calls.
  public static AlikePatterns of(Patterns patterns) {
    int[] firsts = new int[patterns.count()];
    Map<Look, Integer> known = HashMap.newHashMap(firsts.length);
    for (int pattern = 0; pattern < firsts.length; pattern++) {
      Integer first = known.putIfAbsent(Look.of(patterns, pattern), pattern);
      firsts[pattern] = first == null ? pattern : first;
    }
    return new AlikePatterns(patterns, firsts);
  }

  /// The first of all patterns that are like one; never behind it.
  public int first(int pattern) {
    return firsts[pattern];
  }

  /// The mean time from the first departure to the last arrival of all trips of the patterns like
  /// each, by the first of them; 0 for the others and where there are no trips.
  public int[] meanSeconds() {
    long[] sums = new long[firsts.length];
    int[] trips = new int[firsts.length];
    for (int pattern = 0; pattern < firsts.length; pattern++) {
      int length = patterns.length(pattern);
      int count = patterns.tripCount(pattern);
      trips[firsts[pattern]] += count;
      for (int trip = 0; trip < count; trip++) {
        int at = patterns.timeOffsets()[pattern] + trip * length;
        sums[firsts[pattern]] += patterns.arrival(at + length - 1) - patterns.departure(at);
      }
    }
    int[] means = new int[firsts.length];
    for (int pattern = 0; pattern < means.length; pattern++) {
      means[pattern] = trips[pattern] == 0 ? 0 : (int) (sums[pattern] / trips[pattern]);
    }
    return means;
  }

  private record Look(Patterns all, int pattern, int hash) {

    static Look of(Patterns all, int pattern) {
      int hash = all.routes()[pattern];
      for (int at = all.stopOffsets()[pattern]; at < all.stopOffsets()[pattern + 1]; at++) {
        hash = 31 * hash + all.nodes()[at];
      }
      return new Look(all, pattern, hash);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Look look
          && hash == look.hash
          && all.routes()[pattern] == all.routes()[look.pattern]
          && all.wheelchair()[pattern] == all.wheelchair()[look.pattern]
          && all.bikes()[pattern] == all.bikes()[look.pattern]
          && all.shapes()[pattern] == all.shapes()[look.pattern]
          && callsLike(look.pattern);
    }

    private boolean callsLike(int other) {
      int from = all.stopOffsets()[pattern];
      int to = all.stopOffsets()[pattern + 1];
      int theirs = all.stopOffsets()[other];
      int theirEnd = all.stopOffsets()[other + 1];
      return Arrays.equals(all.nodes(), from, to, all.nodes(), theirs, theirEnd)
          && Arrays.equals(all.pickups(), from, to, all.pickups(), theirs, theirEnd)
          && Arrays.equals(all.dropOffs(), from, to, all.dropOffs(), theirs, theirEnd);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
