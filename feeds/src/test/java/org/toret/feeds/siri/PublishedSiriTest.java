package org.toret.feeds.siri;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Severity;
import org.toret.feeds.gtfsrt.Alert;
import org.toret.feeds.gtfsrt.Occupancy;

/// The published examples: those of the Italian profile and those of the standard.
@Tag("RT-30")
@EnabledIfEnvironmentVariable(
    named = "TORET_DATA",
    matches = ".+",
    disabledReason = "TORET_DATA names no folder of published data")
final class PublishedSiriTest {

  private final Path formats =
      Path.of(String.valueOf(System.getenv("TORET_DATA"))).resolve("formats");
  private final Notices notices = new Notices();

  private SiriMessage read(String file) throws IOException {
    byte[] bytes = Files.readAllBytes(formats.resolve(file));
    assertThat(SiriReader.isSiri(bytes)).isTrue();
    return SiriReader.read("s", bytes, SiriCity.ROME, 0, SiriReader.Limits.STANDARD, notices)
        .orElseThrow();
  }

  @Test
  void estimatedTimetables() throws IOException {
    SiriMessage italian = read("siri-italian-profile/SIRI_ET.xml");
    assertThat(italian.journeys()).hasSize(2);
    SiriJourney first = italian.journeys().getFirst();
    assertThat(first.ref().journey()).isEqualTo("IT:ITC1:ServiceJourney:busATS:001_01_01A");
    assertThat(first.calls()).hasSize(4);
    assertThat(first.calls()).filteredOn(SiriJourney.Call::isExtra).hasSize(2);
    assertThat(first.calls()).filteredOn(SiriJourney.Call::isCancelled).hasSize(2);
    assertThat(first.isComplete()).isTrue();
    SiriMessage standard = read("siri-cen/ext_estimatedTimetable_response.xml");
    assertThat(standard.journeys())
        .extracting(SiriJourney::isCancelled)
        .containsExactly(false, true);
    assertThat(standard.journeys().getFirst().calls())
        .extracting(call -> call.occupancy().orElseThrow())
        .containsExactly(
            Occupancy.MANY_SEATS_AVAILABLE, Occupancy.MANY_SEATS_AVAILABLE, Occupancy.FULL);
    assertThat(notices.listAll()).isEmpty();
  }

  @Test
  void vehicles() throws IOException {
    SiriMessage italian = read("siri-italian-profile/SIRI_VM.xml");
    assertThat(italian.vehicles())
        .extracting(one -> one.journey().delaySeconds().getAsInt())
        .containsExactly(128, 30);
    assertThat(italian.vehicles())
        .allSatisfy(one -> assertThat(one.position().position()).isPresent());
    assertThat(read("siri-cen/exv_vehicleMonitoring_response.xml").vehicles()).hasSize(2);
    assertThat(notices.listAll()).isEmpty();
  }

  @Test
  void situations() throws IOException {
    Alert italian = read("siri-italian-profile/SIRI_SX.xml").situations().getFirst();
    assertThat(italian.cause()).isEqualTo(Alert.Cause.MAINTENANCE);
    assertThat(italian.effect()).isEqualTo(Alert.Effect.SIGNIFICANT_DELAYS);
    assertThat(italian.informed())
        .extracting(one -> one.routeId() + "/" + one.stopId())
        .containsExactly(
            "IT:ITC1:Line:busATS:4/",
            "IT:ITC1:Line:busATS:10/IT:ITC1:ScheduledStopPoint:busATS:059642",
            "/");
    assertThat(read("siri-cen/exx_situationExchange_response.xml").situations())
        .extracting(Alert::cause)
        .containsExactly(Alert.Cause.POLICE_ACTIVITY);
  }

  @Test
  void facilities() throws IOException {
    List<Alert> italian = read("siri-italian-profile/SIRI_FM.xml").facilities();
    assertThat(italian)
        .as("what is partly available or not at all; of a bicycle without a name nothing is said")
        .extracting(Alert::entityId)
        .hasSize(6)
        .contains("fm|IT:ITC1:EscalatorEquipment:busATS:001");
    assertThat(notices.count("siri_no_reference")).isEqualTo(1);
    Alert lift = read("siri-cen/exf_facilityMonitoring_response.xml").facilities().getFirst();
    assertThat(lift.informed()).extracting(Alert.InformedEntity::stopId).containsExactly("HGALLES");
    assertThat(lift.header().in("fr", "")).startsWith("Les Halles");
    assertThat(notices.count(Severity.ERROR)).isZero();
  }

  @Test
  void whatIsNotReadSaysSo() throws IOException {
    for (String file :
        Set.of(
            "siri-cen/exa_checkStatus_response.xml",
            "siri-cen/exs_stopMonitoring_response_simple.xml",
            "siri-italian-profile/SIRI_PT.xml")) {
      byte[] bytes = Files.readAllBytes(formats.resolve(file));
      assertThat(SiriReader.read("s", bytes, SiriCity.ROME, 0, SiriReader.Limits.STANDARD, notices))
          .as(file)
          .isEmpty();
    }
    assertThat(notices.count("siri_nothing")).isEqualTo(3);
  }
}
