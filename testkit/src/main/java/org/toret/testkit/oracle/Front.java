package org.toret.testkit.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RaptorJourney;

/// A set of journeys of which none is at least as good as another in everything.
final class Front {

  private record Entry(RaptorJourney journey, int energy, int emission, int cents) {

    boolean covers(Entry other) {
      return journey.covers(other.journey)
          && energy <= other.energy
          && emission <= other.emission
          && cents <= other.cents;
    }
  }

  private final List<Entry> entries = new ArrayList<>();

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
    for (Entry entry : entries) {
      if (entry.journey().departureSeconds() >= departureSeconds
          && entry.journey().arrivalSeconds() <= arrivalSeconds
          && entry.journey().boardings() <= boardings) {
        return false;
      }
    }
    return true;
  }

  void add(RaptorJourney journey) {
    offer(journey, 0, 0, 0);
  }

  /// Adds a journey unless another one is at least as good, in energy, emissions and cents too.
  void offer(RaptorJourney journey, int energy, int emission, int cents) {
    Entry fresh = new Entry(journey, energy, emission, cents);
    if (entries.stream().noneMatch(entry -> entry.covers(fresh))) {
      entries.removeIf(fresh::covers);
      entries.add(fresh);
    }
  }

  /// By departure, then arrival, then boardings.
  List<RaptorJourney> sorted() {
    return entries.stream()
        .map(Entry::journey)
        .sorted(
            Comparator.comparingInt(RaptorJourney::departureSeconds)
                .thenComparingInt(RaptorJourney::arrivalSeconds)
                .thenComparingInt(RaptorJourney::boardings))
        .toList();
  }
}
