package org.toret.feeds.gtfsrt;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.UnknownFieldSet;
import com.google.transit.realtime.GtfsRealtime;
import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.GeoPoint;
import org.toret.base.geo.Polyline;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfsrt.TripDescriptor.Relationship;
import org.toret.feeds.gtfsrt.TripUpdate.CallRelationship;
import org.toret.feeds.gtfsrt.TripUpdate.StopTimeUpdate;

/// What is written with the published bindings, or field by field where they know no better, is
/// read back.
@Tag("RT-01")
final class RealtimeReaderTest {

  private static final long AT = 1_789_452_900;

  private final Notices notices = new Notices();

  @Test
  void theHeaderTellsWhenAndWhatFor() {
    FeedMessage message = read(TestMessage.of(TestMessage.header(1, 4, "v7")));
    assertThat(message.header().version()).isEqualTo("2.0");
    assertThat(message.header().incrementality())
        .isEqualTo(FeedMessage.Incrementality.DIFFERENTIAL);
    assertThat(message.header().timestampEpochSeconds()).hasValue(AT);
    assertThat(message.header().feedVersion()).isEqualTo("v7");
    assertThat(message.isWhole()).isTrue();
    assertThat(message.entityCount()).isZero();
    assertThat(notices.listAll()).isEmpty();
  }

  @Test
  void aTripUpdateTellsDelaysAndTimesOfItsCalls() {
    var update = GtfsRealtime.TripUpdate.newBuilder().setDelay(-30).setTimestamp(AT - 10);
    update
        .getTripBuilder()
        .setTripId("t1")
        .setRouteId("4")
        .setDirectionId(1)
        .setStartTime("25:10:05")
        .setStartDate("20260915");
    update.getVehicleBuilder().setId("v").setLabel("6009").setLicensePlate("AB");
    update.addStopTimeUpdateBuilder().setStopSequence(3).getArrivalBuilder().setDelay(60);
    var second = update.addStopTimeUpdateBuilder().setStopId("s4");
    second.getArrivalBuilder().setTime(AT).setUncertainty(0);
    second.getDepartureBuilder().setTime(AT + 20).setDelay(5);
    second.getStopTimePropertiesBuilder().setAssignedStopId("s4b");
    update
        .addStopTimeUpdateBuilder()
        .setStopSequence(5)
        .setScheduleRelationship(
            GtfsRealtime.TripUpdate.StopTimeUpdate.ScheduleRelationship.SKIPPED);
    TripUpdate read = read(entity("e").setTripUpdate(update)).tripUpdates().getFirst();
    assertThat(read.entityId()).isEqualTo("e");
    assertThat(read.delaySeconds()).hasValue(-30);
    assertThat(read.timestampEpochSeconds()).hasValue(AT - 10);
    assertThat(read.trip())
        .isEqualTo(
            new TripDescriptor(
                "t1",
                "4",
                1,
                OptionalInt.of(25 * 3600 + 605),
                Optional.of(LocalDate.of(2026, 9, 15)),
                Relationship.SCHEDULED,
                Optional.empty()));
    assertThat(read.vehicle())
        .contains(
            new VehicleDescriptor("v", "6009", "AB", VehicleDescriptor.WheelchairAccess.NO_VALUE));
    StopTimeUpdate first = read.calls().getFirst();
    assertThat(first.stopSequence()).hasValue(3);
    assertThat(first.arrival().orElseThrow().delaySeconds()).hasValue(60);
    assertThat(first.departure()).isEmpty();
    StopTimeUpdate other = read.calls().get(1);
    assertThat(other.stopId()).isEqualTo("s4");
    assertThat(other.arrival().orElseThrow().timeEpochSeconds()).hasValue(AT);
    assertThat(other.arrival().orElseThrow().uncertaintySeconds()).hasValue(0);
    assertThat(other.departure().orElseThrow().delaySeconds()).hasValue(5);
    assertThat(other.properties().orElseThrow().assignedStopId()).isEqualTo("s4b");
    assertThat(read.calls().get(2).relationship()).isEqualTo(CallRelationship.SKIPPED);
    assertThat(notices.listAll()).isEmpty();
  }

  @Test
  void everyRelationshipOfTheSpecificationIsKnown() {
    for (Relationship relationship : Relationship.values()) {
      TripUpdate read = related(relationship.number()).tripUpdates().getFirst();
      assertThat(read.trip().relationship()).isEqualTo(relationship);
    }
    assertThat(notices.listAll()).isEmpty();
    assertThat(related(4).tripUpdates()).isEmpty();
    assertThat(related(99).tripUpdates()).isEmpty();
    assertThat(notices.count("gtfsrt_unknown_value")).isEqualTo(2);
  }

  @Test
  void whatTheBindingsDoNotKnowIsReadAllTheSame() {
    var update = GtfsRealtime.TripUpdate.newBuilder();
    update
        .getTripBuilder()
        .setUnknownFields(
            TestMessage.fields()
                .message(
                    7,
                    TestMessage.fields()
                        .text(1, "m")
                        .text(2, "t1")
                        .text(3, "08:00:00")
                        .text(4, "20260915"))
                .build());
    update.getVehicleBuilder().setUnknownFields(TestMessage.fields().number(4, 3).build());
    var call = update.addStopTimeUpdateBuilder().setStopSequence(1);
    call.setUnknownFields(TestMessage.fields().number(7, 5).build());
    call.getArrivalBuilder().setUnknownFields(TestMessage.fields().number(4, AT).build());
    call.getStopTimePropertiesBuilder()
        .setUnknownFields(TestMessage.fields().text(2, "Depot").number(3, 1).number(4, 9).build());
    update
        .getTripPropertiesBuilder()
        .setTripId("copy")
        .setStartDate("20260916")
        .setStartTime("07:00:00")
        .setUnknownFields(TestMessage.fields().text(4, "sh").text(5, "Head").text(6, "12").build());
    TripUpdate read = read(entity("e").setTripUpdate(update)).tripUpdates().getFirst();
    assertThat(read.trip().modified())
        .contains(
            new TripDescriptor.ModifiedTrip(
                "m", "t1", OptionalInt.of(28_800), Optional.of(LocalDate.of(2026, 9, 15))));
    assertThat(read.vehicle().orElseThrow().wheelchair())
        .isEqualTo(VehicleDescriptor.WheelchairAccess.WHEELCHAIR_INACCESSIBLE);
    StopTimeUpdate told = read.calls().getFirst();
    assertThat(told.departureOccupancy()).contains(Occupancy.FULL);
    assertThat(told.arrival().orElseThrow().scheduledEpochSeconds()).hasValue(AT);
    assertThat(told.properties())
        .contains(
            new TripUpdate.StopTimeProperties("", "Depot", OptionalInt.of(1), OptionalInt.empty()));
    assertThat(read.properties())
        .contains(
            new TripUpdate.TripProperties(
                "copy",
                Optional.of(LocalDate.of(2026, 9, 16)),
                OptionalInt.of(25_200),
                "sh",
                "Head",
                "12"));
    assertThat(notices.count("gtfsrt_unknown_value")).as("drop_off_type 9").isOne();
  }

  @Test
  void aVehicleTellsWhereItIsAndHowFull() {
    var vehicle =
        GtfsRealtime.VehiclePosition.newBuilder()
            .setCurrentStopSequence(4)
            .setStopId("s")
            .setTimestamp(AT)
            .setCurrentStatus(GtfsRealtime.VehiclePosition.VehicleStopStatus.STOPPED_AT)
            .setOccupancyStatus(GtfsRealtime.VehiclePosition.OccupancyStatus.FEW_SEATS_AVAILABLE)
            .setOccupancyPercentage(60);
    vehicle.getTripBuilder().setTripId("t");
    vehicle.getPositionBuilder().setLatitude(45.07f).setLongitude(7.68f).setBearing(90);
    vehicle.addMultiCarriageDetailsBuilder().setId("c1").setCarriageSequence(1);
    VehiclePosition read = read(entity("e").setVehicle(vehicle)).vehiclePositions().getFirst();
    assertThat(read.trip().orElseThrow().tripId()).isEqualTo("t");
    assertThat(read.position().orElseThrow().point().lat()).isBetween(45.0699, 45.0701);
    assertThat(read.position().orElseThrow().bearingDegrees()).hasValue(90);
    assertThat(read.position().orElseThrow().speedMetresPerSecond()).isEmpty();
    assertThat(read.status()).isEqualTo(VehiclePosition.StopStatus.STOPPED_AT);
    assertThat(read.occupancy()).contains(Occupancy.FEW_SEATS_AVAILABLE);
    assertThat(read.occupancyPercent()).hasValue(60);
    assertThat(read.carriages())
        .containsExactly(
            new VehiclePosition.Carriage(
                "c1", "", Occupancy.NO_DATA_AVAILABLE, OptionalInt.empty(), 1));
    vehicle.getPositionBuilder().setLatitude(145);
    assertThat(read(entity("e").setVehicle(vehicle)).vehiclePositions().getFirst().position())
        .isEmpty();
    assertThat(notices.count("gtfsrt_position_invalid")).isOne();
  }

  @Test
  void anAlertTellsWhomItConcernsInAllItsLanguages() {
    var alert =
        GtfsRealtime.Alert.newBuilder()
            .setEffect(GtfsRealtime.Alert.Effect.DETOUR)
            .setSeverityLevel(GtfsRealtime.Alert.SeverityLevel.SEVERE)
            .setUnknownFields(
                TestMessage.fields()
                    .number(6, 13)
                    .message(17, TestMessage.text("fiera", "it"))
                    .message(
                        15,
                        TestMessage.fields()
                            .message(
                                1,
                                TestMessage.fields()
                                    .text(1, "u")
                                    .text(2, "image/png")
                                    .text(3, "it")))
                    .build());
    alert.addActivePeriodBuilder().setStart(AT);
    alert.addInformedEntityBuilder().setRouteId("4").setDirectionId(0);
    alert.addInformedEntityBuilder().setStopId("s").getTripBuilder().setTripId("t");
    alert.addInformedEntityBuilder();
    alert.getHeaderTextBuilder().addTranslationBuilder().setText("Deviata").setLanguage("it-IT");
    alert.getHeaderTextBuilder().addTranslationBuilder().setText("Diverted").setLanguage("en");
    alert.getUrlBuilder().addTranslationBuilder().setText("https://example.org");
    Alert read = read(entity("e").setAlert(alert)).alerts().getFirst();
    assertThat(read.cause()).isEqualTo(Alert.Cause.SPECIAL_EVENT);
    assertThat(read.effect()).isEqualTo(Alert.Effect.DETOUR);
    assertThat(read.severity()).isEqualTo(Alert.Severity.SEVERE);
    assertThat(read.activePeriods())
        .containsExactly(new Alert.ActivePeriod(OptionalLong.of(AT), OptionalLong.empty()));
    assertThat(read.activePeriods().getFirst().contains(AT)).isTrue();
    assertThat(read.activePeriods().getFirst().contains(AT - 1)).isFalse();
    assertThat(read.informed()).hasSize(2);
    assertThat(read.informed().getFirst().routeId()).isEqualTo("4");
    assertThat(read.informed().getFirst().directionId()).isZero();
    assertThat(read.informed().get(1).trip().orElseThrow().tripId()).isEqualTo("t");
    assertThat(read.header().in("it", "en")).isEqualTo("Deviata");
    assertThat(read.header().in("fr", "en")).isEqualTo("Diverted");
    assertThat(read.url().in("it", "en")).isEqualTo("https://example.org");
    assertThat(read.causeDetail().in("it", "en")).isEqualTo("fiera");
    assertThat(read.images()).containsExactly(new Alert.Image("u", "image/png", "it"));
    assertThat(notices.listAll()).isEmpty();
  }

  @Test
  void detoursAreRead() {
    var selected = TestMessage.fields().text(1, "t1").text(1, "t2").text(2, "sh");
    var modification =
        TestMessage.fields()
            .message(1, TestMessage.fields().number(1, 3))
            .message(2, TestMessage.fields().text(2, "s5"))
            .number(3, 120)
            .message(4, TestMessage.fields().number(1, 90).text(2, "x"))
            .text(5, "alert")
            .number(6, AT);
    var detour =
        TestMessage.fields()
            .message(1, selected)
            .text(2, "08:00:00")
            .text(3, "20260915")
            .message(4, modification);
    UnknownFieldSet modifications = TestMessage.fields().message(8, detour).build();
    FeedMessage read = read(entity("m").setUnknownFields(modifications));
    assertThat(read.tripModifications())
        .containsExactly(
            new TripModifications(
                "m",
                List.of(new TripModifications.SelectedTrips(List.of("t1", "t2"), "sh")),
                List.of(28_800),
                List.of(LocalDate.of(2026, 9, 15)),
                List.of(
                    new TripModifications.Modification(
                        new TripModifications.StopSelector(OptionalInt.of(3), ""),
                        new TripModifications.StopSelector(OptionalInt.empty(), "s5"),
                        120,
                        List.of(new TripModifications.ReplacementStop("x", OptionalInt.of(90))),
                        "alert",
                        OptionalLong.of(AT)))));
    assertThat(notices.listAll()).isEmpty();
  }

  @Test
  void shapesAndStopsOfDetoursAreRead() {
    List<GeoPoint> line = List.of(new GeoPoint(45.07, 7.68), new GeoPoint(45.08, 7.69));
    var shape = TestMessage.fields().text(1, "sh").text(2, Polyline.encode(line));
    var stop =
        TestMessage.fields()
            .text(1, "x")
            .message(3, TestMessage.text("Corso", ""))
            .real(6, 45.07f)
            .real(7, 7.68f)
            .number(13, 1);
    FeedMessage read =
        read(
            entity("s").setUnknownFields(TestMessage.fields().message(6, shape).build()),
            entity("p").setUnknownFields(TestMessage.fields().message(7, stop).build()));
    assertThat(read.shapes()).containsExactly(new LiveShape("s", "sh", line));
    assertThat(read.stops().getFirst().name().in("it", "en")).isEqualTo("Corso");
    assertThat(read.stops().getFirst().wheelchair()).isOne();
    assertThat(read.stops().getFirst().point()).isPresent();
    assertThat(notices.listAll()).isEmpty();
  }

  @Test
  void aDifferentialMessageTakesEntitiesBack() {
    FeedMessage read = read(entity("gone").setIsDeleted(true));
    assertThat(read.deletedEntityIds()).containsExactly("gone");
  }

  @Test
  void aDifferentialMessageIsJoinedWithTheOneBefore() {
    FeedMessage first = read(alert("a", "old"), alert("b", "stays"), alert("c", "goes"));
    byte[] bytes =
        TestMessage.of(
            TestMessage.header(1, 4, ""),
            alert("a", "new"),
            entity("c").setIsDeleted(true),
            alert("d", "more"));
    FeedMessage joined = first.followedBy(read(bytes));
    assertThat(joined.alerts())
        .extracting(alert -> alert.header().in("it", "en"))
        .containsExactly("new", "stays", "more");
    assertThat(joined.followedBy(first)).isEqualTo(first);
  }

  private static FeedEntity.Builder alert(String id, String text) {
    var alert = GtfsRealtime.Alert.newBuilder();
    alert.getHeaderTextBuilder().addTranslationBuilder().setText(text);
    return entity(id).setAlert(alert);
  }

  /// An update whose descriptor has this number, whether the bindings know it or not.
  private FeedMessage related(long number) {
    var trip = TestMessage.fields().text(1, "t").number(4, number);
    return read(
        entity("e")
            .setUnknownFields(
                TestMessage.fields().message(3, TestMessage.fields().message(1, trip)).build()));
  }

  private static FeedEntity.Builder entity(String id) {
    return FeedEntity.newBuilder().setId(id);
  }

  private FeedMessage read(FeedEntity.Builder... entities) {
    return read(TestMessage.of(TestMessage.header(0, 3, ""), entities));
  }

  private FeedMessage read(byte[] bytes) {
    return RealtimeReader.read("f", bytes, RealtimeReader.Limits.STANDARD, notices).orElseThrow();
  }
}
