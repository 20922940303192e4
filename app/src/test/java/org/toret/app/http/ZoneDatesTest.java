package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toret.app.http.DemoPlans.codes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import org.toret.demo.DemoCity;
import tools.jackson.databind.JsonNode;

/// The demo city, whose zone is stated for the years 2022 to 2024 only. It is closed in the morning
/// and costs five euros in the afternoon.
@Tag("ST-11")
final class ZoneDatesTest {

  private static final String CASTELLO = "45.0705,7.6850";
  private static final String SANTA_RITA = "45.0420,7.6440";

  private static final String CHARGE =
      """
      # table: zone-charge
      # version: 2026-01-01
      # numbers: cents euroUpTo rank
      # source me: a test | none | 2026
      row,zone,name,unit,cents,currency,hours,fuels,permit,rank
      ztl,ZTL dimostrativa,,day,500,EUR,Mo-Fr 14:00-18:00,,,0
      """;

  @TempDir static Path temporary;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    Path data = temporary.resolve("data");
    DemoCity.write(data);
    Files.writeString(data.resolve("charge.csv"), CHARGE);
    edit(
        data.resolve("city.yaml"),
        "[demo-parking-tariff.csv]",
        "[demo-parking-tariff.csv, charge.csv]");
    edit(
        data.resolve("demo-ztl.xml"),
        "<access_control_info ",
        "<access_control_info start_time=\"2022-01-01T00:00:00Z\" end_time=\"2024-12-31T00:00:00Z\" ");
    server =
        TestServer.start(Optional.of(data), temporary.resolve("state"), "2026-09-15T08:00+02:00");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void edit(Path file, String was, String is) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(was);
    Files.writeString(file, text.replace(was, is));
  }

  private static JsonNode drive(String from, String to, String at) {
    return server.json(
        "api/v1/plan?from=" + from + "&to=" + to + "&modes=car&alternatives=0&at=" + at);
  }

  private static List<String> dated(JsonNode answer) {
    List<String> texts = new ArrayList<>();
    for (JsonNode notice : answer.path("notices")) {
      if (notice.path("code").asString().equals("zone_not_valid")) {
        texts.add(notice.path("text").asString());
      }
    }
    return texts;
  }

  @Test
  void theZoneStaysClosedAndItsDatesAreNamed() {
    JsonNode into = drive(SANTA_RITA, CASTELLO, "2026-09-15T08:30");
    assertThat(codes(into)).contains("zone_avoided");
    assertThat(dated(into))
        .singleElement()
        .satisfies(text ->
            assertThat(text)
                .contains("ZTL dimostrativa", "ztl", "1 January 2022", "31 December 2024"));
    JsonNode out = drive(CASTELLO, SANTA_RITA, "2026-09-15T08:30");
    assertThat(codes(out)).contains("zone_left");
    assertThat(dated(out)).hasSize(1);
  }

  @Test
  void theDatesAreNamedWhereTheZoneCostsSomething() {
    JsonNode paid = drive(SANTA_RITA, CASTELLO, "2026-09-15T15:00");
    assertThat(codes(paid)).doesNotContain("zone_avoided");
    assertThat(paid.path("alternatives").toString()).contains("zone-charge@2026-01-01#ztl");
    assertThat(dated(paid)).hasSize(1);
  }

  @Test
  void nothingIsSaidWithinTheDatesOrWhereTheZoneDoesNotMatter() {
    JsonNode within = drive(SANTA_RITA, CASTELLO, "2024-09-17T08:30");
    assertThat(codes(within)).contains("zone_avoided").doesNotContain("zone_not_valid");
    JsonNode evening = drive(SANTA_RITA, CASTELLO, "2026-09-15T20:00");
    assertThat(codes(evening)).doesNotContain("zone_avoided", "zone_not_valid");
  }

  @Test
  void areasAndTablesNameThemToo() {
    String from = "&modes=car&at=2026-09-15T08:30";
    JsonNode area = server.json("api/v1/reach?from=" + SANTA_RITA + "&minutes=30" + from);
    assertThat(codes(area)).contains("reach_zone_closed", "zone_not_valid");
    JsonNode into =
        server.json("api/v1/reach?from=" + CASTELLO + "&minutes=15&arriveBy=true" + from);
    assertThat(codes(into)).contains("reach_end_closed", "zone_not_valid");
    assertThat(into.path("notices").toString()).contains("ZTL dimostrativa");
    assertThat(codes(into)).doesNotContain("reach_start_closed");
  }

  @Test
  void theFeedTellsItsDates() {
    assertThat(server.json("api/v1/feeds").path("feeds"))
        .filteredOn(feed -> feed.path("file").asString().equals("demo-ztl.xml"))
        .singleElement()
        .satisfies(feed -> {
          assertThat(feed.path("validFrom").asString()).isEqualTo("2022-01-01");
          assertThat(feed.path("validTo").asString()).isEqualTo("2024-12-31");
        });
  }
}
