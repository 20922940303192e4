package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.transit.realtime.GtfsRealtime;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import org.toret.app.TinyCity;
import tools.jackson.databind.JsonNode;

/// Vehicles that two sources tell of, in the city of three stops.
@Tag("RT-35")
final class SameVehicleTest {

  private static final long NOW = Instant.parse("2026-09-15T06:00:00Z").getEpochSecond();

  @TempDir static Path folder;

  @Test
  void oneVehicleIsListedOnceWhereItWasSeenLast(@TempDir Path state) {
    TinyCity.write(folder, 20);
    try (var server = TestServer.start(Optional.of(folder), state, "2026-09-15T08:00+02:00")) {
      send(
          server,
          "avm",
          vehicle("1", "V7", "there4", 45.001f, 40),
          vehicle("2", "", "", 45.03f, 9));
      assertThat(lats(server)).containsExactlyInAnyOrder("45.001", "45.03");
      // the same by its id, one on the same trip by no id, and another under an entity's id
      send(
          server,
          "eta",
          vehicle("x", "V7", "there4", 45.002f, 20),
          vehicle("2", "", "", 45.01f, 9));
      assertThat(lats(server)).containsExactlyInAnyOrder("45.002", "45.03", "45.01");
      send(server, "old", vehicle("y", "", "there4", 45.009f, 60));
      assertThat(lats(server)).as("seen before").doesNotContain("45.009").hasSize(3);
      send(server, "new", vehicle("y", "", "there4", 45.008f, 5));
      assertThat(lats(server)).containsExactlyInAnyOrder("45.008", "45.03", "45.01");
    }
  }

  @Test
  void twoVehiclesOnOneTripOfOneSourceAreTwo(@TempDir Path state) {
    TinyCity.write(folder, 20);
    try (var server = TestServer.start(Optional.of(folder), state, "2026-09-15T08:00+02:00")) {
      send(
          server,
          "avm",
          vehicle("1", "A", "there4", 45.001f, 9),
          vehicle("2", "B", "there4", 45.002f, 9));
      send(server, "eta", vehicle("1", "B", "there4", 45.003f, 5));
      assertThat(lats(server)).containsExactlyInAnyOrder("45.001", "45.003");
    }
  }

  private static List<String> lats(TestServer server) {
    JsonNode told = server.json("api/v1/vehicles");
    return told.path("vehicles").findValues("lat").stream()
        .map(lat -> String.valueOf(Math.round(lat.asDouble() * 1000) / 1000.0))
        .toList();
  }

  private static GtfsRealtime.FeedEntity vehicle(
      String entity, String id, String trip, float lat, long secondsAgo) {
    GtfsRealtime.VehiclePosition.Builder vehicle =
        GtfsRealtime.VehiclePosition.newBuilder()
            .setTimestamp(NOW - secondsAgo)
            .setPosition(GtfsRealtime.Position.newBuilder().setLatitude(lat).setLongitude(7.6f));
    if (!id.isEmpty()) {
      vehicle.setVehicle(GtfsRealtime.VehicleDescriptor.newBuilder().setId(id));
    }
    if (!trip.isEmpty()) {
      vehicle.setTrip(GtfsRealtime.TripDescriptor.newBuilder().setTripId(trip));
    }
    return GtfsRealtime.FeedEntity.newBuilder().setId(entity).setVehicle(vehicle).build();
  }

  private static void send(TestServer server, String source, GtfsRealtime.FeedEntity... vehicles) {
    GtfsRealtime.FeedMessage message =
        GtfsRealtime.FeedMessage.newBuilder()
            .setHeader(
                GtfsRealtime.FeedHeader.newBuilder()
                    .setGtfsRealtimeVersion("2.0")
                    .setTimestamp(NOW - 4))
            .addAllEntity(List.of(vehicles))
            .build();
    assertThat(server.tell(source, message.toByteArray()).statusCode()).isEqualTo(200);
  }
}
