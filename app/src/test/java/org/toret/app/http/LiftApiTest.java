package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import org.toret.app.keep.OpenCity;
import org.toret.network.access.LiftOutage;
import org.toret.network.timetable.Timetable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A lift out of order, told while people who take no steps ask their way.
///
/// ```
///   metro  P1 ──4 min── Q1 ──4 min── R1     every 10 min
///   bus    PB ─12 min── QB ─12 min── RB     every 10 min
/// ```
///
/// Stations PS, QS and RS hold platform and bus stop. The ways inside QS are published: a lift and
/// stairs lead down to Q1.
@Tag("RT-34")
final class LiftApiTest {

  @TempDir static Path folder;
  @TempDir static Path state;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    write(folder.resolve("town.zip"));
    server = TestServer.start(Optional.of(folder), state, "2026-09-15T08:00+02:00");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whoTakesNoStepsIsLedRoundALiftThatIsOutUntilItWorksAgain() {
    assertThat(first("PS", "QS", "&wheelchair=true")).isEqualTo("metro");
    JsonNode source = send(lift("notAvailable", "StopPlaceRef", "QS", ""));
    assertThat(source.path("state").asString()).isEqualTo("fresh");
    assertThat(first("PS", "QS", "&wheelchair=true")).isEqualTo("bus");
    assertThat(first("PS", "QS", "&wheelchair=true&arriveBy=true")).isEqualTo("bus");
    assertThat(first("QS", "RS", "&wheelchair=true")).isEqualTo("bus");
    assertThat(first("PS", "RS", "&wheelchair=true")).as("passes below").isEqualTo("metro");
    assertThat(first("PS", "QS", "")).as("takes the stairs").isEqualTo("metro");
    assertThat(first("PS", "QS", "&wheelchair=true&live=false")).isEqualTo("metro");
    JsonNode leg = ride(plan("PS", "QS", ""));
    assertThat(leg.path("alerts").toString()).contains("Ascensore fermo");
    send(lift("available", "StopPlaceRef", "QS", ""));
    assertThat(first("PS", "QS", "&wheelchair=true")).isEqualTo("metro");
    assertThat(ride(plan("PS", "QS", "")).path("alerts").toString()).doesNotContain("Ascensore");
  }

  @Test
  void worksThatAreAnnouncedCloseAStationInTheirTimeAlone() {
    String later =
        """
        <ValidityPeriod><StartTime>2026-09-15T12:00:00+02:00</StartTime>
        <EndTime>2026-09-15T14:00:00+02:00</EndTime></ValidityPeriod>
        """;
    send(lift("notAvailable", "StopPlaceRef", "RS", later));
    assertThat(first("PS", "RS", "&wheelchair=true")).isEqualTo("metro");
    assertThat(first("PS", "RS", "&wheelchair=true&at=2026-09-15T12:30")).isEqualTo("bus");
    assertThat(first("PS", "RS", "&wheelchair=true&at=2026-09-15T14:30")).isEqualTo("metro");
    send(lift("available", "StopPlaceRef", "RS", ""));
  }

  @Test
  void theWaysInsideAStationTellWhichStopsALiftLeadsTo() {
    OpenCity city = server.refresh();
    assertThat(closed(city, "QS")).as("the bus stands at the kerb").isEqualTo("Q1 ");
    assertThat(closed(city, "QN")).as("the node below the lift").isEqualTo("Q1 ");
    assertThat(closed(city, "QE")).as("no lift begins at the entrance").isEmpty();
    assertThat(closed(city, "Q1")).isEqualTo("Q1 ");
    assertThat(closed(city, "RS")).as("no ways are told").isEqualTo("R1 ");
    assertThat(closed(city, "QB")).as("named itself").isEqualTo("QB ");
    assertThat(closed(city, "TS")).as("a second lift leads there").isEmpty();
    assertThat(closed(city, "TN")).isEmpty();
  }

  private static String closed(OpenCity city, String named) {
    Timetable timetable = city.timetable();
    BitSet places = new BitSet();
    places.set(city.directory().findStop("town:" + named).orElseThrow());
    StringBuilder out = new StringBuilder();
    LiftOutage.closed(timetable, places).stream()
        .forEach(stop -> out.append(timetable.stops().ids().get(stop).substring(5)).append(' '));
    return out.toString();
  }

  private static JsonNode plan(String from, String to, String more) {
    String at = more.contains("at=") ? "" : "&at=2026-09-15T08:00";
    String question = "api/v1/plan?modes=transit&from=town:%s&to=town:%s%s%s";
    return server.json(question.formatted(from, to, at, more));
  }

  /// The mode of what arrives first.
  private static String first(String from, String to, String more) {
    return ride(plan(from, to, more)).path("mode").asString();
  }

  private static JsonNode ride(JsonNode plan) {
    JsonNode best = null;
    String arrival = "";
    for (JsonNode way : plan.path("alternatives")) {
      String theirs = way.path("arrival").asString();
      for (JsonNode leg : way.path("legs")) {
        if (leg.has("trip") && (best == null || theirs.compareTo(arrival) < 0)) {
          best = leg;
          arrival = theirs;
        }
      }
    }
    if (best == null) {
      throw new AssertionError("nothing is ridden: " + plan);
    }
    return best;
  }

  private static JsonNode send(String message) {
    HttpRequest request =
        server
            .request("api/v1/live/lifts")
            .header("Authorization", "Bearer " + TestServer.TOKEN)
            .POST(HttpRequest.BodyPublishers.ofByteArray(message.getBytes(StandardCharsets.UTF_8)))
            .build();
    return new JsonMapper().readTree(server.send(request).body());
  }

  private static String lift(String status, String kind, String stop, String period) {
    return """
    <Siri xmlns="http://www.siri.org.uk/siri" version="2.1"><ServiceDelivery>
    <ResponseTimestamp>2026-09-15T08:00:00+02:00</ResponseTimestamp>
    <FacilityMonitoringDelivery><FacilityCondition><Facility><FacilityCode>L-%3$s</FacilityCode>
    <Description xml:lang="it">Ascensore fermo</Description><FacilityLocation>
    <%2$s>%3$s</%2$s></FacilityLocation></Facility><FacilityStatus>
    <Status>%1$s</Status></FacilityStatus>%4$s</FacilityCondition></FacilityMonitoringDelivery>
    </ServiceDelivery></Siri>
    """
        .formatted(status, kind, stop, period);
  }

  private static void write(Path file) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "agency.txt",
        "agency_id,agency_name,agency_url,agency_timezone,agency_lang\n"
            + "t,Town,https://example.org,Europe/Rome,it\n");
    files.put("stops.txt", stops());
    files.put(
        "routes.txt",
        "route_id,agency_id,route_short_name,route_long_name,route_type\n"
            + "m,t,M1,Metro,1\nb,t,5,Bus,3\n");
    files.put(
        "calendar.txt",
        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,"
            + "start_date,end_date\nd,1,1,1,1,1,1,1,20250101,20301231\n");
    StringBuilder trips = new StringBuilder("route_id,service_id,trip_id\n");
    StringBuilder times =
        new StringBuilder("trip_id,arrival_time,departure_time,stop_id,stop_sequence\n");
    for (int minute = 6 * 60; minute < 18 * 60; minute += 10) {
      run(trips, times, "m", minute, 4, "P1", "Q1", "R1");
      run(trips, times, "b", minute, 12, "PB", "QB", "RB");
    }
    files.put("trips.txt", trips.toString());
    files.put("stop_times.txt", times.toString());
    files.put(
        "pathways.txt",
        """
        pathway_id,from_stop_id,to_stop_id,pathway_mode,is_bidirectional,traversal_time
        1,QE,QN,1,1,10
        2,QN,Q1,5,1,30
        3,QN,Q1,2,1,20
        4,TE,TN,5,1,30
        5,TN,T1,1,1,10
        6,TF,T1,1,1,10
        """);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> entry : files.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
  }

  private static String stops() {
    StringBuilder out =
        new StringBuilder(
            "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station,"
                + "wheelchair_boarding\n");
    String names = "PQRT";
    for (int i = 0; i < names.length(); i++) {
      char name = names.charAt(i);
      double lat = 45 + 0.02 * i;
      out.append("%cS,%c,%.4f,7.6000,1,,1%n".formatted(name, name, lat));
      out.append("%c1,%c,%.4f,7.6001,0,%cS,1%n".formatted(name, name, lat, name));
      out.append("%cB,%c bus,%.4f,7.6003,0,%cS,1%n".formatted(name, name, lat, name));
      out.append("%cE,%c entrance,%.4f,7.6002,2,%cS,1%n".formatted(name, name, lat, name));
      out.append("%cF,%c other entrance,%.4f,7.6004,2,%cS,1%n".formatted(name, name, lat, name));
      out.append("%cN,%c hall,%.4f,7.6002,3,%cS,0%n".formatted(name, name, lat, name));
    }
    return out.toString().replace("\r", "");
  }

  private static void run(
      StringBuilder trips,
      StringBuilder times,
      String route,
      int minute,
      int ride,
      String... stops) {
    trips.append("%s,d,%s%d%n".formatted(route, route, minute));
    for (int call = 0; call < stops.length; call++) {
      int at = minute + ride * call;
      String time = "%02d:%02d:00".formatted(at / 60, at % 60);
      times.append("%s%d,%s,%s,%s,%d%n".formatted(route, minute, time, time, stops[call], call));
    }
  }
}
