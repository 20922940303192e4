package org.toret.feeds.siri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toret.feeds.siri.SiriCity.at;
import static org.toret.feeds.siri.SiriCity.et;
import static org.toret.feeds.siri.SiriCity.iso;
import static org.toret.feeds.siri.SiriCity.journey;
import static org.toret.feeds.siri.SiriCity.message;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.feeds.gtfsrt.FeedMessage;
import org.toret.feeds.gtfsrt.Occupancy;
import org.toret.feeds.gtfsrt.TripDescriptor.Relationship;
import org.toret.feeds.gtfsrt.TripUpdate;
import org.toret.feeds.gtfsrt.TripUpdate.CallRelationship;

/// What SIRI says of runs, and which are meant.
@Tag("RT-30")
final class SiriReaderTest {

  @TempDir Path folder;
  private SiriCity city;

  @BeforeEach
  void write() {
    city = SiriCity.write(folder);
  }

  private static String call(String stop, String aimed, String expected, String more) {
    return """
    <EstimatedCall><StopPointRef>%s</StopPointRef>%s
    <AimedArrivalTime>%s</AimedArrivalTime><ExpectedArrivalTime>%s</ExpectedArrivalTime>
    <AimedDepartureTime>%s</AimedDepartureTime>
    <ExpectedDepartureTime>%s</ExpectedDepartureTime></EstimatedCall>
    """
        .formatted(stop, more, iso(aimed), iso(expected), iso(aimed), iso(expected));
  }

  private TripUpdate only(String message) {
    FeedMessage read = city.matched(message);
    assertThat(read.tripUpdates()).hasSize(1);
    return read.tripUpdates().getFirst();
  }

  private static OptionalLong leaves(TripUpdate.StopTimeUpdate call) {
    return call.departure().orElseThrow().timeEpochSeconds();
  }

  @Test
  void aLateRunOfTheItalianProfile() {
    TripUpdate update =
        only(
            et(
                journey(
                    "IT:ITC1:ServiceJourney:busATS:t",
                    "<VehicleRef>IT:ITC1:Vehicle:busATS:ZZ998ZZ</VehicleRef><RecordedCalls><RecordedCall>"
                        + "<StopPointRef>IT:ITC1:ScheduledStopPoint:busATS:A</StopPointRef>"
                        + "<AimedDepartureTime>"
                        + iso("08:00:00")
                        + "</AimedDepartureTime><ActualDepartureTime>"
                        + iso("08:02:00")
                        + "</ActualDepartureTime></RecordedCall></RecordedCalls><EstimatedCalls>"
                        + call(
                            "IT:ITC1:ScheduledStopPoint:busATS:C",
                            "08:30:00",
                            "08:35:00",
                            "<Occupancy>fewSeatsAvailable</Occupancy>")
                        + "</EstimatedCalls>")));
    assertThat(update.trip().tripId()).isEqualTo("t");
    assertThat(update.trip().startDate()).contains(SiriCity.TODAY);
    assertThat(update.trip().relationship()).isEqualTo(Relationship.SCHEDULED);
    assertThat(update.vehicle().orElseThrow().id()).endsWith("ZZ998ZZ");
    assertThat(update.calls())
        .extracting(TripUpdate.StopTimeUpdate::stopId)
        .containsExactly("A", "C");
    assertThat(update.calls())
        .extracting(TripUpdate.StopTimeUpdate::stopSequence)
        .containsExactly(OptionalInt.of(10), OptionalInt.of(30));
    assertThat(leaves(update.calls().getFirst())).hasValue(at("08:02:00"));
    assertThat(leaves(update.calls().getLast())).hasValue(at("08:35:00"));
    assertThat(update.calls().getLast().departureOccupancy())
        .contains(Occupancy.FEW_SEATS_AVAILABLE);
    assertThat(city.notices.listAll()).isEmpty();
  }

  @Test
  void runsByLineAndStartAreToldApartByTheirDirection() {
    String start = "<OriginAimedDepartureTime>" + iso("08:00:00") + "</OriginAimedDepartureTime>";
    String head = "<EstimatedVehicleJourney><LineRef>X:Line:L</LineRef><DirectionRef>";
    String tail =
        "</DirectionRef>" + start + "<Cancellation>true</Cancellation></EstimatedVehicleJourney>";
    assertThat(only(et(head + "inbound" + tail)).trip().tripId()).isEqualTo("r");
    assertThat(only(et(head + "0" + tail)).trip().tripId()).isEqualTo("t");
    assertThat(only(et(head + "0" + tail)).trip().relationship()).isEqualTo(Relationship.CANCELED);
    assertThat(city.matched(et(head + "clockwise" + tail)).tripUpdates()).isEmpty();
    assertThat(city.notices.count("siri_unknown_journey")).isEqualTo(1);
    String from = "<OriginRef>C</OriginRef>";
    assertThat(
            only(et(head + "clockwise</DirectionRef>" + from + tail.substring(15))).trip().tripId())
        .isEqualTo("r");
  }

  @Test
  void aRunAfterMidnightIsNamedByEitherDate() {
    String tomorrow =
        journey("late", "<Cancellation>true</Cancellation>").replace("2026-09-15", "2026-10-01");
    assertThat(only(et(tomorrow)).trip().startDate()).contains(LocalDate.of(2026, 9, 30));
    String never = tomorrow.replace("2026-10-01", "2026-10-02");
    assertThat(city.matched(et(never)).tripUpdates()).isEmpty();
  }

  @Test
  void aReferenceMayEndWithItsDate() {
    String dated =
        "<EstimatedVehicleJourney><LineRef>L</LineRef><DirectionRef>0</DirectionRef>"
            + "<DatedVehicleJourneyRef>t:2026-09-15</DatedVehicleJourneyRef>"
            + "<Cancellation>true</Cancellation></EstimatedVehicleJourney>";
    assertThat(only(et(dated)).trip().tripId()).isEqualTo("t");
    assertThat(only(et(dated)).trip().startDate()).contains(SiriCity.TODAY);
  }

  @Test
  void theSecondVisitOfAStop() {
    TripUpdate byTime =
        only(
            et(
                journey(
                    "loop",
                    "<EstimatedCalls>"
                        + call("B1", "09:30:00", "09:33:00", "")
                        + "</EstimatedCalls>")));
    assertThat(byTime.calls().getFirst().stopSequence()).hasValue(4);
    TripUpdate byVisit =
        only(
            et(
                journey(
                    "loop",
                    "<EstimatedCalls><EstimatedCall><StopPointRef>B1</StopPointRef><VisitNumber>2"
                        + "</VisitNumber><ExpectedDepartureTime>"
                        + iso("09:33:00")
                        + "</ExpectedDepartureTime></EstimatedCall></EstimatedCalls>")));
    assertThat(byVisit.calls().getFirst().stopSequence()).hasValue(4);
  }

  @Test
  void anotherPlatformByAssignmentOrByItsStop() {
    String assigned =
        "<EstimatedCalls><EstimatedCall><StopPointRef>B1</StopPointRef><ExpectedDepartureTime>"
            + iso("08:12:00")
            + "</ExpectedDepartureTime><DepartureStopAssignment><AimedQuayRef>B1</AimedQuayRef>"
            + "<ExpectedQuayRef>B2</ExpectedQuayRef></DepartureStopAssignment></EstimatedCall>"
            + "</EstimatedCalls>";
    String told = "<EstimatedCalls>" + call("B2", "08:10:00", "08:12:00", "") + "</EstimatedCalls>";
    for (String calls : List.of(assigned, told)) {
      TripUpdate.StopTimeUpdate call = only(et(journey("t", calls))).calls().getFirst();
      assertThat(call.stopSequence()).hasValue(20);
      assertThat(call.stopId()).isEqualTo("B1");
      assertThat(call.properties().orElseThrow().assignedStopId()).isEqualTo("B2");
    }
  }

  @Test
  void aCallThatIsPassedAndOneWithoutBoarding() {
    TripUpdate update =
        only(
            et(
                journey(
                    "t",
                    "<EstimatedCalls>"
                        + call("B1", "08:10:00", "08:10:00", "<Cancellation>true</Cancellation>")
                        + "<EstimatedCall><StopPointRef>C</StopPointRef><ArrivalBoardingActivity>"
                        + "noAlighting</ArrivalBoardingActivity></EstimatedCall></EstimatedCalls>")));
    assertThat(update.calls().getFirst().relationship()).isEqualTo(CallRelationship.SKIPPED);
    assertThat(update.calls().getLast().properties().orElseThrow().dropOffType()).hasValue(1);
    assertThat(update.calls().getLast().departure()).isEmpty();
  }

  @Test
  void anExtraCallReplacesTheRunWhereAllCallsAreTold() {
    String calls =
        "<EstimatedCalls>"
            + call("A", "08:00:00", "08:01:00", "")
            + call("D", "08:15:00", "08:16:00", "<ExtraCall>true</ExtraCall>")
            + call("B1", "08:10:00", "08:12:00", "<Cancellation>true</Cancellation>")
            + call("C", "08:30:00", "08:31:00", "")
            + "</EstimatedCalls>";
    TripUpdate whole =
        only(et(journey("t", calls + "<IsCompleteStopSequence>true</IsCompleteStopSequence>")));
    assertThat(whole.trip().relationship()).isEqualTo(Relationship.REPLACEMENT);
    assertThat(whole.calls())
        .extracting(TripUpdate.StopTimeUpdate::stopId)
        .containsExactly("A", "D", "C");
    TripUpdate part = only(et(journey("t", calls)));
    assertThat(part.trip().relationship()).isEqualTo(Relationship.SCHEDULED);
    assertThat(part.calls()).hasSize(3);
    assertThat(city.notices.count("siri_unknown_call")).isEqualTo(1);
  }

  @Test
  void anExtraJourney() {
    String extra =
        "<EstimatedVehicleJourney><LineRef>L</LineRef><DirectionRef>0</DirectionRef>"
            + "<EstimatedVehicleJourneyCode>bis</EstimatedVehicleJourneyCode>"
            + "<ExtraJourney>true</ExtraJourney><DestinationName>Delta</DestinationName><EstimatedCalls>"
            + call("A", "10:00:00", "10:01:00", "")
            + call("D", "10:15:00", "10:16:00", "")
            + "</EstimatedCalls></EstimatedVehicleJourney>";
    TripUpdate update = only(et(extra));
    assertThat(update.trip().relationship()).isEqualTo(Relationship.NEW);
    assertThat(update.trip().tripId()).isEqualTo("bis");
    assertThat(update.trip().routeId()).isEqualTo("L");
    assertThat(update.trip().startDate()).contains(SiriCity.TODAY);
    assertThat(update.properties().orElseThrow().headsign()).isEqualTo("Delta");
    assertThat(update.calls()).hasSize(2);
    assertThat(city.matched(et(extra.replace(">L<", ">M<"))).tripUpdates()).isEmpty();
    assertThat(city.notices.count("siri_unknown_line")).isEqualTo(1);
  }

  @Test
  void jsonSaysTheSame() {
    String json =
        """
        {"Siri":{"ServiceDelivery":{"ResponseTimestamp":"2026-09-15T08:00:00+02:00",
        "EstimatedTimetableDelivery":[{"EstimatedJourneyVersionFrame":[{"EstimatedVehicleJourney":[
        {"LineRef":{"value":"L"},"DirectionRef":{"value":"0"},"FramedVehicleJourneyRef":
        {"DataFrameRef":{"value":"2026-09-15"},"DatedVehicleJourneyRef":"t"},"Monitored":true,
        "EstimatedCalls":{"EstimatedCall":[{"StopPointRef":{"value":"C"},"Order":3,
        "StopPointName":[{"value":"Gamma","lang":"IT"}],
        "AimedArrivalTime":"2026-09-15T08:30:00+02:00",
        "ExpectedArrivalTime":"2026-09-15T08:35:00+02:00"}]}}]}]}]}}}
        """;
    assertThat(SiriReader.isSiri(json.getBytes(StandardCharsets.UTF_8))).isTrue();
    String xml =
        et(
            journey(
                "t",
                "<EstimatedCalls><EstimatedCall><StopPointRef>C</StopPointRef><AimedArrivalTime>"
                    + iso("08:30:00")
                    + "</AimedArrivalTime><ExpectedArrivalTime>"
                    + iso("08:35:00")
                    + "</ExpectedArrivalTime></EstimatedCall></EstimatedCalls>"));
    assertThat(city.matched(json)).isEqualTo(city.matched(xml));
    assertThat(city.matched(json).tripUpdates().getFirst().calls()).hasSize(1);
  }

  @Test
  void whatIsSiriShowsInItsBytes() {
    String xml = et("");
    for (String siri :
        List.of(
            xml,
            "\uFEFF" + xml,
            "<s:Siri xmlns:s='http://www.siri.org.uk/siri'/>",
            "<soap:Envelope><Body xmlns='http://www.siri.org.uk/siri'/></soap:Envelope>")) {
      assertThat(SiriReader.isSiri(siri.getBytes(StandardCharsets.UTF_8))).as(siri).isTrue();
    }
    for (String other : List.of("", "<Sirius/>", "{\"last_updated\":1}", "\n\u000b\n\u00032.0")) {
      assertThat(SiriReader.isSiri(other.getBytes(StandardCharsets.UTF_8))).as(other).isFalse();
    }
    assertThat(city.hits(et(journey("t", "") + journey("x", "").replace(">L<", ">M<"))))
        .isEqualTo(1);
    assertThat(city.read("<Siri><CheckStatusResponse/></Siri>")).isEqualTo(Optional.empty());
    assertThat(city.notices.count("siri_nothing")).isEqualTo(1);
  }
}
