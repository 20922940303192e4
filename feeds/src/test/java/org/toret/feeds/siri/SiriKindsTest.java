package org.toret.feeds.siri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toret.feeds.siri.SiriCity.at;
import static org.toret.feeds.siri.SiriCity.et;
import static org.toret.feeds.siri.SiriCity.journey;
import static org.toret.feeds.siri.SiriCity.message;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.feeds.gtfsrt.Alert;
import org.toret.feeds.gtfsrt.FeedMessage;
import org.toret.feeds.gtfsrt.Occupancy;
import org.toret.feeds.gtfsrt.TripDescriptor.Relationship;
import org.toret.feeds.gtfsrt.VehiclePosition;

/// What SIRI says of vehicles, disruptions and facilities, and how one message follows another.
@Tag("RT-30")
final class SiriKindsTest {

  @TempDir Path folder;
  private SiriCity city;

  @BeforeEach
  void write() {
    city = SiriCity.write(folder);
  }

  @Test
  void vehiclesAndWhatFollowsForTheirRuns() {
    String activity =
        """
        <VehicleMonitoringDelivery><VehicleActivity>
        <RecordedAtTime>2026-09-15T08:05:00</RecordedAtTime><MonitoredVehicleJourney>
        <LineRef>IT:ITC1:Line:busATS:L</LineRef><FramedVehicleJourneyRef>
        <DataFrameRef>2026-09-15</DataFrameRef><DatedVehicleJourneyRef>t</DatedVehicleJourneyRef>
        </FramedVehicleJourneyRef><VehicleLocation><Longitude>7.6</Longitude>
        <Latitude>45.005</Latitude></VehicleLocation><Bearing>-115</Bearing>
        <Occupancy>full</Occupancy><Delay>PT128S</Delay><VehicleRef>V1</VehicleRef>
        <MonitoredCall><StopPointRef>B1</StopPointRef><VehicleAtStop>true</VehicleAtStop>
        </MonitoredCall></MonitoredVehicleJourney></VehicleActivity></VehicleMonitoringDelivery>
        """;
    FeedMessage read = city.matched(message(activity));
    VehiclePosition vehicle = read.vehiclePositions().getFirst();
    assertThat(vehicle.trip().orElseThrow().tripId()).isEqualTo("t");
    assertThat(vehicle.trip().orElseThrow().routeId()).isEqualTo("L");
    assertThat(vehicle.position().orElseThrow().bearingDegrees()).hasValue(245);
    assertThat(vehicle.position().orElseThrow().point().lat()).isEqualTo(45.005);
    assertThat(vehicle.occupancy()).contains(Occupancy.FULL);
    assertThat(vehicle.status()).isEqualTo(VehiclePosition.StopStatus.STOPPED_AT);
    assertThat(vehicle.timestampEpochSeconds()).as("city time").hasValue(at("08:05:00"));
    assertThat(read.tripUpdates()).hasSize(1);
    assertThat(read.tripUpdates().getFirst().delaySeconds()).hasValue(128);
    String both =
        message(
            "<EstimatedTimetableDelivery>"
                + journey("t", "<Cancellation>true</Cancellation>")
                + "</EstimatedTimetableDelivery>"
                + activity);
    assertThat(city.matched(both).tripUpdates())
        .extracting(update -> update.trip().relationship())
        .as("what ET says goes before")
        .containsExactly(Relationship.CANCELED);
  }

  @Test
  void aDisruption() {
    FeedMessage read =
        city.matched(
            message(
                """
                <SituationExchangeDelivery><Situations><PtSituationElement>
                <ParticipantRef>RAP</ParticipantRef><SituationNumber>1</SituationNumber>
                <Progress>open</Progress><ValidityPeriod>
                <StartTime>2026-09-15T10:00:00+02:00</StartTime></ValidityPeriod>
                <AlertCause>closedForMaintenance</AlertCause><Severity>verySevere</Severity>
                <Summary xml:lang="IT">Linea 4 deviata</Summary>
                <Summary xml:lang="EN">Line 4 diverted</Summary><Description>Lavori</Description>
                <InfoLinks><InfoLink><Uri>https://x.example/1</Uri></InfoLink></InfoLinks>
                <Affects><Networks><AffectedNetwork><AffectedLine>
                <LineRef>IT:ITC1:Line:busATS:L</LineRef></AffectedLine></AffectedNetwork></Networks>
                <StopPoints><AffectedStopPoint><StopPointRef>A</StopPointRef><Lines><AffectedLine>
                <LineRef>L</LineRef></AffectedLine></Lines></AffectedStopPoint>
                <AffectedStopPoint><StopPointRef>nowhere</StopPointRef></AffectedStopPoint>
                </StopPoints><VehicleJourneys><AffectedVehicleJourney><FramedVehicleJourneyRef>
                <DataFrameRef>2026-09-15</DataFrameRef><DatedVehicleJourneyRef>t
                </DatedVehicleJourneyRef></FramedVehicleJourneyRef></AffectedVehicleJourney>
                </VehicleJourneys></Affects><Consequences><Consequence>
                <Condition>diverted</Condition></Consequence></Consequences></PtSituationElement>
                <PtSituationElement><SituationNumber>2</SituationNumber><Progress>closed</Progress>
                </PtSituationElement></Situations></SituationExchangeDelivery>
                """));
    assertThat(read.alerts()).hasSize(1);
    Alert alert = read.alerts().getFirst();
    assertThat(alert.header().in("it", "en")).isEqualTo("Linea 4 deviata");
    assertThat(alert.header().in("en", "it")).isEqualTo("Line 4 diverted");
    assertThat(alert.url().in("it", "en")).isEqualTo("https://x.example/1");
    assertThat(alert.cause()).isEqualTo(Alert.Cause.MAINTENANCE);
    assertThat(alert.effect()).isEqualTo(Alert.Effect.DETOUR);
    assertThat(alert.severity()).isEqualTo(Alert.Severity.SEVERE);
    assertThat(alert.activePeriods())
        .containsExactly(
            new Alert.ActivePeriod(OptionalLong.of(at("10:00:00")), OptionalLong.empty()));
    assertThat(alert.informed())
        .extracting(one ->
            one.routeId()
                + "/"
                + one.stopId()
                + "/"
                + one.trip().map(trip -> trip.tripId()).orElse(""))
        .containsExactly("L//", "L/A/", "//t");
    assertThat(city.notices.count("siri_unknown_reference")).isEqualTo(1);
  }

  @Test
  void aLiftOutOfOrder() {
    String lift =
        """
        <FacilityMonitoringDelivery><FacilityCondition><Facility><FacilityCode>L4</FacilityCode>
        <Description xml:lang="it">Ascensore</Description><FacilityLocation>
        <StopPlaceRef>IT:ITC1:StopPlace:metro:B</StopPlaceRef></FacilityLocation></Facility>
        <FacilityStatus><Status>notAvailable</Status><Description>Guasto</Description>
        </FacilityStatus></FacilityCondition><FacilityCondition>
        <FacilityRef>IT:ITC1:EscalatorEquipment:busATS:001</FacilityRef><FacilityStatus>
        <Status>partiallyAvailable</Status></FacilityStatus></FacilityCondition>
        </FacilityMonitoringDelivery>
        """;
    FeedMessage read = city.matched(message(lift));
    assertThat(read.alerts()).hasSize(1);
    Alert alert = read.alerts().getFirst();
    assertThat(alert.effect()).isEqualTo(Alert.Effect.ACCESSIBILITY_ISSUE);
    assertThat(alert.header().in("it", "")).isEqualTo("Ascensore");
    assertThat(alert.description().in("it", "")).isEqualTo("Guasto");
    assertThat(alert.informed().getFirst().stopId()).isEqualTo("B");
    assertThat(city.notices.count("siri_concerns_nobody")).as("no one knows where").isEqualTo(1);
    SiriMessage works =
        city.read(
                message(
                    lift.replace("notAvailable", "available")
                        .replace(
                            "<FacilityMonitoringDelivery>",
                            "<FacilityMonitoringDelivery><SubscriptionRef>1</SubscriptionRef>")))
            .orElseThrow();
    SiriMessage after = city.read(message(lift)).orElseThrow().followedBy(works);
    assertThat(city.matched(after).alerts()).isEmpty();
  }

  @Test
  @Tag("RT-34")
  void onlyWhatLeadsWithoutStepsIsHardToReachWithoutIt() {
    assertThat(effect("<Feature><AccessFacility> lift</AccessFacility></Feature>", "L"))
        .isEqualTo(Alert.Effect.ACCESSIBILITY_ISSUE);
    assertThat(effect("<Feature><TicketingFacility>tickets</TicketingFacility></Feature>", "L"))
        .isEqualTo(Alert.Effect.OTHER_EFFECT);
    assertThat(effect("", "IT:ITC1:LiftEquipment:metro:1"))
        .isEqualTo(Alert.Effect.ACCESSIBILITY_ISSUE);
    assertThat(effect("", "IT:ITC1:EscalatorEquipment:metro:1"))
        .isEqualTo(Alert.Effect.OTHER_EFFECT);
    assertThat(effect("", "L")).isEqualTo(Alert.Effect.ACCESSIBILITY_ISSUE);
  }

  private Alert.Effect effect(String features, String id) {
    String told =
        """
        <FacilityMonitoringDelivery><FacilityCondition><Facility>
        <FacilityCode>%s</FacilityCode><Features>%s</Features><FacilityLocation>
        <StopPlaceRef>B</StopPlaceRef></FacilityLocation></Facility><FacilityStatus>
        <Status>notAvailable</Status></FacilityStatus></FacilityCondition>
        </FacilityMonitoringDelivery>
        """
            .formatted(id, features);
    return city.matched(message(told)).alerts().getFirst().effect();
  }

  @Test
  void deliveriesToSubscribersTellWhatHasChanged() {
    String t = journey("t", "<Cancellation>true</Cancellation>");
    String r = journey("r", "<Cancellation>true</Cancellation>");
    SiriMessage both = city.read(et(t + r)).orElseThrow();
    String again = journey("t", "<Cancellation>false</Cancellation>");
    String change =
        et(again).replace("Delivery><Est", "Delivery><SubscriptionRef>1</SubscriptionRef><Est");
    SiriMessage after = both.followedBy(city.read(change).orElseThrow());
    assertThat(city.matched(after).tripUpdates())
        .extracting(update -> update.trip().tripId() + " " + update.trip().relationship())
        .containsExactly("t SCHEDULED", "r CANCELED");
    SiriMessage whole = both.followedBy(city.read(et(again)).orElseThrow());
    assertThat(city.matched(whole).tripUpdates()).hasSize(1);
    SiriMessage other =
        both.followedBy(city.read(message("<VehicleMonitoringDelivery/>")).orElseThrow());
    assertThat(city.matched(other).tripUpdates()).as("VM takes nothing of ET back").hasSize(2);
    SiriMessage muchLater =
        both.followedBy(
            city.read(message("<VehicleMonitoringDelivery/>").replace("T08:00", "T08:06"))
                .orElseThrow());
    assertThat(city.matched(muchLater).tripUpdates()).as("ET has been silent").isEmpty();
    assertThat(both.isOlderThan(muchLater)).isFalse();
    assertThat(both.isOlderThan(city.read(et(t).replace("T08:00:00", "T08:00:01")).orElseThrow()))
        .isTrue();
  }
}
