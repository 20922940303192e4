package org.toret.router.hire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toret.base.geo.GeoPoint;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetPath;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.WalkOptions;

/// Joins every stop to a place by every pair of stations, with paths found one by one, and expects
/// the search to reach the same stops as soon.
@Tag("SH-06")
final class HireApproachTest {

  private static final WalkOptions WALK = WalkOptions.upTo(2_000);
  private static final double PACE = 4.4;
  private static final Rider RIDER = Rider.at(PACE);
  private static final int HANDLING_SECONDS = 90;
  private static final int PLACE_METRES = 800;
  private static final int STOP_METRES = 350;
  private static final int RIDE_SECONDS = 1_200;
  private static final int TOLERANCE_SECONDS = 2;
  private static final int TOLERANCE_METRES = 3;

  @ParameterizedTest
  @CsvSource({"1, FROM", "2, FROM", "3, FROM", "1, TOWARDS", "2, TOWARDS", "3, TOWARDS"})
  void everyStopIsJoinedByTheBestPairOfStations(long seed, ReachDirection direction) {
    HireTown town = new HireTown(seed);
    int joined = 0;
    for (int i = 0; i < 5; i++) {
      GeoPoint place = town.place();
      HireApproach approach = town.engine.approach(query(town, place), direction, HANDLING_SECONDS);
      Map<Integer, Integer> expected = oracle(town, place, direction == ReachDirection.FROM);
      Map<Integer, Integer> found = new TreeMap<>();
      for (int n = 0; n < approach.reach().count(); n++) {
        found.put(approach.reach().stops()[n], approach.reach().seconds()[n]);
        HireVia via = approach.via(approach.reach().stops()[n]);
        assertThat(via.seconds() + HANDLING_SECONDS).isEqualTo(approach.reach().seconds()[n]);
        boolean outward = direction == ReachDirection.FROM;
        Endpoint here = Endpoint.of(place);
        Endpoint stop = Endpoint.ofStop(approach.reach().stops()[n]);
        int walked = walked(town, outward ? here : stop, via, outward ? stop : here);
        assertThat(approach.reach().metres()[n]).isCloseTo(walked, within(TOLERANCE_METRES));
      }
      assertThat(approach.reach().seconds()).isSorted();
      assertThat(found.keySet()).isEqualTo(expected.keySet());
      expected.forEach((stop, seconds) ->
          assertThat(found.get(stop))
              .as("stop %d", stop)
              .isBetween(seconds - TOLERANCE_SECONDS, seconds + TOLERANCE_SECONDS));
      joined += found.size();
    }
    assertThat(joined).isGreaterThan(5);
  }

  /// Walks and rides as told: how far on foot.
  private static int walked(HireTown town, Endpoint from, HireVia via, Endpoint to) {
    Endpoint taken = Endpoint.of(via.pickup().point());
    Endpoint left = Endpoint.of(via.drop().point());
    StreetPath first = walk(town, from, taken).orElseThrow();
    StreetPath last = walk(town, left, to).orElseThrow();
    StreetPath ride =
        town.router
            .path(taken, left, StreetMode.BIKE, new PathOptions(WALK, PACE, 20_000))
            .orElseThrow();
    assertThat(via.firstWalkSeconds()).isCloseTo(first.seconds(), within(TOLERANCE_SECONDS));
    assertThat(via.rideSeconds()).isCloseTo(ride.seconds(), within(TOLERANCE_SECONDS));
    assertThat(via.lastWalkSeconds()).isCloseTo(last.seconds(), within(TOLERANCE_SECONDS));
    return first.metres() + last.metres();
  }

  private static HireQuery query(HireTown town, GeoPoint place) {
    Endpoint end = Endpoint.of(place);
    return new HireQuery(
        end, place, end, place, HireTown.BICYCLE, town.now, 1, WALK, RIDER, 20_000);
  }

  private static Map<Integer, Integer> oracle(HireTown town, GeoPoint place, boolean outward) {
    Map<Integer, Integer> best = new TreeMap<>();
    int stations = town.sharing.stations().count();
    for (int take = 0; take < stations; take++) {
      boolean has = !town.now.isKnown(take) || town.now.vehicles(take, HireTown.BICYCLE) > 0;
      for (int leave = 0; has && leave < stations; leave++) {
        boolean open = !town.now.isKnown(leave) || town.now.mayReturn(leave, HireTown.BICYCLE);
        if (open && leave != take) {
          join(town, place, outward, take, leave, best);
        }
      }
    }
    return best;
  }

  private static void join(
      HireTown town,
      GeoPoint place,
      boolean outward,
      int take,
      int leave,
      Map<Integer, Integer> best) {
    Endpoint taken = Endpoint.of(town.sharing.stations().point(take));
    Endpoint left = Endpoint.of(town.sharing.stations().point(leave));
    Endpoint here = Endpoint.of(place);
    Optional<StreetPath> near =
        (outward ? walk(town, here, taken) : walk(town, left, here))
            .filter(path -> path.metres() <= PLACE_METRES);
    Optional<StreetPath> ride =
        near.isEmpty()
            ? Optional.empty()
            : town.router
                .path(taken, left, StreetMode.BIKE, new PathOptions(WALK, PACE, 20_000))
                .filter(path -> path.seconds() <= RIDE_SECONDS);
    for (int stop = 0; ride.isPresent() && stop < town.stops.size(); stop++) {
      Endpoint there = Endpoint.ofStop(stop);
      int number = stop;
      (outward ? walk(town, left, there) : walk(town, there, taken))
          .filter(path -> path.metres() <= STOP_METRES)
          .ifPresent(far -> {
            int seconds = near.get().seconds() + ride.get().seconds() + far.seconds();
            best.merge(number, seconds + HANDLING_SECONDS, Math::min);
          });
    }
  }

  private static Optional<StreetPath> walk(HireTown town, Endpoint from, Endpoint to) {
    return town.router.path(from, to, StreetMode.WALK, PathOptions.of(WALK));
  }
}
