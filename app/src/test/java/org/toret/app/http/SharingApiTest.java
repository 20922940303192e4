package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import org.toret.app.TinyCity;
import org.toret.app.TinySharing;
import tools.jackson.databind.JsonNode;

/// What is told about the shared vehicles of the [TinySharing], which were so at 08:15.
@Tag("SH-04")
final class SharingApiTest {

  @TempDir Path temporary;

  @Test
  void stationsAndVehiclesWithWhatIsKnownNow() {
    try (TestServer server = start("2026-09-15T08:30+02:00")) {
      JsonNode answer = server.json("api/v1/sharing?bbox=45.00,7.59,45.01,7.61");
      assertThat(answer.path("stations").size()).isOne();
      JsonNode station = answer.path("stations").path(0);
      assertThat(station.path("id").asString()).isEqualTo("bikes:a");
      assertThat(station.path("vehicles").asInt()).isEqualTo(3);
      assertThat(station.path("docks").asInt()).isEqualTo(7);
      assertThat(station.path("types").path(1).path("vehicles").asInt()).isOne();
      assertThat(answer.path("vehicles").size()).as("outside the box").isZero();
      JsonNode all = server.json("api/v1/sharing");
      assertThat(all.path("stations").size()).isEqualTo(2);
      assertThat(all.at("/vehicles/0/rangeMetres").asInt()).isEqualTo(9000);
      assertThat(all.at("/systems/0/at").asString()).isEqualTo("2026-09-15T08:15:00+02:00");
    }
  }

  @Test
  void whatIsOlderThanHalfAnHourIsNotKnown() {
    try (TestServer server = start("2026-09-15T08:46+02:00")) {
      JsonNode answer = server.json("api/v1/sharing");
      assertThat(answer.at("/systems/0/at").isNull()).isTrue();
      assertThat(answer.path("vehicles").size()).isZero();
      JsonNode station = answer.path("stations").path(0);
      assertThat(station.path("capacity").asInt()).isEqualTo(10);
      assertThat(station.path("vehicles").isNull()).isTrue();
      assertThat(station.path("renting").isNull()).isTrue();
    }
  }

  @Test
  void theNewestVersionOfASystemIsUsedAndTheOtherTold() {
    TinySharing.write(temporary.resolve("data/older"), "2.2");
    try (TestServer server = start("2026-09-15T08:30+02:00")) {
      assertThat(server.json("api/v1/sharing").path("systems").size()).isOne();
      JsonNode feeds = server.json("api/v1/feeds").path("feeds");
      for (JsonNode feed : feeds) {
        if (feed.path("kind").asString().equals("gbfs")) {
          boolean newest = feed.path("id").asString().equals("bikes");
          assertThat(feed.path("used").asBoolean()).isEqualTo(newest);
          assertThat(feed.at("/counts/stations").asInt()).isEqualTo(newest ? 2 : 0);
          assertThat(feed.at("/notices/0/code").asString())
              .isEqualTo(newest ? "" : "gbfs_other_version");
        }
      }
      assertThat(server.json("api/v1/feeds").path("attributions").toString())
          .contains("Tiny bikes – https://example.org/licence");
    }
  }

  @Test
  void aBoxThatIsNoneIsRefused() {
    try (TestServer server = start("2026-09-15T08:30+02:00")) {
      HttpResponse<String> response = server.get("api/v1/sharing?bbox=45.1,7.6,45.0,7.7", "it");
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains("/problems/invalid-box");
    }
  }

  private TestServer start(String instant) {
    Path data = temporary.resolve("data");
    TinyCity.write(data, 30);
    TinySharing.write(data.resolve("bikes"), "2.3");
    return TestServer.start(Optional.of(data), temporary.resolve("state"), instant);
  }
}
