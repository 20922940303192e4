package org.toret.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.Transfers;
import org.toret.router.journey.AboardSearch;
import org.toret.router.raptor.DayTimetable;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeRaptor;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.TimetableView;
import org.toret.testkit.city.RandomCity;
import org.toret.testkit.city.RandomQuestion;
import org.toret.testkit.city.TimetableText;

/// Journeys that begin in a vehicle against a reference that gets off at every call ahead and then
/// rides everything that can be caught, round by round.
@Tag("RE-04")
final class AboardSearchTest {

  private static final int CITIES = 40;
  private static final int SEATS = 40;

  @Test
  void theFrontIsThatOfGettingOffEverywhere() {
    int ridden = 0;
    int changed = 0;
    for (int seed = 1; seed <= CITIES; seed++) {
      TimetableText city = RandomCity.of(seed, RandomCity.Size.SMALL);
      TimetableView view = city.view();
      RandomQuestion questions = new RandomQuestion(city, seed);
      Random random = new Random(seed);
      for (int i = 0; i < SEATS; i++) {
        int day = random.nextInt(view.days().size());
        DayTimetable active = view.days().get(day);
        if (active.trips().length == 0) {
          continue;
        }
        int trip = active.trips()[random.nextInt(active.trips().length)];
        RangeQuery query = leaving(questions.next(), someTime(view, day, trip, random));
        AboardSearch search = new AboardSearch(new RangeRaptor(), view, query);
        Optional<AboardSearch.Seat> seat = search.seat(day, trip);
        if (seat.isEmpty()) {
          continue;
        }
        List<RaptorJourney> found = search.search(seat.get());
        assertThat(found.stream().map(AboardSearchTest::told).toList())
            .as("city %d, question %d: %s in %s", seed, i, seat.get(), query)
            .isEqualTo(new Brute(view, query).front(seat.get()));
        found.forEach(journey -> assertThat(faults(view, query, journey)).isEmpty());
        ridden += found.isEmpty() ? 0 : 1;
        changed += (int) found.stream().filter(journey -> journey.boardings() > 0).count();
      }
    }
    assertThat(ridden).isGreaterThan(300);
    assertThat(changed).isGreaterThan(200);
  }

  private static String told(RaptorJourney journey) {
    return journey.arrivalSeconds() + " " + journey.boardings();
  }

  private static int someTime(TimetableView view, int day, int trip, Random random) {
    Patterns patterns = view.timetable().patterns();
    int pattern = view.timetable().trips().patterns()[trip];
    int at = patterns.timeOffset(pattern, trip) + random.nextInt(patterns.length(pattern));
    return patterns.departure(at) + view.shiftSeconds(day) + 30 * (random.nextInt(7) - 3);
  }

  private static RangeQuery leaving(RangeQuery drawn, int at) {
    return new RangeQuery(
        false,
        at,
        0,
        drawn.access(),
        drawn.egress(),
        drawn.maxRides(),
        7 * 24 * 3600,
        drawn.slackSeconds(),
        drawn.walkFactor(),
        drawn.maxChangeMetres(),
        drawn.stepFree(),
        false,
        RangeQuery.ALL_MODES);
  }

  /// Whether a journey can be ridden: calls in order, changes long enough, the end in reach.
  private static List<String> faults(TimetableView view, RangeQuery query, RaptorJourney journey) {
    List<String> faults = new ArrayList<>();
    Brute brute = new Brute(view, query);
    for (int i = 1; i < journey.rides().size(); i++) {
      var before = journey.rides().get(i - 1);
      var ride = journey.rides().get(i);
      if (ride.seated()) {
        continue;
      }
      int[] ready = brute.nobody();
      brute.walk(brute.node(before.trip(), before.alightCall()), before.arrivalSeconds(), ready);
      if (ready[brute.node(ride.trip(), ride.boardCall())] > ride.departureSeconds()) {
        faults.add("change before " + ride);
      }
    }
    var last = journey.rides().getLast();
    int stop = view.timetable().nodes().stops()[brute.node(last.trip(), last.alightCall())];
    if (last.arrivalSeconds() + query.egress().secondsTo(stop) != journey.arrivalSeconds()) {
      faults.add("arrival of " + journey);
    }
    return faults;
  }

  /// Rides everything.
  private static final class Brute {

    private static final int NEVER = RangeQuery.NEVER;

    private final TimetableView view;
    private final RangeQuery query;
    private final Timetable timetable;
    private final Patterns patterns;
    private final Transfers transfers;
    private final int[] egress;
    private int reached;

    Brute(TimetableView view, RangeQuery query) {
      this.view = view;
      this.query = query;
      timetable = view.timetable();
      patterns = timetable.patterns();
      transfers = query.stepFree() ? view.stepFreeTransfers() : view.transfers();
      egress = new int[timetable.stops().count()];
      Arrays.fill(egress, NEVER);
      for (int i = 0; i < query.egress().count(); i++) {
        egress[query.egress().stops()[i]] = query.egress().seconds()[i];
      }
    }

    List<String> front(AboardSearch.Seat seat) {
      List<String> rounds = new ArrayList<>();
      int[] ready = nobody();
      reached = NEVER;
      ride(seat.day(), seat.trip(), seat.call(), ready);
      int best = NEVER;
      for (int boardings = 0; boardings <= query.maxRides(); boardings++) {
        if (reached < best) {
          best = reached;
          rounds.addFirst(best + " " + boardings);
        }
        int[] from = ready;
        ready = nobody();
        reached = NEVER;
        for (int day = 0; day < view.days().size(); day++) {
          for (int trip : view.days().get(day).trips()) {
            board(day, trip, from, ready);
          }
        }
      }
      return rounds;
    }

    int[] nobody() {
      int[] ready = new int[timetable.nodes().count()];
      Arrays.fill(ready, NEVER);
      return ready;
    }

    private void board(int day, int trip, int[] from, int[] ready) {
      int pattern = timetable.trips().patterns()[trip];
      if (query.stepFree() && patterns.wheelchair()[pattern] == 2) {
        return;
      }
      for (int call = 0; call < patterns.length(pattern) - 1; call++) {
        boolean boards =
            patterns.pickups()[patterns.stopOffsets()[pattern] + call] != 1
                && fit(node(trip, call))
                && from[node(trip, call)] <= time(day, trip, call, false);
        if (boards) {
          ride(day, trip, call, ready);
          return;
        }
      }
    }

    /// Gets off at every later call, and stays seated at the end.
    private void ride(int day, int trip, int from, int[] ready) {
      int pattern = timetable.trips().patterns()[trip];
      int length = patterns.length(pattern);
      for (int call = from + 1; call < length; call++) {
        int node = node(trip, call);
        int at = time(day, trip, call, true);
        if (patterns.dropOffs()[patterns.stopOffsets()[pattern] + call] != 1
            && fit(node)
            && at >= query.atSeconds()) {
          int walk = egress[timetable.nodes().stops()[node]];
          reached = walk < NEVER ? Math.min(reached, at + walk) : reached;
          walk(node, at, ready);
        }
      }
      int next = timetable.trips().next()[trip];
      boolean unfit =
          next >= 0
              && query.stepFree()
              && patterns.wheelchair()[timetable.trips().patterns()[next]] == 2;
      if (next >= 0 && !unfit && view.days().get(day).findActive(next) >= 0) {
        ride(day, next, 0, ready);
      }
    }

    void walk(int node, int at, int[] ready) {
      int own = query.changeSeconds(transfers.changeSeconds()[node], 0);
      ready[node] = own >= NEVER ? ready[node] : Math.min(ready[node], at + own);
      for (int i = transfers.offsets()[node]; i < transfers.offsets()[node + 1]; i++) {
        int change = query.changeSeconds(transfers.ruleSeconds()[i], transfers.walkSeconds()[i]);
        if (change < NEVER && transfers.walkMetres()[i] <= query.maxChangeMetres()) {
          int to = transfers.targets()[i];
          ready[to] = Math.min(ready[to], at + change);
        }
      }
    }

    int node(int trip, int call) {
      int pattern = timetable.trips().patterns()[trip];
      return patterns.nodes()[patterns.stopOffsets()[pattern] + call];
    }

    private boolean fit(int node) {
      return !query.stepFree()
          || timetable.stops().wheelchair()[timetable.nodes().stops()[node]] != 2;
    }

    private int time(int day, int trip, int call, boolean arrival) {
      int pattern = timetable.trips().patterns()[trip];
      int at = patterns.timeOffset(pattern, trip) + call;
      return (arrival ? patterns.arrival(at) : patterns.departure(at)) + view.shiftSeconds(day);
    }
  }
}
