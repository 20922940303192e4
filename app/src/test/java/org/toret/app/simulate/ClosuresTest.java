package org.toret.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.app.simulate.DetouredTrips.Stretch;
import org.toret.app.simulate.closure.Block;
import org.toret.app.simulate.closure.Instead;
import org.toret.app.simulate.closure.WayRound;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.City;
import org.toret.network.street.StreetFlags;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

/// Streets that are closed by day, and buses that are led round them.
@Tag("SI-06")
final class ClosuresTest {

  private final City city = DemoTown.city();
  private final Timetable timetable = city.timetable();
  private final long noon = DemoTown.at("12:00");

  private static Simulation day(int seed) {
    return new Simulation(DemoTown.engine(), seed);
  }

  private List<DetouredTrips> detours(Simulation day) {
    List<DetouredTrips> all = new ArrayList<>();
    for (int feed = 0; feed < timetable.feeds().count(); feed++) {
      all.addAll(day.detours(feed, noon));
    }
    return all;
  }

  private GeoPoint stop(int pattern, int call) {
    return timetable.stops().point(timetable.stop(pattern, call));
  }

  @Test
  void aBlockIsTheWholeStreetBetweenTwoCrossings() {
    for (int seed = 0; seed < 6; seed++) {
      for (Closure closure : day(seed).closures(noon)) {
        Block block = closure.block();
        Set<Integer> edges = new TreeSet<>();
        double metres = 0;
        for (int arc : block.arcs()) {
          edges.add(arc >> 1);
          assertThat(city.streets().names().get(arc >> 1)).isEqualTo(block.road());
          assertThat(block.bothWays()).isEqualTo(block.arcs().contains(arc ^ 1));
        }
        for (int edge : edges) {
          metres += city.streets().edges().decimetres()[edge] / 10.0;
        }
        double course = 0;
        for (int i = 1; i < block.line().size(); i++) {
          course += Distance.metres(block.line().get(i - 1), block.line().get(i));
        }
        assertThat(course).isCloseTo(metres, within(1 + metres / 100));
        assertThat(ways(block.line().getFirst(), edges)).isNotEqualTo(1);
        assertThat(ways(block.line().getLast(), edges)).isNotEqualTo(1);
      }
    }
  }

  /// How many streets for cars meet a point, beside those of a block.
  private int ways(GeoPoint point, Set<Integer> block) {
    Set<Integer> others = new TreeSet<>();
    for (int node = 0; node < city.streets().nodes().latsE7().length; node++) {
      boolean here =
          city.streets().nodes().latsE7()[node] == point.latE7()
              && city.streets().nodes().lonsE7()[node] == point.lonE7();
      for (int arc : here ? city.streets().arcs().row(node) : new int[0]) {
        boolean drives =
            (city.streets().edges().flags()[arc >> 1] & StreetFlags.CAR) != 0
                && !city.streets().edges().has(arc >> 1, StreetFlags.COPY);
        if (drives && !block.contains(arc >> 1)) {
          others.add(arc >> 1);
        }
      }
    }
    return others.size();
  }

  @Test
  void everyWeekSomethingIsClosedAndBusesGoRound() {
    int instead = 0;
    for (int seed = 0; seed < 6; seed++) {
      Simulation day = day(seed);
      List<Closure> closures = day.closures(noon);
      assertThat(closures.size()).isBetween(1, Closures.MOST);
      for (DetouredTrips detour : detours(day)) {
        int route = timetable.patterns().routes()[detour.pattern()];
        assertThat(timetable.routes().mode(route)).isEqualTo(Mode.BUS);
        for (Stretch stretch : detour.stretches()) {
          WayRound way = stretch.way();
          for (Closure closure : closures) {
            List<GeoPoint> block = closure.block().line();
            GeoPoint middle = block.get(block.size() / 2);
            GeoPoint before = block.get(block.size() / 2 - 1);
            GeoPoint half =
                new GeoPoint((middle.lat() + before.lat()) / 2, (middle.lon() + before.lon()) / 2);
            assertThat(EveryMetre.apart(way.line(), half)).as(closure.id()).isGreaterThan(5);
          }
          instead += way.instead().size();
          places(way);
        }
      }
    }
    assertThat(instead).isGreaterThan(6);
  }

  /// The way leads from stop to stop; stops instead are on it and near those they stand for.
  private void places(WayRound way) {
    assertThat(Distance.metres(way.line().getFirst(), stop(way.pattern(), way.before())))
        .isLessThan(1);
    assertThat(Distance.metres(way.line().getLast(), stop(way.pattern(), way.after())))
        .isLessThan(1);
    assertThat(way.shares()).isSorted().startsWith(0.0).endsWith(1.0);
    for (Instead one : way.instead()) {
      assertThat(way.leavesOut(one.call())).isTrue();
      assertThat(EveryMetre.apart(way.line(), one.point())).isLessThan(2);
      assertThat(Distance.metres(one.point(), stop(way.pattern(), one.call()))).isLessThan(401);
    }
  }

  @Test
  void tripsThatPassInTheHoursOfAClosureAreLedAndNoOthers() {
    Simulation day = day(1);
    long midnight = DemoTown.at("00:00");
    Patterns patterns = timetable.patterns();
    for (DetouredTrips detour : detours(day)) {
      Set<Integer> expected = new TreeSet<>();
      WayRound way = detour.stretches().getFirst().way();
      int from = patterns.tripOffsets()[detour.pattern()];
      for (int trip = from; trip < patterns.tripOffsets()[detour.pattern() + 1]; trip++) {
        int departs =
            patterns.departure(patterns.timeOffset(detour.pattern(), trip) + way.before());
        boolean runs =
            timetable
                .calendar()
                .runs(
                    timetable.trips().services()[trip],
                    Math.toIntExact(detour.date().toEpochDay()));
        if (runs && departs >= 6 * 3600 && departs < 21 * 3600 + 1800) {
          expected.add(trip);
        }
      }
      if (detour.stretches().size() == 1) {
        assertThat(expected).containsAll(detour.trips());
      }
      Set<Integer> led = new TreeSet<>();
      detours(day).stream()
          .filter(one -> one.pattern() == detour.pattern())
          .filter(one -> one.stretches().stream().anyMatch(part -> part.way().equals(way)))
          .forEach(one -> led.addAll(one.trips()));
      assertThat(led).isEqualTo(expected);
    }
    assertThat(day.closures(noon).getFirst().from()).isEqualTo(midnight + 6 * 3600);
    assertThat(day.closures(noon).getFirst().until()).isEqualTo(midnight + 21 * 3600 + 1800);
  }

  @Test
  void aWayRoundMakesLaterFromItsEndOn() {
    List<GeoPoint> line = List.of(new GeoPoint(45, 7), new GeoPoint(45.01, 7));
    WayRound way = new WayRound(0, 0, 1, 3, line, 60, List.of(0.0, 0.25, 1.0), List.of());
    DetouredTrips led =
        new DetouredTrips(
            "d",
            0,
            java.time.LocalDate.EPOCH,
            List.of(0),
            List.of(new Stretch("c", way, List.of())));
    int[] arrivals = {0, 100, 160, 220, 300};
    // from 100 to 220 + 60: a quarter of 180 is 45, at 145 instead of 160
    assertThat(led.laterSeconds(1, arrivals)).isZero();
    assertThat(led.laterSeconds(2, arrivals)).isEqualTo(-15);
    assertThat(led.laterSeconds(3, arrivals)).isEqualTo(60);
    assertThat(led.laterSeconds(4, arrivals)).isEqualTo(60);
  }

  @Test
  void vehiclesAreSeenOnTheWayRound() {
    int seen = 0;
    Simulation day = day(2);
    for (int feed = 0; feed < timetable.feeds().count(); feed++) {
      for (long at = noon; at < noon + 1800; at += 30) {
        for (VehicleSeen vehicle : day.vehicles(feed, at)) {
          DetouredTrips detour = vehicle.run().detour();
          if (detour != null) {
            for (Stretch stretch : detour.stretches()) {
              WayRound way = stretch.way();
              if (!vehicle.stands()
                  && vehicle.call() > way.before()
                  && vehicle.call() <= way.after()) {
                seen++;
                assertThat(EveryMetre.apart(way.line(), vehicle.point())).isLessThan(2);
              }
            }
          }
        }
      }
    }
    assertThat(seen).isGreaterThan(10);
  }

  @Test
  void aClosureLastsAWeekAndTheNextIsAnother() {
    Simulation day = day(1);
    List<String> ids = day.closures(noon).stream().map(Closure::id).toList();
    // a Tuesday: to Sunday it is the same, on Monday it is over
    assertThat(day.closures(noon + 5 * 86_400)).extracting(Closure::id).isEqualTo(ids);
    assertThat(day.closures(noon + 6 * 86_400))
        .extracting(Closure::id)
        .doesNotContainAnyElementsOf(ids);
    assertThat(day(1).closures(noon)).isEqualTo(day.closures(noon));
  }
}
