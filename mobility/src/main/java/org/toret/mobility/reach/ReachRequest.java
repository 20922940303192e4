package org.toret.mobility.reach;

import java.util.List;
import org.toret.mobility.plan.Waypoint;

/// Where one gets from a place, or from where one gets to it.
///
/// @param place where one starts; where one ends when `span` says arrive by
/// @param minutes the times asked about
public record ReachRequest(Waypoint place, Span span, List<Integer> minutes) {

  public ReachRequest {
    minutes = List.copyOf(minutes);
  }
}
