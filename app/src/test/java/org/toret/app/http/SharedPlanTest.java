package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import tools.jackson.databind.JsonNode;

/// From Piazza Castello to the Politecnico, two kilometres, with the shared bicycles of the demo
/// city, of which it is not known what is available.
@Tag("SH-05")
final class SharedPlanTest {

  private static final String QUESTION =
      "api/v1/plan?from=45.07085,7.68560&to=45.0624,7.6622&at=2026-09-15T08:20";

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

  /// Shared bicycles keep to calm streets too, and to the same when asked for again.
  @Test
  @Tag("BI-08")
  void aSharedBicycleHeedsTheWishForCalm() {
    for (String type : List.of("bici", "ebike")) {
      JsonNode any = byType(server.json(QUESTION + "&modes=bikeshare&maxStress=4"), type);
      JsonNode calm = byType(server.json(QUESTION + "&modes=bikeshare&maxStress=1"), type);
      assertThat(stressed(ride(calm))).as(type).isLessThan(stressed(ride(any)));
      assertThat(ride(calm).at("/cycling/aboveMaxStressMetres").asInt())
          .isEqualTo(stressed(ride(calm)));
      JsonNode again = server.json("api/v1/plan/" + calm.path("id").asString());
      JsonNode ridden = ride(again.path("alternative"));
      assertThat(ridden.path("polyline")).isEqualTo(ride(calm).path("polyline"));
      assertThat(ridden.path("cycling")).isEqualTo(ride(calm).path("cycling"));
    }
  }

  /// Metres above the lowest level of stress.
  private static int stressed(JsonNode ride) {
    JsonNode metres = ride.at("/cycling/stressMetres");
    return metres.get(1).asInt() + metres.get(2).asInt() + metres.get(3).asInt();
  }

  @Test
  void oneWalksToABicycleRidesAndWalksOn() {
    JsonNode answer = server.json(QUESTION + "&modes=bikeshare");
    List<JsonNode> shared = shared(answer);
    assertThat(shared).hasSizeGreaterThanOrEqualTo(2);
    for (JsonNode alternative : shared) {
      JsonNode ride = ride(alternative);
      assertThat(ride.path("station").asString()).startsWith("bici:");
      assertThat(ride.at("/hire/returnStation").asString()).startsWith("bici:");
      assertThat(ride.at("/hire/vehiclesAvailable").isNull()).as("not known").isTrue();
      assertThat(ride.path("metres").asInt()).isBetween(1_500, 4_000);
      assertThat(ride.path("polyline").asString()).isNotEmpty();
    }
    assertThat(codes(answer)).contains("hire_availability_unknown");
  }

  @Test
  @Tag("SH-03")
  void anEBikeIsPaidByTheMinuteAndTakesElectricity() {
    JsonNode alternative = byType(server.json(QUESTION + "&modes=bikeshare"), "ebike");
    JsonNode ride = ride(alternative);
    long minutes = (seconds(ride) + 59) / 60;
    JsonNode fare = alternative.at("/costs/fare");
    assertThat(fare.path("cents").asLong()).isEqualTo(50 + 10 * minutes);
    assertThat(fare.at("/items/0/kind").asString()).isEqualTo("hire");
    assertThat(fare.at("/items/0/rule").asString()).isEqualTo("bici@3.0#ebike");
    double wattHours = ride.path("metres").asInt() * 0.008;
    // the demo city is not level: what is climbed comes on top, at most a few metres a hundred
    double climbed = ride.path("metres").asInt() * 0.05 * 0.2845;
    assertThat(alternative.at("/costs/energy/wattHours").asDouble())
        .isBetween(wattHours - 0.5, wattHours + climbed);
    assertThat(alternative.at("/costs/energy/kcal").asInt()).isPositive();
  }

  @Test
  void aBicycleIsFreeForHalfAnHourAndTakesNothing() {
    JsonNode alternative = byType(server.json(QUESTION + "&modes=bikeshare"), "bici");
    assertThat(alternative.at("/costs/fare/known").asBoolean()).isTrue();
    assertThat(alternative.at("/costs/fare/cents").asInt()).isZero();
    assertThat(alternative.at("/costs/energy/wattHours").asInt()).isZero();
  }

  @Test
  void anAlternativeIsTimedAndPricedAgain() {
    JsonNode before = byType(server.json(QUESTION + "&modes=bikeshare"), "ebike");
    JsonNode again = server.json("api/v1/plan/" + before.path("id").asString()).path("alternative");
    assertThat(again.path("group").asString()).isEqualTo("shared");
    assertThat(again.path("arrival")).isEqualTo(before.path("arrival"));
    assertThat(again.at("/costs/fare/cents")).isEqualTo(before.at("/costs/fare/cents"));
    assertThat(ride(again).path("station")).isEqualTo(ride(before).path("station"));
    assertThat(again.path("id")).isEqualTo(before.path("id"));
  }

  @Test
  void arrivingInTimeIsTheSameWayEarlier() {
    JsonNode out = byType(server.json(QUESTION + "&modes=bikeshare"), "bici");
    JsonNode by = byType(server.json(QUESTION + "&modes=bikeshare&arriveBy=true"), "bici");
    assertThat(OffsetDateTime.parse(by.path("arrival").asString()))
        .isEqualTo(OffsetDateTime.parse("2026-09-15T08:20:00+02:00"));
    assertThat(by.at("/costs/time/seconds")).isEqualTo(out.at("/costs/time/seconds"));
  }

  @Test
  void whoRollsIsNotOfferedABicycle() {
    assertThat(shared(server.json(QUESTION + "&modes=bikeshare&wheelchair=true"))).isEmpty();
  }

  @Test
  void partiesPayForEachBicycle() {
    JsonNode alone = byType(server.json(QUESTION + "&modes=bikeshare"), "ebike");
    JsonNode two = byType(server.json(QUESTION + "&modes=bikeshare&persons=2"), "ebike");
    assertThat(two.at("/costs/fare/cents").asInt())
        .isEqualTo(2 * alone.at("/costs/fare/cents").asInt());
  }

  @Test
  @Tag("SH-06")
  void aBicycleLeadsToTheMetro() {
    JsonNode answer =
        server.json(
            "api/v1/plan?from=45.0545,7.6858&to=45.0760,7.5914&at=2026-09-15T08:20"
                + "&modes=metro,walk,bikeshare&alternatives=0");
    List<JsonNode> joined = new ArrayList<>();
    for (JsonNode alternative : answer.path("alternatives")) {
      if (alternative.path("group").asString().equals("shared+public")) {
        joined.add(alternative);
      }
    }
    assertThat(joined).isNotEmpty();
    for (JsonNode alternative : joined) {
      assertThat(alternative.path("modes").toString()).contains("bikeshare", "metro");
      String arrived = alternative.path("departure").asString();
      for (JsonNode leg : alternative.path("legs")) {
        assertThat(OffsetDateTime.parse(leg.path("departure").asString()))
            .isAfterOrEqualTo(OffsetDateTime.parse(arrived));
        arrived = leg.path("arrival").asString();
      }
      assertThat(alternative.path("arrival").asString()).isEqualTo(arrived);
    }
    JsonNode before = joined.getFirst();
    JsonNode again = server.json("api/v1/plan/" + before.path("id").asString()).path("alternative");
    assertThat(again.path("group").asString()).isEqualTo("shared+public");
    assertThat(again.path("arrival")).isEqualTo(before.path("arrival"));
    assertThat(again.at("/costs/fare/cents")).isEqualTo(before.at("/costs/fare/cents"));
  }

  private static List<JsonNode> shared(JsonNode answer) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode alternative : answer.path("alternatives")) {
      if (alternative.path("group").asString().equals("shared")) {
        found.add(alternative);
      }
    }
    return found;
  }

  private static JsonNode byType(JsonNode answer, String type) {
    return shared(answer).stream()
        .filter(one -> ride(one).at("/hire/type").asString().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode ride(JsonNode alternative) {
    for (JsonNode leg : alternative.path("legs")) {
      if (leg.path("mode").asString().equals("bikeshare")) {
        return leg;
      }
    }
    throw new AssertionError("no ride in " + alternative.path("modes"));
  }

  private static long seconds(JsonNode leg) {
    return Duration.between(
            OffsetDateTime.parse(leg.path("departure").asString()),
            OffsetDateTime.parse(leg.path("arrival").asString()))
        .toSeconds();
  }

  private static List<String> codes(JsonNode answer) {
    List<String> codes = new ArrayList<>();
    answer.path("notices").forEach(notice -> codes.add(notice.path("code").asString()));
    return codes;
  }
}
