package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.UnknownFieldSet;
import com.google.transit.realtime.GtfsRealtime;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Messages sent to the demo city, and what travellers see of them. The tests tell one story.
@Tag("RT-10")
@Tag("RT-19")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class LiveApiTest {

  private static final Instant NOW = Instant.parse("2026-09-15T06:00:00Z");
  private static final int LATE_SECONDS = 420;

  @TempDir static Path state;
  private static TestServer server;
  private static JsonNode late;
  private static JsonNode canceled;
  private static JsonNode passing;

  @BeforeAll
  static void start() {
    server = TestServer.start(Optional.empty(), state, "2026-09-15T08:00+02:00");
    String stop = stop();
    JsonNode departures = departures(stop);
    late = departures.get(2);
    canceled = departures.get(3);
    passing = departures.get(4);
  }

  @AfterAll
  static void stop_() {
    server.close();
  }

  private static String stop() {
    JsonNode stops = server.json("api/v1/stops?near=45.0705,7.6850&within=400").path("stops");
    for (JsonNode stop : stops) {
      String id = stop.path("id").asString();
      if (departures(id).size() > 5) {
        return id;
      }
    }
    throw new AssertionError("no stop with departures");
  }

  private static JsonNode departures(String stop) {
    return server.json("api/v1/departures?stop=" + stop).path("departures");
  }

  private static GtfsRealtime.TripDescriptor.Builder trip(JsonNode departure) {
    return GtfsRealtime.TripDescriptor.newBuilder()
        .setTripId(unprefixed(departure.path("trip").asString()))
        .setStartDate(departure.path("serviceDate").asString().replace("-", ""));
  }

  private static String unprefixed(String id) {
    return id.substring(id.indexOf(':') + 1);
  }

  private static byte[] message(long secondsAgo) {
    GtfsRealtime.FeedMessage.Builder message =
        GtfsRealtime.FeedMessage.newBuilder()
            .setHeader(
                GtfsRealtime.FeedHeader.newBuilder()
                    .setGtfsRealtimeVersion("2.0")
                    .setTimestamp(NOW.getEpochSecond() - secondsAgo));
    message
        .addEntityBuilder()
        .setId("late")
        .setTripUpdate(
            GtfsRealtime.TripUpdate.newBuilder()
                .setTrip(trip(late))
                .addStopTimeUpdate(
                    GtfsRealtime.TripUpdate.StopTimeUpdate.newBuilder()
                        .setStopSequence(1)
                        .setUnknownFields(manySeats())
                        .setDeparture(
                            GtfsRealtime.TripUpdate.StopTimeEvent.newBuilder()
                                .setDelay(LATE_SECONDS))));
    message
        .addEntityBuilder()
        .setId("full")
        .setVehicle(
            GtfsRealtime.VehiclePosition.newBuilder()
                .setTrip(trip(late))
                .setOccupancyStatus(
                    GtfsRealtime.VehiclePosition.OccupancyStatus.STANDING_ROOM_ONLY));
    message
        .addEntityBuilder()
        .setId("canceled")
        .setTripUpdate(
            GtfsRealtime.TripUpdate.newBuilder()
                .setTrip(
                    trip(canceled)
                        .setScheduleRelationship(
                            GtfsRealtime.TripDescriptor.ScheduleRelationship.CANCELED)));
    message.addEntity(passing());
    String route = late.at("/route/id").asString();
    message
        .addEntityBuilder()
        .setId("works")
        .setAlert(
            GtfsRealtime.Alert.newBuilder()
                .addInformedEntity(
                    GtfsRealtime.EntitySelector.newBuilder().setRouteId(unprefixed(route)))
                .setHeaderText(
                    GtfsRealtime.TranslatedString.newBuilder()
                        .addTranslation(
                            GtfsRealtime.TranslatedString.Translation.newBuilder()
                                .setText("Lavori")
                                .setLanguage("it"))));
    return message.build().toByteArray();
  }

  /// A run that passes a stop.
  private static GtfsRealtime.FeedEntity.Builder passing() {
    return GtfsRealtime.FeedEntity.newBuilder()
        .setId("passing")
        .setTripUpdate(
            GtfsRealtime.TripUpdate.newBuilder()
                .setTrip(trip(passing))
                .addStopTimeUpdate(
                    GtfsRealtime.TripUpdate.StopTimeUpdate.newBuilder()
                        .setStopId(unprefixed(passing.at("/stop/stop").asString()))
                        .setScheduleRelationship(
                            GtfsRealtime.TripUpdate.StopTimeUpdate.ScheduleRelationship.SKIPPED)));
  }

  /// `departure_occupancy_status`, which the published bindings do not know.
  private static UnknownFieldSet manySeats() {
    return UnknownFieldSet.newBuilder()
        .addField(7, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
        .build();
  }

  private static JsonNode send(byte[] body, String token) {
    HttpRequest request =
        server
            .request("api/v1/live/vehicles")
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return new JsonMapper().readTree(server.send(request).body());
  }

  private static Optional<JsonNode> find(JsonNode departures, JsonNode wanted) {
    for (JsonNode departure : departures) {
      if (departure.path("trip").equals(wanted.path("trip"))) {
        return Optional.of(departure);
      }
    }
    return Optional.empty();
  }

  @Test
  @Order(1)
  void onlyOperatorsSend() {
    HttpRequest request =
        server
            .request("api/v1/live/vehicles")
            .POST(HttpRequest.BodyPublishers.ofByteArray(message(10)))
            .build();
    assertThat(server.send(request).statusCode()).isEqualTo(401);
  }

  @Test
  @Order(2)
  void aLateVehicleIsLateOnTheBoardAndACancelledOneIsCrossedOut() {
    JsonNode source = send(message(10), TestServer.TOKEN);
    assertThat(source.path("state").asString()).isEqualTo("fresh");
    JsonNode board = departures(late.at("/stop/stop").asString());
    JsonNode now = find(board, late).orElseThrow();
    assertThat(now.path("live").asString()).isEqualTo("updated");
    assertThat(now.path("liveBasis").asString()).isEqualTo("prediction");
    boolean first = late.path("sequence").asInt() == 1;
    assertThat(now.path("occupancy").asString())
        .as("told of its first call, elsewhere as it is now")
        .isEqualTo(first ? "many_seats_available" : "standing_room_only");
    assertThat(late.path("occupancy").isNull()).as("before anything was said").isTrue();
    assertThat(now.path("scheduledDeparture")).isEqualTo(late.path("departure"));
    Duration delay =
        Duration.between(
            OffsetDateTime.parse(now.path("scheduledDeparture").asString()),
            OffsetDateTime.parse(now.path("departure").asString()));
    assertThat(delay.toSeconds()).isEqualTo(LATE_SECONDS);
    assertThat(find(board, canceled).orElseThrow().path("live").asString()).isEqualTo("canceled");
    JsonNode alerts = server.json("api/v1/alerts?route=" + late.at("/route/id").asString());
    assertThat(alerts.at("/alerts/0/header").asString()).isEqualTo("Lavori");
  }

  @Test
  @Order(3)
  @Tag("RT-46")
  void aStopThatIsPassedIsToldOnItsBoardAndInTheTrip() {
    String stop = passing.at("/stop/stop").asString();
    JsonNode now = find(departures(stop), passing).orElseThrow();
    assertThat(now.path("live").asString()).isEqualTo("skipped");
    assertThat(now.path("departure")).isEqualTo(passing.path("departure"));
    String path = "api/v1/trips/%s?date=%s";
    JsonNode trip =
        server.json(
            path.formatted(
                passing.path("trip").asString(), passing.path("serviceDate").asString()));
    List<String> skipped = new ArrayList<>();
    for (JsonNode call : trip.path("stops")) {
      if (call.path("skipped").asBoolean()) {
        skipped.add(call.path("stop").asString());
      }
    }
    assertThat(skipped).containsExactly(stop);
    String page = server.get("stop/" + stop, "it").body();
    assertThat(page).contains("class=\"missing\"", "Non ferma qui");
  }

  @Test
  @Order(3)
  void theTimetableAloneCanStillBeAskedFor() {
    String question =
        "api/v1/plan?from=45.0705,7.6850&to=45.0420,7.6440&at=2026-09-15T08:00&modes=transit,walk";
    assertThat(server.json(question).at("/state/live").asString())
        .isEqualTo("2026-09-15T07:59:50+02:00");
    assertThat(server.json(question + "&live=false").at("/state/live").isNull()).isTrue();
  }

  @Test
  @Order(4)
  void garbageChangesNothing() {
    JsonNode source = send("nonsense".getBytes(StandardCharsets.UTF_8), TestServer.TOKEN);
    assertThat(source.path("status").asInt()).isEqualTo(422);
    assertThat(source.path("detail").asString()).isNotEmpty();
    JsonNode board = departures(late.at("/stop/stop").asString());
    assertThat(find(board, late).orElseThrow().path("live").asString()).isEqualTo("updated");
  }

  @Test
  @Order(5)
  void anOlderMessageIsNotTaken() {
    JsonNode source = send(message(100), TestServer.TOKEN);
    assertThat(source.path("detail").asString()).contains("older");
  }

  @Test
  @Order(6)
  void theSourceIsShownToOperators() {
    JsonNode live = server.json("api/v1/feeds").path("live");
    assertThat(live.size()).isEqualTo(1);
    assertThat(live.get(0).path("state").asString()).isEqualTo("fresh");
    assertThat(live.get(0).path("feed").asString())
        .isEqualTo(late.path("trip").asString().split(":")[0]);
    assertThat(live.get(0).path("told").path("runs").asInt()).isEqualTo(3);
  }
}
