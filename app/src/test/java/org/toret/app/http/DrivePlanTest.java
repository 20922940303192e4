package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toret.app.http.DemoPlans.codes;
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

/// A car in the demo city: into the old town, which is closed to cars in the morning of working
/// days, and to a station in the west.
@Tag("ST-05")
final class DrivePlanTest {

  /// From Santa Rita to Piazza Castello.
  private static final String INTO_TOWN = "from=45.0420,7.6440&to=45.0705,7.6850";

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

  private static JsonNode plan(String question) {
    return server.json("api/v1/plan?" + question + "&alternatives=0");
  }

  @Test
  void inTheMorningTheCarStaysOutside() {
    JsonNode answer = plan(INTO_TOWN + "&modes=car&at=2026-09-15T08:30");
    assertThat(codes(answer)).contains("zone_avoided");
    List<JsonNode> cars = of(answer, "car");
    assertThat(cars).isNotEmpty();
    for (JsonNode car : cars) {
      assertThat(car.path("legs").size()).isEqualTo(2);
      assertThat(car.at("/legs/1/mode").asString()).isEqualTo("walk");
      assertThat(car.at("/legs/0/parking/seconds").asInt()).isPositive();
    }
  }

  /// The zone opens at half past ten, to who leaves at ten past as well.
  @Test
  void whatIsSaidOfCarsIsSaidOfThoseThatAreSent() {
    int onlyLater = 0;
    for (int most = 1; most < 8; most++) {
      JsonNode answer =
          server.json(
              "api/v1/plan?"
                  + INTO_TOWN
                  + "&modes=car,walk,bike,transit,taxi&at=2026-09-15T10:10&alternatives="
                  + most);
      List<String> times =
          of(answer, "car").stream()
              .map(car -> car.path("departure").asString().substring(11, 16))
              .distinct()
              .toList();
      boolean now = times.contains("10:10");
      boolean later = times.stream().anyMatch(time -> time.compareTo("10:10") > 0);
      onlyLater += later && !now ? 1 : 0;
      assertThat(codes(answer).contains("zone_avoided")).as(times + " of " + most).isEqualTo(now);
      assertThat(codes(answer).contains("car_open_from"))
          .as(times + " of " + most)
          .isEqualTo(later);
    }
    assertThat(onlyLater).isPositive();
  }

  /// Limits are limits of entering.
  @Test
  void whoIsInsideDrivesOut() {
    JsonNode answer = plan("from=45.0705,7.6850&to=45.0420,7.6440&modes=car&at=2026-09-15T08:30");
    assertThat(codes(answer)).contains("zone_left").doesNotContain("zone_avoided");
    assertThat(of(answer, "car")).anyMatch(car -> car.path("legs").size() == 1);
  }

  /// In the hills no street of the demo city is near.
  @Test
  void whereNoStreetIsKnownItIsSaid() {
    assertThat(codes(plan("from=45.2200,7.9000&to=45.0420,7.6440&modes=car&at=2026-09-15T20:00")))
        .contains("streets_unknown_from")
        .doesNotContain("streets_unknown_to");
  }

  @Test
  void withoutNewsOfTheTrafficTimesAreThoseOfEmptyStreets() {
    assertThat(codes(plan(INTO_TOWN + "&modes=car&at=2026-09-15T20:00"))).contains("car_free_flow");
    assertThat(codes(plan(INTO_TOWN + "&modes=bike&at=2026-09-15T20:00")))
        .doesNotContain("car_free_flow");
  }

  @Test
  void inTheEveningItDrivesIn() {
    JsonNode answer = plan(INTO_TOWN + "&modes=car&at=2026-09-15T20:00");
    assertThat(codes(answer)).doesNotContain("zone_avoided");
    assertThat(of(answer, "car"))
        .anyMatch(car ->
            car.path("legs").size() == 1
                && car.at("/legs/0/parking/kind").asString().equals("kerb"));
  }

  @Test
  void aPermitOpensTheZone() {
    JsonNode answer = plan(INTO_TOWN + "&modes=car&at=2026-09-15T08:30&permits=ztl:1");
    assertThat(codes(answer)).doesNotContain("zone_avoided");
    assertThat(of(answer, "car")).anyMatch(car -> car.path("legs").size() == 1);
  }

  /// The zone's data name holders of a permit for it, and nobody else.
  @Test
  @Tag("SR-41")
  void aPermitOfWhichTheZoneSaysNothingIsTold() {
    JsonNode answer = plan(INTO_TOWN + "&modes=car&at=2026-09-15T08:30&permits=disabled,ztl:none");
    assertThat(codes(answer)).contains("zone_avoided", "permit_untold", "permit_unknown");
    assertThat(answer.path("notices").findValuesAsString("text"))
        .anyMatch(text -> text.contains("“disabled”") && text.contains("ZTL"))
        .anyMatch(text -> text.contains("“ztl:none”"));
    assertThat(codes(plan(INTO_TOWN + "&modes=car&at=2026-09-15T20:00&permits=disabled")))
        .doesNotContain("permit_untold", "permit_unknown");
  }

  /// The kerb costs 2.00 an hour in half hours, by the table that the city brings.
  @Test
  void aStayIsPaidByItsLength() {
    for (int halves : new int[] {1, 4, 7}) {
      JsonNode answer =
          plan(
              INTO_TOWN
                  + "&modes=car&at=2026-09-15T20:00&stay=PT"
                  + Duration.ofMinutes(30L * halves).toMinutes()
                  + "M");
      JsonNode door =
          of(answer, "car").stream()
              .filter(car -> car.path("legs").size() == 1)
              .findFirst()
              .orElseThrow();
      int parking = 0;
      for (JsonNode item : door.at("/costs/fare/items")) {
        parking += item.path("kind").asString().equals("parking") ? item.path("cents").asInt() : 0;
      }
      assertThat(door.at("/costs/fare/known").asBoolean()).isTrue();
      assertThat(parking).isEqualTo(100 * halves);
    }
  }

  @Test
  void onesCarIsLeftAtTheMetro() {
    JsonNode answer =
        plan("from=45.0830,7.5560&to=45.0625,7.6785&modes=parkride,metro,walk&at=2026-09-15T08:00");
    List<JsonNode> joined = of(answer, "car+public");
    assertThat(joined).isNotEmpty();
    for (JsonNode way : joined) {
      JsonNode drive = way.path("legs").get(0);
      JsonNode walk = way.path("legs").get(1);
      assertThat(drive.path("mode").asString()).isEqualTo("car");
      assertThat(drive.at("/parking/kind").asString()).isEqualTo("carpark");
      assertThat(walk.path("mode").asString()).isEqualTo("walk");
      assertThat(OffsetDateTime.parse(walk.path("departure").asString()))
          .isEqualTo(OffsetDateTime.parse(drive.path("arrival").asString()));
      assertThat(way.at("/costs/fare/known").asBoolean()).isTrue();
      JsonNode again = server.json("api/v1/plan/" + way.path("id").asString());
      assertThat(again.at("/alternative/costs/fare")).isEqualTo(way.at("/costs/fare"));
      assertThat(again.at("/alternative/group").asString()).isEqualTo("car+public");
      assertThat(again.at("/alternative/legs/0/parking/id")).isEqualTo(drive.at("/parking/id"));
    }
  }

  @Test
  void carParksCanBeAskedFor() {
    JsonNode answer = server.json("api/v1/parking?bbox=45.07,7.58,45.08,7.60");
    assertThat(answer.path("parks").size()).isEqualTo(1);
    JsonNode fermi = answer.path("parks").get(0);
    assertThat(fermi.path("id").asString()).isEqualTo("parcheggi:fermi");
    assertThat(fermi.path("capacity").asInt()).isEqualTo(300);
    assertThat(fermi.path("parkAndRide").asBoolean()).isTrue();
    assertThat(fermi.path("free").isNull()).isTrue();
  }
}
