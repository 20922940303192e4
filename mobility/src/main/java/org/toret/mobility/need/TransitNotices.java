package org.toret.mobility.need;

import java.util.ArrayList;
import java.util.List;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;

/// Says why nothing by public transport is offered, where there is a reason to be told.
///
/// @param anyFrom whether a stop is within reach of the start
/// @param anyTo whether one is within reach of the destination
/// @param hours how far from the time asked about was looked
public record TransitNotices(boolean anyFrom, boolean anyTo, int hours) {

  /// `no_stop_from` and `no_stop_to`, or `transit_none` where nothing at all is offered.
  ///
  /// @param request of somebody who would take public transport
  /// @param nothing whether nothing at all is offered
  /// @param told what is told already
  public List<Notice> of(PlanRequest request, boolean nothing, List<Notice> told) {
    List<Notice> notices = new ArrayList<>();
    if (request.modes().stream().noneMatch(TravelMode::isTransit)) {
      return notices;
    }
    int walk = request.limits().maxWalkMetres();
    if (!anyFrom) {
      notices.add(notice("no_stop_from", walk));
    }
    if (!anyTo) {
      notices.add(notice("no_stop_to", walk));
    }
    boolean known = told.stream().anyMatch(notice -> notice.code().equals("bike_on_board_nowhere"));
    if (nothing && notices.isEmpty() && !known) {
      notices.add(notice("transit_none", hours));
    }
    return notices;
  }

  private static Notice notice(String code, int number) {
    return Notice.of(code, Severity.INFO, Place.ofFeed(""), number);
  }
}
