package org.toret.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.app.simulate.DemoTown;
import org.toret.app.simulate.Detector;
import org.toret.app.simulate.Reading;
import org.toret.app.simulate.Simulation;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetNetwork;
import org.toret.network.traffic.RoadPlace;
import org.toret.network.traffic.RoadReading;
import org.toret.router.traffic.RoadMatcher;

/// Detectors that several sources tell of, on a street of the demo city driven in both directions.
@Tag("RT-40")
final class SameDetectorsTest {

  private static final StreetNetwork STREETS = DemoTown.city().streets();
  private static final RoadMatcher MATCHER = new RoadMatcher(STREETS);
  private static Detector detector;

  private final RoadReading unclear = reading("5t", place(RoadPlace.ANY_BEARING), 20, 100);
  private final RoadReading forward = reading("a", place(bearing()), 30, 100);
  private final RoadReading backward = reading("b", place((bearing() + 180) % 360), 40, 100);

  @BeforeAll
  static void findAStreetOfBothDirections() {
    List<Reading> readings = new Simulation(DemoTown.engine(), 1).traffic(DemoTown.at("08:00"));
    detector =
        readings.stream()
            .map(Reading::detector)
            .filter(one -> STREETS.edges().carBackwardKmh()[one.edge()] != 0 && one.forward())
            .filter(one -> MATCHER.match(RoadPlace.at(one.road(), one.point())).arcs().length == 2)
            .findFirst()
            .orElseThrow();
  }

  private static int bearing() {
    List<GeoPoint> line = STREETS.line(detector.edge());
    GeoPoint a = line.get((line.size() - 1) / 2);
    GeoPoint b = line.get((line.size() - 1) / 2 + 1);
    double east = (b.lon() - a.lon()) * Math.cos(Math.toRadians(a.lat()));
    return Math.floorMod(Math.round(Math.toDegrees(Math.atan2(east, b.lat() - a.lat()))), 360);
  }

  private static RoadPlace place(int bearing) {
    return new RoadPlace(detector.road(), List.of(detector.point()), bearing, false);
  }

  private static RoadReading reading(String id, RoadPlace place, double kmh, long at) {
    return new RoadReading(id, place, kmh, -1, 1, at);
  }

  private static List<RoadReading> used(List<List<RoadReading>> told) {
    return new SameDetectors(STREETS.edges(), MATCHER).of(told);
  }

  @Test
  void whoKnowsTheDirectionsIsBelieved() {
    assertThat(used(List.of(List.of(unclear), List.of(forward, backward))))
        .containsExactly(forward, backward);
  }

  @Test
  void whatOnlyOneOfThemTellsIsKept() {
    assertThat(used(List.of(List.of(unclear), List.of(forward)))).containsExactly(unclear, forward);
    assertThat(used(List.of(List.of(forward), List.of(backward))))
        .containsExactly(forward, backward);
  }

  @Test
  void ofTwoAlikeTheNewerCountsThenTheFirst() {
    RoadReading newer = reading("c", place(bearing()), 50, 200);
    RoadReading same = reading("d", place(bearing()), 60, 100);
    assertThat(used(List.of(List.of(forward), List.of(newer)))).containsExactly(newer);
    assertThat(used(List.of(List.of(forward), List.of(same)))).containsExactly(forward);
  }

  @Test
  void lanesOfOneSourceAreNotTheSame() {
    RoadReading lane = reading("lane", place(bearing()), 10, 100);
    assertThat(used(List.of(List.of(forward, lane)))).containsExactly(forward, lane);
  }
}
