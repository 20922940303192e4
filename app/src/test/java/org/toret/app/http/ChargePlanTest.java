package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import tools.jackson.databind.JsonNode;

/// The demo city with a charge of 5.00 for its old town in the afternoon, when it is open.
@Tag("ST-06")
final class ChargePlanTest {

  /// From Santa Rita to Piazza Castello.
  private static final String INTO_TOWN = "from=45.0420,7.6440&to=45.0705,7.6850&modes=car";

  private static final String TABLE =
      """
      # table: zone-charge
      # version: 2026-01-01
      # source me: a test | none | 2026
      row,zone,name,unit,cents,currency,hours,permit,rank
      afternoon,ZTL dimostrativa,Biglietto giornaliero,day,500,EUR,Mo-Fr 12:00-19:00; PH off,,0
      resident,ZTL dimostrativa,Residenti,day,100,EUR,Mo-Fr 12:00-19:00; PH off,ztl:1,1
      elsewhere,Altrove,Altrove,day,100,EUR,,,0
      """;

  @TempDir static Path temporary;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    server = DemoPlans.serve(temporary, TABLE);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static List<JsonNode> cars(String question) {
    return DemoPlans.alternatives(server.json("api/v1/plan?" + question + "&alternatives=0"));
  }

  private static int toll(JsonNode alternative) {
    int cents = 0;
    for (JsonNode item : alternative.at("/costs/fare/items")) {
      cents += item.path("kind").asString().equals("toll") ? item.path("cents").asInt() : 0;
    }
    return cents;
  }

  @Test
  void whoPaysDrivesInAndWhoDoesNotWalks() {
    List<JsonNode> cars = cars(INTO_TOWN + "&at=2026-09-15T15:00");
    assertThat(cars)
        .anySatisfy(car -> {
          assertThat(car.path("legs").size()).isEqualTo(1);
          assertThat(toll(car)).isEqualTo(500);
        });
    assertThat(cars)
        .anySatisfy(car -> {
          assertThat(car.path("legs").size()).isEqualTo(2);
          assertThat(toll(car)).isZero();
        });
  }

  @Test
  void theTicketUnfoldsToItsRule() {
    JsonNode paid =
        cars(INTO_TOWN + "&at=2026-09-15T15:00").stream()
            .filter(car -> toll(car) > 0)
            .findFirst()
            .orElseThrow();
    List<JsonNode> items = new ArrayList<>();
    paid.at("/costs/fare/items").forEach(items::add);
    JsonNode item =
        items.stream()
            .filter(one -> one.path("kind").asString().equals("toll"))
            .findFirst()
            .orElseThrow();
    assertThat(item.path("name").asString()).isEqualTo("Biglietto giornaliero");
    assertThat(item.path("rule").asString()).isEqualTo("zone-charge@2026-01-01#afternoon");
    assertThat(item.path("source").asString()).contains("a test");
    assertThat(item.path("validUntil").asString()).startsWith("2026-09-16T00:00");
  }

  @Test
  void inTheEveningNobodyPaysAndResidentsPayLess() {
    assertThat(cars(INTO_TOWN + "&at=2026-09-15T20:00")).allMatch(car -> toll(car) == 0);
    assertThat(cars(INTO_TOWN + "&at=2026-09-15T15:00&permits=ztl:1"))
        .anyMatch(car -> toll(car) == 100);
  }

  /// The way around stays the way around, the permit stays shown.
  @Test
  void eachIsTimedAndPricedAgain() {
    for (String permits : List.of("", "&permits=ztl:1")) {
      for (JsonNode car : cars(INTO_TOWN + "&at=2026-09-15T15:00" + permits)) {
        JsonNode again =
            server.json("api/v1/plan/" + car.path("id").asString()).path("alternative");
        assertThat(again.at("/costs/fare")).isEqualTo(car.at("/costs/fare"));
        assertThat(again.at("/legs/0/polyline")).isEqualTo(car.at("/legs/0/polyline"));
      }
    }
  }

  @Test
  void oneReachesLessWithoutPaying() {
    String question = "api/v1/reach?from=45.0420,7.6440&modes=car&minutes=20&at=2026-09-15T15:00";
    JsonNode paying = server.json(question);
    JsonNode sparing = server.json(question + "&charges=false");
    assertThat(paying.path("notices").findValuesAsString("code")).contains("reach_charged");
    assertThat(sparing.path("notices").findValuesAsString("code")).doesNotContain("reach_charged");
    assertThat(sparing.path("features")).isNotEqualTo(paying.path("features"));
    JsonNode closed = server.json(question.replace("15:00", "08:00"));
    JsonNode open = server.json(question.replace("15:00", "20:00"));
    assertThat(closed.path("features")).isNotEqualTo(open.path("features"));
    assertThat(closed.path("features")).isEqualTo(sparing.path("features"));
  }

  @Test
  void aRowForNothingIsToldToTheOperator() {
    assertThat(server.json("api/v1/feeds").toString()).contains("Altrove");
  }
}
