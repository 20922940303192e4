package org.toret.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.Limits;
import org.toret.mobility.plan.TravelMode;

/// Small random towns, in which every way through the places can be tried out: what the planner
/// finds must be among these, and next to none of them better than all it finds.
final class ViaOracleTest {

  private static final int TOWNS = 400;
  private static final int STOPS = 7;
  private static final int FIRST_MINUTE = 8 * 60;
  private static final int LAST_MINUTE = FIRST_MINUTE + 100;
  private static final int MOST_RIDES = 5;
  private static final int SLACK_MINUTES = 1;

  /// A trip: stops and minutes, parallel.
  private record Trip(List<Integer> stops, List<Integer> minutes) {}

  /// A way found by trying: minutes and vehicles.
  private record Way(int departs, int arrives, int rides) implements Comparable<Way> {

    boolean covers(Way other) {
      return departs >= other.departs && arrives <= other.arrives && rides <= other.rides;
    }

    boolean isInWindow(boolean arriveBy) {
      return arriveBy ? arrives >= LAST_MINUTE - 60 : departs <= FIRST_MINUTE + 60;
    }

    boolean coversTimes(Way other) {
      return departs >= other.departs && arrives <= other.arrives;
    }

    @Override
    public int compareTo(Way other) {
      return toString().compareTo(other.toString());
    }
  }

  /// A question, and what was found and what is possible.
  private record Trial(String question, boolean arriveBy, Set<Way> found, Set<Way> tried) {

    /// Best ways that the answer does not hold.
    Set<Way> missing() {
      Set<Way> missing = best(tried, arriveBy);
      missing.removeAll(found);
      return missing;
    }

    /// Best ways that leave later or arrive earlier than all of the answer.
    Set<Way> late() {
      Set<Way> late = missing();
      late.removeIf(way -> found.stream().anyMatch(other -> other.coversTimes(way)));
      return late;
    }
  }

  /// Parts are searched one by one, so a vehicle that passes a place with a rider aboard counts
  /// only where it is best up to there and from there, or over both: `docs/decisions/009-via.md`.
  /// The numbers are those measured, and may only fall.
  @ParameterizedTest
  @CsvSource({"false, 28, 1", "true, 23, 1"})
  void whatIsFoundCanBeTravelledAndLittleIsMissing(
      boolean arriveBy, int mostLacking, int mostLate) {
    int lacking = 0;
    int late = 0;
    for (int seed = 0; seed < TOWNS; seed++) {
      Trial trial = trial(seed, arriveBy);
      assertThat(trial.tried()).as("%d: %s", seed, trial.question()).containsAll(trial.found());
      lacking += trial.missing().isEmpty() ? 0 : 1;
      late += trial.late().isEmpty() ? 0 : 1;
    }
    assertThat(lacking).as("towns in which a way is missing").isLessThanOrEqualTo(mostLacking);
    assertThat(late).as("towns in which a better time is missing").isLessThanOrEqualTo(mostLate);
  }

  private static Trial trial(int seed, boolean arriveBy) {
    Random random = new Random(seed);
    List<Trip> trips = trips(random);
    List<Integer> places = new ArrayList<>(IntStream.range(0, STOPS).boxed().toList());
    Collections.shuffle(places, random);
    List<Integer> asked = places.subList(0, 3 + random.nextInt(2));
    Set<Way> tried = new TreeSet<>();
    for (Trip trip : trips) {
      board(trips, trip, asked, asked.getFirst(), FIRST_MINUTE, 0, 1, -1, tried);
    }
    tried.removeIf(way -> arriveBy && way.arrives > LAST_MINUTE);
    List<Way> found = answered(trips, asked, arriveBy);
    return new Trial(asked + " of " + trips, arriveBy, new TreeSet<>(found), tried);
  }

  private static Set<Way> best(Set<Way> tried, boolean arriveBy) {
    Set<Way> best = new TreeSet<>(tried);
    best.removeIf(way ->
        !way.isInWindow(arriveBy)
            || tried.stream().anyMatch(other -> !other.equals(way) && other.covers(way)));
    return best;
  }

  private static List<Way> answered(List<Trip> trips, List<Integer> places, boolean arriveBy) {
    StringBuilder text = new StringBuilder();
    for (int stop = 0; stop < STOPS; stop++) {
      text.append("stop S").append(stop).append(" at=45.0,7.").append(stop).append("\n");
    }
    for (int i = 0; i < trips.size(); i++) {
      text.append("line ").append(i).append(" bus");
      for (int call = 0; call < trips.get(i).stops().size(); call++) {
        text.append(" S").append(trips.get(i).stops().get(call));
        text.append(' ').append(LocalTime.ofSecondOfDay(60L * trips.get(i).minutes().get(call)));
      }
      text.append('\n');
    }
    TestCity city = TestCity.of(text.toString());
    String[] via =
        places.subList(1, places.size() - 1).stream().map(s -> "S" + s).toArray(String[]::new);
    String time = LocalTime.ofSecondOfDay(60L * (arriveBy ? LAST_MINUTE : FIRST_MINUTE)).toString();
    var plain =
        city.request(
            "S" + places.getFirst(), "S" + places.getLast(), time, arriveBy, TravelMode.transit());
    Limits limits = new Limits(MOST_RIDES - 1, 0, 25_000);
    return TestCity.answered(city.planner.plan(city.passing(plain, limits, via)))
        .alternatives()
        .stream()
        .map(ViaOracleTest::way)
        .filter(way -> way.isInWindow(arriveBy))
        .toList();
  }

  private static Way way(Alternative alternative) {
    LocalTime departs = alternative.departure().toLocalTime();
    LocalTime arrives = alternative.arrival().toLocalTime();
    return new Way(
        departs.toSecondOfDay() / 60, arrives.toSecondOfDay() / 60, alternative.transfers() + 1);
  }

  /// Tries a trip from a stop on: rides it to each of its later stops, and on from there.
  private static void board(
      List<Trip> trips,
      Trip trip,
      List<Integer> places,
      int stop,
      int minute,
      int passed,
      int rides,
      int departs,
      Set<Way> tried) {
    int call = trip.stops().indexOf(stop);
    if (call < 0 || trip.minutes().get(call) < minute || rides > MOST_RIDES) {
      return;
    }
    int left = departs < 0 ? trip.minutes().get(call) : departs;
    int next = passed;
    for (int at = call; at < trip.stops().size(); at++) {
      int here = trip.stops().get(at);
      int now = trip.minutes().get(at);
      if (next < places.size() && places.get(next) == here) {
        next++;
      }
      if (next == places.size()) {
        tried.add(new Way(left, now, rides));
        return;
      }
      if (at > call) {
        for (Trip other : trips) {
          if (other != trip) {
            int ready = now + SLACK_MINUTES;
            board(trips, other, places, here, ready, next, rides + 1, left, tried);
          }
        }
      }
    }
  }

  private static List<Trip> trips(Random random) {
    List<Trip> trips = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      List<Integer> stops = new ArrayList<>(IntStream.range(0, STOPS).boxed().toList());
      Collections.shuffle(stops, random);
      List<Integer> minutes = new ArrayList<>();
      int minute = FIRST_MINUTE + random.nextInt(80);
      int length = 3 + random.nextInt(3);
      for (int call = 0; call < length; call++) {
        minutes.add(minute);
        minute += 2 + random.nextInt(14);
      }
      trips.add(new Trip(List.copyOf(stops.subList(0, length)), List.copyOf(minutes)));
    }
    return trips;
  }
}
