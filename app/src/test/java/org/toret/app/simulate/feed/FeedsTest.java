package org.toret.app.simulate.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.transit.realtime.GtfsRealtime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.simulate.DemoTown;
import org.toret.app.simulate.Simulation;
import org.toret.app.simulate.StationNow;
import org.toret.base.notice.Notices;
import org.toret.base.xml.XmlElement;
import org.toret.feeds.fivet.FiveT;
import org.toret.feeds.gbfs.GbfsImport;
import org.toret.feeds.gbfs.GbfsStatus;
import org.toret.feeds.gtfsrt.FeedMessage;
import org.toret.feeds.gtfsrt.LiveChanges;
import org.toret.feeds.gtfsrt.RealtimeReader;
import org.toret.feeds.parking.ParkingJson;
import org.toret.network.City;
import org.toret.network.overlay.ExtraStops;
import org.toret.network.overlay.ExtraStops.ExtraStop;
import org.toret.network.overlay.LiveOverlay;
import org.toret.network.parking.ParkingState;
import org.toret.network.sharing.Availability;
import org.toret.network.sharing.AvailabilityBuilder;
import org.toret.network.sharing.SharingBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is told is read back by the readers of the project, and by others, without a complaint.
@Tag("SI-02")
final class FeedsTest {

  private static final Set<RealtimeFeed.Part> ALL = EnumSet.allOf(RealtimeFeed.Part.class);

  @TempDir Path folder;
  private final City city = DemoTown.city();
  private final Simulation simulation = new Simulation(DemoTown.engine(), 1);

  @Test
  void everyRunToldIsFoundInTheTimetable() {
    Notices notices = new Notices();
    for (int feed = 0; feed < 2; feed++) {
      String id = city.timetable().feeds().ids().get(feed);
      for (String clock : List.of("00:20", "04:50", "08:15", "12:00", "18:30", "23:30")) {
        long at = DemoTown.at(clock);
        byte[] bytes = new RealtimeFeed(simulation, feed).at(at, ALL).toByteArray();
        FeedMessage message =
            RealtimeReader.read(id, bytes, RealtimeReader.Limits.STANDARD, notices).orElseThrow();
        City more = ExtraStops.with(city, stops(id, message));
        LiveOverlay overlay = new LiveOverlay(more.timetable());
        overlay.update(LiveChanges.of("simulated", id, message, at), notices);
        assertThat(message.tripUpdates())
            .filteredOn(update -> update.trip().modified().isEmpty())
            .hasSameSizeAs(simulation.runs(feed, at));
        assertThat(message.vehiclePositions()).hasSameSizeAs(simulation.vehicles(feed, at));
      }
    }
    assertThat(notices.listAll()).isEmpty();
  }

  private static List<ExtraStop> stops(String feed, FeedMessage message) {
    return message.stops().stream()
        .map(stop ->
            new ExtraStop(feed, stop.stopId(), "", "", "", stop.point().orElseThrow(), "", "", 0))
        .toList();
  }

  /// By the bindings alone: what the specification asks of every message.
  @Test
  void messagesKeepToTheSpecification() throws IOException {
    long at = DemoTown.at("17:45");
    int skipped = 0;
    int cancelled = 0;
    for (int seed = 0; seed < 4; seed++) {
      byte[] bytes =
          new RealtimeFeed(new Simulation(DemoTown.engine(), seed), 0).at(at, ALL).toByteArray();
      GtfsRealtime.FeedMessage message = GtfsRealtime.FeedMessage.parseFrom(bytes);
      assertThat(message.isInitialized()).isTrue();
      assertThat(message.getUnknownFields().asMap()).isEmpty();
      assertThat(message.getHeader().getTimestamp()).isEqualTo(at);
      Set<String> ids = new HashSet<>();
      for (GtfsRealtime.FeedEntity entity : message.getEntityList()) {
        assertThat(ids.add(entity.getId())).as(entity.getId()).isTrue();
        if (entity.hasTripUpdate()) {
          skipped += calls(entity.getTripUpdate(), at);
          cancelled +=
              entity.getTripUpdate().getTrip().getScheduleRelationship()
                      == GtfsRealtime.TripDescriptor.ScheduleRelationship.CANCELED
                  ? 1
                  : 0;
        } else if (entity.hasVehicle()) {
          assertThat(entity.getVehicle().getPosition().getBearing()).isBetween(0f, 360f);
          assertThat(entity.getVehicle().getTimestamp()).isEqualTo(at);
        } else if (entity.hasAlert()) {
          assertThat(entity.getAlert().getInformedEntityCount()).isPositive();
          assertThat(entity.getAlert().getHeaderText().getTranslationList())
              .extracting(GtfsRealtime.TranslatedString.Translation::getLanguage)
              .containsExactly("it", "en");
        }
      }
    }
    assertThat(skipped).isPositive();
    assertThat(cancelled).isPositive();
  }

  /// Sequences and times grow; what is still to come is not foreseen for a time that is over.
  private static int calls(GtfsRealtime.TripUpdate update, long at) {
    int skipped = 0;
    long time = 0;
    int sequence = -1;
    for (int i = 0; i < update.getStopTimeUpdateCount(); i++) {
      var call = update.getStopTimeUpdate(i);
      assertThat(call.getStopSequence()).isGreaterThan(sequence);
      sequence = call.getStopSequence();
      if (call.hasArrival()) {
        assertThat(call.getArrival().getTime()).isGreaterThanOrEqualTo(time);
        assertThat(call.getDeparture().getTime())
            .isGreaterThanOrEqualTo(call.getArrival().getTime());
        time = call.getDeparture().getTime();
        assertThat(i == 0 || time > at).isTrue();
      } else {
        skipped++;
      }
    }
    return skipped;
  }

  @Test
  void sharedBicyclesAreReadBack() throws IOException {
    long at = DemoTown.at("09:00");
    GbfsFeed feed = new GbfsFeed(simulation, 0);
    Files.write(folder.resolve("gbfs.json"), feed.directory(at, "https://example.org/"));
    for (String file : feed.files()) {
      Files.write(folder.resolve(file + ".json"), feed.file(file, at));
    }
    Notices notices = new Notices();
    String id = city.sharing().systems().ids().get(0);
    SharingBuilder again = new SharingBuilder();
    GbfsImport.read(id, folder, again, notices);
    var sharing = again.build();
    assertThat(sharing.stations())
        .usingRecursiveComparison()
        .ignoringFields("regions")
        .isEqualTo(city.sharing().stations());
    assertThat(sharing.types()).usingRecursiveComparison().isEqualTo(city.sharing().types());
    assertThat(sharing.plans()).usingRecursiveComparison().isEqualTo(city.sharing().plans());
    AvailabilityBuilder told = new AvailabilityBuilder(city.sharing());
    GbfsStatus.read(folder, city.sharing(), 0, told, notices);
    Availability now = told.build();
    assertThat(notices.listAll()).isEmpty();
    assertThat(now.atEpochSeconds()[0]).isEqualTo(at);
    for (StationNow station : simulation.stations(0, at)) {
      assertThat(now.docks()[station.station()]).isEqualTo(station.docks());
      int[] types = simulation.stationTypes(0);
      for (int i = 0; i < types.length; i++) {
        assertThat(now.vehicles(station.station(), types[i])).isEqualTo(station.byType()[i]);
      }
    }
  }

  /// What GBFS 3.0 requires of each file, field by field, as the specification lists it.
  @Test
  void filesHaveWhatGbfsRequires() {
    long at = DemoTown.at("09:00");
    GbfsFeed feed = new GbfsFeed(simulation, 0);
    JsonNode directory = json(feed.directory(at, "https://example.org/x/"));
    require(directory, "last_updated", "ttl", "version", "data");
    assertThat(directory.path("version").asString()).isEqualTo("3.0");
    assertThat(directory.path("last_updated").asString())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    assertThat(directory.at("/data/feeds").findValuesAsString("name"))
        .containsExactlyElementsOf(feed.files());
    require(
        json(feed.file("system_information", at)).path("data"),
        "system_id",
        "languages",
        "name",
        "opening_hours",
        "feed_contact_email",
        "timezone");
    each(
        feed,
        at,
        "vehicle_types",
        "vehicle_types",
        "vehicle_type_id",
        "form_factor",
        "propulsion_type");
    each(feed, at, "station_information", "stations", "station_id", "name", "lat", "lon");
    each(
        feed,
        at,
        "station_status",
        "stations",
        "station_id",
        "num_vehicles_available",
        "vehicle_types_available",
        "is_installed",
        "is_renting",
        "is_returning",
        "last_reported");
    each(
        feed,
        at,
        "system_pricing_plans",
        "plans",
        "plan_id",
        "name",
        "currency",
        "price",
        "is_taxable",
        "description");
    JsonNode name = json(feed.file("station_information", at)).at("/data/stations/0/name/0");
    require(name, "text", "language");
  }

  private static void each(GbfsFeed feed, long at, String file, String list, String... fields) {
    JsonNode entries = json(feed.file(file, at)).path("data").path(list);
    assertThat(entries.size()).as(file).isPositive();
    entries.forEach(entry -> require(entry, fields));
  }

  private static void require(JsonNode node, String... fields) {
    for (String field : fields) {
      assertThat(node.has(field)).as("%s in %s", field, node).isTrue();
    }
  }

  private static JsonNode json(byte[] bytes) {
    return JsonMapper.shared().readTree(bytes);
  }

  @Test
  void carParksAreReadBackFromBothForms() throws IOException {
    long at = DemoTown.at("11:00");
    String id = simulation.parkingFeeds().getFirst();
    ParkingFeed feed = new ParkingFeed(simulation, id);
    Path json = Files.write(folder.resolve("parking.json"), feed.json(at));
    Path xml = Files.write(folder.resolve("pk.xml"), feed.fiveT(at));
    assertThat(ParkingJson.isParking(Files.readString(json))).isTrue();
    Notices notices = new Notices();
    List<ParkingState.News> fromJson = ParkingJson.state(id, json, city.parking(), notices);
    List<ParkingState.News> fromXml = FiveT.state(id, xml, city.parking(), notices);
    assertThat(notices.listAll()).isEmpty();
    assertThat(fromJson).isEqualTo(fromXml).hasSize(15);
    for (ParkingState.News news : fromJson) {
      assertThat(news.free()).isEqualTo(simulation.freePlaces(news.park(), at));
      assertThat(news.atEpochSecond()).isEqualTo(at);
    }
  }

  @Test
  void detectorsAreToldLikeThoseOf5T() throws IOException {
    long at = DemoTown.at("08:03");
    byte[] bytes = new TrafficFeed(simulation).fiveT(at);
    XmlElement root = XmlElement.read(new ByteArrayInputStream(bytes));
    assertThat(root.attribute("end_time")).isEqualTo("2026-09-15T06:00:00Z");
    assertThat(root.attribute("start_time")).isEqualTo("2026-09-15T05:55:00Z");
    List<String> told = new ArrayList<>();
    for (XmlElement detector : root.children("FDT_data")) {
      XmlElement flow = detector.child("speedflow").orElseThrow();
      assertThat(Double.parseDouble(flow.attribute("speed"))).isBetween(3.0, 130.0);
      assertThat(Integer.parseInt(flow.attribute("flow"))).isPositive();
      told.add(detector.attribute("lcd1"));
    }
    assertThat(told).hasSameSizeAs(simulation.traffic(at)).doesNotHaveDuplicates();
  }

  @Test
  @Tag("SI-01")
  void theSameSeedIsTheSameDayInAnyOrderAndAnotherIsAnother() {
    RealtimeFeed one = new RealtimeFeed(new Simulation(DemoTown.engine(), 5), 0);
    byte[] morning = one.at(DemoTown.at("08:00"), ALL).toByteArray();
    byte[] evening = one.at(DemoTown.at("18:00"), ALL).toByteArray();
    RealtimeFeed again = new RealtimeFeed(new Simulation(DemoTown.engine(), 5), 0);
    assertThat(again.at(DemoTown.at("18:00"), ALL).toByteArray()).isEqualTo(evening);
    assertThat(again.at(DemoTown.at("08:00"), ALL).toByteArray()).isEqualTo(morning);
    RealtimeFeed other = new RealtimeFeed(new Simulation(DemoTown.engine(), 6), 0);
    assertThat(other.at(DemoTown.at("08:00"), ALL).toByteArray()).isNotEqualTo(morning);
  }
}
