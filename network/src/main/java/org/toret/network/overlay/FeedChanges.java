package org.toret.network.overlay;

import java.util.List;

/// Everything that one source says at a moment; what it said before holds no more.
///
/// @param source name of the source; a feed may have several
/// @param feed id of the timetable feed whose ids are used
/// @param atEpochSeconds when it was said
public record FeedChanges(
    String source, String feed, long atEpochSeconds, List<TripChange> changes) {

  public FeedChanges {
    changes = List.copyOf(changes);
  }
}
