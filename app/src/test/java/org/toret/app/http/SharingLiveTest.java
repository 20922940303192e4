package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// GBFS files sent to the demo city, whose stations are known and nothing else of them.
@Tag("SH-07")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SharingLiveTest {

  /// 08:00 in Turin.
  private static final long NOW = 1_789_452_000L;

  private static final String QUESTION =
      "api/v1/plan?from=45.07085,7.68560&to=45.0624,7.6622&at=2026-09-15T08:00&modes=bikeshare";

  /// When what was told is twenty minutes old.
  private static final String LATER = QUESTION.replace("08:00", "08:20");

  @TempDir static Path state;
  private static TestServer server;
  private static final List<String> STATIONS = new ArrayList<>();

  @BeforeAll
  static void start() {
    server = TestServer.start(Optional.empty(), state, "2026-09-15T08:00+02:00");
    for (JsonNode station : server.json("api/v1/sharing").path("stations")) {
      STATIONS.add(station.path("id").asString().substring("bici:".length()));
    }
    assertThat(STATIONS).hasSizeGreaterThan(5);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode live(String source) {
    return server
        .json("api/v1/feeds")
        .path("live")
        .valueStream()
        .filter(one -> one.path("id").asString().equals(source))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode send(String source, String version, long at, String data) {
    String body =
        "{'last_updated':%d,'ttl':60,'version':'%s','data':%s}"
            .formatted(at, version, data)
            .replace('\'', '"');
    HttpRequest request =
        server
            .request("api/v1/live/" + source)
            .header("Authorization", "Bearer " + TestServer.TOKEN)
            .header("Accept-Language", "en")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return new JsonMapper().readTree(server.send(request).body());
  }

  private static String status(List<String> stations, int bikes, int docks) {
    return "{'stations':["
        + String.join(
            ",",
            stations.stream()
                .map(id ->
                    ("{'station_id':'%s','num_bikes_available':%d,'num_docks_available':%d,"
                            + "'is_installed':true,'is_renting':true,'is_returning':true}")
                        .formatted(id, bikes, docks))
                .toList())
        + "]}";
  }

  private static JsonNode station(String id) {
    for (JsonNode station : server.json("api/v1/sharing").path("stations")) {
      if (station.path("id").asString().equals("bici:" + id)) {
        return station;
      }
    }
    throw new AssertionError(id);
  }

  private static List<JsonNode> hires(JsonNode answer) {
    List<JsonNode> hires = new ArrayList<>();
    for (JsonNode alternative : answer.path("alternatives")) {
      for (JsonNode leg : alternative.path("legs")) {
        if (!leg.path("hire").isNull()) {
          hires.add(leg);
        }
      }
    }
    return hires;
  }

  @Test
  @Order(1)
  void whatIsToldIsKnownAtTheNextQuestion() {
    JsonNode source = send("push", "3.0", NOW - 10, status(STATIONS, 4, 6));
    assertThat(source.path("state").asString()).isEqualTo("fresh");
    assertThat(source.path("feed").asString()).as("by the ids it names").isEqualTo("bici");
    assertThat(source.at("/told/stations").asInt()).isEqualTo(STATIONS.size());
    assertThat(station(STATIONS.getFirst()).path("vehicles").asInt()).isEqualTo(4);
    JsonNode answer = server.json(QUESTION);
    assertThat(hires(answer)).isNotEmpty();
    assertThat(hires(answer).getFirst().at("/hire/vehiclesAvailable").asInt()).isEqualTo(4);
    assertThat(answer.at("/state/live").asString()).isEqualTo("2026-09-15T07:59:50+02:00");
  }

  @Test
  @Order(2)
  void whereNothingIsLeftNobodyIsSent() {
    String nearest = hires(server.json(QUESTION)).getFirst().path("station").asString();
    String id = nearest.substring("bici:".length());
    List<String> others = new ArrayList<>(STATIONS);
    others.remove(id);
    String all = status(others, 4, 6).replace("]}", "," + status(List.of(id), 0, 10).substring(13));
    assertThat(send("push", "3.0", NOW - 9, all).path("failures").asInt()).isZero();
    List<JsonNode> hires = hires(server.json(QUESTION));
    assertThat(hires).isNotEmpty();
    assertThat(hires).noneMatch(leg -> leg.path("station").asString().equals(nearest));
  }

  /// One bicycle that is left may be gone: the chance is told, and where else there are some.
  @Test
  @Order(2)
  @Tag("SH-10")
  void whereFewAreLeftThereIsAPlanB() {
    send("push", "3.0", NOW - 9, status(STATIONS, 1, 9));
    JsonNode few = hires(server.json(LATER)).getFirst().path("hire");
    double chance = few.at("/takeChance/probability").asDouble();
    assertThat(chance).isBetween(0.4, 0.79);
    assertThat(few.at("/returnChance/probability").asDouble()).isGreaterThan(0.95);
    assertThat(few.at("/returnChance/otherwise").isNull()).isTrue();
    send("push", "3.0", NOW - 9, status(STATIONS, 9, 1));
    JsonNode full = hires(server.json(LATER)).getFirst().path("hire");
    assertThat(full.at("/takeChance/probability").asDouble()).isGreaterThan(0.95);
    assertThat(full.at("/returnChance/probability").asDouble()).isLessThan(0.8);
    String page = server.get(LATER.replace("api/v1/plan?", "?"), "en").body();
    assertThat(page).contains("Chance to find one: ");
    assertThat(server.get(LATER.replace("api/v1/plan?", "?"), "it").body())
        .contains("Probabilità di trovarne uno: ");
  }

  @Test
  @Order(3)
  void whatIsOlderOrOfAnUnknownVersionOrOfNoSystemChangesNothing() {
    JsonNode older = send("push", "3.0", NOW - 60, status(STATIONS, 9, 1));
    assertThat(older.path("detail").asString()).contains("older");
    JsonNode future = send("push", "3.0", NOW + 600, status(STATIONS, 9, 1));
    assertThat(future.path("detail").asString()).contains("future");
    JsonNode version = send("push", "7.1", NOW, status(STATIONS, 9, 1));
    assertThat(version.path("detail").asString()).contains("7.1");
    JsonNode foreign = send("foreign", "3.0", NOW, status(List.of("x1", "x2"), 9, 1));
    assertThat(foreign.path("status").asInt()).isEqualTo(422);
    JsonNode broken = send("push", "3.0", NOW, "{'stations':[{'station_id':");
    assertThat(broken.path("status").asInt()).isEqualTo(422);
    assertThat(live("push").path("failures").asInt()).isEqualTo(4);
    assertThat(station(STATIONS.getLast()).path("vehicles").asInt()).isEqualTo(4);
  }

  @Test
  @Order(4)
  void whatCannotBeRightIsUsedAndTold() {
    String lies =
        status(STATIONS, 400, 6).replace("]}", "," + status(List.of("?"), 1, 1).substring(13));
    assertThat(send("push", "3.0", NOW - 8, lies).path("failures").asInt()).isZero();
    assertThat(server.json("api/v1/feeds").path("liveNotices").findValuesAsString("code"))
        .contains("gbfs_more_than_capacity", "gbfs_station_undefined");
    assertThat(station(STATIONS.getFirst()).path("vehicles").asInt()).isEqualTo(400);
  }

  @Test
  @Order(5)
  void whereNobodyMayRideNoWayIsOffered() {
    send("push", "3.0", NOW - 7, status(STATIONS, 4, 6));
    assertThat(hires(server.json(QUESTION))).isNotEmpty();
    String everywhere = "[[[[7.0,44.5],[8.0,44.5],[8.0,45.5],[7.0,45.5],[7.0,44.5]]]]";
    String zones =
        ("{'geofencing_zones':{'type':'FeatureCollection','features':[{'type':'Feature',"
                + "'geometry':{'type':'MultiPolygon','coordinates':%s},"
                + "'properties':{'name':[{'text':'Festa','language':'it'}],'rules':[{"
                + "'ride_start_allowed':true,'ride_end_allowed':true,"
                + "'ride_through_allowed':false}]}}]},'global_rules':[]}")
            .formatted(everywhere);
    String none =
        "{'geofencing_zones':{'type':'FeatureCollection','features':[]},'global_rules':[]}";
    long at = NOW - 20;
    // named after the system, beside a file that names its stations, and alone
    for (String source : List.of("bici", "push", "elsewhere")) {
      assertThat(send(source, "3.0", at++, zones).at("/told/zones").asInt()).as(source).isOne();
      assertThat(hires(server.json(QUESTION))).as(source).isEmpty();
      send(source, "3.0", at++, none);
      assertThat(hires(server.json(QUESTION))).as(source).isNotEmpty();
    }
  }

  @Test
  @Order(6)
  void whoIsSilentIsForgottenAndComesBack() {
    JsonNode source = send("bici", "3.0", NOW - 1_900, status(STATIONS, 3, 3));
    assertThat(source.path("failures").asInt()).as("its first word on stations").isZero();
    send("push2", "2.3", NOW - 1_900, status(STATIONS, 3, 3));
    server.desk().look();
    assertThat(state("push2")).isEqualTo("stale");
    assertThat(state("push")).isEqualTo("fresh");
    assertThat(station(STATIONS.getFirst()).path("vehicles").asInt()).isEqualTo(4);
    send("push2", "2.3", NOW, status(STATIONS, 5, 5));
    assertThat(state("push2")).isEqualTo("fresh");
    assertThat(station(STATIONS.getFirst()).path("vehicles").asInt()).isEqualTo(5);
    assertThat(server.json("api/v1/feeds").path("liveNotices").findValuesAsString("code"))
        .contains("live_gbfs_other_version");
  }

  @Test
  @Order(7)
  void operatorsSeeIt() {
    assertThat(server.get("network", "it").body()).contains(STATIONS.size() + " stazioni");
    assertThat(server.get("network", "en").body()).contains(STATIONS.size() + " stations");
  }

  private static String state(String id) {
    for (JsonNode source : server.json("api/v1/feeds").path("live")) {
      if (source.path("id").asString().equals(id)) {
        return source.path("state").asString();
      }
    }
    throw new AssertionError(id);
  }
}
