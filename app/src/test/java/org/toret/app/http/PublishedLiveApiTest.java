package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.transit.realtime.GtfsRealtime.Alert;
import com.google.transit.realtime.GtfsRealtime.EntitySelector;
import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.FeedHeader;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import com.google.transit.realtime.GtfsRealtime.Position;
import com.google.transit.realtime.GtfsRealtime.TimeRange;
import com.google.transit.realtime.GtfsRealtime.TranslatedString;
import com.google.transit.realtime.GtfsRealtime.TripDescriptor;
import com.google.transit.realtime.GtfsRealtime.TripDescriptor.ScheduleRelationship;
import com.google.transit.realtime.GtfsRealtime.TripUpdate;
import com.google.transit.realtime.GtfsRealtime.TripUpdate.StopTimeEvent;
import com.google.transit.realtime.GtfsRealtime.TripUpdate.StopTimeUpdate;
import com.google.transit.realtime.GtfsRealtime.VehicleDescriptor;
import com.google.transit.realtime.GtfsRealtime.VehiclePosition;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import org.toret.app.TinyCity;
import tools.jackson.databind.JsonNode;

/// What a city knows of now, published and read by a second and a third city of the same timetable:
/// one is told by GTFS-Realtime, the other by SIRI, and all three answer alike.
@Tag("RT-33")
final class PublishedLiveApiTest {

  private static final int QUESTIONS = 60;

  @TempDir static Path folder;
  @TempDir static Path state;
  private static TestServer told;
  private static TestServer byRealtime;
  private static TestServer bySiri;
  private static LiveMirror mirror;

  @BeforeAll
  static void start() {
    TinyCity.write(folder, 20);
    told = TestServer.start(Optional.of(folder), state, "2026-09-15T08:00+02:00");
    byRealtime = TestServer.start(Optional.of(folder), state, "2026-09-15T08:00+02:00");
    bySiri = TestServer.start(Optional.of(folder), state, "2026-09-15T08:00+02:00");
    LiveMirror.send(told, "source", message().toByteArray());
    mirror = new LiveMirror(told, "tiny");
    mirror.mirrorRealtime(byRealtime);
    mirror.mirrorSiri(bySiri);
  }

  @AfterAll
  static void stop() {
    told.close();
    byRealtime.close();
    bySiri.close();
  }

  private static long at(String time) {
    return OffsetDateTime.parse("2026-09-15T" + time + ":00+02:00").toEpochSecond();
  }

  /// Everything that may become of a run, a vehicle and a disruption.
  @SuppressWarnings("deprecation") // the bindings are older than what they call deprecated
  private static FeedMessage message() {
    FeedMessage.Builder message =
        FeedMessage.newBuilder()
            .setHeader(
                FeedHeader.newBuilder().setGtfsRealtimeVersion("2.0").setTimestamp(at("07:59")));
    run(message, "there4", ScheduleRelationship.SCHEDULED)
        .addStopTimeUpdate(call("A").setDeparture(StopTimeEvent.newBuilder().setDelay(300)))
        .addStopTimeUpdate(
            call("B").setScheduleRelationship(StopTimeUpdate.ScheduleRelationship.SKIPPED));
    run(message, "there5", ScheduleRelationship.CANCELED);
    run(message, "back4", ScheduleRelationship.SCHEDULED)
        .addStopTimeUpdate(
            call("B")
                .setArrival(StopTimeEvent.newBuilder().setDelay(-60))
                .setDeparture(StopTimeEvent.newBuilder().setDelay(30))
                .setStopTimeProperties(
                    StopTimeUpdate.StopTimeProperties.newBuilder().setAssignedStopId("C")));
    // SIRI does not tell numbers of extra calls: these are the ones that its reader gives them
    run(message, "there6", ScheduleRelationship.REPLACEMENT)
        .addStopTimeUpdate(timed("A", "09:02").setStopSequence(0))
        .addStopTimeUpdate(timed("C", "09:15").setStopSequence(2))
        .addStopTimeUpdate(timed("B", "09:25").setStopSequence(5));
    run(message, "there12", ScheduleRelationship.REPLACEMENT)
        .addStopTimeUpdate(timed("A", "12:02").setStopSequence(0))
        .addStopTimeUpdate(timed("C", "12:15").setStopSequence(2));
    run(message, "back6", ScheduleRelationship.REPLACEMENT)
        .addStopTimeUpdate(timed("C", "09:00").setStopSequence(0))
        .addStopTimeUpdate(timed("A", "09:12").setStopSequence(4))
        .addStopTimeUpdate(timed("B", "09:25").setStopSequence(5));
    TripUpdate.Builder extra = run(message, "bis", ScheduleRelationship.ADDED);
    extra.getTripBuilder().setRouteId("1").setDirectionId(0);
    extra.addStopTimeUpdate(timed("A", "08:40")).addStopTimeUpdate(timed("C", "08:51"));
    TripUpdate.Builder deleted = run(message, "there8", ScheduleRelationship.SCHEDULED);
    deleted
        .getTripBuilder()
        .clearScheduleRelationship()
        .setUnknownFields(
            UnknownFieldSet.newBuilder()
                .addField(4, UnknownFieldSet.Field.newBuilder().addVarint(7).build())
                .build());
    message.addEntity(
        FeedEntity.newBuilder()
            .setId("bus")
            .setVehicle(
                VehiclePosition.newBuilder()
                    .setTrip(trip("there4", ScheduleRelationship.SCHEDULED).setRouteId("1"))
                    .setVehicle(VehicleDescriptor.newBuilder().setId("6001"))
                    .setPosition(
                        Position.newBuilder().setLatitude(45.01f).setLongitude(7.6f).setBearing(90))
                    .setOccupancyStatus(VehiclePosition.OccupancyStatus.FULL)
                    .setTimestamp(at("07:59"))));
    message.addEntity(FeedEntity.newBuilder().setId("works & <more>").setAlert(alert()));
    return message.build();
  }

  private static Alert.Builder alert() {
    return Alert.newBuilder()
        .addActivePeriod(TimeRange.newBuilder().setStart(at("06:00")).setEnd(at("20:00")))
        .addInformedEntity(EntitySelector.newBuilder().setRouteId("1"))
        .addInformedEntity(EntitySelector.newBuilder().setRouteId("1").setStopId("B"))
        .setCause(Alert.Cause.MAINTENANCE)
        .setEffect(Alert.Effect.DETOUR)
        .setHeaderText(text("Lavori <in corso> & più", "it"))
        .setDescriptionText(text("Works", "en"))
        .setUrl(text("https://tiny.example/1?a=b&c=d", "it"));
  }

  private static TranslatedString.Builder text(String text, String language) {
    return TranslatedString.newBuilder()
        .addTranslation(
            TranslatedString.Translation.newBuilder().setText(text).setLanguage(language));
  }

  private static TripDescriptor.Builder trip(String id, ScheduleRelationship relationship) {
    return TripDescriptor.newBuilder()
        .setTripId(id)
        .setStartDate("20260915")
        .setScheduleRelationship(relationship);
  }

  private static TripUpdate.Builder run(
      FeedMessage.Builder message, String id, ScheduleRelationship relationship) {
    return message
        .addEntityBuilder()
        .setId(id)
        .getTripUpdateBuilder()
        .setTrip(trip(id, relationship));
  }

  private static StopTimeUpdate.Builder call(String stop) {
    return StopTimeUpdate.newBuilder().setStopId(stop);
  }

  private static StopTimeUpdate.Builder timed(String stop, String time) {
    StopTimeEvent.Builder event = StopTimeEvent.newBuilder().setTime(at(time));
    return call(stop).setArrival(event).setDeparture(event);
  }

  private static List<TestServer> others() {
    return List.of(byRealtime, bySiri);
  }

  @Test
  void boardsAreAlike() {
    StringBuilder seen = new StringBuilder();
    for (String stop : List.of("A", "B", "C")) {
      String path = "api/v1/departures?stop=tiny:" + stop;
      JsonNode board = told.json(path).path("departures");
      seen.append(board);
      assertThat(byRealtime.json(path).path("departures")).isEqualTo(board);
      List<JsonNode> siri = new ArrayList<>();
      for (JsonNode departure : bySiri.json(path).path("departures")) {
        // SIRI cannot say that a run need not be shown: it is crossed out
        boolean hidden = departure.path("trip").asString().equals("tiny:there8");
        assertThat(!hidden || departure.path("live").asString().equals("canceled")).isTrue();
        if (!hidden) {
          siri.add(departure);
        }
      }
      assertThat(siri).containsExactlyElementsOf(board);
    }
    assertThat(seen.toString()).contains("updated", "canceled", "added", "replaced");
  }

  @Test
  void runsAreAlike() {
    for (String run : List.of("there4", "there5", "back4", "there6", "back6", "bis", "there8")) {
      String path = "api/v1/trips/tiny:" + run + "?date=2026-09-15";
      for (TestServer other : others()) {
        assertThat(other.json(path)).as(path).isEqualTo(told.json(path));
      }
    }
    assertThat(told.json("api/v1/trips/tiny:back6?date=2026-09-15").path("stops").toString())
        .as("the order that the message tells")
        .matches(".*tiny:C.*tiny:A.*tiny:B.*");
  }

  /// SIRI knows no other word for a call that is left out than one for a call that is cancelled.
  @Test
  void aRunThatOnlyLeavesOutACallPassesItBySiri() {
    String path = "api/v1/trips/tiny:there12?date=2026-09-15";
    assertThat(byRealtime.json(path)).isEqualTo(told.json(path));
    JsonNode whole = told.json(path).path("stops");
    JsonNode passing = bySiri.json(path).path("stops");
    assertThat(passing.get(0)).isEqualTo(whole.get(0));
    assertThat(passing.get(2)).isEqualTo(whole.get(1));
    String board = "api/v1/departures?stop=tiny:B&at=2026-09-15T12:00&window=PT15M";
    assertThat(passing.get(1).path("skipped").asBoolean()).isTrue();
    for (TestServer server : List.of(told, byRealtime, bySiri)) {
      assertThat(server.json(board).path("departures").toString())
          .containsPattern("there12\"[^{}]*\"live\":\"skipped\"");
    }
  }

  @Test
  void plansAreAlike() {
    Random random = new Random(64);
    int rides = 0;
    for (int question = 0; question < QUESTIONS; question++) {
      String path =
          String.format(
              Locale.ROOT,
              "api/v1/plan?from=%.5f,7.6&to=%.5f,7.6&at=2026-09-15T%02d:%02d&modes=transit,walk",
              45 + random.nextDouble() * 0.04,
              45 + random.nextDouble() * 0.04,
              7 + random.nextInt(4),
              random.nextInt(60));
      JsonNode plans = told.json(path).path("alternatives");
      rides += plans.toString().contains("\"tram\"") ? 1 : 0;
      for (TestServer other : others()) {
        assertThat(other.json(path).path("alternatives")).as(path).isEqualTo(plans);
      }
    }
    assertThat(rides).as("questions that are answered with a ride").isGreaterThan(QUESTIONS / 4);
  }

  @Test
  void vehiclesAndDisruptionsAreAlike() {
    String box = "api/v1/vehicles?bbox=44.9,7.5,45.1,7.7";
    JsonNode vehicle = told.json(box).at("/vehicles/0");
    assertThat(vehicle.path("trip").asString()).isEqualTo("tiny:there4");
    JsonNode alert = told.json("api/v1/alerts?route=tiny:1").at("/alerts/0");
    assertThat(alert.path("header").asString()).isEqualTo("Lavori <in corso> & più");
    for (TestServer other : others()) {
      assertThat(without(other.json(box).at("/vehicles/0"))).isEqualTo(without(vehicle));
      assertThat(without(other.json("api/v1/alerts?route=tiny:1").at("/alerts/0")))
          .isEqualTo(without(alert));
    }
  }

  /// Sources call things by names of their own.
  private static JsonNode without(JsonNode node) {
    return ((tools.jackson.databind.node.ObjectNode) node.deepCopy()).without("id");
  }

  @Test
  void theOfficialSchemaHoldsSiriRight() {
    SiriSchema schema = new SiriSchema();
    List<String> documents = new ArrayList<>();
    for (String kind : LiveMirror.SIRI) {
      String xml = new String(mirror.siri(kind), StandardCharsets.UTF_8);
      assertThat(schema.fault(xml)).as(kind + " " + xml).isEmpty();
      documents.add(xml);
    }
    assertThat(schema.fault(documents.getFirst().replace("LineRef", "LigneRef")))
        .as("the schema finds what is wrong")
        .isNotEmpty();
    TestServer silent = TestServer.start(Optional.of(folder), state, "2026-09-15T08:00+02:00");
    try (silent) {
      LiveMirror nothing = new LiveMirror(silent, "tiny");
      // for an estimated timetable without a journey the schema has no form at all
      for (String kind : List.of("vm", "sx")) {
        String xml = new String(nothing.siri(kind), StandardCharsets.UTF_8);
        assertThat(schema.fault(xml)).as("nothing is known: " + xml).isEmpty();
      }
    }
  }

  @Test
  void thePublishedBindingsReadTheMessages() throws InvalidProtocolBufferException {
    FeedMessage runs = FeedMessage.parseFrom(mirror.realtime("trip-updates"));
    assertThat(runs.getHeader().getTimestamp()).isEqualTo(at("07:59"));
    assertThat(runs.getEntityList())
        .extracting(entity -> entity.getTripUpdate().getTrip().getTripId())
        .containsExactlyInAnyOrder(
            "there4", "there5", "back4", "there6", "there12", "back6", "bis", "there8");
    TripUpdate late =
        runs.getEntityList().stream()
            .map(FeedEntity::getTripUpdate)
            .filter(update -> update.getTrip().getTripId().equals("there4"))
            .findFirst()
            .orElseThrow();
    assertThat(late.getTrip().getStartDate()).isEqualTo("20260915");
    assertThat(late.getStopTimeUpdate(0).getDeparture().getTime()).isEqualTo(at("08:05"));
    assertThat(late.getStopTimeUpdate(0).getDeparture().getDelay()).isEqualTo(300);
    assertThat(late.getStopTimeUpdate(1).getScheduleRelationship())
        .isEqualTo(StopTimeUpdate.ScheduleRelationship.SKIPPED);
    assertThat(FeedMessage.parseFrom(mirror.realtime("vehicle-positions")).getEntityCount())
        .isEqualTo(1);
    Alert alert = FeedMessage.parseFrom(mirror.realtime("alerts")).getEntity(0).getAlert();
    assertThat(alert.getEffect()).isEqualTo(Alert.Effect.DETOUR);
    assertThat(alert.getHeaderText().getTranslation(0).getText()).startsWith("Lavori");
  }

  @Test
  void whoHasItAlreadyIsToldSo() {
    for (String path : List.of("api/v1/gtfs-rt/tiny/trip-updates.pb", "api/v1/siri/tiny/et.xml")) {
      HttpResponse<byte[]> first = mirror.get(path, Optional.empty());
      assertThat(first.statusCode()).isEqualTo(200);
      HttpResponse<byte[]> second = mirror.get(path, first.headers().firstValue("ETag"));
      assertThat(second.statusCode()).as(path).isEqualTo(304);
    }
    for (String path :
        List.of(
            "api/v1/gtfs-rt/none/alerts.pb",
            "api/v1/gtfs-rt/tiny/x.pb",
            "api/v1/siri/tiny/x.xml")) {
      assertThat(mirror.get(path, Optional.empty()).statusCode()).as(path).isEqualTo(404);
    }
  }
}
