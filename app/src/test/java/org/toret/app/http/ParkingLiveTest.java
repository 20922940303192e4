package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import org.toret.app.TinyCity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Free places of car parks: sent in three formats, and in files that are written anew.
@Tag("SH-08")
final class ParkingLiveTest {

  @TempDir Path temporary;
  private Path data;
  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    data = temporary.resolve("data");
    TinyCity.write(data, 20);
    pk(100, "07:55", 460);
    server =
        TestServer.start(Optional.of(data), temporary.resolve("state"), "2026-09-15T08:00+02:00");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String pkXml(int free, String clock, int total) {
    return """
    <?xml version="1.0" encoding="utf-8"?>
    <traffic_data xmlns="https://simone.5t.torino.it/ns/traffic_data.xsd"
      generation_time="2026-09-15T%2$s:10+02:00" start_time="2026-09-15T%2$s:00+02:00"
      end_time="2026-09-15T%2$s:00+02:00">
    <PK_data Name="BODONI" ID="2" status="1" Total="%3$d" Free="%1$d" tendence="1"
      lat="45.003" lng="7.601"/>
    <PK_data Name="MUTO" ID="3" status="0" Total="80" Free="80" lat="45.004" lng="7.602"/>
    </traffic_data>
    """
        .formatted(free, clock, total);
  }

  private void pk(int free, String clock, int total) throws IOException {
    Files.writeString(data.resolve("pk.xml"), pkXml(free, clock, total));
  }

  private JsonNode send(String source, String body) {
    HttpRequest request =
        server
            .request("api/v1/live/" + source)
            .header("Authorization", "Bearer " + TestServer.TOKEN)
            .header("Accept-Language", "en")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return new JsonMapper().readTree(server.send(request).body());
  }

  private JsonNode park(String id) {
    for (JsonNode park : server.json("api/v1/parking").path("parks")) {
      if (park.path("id").asString().equals(id)) {
        return park;
      }
    }
    throw new AssertionError(id);
  }

  private String image() {
    return server.json("health").path("image").asString();
  }

  @Test
  void ofFiveT() {
    assertThat(park("pk:2").path("free").asInt()).isEqualTo(100);
    JsonNode source = send("5t", pkXml(12, "07:59", 460));
    assertThat(source.path("state").asString()).isEqualTo("fresh");
    assertThat(source.path("feed").asString()).isEqualTo("pk");
    assertThat(source.at("/told/carParks").asInt()).as("one is silent").isOne();
    assertThat(park("pk:2").path("free").asInt()).isEqualTo(12);
    assertThat(park("pk:2").path("at").asString()).isEqualTo("2026-09-15T07:59:00+02:00");
    assertThat(park("pk:3").path("free").isNull()).isTrue();
    assertThat(send("5t", pkXml(99, "07:50", 460)).path("detail").asString()).contains("older");
    assertThat(send("5t", pkXml(99, "08:50", 460)).path("detail").asString()).contains("future");
    assertThat(park("pk:2").path("free").asInt()).isEqualTo(12);
    assertThat(server.get("network", "it").body()).contains("1 parcheggio");
  }

  @Test
  void inJsonWithAClosedOneAnUnknownOneAndALie() {
    JsonNode source =
        send(
            "json",
            """
            {"last_updated": "2026-09-15T07:58:00+02:00", "lots": [
              {"id": "2", "name": "Bodoni", "free": 470, "total": 460, "state": "open"},
              {"id": "3", "name": "Muto", "free": 0, "total": 80, "state": "closed"},
              {"id": "77", "name": "Altrove", "free": 1, "total": 2, "state": "open"}]}\
            """);
    assertThat(source.path("reason").isNull()).isTrue();
    assertThat(park("pk:2").path("free").asInt()).isEqualTo(470);
    assertThat(park("pk:3").path("closed").asBoolean()).isTrue();
    assertThat(server.json("api/v1/feeds").path("liveNotices").findValuesAsString("code"))
        .contains("live_park_unknown", "live_park_more_than_capacity");
  }

  @Test
  void inDatex() {
    String status =
        """
        <d2LogicalModel xmlns="http://datex2.eu/schema/2/2_0">
        <payloadPublication><publicationTime>2026-09-15T07:59:30+02:00</publicationTime>
        <parkingFacilityStatus><parkingFacilityReference id="2" version="1"/>
        <totalNumberOfVacantParkingSpaces>7</totalNumberOfVacantParkingSpaces>
        </parkingFacilityStatus></payloadPublication></d2LogicalModel>\
        """;
    assertThat(send("datex", status).path("state").asString()).isEqualTo("fresh");
    assertThat(park("pk:2").path("free").asInt()).isEqualTo(7);
    JsonNode broken = send("datex", status.replace("</d2LogicalModel>", ""));
    assertThat(broken.path("status").asInt()).isEqualTo(422);
    assertThat(park("pk:2").path("free").asInt()).isEqualTo(7);
  }

  /// Another city numbers its car parks from 1 as well.
  @Test
  void carParksOfAnotherCityAreNotThose() {
    String lots =
        """
        {"last_updated": "2026-09-15T07:58:00+02:00", "lots": [
          {"id": "2", "name": "Altmarkt", "free": 470, "total": 900, "state": "open",
           "coords": {"lat": %s, "lng": %s}},
          {"id": "3", "name": "Muto", "free": 5, "total": 80, "state": "open",
           "coords": {"lat": %s, "lng": 7.602}}]}\
        """;
    JsonNode dresden = send("dresden", lots.formatted("51.05", "13.73", "51.06"));
    assertThat(dresden.path("status").asInt()).isEqualTo(422);
    assertThat(dresden.path("detail").asString()).contains("elsewhere").contains("km");
    assertThat(park("pk:2").path("free").asInt()).as("as before").isEqualTo(100);
    assertThat(park("pk:3").path("free").isNull()).isTrue();
    // one of two is another one, and one stands at its gate
    JsonNode half = send("half", lots.formatted("45.1", "7.601", "45.006"));
    assertThat(half.path("state").asString()).isEqualTo("fresh");
    assertThat(park("pk:2").path("free").asInt()).isEqualTo(100);
    assertThat(park("pk:3").path("free").asInt()).isEqualTo(5);
    assertThat(server.json("api/v1/feeds").path("liveNotices").findValuesAsString("code"))
        .contains("live_park_elsewhere");
  }

  @Test
  void freePlacesArePublishedAsSiri() {
    send("5t", pkXml(12, "07:59", 460));
    String siri = server.get("api/v1/siri/pk/fm.xml", "en").body();
    assertThat(new SiriSchema().fault(siri)).isEmpty();
    assertThat(siri)
        .contains("<FacilityCode>2</FacilityCode>")
        .contains("<CountedFeatureUnit>bays</CountedFeatureUnit><Count>12</Count>")
        .doesNotContain("<FacilityCode>3</FacilityCode>");
    assertThat(server.get("api/v1/siri/nobody/fm.xml", "en").statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsTooOldIsUnknown() {
    assertThat(send("5t", pkXml(12, "07:29", 460)).path("state").asString()).isEqualTo("stale");
    server.desk().look();
    JsonNode live = server.json("api/v1/feeds").path("live");
    assertThat(live.toString()).contains("stale");
    assertThat(park("pk:2").path("free").asInt()).as("the file is newer").isEqualTo(100);
  }

  @Test
  void aFileWrittenAnewIsReadAndNothingIsCompiled() throws IOException {
    String before = image();
    pk(33, "08:01", 460);
    server.keeper().look();
    server.keeper().look();
    server.desk().look();
    assertThat(park("pk:2").path("free").asInt()).isEqualTo(33);
    assertThat(image()).isEqualTo(before);
    assertThat(server.keeper().holder().get().about().compiledAt()).isNotEmpty();
    send("json", "[{\"id\": \"3\", \"free\": 5, \"capacity\": 80}]");
    assertThat(park("pk:3").path("free").asInt()).as("no time told: now").isEqualTo(5);
    pk(21, "08:01", 460);
    server.keeper().look();
    server.keeper().look();
    server.desk().look();
    assertThat(park("pk:2").path("free").asInt()).isEqualTo(21);
    assertThat(park("pk:3").path("free").asInt()).isEqualTo(5);
    pk(33, "08:02", 500);
    server.keeper().look();
    server.keeper().look();
    assertThat(image()).as("a car park has grown").isNotEqualTo(before);
    assertThat(park("pk:2").path("capacity").asInt()).isEqualTo(500);
  }
}
