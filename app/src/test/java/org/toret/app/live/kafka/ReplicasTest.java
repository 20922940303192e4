package org.toret.app.live.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.transit.realtime.GtfsRealtime;
import com.google.transit.realtime.GtfsRealtime.FeedHeader.Incrementality;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TinyCity;
import tools.jackson.databind.JsonNode;

/// Two servers in processes of their own behind a real broker: one is killed in the middle of a
/// stream, comes back, and answers as the other one; the broker stops, which both tell, and comes
/// back. The tests tell one story.
@Tag("RT-50")
@Tag("full")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ReplicasTest {

  private static final Instant NOW = Instant.parse("2026-09-15T06:00:00Z");
  private static final String CLOCK = "2026-09-15T08:00:00+02:00,frozen";
  private static final int MESSAGES = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final List<String> QUESTIONS =
      List.of(
          "api/v1/departures?stop=tiny:A",
          "api/v1/departures?stop=tiny:B",
          "api/v1/alerts",
          "api/v1/vehicles",
          "api/v1/plan?from=45.00,7.60&to=45.04,7.60&at=2026-09-15T08:00&modes=transit,walk");

  @TempDir static Path folder;
  private static Broker broker;
  private static TopicAddress topic;
  private static Replica stays;
  private static Replica killed;

  @BeforeAll
  static void start() throws IOException {
    TinyCity.write(folder.resolve("data"), 20);
    broker = new Broker(folder);
    topic = broker.topic("toret-live");
    stays = replica("stays");
    killed = replica("killed");
  }

  @AfterAll
  static void stop() {
    stays.close();
    killed.close();
    broker.close();
  }

  private static Replica replica(String name) throws IOException {
    return Replica.start(folder.resolve("data"), folder.resolve(name), CLOCK, topic);
  }

  /// The first message tells everything, later ones only what is new: who misses one of them knows
  /// another picture.
  private static byte[] message(int number) {
    GtfsRealtime.FeedMessage.Builder message =
        GtfsRealtime.FeedMessage.newBuilder()
            .setHeader(
                GtfsRealtime.FeedHeader.newBuilder()
                    .setGtfsRealtimeVersion("2.0")
                    .setIncrementality(
                        number == 0 ? Incrementality.FULL_DATASET : Incrementality.DIFFERENTIAL)
                    .setTimestamp(NOW.getEpochSecond() - 2 * MESSAGES + number));
    int trip = 4 + number % 6;
    GtfsRealtime.TripDescriptor.Builder run =
        GtfsRealtime.TripDescriptor.newBuilder().setTripId("there" + trip).setStartDate("20260915");
    message
        .addEntityBuilder()
        .setId("late" + trip)
        .setTripUpdate(
            GtfsRealtime.TripUpdate.newBuilder()
                .setTrip(run)
                .addStopTimeUpdate(
                    GtfsRealtime.TripUpdate.StopTimeUpdate.newBuilder()
                        .setStopSequence(0)
                        .setDeparture(
                            GtfsRealtime.TripUpdate.StopTimeEvent.newBuilder()
                                .setDelay(60 + 10 * number))));
    message
        .addEntityBuilder()
        .setId("seen" + number)
        .setVehicle(
            GtfsRealtime.VehiclePosition.newBuilder()
                .setVehicle(GtfsRealtime.VehicleDescriptor.newBuilder().setId("tram" + number))
                .setPosition(
                    GtfsRealtime.Position.newBuilder()
                        .setLatitude(45f + number / 2000f)
                        .setLongitude(7.6f)));
    message
        .addEntityBuilder()
        .setId("works" + number)
        .setAlert(
            GtfsRealtime.Alert.newBuilder()
                .addInformedEntity(GtfsRealtime.EntitySelector.newBuilder().setRouteId("1"))
                .setHeaderText(
                    GtfsRealtime.TranslatedString.newBuilder()
                        .addTranslation(
                            GtfsRealtime.TranslatedString.Translation.newBuilder()
                                .setText("Works " + number)
                                .setLanguage("en"))));
    return message.build().toByteArray();
  }

  private static void say(Replica to, int number) {
    var answer = to.say("trams", message(number));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"state\":\"fresh\"");
  }

  private static void within(String what, BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(end);
      Thread.sleep(100);
    }
  }

  private static int alerts(Replica replica) {
    return replica.json("api/v1/alerts").path("alerts").size();
  }

  private static void bothAnswerAlike() {
    assertThat(killed.answers(QUESTIONS)).isEqualTo(stays.answers(QUESTIONS));
  }

  @Test
  @Order(1)
  void whatIsSaidToOneIsKnownToBoth() throws InterruptedException {
    List<String> before = stays.answers(QUESTIONS);
    for (int number = 0; number < MESSAGES / 3; number++) {
      say(number % 2 == 0 ? stays : killed, number);
    }
    within("both know", () -> alerts(killed) == MESSAGES / 3 && alerts(stays) == MESSAGES / 3);
    List<String> after = stays.answers(QUESTIONS);
    for (int question = 0; question < QUESTIONS.size(); question++) {
      assertThat(after.get(question))
          .as(QUESTIONS.get(question))
          .isNotEqualTo(before.get(question));
    }
    bothAnswerAlike();
  }

  @Test
  @Order(2)
  void whoIsKilledInTheMiddleAnswersAlikeWhenItIsBack() throws IOException, InterruptedException {
    for (int number = MESSAGES / 3; number < MESSAGES; number++) {
      say(stays, number);
      if (number == MESSAGES / 2) {
        killed.kill();
      }
    }
    killed = replica("killed");
    within("it has read all again", () -> alerts(killed) == MESSAGES);
    assertThat(alerts(stays)).isEqualTo(MESSAGES);
    bothAnswerAlike();
    assertThat(killed.json("api/v1/vehicles").path("vehicles").size()).isEqualTo(MESSAGES);
  }

  @Test
  @Order(3)
  void aBrokerThatIsAwayIsToldAndWhatWasSaidHolds() throws InterruptedException {
    List<String> before = stays.answers(QUESTIONS);
    broker.stop();
    within("it is told", () -> isFailing(stays) && isFailing(killed));
    JsonNode log = stays.source(KafkaLog.SOURCE);
    assertThat(log.path("reason").asString()).contains("cannot be reached");
    assertThat(log.path("origin").asString()).isEqualTo(topic.toString());
    assertThat(stays.get("network")).contains("cannot be reached");
    var refused = stays.say("trams", message(MESSAGES));
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("live-log-away");
    assertThat(stays.answers(QUESTIONS)).isEqualTo(before);
    bothAnswerAlike();
  }

  @Test
  @Order(4)
  void whenItIsBackAllGoesOn() throws InterruptedException {
    broker.start();
    within("both are well", () -> isFresh(stays) && isFresh(killed));
    say(killed, MESSAGES + 1);
    within("both know", () -> alerts(stays) == alerts(killed) && alerts(stays) > MESSAGES);
    bothAnswerAlike();
  }

  private static boolean isFailing(Replica replica) {
    return replica.source(KafkaLog.SOURCE).path("state").asString().equals("failing");
  }

  private static boolean isFresh(Replica replica) {
    return replica.source(KafkaLog.SOURCE).path("state").asString().equals("fresh");
  }
}
