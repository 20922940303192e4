package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.transit.realtime.GtfsRealtime;
import com.google.transit.realtime.GtfsRealtime.EntitySelector;
import com.google.transit.realtime.GtfsRealtime.TripDescriptor;
import com.google.transit.realtime.GtfsRealtime.TripDescriptor.ScheduleRelationship;
import com.google.transit.realtime.GtfsRealtime.TripUpdate.StopTimeUpdate;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import org.toret.app.TinyCity;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfsrt.Alert;
import org.toret.feeds.siri.SiriMatcher;
import org.toret.feeds.siri.SiriMessage;
import org.toret.feeds.siri.SiriReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whom news concern that name neither a line nor a stop, and what is told of whom, in the city of
/// three stops on one tram line.
final class LiveScopeTest {

  private static final long NOW = Instant.parse("2026-09-15T06:00:00Z").getEpochSecond();
  private static final String THERE = "from=tiny:A&to=tiny:C";
  private static final String BACK = "from=tiny:C&to=tiny:A";

  @TempDir Path temporary;
  private TestServer server;

  @BeforeEach
  void start() {
    Path data = temporary.resolve("data");
    TinyCity.write(data, 20);
    server =
        TestServer.start(Optional.of(data), temporary.resolve("state"), "2026-09-15T08:00+02:00");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static GtfsRealtime.FeedMessage.Builder message(long at) {
    return GtfsRealtime.FeedMessage.newBuilder()
        .setHeader(
            GtfsRealtime.FeedHeader.newBuilder().setGtfsRealtimeVersion("2.0").setTimestamp(at));
  }

  private static byte[] alert(String header, EntitySelector.Builder... whom) {
    GtfsRealtime.Alert.Builder alert =
        GtfsRealtime.Alert.newBuilder()
            .setHeaderText(
                GtfsRealtime.TranslatedString.newBuilder()
                    .addTranslation(
                        GtfsRealtime.TranslatedString.Translation.newBuilder().setText(header)));
    Arrays.stream(whom).forEach(alert::addInformedEntity);
    var message = message(NOW);
    message.addEntityBuilder().setId("alert").setAlert(alert);
    return message.build().toByteArray();
  }

  private static EntitySelector.Builder whom() {
    return EntitySelector.newBuilder();
  }

  private static TripDescriptor.Builder trip(String id) {
    return TripDescriptor.newBuilder().setTripId(id).setStartDate("20260915");
  }

  private static byte[] update(TripDescriptor.Builder trip, StopTimeUpdate.Builder... calls) {
    var update = GtfsRealtime.TripUpdate.newBuilder().setTrip(trip);
    Arrays.stream(calls).forEach(update::addStopTimeUpdate);
    var message = message(NOW);
    message.addEntityBuilder().setId("run").setTripUpdate(update);
    return message.build().toByteArray();
  }

  private static StopTimeUpdate.Builder late(int sequence, int seconds) {
    return StopTimeUpdate.newBuilder()
        .setStopSequence(sequence)
        .setDeparture(GtfsRealtime.TripUpdate.StopTimeEvent.newBuilder().setDelay(seconds));
  }

  private static StopTimeUpdate.Builder at(int sequence, String stop, long epochSecond) {
    var event = GtfsRealtime.TripUpdate.StopTimeEvent.newBuilder().setTime(epochSecond);
    return StopTimeUpdate.newBuilder()
        .setStopSequence(sequence)
        .setStopId(stop)
        .setArrival(event)
        .setDeparture(event);
  }

  private JsonNode take(String source, byte[] message) {
    HttpResponse<String> answer = server.tell(source, message);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode taken = JsonMapper.shared().readTree(answer.body());
    assertThat(taken.path("state").asString()).isEqualTo("fresh");
    return taken;
  }

  /// What rides of a plan are warned of.
  private Set<String> warned(String question) {
    JsonNode plan =
        server.json("api/v1/plan?" + question + "&at=2026-09-15T08:00&modes=transit,walk");
    Set<String> warned = new HashSet<>();
    int rides = 0;
    for (JsonNode way : plan.path("alternatives")) {
      for (JsonNode leg : way.path("legs")) {
        if (leg.path("mode").asString().equals("tram")) {
          rides++;
          leg.path("alerts").forEach(one -> warned.add(one.asString()));
        }
      }
    }
    assertThat(rides).as("rides of " + question).isPositive();
    return warned;
  }

  private JsonNode departure(String stop, String trip) {
    for (JsonNode one : server.json("api/v1/departures?stop=" + stop).path("departures")) {
      if (one.path("trip").asString().equals(trip)) {
        return one;
      }
    }
    throw new AssertionError(trip);
  }

  private List<String> board(String stop, String trip) {
    return departure(stop, trip).path("alerts").valueStream().map(JsonNode::asString).toList();
  }

  @Test
  @Tag("RT-10")
  void whatConcernsAnAgencyConcernsItsLines() {
    take("strike", alert("Strike", whom().setAgencyId("t")));
    assertThat(warned(THERE)).containsExactly("Strike");
    assertThat(warned(BACK)).containsExactly("Strike");
    assertThat(board("tiny:A", "tiny:there4")).containsExactly("Strike");
    JsonNode ofLine = server.json("api/v1/alerts?route=tiny:1").path("alerts");
    assertThat(ofLine.at("/0/agencies/0").asString()).isEqualTo("tiny:t");
    // the next message of the source holds no more
    take("strike", alert("Over", whom().setAgencyId("t")));
    assertThat(warned(THERE)).containsExactly("Over");
  }

  @Test
  @Tag("RT-10")
  void whatConcernsAKindOfLinesConcernsThoseAlone() {
    take("rails", alert("Rails", whom().setRouteType(0)));
    assertThat(warned(THERE)).containsExactly("Rails");
    assertThat(server.tell("buses", alert("Buses", whom().setRouteType(3))).statusCode())
        .as("no bus runs here")
        .isEqualTo(422);
    assertThat(server.tell("other", alert("Other", whom().setAgencyId("u"))).statusCode())
        .isEqualTo(422);
    assertThat(warned(THERE)).containsExactly("Rails");
  }

  @Test
  @Tag("RT-10")
  void whatConcernsATripConcernsItsLegs() {
    take("crowd", alert("Crowd", whom().setTrip(TripDescriptor.newBuilder().setTripId("there4"))));
    assertThat(board("tiny:A", "tiny:there4")).containsExactly("Crowd");
    assertThat(board("tiny:A", "tiny:there5")).isEmpty();
    assertThat(warned(THERE)).containsExactly("Crowd");
    assertThat(warned(BACK)).isEmpty();
  }

  @Test
  @Tag("RT-10")
  void whatConcernsOneDirectionIsNotToldOfTheOther() {
    take("works", alert("Works", whom().setRouteId("1").setDirectionId(0)));
    assertThat(warned(THERE)).containsExactly("Works");
    assertThat(warned(BACK)).isEmpty();
    assertThat(board("tiny:C", "tiny:back4")).isEmpty();
    String siri = server.get("api/v1/siri/tiny/sx.xml", "en").body();
    assertThat(siri).contains("<Direction><DirectionRef>0</DirectionRef></Direction>");
    assertThat(new SiriSchema().fault(siri)).isEmpty();
  }

  @Test
  @Tag("RT-10")
  void anExtraRunThatNamesNoLineIsTakenAndNoted() {
    TripDescriptor.Builder extra = trip("X1").setScheduleRelationship(ScheduleRelationship.ADDED);
    take("extra", update(extra, at(1, "A", NOW + 300), at(2, "C", NOW + 900)));
    assertThat(server.json("api/v1/feeds").path("liveNotices").toString()).contains("X1");
    TripDescriptor.Builder elsewhere =
        trip("X1").setScheduleRelationship(ScheduleRelationship.ADDED);
    assertThat(server.tell("far", update(elsewhere, at(1, "nowhere", NOW))).statusCode())
        .isEqualTo(422);
  }

  @Test
  @Tag("RT-35")
  void aDisruptionOfTwoSourcesIsListedOnce() {
    take("one", alert("Strike", whom().setAgencyId("t")));
    take("two", alert("Strike", whom().setAgencyId("t")));
    take("three", alert("Strike", whom().setRouteId("1")));
    assertThat(server.json("api/v1/alerts").path("alerts").findValuesAsString("id"))
        .containsExactly("one:alert", "three:alert");
  }

  @Test
  @Tag("RT-04")
  void whatIsSaidToBeOnTimeIsToldSo() {
    take("runs", update(trip("there4"), late(0, 0)));
    JsonNode said = departure("tiny:A", "tiny:there4");
    assertThat(said.path("live").asString()).isEqualTo("scheduled");
    assertThat(said.path("liveBasis").asString()).isEqualTo("prediction");
    assertThat(departure("tiny:A", "tiny:there5").path("liveBasis").isNull()).isTrue();
    JsonNode run = server.json("api/v1/trips/tiny:there4?date=2026-09-15");
    assertThat(run.path("liveBasis").asString()).isEqualTo("prediction");
    JsonNode otherDay = server.json("api/v1/trips/tiny:there4?date=2026-09-16");
    assertThat(otherDay.path("liveBasis").isNull()).isTrue();
    String siri = server.get("api/v1/siri/tiny/et.xml", "en").body();
    assertThat(siri).contains(">there4<").doesNotContain(">there5<");
    assertThat(new SiriSchema().fault(siri)).isEmpty();
    take("runs", update(trip("there5"), late(0, 0)));
    assertThat(departure("tiny:A", "tiny:there4").path("liveBasis").isNull()).isTrue();
  }

  @Test
  @Tag("RT-04")
  void aRunToldInFullKeepsThePublishedTimesOfItsStops() {
    TripDescriptor.Builder without =
        trip("there4")
            .mergeUnknownFields(
                com.google.protobuf.UnknownFieldSet.newBuilder()
                    .addField(
                        4,
                        com.google.protobuf.UnknownFieldSet.Field.newBuilder().addVarint(5).build())
                    .build());
    take("runs", update(without, at(0, "A", NOW), at(1, "C", NOW + 1260)));
    JsonNode run = server.json("api/v1/trips/tiny:there4?date=2026-09-15");
    assertThat(run.path("live").asString()).isEqualTo("replaced");
    assertThat(run.at("/stops/1/stop").asString()).isEqualTo("tiny:C");
    assertThat(run.at("/stops/1/scheduledArrival").asString())
        .as("as published at C, not at B")
        .isEqualTo("2026-09-15T08:20:00+02:00");
    assertThat(run.at("/stops/1/arrival").asString()).isEqualTo("2026-09-15T08:21:00+02:00");
  }

  @Test
  @Tag("RT-10")
  void aVehicleThatNamesItsTripAloneIsOfItsLine() {
    var message = message(NOW);
    message
        .addEntityBuilder()
        .setId("v")
        .setVehicle(
            GtfsRealtime.VehiclePosition.newBuilder()
                .setTrip(trip("there4"))
                .setPosition(
                    GtfsRealtime.Position.newBuilder().setLatitude(45.001f).setLongitude(7.6f)));
    take("avm", message.build().toByteArray());
    JsonNode vehicle = server.json("api/v1/vehicles").at("/vehicles/0");
    assertThat(vehicle.path("route").asString()).isEqualTo("tiny:1");
    assertThat(vehicle.path("line").asString()).isEqualTo("1");
    assertThat(vehicle.path("mode").asString()).isEqualTo("tram");
    assertThat(vehicle.path("colour").asString()).isEqualTo("#cc0000");
  }

  @Test
  @Tag("RT-18")
  void aRefusedMessageIsAProblemWithItsReasonInOnesOwnWordsAndTime() {
    take("runs", update(trip("there4"), late(0, 600)));
    byte[] ahead =
        message(NOW + 600)
            .addEntity(GtfsRealtime.FeedEntity.newBuilder().setId("x"))
            .build()
            .toByteArray();
    HttpResponse<String> refused = server.tell("runs", ahead);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = JsonMapper.shared().readTree(refused.body());
    assertThat(problem.path("type").asString()).isEqualTo("/problems/live-not-taken");
    assertThat(problem.path("detail").asString()).contains("08:10:00").doesNotContain("Z)");
    JsonNode page =
        JsonMapper.shared()
            .readTree(server.tell("runs", "<html>".getBytes(StandardCharsets.UTF_8)).body());
    assertThat(page.path("detail").asString()).contains("GTFS-Realtime").contains("HTML");
    server.tell("runs", ahead);
    assertThat(server.get("network", "it").body()).contains("15 set 2026, 08:10:00");
    assertThat(departure("tiny:A", "tiny:there4").path("live").asString())
        .as("what was said holds")
        .isEqualTo("updated");
  }

  @Test
  @Tag("RT-33")
  void whatIsOutOfOrderIsPublishedAsAFacility() {
    var message = GtfsRealtime.FeedMessage.newBuilder();
    try {
      message.mergeFrom(alert("Lift", whom().setStopId("B")));
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
    message
        .getEntityBuilder(0)
        .getAlertBuilder()
        .setEffect(GtfsRealtime.Alert.Effect.ACCESSIBILITY_ISSUE)
        .addActivePeriod(GtfsRealtime.TimeRange.newBuilder().setEnd(NOW + 3600));
    take("lifts", message.build().toByteArray());
    String xml = server.get("api/v1/siri/tiny/fm.xml", "en").body();
    assertThat(new SiriSchema().fault(xml)).isEmpty();
    Notices notices = new Notices();
    SiriMessage read =
        SiriReader.read(
                "fm",
                xml.getBytes(StandardCharsets.UTF_8),
                ZoneId.of("Europe/Rome"),
                NOW,
                SiriReader.Limits.STANDARD,
                notices)
            .orElseThrow();
    var timetable = server.keeper().holder().get().timetable();
    List<Alert> alerts = new SiriMatcher(timetable, 0).match("fm", read, notices).alerts();
    assertThat(alerts).hasSize(1);
    assertThat(alerts.getFirst().effect()).isEqualTo(Alert.Effect.ACCESSIBILITY_ISSUE);
    assertThat(alerts.getFirst().header().in("en", "")).isEqualTo("Lift");
    assertThat(alerts.getFirst().informed()).extracting(one -> one.stopId()).containsExactly("B");
    assertThat(alerts.getFirst().activePeriods().getFirst().endEpochSeconds().orElse(0))
        .isEqualTo(NOW + 3600);
    assertThat(notices.listAll()).isEmpty();
  }

  @Test
  @Tag("RT-18")
  void liveRunsAreNotCountedAsPublished() {
    JsonNode before = server.json("api/v1/feeds").at("/feeds/0/counts");
    assertThat(before.path("trips").asInt()).isEqualTo(40);
    take("runs", update(trip("there4"), late(0, 600)));
    assertThat(server.json("api/v1/feeds").at("/feeds/0/counts")).isEqualTo(before);
  }
}
