package org.toret.testkit.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RaptorJourney;

/// A set of journeys of which none is at least as good as another in everything.
final class Front {

  private final List<RaptorJourney> journeys = new ArrayList<>();

  /// Whether a journey lies in the window of a question and is not too long.
  static boolean answers(RangeQuery query, int departureSeconds, int arrivalSeconds) {
    int at = query.atSeconds();
    boolean inWindow =
        query.arriveBy()
            ? arrivalSeconds >= at - query.windowSeconds() && arrivalSeconds <= at
            : departureSeconds >= at && departureSeconds <= at + query.windowSeconds();
    return inWindow && arrivalSeconds - departureSeconds <= query.maxSeconds();
  }

  /// Whether a journey with these figures would be new to the front.
  boolean wants(int departureSeconds, int arrivalSeconds, int boardings) {
    for (RaptorJourney journey : journeys) {
      if (journey.departureSeconds() >= departureSeconds
          && journey.arrivalSeconds() <= arrivalSeconds
          && journey.boardings() <= boardings) {
        return false;
      }
    }
    return true;
  }

  void add(RaptorJourney journey) {
    if (wants(journey.departureSeconds(), journey.arrivalSeconds(), journey.boardings())) {
      journeys.removeIf(journey::covers);
      journeys.add(journey);
    }
  }

  /// By departure, then arrival, then boardings.
  List<RaptorJourney> sorted() {
    return journeys.stream()
        .sorted(
            Comparator.comparingInt(RaptorJourney::departureSeconds)
                .thenComparingInt(RaptorJourney::arrivalSeconds)
                .thenComparingInt(RaptorJourney::boardings))
        .toList();
  }
}
