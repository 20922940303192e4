package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toret.app.http.DemoPlans.alternatives;
import static org.toret.app.http.DemoPlans.codes;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import tools.jackson.databind.JsonNode;

/// The demo city with bans of old cars from its old town in the afternoon, when it is open.
@Tag("ST-08")
final class BanPlanTest {

  /// From Santa Rita to Piazza Castello.
  private static final String INTO_TOWN = "from=45.0420,7.6440&to=45.0705,7.6850&modes=car";

  private static final String TABLE =
      """
      # table: car-ban
      # version: 2026-01-01
      # numbers: euroUpTo rank
      # source me: a test | none | 2026
      row,validFrom,validTo,zone,entry,hours,season,fuels,euroUpTo,permit,rank
      always,,,ZTL dimostrativa,,,,petrol diesel,2,,0
      winter,,,ZTL dimostrativa,,Mo-Fr 08:00-17:00,09-15..04-15,diesel,4,,0
      emergency,2026-09-16,2026-09-17,ZTL dimostrativa,,08:00-17:00,,diesel,5,,0
      disabled,,,ZTL dimostrativa,yes,,,,,disabled,1
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

  private static JsonNode ask(String more) {
    return server.json("api/v1/plan?" + INTO_TOWN + "&alternatives=0&at=" + more);
  }

  /// Whether somebody drives to the door.
  private static boolean drivesIn(String more) {
    return alternatives(ask(more)).stream().anyMatch(car -> car.path("legs").size() == 1);
  }

  @Test
  void oldCarsStayOutsideAndTheRuleIsNamed() {
    JsonNode old = ask("2026-09-15T15:00&vehicle=diesel:4");
    assertThat(alternatives(old)).isNotEmpty().allMatch(car -> car.path("legs").size() == 2);
    assertThat(codes(old)).contains("car_banned").doesNotContain("zone_avoided");
    assertThat(old.path("notices").toString())
        .contains("car-ban@2026-01-01#winter", "ZTL dimostrativa", "diesel:4");
    assertThat(drivesIn("2026-09-15T15:00&vehicle=diesel:5")).isTrue();
    assertThat(drivesIn("2026-09-15T15:00&vehicle=petrol:4")).isTrue();
  }

  @Test
  void bansHoldBySeasonWeekdayHourDateAndPermit() {
    assertThat(drivesIn("2026-09-14T15:00&vehicle=diesel:4")).as("before the season").isTrue();
    assertThat(drivesIn("2027-04-15T15:00&vehicle=diesel:4")).as("its last day").isFalse();
    assertThat(drivesIn("2027-04-16T15:00&vehicle=diesel:4")).as("after it").isTrue();
    assertThat(drivesIn("2026-09-19T15:00&vehicle=diesel:4")).as("a Saturday").isTrue();
    assertThat(drivesIn("2026-09-19T15:00&vehicle=diesel:2")).as("always").isFalse();
    assertThat(drivesIn("2026-09-15T17:30&vehicle=diesel:4")).as("in the evening").isTrue();
    assertThat(drivesIn("2026-09-16T15:00&vehicle=diesel:5")).as("an emergency").isFalse();
    assertThat(drivesIn("2026-09-18T15:00&vehicle=diesel:5")).as("after it").isTrue();
    assertThat(drivesIn("2026-09-15T15:00&vehicle=diesel:2&permits=disabled")).isTrue();
    assertThat(drivesIn("2026-09-15T15:00&vehicle=diesel:0")).as("before Euro 1").isFalse();
  }

  /// At 16:30 the way in is banned until 17:00: outside now, or to the door then.
  @Test
  void whoWaitsForTheEndOfTheBanDrivesIn() {
    JsonNode answer = ask("2026-09-15T16:30&vehicle=diesel:4");
    assertThat(codes(answer)).contains("car_banned", "car_open_from");
    assertThat(alternatives(answer))
        .anySatisfy(car -> {
          assertThat(car.path("legs").size()).isEqualTo(1);
          assertThat(car.path("departure").asString()).startsWith("2026-09-15T17:00");
        })
        .anySatisfy(car -> {
          assertThat(car.path("legs").size()).isEqualTo(2);
          assertThat(car.path("departure").asString()).startsWith("2026-09-15T16:30");
        });
    JsonNode noon = ask("2026-09-15T15:00&vehicle=diesel:4&window=PT30M");
    assertThat(codes(noon)).doesNotContain("car_open_from");
    JsonNode longer = ask("2026-09-15T15:00&vehicle=diesel:4&window=PT3H");
    assertThat(codes(longer)).contains("car_open_from");
  }

  @Test
  void whoseClassIsNotToldIsAskedForIt() {
    assertThat(codes(ask("2026-09-15T15:00"))).contains("car_class_untold");
    assertThat(codes(ask("2026-09-15T15:00&vehicle=diesel"))).contains("car_class_untold");
    assertThat(codes(ask("2026-09-15T15:00&vehicle=diesel:6"))).doesNotContain("car_class_untold");
    assertThat(drivesIn("2026-09-15T15:00")).isTrue();
  }

  @Test
  void oneReachesLessInAnOldCar() {
    String question = "api/v1/reach?from=45.0420,7.6440&modes=car&minutes=20&at=2026-09-15T15:00";
    JsonNode old = server.json(question + "&vehicle=diesel:4");
    JsonNode fresh = server.json(question + "&vehicle=diesel:6");
    assertThat(old.path("features")).isNotEqualTo(fresh.path("features"));
  }
}
