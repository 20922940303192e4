package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toret.app.TestServer;
import org.toret.app.TinyCity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Areas and tables of the [TinyCity], which has no streets, on Tuesday 15 September 2026 at 08:00,
/// when a tram leaves A; the next leaves at 08:30.
final class ReachApiTest {

  private static final String REACH = "api/v1/reach?from=tiny:A&minutes=";
  private static final String FROM_A_TO_B_AND_C =
      "\"origins\":[{\"stop\":\"tiny:A\"}],\"destinations\":[{\"stop\":\"tiny:B\"},{\"stop\":\"tiny:C\"}]";

  /// Metres per minute as the crow flies, with the detour allowed for.
  private static final double CROW_METRES = 60 * 1.33 / 1.3;

  @TempDir static Path temporary;
  private static TestServer server;

  @BeforeAll
  static void start() {
    Path data = temporary.resolve("data");
    TinyCity.write(data, 30);
    server =
        TestServer.start(Optional.of(data), temporary.resolve("state"), "2026-09-15T08:00+02:00");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @Tag("UI-07")
  void aQuarterOfAnHourIsACircleHereAndASmallOneWhereTheTramStops() {
    JsonNode answer = server.json(REACH + "15,30");
    assertThat(answer.path("stops").asInt()).as("B and C").isEqualTo(2);
    JsonNode half = answer.path("features").path(0);
    JsonNode quarter = answer.path("features").path(1);
    assertThat(half.at("/properties/minutes").asInt()).isEqualTo(30);
    assertThat(quarter.at("/properties/minutes").asInt()).isEqualTo(15);
    double circles = Math.PI * (square(15 * CROW_METRES) + square(5 * CROW_METRES));
    assertThat(quarter.at("/properties/area").asDouble() / circles).isBetween(0.97, 1.03);
    assertThat(quarter.at("/geometry/coordinates").size()).isEqualTo(2);
    assertThat(answer.at("/notices/0/code").asString()).isEqualTo("reach_circles");
  }

  @Test
  @Tag("UI-07")
  void whoIsReadyAMinuteTooLateWaits() {
    JsonNode answer = server.json(REACH + "15&at=2026-09-15T08:01");
    assertThat(answer.path("stops").asInt()).isZero();
    double circle = Math.PI * square(15 * CROW_METRES);
    assertThat(answer.at("/features/0/properties/area").asDouble() / circle).isBetween(0.97, 1.03);
  }

  @Test
  @Tag("UI-07")
  void arrivingByATimeIsTheSameTheOtherWayRound() {
    String there = "api/v1/reach?from=tiny:C&minutes=15&arriveBy=true&at=2026-09-15T08:";
    assertThat(server.json(there + "20").path("stops").asInt()).as("B").isEqualTo(1);
    assertThat(server.json(there + "19").path("stops").asInt()).isZero();
  }

  @Test
  @Tag("SR-18")
  void aTableTellsWaitAndRide() {
    JsonNode answer = matrix("{" + FROM_A_TO_B_AND_C + "}");
    assertThat(answer.path("seconds").toString()).isEqualTo("[[600,1200]]");
    assertThat(answer.path("p5").isNull()).isTrue();
    JsonNode later = matrix("{" + FROM_A_TO_B_AND_C + ",\"at\":\"2026-09-15T08:01\"}");
    assertThat(later.path("seconds").toString()).isEqualTo("[[2340,2940]]");
    JsonNode shorter = matrix("{" + FROM_A_TO_B_AND_C + ",\"maxMinutes\":15}");
    assertThat(shorter.path("seconds").toString()).isEqualTo("[[600,null]]");
  }

  /// Ready at 08:00 one rides 10 minutes, at 08:29 one waits 1 before, … at 08:01 one waits 29.
  @Test
  @Tag("SR-18")
  void overAWindowEveryMinuteCounts() {
    JsonNode answer = matrix("{" + FROM_A_TO_B_AND_C + ",\"windowMinutes\":30}");
    assertThat(answer.at("/seconds/0/0").asInt()).isEqualTo(600 + 60 * 14);
    assertThat(answer.at("/p5/0/0").asInt()).isEqualTo(600 + 60);
    assertThat(answer.at("/p95/0/0").asInt()).isEqualTo(600 + 60 * 28);
  }

  /// Many origins are worked on side by side: each gets the row it gets alone.
  @Test
  @Tag("SR-18")
  void manyOriginsAreToldAsOneByOne() {
    String[] stops = {"{\"stop\":\"tiny:A\"}", "{\"stop\":\"tiny:B\"}", "{\"stop\":\"tiny:C\"}"};
    List<String> origins = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      origins.add(stops[i * i % 7 % 3]);
    }
    String window = ",\"windowMinutes\":30}";
    String to = ",\"destinations\":[" + String.join(",", stops) + "]" + window;
    JsonNode all = matrix("{\"origins\":[" + String.join(",", origins) + "]" + to);
    for (int i = 0; i < origins.size(); i++) {
      JsonNode alone = matrix("{\"origins\":[" + origins.get(i) + "]" + to);
      assertThat(all.path("seconds").get(i)).isEqualTo(alone.path("seconds").get(0));
      assertThat(all.path("p95").get(i)).isEqualTo(alone.path("p95").get(0));
    }
    assertThat(all.path("seconds").get(0).toString()).isNotEqualTo("[null,null,null]");
  }

  @ParameterizedTest
  @Tag("UI-07")
  @CsvSource(
      delimiter = '|',
      value = {
        "15,x | 400 | /problems/invalid-minutes | minutes",
        "0 | 400 | /problems/invalid-minutes | minutes",
        "15&maxWalk=no | 400 | /problems/invalid-number | maxWalk",
      })
  void whatMakesNoSenseIsRefused(String query, int status, String type, String parameter) {
    HttpResponse<String> response = server.get(REACH + query, "it");
    assertThat(response.statusCode()).isEqualTo(status);
    JsonNode problem = JsonMapper.shared().readTree(response.body());
    assertThat(problem.path("type").asString()).isEqualTo(type);
    assertThat(problem.path("parameter").asString()).isEqualTo(parameter);
  }

  @Test
  @Tag("UI-07")
  void tooMuchIsRefusedAndSaysHowMuchIsNot() {
    String place = "{\"stop\":\"tiny:A\"}";
    String many = "[" + (place + ",").repeat(200) + place + "]";
    String one = "[" + place + "]";
    assertThat(refused("{\"origins\":" + many + ",\"destinations\":" + one + "}"))
        .isEqualTo("/problems/too-many-places 400");
    String fifty = "[" + (place + ",").repeat(49) + place + "]";
    assertThat(
            refused(
                "{\"origins\":" + fifty + ",\"destinations\":" + one + ",\"windowMinutes\":121}"))
        .isEqualTo("/problems/too-many-searches 400");
    assertThat(refused("{\"origins\":[],\"destinations\":" + one + "}"))
        .isEqualTo("/problems/invalid-places 400");
    assertThat(refused("nonsense")).isEqualTo("/problems/invalid-body 400");
    assertThat(refused("{\"origins\":[{\"stop\":\"tiny:X\"}],\"destinations\":" + one + "}"))
        .isEqualTo("/problems/unknown-stop 404");
  }

  private static double square(double metres) {
    return metres * metres;
  }

  private static HttpResponse<String> post(String body) {
    HttpRequest request =
        server
            .request("api/v1/matrix")
            .header("Accept-Language", "it")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return server.send(request);
  }

  private static JsonNode matrix(String body) {
    HttpResponse<String> response = post(body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(response.body());
  }

  private static String refused(String body) {
    HttpResponse<String> response = post(body);
    JsonNode problem = JsonMapper.shared().readTree(response.body());
    assertThat(problem.path("detail").asString()).doesNotStartWith("problem.");
    return problem.path("type").asString() + " " + response.statusCode();
  }
}
