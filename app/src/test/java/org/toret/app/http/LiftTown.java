package org.toret.app.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.toret.app.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A town with lifts.
///
/// ```
///   metro  P1 ──4 min── Q1 ──4 min── R1 ──4 min── U1 ──4 min── W1     every 10 min
///   bus    PB ─12 min── QB ─12 min── RB ─12 min── UB ─12 min── WB     every 10 min
/// ```
///
/// Stations PS, QS … hold platform and bus stop. Inside QS a lift and stairs lead to Q1; inside US
/// a lift, and an escalator up from U1; inside WS a lift and escalators both ways. Of PS and RS no
/// ways are published. TS, where nothing stops, has two lifts.
final class LiftTown {

  private LiftTown() {}

  /// Serves the town on 15 September 2026 at eight.
  ///
  /// @param folder gets its feed
  static TestServer serve(Path folder, Path state) throws IOException {
    write(folder.resolve("town.zip"));
    return TestServer.start(Optional.of(folder), state, "2026-09-15T08:00+02:00");
  }

  /// Tells a server of a lift.
  static JsonNode send(TestServer server, String message) {
    return new JsonMapper()
        .readTree(server.tell("lifts", message.getBytes(StandardCharsets.UTF_8)).body());
  }

  static String lift(String status, String kind, String stop, String period) {
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
      run(trips, times, "m", minute, 4, "P1", "Q1", "R1", "U1", "W1");
      run(trips, times, "b", minute, 12, "PB", "QB", "RB", "UB", "WB");
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
        7,UE,U1,5,1,30
        8,U1,UE,4,0,20
        9,WE,W1,5,1,30
        10,W1,WE,4,0,20
        11,WE,W1,4,0,20
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
    String names = "PQRTUW";
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
