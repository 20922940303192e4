package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
import org.toret.base.geo.GeoPoint;
import org.toret.base.geo.Polyline;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A jam on the way of a bus of the demo city, and what its riders see of it. The tests tell one
/// story.
@Tag("RT-45")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SlowBusesTest {

  private static final String TRIP =
      "from=45.0420,7.6440&to=45.0705,7.6850&modes=walk,bus&alternatives=0&at=";
  private static final String NOW = "2026-09-15T10:00";

  @TempDir static Path state;
  private static TestServer server;
  private static JsonNode before = MissingNode.getInstance();

  @BeforeAll
  static void start() {
    server = TestServer.start(Optional.empty(), state, NOW + "+02:00");
    before = bus(NOW, "");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /// The longest ride of all alternatives, or the one of the trip of before.
  private static JsonNode bus(String at, String more) {
    JsonNode longest = MissingNode.getInstance();
    for (JsonNode way : server.json("api/v1/plan?" + TRIP + at + more).path("alternatives")) {
      for (JsonNode leg : way.path("legs")) {
        boolean ride = leg.path("mode").asString().equals("bus");
        boolean same = before.isMissingNode() || leg.path("route").equals(before.path("route"));
        boolean longer =
            longest.isMissingNode() || leg.path("metres").asInt() > longest.path("metres").asInt();
        if (ride && same && longer) {
          longest = leg;
        }
      }
    }
    assertThat(longest.isMissingNode()).as("no ride by bus").isFalse();
    return longest;
  }

  /// Detectors along the course of the bus, all telling the same speed.
  private static String detectors(int kmh, String time) {
    StringBuilder text =
        new StringBuilder(
            "<traffic_data xmlns=\"https://simone.5t.torino.it/ns/traffic_data.xsd\""
                + " end_time=\"2026-09-15T"
                + time
                + "Z\">");
    List<GeoPoint> course = Polyline.decode(before.path("polyline").asString());
    for (int i = 1; i < course.size(); i++) {
      GeoPoint a = course.get(i - 1);
      GeoPoint b = course.get(i);
      text.append(
          String.format(
              Locale.ROOT,
              "<FDT_data lcd1='%d' Road_name='' offset='0' direction='positive' lat='%f'"
                  + " lng='%f' accuracy='100' period='5'><speedflow flow='900' speed='%d'/>"
                  + "</FDT_data>",
              i,
              (a.lat() + b.lat()) / 2,
              (a.lon() + b.lon()) / 2,
              kmh));
    }
    return text.append("</traffic_data>").toString();
  }

  private static void send(String body) {
    assertThat(server.tell("detectors", body.getBytes(StandardCharsets.UTF_8)).statusCode())
        .isEqualTo(200);
  }

  /// Asks until it is known where buses run, which is found out when traffic is told at first.
  private static JsonNode awaited() throws InterruptedException {
    JsonNode leg = bus(NOW, "");
    for (int i = 0; i < 300 && leg.path("slowTraffic").isNull(); i++) {
      Thread.sleep(100);
      leg = bus(NOW, "");
    }
    return leg;
  }

  @Test
  @Order(1)
  void withoutTrafficNothingIsSaid() {
    assertThat(before.path("slowTraffic").isNull()).isTrue();
    assertThat(before.path("live").asString()).isEqualTo("scheduled");
  }

  @Test
  @Order(2)
  void aJamIsToldOnTheRideAndItsTimesStay() throws InterruptedException {
    send(detectors(5, "07:55:00"));
    JsonNode slow = awaited().path("slowTraffic");
    assertThat(slow.path("arrivalSeconds").asInt()).isGreaterThan(60);
    assertThat(slow.path("boardingSeconds").asInt())
        .isBetween(0, slow.path("arrivalSeconds").asInt());
    assertThat(slow.path("metres").asInt()).isBetween(100, before.path("metres").asInt() + 200);
    assertThat(slow.path("liveAt").asString()).isEqualTo("2026-09-15T09:55:00+02:00");
    JsonNode leg = bus(NOW, "");
    assertThat(leg.path("arrival")).isEqualTo(before.path("arrival"));
    assertThat(leg.path("scheduledArrival")).isEqualTo(before.path("scheduledArrival"));
    String page = server.get("?" + TRIP + NOW, "it").body();
    assertThat(page).contains("Traffico lento sul percorso: circa", "misurato alle 09:55");
    assertThat(server.get("?" + TRIP + NOW, "en").body())
        .contains("Slow traffic on the way: about");
  }

  @Test
  @Order(3)
  void theTimetableAloneAndAnotherDayKnowNothingOfIt() {
    assertThat(bus(NOW, "&live=false").path("slowTraffic").isNull()).isTrue();
    assertThat(bus("2026-09-16T10:00", "").path("slowTraffic").isNull()).isTrue();
    assertThat(bus("2026-09-15T12:00", "").path("slowTraffic").isNull()).isTrue();
  }

  @Test
  @Order(4)
  void newerReadingsHoldWithinASecond() {
    long took = Long.MAX_VALUE;
    JsonNode first = bus(NOW, "");
    JsonNode second = first;
    // the machine may be busy with something else: the best of some counts
    for (int i = 0; i < 4; i++) {
      send(detectors(5, "07:56:%02d".formatted(2 * i)));
      first = bus(NOW, "");
      long sent = System.nanoTime();
      send(detectors(9, "07:56:%02d".formatted(2 * i + 1)));
      second = bus(NOW, "");
      took = Math.min(took, System.nanoTime() - sent);
    }
    assertThat(second.at("/slowTraffic/arrivalSeconds").asInt())
        .isLessThan(first.at("/slowTraffic/arrivalSeconds").asInt());
    assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  @Order(5)
  void whenTheJamIsGoneNothingIsSaid() {
    send(detectors(60, "07:57:00"));
    assertThat(bus(NOW, "").path("slowTraffic").isNull()).isTrue();
  }
}
