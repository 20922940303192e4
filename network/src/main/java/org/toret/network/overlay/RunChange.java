package org.toret.network.overlay;

import org.jspecify.annotations.Nullable;

/// What becomes of one run on one date.
///
/// @param epochDay service date
/// @param trip the published trip that does not run as published, -1 for a run that is not
///   published
/// @param run how it runs, null where it does not
record RunChange(int epochDay, int trip, TripChange.Kind kind, @Nullable LiveRun run) {}
