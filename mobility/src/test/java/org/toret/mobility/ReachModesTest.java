package org.toret.mobility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.Limits;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.Waypoint;
import org.toret.mobility.reach.MatrixAnswer;
import org.toret.mobility.reach.MatrixPlanner;
import org.toret.mobility.reach.MatrixRequest;
import org.toret.mobility.reach.ReachAnswer;
import org.toret.mobility.reach.ReachPlanner;
import org.toret.mobility.reach.ReachRequest;
import org.toret.mobility.reach.Span;
import org.toret.network.sharing.Availability;
import org.toret.network.sharing.AvailabilityBuilder;
import org.toret.network.sharing.FormFactor;
import org.toret.network.sharing.Propulsion;
import org.toret.network.sharing.ReturnConstraint;
import org.toret.network.sharing.Sharing;
import org.toret.network.sharing.SharingBuilder;
import org.toret.network.sharing.SharingRows.StationRow;
import org.toret.network.sharing.SharingRows.SystemRow;
import org.toret.network.sharing.SharingRows.TypeRow;
import org.toret.network.sharing.VehicleTypes;
import org.toret.network.street.MapFeatures;
import org.toret.network.street.StreetBuilder;
import org.toret.network.street.StreetClass;
import org.toret.network.street.StreetEdge;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.network.street.StreetSurface;
import org.toret.router.fare.DriveCosts;

/// One street of 14 km through Turin, 100 m for each piece, driven at 36 km/h and ridden at 4.4
/// m/s; stations of shared bicycles at 100 m and 2,100 m, of the metro at 3 km and 8 km. On Monday
/// 2 March 2026 the metro leaves at 8:07 and 8:20 and takes ten minutes.
final class ReachModesTest {

  private static final int WEST = -4_000;
  private static final int EAST = 10_000;
  private static final int PIECE = 100;
  private static final double WALK = Traveller.WALK_METRES_PER_SECOND;
  private static final double RIDE = Traveller.BIKE_METRES_PER_SECOND;
  private static final int TO_STATION = (int) Math.ceil(100 / WALK);
  private static final int BETWEEN = (int) Math.ceil(2_000 / RIDE);
  private static final int HANDLING = 90;

  private final Sharing sharing = sharing();
  private final TestCity city = TestCity.of(lines(), streets(), sharing);

  private static String lines() {
    GeoPoint west = StreetTown.point(3_000);
    GeoPoint east = StreetTown.point(8_000);
    return "stop A at=%s,%s ; stop B at=%s,%s\nline 1 metro A 08:07 B 08:17\nline 2 metro A 08:20 B 08:30"
        .formatted(west.lat(), west.lon(), east.lat(), east.lon());
  }

  private static StreetNetwork streets() {
    StreetBuilder streets = new StreetBuilder(false);
    int before = -1;
    for (int metres = WEST; metres <= EAST; metres += PIECE) {
      GeoPoint point = StreetTown.point(metres);
      int node = streets.node(point.latE7(), point.lonE7(), 0);
      if (before >= 0) {
        streets.edge(
            new StreetEdge(
                before,
                node,
                10 * PIECE,
                StreetFlags.FOOT | StreetFlags.BIKE | StreetFlags.CAR,
                5,
                18,
                18,
                36,
                36,
                StreetClass.RESIDENTIAL,
                StreetSurface.UNKNOWN,
                10,
                0,
                0,
                "",
                "",
                new int[0],
                new int[0]));
      }
      before = node;
    }
    return streets.build(MapFeatures.NONE);
  }

  private static Sharing sharing() {
    TypeRow type =
        new TypeRow(
            "bike",
            "Bike",
            FormFactor.BICYCLE,
            Propulsion.HUMAN,
            VehicleTypes.NO_RANGE,
            "",
            ReturnConstraint.ANY_STATION);
    List<StationRow> stations =
        List.of(
            new StationRow("s0", "West", "", StreetTown.point(100), 10),
            new StationRow("s1", "East", "", StreetTown.point(2_100), 10));
    return new SharingBuilder()
        .add(
            new SystemRow("f", "f", "Town", "3.0", "", ""),
            List.of(type),
            stations,
            List.of(),
            List.of())
        .build();
  }

  private static Waypoint at(int metres) {
    return new Waypoint.Point(StreetTown.point(metres), "");
  }

  private static Span span(String time, boolean arriveBy, TravelMode... modes) {
    return new Span(
        StreetTown.instant(time),
        arriveBy,
        EnumSet.copyOf(List.of(modes)),
        Traveller.ordinary(),
        Limits.sensible());
  }

  private KnownNow known(String time) {
    return KnownNow.nothing(StreetTown.instant(time), city.engine.city());
  }

  private MatrixAnswer matrix(Span span, KnownNow now, int window, int from, int... to) {
    List<Waypoint> ends = new ArrayList<>();
    for (int metres : to) {
      ends.add(at(metres));
    }
    MatrixPlanner planner = new MatrixPlanner(city.engine, city.directory, DriveCosts.tables());
    return TestCity.answered(
        planner.matrix(new MatrixRequest(List.of(at(from)), ends, span, window, 120), now));
  }

  private @Nullable Integer seconds(Span span, KnownNow now, int from, int to) {
    return matrix(span, now, 0, from, to).seconds().getFirst().getFirst();
  }

  private ReachAnswer reach(Span span, KnownNow now, int place, Integer... minutes) {
    ReachPlanner planner = new ReachPlanner(city.engine, city.directory, DriveCosts.tables());
    return TestCity.answered(
        planner.reach(new ReachRequest(at(place), span, List.of(minutes)), now));
  }

  private static List<String> codes(List<Notice> notices) {
    return notices.stream().map(Notice::code).toList();
  }

  @Test
  @Tag("SH-11")
  void oneWalksUnlocksRidesAndWalksOn() {
    Span span = span("08:00", false, TravelMode.BIKESHARE);
    int expected = TO_STATION + BETWEEN + HANDLING + TO_STATION;
    assertThat(seconds(span, known("08:00"), 0, 2_200)).isCloseTo(expected, within(3));
    assertThat(seconds(span, known("08:00"), 2_200, 0)).isCloseTo(expected, within(3));
    MatrixAnswer answer = matrix(span, known("08:00"), 0, 0, 2_200);
    assertThat(codes(answer.notices())).contains("hire_availability_unknown");
  }

  @Test
  @Tag("SH-11")
  void whereNoBicycleIsLeftNobodyRides() {
    Availability none =
        new AvailabilityBuilder(sharing)
            .at(0, StreetTown.instant("08:00").getEpochSecond())
            .station(0, status(0, 10))
            .station(1, status(0, 10))
            .build();
    KnownNow now = with(none);
    Span span = span("08:00", false, TravelMode.BIKESHARE);
    assertThat(seconds(span, now, 0, 2_200)).isNull();
    assertThat(codes(matrix(span, now, 0, 0, 2_200).notices())).contains("reach_no_vehicle");
    Availability one =
        new AvailabilityBuilder(sharing)
            .at(0, StreetTown.instant("08:00").getEpochSecond())
            .station(0, status(5, 5))
            .station(1, status(0, 10))
            .build();
    assertThat(seconds(span, with(one), 0, 2_200)).isNotNull();
    assertThat(seconds(span, with(one), 2_700, 0)).as("back, from too far a walk").isNull();
  }

  private static AvailabilityBuilder.Status status(int vehicles, int docks) {
    int flags = Availability.RENTING | Availability.RETURNING;
    return new AvailabilityBuilder.Status(flags, vehicles, docks, new int[0], new int[0]);
  }

  private KnownNow with(Availability availability) {
    KnownNow nothing = known("08:00");
    return new KnownNow(
        nothing.at(),
        availability,
        nothing.parking(),
        nothing.timetableAt(),
        nothing.roadsAt(),
        nothing.alerts(),
        nothing.occupancy(),
        nothing.outlook());
  }

  /// After the ride 279 seconds of a quarter of an hour are left to walk: as far around the station
  /// as in between four and five minutes.
  @Test
  @Tag("SH-11")
  void aQuarterOfAnHourIsAWalkAroundTheOtherStation() {
    int left = 15 * 60 - TO_STATION - BETWEEN - HANDLING;
    assertThat(left).isBetween(4 * 60, 5 * 60);
    for (boolean arriveBy : new boolean[] {false, true}) {
      int place = arriveBy ? 2_200 : 0;
      Span shared = span("08:00", arriveBy, TravelMode.BIKESHARE);
      Span onFoot = span("08:00", arriveBy, TravelMode.WALK);
      double area = area(reach(shared, known("08:00"), place, 15));
      assertThat(area)
          .isBetween(
              area(reach(onFoot, known("08:00"), 100, 4)),
              area(reach(onFoot, known("08:00"), 100, 5)));
    }
  }

  private static double area(ReachAnswer answer) {
    return answer.areas().getFirst().squareMetres();
  }

  /// A taxi called now comes in ten minutes; called an hour before it is there.
  @Test
  @Tag("OD-05")
  void aTaxiIsWaitedFor() {
    Span span = span("14:00", false, TravelMode.TAXI);
    assertThat(seconds(span, known("13:00"), 0, 2_000)).isCloseTo(200, within(1));
    assertThat(seconds(span, known("13:55"), 0, 2_000)).isCloseTo(500, within(1));
    MatrixAnswer window = matrix(span, known("13:55"), 10, 0, 2_000);
    assertThat(Objects.requireNonNull(window.p5()).getFirst().getFirst()).isCloseTo(200, within(1));
    assertThat(Objects.requireNonNull(window.p95()).getFirst().getFirst())
        .isCloseTo(500, within(1));
    double driven = area(reach(span("14:00", false, TravelMode.CAR), known("13:00"), 0, 5));
    assertThat(area(reach(span, known("13:55"), 0, 10))).isCloseTo(driven, within(driven / 50));
    Span there = span("14:00", true, TravelMode.TAXI);
    assertThat(area(reach(there, known("13:00"), 0, 5))).isCloseTo(driven, within(driven / 50));
    assertThat(codes(reach(there, known("13:55"), 0, 5).notices())).contains("reach_taxi_too_late");
  }

  /// By bicycle one is there for the second metro, driven for the first, on foot for none.
  @Test
  @Tag("SR-21")
  void aRideToTheStationCatchesItsMetro() {
    KnownNow now = known("08:00");
    Span onFoot = span("08:00", false, TravelMode.WALK, TravelMode.METRO);
    Span cycling = span("08:00", false, TravelMode.METRO, TravelMode.BIKERIDE);
    Span driven = span("08:00", false, TravelMode.METRO, TravelMode.KISSRIDE);
    assertThat(seconds(onFoot, now, 0, 8_000)).isNull();
    assertThat(seconds(cycling, now, 0, 8_000)).isCloseTo(30 * 60, within(1));
    assertThat(seconds(driven, now, 0, 8_000)).isCloseTo(17 * 60, within(1));
    assertThat(reach(cycling, now, 0, 40).stops()).isEqualTo(1);
    assertThat(reach(onFoot, now, 0, 40).stops()).isZero();
    assertThat(seconds(cycling, now, 0, 3_000)).as("nobody is taken to a station to walk").isNull();
  }

  @Test
  @Tag("SH-11")
  void aSharedBicycleLeadsToTheMetroAndOnFromIt() {
    KnownNow now = known("08:00");
    Span joined = span("08:00", false, TravelMode.METRO, TravelMode.BIKESHARE);
    assertThat(seconds(joined, now, 0, 8_000)).as("the station is too far from the metro").isNull();
  }

  @Test
  @Tag("UI-07")
  void whatIsNotCountedIsSaid() {
    KnownNow now = known("08:00");
    Span alone = span("08:00", false, TravelMode.BIKERIDE);
    assertThat(codes(reach(alone, now, 0, 15).notices())).contains("transit_implied");
    Span back = span("08:00", true, TravelMode.METRO, TravelMode.KISSRIDE);
    assertThat(codes(reach(back, now, 0, 15).notices())).contains("reach_not_by_arrival");
    Traveller odd = alone.traveller().permitted(List.of("ztl:nowhere", "disabled"));
    Span held = new Span(alone.at(), false, alone.modes(), odd, alone.limits());
    assertThat(reach(held, now, 0, 15).notices())
        .filteredOn(notice -> notice.code().equals("permit_unknown"))
        .singleElement()
        .satisfies(notice -> assertThat(notice.args()).containsExactly("ztl:nowhere"));
    Span scooter = span("08:00", false, TravelMode.SCOOTER);
    assertThat(area(reach(scooter, now, 0, 15))).isZero();
  }

  /// Half an hour on foot is 2.4 km, three quarters 3.6.
  @Test
  @Tag("UI-07")
  void theLimitOfWalksIsNamedWhereItBites() {
    Span span = span("08:00", false, TravelMode.WALK);
    assertThat(codes(reach(span, known("08:00"), 0, 30).notices()))
        .doesNotContain("reach_walk_limit");
    List<Notice> notices = reach(span, known("08:00"), 0, 30, 45).notices();
    assertThat(notices)
        .filteredOn(notice -> notice.code().equals("reach_walk_limit"))
        .singleElement()
        .satisfies(notice -> assertThat(notice.args()).containsExactly("2500"));
    Span driving = span("08:00", false, TravelMode.CAR);
    assertThat(codes(reach(driving, known("08:00"), 0, 45).notices()))
        .doesNotContain("reach_walk_limit");
  }

  @Test
  @Tag("SR-18")
  void fromAPlaceToItselfIsNoWay() {
    Instant now = StreetTown.instant("08:00");
    for (Set<TravelMode> modes :
        List.of(TravelMode.transit(), Set.of(TravelMode.CAR), EnumSet.allOf(TravelMode.class))) {
      Span span = new Span(now, false, modes, Traveller.ordinary(), Limits.sensible());
      MatrixAnswer answer = matrix(span, known("08:00"), 5, 2_950, 2_950, 3_050);
      assertThat(answer.seconds().getFirst().getFirst()).as(modes.toString()).isZero();
      assertThat(Objects.requireNonNull(answer.p95()).getFirst().getFirst()).isZero();
      @Nullable Integer beside = answer.seconds().getFirst().getLast();
      assertThat(beside == null || beside > 0).isTrue();
    }
  }
}
