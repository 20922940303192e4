package org.toret.mobility;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notices;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.Reliability;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.reliability.DelayHistory;
import org.toret.mobility.reliability.DelayHistory.Event;
import org.toret.mobility.reliability.DelayHistory.Where;
import org.toret.mobility.reliability.DelayWatch;
import org.toret.mobility.reliability.JourneyOutlook;
import org.toret.network.flex.OnDemand;
import org.toret.network.overlay.FeedChanges;
import org.toret.network.overlay.LiveOverlay;
import org.toret.network.overlay.TripChange;
import org.toret.network.street.MapFeatures;
import org.toret.network.street.StreetBuilder;
import org.toret.network.street.StreetClass;
import org.toret.network.street.StreetEdge;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.network.street.StreetSurface;
import org.toret.network.traffic.RoadPlace;
import org.toret.network.traffic.RoadReading;
import org.toret.router.traffic.Exposure;
import org.toret.router.traffic.RoadMatcher;
import org.toret.router.traffic.RoadTraffic;
import org.toret.router.traffic.SlowTraffic;

/// A bus along a street of 1,000 m that cars drive in 100 s when it is free, and an underground
/// that is reached with three minutes to spare. Traffic at a quarter of the speed costs cars 300 s
/// more, of which the bus loses 210 s.
@Tag("RE-07")
final class JamsTest {

  private static final GeoPoint WEST = new GeoPoint(45.07, 7.6800);
  private static final GeoPoint EAST =
      new GeoPoint(45.07, 7.68 + 1000 / (111_195.08 * Math.cos(Math.toRadians(45.07))));

  private static final String TOWN =
      String.format(
          Locale.ROOT,
          """
          stop A at=45.07,7.68
          stop B at=45.07,%f
          stop C at=45.09,7.70
          line 1 bus A 08:00 B 08:10
          line 2 metro B 08:13 C 08:23 | every 15m until 10:00
          """,
          EAST.lon());

  private final StreetNetwork streets = streets();
  private final TestCity city = TestCity.of(TOWN, streets, OnDemand.none());
  private final DelayHistory history = new DelayHistory();
  private final DelayWatch watch = new DelayWatch(history);
  private final Exposure exposure =
      Exposure.of(city.engine.city().timetable(), streets, city.engine.streets());

  private static StreetNetwork streets() {
    StreetBuilder town = new StreetBuilder(false);
    int west = town.node(WEST.latE7(), WEST.lonE7(), 0);
    int east = town.node(EAST.latE7(), EAST.lonE7(), 0);
    town.edge(
        new StreetEdge(
            west,
            east,
            (int) Math.round(10 * Distance.metres(WEST, EAST)),
            StreetFlags.FOOT | StreetFlags.CAR,
            5,
            0,
            0,
            36,
            36,
            StreetClass.SECONDARY,
            StreetSurface.SMOOTH,
            10,
            0,
            0,
            "Corso",
            "",
            new int[0],
            new int[0]));
    return town.build(MapFeatures.NONE);
  }

  private SlowTraffic traffic(double kmh) {
    RoadPlace course = new RoadPlace("", List.of(WEST, EAST), RoadPlace.ANY_BEARING, false);
    RoadReading reading = new RoadReading("r", course, kmh, -1, 1, at("07:58"));
    RoadTraffic told =
        RoadTraffic.of(
            new RoadMatcher(streets), List.of(reading), List.of(), ZoneId.of("Europe/Rome"));
    return SlowTraffic.of(exposure, told);
  }

  @Test
  void aRideInSlowTrafficSaysHowMuchLaterItIsAndKeepsItsTimes() {
    Alternative free = judged(SlowTraffic.NONE);
    Alternative slow = judged(traffic(9));
    Leg.SlowTraffic told = requireNonNull(ride(slow, 0).slowTraffic());
    assertThat(told.arrivalSeconds()).isCloseTo(210, within(2));
    assertThat(told.boardingSeconds()).isZero();
    assertThat(told.metres()).isCloseTo(1000, within(5));
    assertThat(told.liveAt().toLocalTime()).hasToString("07:58");
    assertThat(ride(slow, 1).slowTraffic()).as("underground").isNull();
    assertThat(slow.arrival()).isEqualTo(free.arrival());
    assertThat(slow.legs().getFirst().arrival()).isEqualTo(free.legs().getFirst().arrival());
    assertThat(ride(free, 0).slowTraffic()).isNull();
    assertThat(judged(traffic(36)).legs()).as("as fast as published").isEqualTo(free.legs());
    assertThat(reliability(slow).known()).as("no history of delays").isFalse();
  }

  /// What is expected is anything up to twice as much: with 180 s to spare that is 180 of 420.
  @Test
  void theChangeHoldsLessOften() {
    add("1", "B", 0, 2000);
    add("2", "B", 0, 2000);
    assertThat(reliability(judged(SlowTraffic.NONE)).chance()).isGreaterThan(0.99);
    assertThat(reliability(judged(traffic(9))).chance()).isCloseTo(180 / 420.0, within(0.05));
    double half = 300 / 3.0 * 0.7;
    assertThat(reliability(judged(traffic(18))).chance())
        .as("at half of the speed %.0f s, never more than is to spare", half)
        .isGreaterThan(0.99);
  }

  @Test
  void whatTheLineLosesEveryDayIsNotAddedToIt() {
    add("1", "B", 240, 2000);
    add("2", "B", 0, 2000);
    Double usual = reliability(judged(SlowTraffic.NONE)).chance();
    assertThat(usual).isLessThan(0.05);
    assertThat(reliability(judged(traffic(9))).chance()).isEqualTo(usual);
  }

  @Test
  void aRunOfWhichSomethingIsToldKnowsItself() {
    LiveOverlay overlay = new LiveOverlay(city.engine.city().timetable());
    TripChange onTime =
        new TripChange(
            TripChange.Kind.RUNS,
            "1@08:00",
            "",
            -1,
            OptionalInt.empty(),
            Optional.of(LocalDate.of(2026, 3, 2)),
            OptionalInt.of(0),
            List.of(),
            TripChange.Told.NOTHING);
    FeedChanges said = new FeedChanges("s", "t", at("07:59"), List.of(onTime));
    overlay.update(said, new Notices());
    watch.hear(overlay.published(), overlay.listTold(said), "IT", at("07:59"));
    assertThat(ride(judged(traffic(9)), 0).slowTraffic()).isNull();
  }

  private Alternative judged(SlowTraffic slow) {
    PlanRequest request = city.request("A", "C", "07:59", false, TravelMode.transit());
    Optional<Instant> now = Optional.of(Instant.ofEpochSecond(at("07:59")));
    return new JourneyOutlook(city.engine, city.directory, watch, now, slow)
        .of(TestCity.answered(city.planner.plan(request)), request).alternatives().stream()
            .min(Comparator.comparing(Alternative::arrival))
            .orElseThrow();
  }

  private static Leg.Transit ride(Alternative way, int number) {
    return way.legs().stream()
        .flatMap(leg -> Optional.ofNullable(leg.transit()).stream())
        .skip(number)
        .findFirst()
        .orElseThrow();
  }

  private static Reliability reliability(Alternative way) {
    return requireNonNull(way.reliability());
  }

  private void add(String line, String stop, int seconds, int times) {
    for (int i = 0; i < times; i++) {
      history.add(new Where("t:" + line, city.stopId(stop), 8, Event.ARRIVAL), seconds);
    }
  }

  private long at(String time) {
    return city.request("A", "C", time, false, TravelMode.transit()).when().at().getEpochSecond();
  }
}
