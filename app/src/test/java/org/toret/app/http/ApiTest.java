package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
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

/// The HTTP interface over the [TinyCity] on Tuesday 15 September 2026 at 08:00 in Turin.
final class ApiTest {

  private static final String PLAN = "api/v1/plan?from=tiny:A&to=tiny:C";

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
  @Tag("UI-01")
  void theNextTramIsFoundFromStopToStop() {
    JsonNode answer = server.json(PLAN + "&modes=transit");
    JsonNode first = answer.path("alternatives").path(0);
    assertThat(first.path("departure").asString()).isEqualTo("2026-09-15T08:00:00+02:00");
    assertThat(first.path("arrival").asString()).isEqualTo("2026-09-15T08:20:00+02:00");
    JsonNode ride = first.path("legs").path(0);
    assertThat(ride.path("mode").asString()).isEqualTo("tram");
    assertThat(ride.path("trip").asString()).isEqualTo("tiny:there4");
    assertThat(ride.path("route").path("colour").asString()).isEqualTo("#cc0000");
    assertThat(ride.path("stops").size()).isEqualTo(3);
  }

  @Test
  @Tag("UI-01")
  void anUnknownFareIsNullAndSaysWhy() {
    JsonNode fare = server.json(PLAN + "&modes=transit").at("/alternatives/0/costs/fare");
    assertThat(fare.path("known").asBoolean()).isFalse();
    assertThat(fare.path("cents").isNull()).isTrue();
    assertThat(fare.path("reason").asString()).isEqualTo("no_fare_data");
    assertThat(fare.path("reasonText").asString()).isEqualTo("the operator publishes no fares");
    String italian = server.get(PLAN + "&modes=transit", "it").body();
    assertThat(JsonMapper.shared().readTree(italian).at("/alternatives/0/costs/fare/reasonText"))
        .hasToString("\"l’azienda non pubblica le tariffe\"");
  }

  @Test
  @Tag("UI-01")
  void aJourneyPassesAPlaceOnTheWay() {
    JsonNode through = server.json(PLAN + "&modes=transit&via=tiny:B");
    assertThat(through.at("/via/0/name").asString()).isEqualTo("Ponte Beta");
    assertThat(through.at("/alternatives/0/transfers").asInt()).isZero();
    assertThat(through.at("/alternatives/0/arrival").asString())
        .isEqualTo("2026-09-15T08:20:00+02:00");
    JsonNode back = server.json("api/v1/plan?from=tiny:A&to=tiny:B&via=tiny:C&modes=transit");
    assertThat(back.at("/alternatives/0/departure").asString())
        .isEqualTo("2026-09-15T08:00:00+02:00");
    assertThat(back.at("/alternatives/0/arrival").asString())
        .isEqualTo("2026-09-15T08:40:00+02:00");
    assertThat(back.at("/alternatives/0/legs").findValuesAsString("trip"))
        .containsExactly("tiny:there4", "tiny:back5");
  }

  @Test
  void timesWithoutOffsetAreCityTime() {
    String first = "/alternatives/0/arrival";
    String city =
        server.json(PLAN + "&modes=transit&at=2026-12-01T10:00&arriveBy=true").at(first).asString();
    String offset =
        server
            .json(PLAN + "&modes=transit&at=2026-12-01T09:00Z&arriveBy=true")
            .at(first)
            .asString();
    assertThat(city).isEqualTo(offset).isEqualTo("2026-12-01T09:20:00+01:00");
  }

  @Test
  void pagesLeadOn() {
    JsonNode now = server.json(PLAN + "&modes=transit");
    JsonNode later = server.json(PLAN + "&modes=transit&page=" + now.path("next").asString());
    assertThat(later.at("/alternatives/0/departure").asString())
        .isGreaterThan(now.at("/alternatives/0/departure").asString());
  }

  @Test
  @Tag("UI-01")
  void anAlternativeCanBeAskedForAgain() {
    JsonNode alternative = server.json(PLAN + "&modes=transit").at("/alternatives/0");
    JsonNode again = server.json("api/v1/plan/" + alternative.path("id").asString());
    assertThat(again.at("/alternative/departure")).isEqualTo(alternative.path("departure"));
    assertThat(server.get("api/v1/plan/nonsense", "en").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "api/v1/plan?to=tiny:C                                    | 400 | missing-parameter | from",
        "api/v1/plan?from=here&to=tiny:C                          | 400 | invalid-point     | from",
        "api/v1/plan?from=45,7&from=45,8&to=tiny:C                | 400 | repeated-parameter | from",
        "api/v1/plan?from=95,7&to=tiny:C                          | 400 | invalid-point     | from",
        "api/v1/plan?from=tiny:A&to=tiny:C&at=noon                | 400 | invalid-time      | at",
        "api/v1/plan?from=tiny:A&to=tiny:C&modes=broom            | 400 | invalid-mode      | modes",
        "api/v1/plan?from=tiny:A&to=tiny:C&persons=0              | 400 | invalid-number    | persons",
        "api/v1/plan?from=tiny:A&to=tiny:C&arriveBy=maybe         | 400 | invalid-truth     | arriveBy",
        "api/v1/plan?from=tiny:A&to=tiny:C&window=1h              | 400 | invalid-duration  | window",
        "api/v1/plan?from=tiny:A&to=tiny:C&vehicle=rocket         | 400 | invalid-vehicle   | vehicle",
        "api/v1/plan?from=tiny:A&to=tiny:C&spent=tiny:day         | 400 | invalid-spent     | spent",
        "api/v1/plan?from=tiny:A&to=tiny:C&page=!                 | 400 | invalid-page      | page",
        "api/v1/plan?from=tiny:A&to=tiny:C&page=zzz               | 400 | invalid-page      | page",
        "api/v1/plan?from=tiny:A&to=tiny:X                        | 404 | unknown-stop      |",
        "api/v1/plan?from=tiny:A&to=10,10                         | 400 | outside-city      |",
        "api/v1/plan?from=tiny:A&to=tiny:C&via=there              | 400 | invalid-point     | via",
        "api/v1/plan?from=tiny:A&to=tiny:C&via=tiny:X             | 404 | unknown-stop      |",
        "api/v1/plan?from=tiny:A&to=tiny:C&via=1,1&via=1,1&via=1,1&via=1,1&via=1,1&via=1,1&via=1,1 | 400 | too-many-via |",
        "api/v1/stops                                             | 400 | ask-one           | near",
        "api/v1/departures                                        | 400 | missing-parameter | stop",
        "api/v1/departures?stop=tiny:X                            | 404 | unknown-stop      |",
        "api/v1/trips/tiny:none                                   | 404 | unknown-trip      |",
        "api/v1/trips/tiny:there1?date=tomorrow                   | 400 | invalid-date      | date",
        "api/v1/tiles/3/9/1.mvt                                   | 404 | no-tile           |",
        "api/v1/tiles/a/b/c.mvt                                   | 404 | no-tile           |",
        "api/v1/nothing                                           | 404 | not-found         |",
      })
  @Tag("UI-01")
  void whatMakesNoSenseIsToldAsAProblem(String path, int status, String kind, String parameter) {
    HttpResponse<String> response = server.get(path, "it");
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = JsonMapper.shared().readTree(response.body());
    assertThat(problem.path("type").asString()).isEqualTo("/problems/" + kind);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("parameter").asString(""))
        .isEqualTo(parameter == null ? "" : parameter);
    JsonNode english = JsonMapper.shared().readTree(server.get(path, "en").body());
    assertThat(problem.path("detail").asString())
        .isNotEqualTo(english.path("detail").asString())
        .doesNotContain("problem.");
  }

  @ParameterizedTest
  @CsvSource({
    "api/v1/nothing, text/html, application/problem+json",
    "nothing, application/json, application/problem+json",
    "nothing, text/html, text/html"
  })
  void programsGetAProblemWherePeopleGetAPage(String path, String accepted, String kind) {
    HttpResponse<String> response =
        server.send(server.request(path).header("Accept", accepted).build());
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(kind);
  }

  @Test
  @Tag("BI-04")
  void whatLuggageMeansIsANotice() {
    JsonNode notices = server.json(PLAN + "&luggage=true&permits=ztl").path("notices");
    assertThat(notices.findValuesAsString("code"))
        .contains("luggage_heeded")
        .doesNotContain("luggage_not_heeded", "permits_not_heeded");
    assertThat(server.json(PLAN).path("notices").findValuesAsString("code"))
        .doesNotContain("luggage_heeded");
  }

  @Test
  void anUnknownParameterIsANotice() {
    JsonNode notices = server.json(PLAN + "&wings=2").path("notices");
    assertThat(notices.findValuesAsString("code")).contains("unknown_parameter");
  }

  @Test
  @Tag("UI-01")
  void stopsAreFoundNearAndByName() {
    JsonNode near = server.json("api/v1/stops?near=45.0001,7.6&within=300").path("stops");
    assertThat(near.size()).isEqualTo(1);
    assertThat(near.at("/0/id").asString()).isEqualTo("tiny:A");
    assertThat(near.at("/0/metres").asInt()).isBetween(10, 12);
    assertThat(near.at("/0/lines/0/name").asString()).isEqualTo("1");
    JsonNode named = server.json("api/v1/stops?q=pza+alfa").path("stops");
    assertThat(named.at("/0/id").asString()).isEqualTo("tiny:A");
  }

  @Test
  @Tag("UI-05")
  void typingErrorsAreForgiven() {
    assertThat(server.json("api/v1/stops?q=cors+gama").at("/stops/0/id").asString())
        .isEqualTo("tiny:C");
  }

  @Test
  @Tag("UI-01")
  void departuresAreThoseOfTheTimetable() {
    JsonNode board = server.json("api/v1/departures?stop=tiny:B&limit=3").path("departures");
    assertThat(board.findValuesAsString("departure"))
        .containsExactly(
            "2026-09-15T08:10:00+02:00", "2026-09-15T08:10:00+02:00", "2026-09-15T08:40:00+02:00");
  }

  @Test
  @Tag("UI-01")
  void aTripTellsItsCalls() {
    JsonNode trip = server.json("api/v1/trips/tiny:back0?date=2026-09-16");
    assertThat(trip.path("runs").asBoolean()).isTrue();
    assertThat(trip.at("/stops/2/name").asString()).isEqualTo("Piazza Alfa");
    assertThat(trip.at("/stops/2/arrival").asString()).isEqualTo("2026-09-16T06:20:00+02:00");
  }

  @Test
  @Tag("UI-01")
  void feedsTellWhatIsUsedAndWhatWasAssumed() {
    JsonNode feeds = server.json("api/v1/feeds");
    assertThat(feeds.at("/feeds/0/id").asString()).isEqualTo("tiny");
    assertThat(feeds.at("/feeds/0/counts/trips").asInt()).isEqualTo(60);
    assertThat(feeds.at("/feeds/0/counts/stopTimes").asInt()).isEqualTo(180);
    assertThat(feeds.path("timezone").asString()).isEqualTo("Europe/Rome");
    assertThat(feeds.path("country").asString()).isEqualTo("IT");
    assertThat(feeds.path("notices").findValuesAsString("code"))
        .contains("zone_assumed", "no_streets");
  }

  @Test
  @Tag("UI-01")
  void healthAndMetricsAnswer() {
    assertThat(server.json("health").path("status").asString()).isEqualTo("UP");
    server.json("api/v1/feeds");
    assertThat(server.get("metrics", "en").body())
        .contains("http_server_requests_seconds_count")
        .contains("uri=\"/api/v1/feeds\"")
        .contains("jvm_memory_used_bytes");
  }

  @Test
  void anAnswerThatStillHoldsIsNotSentAgain() {
    HttpResponse<String> first = server.get("api/v1/stops?q=alfa", "it");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpRequest again =
        server
            .request("api/v1/stops?q=alfa")
            .header("Accept-Language", "it")
            .header("If-None-Match", tag)
            .build();
    assertThat(server.send(again).statusCode()).isEqualTo(304);
  }

  @Test
  void everyPageMayRead() {
    HttpRequest request =
        server.request("api/v1/stops?q=alfa").header("Origin", "https://example.org").build();
    assertThat(server.send(request).headers().firstValue("Access-Control-Allow-Origin"))
        .contains("*");
  }

  @Test
  void theLanguageIsTheFirstAccepted() {
    HttpResponse<String> answer = server.get("api/v1/feeds", "fr, it;q=0.8, en;q=0.5");
    assertThat(answer.headers().firstValue("Content-Language")).contains("it");
    assertThat(answer.body()).contains("Il fuso orario");
  }
}
