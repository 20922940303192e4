package org.toret.app.fuzz;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.transit.realtime.GtfsRealtime;
import java.util.List;
import org.toret.base.geo.GeoPoint;
import org.toret.base.geo.Polyline;

/// Small good messages of every live format, of things in [LiveTown] at eight o'clock.
final class LiveSeeds {

  /// When all of them were made.
  static final long AT = 1_789_452_000;

  private static final String SITUATION =
      """
      <d2:payload xmlns:d2="http://datex2.eu/schema/3/d2Payload"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="SituationPublication">
        <publicationTime>2026-09-15T08:00:00+02:00</publicationTime>
        <situation id="s"><situationRecord id="r" version="1"
            xsi:type="RoadOrCarriagewayOrLaneManagement">
          <situationRecordCreationTime>2026-09-15T07:00:00Z</situationRecordCreationTime>
          <situationRecordVersionTime>2026-09-15T07:00:00Z</situationRecordVersionTime>
          <validity><validityStatus>definedByValidityTimeSpec</validityStatus>
            <validityTimeSpecification>
              <overallStartTime>2026-09-15T07:00:00+02:00</overallStartTime>
              <overallEndTime>2026-09-15T12:00:00+02:00</overallEndTime>
              <validPeriod><startOfPeriod>2026-09-15T07:30:00+02:00</startOfPeriod>
              <endOfPeriod>2026-09-15T11:00:00+02:00</endOfPeriod><recurringTimePeriodOfDay>
              <startTimeOfPeriod>07:00:00</startTimeOfPeriod>
              <endTimeOfPeriod>10:00:00</endTimeOfPeriod></recurringTimePeriodOfDay>
              <recurringDayWeekMonthPeriod><applicableDay>tuesday</applicableDay>
              </recurringDayWeekMonthPeriod></validPeriod></validityTimeSpecification></validity>
          <generalPublicComment><comment><values><value lang="it">Lavori</value></values>
            </comment></generalPublicComment>
          <forVehiclesWithCharacteristicsOf><vehicleType>car</vehicleType>
          </forVehiclesWithCharacteristicsOf>
          <locationReference xsi:type="LinearLocation"><gmlLineString><posList>45.0000 7.6000
            45.0010 7.6009 45.0020 7.6018</posList></gmlLineString><bearing>40</bearing>
            <roadName><values><value>Via Po</value></values></roadName></locationReference>
          <roadOrCarriagewayOrLaneManagementType>roadClosed</roadOrCarriagewayOrLaneManagementType>
          <temporarySpeedLimit>30</temporarySpeedLimit>
        </situationRecord></situation>
      </d2:payload>
      """;

  private static final String MEASURED =
      """
      <d2:payload xmlns:d2="http://datex2.eu/schema/3/d2Payload"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="MeasuredDataPublication">
        <publicationTime>2026-09-15T06:00:00Z</publicationTime>
        <siteMeasurements><measurementSiteReference id="m1" version="1"/>
          <measurementTimeDefault><timeValue>2026-09-15T05:59:00Z</timeValue>
          </measurementTimeDefault>
          <physicalQuantity index="1"><basicData xsi:type="TrafficSpeed"><averageVehicleSpeed>
          <speed>23.5</speed></averageVehicleSpeed></basicData></physicalQuantity>
          <physicalQuantity index="2"><basicData xsi:type="TrafficFlow"><vehicleFlow>
          <vehicleFlowRate>480</vehicleFlowRate></vehicleFlow></basicData></physicalQuantity>
        </siteMeasurements>
        <elaboratedData><basicData><pertinentLocation><gmlLineString><posList>45.003 7.6027
          45.004 7.6036</posList></gmlLineString></pertinentLocation><travelTime>
          <duration>42</duration></travelTime></basicData></elaboratedData>
        <measurementSite id="m1" version="1"><measurementSiteLocation><pointByCoordinates>
          <bearing>40</bearing><pointCoordinates><latitude>45.0005</latitude>
          <longitude>7.60045</longitude></pointCoordinates></pointByCoordinates>
          </measurementSiteLocation></measurementSite>
      </d2:payload>
      """;

  static final String ZONE =
      """
      <d2:payload xmlns:d2="http://datex2.eu/schema/3/d2Payload"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <controlledZone id="z1"><name><values><value lang="it">Area C</value></values></name>
        <trafficRegulation><accessRestrictionType>noEntry</accessRestrictionType>
        <condition xsi:type="ConditionSet"><operator>and</operator>
          <conditions xsi:type="VehicleCondition"><vehicleCharacteristics><fuelType>diesel</fuelType>
          <emissions><emissionClassificationEuro>euro4</emissionClassificationEuro></emissions>
          <grossWeightCharacteristic><comparisonOperator>lessThan</comparisonOperator>
          <grossVehicleWeight>3.5</grossVehicleWeight></grossWeightCharacteristic>
          </vehicleCharacteristics></conditions>
          <conditions xsi:type="ValidityCondition"><validityByOrder><validityTimeSpecification>
          <overallStartTime>2026-01-01T00:00:00Z</overallStartTime><validPeriod>
          <recurringTimePeriodOfDay><startTimeOfPeriod>07:30:00</startTimeOfPeriod>
          <endTimeOfPeriod>19:30:00</endTimeOfPeriod></recurringTimePeriodOfDay>
          <applicableDay>monday</applicableDay></validPeriod></validityTimeSpecification>
          </validityByOrder></conditions></condition></trafficRegulation>
        <rates><rateLine><rateLineType>flatRate</rateLineType><value>5.00</value></rateLine>
        <applicableCurrency>EUR</applicableCurrency></rates>
        <area><posList>45.0 7.6 45.0 7.61 45.01 7.61 45.01 7.6 45.0 7.6</posList></area>
        </controlledZone>
      </d2:payload>
      """;

  private LiveSeeds() {}

  private static byte[] text(String text) {
    return Seeds.text(text);
  }

  private static byte[] siri(String delivery) {
    return text(
        """
        <Siri xmlns="http://www.siri.org.uk/siri" version="2.1"><ServiceDelivery>
        <ResponseTimestamp>2026-09-15T08:00:00+02:00</ResponseTimestamp>%s</ServiceDelivery></Siri>
        """
            .formatted(delivery));
  }

  /// Estimated timetables, vehicles, situations, facilities; XML and JSON.
  static List<byte[]> siri() {
    return List.of(estimated(), vehicles(), situations(), facilities(), lite());
  }

  private static byte[] estimated() {
    return siri(
        """
        <EstimatedTimetableDelivery><EstimatedJourneyVersionFrame><EstimatedVehicleJourney>
        <LineRef>IT:ITC1:Line:tiny:1</LineRef><DirectionRef>outbound</DirectionRef>
        <FramedVehicleJourneyRef><DataFrameRef>2026-09-15</DataFrameRef>
        <DatedVehicleJourneyRef>there4</DatedVehicleJourneyRef></FramedVehicleJourneyRef>
        <OriginAimedDepartureTime>2026-09-15T08:00:00+02:00</OriginAimedDepartureTime>
        <IsCompleteStopSequence>true</IsCompleteStopSequence><EstimatedCalls>
        <EstimatedCall><StopPointRef>A</StopPointRef><VisitNumber>1</VisitNumber><Order>1</Order>
        <AimedDepartureTime>2026-09-15T08:00:00+02:00</AimedDepartureTime>
        <ExpectedDepartureTime>2026-09-15T08:02:00+02:00</ExpectedDepartureTime></EstimatedCall>
        <EstimatedCall><StopPointRef>B</StopPointRef><Order>2</Order>
        <ExpectedArrivalTime>2026-09-15T08:12:00+02:00</ExpectedArrivalTime>
        <DepartureBoardingActivity>boarding</DepartureBoardingActivity></EstimatedCall>
        <EstimatedCall><StopPointRef>C</StopPointRef><Order>3</Order>
        <ExpectedArrivalTime>2026-09-15T08:22:00+02:00</ExpectedArrivalTime></EstimatedCall>
        </EstimatedCalls></EstimatedVehicleJourney><EstimatedVehicleJourney><LineRef>1</LineRef>
        <ExtraJourney>true</ExtraJourney><EstimatedVehicleJourneyCode>x1</EstimatedVehicleJourneyCode>
        <EstimatedCalls><EstimatedCall><StopPointRef>A</StopPointRef>
        <AimedDepartureTime>2026-09-15T08:05:00+02:00</AimedDepartureTime></EstimatedCall>
        <EstimatedCall><StopPointRef>C</StopPointRef>
        <AimedArrivalTime>2026-09-15T08:25:00+02:00</AimedArrivalTime></EstimatedCall>
        </EstimatedCalls></EstimatedVehicleJourney></EstimatedJourneyVersionFrame>
        </EstimatedTimetableDelivery>
        """);
  }

  private static byte[] vehicles() {
    return siri(
        """
        <VehicleMonitoringDelivery><VehicleActivity>
        <RecordedAtTime>2026-09-15T07:59:40+02:00</RecordedAtTime><MonitoredVehicleJourney>
        <LineRef>1</LineRef><VehicleJourneyRef>there3</VehicleJourneyRef>
        <VehicleLocation><Longitude>7.6</Longitude><Latitude>45.03</Latitude></VehicleLocation>
        <Bearing>0</Bearing><Delay>PT90S</Delay><VehicleRef>4711</VehicleRef>
        <Occupancy>seatsAvailable</Occupancy><MonitoredCall><StopPointRef>C</StopPointRef>
        <VehicleAtStop>false</VehicleAtStop></MonitoredCall></MonitoredVehicleJourney>
        </VehicleActivity></VehicleMonitoringDelivery>
        """);
  }

  private static byte[] situations() {
    return siri(
        """
        <SituationExchangeDelivery><Situations><PtSituationElement>
        <ParticipantRef>t</ParticipantRef><SituationNumber>1</SituationNumber>
        <Progress>open</Progress><ValidityPeriod><StartTime>2026-09-15T00:00:00Z</StartTime>
        <EndTime>2026-09-16T00:00:00Z</EndTime></ValidityPeriod><AlertCause>roadworks</AlertCause>
        <Severity>normal</Severity><Summary xml:lang="it">Lavori</Summary>
        <Description xml:lang="en">Works</Description><InfoLinks><InfoLink>
        <Uri>https://example.org</Uri></InfoLink></InfoLinks><Affects><Networks><AffectedNetwork>
        <AffectedLine><LineRef>1</LineRef></AffectedLine></AffectedNetwork></Networks><StopPoints>
        <AffectedStopPoint><StopPointRef>B</StopPointRef></AffectedStopPoint></StopPoints>
        <VehicleJourneys><AffectedVehicleJourney><VehicleJourneyRef>there5</VehicleJourneyRef>
        </AffectedVehicleJourney></VehicleJourneys></Affects></PtSituationElement></Situations>
        </SituationExchangeDelivery>
        """);
  }

  private static byte[] facilities() {
    return siri(
        """
        <FacilityMonitoringDelivery><FacilityCondition><Facility><FacilityCode>L4</FacilityCode>
        <Description xml:lang="it">Ascensore</Description><FacilityLocation>
        <StopPlaceRef>B</StopPlaceRef></FacilityLocation></Facility><FacilityStatus>
        <Status>notAvailable</Status></FacilityStatus><ValidityPeriod>
        <StartTime>2026-09-15T00:00:00Z</StartTime></ValidityPeriod></FacilityCondition>
        </FacilityMonitoringDelivery>
        """);
  }

  private static byte[] lite() {
    return text(
        """
        {"Siri":{"ServiceDelivery":{"ResponseTimestamp":"2026-09-15T08:00:00+02:00",
        "EstimatedTimetableDelivery":[{"EstimatedJourneyVersionFrame":[{"EstimatedVehicleJourney":[
        {"LineRef":{"value":"1"},"DirectionRef":"outbound","FramedVehicleJourneyRef":
        {"DataFrameRef":"2026-09-15","DatedVehicleJourneyRef":"there6"},"EstimatedCalls":
        {"EstimatedCall":[{"StopPointRef":"A","Order":1,
        "ExpectedDepartureTime":"2026-09-15T09:01:00+02:00"}]}}]}]}],
        "SituationExchangeDelivery":[{"Situations":{"PtSituationElement":[{"SituationNumber":"7",
        "Summary":[{"value":"Lift","lang":"en"}],"Affects":{"StopPoints":{"AffectedStopPoint":
        [{"StopPointRef":"B"}]}}}]}}]}}}
        """);
  }

  /// Car parks, detectors.
  static List<byte[]> fiveT() {
    return List.of(
        text(
            """
            <traffic_data xmlns="https://simone.5t.torino.it/ns/traffic_data.xsd"
                generation_time="2026-09-15T06:00:00Z" end_time="2026-09-15T06:00:00Z">
              <PK_data Name="ALFA" ID="p1" status="1" Total="123" Free="7" tendence="-1"
                  lat="45.001" lng="7.601"/>
            </traffic_data>
            """),
        text(
            """
            <traffic_data xmlns="https://simone.5t.torino.it/ns/traffic_data.xsd"
                generation_time="2026-09-15T06:00:00Z" end_time="2026-09-15T06:00:00Z">
              <FDT_data lcd1="40168" Road_LCD="1" Road_name="Via Po" offset="0"
                  direction="positive" lat="45.0005" lng="7.60045" accuracy="100" period="5">
                <speedflow flow="480.00" speed="23.5"/></FDT_data>
            </traffic_data>
            """));
  }

  /// Situations, measured data, car parks.
  static List<byte[]> datex() {
    return List.of(
        text(SITUATION),
        text(MEASURED),
        text(
            Seeds.PARKING_TABLE
                .replace("T08:00:00Z", "T06:00:00Z")
                .replace("T07:59:00Z", "T05:59:00Z")));
  }

  /// Car parks as ParkAPI has them.
  static List<byte[]> parking() {
    return List.of(
        text(LiveTown.PARKS),
        text(
            """
            {"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point",
            "coordinates":[7.601,45.001]},"properties":{"original_uid":"p1","capacity":80,
            "realtime_free_capacity":12,"realtime_data_updated_at":"2026-09-15T06:00:00Z"}}]}
            """));
  }

  /// Stations, vehicles, zones.
  static List<byte[]> gbfs() {
    return List.of(
        text(LiveTown.STATUS),
        text(LiveTown.STATIONS),
        gbfs(
            """
            "vehicles":[{"vehicle_id":"v1","lat":45.001,"lon":7.601,"is_reserved":false,
            "is_disabled":false,"vehicle_type_id":"bike","current_range_meters":5000}]
            """),
        gbfs(
            """
            "geofencing_zones":{"type":"FeatureCollection","features":[{"type":"Feature",
            "geometry":{"type":"MultiPolygon","coordinates":[[[[7.59,44.99],[7.61,44.99],
            [7.61,45.01],[7.59,45.01],[7.59,44.99]]]]},"properties":{"rules":
            [{"ride_start_allowed":false,"ride_end_allowed":false,"ride_through_allowed":true,
            "maximum_speed_kph":20}]}}]},"global_rules":[]
            """),
        text(
            """
            {"last_updated":1789452000,"ttl":60,"version":"2.3","data":{"bikes":[{"bike_id":"b",
            "lat":45.002,"lon":7.602,"is_reserved":0,"is_disabled":0}]}}
            """));
  }

  private static byte[] gbfs(String data) {
    return text(
        "{\"last_updated\":\"2026-09-15T06:00:00Z\",\"ttl\":60,\"version\":\"3.0\",\"data\":{"
            + data
            + "}}");
  }

  /// Trip updates, vehicles and alerts; a detour with a stop and a line of its own.
  static List<byte[]> realtime() {
    return List.of(updates(), detour());
  }

  private static GtfsRealtime.FeedMessage.Builder header() {
    GtfsRealtime.FeedMessage.Builder message = GtfsRealtime.FeedMessage.newBuilder();
    message.getHeaderBuilder().setGtfsRealtimeVersion("2.0").setTimestamp(AT);
    return message;
  }

  private static byte[] updates() {
    GtfsRealtime.FeedMessage.Builder message = header();
    var update = message.addEntityBuilder().setId("u").getTripUpdateBuilder().setDelay(60);
    update.getTripBuilder().setTripId("there4").setStartDate("20260915").setStartTime("08:00:00");
    update.addStopTimeUpdateBuilder().setStopSequence(1).getArrivalBuilder().setDelay(60);
    update.addStopTimeUpdateBuilder().setStopId("C").getDepartureBuilder().setTime(AT + 1800);
    var added = message.addEntityBuilder().setId("n").getTripUpdateBuilder();
    added
        .getTripBuilder()
        .setTripId("extra")
        .setRouteId("1")
        .setStartDate("20260915")
        .setScheduleRelationship(GtfsRealtime.TripDescriptor.ScheduleRelationship.ADDED);
    added.addStopTimeUpdateBuilder().setStopId("A").getDepartureBuilder().setTime(AT + 300);
    added.addStopTimeUpdateBuilder().setStopId("C").getArrivalBuilder().setTime(AT + 1500);
    var vehicle = message.addEntityBuilder().setId("v").getVehicleBuilder().setTimestamp(AT - 20);
    vehicle.getPositionBuilder().setLatitude(45.03f).setLongitude(7.6f).setBearing(0);
    vehicle.getVehicleBuilder().setId("4711").setLabel("3");
    vehicle.getTripBuilder().setTripId("there3").setStartDate("20260915");
    var alert = message.addEntityBuilder().setId("a").getAlertBuilder();
    alert.addActivePeriodBuilder().setStart(AT - 9000).setEnd(AT + 9000);
    alert.addInformedEntityBuilder().setRouteId("1");
    alert.getHeaderTextBuilder().addTranslationBuilder().setText("Deviazione").setLanguage("it");
    return message.build().toByteArray();
  }

  private static byte[] detour() {
    UnknownFieldSet.Builder trips = UnknownFieldSet.newBuilder();
    List.of("there4", "there5", "there6").forEach(trip -> add(trips, 1, trip));
    add(trips, 2, "way");
    UnknownFieldSet.Builder stretch = UnknownFieldSet.newBuilder();
    UnknownFieldSet.Builder selector = UnknownFieldSet.newBuilder();
    add(selector, 2, "B");
    add(stretch, 1, selector);
    add(stretch, 2, selector);
    add(stretch, 3, 120);
    UnknownFieldSet.Builder replacement = UnknownFieldSet.newBuilder();
    add(replacement, 1, 500);
    add(replacement, 2, "new");
    add(stretch, 4, replacement);
    UnknownFieldSet.Builder detour = UnknownFieldSet.newBuilder();
    add(detour, 1, trips);
    add(detour, 3, "20260915");
    add(detour, 4, stretch);
    UnknownFieldSet.Builder shape = UnknownFieldSet.newBuilder();
    add(shape, 1, "way");
    add(
        shape,
        2,
        Polyline.encode(
            List.of(new GeoPoint(45, 7.6), new GeoPoint(45.005, 7.605), new GeoPoint(45.04, 7.6))));
    UnknownFieldSet.Builder stop = UnknownFieldSet.newBuilder();
    add(stop, 1, "new");
    UnknownFieldSet.Builder name = UnknownFieldSet.newBuilder();
    UnknownFieldSet.Builder text = UnknownFieldSet.newBuilder();
    add(text, 1, "Provvisoria");
    add(name, 1, text);
    add(stop, 3, name);
    add(stop, 6, 45.005f);
    add(stop, 7, 7.605f);
    GtfsRealtime.FeedMessage.Builder message = header();
    message.addEntityBuilder().setId("s").setUnknownFields(field(6, shape));
    message.addEntityBuilder().setId("p").setUnknownFields(field(7, stop));
    message.addEntityBuilder().setId("d").setUnknownFields(field(8, detour));
    return message.build().toByteArray();
  }

  private static UnknownFieldSet field(int number, UnknownFieldSet.Builder value) {
    UnknownFieldSet.Builder set = UnknownFieldSet.newBuilder();
    add(set, number, value);
    return set.build();
  }

  private static void add(UnknownFieldSet.Builder to, int number, Object value) {
    UnknownFieldSet.Field.Builder field = UnknownFieldSet.Field.newBuilder();
    switch (value) {
      case Integer varint -> field.addVarint(varint);
      case Float real -> field.addFixed32(Float.floatToIntBits(real));
      case UnknownFieldSet.Builder message ->
          field.addLengthDelimited(message.clone().build().toByteString());
      default -> field.addLengthDelimited(ByteString.copyFromUtf8(value.toString()));
    }
    to.mergeField(number, field.build());
  }
}
