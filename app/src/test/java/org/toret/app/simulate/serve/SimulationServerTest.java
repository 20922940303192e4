package org.toret.app.simulate.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.transit.realtime.GtfsRealtime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.LiveSource;
import org.toret.app.live.LiveDesk;
import org.toret.app.live.LiveLog;
import org.toret.app.simulate.DemoTown;
import org.toret.app.simulate.Simulation;
import tools.jackson.databind.json.JsonMapper;

/// The feeds over HTTP, and told to the desk of the same process.
final class SimulationServerTest {

  private static final Instant START = Instant.ofEpochSecond(DemoTown.at("17:30"));

  private final HandSetClock real = new HandSetClock();
  private final HttpClient client = HttpClient.newHttpClient();
  private SimulationServer server;

  /// Goes on when it is told to.
  private static final class HandSetClock extends Clock {

    private Instant now = Instant.parse("2030-01-01T00:00:00Z");

    void goOn(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @BeforeEach
  void start() throws IOException {
    Simulation simulation = new Simulation(DemoTown.engine(), 1);
    server =
        SimulationServer.start(simulation, new SimulationServer.Pace(real, START, 60, true), 0);
  }

  @AfterEach
  void stop() {
    server.close();
    client.close();
  }

  private HttpResponse<byte[]> get(String path, String tag) {
    try {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
      if (!tag.isEmpty()) {
        request.header("If-None-Match", tag);
      }
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Test
  @Tag("SI-03")
  void everyAddressOfTheIndexAnswers() {
    String index = new String(get("", "").body(), StandardCharsets.UTF_8);
    assertThat(server.paths())
        .contains(
            "gtfs-rt/gtt/trip-updates.pb",
            "gtfs-rt/sfm/vehicle-positions.pb",
            "gtfs-rt/gtt/alerts.pb",
            "gbfs/bici/station_status.json",
            "parking/parcheggi/pk.xml",
            "parking/parcheggi/datex.xml",
            "traffic/fdt.xml",
            "traffic/datex-sites.xml",
            "traffic/datex-measured.xml",
            "traffic/datex-situations.xml",
            "gtfs-rt/gtt/trip-modifications.pb");
    for (String path : server.paths()) {
      assertThat(index).contains("href=\"/" + path + "\"");
      assertThat(get(path, "").statusCode()).as(path).isEqualTo(200);
    }
    assertThat(get("elsewhere", "").statusCode()).isEqualTo(404);
  }

  @Test
  @Tag("SI-03")
  void gbfsNamesAddressesThatAnswer() {
    var feeds = JsonMapper.shared().readTree(get("gbfs/bici/gbfs.json", "").body());
    for (String url : feeds.findValuesAsString("url")) {
      assertThat(get(url.substring(server.url().length()), "").statusCode()).isEqualTo(200);
    }
  }

  @Test
  @Tag("SI-03")
  void whoKnowsTheTagIsToldThatNothingHasChanged() throws IOException {
    String path = "gtfs-rt/gtt/trip-updates.pb";
    // until somebody asks time stands
    real.goOn(Duration.ofMinutes(5));
    HttpResponse<byte[]> first = get(path, "");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> same = get(path, tag);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(told(first)).isEqualTo(START.getEpochSecond());
    // half a second is half a minute in this city
    real.goOn(Duration.ofMillis(500));
    HttpResponse<byte[]> later = get(path, tag);
    assertThat(later.statusCode()).isEqualTo(200);
    assertThat(told(later)).isEqualTo(START.getEpochSecond() + 30);
  }

  private static long told(HttpResponse<byte[]> response) throws IOException {
    return GtfsRealtime.FeedMessage.parseFrom(response.body()).getHeader().getTimestamp();
  }

  @Test
  @Tag("SI-04")
  void theDeskTakesWhatIsSimulatedInThisProcess() {
    CityHolder holder = new CityHolder();
    holder.swap(DemoTown.open());
    Clock clock = Clock.fixed(START, ZoneOffset.UTC);
    LiveDesk desk = new LiveDesk(holder, clock);
    try (InProcessSimulation life =
        new InProcessSimulation(holder, LiveLog.local(desk), clock, 1)) {
      life.tell();
    }
    assertThat(desk.sources())
        .extracting(LiveSource::id)
        .containsExactlyInAnyOrder(
            "simulated-gtt",
            "simulated-sfm",
            "bici/station_status",
            "parcheggi",
            "simulated-detectors",
            "simulated-traffic",
            "simulated-situations");
    assertThat(desk.sources()).allMatch(one -> one.state() == LiveSource.State.FRESH);
    assertThat(holder.get().live().notices()).isEmpty();
    assertThat(holder.get().live().timetableAt()).isEqualTo(START.getEpochSecond());
    assertThat(holder.get().live().vehicles().size()).isGreaterThan(100);
    assertThat(holder.get().live().alerts().list()).isNotEmpty();
    assertThat(holder.get().live().roadsAt()).isEqualTo(START.getEpochSecond());
    assertThat(holder.get().live().stock().sharing()).isNotNull();
    assertThat(holder.get().live().stock().parking()).isNotNull();
  }
}
