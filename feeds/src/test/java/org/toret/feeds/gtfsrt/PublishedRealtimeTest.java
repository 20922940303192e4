package org.toret.feeds.gtfsrt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Severity;
import org.toret.feeds.gtfsrt.TripDescriptor.Relationship;
import org.toret.feeds.gtfsrt.TripUpdate.CallRelationship;

/// Messages as they are published; the numbers are those of their descriptions.
@Tag("RT-01")
@EnabledIfEnvironmentVariable(
    named = "TORET_DATA",
    matches = ".+",
    disabledReason = "TORET_DATA names no folder of published data")
final class PublishedRealtimeTest {

  private final Path data =
      Path.of(String.valueOf(System.getenv("TORET_DATA"))).resolve("torino/realtime");
  private final Notices notices = new Notices();

  @Test
  void delaysOfTurinAsPublished() {
    FeedMessage message = read("trip_updates-2025-02-01.pb");
    assertThat(message.header().timestampEpochSeconds()).hasValue(1_738_432_717L);
    assertThat(message.tripUpdates()).hasSize(364);
    assertThat(message.tripUpdates().stream().mapToInt(update -> update.calls().size()).sum())
        .isEqualTo(2_137);
  }

  @Test
  void delaysOfTurinForItsTimetable() {
    FeedMessage message = read("trip-updates.pb");
    assertThat(message.header().timestampEpochSeconds()).hasValue(1_789_452_900L);
    assertThat(message.tripUpdates()).hasSize(1_202);
    assertThat(trips(message, Relationship.CANCELED)).isEqualTo(12);
    assertThat(trips(message, Relationship.ADDED)).isOne();
    assertThat(trips(message, Relationship.DUPLICATED)).isOne();
    assertThat(calls(message, CallRelationship.SKIPPED)).isEqualTo(18);
    assertThat(calls(message, CallRelationship.NO_DATA)).isPositive();
  }

  @Test
  void vehiclesOfTurin() {
    FeedMessage message = read("vehicle-positions.pb");
    assertThat(message.vehiclePositions()).hasSize(923);
    assertThat(message.vehiclePositions())
        .allMatch(vehicle -> vehicle.position().orElseThrow().bearingDegrees().isPresent());
    assertThat(
            message.vehiclePositions().stream()
                .filter(vehicle -> !vehicle.trip().orElseThrow().tripId().isEmpty()))
        .hasSize(713);
  }

  @Test
  void alertsOfTurin() {
    FeedMessage message = read("alerts.pb");
    assertThat(message.alerts()).hasSize(179);
    assertThat(message.alerts()).noneMatch(alert -> alert.header().in("it", "en").isEmpty());
    assertThat(
            message.alerts().stream()
                .flatMap(alert -> alert.informed().stream())
                .map(Alert.InformedEntity::routeId)
                .filter(route -> !route.isEmpty())
                .distinct())
        .hasSize(117);
  }

  private static long trips(FeedMessage message, Relationship relationship) {
    return message.tripUpdates().stream()
        .filter(update -> update.trip().relationship() == relationship)
        .count();
  }

  private static long calls(FeedMessage message, CallRelationship relationship) {
    return message.tripUpdates().stream()
        .flatMap(update -> update.calls().stream())
        .filter(call -> call.relationship() == relationship)
        .count();
  }

  private FeedMessage read(String file) {
    FeedMessage message =
        RealtimeReader.read("gtt", data.resolve(file), RealtimeReader.Limits.STANDARD, notices)
            .orElseThrow();
    assertThat(message.isWhole()).isTrue();
    assertThat(notices.count(Severity.ERROR)).isZero();
    return message;
  }
}
