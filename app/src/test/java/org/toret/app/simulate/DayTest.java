package org.toret.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TinySharing;
import org.toret.base.geo.Distance;
import org.toret.base.notice.Notices;
import org.toret.feeds.gbfs.GbfsImport;
import org.toret.network.City;
import org.toret.network.parking.CarParks;
import org.toret.network.sharing.Sharing;
import org.toret.network.sharing.SharingBuilder;
import org.toret.network.timetable.Mode;

/// A day in the demo city: vehicles, car parks, shared bicycles, roads.
@Tag("SI-01")
final class DayTest {

  private final City city = DemoTown.city();
  private final Simulation simulation = new Simulation(DemoTown.engine(), 1);
  private final Demand demand = new Demand(city.info().zone(), city.info().country());

  /// Timetables allow these metres a second at most; what is made up and the even start and halt
  /// make vehicles faster than their mean.
  @Test
  void vehiclesMoveAndNoneLeaps() {
    Map<Mode, Double> most = new HashMap<>(Map.of(Mode.BUS, 25.0, Mode.TRAM, 22.0));
    most.putAll(Map.of(Mode.METRO, 30.0, Mode.RAIL, 60.0));
    for (int feed = 0; feed < 2; feed++) {
      Map<String, VehicleSeen> before = Map.of();
      double moved = 0;
      for (long at = DemoTown.at("08:00"); at < DemoTown.at("08:10"); at += 5) {
        Map<String, VehicleSeen> now = new HashMap<>();
        for (VehicleSeen seen : simulation.vehicles(feed, at)) {
          now.put(seen.run().trip() + " " + seen.run().date(), seen);
        }
        for (Map.Entry<String, VehicleSeen> entry : now.entrySet()) {
          VehicleSeen was = before.get(entry.getKey());
          if (was != null) {
            double metres = Distance.metres(was.point(), entry.getValue().point());
            Mode mode = city.timetable().routes().mode(was.run().route());
            assertThat(metres)
                .as("%s at %d", city.timetable().trips().ids().get(was.run().trip()), at)
                .isLessThanOrEqualTo(5 * most.getOrDefault(mode, 15.0));
            moved += metres;
          }
        }
        before = now;
      }
      assertThat(before.size()).isGreaterThan(10);
      assertThat(moved / before.size()).isGreaterThan(500);
    }
  }

  @Test
  void aStretchIsDrivenFromItsBeginningToItsEnd() {
    assertThat(Motion.way(0)).isZero();
    assertThat(Motion.way(0.5)).isEqualTo(0.5, within(1e-12));
    assertThat(Motion.way(1)).isEqualTo(1);
    for (double part = 0; part < 0.999; part += 0.001) {
      double step = Motion.way(part + 0.001) - Motion.way(part);
      assertThat(step).isBetween(0.0, 0.001 / (1 - Motion.RAMP) + 1e-12);
    }
  }

  @Test
  void parkAndRideFillsInTheMorningAndEmptiesInTheEvening() {
    CarParks parks = city.parking();
    int[] rides =
        IntStream.range(0, parks.count())
            .filter(park -> parks.has(park, CarParks.PARK_AND_RIDE) && parks.capacities()[park] > 0)
            .toArray();
    assertThat(rides).isNotEmpty();
    // curve at noon 0.91, times a share of 0.55 … 0.95 of 0.85: 0.803 in the mean over all chance
    double noon =
        IntStream.range(0, 300)
            .mapToObj(seed -> new ParkingModel(parks, demand, new Chance(seed)))
            .flatMapToDouble(model ->
                Arrays.stream(rides).mapToDouble(p -> model.taken(p, DemoTown.at("12:00"))))
            .average()
            .orElse(0);
    assertThat(noon).isCloseTo(0.803, within(0.02));
    ParkingModel model = new ParkingModel(parks, demand, new Chance(1));
    for (int park : rides) {
      assertThat(model.taken(park, DemoTown.at("04:00"))).isLessThan(0.25);
      assertThat(model.taken(park, DemoTown.at("22:00"))).isLessThan(0.25);
    }
  }

  @Test
  void carParksNeverHoldMoreThanTheyHaveAndNeverLeap() {
    ParkingModel model = new ParkingModel(city.parking(), demand, new Chance(1));
    for (int park = 0; park < city.parking().count(); park++) {
      int capacity = city.parking().capacities()[park];
      for (long at = DemoTown.at("00:00"); at < DemoTown.at("23:00"); at += 300) {
        int free = model.free(park, at);
        assertThat(free).isBetween(capacity < 0 ? -1 : 0, capacity < 0 ? -1 : capacity);
        double change = model.taken(park, at + 300) - model.taken(park, at);
        assertThat(Math.abs(change)).isLessThan(0.12);
      }
    }
  }

  @Test
  void bicyclesAreNeitherMadeNorLost() {
    Chance chance = new Chance(1);
    SharingModel model = new SharingModel(city.sharing(), city.streets().nodes(), demand, chance);
    int fleet = model.fleet(0);
    assertThat(fleet).isGreaterThan(200);
    for (long at = DemoTown.at("00:00"); at < DemoTown.at("23:00"); at += 600) {
      int standing = 0;
      for (StationNow now : model.stations(0, at)) {
        assertThat(now.vehicles() + now.docks()).isEqualTo(model.capacity(now.station()));
        assertThat(now.vehicles()).isNotNegative();
        assertThat(now.docks()).isNotNegative();
        assertThat(Arrays.stream(now.byType()).sum()).isEqualTo(now.vehicles());
        standing += now.vehicles();
      }
      assertThat(standing + model.ridden(0, at)).isEqualTo(fleet);
    }
    assertThat(model.ridden(0, DemoTown.at("08:00"))).isGreaterThan(fleet / 10);
    assertThat(model.ridden(0, DemoTown.at("03:00"))).isLessThan(fleet / 50);
  }

  @Test
  void bicyclesFlowIntoTheCentreByDay() {
    double night = 0;
    double noon = 0;
    for (int seed = 0; seed < 20; seed++) {
      Simulation day = new Simulation(DemoTown.engine(), seed);
      night += metresFromTheMiddle(day.stations(0, DemoTown.at("04:00")));
      noon += metresFromTheMiddle(day.stations(0, DemoTown.at("12:30")));
    }
    assertThat(noon).isLessThan(0.8 * night);
  }

  private double metresFromTheMiddle(List<StationNow> stations) {
    double lat = stations.stream().mapToDouble(s -> point(s).lat()).average().orElse(0);
    double lon = stations.stream().mapToDouble(s -> point(s).lon()).average().orElse(0);
    double metres = 0;
    double vehicles = 0;
    for (StationNow now : stations) {
      metres += now.vehicles() * Distance.metres(lat, lon, point(now).lat(), point(now).lon());
      vehicles += now.vehicles();
    }
    return metres / vehicles;
  }

  private org.toret.base.geo.GeoPoint point(StationNow now) {
    return city.sharing().stations().point(now.station());
  }

  @Test
  void whatStandsAnywhereIsRiddenNearByAndChangesItsName(@TempDir Path folder) {
    SharingBuilder builder = new SharingBuilder();
    GbfsImport.read("tiny", TinySharing.write(folder.resolve("3"), "3.0"), builder, new Notices());
    Sharing sharing = builder.build();
    SharingModel model = new SharingModel(sharing, city.streets().nodes(), demand, new Chance(2));
    int step = sharing.types().find(0, "step");
    Map<String, Standing> first = byId(model.floating(0, DemoTown.at("10:00")));
    assertThat(first.size()).isBetween(40, 60);
    Map<String, Standing> soon = byId(model.floating(0, DemoTown.at("10:05")));
    Map<String, Standing> late = byId(model.floating(0, DemoTown.at("14:00")));
    assertThat(soon.keySet()).containsAnyElementsOf(first.keySet());
    soon.forEach((id, now) -> {
      if (first.containsKey(id)) {
        assertThat(now.point()).isEqualTo(first.get(id).point());
      }
    });
    assertThat(late.keySet()).doesNotContainAnyElementsOf(first.keySet());
    for (Standing now : late.values()) {
      assertThat(now.type()).isEqualTo(step);
      assertThat(now.rangeMetres()).isBetween(5000, 20_000);
      assertThat(now.since()).isLessThanOrEqualTo(DemoTown.at("14:00"));
    }
  }

  private static Map<String, Standing> byId(List<Standing> standing) {
    Map<String, Standing> byId = new HashMap<>();
    standing.forEach(one -> byId.put(one.id(), one));
    assertThat(byId).hasSize(standing.size());
    return byId;
  }

  /// Either side of the road's capacity the speed follows from the flow by the published function.
  @Test
  void speedFollowsFromFlow() {
    double[] lost = new double[2];
    int[] hours = {3, 8};
    for (int i = 0; i < hours.length; i++) {
      List<Reading> readings = simulation.traffic(DemoTown.at("0%d:02".formatted(hours[i])));
      assertThat(readings.size()).isGreaterThan(100);
      for (Reading reading : readings) {
        int free = reading.detector().freeKmh();
        double full = (double) reading.flow() / reading.detector().capacity();
        double flowing = free / (1 + 0.15 * Math.pow(full, 4));
        double jammed = free / (1 + 0.15 / Math.pow(full, 4));
        double off = Math.min(Math.abs(reading.kmh() - flowing), Math.abs(reading.kmh() - jammed));
        assertThat(full).isBetween(0.0, 1.0);
        assertThat(off).as("%s", reading).isLessThan(0.06 * free);
        lost[i] += 1 - reading.kmh() / free;
      }
    }
    assertThat(lost[1]).isGreaterThan(10 * lost[0]);
  }

  @Test
  void measurementsStandForFiveMinutes() {
    assertThat(simulation.traffic(DemoTown.at("08:00")))
        .isEqualTo(simulation.traffic(DemoTown.at("08:04")))
        .isNotEqualTo(simulation.traffic(DemoTown.at("08:05")));
  }

  @Test
  void wholeThingsAreDealtOutByLargestRemainder() {
    int[] most = {9, 9, 9};
    assertThat(Apportionment.within(10, new double[] {6, 3, 1}, most)).containsExactly(6, 3, 1);
    // 3.5, 2.1 and 1.4 of 7: the half gets the odd one
    assertThat(Apportionment.within(7, new double[] {5, 3, 2}, most)).containsExactly(4, 2, 1);
    assertThat(Apportionment.within(10, new double[] {9, 1, 0}, new int[] {5, 9, 9}))
        .satisfies(given -> assertThat(Arrays.stream(given).sum()).isEqualTo(10))
        .startsWith(5);
    assertThat(Apportionment.within(30, new double[] {1, 1, 1}, most)).containsExactly(9, 9, 9);
  }

  @Test
  void detoursHoldForAWeekAndLeaveOutNoEnd() {
    int found = 0;
    for (int seed = 0; seed < 10; seed++) {
      Simulation day = new Simulation(DemoTown.engine(), seed);
      for (Disturbance one : day.disturbances(DemoTown.at("12:00"))) {
        if (one.kind() == Disturbance.Kind.DETOUR || one.kind() == Disturbance.Kind.CLOSURE) {
          found++;
          assertThat(one.stops().isEmpty()).isEqualTo(one.calls().isEmpty());
          List<String> dayAfter =
              day.disturbances(DemoTown.at("12:00") + 86_400).stream()
                  .map(Disturbance::id)
                  .toList();
          assertThat(dayAfter).contains(one.id());
          for (RunNow run : day.runs(0, DemoTown.at("12:00"))) {
            assertThat(run.skipped()[0] || run.skipped()[run.length() - 1]).isFalse();
          }
        }
      }
    }
    assertThat(found).isGreaterThan(5);
  }
}
