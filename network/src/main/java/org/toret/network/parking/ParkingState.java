package org.toret.network.parking;

import java.util.Arrays;

/// How many places are free in each car park, and when that was so. Immutable: news make another
/// one, and a search keeps to the one it began with.
///
/// @param free free places, -1 where nothing is known
/// @param closed whether it is closed
/// @param atEpochSeconds when it was so, [#NEVER] where nothing is known
public record ParkingState(int[] free, boolean[] closed, long[] atEpochSeconds) {

  public static final long NEVER = Long.MIN_VALUE;

  /// Nothing is known.
  public static ParkingState unknown(CarParks parks) {
    int[] free = new int[parks.count()];
    long[] at = new long[free.length];
    Arrays.fill(free, -1);
    Arrays.fill(at, NEVER);
    return new ParkingState(free, new boolean[free.length], at);
  }

  /// The same with what sources tell of some car parks.
  public ParkingState with(Iterable<News> told) {
    ParkingState next = new ParkingState(free.clone(), closed.clone(), atEpochSeconds.clone());
    for (News news : told) {
      next.free[news.park()] = news.free();
      next.closed[news.park()] = news.closed();
      next.atEpochSeconds[news.park()] = news.atEpochSecond();
    }
    return next;
  }

  /// What is told of one car park.
  ///
  /// @param free places, -1 where it is not told
  public record News(int park, int free, boolean closed, long atEpochSecond) {}

  public boolean knows(int park) {
    return atEpochSeconds[park] != NEVER;
  }

  /// Whether a car may be left there as far as is known.
  public boolean mayPark(int park) {
    return !knows(park) || !closed[park] && free[park] != 0;
  }

  /// The same without what is not near enough to a moment.
  public ParkingState freshAt(long epochSecond, long mostSeconds) {
    int[] fresh = free.clone();
    boolean[] shut = closed.clone();
    long[] at = atEpochSeconds.clone();
    for (int park = 0; park < at.length; park++) {
      if (knows(park) && Math.abs(epochSecond - at[park]) > mostSeconds) {
        fresh[park] = -1;
        shut[park] = false;
        at[park] = NEVER;
      }
    }
    return new ParkingState(fresh, shut, at);
  }

  /// When the newest of it was so, [#NEVER] where nothing is known.
  public long newest() {
    return Arrays.stream(atEpochSeconds).max().orElse(NEVER);
  }
}
