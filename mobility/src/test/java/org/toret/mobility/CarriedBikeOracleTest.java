package org.toret.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.Limits;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Waypoint;
import org.toret.mobility.plan.When;
import org.toret.network.flex.OnDemand;

/// A bicycle taken along through small random towns, against a search that tries everything: every
/// trip that takes bicycles, at every stop, every change, with ways by bicycle and on foot found by
/// relaxing all streets until nothing changes.
@Tag("BI-03")
final class CarriedBikeOracleTest {

  private static final int TOWNS = 150;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nothingBetterIsMissedAndAllCanBeRidden(boolean arriveBy) {
    int asked = 0;
    int carried = 0;
    for (int seed = 0; seed < TOWNS; seed++) {
      CarriedTown town = new CarriedTown(seed);
      List<CarriedTown.Way> possible =
          town.all().stream()
              .filter(way ->
                  arriveBy
                      ? way.arrives() <= CarriedTown.LAST_SECOND
                      : way.departs() >= CarriedTown.FIRST_SECOND)
              .toList();
      List<CarriedTown.Way> inWindow =
          possible.stream().filter(way -> way.isInWindow(arriveBy)).toList();
      if (inWindow.isEmpty()) {
        continue;
      }
      List<Alternative> found = found(town, arriveBy);
      asked++;
      List<CarriedTown.Way> told = found.stream().map(CarriedBikeOracleTest::way).toList();
      for (CarriedTown.Way way : told) {
        assertThat(possible)
            .as("town %d: %s", seed, way)
            .anyMatch(other -> way.isAs(other) && other.ridden() < 1.02 * CarriedTown.MOST_RIDDEN);
      }
      for (CarriedTown.Way way : inWindow) {
        boolean best =
            way.ridden() < 0.98 * CarriedTown.MOST_RIDDEN
                && possible.stream().noneMatch(other -> !other.isAs(way) && other.covers(way));
        if (best) {
          // in the same vehicles other calls may be chosen for shorter ways at the ends
          assertThat(told)
              .as("town %d: %s", seed, way)
              .anyMatch(other -> other.covers(way) || other.trips().equals(way.trips()));
        }
      }
      carried += found.stream().anyMatch(CarriedBikeOracleTest::isRiddenAtBothEnds) ? 1 : 0;
    }
    assertThat(asked).isGreaterThan(TOWNS / 2);
    assertThat(carried).isGreaterThan(TOWNS / 4);
  }

  private static CarriedTown.Way way(Alternative alternative) {
    return new CarriedTown.Way(
        alternative.departure().toLocalTime().toSecondOfDay(),
        alternative.arrival().toLocalTime().toSecondOfDay(),
        alternative.legs().stream()
            .map(Leg::transit)
            .filter(Objects::nonNull)
            .map(ride -> Integer.parseInt(ride.route().name()))
            .toList(),
        0);
  }

  private static boolean isRiddenAtBothEnds(Alternative alternative) {
    List<Leg> legs = alternative.legs();
    return alternative.group().equals("bike+public")
        && legs.getFirst().mode() == TravelMode.BIKE
        && legs.getLast().mode() == TravelMode.BIKE;
  }

  private static List<Alternative> found(CarriedTown town, boolean arriveBy) {
    TestCity city = TestCity.of(town.text(), town.streets, OnDemand.none());
    Set<TravelMode> modes = EnumSet.copyOf(TravelMode.transit());
    modes.add(TravelMode.BIKE);
    PlanRequest request =
        new PlanRequest(
            new Waypoint.Point(CarriedTown.point(town.from), ""),
            new Waypoint.Point(CarriedTown.point(town.to), ""),
            List.of(),
            new When(
                LocalDateTime.parse("2026-03-02T" + (arriveBy ? "09:30" : "08:00"))
                    .atZone(ZoneId.of("Europe/Rome"))
                    .toInstant(),
                arriveBy,
                Duration.ofSeconds(CarriedTown.WINDOW_SECONDS)),
            modes,
            TestTravellers.withBicycle(),
            new Limits(
                CarriedTown.MOST_RIDES - 1,
                CarriedTown.MOST_WALK_METRES,
                CarriedTown.MOST_BIKE_METRES),
            true,
            0,
            PlanRequest.STAY_MINUTES,
            "en");
    return TestCity.answered(city.planner.plan(request)).alternatives().stream()
        .filter(alternative -> alternative.group().endsWith("public"))
        .filter(alternative -> way(alternative).isInWindow(arriveBy))
        .toList();
  }
}
