package org.toret.testkit.oracle;

import java.util.List;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.TimetableView;

/// Anything that answers a question to the timetable: the search under test, or an oracle.
@FunctionalInterface
public interface JourneySearch {

  /// The journeys that are best in departure, arrival and boardings, one for each point of the
  /// front, in any order.
  List<RaptorJourney> search(TimetableView view, RangeQuery query);
}
