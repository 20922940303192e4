package org.toret.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.toret.network.timetable.TransferRules;
import org.toret.network.timetable.Transfers;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.Ride;
import org.toret.router.raptor.TimetableView;

/// Counts what the answers to random questions had in them, so that agreement on easy questions
/// alone is not taken for agreement.
final class Variety {

  private enum Trait {
    JOURNEY,
    SEVERAL_ON_A_FRONT,
    THREE_BOARDINGS,
    STAYED_SEATED,
    STAYED_SEATED_TWICE,
    CHANGE_BY_RULE,
    CHANGE_ON_FOOT,
    CHANGE_OF_SERVICE_DATE,
    YESTERDAYS_TRIP,
    ARRIVE_BY,
    STEP_FREE,
    BICYCLE,
    SOME_MODES
  }

  private final Map<Trait, Integer> counts = new EnumMap<>(Trait.class);

  int journeys() {
    return counts.getOrDefault(Trait.JOURNEY, 0);
  }

  void count(TimetableView view, RangeQuery query, List<RaptorJourney> journeys) {
    note(Trait.SEVERAL_ON_A_FRONT, journeys.size() > 1);
    for (RaptorJourney journey : journeys) {
      long seated = journey.rides().stream().filter(Ride::seated).count();
      note(Trait.JOURNEY, true);
      note(Trait.THREE_BOARDINGS, journey.boardings() >= 3);
      note(Trait.STAYED_SEATED, seated >= 1);
      note(Trait.STAYED_SEATED_TWICE, seated >= 2);
      note(Trait.CHANGE_OF_SERVICE_DATE, days(journey) > 1);
      note(Trait.YESTERDAYS_TRIP, isAfterMidnight(journey));
      note(Trait.ARRIVE_BY, query.arriveBy());
      note(Trait.STEP_FREE, query.stepFree());
      note(Trait.BICYCLE, query.bikes());
      note(Trait.SOME_MODES, query.modes() != RangeQuery.ALL_MODES);
      for (int i = 1; i < journey.rides().size(); i++) {
        noteChange(view, query, journey.rides().get(i - 1), journey.rides().get(i));
      }
    }
  }

  /// Asserts that each trait occurred about as often as the number of cities lets expect.
  void assertEverythingOccurred(int cities) {
    for (Trait trait : Trait.values()) {
      assertThat(counts.getOrDefault(trait, 0))
          .as("%s in %d cities, all: %s", trait, cities, counts)
          .isGreaterThan(cities / 20);
    }
  }

  private void note(Trait trait, boolean occurred) {
    counts.merge(trait, occurred ? 1 : 0, Integer::sum);
  }

  private static long days(RaptorJourney journey) {
    return journey.rides().stream().mapToInt(Ride::day).distinct().count();
  }

  private static boolean isAfterMidnight(RaptorJourney journey) {
    Ride first = journey.rides().getFirst();
    return first.day() == 0 && first.departureSeconds() > 0;
  }

  private void noteChange(TimetableView view, RangeQuery query, Ride from, Ride to) {
    if (to.seated()) {
      return;
    }
    Transfers transfers = query.stepFree() ? view.stepFreeTransfers() : view.transfers();
    int left = node(view, from, from.alightCall());
    int boarded = node(view, to, to.boardCall());
    boolean ruled = left == boarded && transfers.changeSeconds()[left] != TransferRules.GENERAL;
    for (int i = transfers.offsets()[left]; i < transfers.ruleEnds()[left]; i++) {
      ruled |= transfers.targets()[i] == boarded;
    }
    int[] stops = view.timetable().nodes().stops();
    note(Trait.CHANGE_BY_RULE, ruled);
    note(Trait.CHANGE_ON_FOOT, stops[left] != stops[boarded]);
  }

  private static int node(TimetableView view, Ride ride, int call) {
    int pattern = view.timetable().trips().patterns()[ride.trip()];
    int offset = view.timetable().patterns().stopOffsets()[pattern];
    return view.timetable().patterns().nodes()[offset + call];
  }
}
