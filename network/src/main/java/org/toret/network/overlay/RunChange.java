package org.toret.network.overlay;

import org.jspecify.annotations.Nullable;

/// What becomes of one run on one date.
///
/// @param epochDay service date
/// @param trip the published trip that does not run as published, -1 for a run that is not
///   published
/// @param run how it runs; null where it does not, or runs as published and is said to
record RunChange(int epochDay, int trip, TripChange.Kind kind, @Nullable LiveRun run) {

  /// Whether it is said to run as published.
  boolean isOnTime() {
    return run == null && (kind == TripChange.Kind.RUNS || kind == TripChange.Kind.SEEN);
  }
}
