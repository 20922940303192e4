package org.toret.mobility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.mobility.plan.Limits;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.Waypoint;
import org.toret.mobility.plan.When;
import org.toret.mobility.reach.MatrixAnswer;
import org.toret.mobility.reach.MatrixPlanner;
import org.toret.mobility.reach.MatrixRequest;
import org.toret.mobility.reach.ReachAnswer;
import org.toret.mobility.reach.ReachPlanner;
import org.toret.mobility.reach.ReachRequest;
import org.toret.mobility.reach.Span;
import org.toret.network.flex.OnDemand;
import org.toret.router.fare.DriveCosts;
import org.toret.router.reach.ReachArea;

/// How far one gets, and how long it takes, with a bicycle on board and with luggage: as soon as
/// the best answer between the two places.
final class ReachNeedsTest {

  private static final int TOWNS = 120;
  private static final ZoneId ZONE = ZoneId.of("Europe/Rome");
  private static final Instant AT =
      LocalDateTime.parse("2026-03-02T08:00").atZone(ZONE).toInstant();

  private static final String LINES =
      """
      stop A at=45.0,7.6 ; stop B at=45.1,7.6 ; stop C at=45.2,7.6
      line 1 bus A 08:00 B 08:10
      line 2 bus B 08:11:30 C 08:20
      line 3 bus B 08:12 C 08:21
      """;

  private static Set<TravelMode> modes(TravelMode own) {
    Set<TravelMode> modes = EnumSet.copyOf(TravelMode.transit());
    modes.add(own);
    return modes;
  }

  private static final Limits SHORT = limits(CarriedTown.MOST_BIKE_METRES);

  private static Limits limits(int bikeMetres) {
    return new Limits(CarriedTown.MOST_RIDES - 1, CarriedTown.MOST_WALK_METRES, bikeMetres);
  }

  private static Span span(TravelMode own, Limits limits) {
    return new Span(AT, false, modes(own), TestTravellers.withBicycle(), limits);
  }

  private static Waypoint corner(int corner) {
    return new Waypoint.Point(CarriedTown.point(corner), "");
  }

  private static OptionalLong planned(
      TestCity city, CarriedTown town, TravelMode own, Limits limits) {
    PlanRequest request =
        new PlanRequest(
            corner(town.from),
            corner(town.to),
            List.of(),
            new When(AT, false, Duration.ofSeconds(CarriedTown.WINDOW_SECONDS)),
            modes(own),
            TestTravellers.withBicycle(),
            limits,
            true,
            0,
            PlanRequest.STAY_MINUTES,
            "en");
    return TestCity.answered(city.planner.plan(request)).alternatives().stream()
        .mapToLong(alternative -> alternative.arrival().toEpochSecond() - AT.getEpochSecond())
        .min();
  }

  private static MatrixAnswer matrix(TestCity city, Waypoint from, Waypoint to, Span span) {
    MatrixPlanner planner = new MatrixPlanner(city.engine, city.directory, DriveCosts.tables());
    return TestCity.answered(
        planner.matrix(new MatrixRequest(List.of(from), List.of(to), span, 0, 480)));
  }

  @ParameterizedTest
  @EnumSource(names = {"BIKE", "EBIKE"})
  @Tag("BI-06")
  void aTableWithABicycleIsAsSoonAsTheBestWay(TravelMode own) {
    int compared = 0;
    int gained = 0;
    for (int seed = 0; seed < TOWNS; seed++) {
      CarriedTown town = new CarriedTown(seed);
      TestCity city = TestCity.of(town.text(), town.streets, OnDemand.none());
      OptionalLong planned = planned(city, town, own, SHORT);
      Waypoint from = corner(town.from);
      Waypoint to = corner(town.to);
      @Nullable Integer told =
          matrix(city, from, to, span(own, SHORT)).seconds().getFirst().getFirst();
      if (told == null || told > CarriedTown.WINDOW_SECONDS || planned.isEmpty()) {
        assertThat(planned.isPresent() && planned.getAsLong() <= CarriedTown.WINDOW_SECONDS)
            .as("town %d: %s, planned %s", seed, told, planned)
            .isEqualTo(told != null && told <= CarriedTown.WINDOW_SECONDS);
        continue;
      }
      assertThat((long) told).as("town %d", seed).isCloseTo(planned.getAsLong(), within(3L));
      compared++;
      Span onFoot = new Span(AT, false, TravelMode.transit(), TestTravellers.withBicycle(), SHORT);
      @Nullable Integer pushed = matrix(city, from, to, onFoot).seconds().getFirst().getFirst();
      gained += pushed == null || pushed > told + 3 ? 1 : 0;
    }
    assertThat(compared).isGreaterThan(TOWNS / 2);
    assertThat(gained).isGreaterThan(TOWNS / 4);
  }

  /// The destination lies inside what is reached two minutes after the best arrival.
  @Test
  @Tag("BI-06")
  void whatIsReachedWithABicycleHoldsTheBestWay() {
    int ridden = 0;
    for (int seed = 0; seed < TOWNS; seed++) {
      CarriedTown town = new CarriedTown(seed);
      TestCity city = TestCity.of(town.text(), town.streets, OnDemand.none());
      Span span = span(TravelMode.BIKE, SHORT);
      OptionalLong planned = planned(city, town, TravelMode.BIKE, SHORT);
      if (planned.isPresent() && planned.getAsLong() <= CarriedTown.WINDOW_SECONDS) {
        int minute = (int) (planned.getAsLong() / 60) + 2;
        assertThat(isHeld(city, town, span, minute)).as("town %d", seed).isTrue();
        Span pushed =
            new Span(AT, false, TravelMode.transit(), TestTravellers.withBicycle(), SHORT);
        ridden += isHeld(city, town, pushed, minute) ? 0 : 1;
      }
    }
    assertThat(ridden).isGreaterThan(TOWNS / 4);
  }

  /// And outside what is reached three minutes before it. Rides have no limit here: an area counts
  /// 150 m beside streets, also those at which a ride ends by its limit.
  @Test
  @Tag("BI-06")
  void whatIsReachedWithABicycleIsNoMoreThanTheBestWay() {
    Limits far = limits(25_000);
    int compared = 0;
    for (int seed = 0; seed < TOWNS; seed++) {
      CarriedTown town = new CarriedTown(seed);
      TestCity city = TestCity.of(town.text(), town.streets, OnDemand.none());
      OptionalLong planned = planned(city, town, TravelMode.BIKE, far);
      if (planned.isPresent() && planned.getAsLong() >= 5 * 60) {
        int minute = (int) (planned.getAsLong() / 60) - 3;
        assertThat(isHeld(city, town, span(TravelMode.BIKE, far), minute))
            .as("town %d", seed)
            .isFalse();
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(TOWNS / 4);
  }

  private static boolean isHeld(TestCity city, CarriedTown town, Span span, int minute) {
    ReachPlanner planner = new ReachPlanner(city.engine, city.directory, DriveCosts.tables());
    ReachAnswer answer =
        TestCity.answered(
            planner.reach(new ReachRequest(corner(town.from), span, List.of(minute))));
    return holds(answer.areas().getFirst(), CarriedTown.point(town.to));
  }

  /// Even-odd over all rings.
  private static boolean holds(ReachArea area, GeoPoint point) {
    boolean inside = false;
    for (List<List<GeoPoint>> polygon : area.polygons()) {
      for (List<GeoPoint> ring : polygon) {
        for (int i = 1; i < ring.size(); i++) {
          GeoPoint a = ring.get(i - 1);
          GeoPoint b = ring.get(i);
          if (a.lat() > point.lat() != b.lat() > point.lat()) {
            double share = (point.lat() - a.lat()) / (b.lat() - a.lat());
            inside ^= point.lon() < a.lon() + share * (b.lon() - a.lon());
          }
        }
      }
    }
    return inside;
  }

  /// Changing takes two minutes and not one, as in the plan.
  @Test
  @Tag("BI-07")
  void aChangeWithLuggageTakesTwoMinutesInATableToo() {
    assertThat(laden(false).seconds().getFirst().getFirst()).isEqualTo(20 * 60);
    MatrixAnswer answer = laden(true);
    assertThat(answer.seconds().getFirst().getFirst()).isEqualTo(21 * 60);
    assertThat(answer.notices().stream().map(Notice::code)).contains("luggage_heeded");
  }

  private static MatrixAnswer laden(boolean luggage) {
    TestCity city = TestCity.of(LINES);
    PlanRequest plain = city.request("A", "C", "08:00", false, TravelMode.transit());
    Traveller traveller = TestTravellers.laden(luggage);
    Span span = new Span(plain.when().at(), false, TravelMode.transit(), traveller, plain.limits());
    return matrix(city, plain.from(), plain.to(), span);
  }
}
