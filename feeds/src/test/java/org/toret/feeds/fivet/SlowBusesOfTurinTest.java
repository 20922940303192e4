package org.toret.feeds.fivet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.toret.base.geo.Heights;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome;
import org.toret.feeds.TestTimetable;
import org.toret.feeds.osm.OsmImport;
import org.toret.network.street.StreetNetwork;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.network.traffic.RoadMessage;
import org.toret.network.traffic.RoadReading;
import org.toret.router.path.StreetRouter;
import org.toret.router.traffic.Exposure;
import org.toret.router.traffic.RoadMatcher;
import org.toret.router.traffic.RoadTraffic;
import org.toret.router.traffic.SlowTraffic;
import org.toret.router.walk.StopSites;

/// The detectors of 5T on a spring afternoon of 2025 laid on the streets that buses of Turin take.
@Tag("RT-44")
@EnabledIfEnvironmentVariable(
    named = "TORET_DATA",
    matches = ".+",
    disabledReason = "TORET_DATA names no folder of published data")
final class SlowBusesOfTurinTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Rome");

  private final Path data = Path.of(String.valueOf(System.getenv("TORET_DATA"))).resolve("torino");
  private final Timetable timetable = TestTimetable.read("gtt", data.resolve("gtfs.zip"));
  private final StreetNetwork streets = streets();
  private final Exposure exposure =
      Exposure.of(
          timetable, streets, StreetRouter.of(streets, StopSites.of(new int[0], new int[0])));

  private StreetNetwork streets() {
    Path file = data.resolve("streets.osm.pbf");
    return switch (OsmImport.read(file, Heights.NONE, new Notices(), (step, share) -> {})) {
      case Outcome.Done<StreetNetwork>(StreetNetwork read) -> read;
      case Outcome.Refused<StreetNetwork> refused -> throw new AssertionError(refused.toString());
    };
  }

  /// The publisher states how long the real course of each pattern is.
  @Test
  void theWaysFoundAreAsLongAsTheRealOnes() throws IOException {
    Map<String, Double> stated = new HashMap<>();
    TreeSet<String> several = new TreeSet<>();
    for (String row : Files.readAllLines(data.resolve("patterns/pattern-allocation.csv"))) {
      String[] fields = row.replaceAll("\"[^\"]*\"", "").split(",");
      if (!fields[0].equals("pattern_id")) {
        String key = "gtt:" + fields[1] + " " + fields[2] + " " + fields[4];
        if (stated.put(key, Double.parseDouble(fields[5])) != null) {
          several.add(key);
        }
      }
    }
    Patterns patterns = timetable.patterns();
    List<Double> ratios = new ArrayList<>();
    for (int pattern = 0; pattern < patterns.count(); pattern++) {
      int trip = patterns.tripOffsets()[pattern];
      String key =
          timetable.routes().ids().get(patterns.routes()[pattern])
              + " "
              + timetable.trips().directions()[trip]
              + " "
              + patterns.length(pattern);
      double metres = metres(pattern);
      if (metres > 0 && stated.containsKey(key) && !several.contains(key)) {
        ratios.add(metres / stated.getOrDefault(key, Double.NaN));
      }
    }
    List<Double> sorted = ratios.stream().sorted().toList();
    assertThat(sorted).as("patterns wholly in the city").hasSizeGreaterThan(50);
    assertThat(sorted.get(sorted.size() / 2)).isBetween(0.95, 1.05);
  }

  /// The length of a pattern of which the way of every hop is found, else 0.
  private double metres(int pattern) {
    double metres = 0;
    for (int call = 0; call < timetable.patterns().length(pattern) - 1; call++) {
      int hop = exposure.hop(pattern, call);
      if (hop == Exposure.NO_HOP) {
        return 0;
      }
      metres += exposure.metres(hop);
    }
    return metres;
  }

  @Test
  void theUndergroundAndTramsWithoutALineShareNothing() {
    Patterns patterns = timetable.patterns();
    int buses = 0;
    int found = 0;
    for (int pattern = 0; pattern < patterns.count(); pattern++) {
      Mode mode = timetable.routes().mode(patterns.routes()[pattern]);
      for (int call = 0; call < patterns.length(pattern) - 1; call++) {
        boolean shared = exposure.hop(pattern, call) != Exposure.NO_HOP;
        assertThat(shared && mode != Mode.BUS).as(mode + "").isFalse();
        buses += mode == Mode.BUS ? 1 : 0;
        found += shared ? 1 : 0;
      }
    }
    assertThat(found).isGreaterThan(buses / 4);
  }

  @Test
  void aQuietAfternoonMakesNobodyLateAndAJamThoseInIt() throws IOException {
    RoadMessage message =
        FiveTTraffic.read(
                "fdt", Files.readAllBytes(data.resolve("realtime/fdt.xml")), new Notices())
            .orElseThrow();
    Map<String, Integer> quiet = late(message, 1);
    Map<String, Integer> jam = late(message, 5);
    assertThat(quiet.values()).allMatch(seconds -> seconds < 120);
    assertThat(jam).hasSizeGreaterThan(quiet.size());
    assertThat(jam.keySet()).containsAll(quiet.keySet());
    // the line along Corso Sebastopoli, where a detector tells 26 km/h
    assertThat(jam).containsKey("62");
    assertThat(jam.values()).allMatch(seconds -> seconds < 900);
  }

  /// The greatest lateness of a run at its last call, by line, for speeds told so many times less.
  private Map<String, Integer> late(RoadMessage message, int slower) {
    List<RoadReading> readings =
        message.readings().stream()
            .map(one ->
                new RoadReading(
                    one.id(),
                    one.place(),
                    one.kmh() / slower,
                    one.vehiclesPerHour(),
                    one.quality(),
                    one.at()))
            .toList();
    RoadTraffic traffic = RoadTraffic.of(new RoadMatcher(streets), readings, List.of(), ZONE);
    SlowTraffic slow = SlowTraffic.of(exposure, traffic);
    long midnight = LocalDate.of(2025, 5, 7).atStartOfDay(ZONE).toEpochSecond();
    Map<String, Integer> late = new HashMap<>();
    Patterns patterns = timetable.patterns();
    for (int trip = 0; trip < timetable.trips().count(); trip++) {
      int pattern = timetable.trips().patterns()[trip];
      SlowTraffic.Lateness one = slow.lateness(trip, 0, patterns.length(pattern) - 1, midnight);
      if (one.isTold()) {
        String line = timetable.routes().name(patterns.routes()[pattern]);
        late.merge(line, one.arrivalSeconds(), Math::max);
      }
    }
    return late;
  }
}
