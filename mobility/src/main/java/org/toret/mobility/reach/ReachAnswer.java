package org.toret.mobility.reach;

import java.util.List;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.router.reach.ReachArea;

/// How far one gets.
///
/// @param areas one for each time, the longest first; each lies within the one before
/// @param stops how many stops are reached within the longest time
public record ReachAnswer(GeoPoint place, List<ReachArea> areas, int stops, List<Notice> notices) {

  public ReachAnswer {
    areas = List.copyOf(areas);
    notices = List.copyOf(notices);
  }
}
