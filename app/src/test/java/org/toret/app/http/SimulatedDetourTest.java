package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.transit.realtime.GtfsRealtime;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import org.toret.app.simulate.Closure;
import org.toret.app.simulate.DetouredTrips;
import org.toret.app.simulate.EveryMetre;
import org.toret.app.simulate.Simulation;
import org.toret.app.simulate.closure.Instead;
import org.toret.app.simulate.closure.WayRound;
import org.toret.app.simulate.serve.SimulationServer;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.base.geo.Polyline;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import tools.jackson.databind.JsonNode;

/// One server simulates the day of the demo city, another reads its feeds over HTTP: buses are led
/// round a closed street.
@Tag("SI-06")
final class SimulatedDetourTest {

  private static final Instant NOW = Instant.parse("2026-09-15T06:00:00Z");

  @TempDir static Path state;
  private static TestServer server;
  private static SimulationServer simulated;
  private static Simulation simulation;
  private static DetouredTrips detour;
  private static WayRound way;
  private static Instead instead;

  @BeforeAll
  static void live() throws IOException {
    server = TestServer.start(Optional.empty(), state, "2026-09-15T08:00+02:00");
    simulation = new Simulation(server.keeper().holder().get().published(), 1);
    var pace = new SimulationServer.Pace(Clock.fixed(NOW, ZoneOffset.UTC), NOW, 1, false);
    simulated = SimulationServer.start(simulation, pace, 0);
    for (String path : simulated.paths()) {
      if (path.startsWith("gtfs-rt/") || path.startsWith("traffic/datex")) {
        server.desk().take(path, simulated.url() + path, fetch(path));
      }
    }
    detour =
        simulation.detours(0, NOW.getEpochSecond()).stream()
            .filter(one -> !one.stretches().getFirst().way().instead().isEmpty())
            .findFirst()
            .orElseThrow();
    way = detour.stretches().getFirst().way();
    instead = way.instead().getFirst();
  }

  @AfterAll
  static void stop() {
    simulated.close();
    server.close();
  }

  private static byte[] fetch(String path) throws IOException {
    try (InputStream in = URI.create(simulated.url() + path).toURL().openStream()) {
      return in.readAllBytes();
    }
  }

  private static Timetable timetable() {
    return simulation.city().timetable();
  }

  private static String stop(int call) {
    Patterns patterns = timetable().patterns();
    int node = patterns.nodes()[patterns.stopOffsets()[detour.pattern()] + call];
    return timetable().stops().ids().get(timetable().nodes().stops()[node]);
  }

  /// The id of the stop for a time, as the API calls it.
  private static String insteadId() {
    JsonNode near =
        server.json(
            "api/v1/stops?near=%f,%f&within=5"
                .formatted(instead.point().lat(), instead.point().lon()));
    for (JsonNode stop : near.path("stops")) {
      String published = stop(instead.call()).replaceFirst("^[^:]*:", "");
      if (stop.path("id").asString().contains(":instead-" + published)) {
        return stop.path("id").asString();
      }
    }
    throw new AssertionError("no stop at " + instead.point() + " in " + near);
  }

  @Test
  void theBindingsReadTheMessageAndTheRestStandsInFieldsSixToEight() throws IOException {
    byte[] bytes = fetch("gtfs-rt/gtt/trip-modifications.pb");
    GtfsRealtime.FeedMessage message = GtfsRealtime.FeedMessage.parseFrom(bytes);
    assertThat(message.isInitialized()).isTrue();
    assertThat(message.getHeader().getTimestamp()).isEqualTo(NOW.getEpochSecond());
    Set<Integer> fields = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (GtfsRealtime.FeedEntity entity : message.getEntityList()) {
      assertThat(ids.add(entity.getId())).isTrue();
      assertThat(entity.getUnknownFields().asMap()).hasSize(1);
      fields.addAll(entity.getUnknownFields().asMap().keySet());
    }
    assertThat(fields).containsExactlyInAnyOrder(6, 7, 8);
    assertThat(message.toByteArray())
        .isEqualTo(bytes)
        .isEqualTo(fetch("gtfs-rt/gtt/trip-modifications.pb"));
  }

  @Test
  void nothingIsWrongWithWhatIsTold() {
    assertThat(server.keeper().holder().get().live().notices()).isEmpty();
    for (JsonNode source : server.json("api/v1/feeds").path("live")) {
      assertThat(source.path("state").asString()).as("%s", source).isEqualTo("fresh");
      assertThat(source.path("failures").asInt()).as("%s", source).isZero();
    }
    int told = 0;
    for (JsonNode source : server.json("api/v1/feeds").path("live")) {
      told += source.at("/told/detours").asInt();
    }
    assertThat(told)
        .isEqualTo(
            simulation.detours(0, NOW.getEpochSecond()).size()
                + simulation.detours(1, NOW.getEpochSecond()).size());
  }

  private static List<GeoPoint> drive(WayRound round, boolean live) {
    GeoPoint from = round.line().getFirst();
    GeoPoint to = round.line().getLast();
    JsonNode answer =
        server.json(
            "api/v1/plan?from=%f,%f&to=%f,%f&modes=car&at=2026-09-15T08:10&live=%s"
                .formatted(from.lat(), from.lon(), to.lat(), to.lon(), live));
    for (JsonNode leg : answer.at("/alternatives/0/legs")) {
      if (leg.path("mode").asString().equals("car")) {
        return Polyline.decode(leg.path("polyline").asString());
      }
    }
    throw new AssertionError("no drive in " + answer);
  }

  /// From the calls before closed streets to those behind them.
  @Test
  void carsDriveRoundClosedStreetsToo() {
    int led = 0;
    for (Closure closure : simulation.closures(NOW.getEpochSecond())) {
      List<GeoPoint> block = closure.block().line();
      GeoPoint a = block.get(block.size() / 2 - 1);
      GeoPoint b = block.get(block.size() / 2);
      GeoPoint middle = new GeoPoint((a.lat() + b.lat()) / 2, (a.lon() + b.lon()) / 2);
      for (DetouredTrips one : simulation.detours(0, NOW.getEpochSecond())) {
        for (DetouredTrips.Stretch stretch : one.stretches()) {
          boolean own = stretch.closure().equals(closure.id());
          if (own && EveryMetre.apart(drive(stretch.way(), false), middle) < 3) {
            led++;
            assertThat(EveryMetre.apart(drive(stretch.way(), true), middle)).isGreaterThan(5);
          }
        }
      }
    }
    assertThat(led).isPositive();
  }

  @Test
  @Tag("SI-07")
  void theSameDetectorsInTwoFormsChangeNothing() throws IOException {
    var roads = server.keeper().holder().get().live().roads();
    var before = java.util.Objects.requireNonNull(roads).ratios();
    assertThat(before.size()).isGreaterThan(300);
    server.desk().take("traffic/fdt.xml", "5t", fetch("traffic/fdt.xml"));
    var after = server.keeper().holder().get().live().roads();
    assertThat(java.util.Objects.requireNonNull(after).ratios()).isEqualTo(before);
    assertThat(server.keeper().holder().get().live().notices()).isEmpty();
  }

  @Test
  void theBusCallsAtTheStopInsteadAndNotAtTheClosedOne() {
    Set<String> led = new HashSet<>();
    detour.trips().forEach(trip -> led.add(timetable().trips().ids().get(trip)));
    JsonNode closed = server.json("api/v1/departures?stop=" + stop(instead.call()));
    assertThat(closed.path("departures"))
        .filteredOn(one -> led.contains(one.path("trip").asString()))
        .isNotEmpty()
        .allMatch(one -> Set.of("skipped", "canceled").contains(one.path("live").asString()));
    JsonNode there = server.json("api/v1/departures?stop=" + insteadId()).path("departures");
    assertThat(there).isNotEmpty();
    assertThat(there)
        .allMatch(one -> led.contains(one.path("trip").asString()))
        .allMatch(one -> one.path("live").asString().equals("detoured"));
    assertThat(there.get(0).at("/stop/name").asString())
        .endsWith(" (fermata provvisoria)")
        .startsWith(timetable().stops().names().get(stopIndex(instead.call())));
  }

  private static int stopIndex(int call) {
    Patterns patterns = timetable().patterns();
    return timetable()
        .nodes()
        .stops()[patterns.nodes()[patterns.stopOffsets()[detour.pattern()] + call]];
  }

  @Test
  void theTripIsLaterBehindTheStretchAndDrawnAlongTheWayRound() {
    for (int trip : detour.trips().subList(20, 24)) {
      String id = timetable().trips().ids().get(trip);
      JsonNode told =
          server.json("api/v1/trips/%s?date=2026-09-15".formatted(id.replace("#", "%23")));
      List<String> stops = new ArrayList<>();
      told.path("stops").forEach(call -> stops.add(call.path("stop").asString()));
      assertThat(stops)
          .containsSubsequence(stop(way.before()), insteadId(), stop(way.after()))
          .doesNotContain(stop(instead.call()));
      List<GeoPoint> line = Polyline.decode(told.path("polyline").asString());
      for (GeoPoint point : way.line()) {
        assertThat(line).anyMatch(drawn -> Distance.metres(drawn, point) < 3);
      }
    }
  }

  @Test
  void oneWalksToTheStopInsteadAndRidesFromThere() {
    GeoPoint end = timetable().stops().point(stopIndex(way.after() + 2));
    JsonNode answer =
        server.json(
            "api/v1/plan?from=%f,%f&to=%f,%f&modes=transit,walk&at=2026-09-15T08:10&maxTransfers=0&alternatives=0"
                .formatted(instead.point().lat(), instead.point().lon(), end.lat(), end.lon()));
    List<JsonNode> legs = new ArrayList<>();
    answer.path("alternatives").forEach(one -> one.path("legs").forEach(legs::add));
    assertThat(legs)
        .anyMatch(leg ->
            leg.at("/from/stop").asString("").equals(insteadId())
                && leg.path("live").asString("").equals("detoured"));
  }
}
