package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.transit.realtime.GtfsRealtime;
import com.google.transit.realtime.GtfsRealtime.TripDescriptor.ScheduleRelationship;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A trip in the demo city that somebody follows while its vehicle is cancelled.
@Tag("RE-06")
final class FollowTest {

  private static final Instant NOW = Instant.parse("2026-09-15T06:00:00Z");

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

  @Test
  @Timeout(60)
  void whoFollowsIsToldWhatBrokeAndHowToGoOn() throws IOException {
    JsonNode broken = brokenFrom("08:00");
    assertThat(broken.path("code").asString()).isEqualTo("run_canceled");
    assertThat(broken.path("reason").asString()).contains("soppressa");
    assertThat(broken.path("state").asString()).isEqualTo("before");
  }

  @Test
  @Timeout(60)
  void whoMeansToLeaveLaterIsNotSentOffNow() throws IOException {
    for (JsonNode other : brokenFrom("10:30").path("alternatives")) {
      assertThat(OffsetDateTime.parse(other.path("departure").asString()).toInstant())
          .isBetween(Instant.parse("2026-09-15T08:15:00Z"), Instant.parse("2026-09-15T09:30:00Z"));
    }
  }

  /// Follows the first ride after a time of the day, cancels it and says what is told then.
  private static JsonNode brokenFrom(String time) throws IOException {
    JsonNode way = ridden(time);
    HttpRequest request =
        server
            .request("api/v1/plan/" + way.path("id").asString() + "/events?lang=it")
            .header("Accept", "text/event-stream")
            .build();
    HttpResponse<InputStream> events =
        server.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
      assertThat(next(lines, "updated").at("/alternative/id")).isEqualTo(way.path("id"));
      cancel(ride(way));
      JsonNode broken = next(lines, "broken");
      JsonNode onward = broken.path("alternatives");
      assertThat(onward.size()).isPositive();
      for (JsonNode other : onward) {
        assertThat(other.toString()).doesNotContain(ride(way).path("trip").asString());
      }
      return broken;
    }
  }

  private static JsonNode ridden(String time) {
    JsonNode ways =
        server
            .json(
                "api/v1/plan?from=45.0705,7.6850&to=45.0420,7.6440&at=2026-09-15T%s&modes=transit,walk"
                    .formatted(time))
            .path("alternatives");
    for (JsonNode way : ways) {
      if (!ride(way).isMissingNode()) {
        assertThat(way.path("reliability").path("known").asBoolean()).isFalse();
        return way;
      }
    }
    throw new AssertionError("nothing is ridden");
  }

  private static JsonNode ride(JsonNode way) {
    for (JsonNode leg : way.path("legs")) {
      if (leg.has("trip")) {
        return leg;
      }
    }
    return way.path("nothing");
  }

  private static JsonNode next(BufferedReader lines, String name) throws IOException {
    boolean meant = false;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      meant |= line.equals("event:" + name);
      if (meant && line.startsWith("data:")) {
        return JsonMapper.shared().readTree(line.substring(5));
      }
    }
    throw new AssertionError("no event " + name);
  }

  private static void cancel(JsonNode leg) {
    String id = leg.path("trip").asString();
    GtfsRealtime.FeedMessage.Builder message =
        GtfsRealtime.FeedMessage.newBuilder()
            .setHeader(
                GtfsRealtime.FeedHeader.newBuilder()
                    .setGtfsRealtimeVersion("2.0")
                    .setTimestamp(NOW.getEpochSecond() - 10));
    message
        .addEntityBuilder()
        .setId("canceled")
        .setTripUpdate(
            GtfsRealtime.TripUpdate.newBuilder()
                .setTrip(
                    GtfsRealtime.TripDescriptor.newBuilder()
                        .setTripId(id.substring(id.indexOf(':') + 1))
                        .setStartDate(leg.path("serviceDate").asString().replace("-", ""))
                        .setScheduleRelationship(ScheduleRelationship.CANCELED)));
    assertThat(server.tell("test", message.build().toByteArray()).statusCode()).isEqualTo(200);
  }
}
