package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toret.app.http.DemoPlans.alternatives;
import static org.toret.app.http.DemoPlans.of;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.toret.app.TestServer;
import tools.jackson.databind.JsonNode;

/// Rides in the demo city to and from a place some 200 m from the nearest street that is known.
@Tag("ST-12")
final class OffStreetPlanTest {

  private static final String SANTA_RITA = "45.0420,7.6440";
  private static final String FAR = "45.0350,7.6190";

  @TempDir static Path state;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(Optional.empty(), state, "2026-09-15T12:00+02:00");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode way(String from, String to, String mode, String more) {
    return of(
            server.json(
                "api/v1/plan?from="
                    + from
                    + "&to="
                    + to
                    + "&alternatives=0&at=2026-09-15T20:00&modes="
                    + mode
                    + more),
            mode)
        .getFirst();
  }

  private static OffsetDateTime time(JsonNode leg, String name) {
    return OffsetDateTime.parse(leg.path(name).asString());
  }

  private static void holdsTogether(JsonNode way) {
    JsonNode legs = way.path("legs");
    assertThat(time(legs.get(0), "departure")).isEqualTo(time(way, "departure"));
    for (int i = 1; i < legs.size(); i++) {
      assertThat(time(legs.get(i), "departure")).isEqualTo(time(legs.get(i - 1), "arrival"));
      assertThat(legs.get(i).path("from").path("lat"))
          .isEqualTo(legs.get(i - 1).path("to").path("lat"));
    }
    assertThat(time(legs.get(legs.size() - 1), "arrival")).isEqualTo(time(way, "arrival"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"car", "taxi", "bike", "ebike"})
  void theLastPieceIsWalked(String mode) {
    JsonNode way = way(SANTA_RITA, FAR, mode, "");
    holdsTogether(way);
    JsonNode walk = way.path("legs").get(way.path("legs").size() - 1);
    assertThat(way.at("/legs/0/mode").asString()).isEqualTo(mode);
    assertThat(walk.path("mode").asString()).isEqualTo("walk");
    assertThat(walk.path("metres").asInt()).isBetween(150, 300);
    assertThat(Duration.between(time(walk, "departure"), time(walk, "arrival")).toSeconds())
        .isGreaterThanOrEqualTo((long) (walk.path("metres").asInt() / 1.34));
    assertThat(way.at("/costs/time/walkSeconds").asInt()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"car", "taxi", "bike", "ebike"})
  void theFirstPieceIsWalkedToArriveInTime(String mode) {
    JsonNode way = way(FAR, SANTA_RITA, mode, "&arriveBy=true");
    holdsTogether(way);
    assertThat(way.at("/legs/0/mode").asString()).isEqualTo("walk");
    assertThat(way.at("/legs/0/metres").asInt()).isBetween(150, 300);
    assertThat(way.at("/legs/1/mode").asString()).isEqualTo(mode);
    assertThat(time(way, "arrival")).isEqualTo(OffsetDateTime.parse("2026-09-15T20:00+02:00"));
  }

  @Test
  void itIsFoundAgainAsItWas() {
    for (JsonNode way :
        alternatives(
            server.json(
                "api/v1/plan?from="
                    + SANTA_RITA
                    + "&to="
                    + FAR
                    + "&at=2026-09-15T20:00&modes=car,taxi,bike"))) {
      JsonNode again = server.json("api/v1/plan/" + way.path("id").asString()).path("alternative");
      assertThat(again.path("id")).isEqualTo(way.path("id"));
      assertThat(again.path("group")).isEqualTo(way.path("group"));
      assertThat(again.path("arrival")).isEqualTo(way.path("arrival"));
      assertThat(again.path("legs").size()).isEqualTo(way.path("legs").size());
      assertThat(again.at("/costs/fare")).isEqualTo(way.at("/costs/fare"));
    }
  }

  @Test
  void whoEndsAtTheStreetDrivesToTheDoor() {
    JsonNode way = way("45.0450,7.6500", SANTA_RITA, "taxi", "");
    assertThat(way.path("legs").size()).isOne();
  }
}
