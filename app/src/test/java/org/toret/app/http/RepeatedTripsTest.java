package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.transit.realtime.GtfsRealtime;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// News of a city in which all trips are repeated: a message names a trip and a start, and no line.
final class RepeatedTripsTest {

  private static final long NOW = Instant.parse("2026-09-15T06:00:00Z").getEpochSecond();

  @TempDir Path temporary;
  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    Path feed = Files.createDirectories(temporary.resolve("data/freq"));
    Files.writeString(
        feed.resolve("agency.txt"),
        "agency_id,agency_name,agency_url,agency_timezone\nt,T,https://example.org,Europe/Rome\n");
    Files.writeString(
        feed.resolve("stops.txt"),
        "stop_id,stop_name,stop_lat,stop_lon\nA,Alfa,45.00,7.60\nB,Beta,45.02,7.60\n");
    Files.writeString(
        feed.resolve("routes.txt"), "route_id,agency_id,route_short_name,route_type\n1,t,1,3\n");
    Files.writeString(
        feed.resolve("calendar.txt"),
        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
            + "d,1,1,1,1,1,1,1,20260101,20301231\n");
    Files.writeString(feed.resolve("trips.txt"), "route_id,service_id,trip_id\n1,d,XF\n");
    Files.writeString(
        feed.resolve("stop_times.txt"),
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
            + "XF,06:00:00,06:00:00,A,1\nXF,06:10:00,06:10:00,B,2\n");
    Files.writeString(
        feed.resolve("frequencies.txt"),
        "trip_id,start_time,end_time,headway_secs,exact_times\nXF,08:00:00,10:00:00,900,1\n");
    server =
        TestServer.start(
            Optional.of(temporary.resolve("data")),
            temporary.resolve("state"),
            "2026-09-15T08:00+02:00");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static GtfsRealtime.TripDescriptor.Builder run(String start) {
    return GtfsRealtime.TripDescriptor.newBuilder()
        .setTripId("XF")
        .setStartTime(start)
        .setStartDate("20260915");
  }

  private static GtfsRealtime.FeedMessage.Builder message() {
    return GtfsRealtime.FeedMessage.newBuilder()
        .setHeader(
            GtfsRealtime.FeedHeader.newBuilder().setGtfsRealtimeVersion("2.0").setTimestamp(NOW));
  }

  private JsonNode take(GtfsRealtime.FeedMessage.Builder message) {
    HttpResponse<String> answer = server.tell("freq", message.build().toByteArray());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private static GtfsRealtime.FeedMessage.Builder late(String start) {
    var message = message();
    message
        .addEntityBuilder()
        .setId("run")
        .setTripUpdate(GtfsRealtime.TripUpdate.newBuilder().setTrip(run(start)).setDelay(300));
    return message;
  }

  private JsonNode departures() {
    return server.json("api/v1/departures?stop=freq:A").path("departures");
  }

  @Test
  @Tag("RT-10")
  void theRunOfTheStartIsMeant() {
    assertThat(take(late("08:15:00")).path("feed").asString()).isEqualTo("freq");
    JsonNode second = departures().get(1);
    assertThat(second.path("trip").asString()).isEqualTo("freq:XF#081500");
    assertThat(second.path("departure").asString()).isEqualTo("2026-09-15T08:20:00+02:00");
    assertThat(departures().get(0).path("live").asString()).isEqualTo("scheduled");
  }

  @Test
  @Tag("RT-04")
  void aStartThatTheTimetableDoesNotKnowIsNoted() {
    take(late("08:17:00"));
    assertThat(departures().findValuesAsString("live")).containsOnly("scheduled");
    JsonNode notices = server.json("api/v1/feeds").path("liveNotices");
    assertThat(notices.findValuesAsString("code")).contains("live_unknown_start");
    assertThat(notices.toString()).contains("XF").contains("08:17:00");
  }

  @Test
  @Tag("RT-10")
  void alertsAndVehiclesOfOneRunAreOfThatOne() {
    var message = message();
    message
        .addEntityBuilder()
        .setId("crowd")
        .setAlert(
            GtfsRealtime.Alert.newBuilder()
                .addInformedEntity(
                    GtfsRealtime.EntitySelector.newBuilder().setTrip(run("08:15:00")))
                .setHeaderText(
                    GtfsRealtime.TranslatedString.newBuilder()
                        .addTranslation(
                            GtfsRealtime.TranslatedString.Translation.newBuilder()
                                .setText("Crowd"))));
    message
        .addEntityBuilder()
        .setId("v")
        .setVehicle(
            GtfsRealtime.VehiclePosition.newBuilder()
                .setTrip(run("08:15:00"))
                .setPosition(
                    GtfsRealtime.Position.newBuilder().setLatitude(45.001f).setLongitude(7.6f)));
    take(message);
    assertThat(departures().get(1).path("alerts").toString()).isEqualTo("[\"Crowd\"]");
    assertThat(departures().get(0).path("alerts").isEmpty()).isTrue();
    JsonNode vehicle = server.json("api/v1/vehicles").at("/vehicles/0");
    assertThat(vehicle.path("trip").asString()).isEqualTo("freq:XF#081500");
    assertThat(vehicle.path("route").asString()).isEqualTo("freq:1");
  }
}
