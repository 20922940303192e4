package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.toret.app.TinyCity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// SIRI from the data folder and from senders, and what travellers see of it. The tests tell one
/// story in the city of three stops.
@Tag("RT-32")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SiriApiTest {

  @TempDir static Path folder;
  @TempDir static Path state;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    TinyCity.write(folder, 20);
    Files.writeString(folder.resolve("recorded-early.xml"), late("PT1M", "07:00:00"));
    Files.writeString(folder.resolve("recorded.xml"), late("PT5M", "07:59:00"));
    server = TestServer.start(Optional.of(folder), state, "2026-09-15T08:00+02:00");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /// The run of eight o'clock is so late at its start.
  private static String late(String delay, String at) {
    String minutes = delay.replaceAll("\\D", "");
    return siri(
        at,
        """
        <EstimatedTimetableDelivery><EstimatedJourneyVersionFrame><EstimatedVehicleJourney>
        <LineRef>IT:ITC1:Line:tiny:1</LineRef><DirectionRef>outbound</DirectionRef>
        <FramedVehicleJourneyRef><DataFrameRef>2026-09-15</DataFrameRef>
        <DatedVehicleJourneyRef>IT:ITC1:ServiceJourney:tiny:there4</DatedVehicleJourneyRef>
        </FramedVehicleJourneyRef><EstimatedCalls><EstimatedCall>
        <StopPointRef>IT:ITC1:ScheduledStopPoint:tiny:A</StopPointRef>
        <AimedDepartureTime>2026-09-15T08:00:00+02:00</AimedDepartureTime>
        <ExpectedDepartureTime>2026-09-15T08:%02d:00+02:00</ExpectedDepartureTime>
        </EstimatedCall></EstimatedCalls></EstimatedVehicleJourney></EstimatedJourneyVersionFrame>
        </EstimatedTimetableDelivery>
        """
            .formatted(Integer.parseInt(minutes)));
  }

  private static String siri(String at, String deliveries) {
    return """
    <Siri xmlns="http://www.siri.org.uk/siri" version="2.1"><ServiceDelivery>
    <ResponseTimestamp>2026-09-15T%s+02:00</ResponseTimestamp>%s</ServiceDelivery></Siri>
    """
        .formatted(at, deliveries);
  }

  private static JsonNode send(String message) {
    return new JsonMapper()
        .readTree(server.tell("avm", message.getBytes(StandardCharsets.UTF_8)).body());
  }

  private static JsonNode run() {
    for (JsonNode departure : server.json("api/v1/departures?stop=tiny:A").path("departures")) {
      if (departure.path("trip").asString().equals("tiny:there4")) {
        return departure;
      }
    }
    throw new AssertionError("there4 is not on the board");
  }

  @Test
  @Order(1)
  void theRecordedMessageNearestToTheClockIsReplayed() {
    assertThat(run().path("departure").asString()).isEqualTo("2026-09-15T08:05:00+02:00");
    JsonNode sources = server.json("api/v1/feeds").path("live");
    assertThat(sources.size()).isEqualTo(1);
    assertThat(sources.get(0).path("feed").asString()).isEqualTo("tiny");
  }

  @Test
  @Order(2)
  void aMessageSentIsOnTheBoard() {
    JsonNode source = send(late("PT7M", "07:59:30"));
    assertThat(source.path("state").asString()).isEqualTo("fresh");
    assertThat(source.at("/told/runs").asInt()).isEqualTo(1);
    assertThat(run().path("departure").asString()).isEqualTo("2026-09-15T08:07:00+02:00");
    assertThat(run().path("live").asString()).isEqualTo("updated");
  }

  @Test
  @Order(3)
  void situationsOfTheSameSourceTakeNothingBack() {
    JsonNode source =
        send(
            siri(
                "07:59:40",
                """
                <SituationExchangeDelivery><Situations><PtSituationElement>
                <SituationNumber>1</SituationNumber><Summary xml:lang="it">Ascensore</Summary>
                <Affects><StopPoints><AffectedStopPoint><StopPointRef>B</StopPointRef>
                </AffectedStopPoint></StopPoints></Affects></PtSituationElement></Situations>
                </SituationExchangeDelivery>
                """));
    assertThat(source.at("/told/alerts").asInt()).isEqualTo(1);
    assertThat(server.json("api/v1/alerts?stop=tiny:B").at("/alerts/0/header").asString())
        .isEqualTo("Ascensore");
    assertThat(run().path("departure").asString()).isEqualTo("2026-09-15T08:07:00+02:00");
  }

  @Test
  @Order(4)
  void whatIsOlderOrBrokenIsNotTaken() {
    assertThat(send(late("PT9M", "07:59:20")).path("detail").asString()).contains("older");
    assertThat(send("<Siri xmlns='http://www.siri.org.uk/siri'>").path("detail").asString())
        .contains("SIRI");
    assertThat(run().path("departure").asString()).isEqualTo("2026-09-15T08:07:00+02:00");
  }
}
