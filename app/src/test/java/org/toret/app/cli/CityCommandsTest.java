package org.toret.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TinyCity;
import org.toret.base.outcome.Outcome;
import org.toret.network.image.ImageFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `plan`, `build` and `check` on the [TinyCity].
final class CityCommandsTest {

  @TempDir Path temporary;
  private Path data;
  private final TestTerminal english = new TestTerminal(Locale.ENGLISH);
  private final TestTerminal italian = new TestTerminal(Locale.ITALIAN);

  @BeforeEach
  void city() {
    data = temporary.resolve("data");
    TinyCity.write(data, 20);
  }

  @Test
  @Tag("UI-06")
  void aQuestionIsAnsweredByATable() {
    int code = plan(italian, "--from", "tiny:A", "--to", "tiny:C", "--modes", "transit");
    assertThat(code).isZero();
    assertThat(italian.out())
        .contains("martedì 15 settembre 2026, 08:05")
        .containsPattern("1 +08:30 +08:50 +20 min +\\? .*tram 1")
        .contains("08:30–08:50  tram 1 per Gamma, da Piazza Alfa a Corso Gamma (2 fermate)");
  }

  @Test
  @Tag("UI-06")
  void theSameAnswerComesAsJson() {
    int code =
        plan(
            english,
            "--from",
            "tiny:A",
            "--to",
            "tiny:C",
            "--modes",
            "transit",
            "--arrive-by",
            "--json");
    assertThat(code).isZero();
    JsonNode answer = JsonMapper.shared().readTree(english.out());
    assertThat(answer.path("alternatives").findValuesAsString("arrival"))
        .as("nobody arrives by now any more: the soonest ways that leave now")
        .contains("2026-09-15T08:50:00+02:00")
        .doesNotContain("2026-09-15T07:50:00+02:00");
    assertThat(answer.path("notices").findValuesAsString("code")).contains("arrival_too_late");
    assertThat(answer.at("/alternatives/0/costs/fare/cents").isNull()).isTrue();
  }

  @Test
  void aTakenPortIsSaid() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      int code =
          english.run(
              "run",
              "--data",
              data.toString(),
              "--state",
              temporary.resolve("state").toString(),
              "--port",
              String.valueOf(taken.getLocalPort()));
      assertThat(code).isEqualTo(1);
      assertThat(english.err()).contains("is taken").doesNotContain("our fault");
    }
  }

  @Test
  void aQuestionThatMakesNoSenseIsWrongUsage() {
    assertThat(plan(english, "--from", "tiny:A", "--to", "nowhere")).isEqualTo(2);
    assertThat(english.err()).contains("“to” must be a point");
    assertThat(plan(italian, "--from", "tiny:A")).isEqualTo(2);
    assertThat(italian.err()).contains("--to è obbligatoria");
  }

  @Test
  void aStopThatIsNotThereIsANo() {
    assertThat(plan(english, "--from", "tiny:A", "--to", "tiny:X")).isEqualTo(1);
    assertThat(english.err()).contains("tiny:X");
  }

  @Test
  void aCityIsBuiltIntoAFile() {
    Path out = temporary.resolve("out/city.img");
    int code =
        english.run(
            "build", "--data", data.toString(), "--state", state(), "--out", out.toString());
    assertThat(code).isZero();
    assertThat(ImageFile.open(out)).isInstanceOf(Outcome.Done.class);
    assertThat(english.err()).contains("reading timetables").contains("errors 0");
  }

  @Test
  void aFolderWithoutACityIsANo() throws IOException {
    Path empty = Files.createDirectory(temporary.resolve("empty"));
    int code =
        italian.run("build", "--data", empty.toString(), "--state", state(), "--out", "x.img");
    assertThat(code).isEqualTo(1);
    assertThat(italian.err()).contains("non c’è né un orario");
  }

  @Test
  @Tag("TT-13")
  void aGoodFeedIsFoundGood() {
    assertThat(english.run("check", data.resolve("tiny.zip").toString())).isZero();
    assertThat(english.out()).contains("tiny (gtfs): 3 stops, 1 line, 40 trips, 120 stop times");
  }

  @Test
  @Tag("TT-13")
  void whatIsNoFeedIsAnError() throws IOException {
    Path file = Files.writeString(temporary.resolve("poem.txt"), "once upon a midnight");
    assertThat(english.run("check", file.toString())).isEqualTo(1);
    assertThat(english.out()).contains("nothing_to_check");
    assertThat(english.run("check", temporary.resolve("absent").toString())).isEqualTo(2);
    assertThat(english.run("check")).isEqualTo(2);
  }

  @Test
  void aFeedIsCheckedAtItsAddress() throws IOException {
    byte[] feed = Files.readAllBytes(data.resolve("tiny.zip"));
    HttpServer web = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    web.createContext(
        "/gtfs.zip",
        exchange -> {
          exchange.sendResponseHeaders(200, feed.length);
          exchange.getResponseBody().write(feed);
          exchange.close();
        });
    web.start();
    try {
      String address = "http://localhost:" + web.getAddress().getPort();
      assertThat(english.run("check", address + "/gtfs.zip")).isZero();
      assertThat(english.out()).contains("gtfs (gtfs): 3 stops");
      assertThat(italian.run("check", address + "/nothing.zip")).isEqualTo(1);
      assertThat(italian.err()).contains("non si legge").contains("404");
    } finally {
      web.stop(0);
    }
  }

  @Test
  void rulesOfTheCityThatCannotBeReadAreSaid() throws IOException {
    Files.writeString(data.resolve("city.yaml"), "rules: [fares.csv]\n");
    Path out = temporary.resolve("city.img");
    english.run("build", "--data", data.toString(), "--state", state(), "--out", out.toString());
    assertThat(english.err()).contains("errors 1");
  }

  @Test
  @Tag("TT-13")
  void faultsComeAsJsonToo() throws IOException {
    Path feed = Files.createDirectory(temporary.resolve("feed"));
    Files.writeString(feed.resolve("stops.txt"), "stop_id,stop_name\nA,Alfa\n");
    Files.writeString(feed.resolve("trips.txt"), "trip_id\n1\n");
    assertThat(italian.run("check", "--json", feed.toString())).isEqualTo(1);
    JsonNode checked = JsonMapper.shared().readTree(italian.out());
    assertThat(checked.path("errors").asInt()).isPositive();
    assertThat(checked.at("/notices/0/severity").asString()).isEqualTo("error");
    assertThat(checked.at("/notices/0/examples/0/text").asString()).isNotBlank();
  }

  @Test
  void knownFaultsAreFoundInEveryBrokenFeed() throws IOException {
    String development = System.getenv("TORET_DATA");
    assumeThat(development).as("TORET_DATA names the development data").isNotNull();
    Path feeds = Path.of(development, "broken-feeds");
    List<String> silent = new ArrayList<>();
    for (String name : List.of("missing_stops", "missing_trips", "bad_date_format", "empty_file")) {
      TestTerminal terminal = new TestTerminal(Locale.ENGLISH);
      if (terminal.run("check", feeds.resolve(name).toString()) != 1) {
        silent.add(name);
      }
    }
    assertThat(silent).isEmpty();
  }

  private int plan(TestTerminal terminal, String... words) {
    List<String> all = new ArrayList<>(List.of("plan", "--data", data.toString()));
    all.addAll(List.of("--state", state(), "--clock", "2026-09-15T08:05,frozen"));
    all.addAll(List.of(words));
    return terminal.run(all.toArray(String[]::new));
  }

  private String state() {
    return temporary.resolve("state").toString();
  }
}
