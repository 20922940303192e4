package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toret.app.http.DemoPlans.alternatives;
import static org.toret.app.http.DemoPlans.codes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import org.toret.demo.DemoCity;
import tools.jackson.databind.JsonNode;

/// The examples of cities with bans and charges that the documentation tells, run as they stand.
@Tag("ST-08")
final class CityExamplesTest {

  private static final Path EXAMPLES = Path.of("..", "docs", "examples");

  @TempDir Path temporary;

  /// What the example says that one sees, in the streets of the demo city.
  @Test
  void oldCarsStayOutOfTurinAtTheTimesThatTheExampleSays() throws IOException {
    Path data = temporary.resolve("data");
    DemoCity.write(data);
    copy(EXAMPLES.resolve("torino"), data);
    try (TestServer server =
        TestServer.start(Optional.of(data), temporary.resolve("state"), "2026-09-15T05:00Z")) {
      String ends = "from=45.0420,7.6440&to=45.0560,7.6560";
      assertThat(server.json("api/v1/feeds?lang=en").toString()).doesNotContain("rule_");
      JsonNode weekday = drive(server, ends, "2026-09-15T09:00&vehicle=diesel:4");
      assertThat(alternatives(weekday)).isEmpty();
      assertThat(weekday.path("notices").toString())
          .contains("car-ban@2022-02-01#season-diesel", "Comune di Torino");
      JsonNode evening = drive(server, ends, "2026-09-15T18:30&vehicle=diesel:4");
      assertThat(departures(evening)).containsExactly("2026-09-15T19:00:00+02:00");
      assertThat(departures(drive(server, ends, "2026-09-15T09:00&vehicle=diesel:6")))
          .containsExactly("2026-09-15T09:00:00+02:00");
      assertThat(departures(drive(server, ends, "2026-09-19T09:00&vehicle=diesel:4")))
          .containsExactly("2026-09-19T09:00:00+02:00");
      assertThat(alternatives(drive(server, ends, "2026-09-19T09:00&vehicle=diesel:2"))).isEmpty();
    }
  }

  /// Into Area C from Piazzale Loreto, by the streets of Milan.
  @Test
  @EnabledIfEnvironmentVariable(
      named = "TORET_DATA",
      matches = ".+",
      disabledReason = "TORET_DATA names no folder of published data")
  void whoDrivesIntoTheCentreOfMilanPaysOrStaysOut() throws IOException {
    Path data = Files.createDirectories(temporary.resolve("data"));
    Path published = Path.of(System.getenv("TORET_DATA")).resolve("milano");
    for (String file : List.of("gtfs.zip", "streets.osm.pbf")) {
      Files.copy(published.resolve(file), data.resolve(file));
    }
    copy(EXAMPLES.resolve("milano"), data);
    try (TestServer server =
        TestServer.start(Optional.of(data), temporary.resolve("state"), "2014-10-21T05:00Z")) {
      String ends = "from=45.4859,9.2166&to=45.4668,9.1905&stay=PT30M";
      assertThat(charges(drive(server, ends, "2026-09-15T10:00&vehicle=petrol:6")))
          .containsExactly("750 zone-charge@2012-01-16#area-c-2023");
      assertThat(charges(drive(server, ends, "2015-09-15T10:00&vehicle=petrol:4")))
          .containsExactly("500 zone-charge@2012-01-16#area-c-2012-autumn");
      assertThat(charges(drive(server, ends, "2026-09-19T10:00&vehicle=petrol:6"))).isEmpty();
      assertThat(charges(drive(server, ends, "2026-09-15T10:00&vehicle=electric"))).isEmpty();
      JsonNode old = drive(server, ends, "2026-09-15T10:00&vehicle=diesel:5");
      assertThat(codes(old)).contains("car_banned");
      assertThat(old.path("notices").toString()).contains("car-ban@2019-02-25#diesel-5");
      assertThat(charges(old)).isEmpty();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static JsonNode drive(TestServer server, String ends, String at) {
    return server.json("api/v1/plan?modes=car&alternatives=0&lang=en&" + ends + "&at=" + at);
  }

  private static List<String> departures(JsonNode answer) {
    return alternatives(answer).stream().map(car -> car.path("departure").asString()).toList();
  }

  /// Of the way to the door: cents and rule of each charge.
  private static List<String> charges(JsonNode answer) {
    return alternatives(answer).stream()
        .filter(car -> car.path("legs").size() == 1)
        .findFirst()
        .map(car -> car.at("/costs/fare/items").valueStream())
        .orElse(Stream.of())
        .filter(item -> item.path("cents").asInt() > 0)
        .filter(item -> item.path("rule").asString().startsWith("zone-charge"))
        .map(item -> item.path("cents").asInt() + " " + item.path("rule").asString())
        .toList();
  }
}
