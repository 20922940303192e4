package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toret.app.http.DemoPlans.of;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import tools.jackson.databind.JsonNode;

/// By one's own bicycle or in somebody's car to the metro, in the demo city: from the river, far
/// from any line, to Collegno.
@Tag("SR-21")
final class JoinedPlanTest {

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

  private static JsonNode plan(String modes) {
    return server.json("api/v1/plan?%s&at=%s&modes=%s&alternatives=0".formatted(ENDS, AT, modes));
  }

  private static OffsetDateTime time(JsonNode node, String field) {
    return OffsetDateTime.parse(node.path(field).asString());
  }

  @Test
  void aBicycleIsLeftAtTheStationInTimeForTheMetro() {
    List<JsonNode> joined = of(plan("metro,walk,bikeride"), "bike+public");

    assertThat(joined).isNotEmpty();
    for (JsonNode alternative : joined) {
      JsonNode ride = alternative.path("legs").get(0);
      JsonNode next = alternative.path("legs").get(1);
      assertThat(ride.path("mode").asString()).isEqualTo("bike");
      assertThat(ride.path("metres").asInt()).isGreaterThan(600);
      assertThat(ride.at("/to/stop")).isEqualTo(next.at("/from/stop"));
      Duration locking = Duration.between(time(ride, "arrival"), time(next, "departure"));
      assertThat(locking).isGreaterThanOrEqualTo(Duration.ofSeconds(59));
      assertThat(alternative.at("/costs/energy/kcal").asInt()).isPositive();
    }
  }

  /// Whoever rides to any station and takes the metro from there is not earlier.
  @Test
  void noStationLeadsThereEarlier() {
    OffsetDateTime earliest = earliest(of(plan("metro,walk,bikeride"), "bike+public"));
    OffsetDateTime best = OffsetDateTime.MAX;
    for (JsonNode leg : of(plan("metro,walk,bikeride"), "bike+public").getFirst().path("legs")) {
      for (JsonNode stop : leg.path("stops")) {
        best = min(best, through(stop));
      }
    }
    assertThat(best).isNotEqualTo(OffsetDateTime.MAX);
    assertThat(earliest).isBeforeOrEqualTo(best.plusSeconds(1));
  }

  private static OffsetDateTime through(JsonNode stop) {
    String place =
        String.format(
            Locale.ROOT, "%.6f,%.6f", stop.path("lat").asDouble(), stop.path("lon").asDouble());
    JsonNode ride =
        server.json("api/v1/plan?from=45.0545,7.6958&to=%s&at=%s&modes=bike".formatted(place, AT));
    List<JsonNode> rides = of(ride, "bike");
    if (rides.isEmpty()) {
      return OffsetDateTime.MAX;
    }
    OffsetDateTime there = time(rides.getFirst(), "arrival").plusSeconds(60);
    JsonNode onward =
        server.json(
            "api/v1/plan?from=%s&to=45.0760,7.5914&at=%s&modes=metro,walk"
                .formatted(stop.path("stop").asString(), there.toLocalDateTime()));
    return earliest(of(onward, "public"));
  }

  private static OffsetDateTime earliest(List<JsonNode> alternatives) {
    OffsetDateTime best = OffsetDateTime.MAX;
    for (JsonNode alternative : alternatives) {
      best = min(best, time(alternative, "arrival"));
    }
    return best;
  }

  private static OffsetDateTime min(OffsetDateTime a, OffsetDateTime b) {
    return a.isBefore(b) ? a : b;
  }

  @Test
  void whoIsDrivenPaysFuelAndTicket() {
    JsonNode answer = plan("metro,walk,kissride");
    List<JsonNode> joined = of(answer, "lift+public");

    assertThat(joined).isNotEmpty();
    JsonNode fare = joined.getFirst().at("/costs/fare");
    List<String> kinds = new ArrayList<>();
    fare.path("items").forEach(item -> kinds.add(item.path("kind").asString()));
    assertThat(kinds).contains("fuel", "ticket");
    assertThat(answer.path("notices").toString()).contains("kissride_return_not_counted");
  }

  @Test
  void theRideIsNotMostOfTheWay() {
    JsonNode answer = plan("metro,walk,bikeride,kissride");
    List<JsonNode> joined = new ArrayList<>(of(answer, "bike+public"));
    joined.addAll(of(answer, "lift+public"));
    for (JsonNode alternative : joined) {
      int onward = 0;
      for (JsonNode leg : alternative.path("legs")) {
        onward += leg.path("mode").asString().equals("metro") ? leg.path("metres").asInt() : 0;
      }
      assertThat(alternative.at("/legs/0/metres").asInt()).isBetween(600, onward * 3 / 2);
    }
  }

  /// West of the metro and south along it, two kilometres: not by car to a station behind.
  @Test
  void nobodyIsDrivenAway() {
    JsonNode answer =
        server.json(
            "api/v1/plan?from=45.0395,7.6285&to=45.0418,7.6942&at=%s&alternatives=0".formatted(AT)
                + "&modes=transit,walk,kissride");
    assertThat(of(answer, "public")).isNotEmpty();
    for (JsonNode alternative : of(answer, "lift+public")) {
      JsonNode station = alternative.at("/legs/0/to");
      double ridden = metres(station, answer.path("from"));
      double onward = metres(station, answer.path("to"));
      double straight = metres(answer.path("from"), answer.path("to"));
      assertThat(ridden + onward).isLessThanOrEqualTo(1.4 * straight);
    }
  }

  private static double metres(JsonNode a, JsonNode b) {
    return Distance.metres(point(a), point(b));
  }

  private static GeoPoint point(JsonNode place) {
    return new GeoPoint(place.path("lat").asDouble(), place.path("lon").asDouble());
  }

  @Test
  void nextDoorOneWalks() {
    for (String to : List.of("45.0545,7.6958", "45.05452,7.69582", "45.0547,7.6960")) {
      JsonNode answer =
          server.json("api/v1/plan?from=45.0545,7.6958&to=%s&at=%s".formatted(to, AT));
      assertThat(of(answer, "walk")).isNotEmpty();
    }
  }

  @Test
  void whatPartsCostAddsUp() {
    int checked = 0;
    JsonNode answer = plan("transit,walk,car,bikeride,kissride,ebike,taxi");
    for (JsonNode alternative : answer.path("alternatives")) {
      for (String[] cost :
          new String[][] {
            {"energy", "wattHours"}, {"emissions", "gramsCO2e"}, {"emissions", "milligramsNOx"}
          }) {
        String at = "/costs/" + cost[0];
        JsonNode total = alternative.at(at).path(cost[1]);
        if (!total.isNull()) {
          int legs = 0;
          for (JsonNode leg : alternative.path("legs")) {
            legs += leg.at(at).path(cost[1]).asInt();
          }
          int items = 0;
          for (JsonNode item : alternative.at(at).path("items")) {
            items += item.path(cost[1]).asInt();
          }
          assertThat(List.of(legs, items)).as(cost[1]).containsOnly(total.asInt());
          checked += total.asInt() > 0 ? 1 : 0;
        }
      }
    }
    assertThat(checked).isGreaterThan(30);
  }

  @Test
  void anAlternativeIsTimedAndPricedAgain() {
    JsonNode answer = plan("metro,walk,bikeride,kissride");
    for (String group : List.of("bike+public", "lift+public")) {
      JsonNode before = of(answer, group).getFirst();
      JsonNode again =
          server.json("api/v1/plan/" + before.path("id").asString()).path("alternative");
      assertThat(again.path("group").asString()).isEqualTo(group);
      assertThat(again.path("departure")).as(group).isEqualTo(before.path("departure"));
      assertThat(again.path("arrival")).isEqualTo(before.path("arrival"));
      assertThat(again.at("/costs/fare")).isEqualTo(before.at("/costs/fare"));
    }
  }

  @Test
  void oneMoreModeTakesNothingAway() {
    JsonNode without = plan("metro,walk");
    JsonNode with = plan("metro,walk,bikeride,kissride");
    assertThat(ids(of(with, "public"))).isEqualTo(ids(of(without, "public")));
  }

  private static List<String> ids(List<JsonNode> alternatives) {
    return alternatives.stream().map(a -> a.path("id").asString()).sorted().toList();
  }

  @Test
  void anEBikeIsFasterAndTakesElectricity() {
    JsonNode answer = plan("bike,ebike");
    JsonNode bike = of(answer, "bike").getFirst();
    JsonNode assisted = of(answer, "ebike").getFirst();
    assertThat(assisted.at("/costs/time/seconds").asInt())
        .isLessThan(bike.at("/costs/time/seconds").asInt());
    assertThat(assisted.at("/costs/energy/wattHours").asInt()).isPositive();
    assertThat(bike.at("/costs/energy/wattHours").asInt()).isZero();
  }

  @Test
  void whoRollsDoesNotCycle() {
    JsonNode answer =
        server.json(
            "api/v1/plan?%s&at=%s&modes=metro,walk,bikeride,ebike&wheelchair=true"
                .formatted(ENDS, AT));
    assertThat(of(answer, "bike+public")).isEmpty();
    assertThat(of(answer, "ebike")).isEmpty();
  }
}
