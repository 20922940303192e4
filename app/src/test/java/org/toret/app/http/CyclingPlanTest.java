package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toret.app.http.DemoPlans.of;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import tools.jackson.databind.JsonNode;

/// Bicycles over HTTP in the demo city: calm ways, and a bicycle taken along.
final class CyclingPlanTest {

  private static final String ENDS = "from=45.0545,7.6958&to=45.0760,7.5914";
  private static final String AT = "2026-09-15T08:20";

  @TempDir static Path state;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(Optional.empty(), state, "2026-09-15T08:00+02:00");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode plan(String query) {
    return server.json("api/v1/plan?%s&at=%s&alternatives=0&%s".formatted(ENDS, AT, query));
  }

  private static int stress(JsonNode leg, int level) {
    return leg.at("/cycling/stressMetres/" + (level - 1)).asInt();
  }

  /// What is ridden at each level adds up to the way; wishing for calm never brings more stress.
  @Test
  @Tag("BI-02")
  void aRideTellsItsStress() {
    int anyStreet = 0;
    for (int most = 4; most >= 1; most--) {
      JsonNode leg = of(plan("modes=bike&maxStress=" + most), "bike").getFirst().at("/legs/0");
      int sum = 0;
      int above = 0;
      for (int level = 1; level <= 4; level++) {
        sum += stress(leg, level);
        above += level > most ? stress(leg, level) : 0;
      }
      assertThat(sum).isBetween(leg.path("metres").asInt() - 200, leg.path("metres").asInt() + 4);
      assertThat(leg.at("/cycling/aboveMaxStressMetres").asInt()).isEqualTo(above);
      assertThat(leg.at("/cycling/cycleWayMetres").asInt()).isBetween(0, sum);
      int heavy = stress(leg, 3) + stress(leg, 4);
      if (most == 2) {
        assertThat(heavy).isLessThanOrEqualTo(anyStreet);
      }
      anyStreet = most == 4 ? heavy : anyStreet;
    }
  }

  @Test
  @Tag("BI-02")
  void onlyRidesHaveStressAndLevelsAreFour() {
    JsonNode walk = plan("modes=walk&maxWalk=20000");
    assertThat(walk.at("/alternatives/0/legs/0/cycling").isNull()).isTrue();
    assertThat(server.get("api/v1/plan?%s&maxStress=5".formatted(ENDS), "en").statusCode())
        .isEqualTo(400);
  }

  @Test
  @Tag("BI-02")
  void aCalmWayIsFoundAgain() {
    JsonNode before = of(plan("modes=bike&maxStress=1"), "bike").getFirst();
    JsonNode again = server.json("api/v1/plan/" + before.path("id").asString()).path("alternative");
    assertThat(again.at("/legs/0/polyline")).isEqualTo(before.at("/legs/0/polyline"));
    assertThat(again.at("/legs/0/cycling")).isEqualTo(before.at("/legs/0/cycling"));
  }

  @Test
  @Tag("BI-01")
  void anEBikeIsWeighedTheSameAgain() {
    JsonNode before = of(plan("modes=ebike"), "ebike").getFirst();
    JsonNode again = server.json("api/v1/plan/" + before.path("id").asString()).path("alternative");
    assertThat(again.at("/costs/energy/wattHours")).isEqualTo(before.at("/costs/energy/wattHours"));
    assertThat(again.at("/costs/energy/wattHours").asInt()).isPositive();
  }

  /// At the price of electricity of the day: 0.2797 EUR a kWh since January 2026 (ARERA).
  @Test
  @Tag("CO-06")
  void anEBikeIsChargedAndABicycleIsNot() {
    JsonNode assisted = of(plan("modes=ebike"), "ebike").getFirst().path("costs");
    double wattHours = assisted.at("/energy/wattHours").asInt();
    assertThat(assisted.at("/energy/items/0/factor").asString()).contains("#ebike");
    assertThat(assisted.at("/fare/items/0/kind").asString()).isEqualTo("charge");
    assertThat(assisted.at("/fare/items/0/rule").asString()).endsWith("#IT-electricity");
    assertThat(assisted.at("/fare/cents").asInt())
        .isEqualTo((int) Math.round(wattHours / 1000 * 27.97));
    JsonNode own = of(plan("modes=bike"), "bike").getFirst().path("costs");
    assertThat(own.at("/fare/cents").asInt()).isZero();
    assertThat(own.at("/fare/items")).isEmpty();
  }

  /// Ridden to the stop a minute before the vehicle leaves, and from the stop a minute after.
  @Test
  @Tag("BI-03")
  void aBicycleIsTakenAlong() {
    JsonNode answer = plan("bikeOnBoard=true");
    List<JsonNode> joined = of(answer, "bike+public");
    assertThat(joined).isNotEmpty();
    boolean both = false;
    for (JsonNode alternative : joined) {
      JsonNode legs = alternative.path("legs");
      JsonNode first = legs.get(0);
      JsonNode last = legs.get(legs.size() - 1);
      if (first.path("mode").asString().equals("bike")) {
        assertThat(gap(first, legs.get(1))).isGreaterThanOrEqualTo(Duration.ofSeconds(59));
      }
      if (last.path("mode").asString().equals("bike")) {
        assertThat(gap(legs.get(legs.size() - 2), last))
            .isGreaterThanOrEqualTo(Duration.ofSeconds(59));
      }
      both |= first.path("mode").equals(last.path("mode"));
    }
    assertThat(both).isTrue();
    assertThat(answer.path("notices").findValuesAsString("code")).contains("bike_on_board_fare");
    for (String group : List.of("lift+public", "car+public", "shared", "shared+public", "taxi")) {
      assertThat(of(answer, group)).as(group).isEmpty();
    }
  }

  private static Duration shift(JsonNode one, JsonNode other, String field) {
    return Duration.between(
            OffsetDateTime.parse(one.path(field).asString()),
            OffsetDateTime.parse(other.path(field).asString()))
        .abs();
  }

  private static Duration gap(JsonNode before, JsonNode after) {
    return Duration.between(
        OffsetDateTime.parse(before.path("arrival").asString()),
        OffsetDateTime.parse(after.path("departure").asString()));
  }

  /// Whoever may not ride pushes it at both ends; what was found is found again.
  @Test
  @Tag("BI-03")
  void whoDoesNotRidePushesIt() {
    JsonNode pushed = plan("modes=transit&bikeOnBoard=true");
    assertThat(of(pushed, "bike+public")).isEmpty();
    JsonNode again = of(plan("bikeOnBoard=true&modes=transit,bike"), "bike+public").getFirst();
    JsonNode retold = server.json("api/v1/plan/" + again.path("id").asString()).path("alternative");
    assertThat(retold.path("group").asString()).isEqualTo("bike+public");
    // rides and vehicles are within a second of one another
    assertThat(shift(again, retold, "departure")).isLessThanOrEqualTo(Duration.ofSeconds(2));
    assertThat(shift(again, retold, "arrival")).isLessThanOrEqualTo(Duration.ofSeconds(2));
  }

  @Test
  @Tag("BI-04")
  void nobodyCarriesLuggageOnAScooter() {
    assertThat(of(plan("modes=bikeshare"), "shared")).isNotEmpty();
    assertThat(of(plan("modes=bikeshare,scooter&luggage=true"), "shared")).isEmpty();
  }
}
