package org.toret.feeds.gtfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toret.network.timetable.Timetable;

/// Whole published feeds, looked for in the folder that the environment variable `TORET_DATA`
/// names; skipped when they are not there. The counts are those that their publishers state.
final class PublishedFeedsTest {

  @ParameterizedTest
  @CsvSource({
    "torino/gtfs.zip, 7006, 224, 32239, 964898, 0, Europe/Rome",
    "torino/sfm-gtfs.zip, 78, 7, 901, 13310, 0, Europe/Rome",
    "milano/gtfs.zip, 516, 15, 10608, 248555, 0, Europe/Rome",
    "porto-alegre/gtfs-bus-eptc.zip, 3986, 115, 2374, 130019, 125271, America/Sao_Paulo",
    "porto-alegre/gtfs-rail-trensurb.zip, 24, 2, 1248, 14855, 0, America/Sao_Paulo"
  })
  void countsAreThoseStated(
      String file, int stops, int routes, int trips, int stopTimes, int blank, String zone) {
    Path path = data(file);
    assertThat(GtfsImport.recognises(path)).isTrue();
    TestImport read = TestFeed.read(path, "");
    GtfsSummary summary = read.summary();
    assertThat(summary.stops()).isEqualTo(stops);
    assertThat(summary.routes()).isEqualTo(routes);
    assertThat(summary.trips()).isEqualTo(trips);
    assertThat(summary.stopTimes()).isEqualTo(stopTimes);
    assertThat(summary.interpolatedTimes()).isEqualTo(blank);
    assertThat(summary.zone()).isEqualTo(zone);
    assertThat(read.timetable().trips().count()).isEqualTo(trips);
    assertThat(read.timetable().patterns().arrivals()).hasSize(stopTimes);
    assertThat(read.notices().hasErrors()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "torino/gtfs.zip, 2026-09-15, 15857",
    "torino/gtfs.zip, 2026-09-19, 9918",
    "torino/gtfs.zip, 2026-12-08, 6464",
    "torino/sfm-gtfs.zip, 2026-09-15, 368",
    "torino/sfm-gtfs.zip, 2026-09-20, 250"
  })
  void runsOfADayAreThoseStated(String file, LocalDate day, int runs) {
    Timetable timetable = TestFeed.read(data(file), "").timetable();
    int running = 0;
    for (int service : timetable.trips().services()) {
      running += timetable.calendar().runs(service, (int) day.toEpochDay()) ? 1 : 0;
    }
    assertThat(running).isEqualTo(runs);
  }

  static Path data(String file) {
    String folder = System.getenv("TORET_DATA");
    assumeTrue(folder != null, "TORET_DATA names no folder of published data");
    Path path = Path.of(folder, file);
    assumeTrue(Files.exists(path), () -> "No " + file + " in TORET_DATA");
    return path;
  }
}
