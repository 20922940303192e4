package org.toret.feeds.datex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notices;
import org.toret.network.traffic.RoadEvent;
import org.toret.network.traffic.RoadMessage;
import org.toret.network.traffic.RoadPlace;
import org.toret.network.traffic.RoadReading;

/// Traffic in DATEX II by hand, and published files where `TORET_DATA` has them.
@Tag("RT-40")
final class DatexTrafficTest {

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");

  private final Notices notices = new Notices();

  private static String payload(String type, String body) {
    return """
    <d2:payload xmlns:d2="http://datex2.eu/schema/3/d2Payload"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="%s">
      <publicationTime>2026-09-15T08:00:00+02:00</publicationTime>
      %s
    </d2:payload>
    """
        .formatted(type, body);
  }

  private Optional<RoadMessage> read(String text) {
    return DatexTraffic.read("datex", text.getBytes(StandardCharsets.UTF_8), notices);
  }

  private static final String WAY =
      "<locationReference xsi:type='LinearLocation'><gmlLineString srsName='WGS 84'>"
          + "<posList>45.07 7.66 45.07 7.67</posList></gmlLineString></locationReference>";

  private static String situation(String type, String more) {
    return payload(
        "SituationPublication",
        """
        <situation id="s"><situationRecord xsi:type="%s" id="r">
          <validity><validityStatus>definedByValidityTimeSpec</validityStatus>
            <validityTimeSpecification>
              <overallStartTime>2026-09-15T06:00:00Z</overallStartTime>
              <overallEndTime>2026-09-15T18:00:00Z</overallEndTime>
            </validityTimeSpecification></validity>
          %s
        </situationRecord></situation>
        """
            .formatted(type, more));
  }

  private static final String CLOSED =
      "<roadOrCarriagewayOrLaneManagementType>roadClosed</roadOrCarriagewayOrLaneManagementType>";

  private RoadEvent event(String type, String more) {
    return read(situation(type, more)).orElseThrow().events().getFirst();
  }

  private static long at(String instant) {
    return Instant.parse(instant).getEpochSecond();
  }

  @Test
  void aClosedRoadIsClosedBothWaysForItsTime() {
    RoadEvent event = event("RoadOrCarriagewayOrLaneManagement", WAY + CLOSED);
    assertThat(event.kind()).isEqualTo(RoadEvent.Kind.CLOSURE);
    RoadPlace place = java.util.Objects.requireNonNull(event.place());
    assertThat(place.line()).containsExactly(new GeoPoint(45.07, 7.66), new GeoPoint(45.07, 7.67));
    assertThat(place.bothWays()).isTrue();
    assertThat(event.holds(at("2026-09-15T05:00:00Z"), at("2026-09-15T05:59:59Z"), ROME)).isFalse();
    assertThat(event.holds(at("2026-09-15T05:00:00Z"), at("2026-09-15T06:00:00Z"), ROME)).isTrue();
    assertThat(event.holds(at("2026-09-15T18:00:00Z"), at("2026-09-15T19:00:00Z"), ROME)).isFalse();
  }

  @Test
  void aCarriagewayIsClosedInItsDirection() {
    String closed = CLOSED.replace("roadClosed", "carriagewayClosures");
    RoadEvent event = event("RoadOrCarriagewayOrLaneManagement", WAY + closed);
    assertThat(event.kind()).isEqualTo(RoadEvent.Kind.CLOSURE);
    assertThat(java.util.Objects.requireNonNull(event.place()).bothWays()).isFalse();
  }

  @Test
  void closedLanesCloseNothing() {
    String lanes = CLOSED.replace("roadClosed", "laneClosures");
    assertThat(event("RoadOrCarriagewayOrLaneManagement", WAY + lanes).kind())
        .isEqualTo(RoadEvent.Kind.OTHER);
  }

  @Test
  void whatConcernsHighVehiclesOrIsAdviceIsNotForCars() {
    String high =
        "<forVehiclesWithCharacteristicsOf><heightCharacteristic><comparisonOperator>greaterThan"
            + "</comparisonOperator><vehicleHeight>4.5</vehicleHeight></heightCharacteristic>"
            + "</forVehiclesWithCharacteristicsOf>";
    String advice = "<complianceOption>advisory</complianceOption>";
    for (String exempt : List.of(high, advice)) {
      String text = situation("RoadOrCarriagewayOrLaneManagement", WAY + CLOSED + exempt);
      assertThat(read(text).orElseThrow().events()).isEmpty();
    }
    String cars =
        "<forVehiclesWithCharacteristicsOf><vehicleType>car</vehicleType>"
            + "</forVehiclesWithCharacteristicsOf>";
    assertThat(event("RoadOrCarriagewayOrLaneManagement", WAY + CLOSED + cars).kind())
        .isEqualTo(RoadEvent.Kind.CLOSURE);
    assertThat(notices.listAll())
        .extracting(tally -> tally.code())
        .containsExactly("datex_events_for_others");
  }

  @Test
  void limitsAccidentsAndWorksAreTold() {
    RoadEvent limit =
        event("SpeedManagement", WAY + "<temporarySpeedLimit>30.0</temporarySpeedLimit>");
    assertThat(limit.kind()).isEqualTo(RoadEvent.Kind.SPEED_LIMIT);
    assertThat(limit.kmh()).isEqualTo(30);
    String point =
        "<locationReference xsi:type='PointLocation'><pointByCoordinates><bearing>121</bearing>"
            + "<pointCoordinates><latitude>45.06</latitude><longitude>7.65</longitude>"
            + "</pointCoordinates></pointByCoordinates></locationReference>"
            + "<generalPublicComment><comment><values><value lang='it'>Incidente</value></values>"
            + "</comment></generalPublicComment>";
    RoadEvent accident = event("Accident", point);
    assertThat(accident.kind()).isEqualTo(RoadEvent.Kind.ACCIDENT);
    assertThat(java.util.Objects.requireNonNull(accident.place()).bearingDegrees()).isEqualTo(121);
    assertThat(accident.texts()).isEqualTo(Map.of("it", "Incidente"));
    assertThat(event("ConstructionWorks", WAY).kind()).isEqualTo(RoadEvent.Kind.ROADWORKS);
  }

  @Test
  void hoursThatRecurAreKeptInCityTime() {
    String nights =
        situation("RoadOrCarriagewayOrLaneManagement", WAY + CLOSED)
            .replace("2026-09-15T18:00:00Z", "2026-09-25T18:00:00Z")
            .replace(
                "</validityTimeSpecification>",
                "<validPeriod><recurringTimePeriodOfDay><startTimeOfPeriod>22:00:00"
                    + "</startTimeOfPeriod><endTimeOfPeriod>05:00:00</endTimeOfPeriod>"
                    + "</recurringTimePeriodOfDay></validPeriod></validityTimeSpecification>");
    RoadEvent event = read(nights).orElseThrow().events().getFirst();
    assertThat(event.holds(at("2026-09-16T10:00:00Z"), at("2026-09-16T11:00:00Z"), ROME)).isFalse();
    assertThat(event.holds(at("2026-09-16T20:30:00Z"), at("2026-09-16T21:00:00Z"), ROME)).isTrue();
    assertThat(event.holds(at("2026-09-16T02:30:00Z"), at("2026-09-16T02:40:00Z"), ROME)).isTrue();
  }

  @Test
  void aPlaceOutOfATableIsCounted() {
    String table =
        "<locationReference><alertCLinear><alertCLocationTableNumber>6</alertCLocationTableNumber>"
            + "</alertCLinear></locationReference>";
    assertThat(read(situation("Accident", table)).orElseThrow().events()).isEmpty();
    assertThat(notices.listAll())
        .extracting(tally -> tally.code())
        .containsExactly("datex_events_nowhere");
  }

  @Test
  void aSiteTellsTheMeanOfItsLanes() {
    RoadMessage message =
        read(payload(
                "MeasuredDataPublication",
                """
                <siteMeasurements>
                  <measurementSiteReference id="S1" version="1"/>
                  <measurementTimeDefault><timeValue>2026-09-15T07:59:00+02:00</timeValue>
                  </measurementTimeDefault>
                  <physicalQuantity index="1"><basicData xsi:type="TrafficSpeed">
                    <averageVehicleSpeed><speed>40</speed></averageVehicleSpeed>
                  </basicData></physicalQuantity>
                  <physicalQuantity index="2"><basicData xsi:type="TrafficSpeed">
                    <averageVehicleSpeed><speed>20</speed></averageVehicleSpeed>
                  </basicData></physicalQuantity>
                  <physicalQuantity index="3"><basicData xsi:type="TrafficSpeed">
                    <averageVehicleSpeed><dataError>true</dataError><speed>99</speed>
                    </averageVehicleSpeed></basicData></physicalQuantity>
                  <physicalQuantity index="4"><basicData xsi:type="TrafficFlow">
                    <vehicleFlow><vehicleFlowRate>600</vehicleFlowRate></vehicleFlow>
                  </basicData></physicalQuantity>
                </siteMeasurements>
                <siteMeasurements>
                  <measurementSiteReference id="S2" version="1"/>
                  <physicalQuantity index="1"><basicData xsi:type="TrafficSpeed">
                    <averageVehicleSpeed><speed>-1</speed></averageVehicleSpeed>
                  </basicData></physicalQuantity>
                </siteMeasurements>
                """))
            .orElseThrow();
    assertThat(message.readings())
        .containsExactly(new RoadReading("S1", null, 30, 600, 1, at("2026-09-15T05:59:00Z")));
    assertThat(notices.listAll())
        .extracting(tally -> tally.code())
        .containsExactly("datex_values_unused");
  }

  @Test
  void sitesAndLocationsSayWhereTheyAre() {
    RoadMessage sites =
        read(payload(
                "MeasurementSiteTablePublication",
                """
                <measurementSiteTable id="t"><measurementSite id="S1" version="1">
                  <measurementSiteLocation xsi:type="PointLocation"><pointByCoordinates>
                    <bearing>90</bearing><pointCoordinates><latitude>45.1</latitude>
                    <longitude>7.7</longitude></pointCoordinates></pointByCoordinates>
                  </measurementSiteLocation></measurementSite></measurementSiteTable>
                """))
            .orElseThrow();
    assertThat(sites.places())
        .containsEntry("S1", new RoadPlace("", List.of(new GeoPoint(45.1, 7.7)), 90, false));
    RoadMessage locations =
        read(payload(
                "PredefinedLocationsPublication",
                "<predefinedLocationReference id='L1' version='1'><location>"
                    + WAY.replace("locationReference", "x")
                    + "</location></predefinedLocationReference>"))
            .orElseThrow();
    assertThat(locations.places().keySet()).containsExactly("L1");
  }

  /// 788 m (0.01° of longitude at 45.07°) in 71 s are 40 km/h.
  @Test
  void aTravelTimeAlongACourseIsASpeed() {
    RoadMessage message =
        read(payload(
                "ElaboratedDataPublication",
                "<elaboratedData><basicData xsi:type='TravelTimeData'><pertinentLocation>"
                    + WAY
                    + "</pertinentLocation><travelTime><duration>70.7</duration></travelTime>"
                    + "</basicData></elaboratedData>"))
            .orElseThrow();
    assertThat(message.readings().getFirst().kmh())
        .isCloseTo(40, org.assertj.core.data.Offset.offset(0.1));
  }

  @Test
  void nothingUnreadableIsThrown() {
    assertThat(read("<x")).isEmpty();
    assertThat(read("<d2:payload xmlns:d2='datex2'/>")).isEmpty();
    assertThat(read("<a>".repeat(100_000) + "</a>".repeat(100_000))).isEmpty();
    assertThat(DatexTraffic.read("datex", new byte[33 << 20], notices)).isEmpty();
    String bad = situation("Accident", WAY).replace("45.07 7.66", "45.07 east");
    assertThat(read(bad).orElseThrow().events()).isEmpty();
    String never = situation("Accident", WAY).replace("2026-09-15T06:00:00Z", "soon");
    assertThat(read(never).orElseThrow().events()).isEmpty();
  }

  private static byte[] published(String name) throws IOException {
    String data = System.getenv("TORET_DATA");
    assumeTrue(data != null, "TORET_DATA names no folder");
    Path file = Path.of(data, "formats", "datex2", name);
    assumeTrue(Files.exists(file), "TORET_DATA names no folder with " + file);
    return Files.readAllBytes(file);
  }

  /// Of eleven records two are closures of carriageways, of which one has no coordinates, two
  /// limits of 70 km/h; a road closed to vehicles above 4.5 m and two diversions are not for cars.
  @Test
  void thePublishedSituationsAreUnderstood() throws IOException {
    byte[] bytes = published("nl-situations.xml");
    assertThat(DatexTraffic.isTraffic(new String(bytes, 0, 4000, StandardCharsets.UTF_8))).isTrue();
    List<RoadEvent> events = DatexTraffic.read("nl", bytes, notices).orElseThrow().events();
    assertThat(events).filteredOn(e -> e.kind() == RoadEvent.Kind.CLOSURE).hasSize(1);
    assertThat(events)
        .filteredOn(e -> e.kind() == RoadEvent.Kind.SPEED_LIMIT)
        .hasSize(2)
        .allSatisfy(e -> assertThat(e.kmh()).isEqualTo(70));
    assertThat(notices.listAll())
        .extracting(tally -> tally.code() + tally.examples().getFirst().args())
        .containsExactlyInAnyOrder("datex_events_nowhere[1, 11]", "datex_events_for_others[3, 11]");
  }

  @Test
  void theOtherPublishedFilesAreUnderstood() throws IOException {
    RoadMessage obstruction =
        DatexTraffic.read("nl", published("nl-srti.xml"), notices).orElseThrow();
    assertThat(obstruction.events().getFirst().kind()).isEqualTo(RoadEvent.Kind.OBSTRUCTION);
    // Finnish roadworks (version 2) are told by a table of places alone
    RoadMessage works =
        DatexTraffic.read("fi", published("fi-roadworks.xml"), notices).orElseThrow();
    assertThat(works.events()).isEmpty();
    assertThat(notices.listAll())
        .extracting(tally -> tally.code())
        .contains("datex_events_nowhere");
  }
}
