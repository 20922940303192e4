package org.toret.mobility.need;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.When;

/// Says why nothing by public transport is offered, where there is a reason to be told.
///
/// @param anyFrom whether a stop is within reach of the start
/// @param anyTo whether one is within reach of the destination
/// @param hours how far from the time asked about was looked
public record TransitNotices(boolean anyFrom, boolean anyTo, int hours) {

  private static final Set<String> REASONS =
      Set.of("bike_on_board_nowhere", "window_none_earlier", "window_none_later", "page_past");

  /// Where the window moved to what leaves, or arrives, nearest to it: `window_widened`,
  /// `window_widened_back`, and of a page that was turned the other way `window_earlier`,
  /// `window_later`; of such a page on which nothing is, `window_none_earlier`,
  /// `window_none_later`.
  public Optional<Notice> window(When when, boolean moved, boolean none) {
    if (when.turned() && none && anyFrom && anyTo) {
      return Optional.of(
          notice(when.arriveBy() ? "window_none_later" : "window_none_earlier", hours));
    }
    if (!moved) {
      return Optional.empty();
    }
    String forward = when.turned() ? "window_earlier" : "window_widened";
    String back = when.turned() ? "window_later" : "window_widened_back";
    return Optional.of(notice(when.arriveBy() ? back : forward));
  }

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
    boolean known = told.stream().map(Notice::code).anyMatch(REASONS::contains);
    if (nothing && notices.isEmpty() && !known) {
      notices.add(notice("transit_none", hours));
    }
    return notices;
  }

  private static Notice notice(String code, Object... args) {
    return Notice.of(code, Severity.INFO, Place.ofFeed(""), args);
  }
}
