package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.transit.realtime.GtfsRealtime;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import org.toret.base.geo.GeoPoint;
import org.toret.base.geo.Polyline;
import tools.jackson.databind.JsonNode;

/// Trams of the demo city are led past a stop, to one that only the message knows.
@Tag("RT-15")
final class DetourApiTest {

  private static final Instant NOW = Instant.parse("2026-09-15T06:00:00Z");

  @TempDir static Path state;
  private static TestServer server;
  private static List<JsonNode> led;
  private static JsonNode left;
  private static JsonNode last;
  private static GeoPoint place;
  private static String feed;

  /// The trams led elsewhere, the call that they leave out, and their last one.
  private record Scene(List<JsonNode> trams, JsonNode left, JsonNode last) {}

  @BeforeAll
  static void lead() {
    server = TestServer.start(Optional.empty(), state, "2026-09-15T08:00+02:00");
    Scene scene = findTrams();
    led = scene.trams();
    left = scene.left();
    last = scene.last();
    place = new GeoPoint(left.path("lat").asDouble() + 0.0015, left.path("lon").asDouble());
    feed = led.getFirst().path("trip").asString().split(":")[0];
    server.desk().take("works", "here", message());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /// The trams of one line and direction that call at a stop within it.
  private static Scene findTrams() {
    for (JsonNode stop :
        server.json("api/v1/stops?near=45.0705,7.6850&within=1500").path("stops")) {
      JsonNode board = server.json("api/v1/departures?stop=" + stop.path("id").asString());
      for (JsonNode first : board.path("departures")) {
        JsonNode calls = trip(first).path("stops");
        int sequence = first.path("sequence").asInt();
        boolean within = sequence > 1 && calls.size() > sequence + 3;
        if (first.path("mode").asString().equals("tram") && within) {
          List<JsonNode> alike = alike(board, first);
          return new Scene(alike, calls.get(sequence - 1), calls.get(calls.size() - 1));
        }
      }
    }
    throw new AssertionError("no tram within its line");
  }

  private static List<JsonNode> alike(JsonNode board, JsonNode first) {
    List<JsonNode> alike = new ArrayList<>();
    for (JsonNode other : board.path("departures")) {
      if (other.at("/route/id").equals(first.at("/route/id"))
          && other.path("headsign").equals(first.path("headsign"))
          && other.path("sequence").equals(first.path("sequence"))) {
        alike.add(other);
      }
    }
    return alike;
  }

  private static JsonNode trip(JsonNode departure) {
    return server.json(
        "api/v1/trips/%s?date=%s"
            .formatted(
                departure.path("trip").asString().replace("#", "%23"),
                departure.path("serviceDate").asString()));
  }

  private static String id(String published) {
    return published.substring(published.indexOf(':') + 1);
  }

  private static byte[] message() {
    Fields trips = new Fields();
    led.forEach(departure -> trips.text(1, id(departure.path("trip").asString())));
    trips.text(2, "way");
    Fields selector = new Fields().text(2, id(left.path("stop").asString()));
    Fields modification =
        new Fields()
            .message(1, selector)
            .message(2, selector)
            .number(3, 120)
            .message(4, new Fields().number(1, 90).text(2, "new"));
    Fields detour = new Fields().message(1, trips).text(3, "20260915").message(4, modification);
    JsonNode calls = trip(led.getFirst()).path("stops");
    List<GeoPoint> way = new ArrayList<>();
    for (JsonNode call : calls) {
      boolean replaced = call.path("stop").equals(left.path("stop"));
      GeoPoint point = new GeoPoint(call.path("lat").asDouble(), call.path("lon").asDouble());
      way.add(replaced ? place : point);
    }
    Fields shape = new Fields().text(1, "way").text(2, Polyline.encode(way));
    Fields name =
        new Fields().message(1, new Fields().text(1, "Fermata provvisoria").text(2, "it"));
    Fields stop =
        new Fields()
            .text(1, "new")
            .message(3, name)
            .real(6, (float) place.lat())
            .real(7, (float) place.lon());
    GtfsRealtime.FeedMessage.Builder message =
        GtfsRealtime.FeedMessage.newBuilder()
            .setHeader(
                GtfsRealtime.FeedHeader.newBuilder()
                    .setGtfsRealtimeVersion("2.0")
                    .setTimestamp(NOW.getEpochSecond() - 1800));
    message
        .addEntityBuilder()
        .setId("shape")
        .setUnknownFields(new Fields().message(6, shape).done());
    message.addEntityBuilder().setId("stop").setUnknownFields(new Fields().message(7, stop).done());
    message
        .addEntityBuilder()
        .setId("detour")
        .setUnknownFields(new Fields().message(8, detour).done());
    return message.build().toByteArray();
  }

  @Test
  void theSourceIsFreshThoughItsMessageIsHalfAnHourOld() {
    JsonNode source = server.json("api/v1/feeds").at("/live/0");
    assertThat(source.path("state").asString()).isEqualTo("fresh");
    assertThat(source.at("/told/detours").asInt()).isOne();
    assertThat(source.path("feed").asString()).isEqualTo(feed);
  }

  @Test
  void theTramCallsAtTheNewStopInsteadOfTheOldOne() {
    JsonNode now = server.json("api/v1/departures?stop=" + left.path("stop").asString());
    assertThat(now.path("departures"))
        .filteredOn(departure -> departure.path("trip").equals(led.getFirst().path("trip")))
        .extracting(departure -> departure.path("live").asString())
        .containsExactly("skipped");
    JsonNode there = server.json("api/v1/departures?stop=" + feed + ":new").path("departures");
    assertThat(there).hasSize(led.size());
    assertThat(there.get(0).path("live").asString()).isEqualTo("detoured");
    assertThat(there.get(0).at("/stop/name").asString()).isEqualTo("Fermata provvisoria");
    JsonNode trip = trip(led.getFirst());
    assertThat(trip.path("stops")).anyMatch(call -> call.path("stop").asString().endsWith(":new"));
    assertThat(Polyline.decode(trip.path("polyline").asString()))
        .anyMatch(point -> Math.abs(point.lat() - place.lat()) < 2e-5);
  }

  @Test
  void oneWalksToTheNewStopAndRidesFromThere() {
    JsonNode answer =
        server.json(
            "api/v1/plan?from=%f,%f&to=%f,%f&modes=transit,walk&at=2026-09-15T08:00&maxTransfers=0&alternatives=0"
                .formatted(
                    place.lat(),
                    place.lon(),
                    last.path("lat").asDouble(),
                    last.path("lon").asDouble()));
    List<JsonNode> rides = new ArrayList<>();
    for (JsonNode alternative : answer.path("alternatives")) {
      for (JsonNode leg : alternative.path("legs")) {
        if (leg.path("live").asString("").equals("detoured")) {
          rides.add(leg);
        }
      }
    }
    assertThat(rides).isNotEmpty();
    assertThat(rides).anyMatch(leg -> leg.at("/from/stop").asString("").equals(feed + ":new"));
    JsonNode published =
        server.json("api/v1/stops?near=%f,%f&within=60".formatted(place.lat(), place.lon()));
    assertThat(published.path("stops"))
        .anyMatch(stop -> stop.path("id").asString().equals(feed + ":new"));
  }

  /// Fields that the published bindings do not know, by number.
  private static final class Fields {

    private final UnknownFieldSet.Builder fields = UnknownFieldSet.newBuilder();

    Fields number(int field, long value) {
      fields.mergeField(field, UnknownFieldSet.Field.newBuilder().addVarint(value).build());
      return this;
    }

    Fields real(int field, float value) {
      UnknownFieldSet.Field.Builder bits = UnknownFieldSet.Field.newBuilder();
      fields.mergeField(field, bits.addFixed32(Float.floatToRawIntBits(value)).build());
      return this;
    }

    Fields text(int field, String text) {
      return bytes(field, ByteString.copyFromUtf8(text));
    }

    Fields message(int field, Fields message) {
      return bytes(field, message.done().toByteString());
    }

    private Fields bytes(int field, ByteString bytes) {
      UnknownFieldSet.Field.Builder value = UnknownFieldSet.Field.newBuilder();
      fields.mergeField(field, value.addLengthDelimited(bytes).build());
      return this;
    }

    UnknownFieldSet done() {
      return fields.build();
    }
  }
}
