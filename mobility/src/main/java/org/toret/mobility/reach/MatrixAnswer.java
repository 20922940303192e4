package org.toret.mobility.reach;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.base.notice.Notice;

/// Travel times in seconds, one row for each origin, one column for each destination; null where
/// one does not get within the limits.
///
/// @param seconds at the instant asked about; in a window the median
/// @param p5 the time that is undercut in one of twenty minutes of the window; null without one
/// @param p95 the time that is exceeded in one of twenty
public record MatrixAnswer(
    List<List<@Nullable Integer>> seconds,
    @Nullable List<List<@Nullable Integer>> p5,
    @Nullable List<List<@Nullable Integer>> p95,
    List<Notice> notices) {

  public MatrixAnswer {
    notices = List.copyOf(notices);
  }
}
