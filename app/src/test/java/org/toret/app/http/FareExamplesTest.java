package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.toret.app.TestServer;
import org.toret.base.notice.Notices;
import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleTable;
import org.toret.base.rules.RuleTableReader;
import org.toret.network.parking.CarParks;
import org.toret.router.drive.ParkingCosts;
import org.toret.router.drive.ParkingPlace;
import tools.jackson.databind.JsonNode;

/// The fares that the documentation tells as examples, run as they stand: each folder is a city,
/// and its `journeys.csv` says what its journeys cost.
@Tag("CO-29")
final class FareExamplesTest {

  private static final Path EXAMPLES = Path.of("..", "docs", "examples", "fares");

  @TempDir Path state;

  @ParameterizedTest
  @ValueSource(strings = {"ile-de-france", "vancouver", "leipzig", "torino"})
  void theExamplesCostWhatTheySay(String name) throws IOException {
    Path folder = EXAMPLES.resolve(name);
    List<String> journeys = Files.readAllLines(folder.resolve("journeys.csv"));
    assertThat(journeys.size()).isGreaterThan(5);
    List<String> said = new ArrayList<>();
    try (TestServer server = TestServer.start(Optional.of(folder), state, "2026-09-15T05:00Z")) {
      JsonNode feeds = server.json("api/v1/feeds?lang=en");
      assertThat(feeds.toString()).doesNotContain("fare_term_unknown", "rule_", "fare_caps");
      for (String journey : journeys.subList(1, journeys.size())) {
        said.add(asked(server, journey.split(",", -1)));
      }
    }
    assertThat(said).isEqualTo(journeys.subList(1, journeys.size()));
  }

  /// The row again, with what the journey by its lines costs.
  private static String asked(TestServer server, String[] cell) {
    String more = cell[3].isEmpty() ? "" : "&" + cell[3];
    JsonNode answer =
        server.json(
            "api/v1/plan?modes=transit&from=%s&to=%s&at=%s%s"
                .formatted(cell[0], cell[1], cell[2], more));
    List<String> found = new ArrayList<>();
    for (JsonNode way : answer.path("alternatives")) {
      List<String> lines = new ArrayList<>();
      way.path("legs").forEach(leg -> lines.add(leg.at("/route/name").asString("")));
      lines.removeIf(String::isEmpty);
      found.add(String.join(" ", lines));
      if (found.getLast().equals(cell[4])) {
        JsonNode fare = way.at("/costs/fare");
        String cents = fare.path("known").asBoolean() ? fare.path("cents").asString() : "unknown";
        return String.join(",", cell[0], cell[1], cell[2], cell[3], cell[4], cents);
      }
    }
    return String.join(",", cell[0], cell[1], cell[2], cell[3]) + ": " + found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"30 100", "31 200", "600 1200", "1500 1400"})
  void leavingACarCostsWhatTheExampleSays(String stay) throws IOException {
    String text = Files.readString(EXAMPLES.resolve("torino/parking-tariff.csv"));
    RuleTable table = new RuleTableReader("", new Notices()).read(text).orElseThrow();
    ParkingCosts costs = new ParkingCosts(RuleBook.of(List.of(table)), CarParks.none());
    String[] word = stay.split(" ");
    LocalDate day = LocalDate.parse("2026-09-15");

    assertThat(costs.price(0, ParkingPlace.KERB, Integer.parseInt(word[0]), day).cents())
        .isEqualTo(Integer.parseInt(word[1]));
  }
}
