package org.toret.router.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.network.street.StreetClass;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Timetable;
import org.toret.network.traffic.RoadPlace;
import org.toret.network.traffic.RoadReading;
import org.toret.router.path.StreetRouter;
import org.toret.router.walk.StopSites;

/// Vehicles on a straight street of eight blocks of 200 m, published at 40 km/h (18 s a block),
/// with a detector in the middle of the second block, whose reading fades with `exp(-metres /
/// 600)`.
///
/// ```
///   calls        A   ·   B   ·   C             at 100, 500 and 900 m
///   y   0    0──200──400──600──800──1000─ … ─1600    Via Dritta, both ways
///                |detector at 300
///   y -20   0 ──────────────────────────────> 1600   for buses only
///   y -60   0 <────────────────────────────── 1600   Via Storta, one way, joined at its ends
/// ```
@Tag("RT-44")
final class SlowTrafficTest {

  private static final long READ_AT = 1_789_452_900L;
  private static final int BLOCKS = 8;
  private static final double[][] CALLS = LineText.points(100, -5, 500, -5, 900, -5);
  private static final double[][] BACK = LineText.points(900, 5, 500, 5, 100, 5);

  /// Free seconds of 100 m.
  private static final double FREE = 9;

  /// One block from the detector's, by the rule of [RoadSpread].
  private static final double NEXT = 1 - 0.75 * Math.exp(-200 / 600.0);

  /// What cars lose from A to B when the detector tells 10 km/h.
  private static final double CARS = 2 * FREE * (1 / 0.25 - 1) + 2 * FREE * (1 / NEXT - 1);

  private final StreetNetwork streets = streets(StreetFlags.CAR);

  private static StreetNetwork streets(int secondBlock) {
    Avenue town = new Avenue();
    int[] nodes = new int[BLOCKS + 1];
    for (int i = 0; i <= BLOCKS; i++) {
      nodes[i] = town.node(200 * i, 0);
    }
    for (int i = 0; i < BLOCKS; i++) {
      int flags = i == 1 ? secondBlock : StreetFlags.CAR;
      town.street(nodes[i], nodes[i + 1], "Via Dritta", StreetClass.TERTIARY, 40, flags);
    }
    int west = town.node(0, -20);
    int east = town.node(1600, -20);
    town.street(west, east, "Corsia", StreetClass.SERVICE, 40, StreetFlags.BUS_FORWARD);
    int left = town.node(0, -60);
    int right = town.node(1600, -60);
    town.street(right, left, "Via Storta", StreetClass.TERTIARY, 40, true);
    town.street(left, nodes[0], "Via Corta", StreetClass.RESIDENTIAL, 40, false);
    town.street(right, nodes[BLOCKS], "Via Corta", StreetClass.RESIDENTIAL, 40, false);
    return town.build();
  }

  private static RoadReading reading(double kmh, double quality) {
    RoadPlace place = new RoadPlace("Via Dritta", List.of(Avenue.at(300, 0)), 90, false);
    return new RoadReading("d", place, kmh, 100, quality, READ_AT);
  }

  private static RoadTraffic traffic(StreetNetwork streets, RoadReading reading) {
    return RoadTraffic.of(
        new RoadMatcher(streets), List.of(reading), List.of(), ZoneId.of("Europe/Rome"));
  }

  private static Exposure exposure(Timetable timetable, StreetNetwork streets) {
    StreetRouter router = StreetRouter.of(streets, StopSites.of(new int[0], new int[0]), 0);
    return Exposure.of(timetable, streets, router);
  }

  /// One trip that takes 100 s from call to call, and its line `north` of the middle of the street.
  private static Timetable line(Mode mode, double[][] calls, double north) {
    LineText text = new LineText();
    double first = calls[0][0] < calls[2][0] ? 0 : 1600;
    int shape = text.shape(LineText.points(first, north, 1600 - first, north));
    text.trip("t:1", text.line("1", mode), shape, calls, 0, 0, 100, 100, 200, 200);
    return text.build();
  }

  private SlowTraffic slow(Timetable timetable) {
    return SlowTraffic.of(exposure(timetable, streets), traffic(streets, reading(10, 1)));
  }

  private static double late(SlowTraffic slow, int board, int alight) {
    return slow.lateness(0, board, alight, READ_AT).arrivalSeconds();
  }

  @Test
  void aBusInTheTrafficLosesSevenTenthsOfWhatCarsLose() {
    SlowTraffic slow = slow(line(Mode.BUS, CALLS, -3));
    SlowTraffic.Lateness late = slow.lateness(0, 0, 1, READ_AT);
    assertThat(CARS).isCloseTo(75, offset(0.2));
    assertThat(late.arrivalSeconds()).isCloseTo((int) Math.round(0.7 * CARS), offset(1));
    assertThat(late.boardingSeconds()).isZero();
    assertThat(late.metres()).isEqualTo(400);
    assertThat(late.readAt()).isEqualTo(READ_AT);
    assertThat(late.isTold()).isTrue();
  }

  @Test
  void whatIsLostAddsUpAlongTheRun() {
    SlowTraffic slow = slow(line(Mode.BUS, CALLS, -3));
    // 500 to 600 is still in the block after the detector's
    double third = 1 - 0.75 * Math.exp(-400 / 600.0);
    double fourth = 1 - 0.75 * Math.exp(-600 / 600.0);
    double more = FREE * (1 / NEXT - 1) + 2 * FREE * (1 / third - 1) + FREE * (1 / fourth - 1);
    SlowTraffic.Lateness late = slow.lateness(0, 1, 2, READ_AT);
    assertThat((double) late.boardingSeconds()).isCloseTo(0.7 * CARS, offset(1.0));
    assertThat((double) late.arrivalSeconds()).isCloseTo(0.7 * (CARS + more), offset(1.0));
    assertThat(late.metres()).as("of the leg alone").isEqualTo(400);
  }

  @Test
  void theOtherDirectionIsFree() {
    SlowTraffic slow = slow(line(Mode.BUS, BACK, 3));
    assertThat(slow.lateness(0, 0, 2, READ_AT).isTold()).isFalse();
    assertThat(late(slow, 0, 2)).isZero();
  }

  @Test
  void whoIsNotInTheTrafficLosesNothing() {
    assertThat(exposure(line(Mode.METRO, CALLS, 0), streets).hops()).isZero();
    assertThat(exposure(line(Mode.RAIL, CALLS, 0), streets).hops()).isZero();
    assertThat(exposure(line(Mode.FUNICULAR, CALLS, 0), streets).hops()).isZero();
    assertThat(exposure(line(Mode.TRAM, CALLS, -10), streets).hops())
        .as("on tracks of its own beside the street")
        .isZero();
    assertThat(late(slow(line(Mode.TRAM, CALLS, -3)), 0, 1))
        .as("in the street")
        .isBetween(51.0, 54.0);
    assertThat(exposure(line(Mode.BUS, CALLS, -18), streets).hops())
        .as("on the way for buses, though the street is near enough")
        .isZero();
    assertThat(late(slow(line(Mode.COACH, CALLS, -9)), 0, 1)).isBetween(51.0, 54.0);
  }

  @Test
  void aBusLaneKeepsOutOfTheTraffic() {
    StreetNetwork lane = streets(StreetFlags.CAR | StreetFlags.BUS_FORWARD);
    Exposure exposure = exposure(line(Mode.BUS, CALLS, -3), lane);
    assertThat(exposure.sharedMetres(exposure.hop(0, 0))).isCloseTo(200, offset(1.0));
    SlowTraffic slow = SlowTraffic.of(exposure, traffic(lane, reading(10, 1)));
    assertThat(late(slow, 0, 1)).isCloseTo(0.7 * 2 * FREE * (1 / NEXT - 1), offset(1.0));
    assertThat(exposure(line(Mode.BUS, BACK, 3), lane).sharedMetres(0))
        .as("nothing for the other direction")
        .isCloseTo(400, offset(1.0));
  }

  @Test
  void withoutALineABusTakesTheDriveAndATramIsNotKnown() {
    LineText text = new LineText();
    text.trip("t:1", text.line("1", Mode.BUS), -1, CALLS, 0, 0, 100, 100, 200, 200);
    text.trip("t:2", text.line("2", Mode.TRAM), -1, CALLS, 0, 0, 100, 100, 200, 200);
    // along a street that cars take the other way alone
    double[][] against = LineText.points(100, -58, 500, -58, 900, -58);
    text.trip("t:3", text.line("3", Mode.BUS), -1, against, 0, 0, 100, 100, 200, 200);
    Timetable timetable = text.build();
    Exposure exposure = exposure(timetable, streets);
    int bus = timetable.trips().patterns()[0];
    assertThat(exposure.sharedMetres(exposure.hop(bus, 0))).isCloseTo(400, offset(1.0));
    assertThat(exposure.hop(timetable.trips().patterns()[1], 0)).isEqualTo(Exposure.NO_HOP);
    assertThat(exposure.hop(timetable.trips().patterns()[2], 0)).isEqualTo(Exposure.NO_HOP);
    SlowTraffic slow = SlowTraffic.of(exposure, traffic(streets, reading(10, 1)));
    assertThat(late(slow, 0, 1)).isCloseTo(0.7 * CARS, offset(1.0));
  }

  /// The detector's block alone is looked at: quality 0.4 leaves the others less than counts.
  @Test
  void whatIsLessCertainIsExpectedLess() {
    Exposure exposure = exposure(line(Mode.BUS, CALLS, -3), streets);
    double unsure = 1 - 0.75 * 0.4;
    double next = 1 - 0.75 * 0.4 * Math.exp(-200 / 600.0);
    SlowTraffic slow = SlowTraffic.of(exposure, traffic(streets, reading(10, 0.4)));
    assertThat(late(slow, 0, 1))
        .isCloseTo(0.7 * (2 * FREE * (1 / unsure - 1) + 2 * FREE * (1 / next - 1)), offset(1.0));
  }

  @Test
  void fasterTrafficMakesNobodyEarly() {
    Exposure exposure = exposure(line(Mode.BUS, CALLS, -3), streets);
    SlowTraffic slow = SlowTraffic.of(exposure, traffic(streets, reading(60, 1)));
    assertThat(late(slow, 0, 2)).isZero();
    assertThat(SlowTraffic.NONE.lateness(0, 0, 2, READ_AT).isTold()).isFalse();
  }

  /// The trip of the rush hour is given half as long again: a third of its time is for traffic.
  @Test
  void whatTheTimetableGivesForTrafficIsNotCountedTwice() {
    LineText text = new LineText();
    int line = text.line("1", Mode.BUS);
    int shape = text.shape(LineText.points(0, -3, 1600, -3));
    text.trip("t:calm", line, shape, CALLS, 0, 0, 60, 60, 120, 120);
    text.trip("t:rush", line, shape, CALLS, 600, 600, 690, 690, 780, 780);
    Timetable timetable = text.build();
    SlowTraffic slow =
        SlowTraffic.of(exposure(timetable, streets), traffic(streets, reading(10, 1)));
    assertThat(late(slow, 0, 1)).isCloseTo(0.7 * CARS, offset(1.0));
    assertThat((double) slow.lateness(1, 0, 1, READ_AT).arrivalSeconds())
        .isCloseTo(0.7 * CARS - 90 / 3.0, offset(1.0));
    SlowTraffic mild =
        SlowTraffic.of(exposure(timetable, streets), traffic(streets, reading(30, 1)));
    assertThat(mild.lateness(1, 0, 2, READ_AT).arrivalSeconds()).isZero();
  }

  @Test
  void aReadingIsOfItsTime() {
    SlowTraffic slow = slow(line(Mode.BUS, CALLS, -3));
    double whole = 0.7 * CARS;
    int[] minutes = {0, 19, -19, 30, 59, 61, -61};
    double[] shares = {1, 1, 1, 0.5, 0.5, 0, 0};
    for (int i = 0; i < minutes.length; i++) {
      long origin = READ_AT + 60L * minutes[i];
      assertThat((double) slow.lateness(0, 0, 1, origin).arrivalSeconds())
          .as(minutes[i] + " minutes")
          .isCloseTo(shares[i] * whole, offset(1.0));
    }
  }

  @Test
  void aStayMakesUpForIt() {
    LineText text = new LineText();
    int shape = text.shape(LineText.points(0, -3, 1600, -3));
    text.trip("t:1", text.line("1", Mode.BUS), shape, CALLS, 0, 0, 100, 130, 230, 230);
    SlowTraffic slow = slow(text.build());
    assertThat(slow.lateness(0, 0, 1, READ_AT).arrivalSeconds()).isBetween(51, 54);
    assertThat(slow.lateness(0, 1, 2, READ_AT).boardingSeconds()).isBetween(21, 24);
  }

  @Test
  void anotherReadingIsLaidOnTheSameHops() {
    Exposure exposure = exposure(line(Mode.BUS, CALLS, -3), streets);
    double before = late(SlowTraffic.of(exposure, traffic(streets, reading(10, 1))), 0, 1);
    double after = late(SlowTraffic.of(exposure, traffic(streets, reading(20, 1))), 0, 1);
    double next = 1 - 0.5 * Math.exp(-200 / 600.0);
    assertThat(after).isLessThan(before);
    assertThat(after)
        .isCloseTo(0.7 * (2 * FREE * (1 / 0.5 - 1) + 2 * FREE * (1 / next - 1)), offset(1.0));
  }

  @Test
  void aRunThatIsNotPublishedIsNotKnown() {
    SlowTraffic slow = slow(line(Mode.BUS, CALLS, -3));
    assertThat(slow.lateness(1, 0, 1, READ_AT)).isEqualTo(SlowTraffic.Lateness.NONE);
  }
}
