package org.toret.app.simulate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One run as it is at a moment. Arrays have one element for each call of its pattern; times are
/// epoch seconds.
///
/// @param trip index of the trip
/// @param scheduledArrivals as published
/// @param scheduledDepartures as published
/// @param delays seconds behind the timetable: what was measured up to `passed`, what is foreseen
///   after it
/// @param actual what the delays will have been, which nobody knows yet
/// @param skipped calls that the run passes by
/// @param detour how it is led round closed streets, null where it goes as published
/// @param passed the last call that has been left, -1 before the first
public record RunNow(
    int trip,
    int pattern,
    int route,
    LocalDate date,
    boolean cancelled,
    long[] scheduledArrivals,
    long[] scheduledDepartures,
    int[] delays,
    int[] actual,
    boolean[] skipped,
    @Nullable DetouredTrips detour,
    int passed) {

  /// Number of calls.
  public int length() {
    return delays.length;
  }

  /// Whether the vehicle is out on its run at a moment.
  public boolean isUnderWay(long epochSecond) {
    int last = length() - 1;
    return !cancelled
        && epochSecond >= scheduledDepartures[0] + actual[0] - BOARDING_SECONDS
        && epochSecond <= scheduledArrivals[last] + actual[last];
  }

  /// Vehicles stand so long at their first stop.
  private static final int BOARDING_SECONDS = 90;
}
