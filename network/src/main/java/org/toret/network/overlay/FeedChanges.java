package org.toret.network.overlay;

import java.util.List;

/// Everything that one source says at a moment; what it said before holds no more.
///
/// @param source name of the source; a feed may have several
/// @param feed id of the timetable feed whose ids are used
/// @param atEpochSeconds when it was said
/// @param detours in force, also for what other sources say of the same feed
public record FeedChanges(
    String source,
    String feed,
    long atEpochSeconds,
    List<TripChange> changes,
    List<Detour> detours) {

  public FeedChanges {
    changes = List.copyOf(changes);
    detours = List.copyOf(detours);
  }

  /// Without detours.
  public FeedChanges(String source, String feed, long atEpochSeconds, List<TripChange> changes) {
    this(source, feed, atEpochSeconds, changes, List.of());
  }
}
