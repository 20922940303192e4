package org.toret.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.transit.realtime.GtfsRealtime;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TinyCity;
import org.toret.app.answer.LiveViews.SourceView;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.LiveSource;
import org.toret.app.texts.Texts;
import org.toret.network.overlay.LiveTimetable;

/// Two sources over real connections: one is well, the other one falls ill in every way we know of.
/// What it said holds, it is told why it is not heard, the other one notices nothing, and it
/// recovers by itself.
@Tag("RT-18")
final class LiveFaultTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 9, 15);
  private static final Fetch.Terms TERMS = new Fetch.Terms(Duration.ofMillis(700), 1 << 20);

  @TempDir Path temporary;
  private final MovingClock clock = new MovingClock(Instant.parse("2026-09-15T06:00:00Z"));
  private final CityHolder holder = new CityHolder();
  private final LiveDesk desk = new LiveDesk(holder, clock);
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(1);
  private final Map<String, Poll> polls = new HashMap<>();
  private HttpServer server;
  private volatile Answer bad = exchange -> send(exchange, 200, message("there4", 600));

  /// What the ill source answers.
  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  @BeforeEach
  void start() throws IOException, InterruptedException {
    TinyCity.write(temporary.resolve("data"), 20);
    TinyCity.open(temporary, holder, clock);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/good", exchange -> send(exchange, 200, message("there6", 120)));
    server.createContext("/bad", exchange -> bad.to(exchange));
    server.start();
    String root = "http://localhost:" + server.getAddress().getPort();
    expect("good", URI.create(root + "/good"));
    expect("bad", URI.create(root + "/bad"));
    ask("good");
    ask("bad");
    assertThat(late("there6")).isEqualTo(120);
    assertThat(late("there4")).isEqualTo(600);
  }

  @AfterEach
  void stop() {
    server.stop(0);
    executor.shutdownNow();
    client.close();
  }

  private void expect(String source, URI address) {
    desk.expect(source, address.toString());
    Fetch fetch = new Fetch(client, TERMS);
    polls.put(source, new Poll(source, address, 20, desk, LiveLog.local(desk), fetch, executor));
  }

  private void ask(String source) throws InterruptedException {
    Poll poll = polls.get(source);
    assertThat(poll).isNotNull();
    if (poll != null) {
      poll.ask();
    }
  }

  private byte[] message(String trip, int late) {
    return message(trip, late, clock.instant().getEpochSecond());
  }

  private static byte[] message(String trip, int late, long at) {
    GtfsRealtime.FeedMessage.Builder message = header(at);
    add(message, trip, late);
    return message.build().toByteArray();
  }

  private static GtfsRealtime.FeedMessage.Builder header(long at) {
    return GtfsRealtime.FeedMessage.newBuilder()
        .setHeader(
            GtfsRealtime.FeedHeader.newBuilder().setGtfsRealtimeVersion("2.0").setTimestamp(at));
  }

  private static void add(GtfsRealtime.FeedMessage.Builder message, String trip, int late) {
    message
        .addEntityBuilder()
        .setId("e" + message.getEntityCount())
        .setTripUpdate(
            GtfsRealtime.TripUpdate.newBuilder()
                .setTrip(
                    GtfsRealtime.TripDescriptor.newBuilder()
                        .setTripId(trip)
                        .setStartDate("20260915"))
                .addStopTimeUpdate(
                    GtfsRealtime.TripUpdate.StopTimeUpdate.newBuilder()
                        .setStopSequence(0)
                        .setDeparture(
                            GtfsRealtime.TripUpdate.StopTimeEvent.newBuilder().setDelay(late))));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private LiveSource source(String id) {
    return desk.sources().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  /// Seconds that a trip is late on the city shown.
  private int late(String trip) {
    LiveTimetable live = holder.get().engine().live();
    int published = holder.get().directory().findTrip("tiny:" + trip).orElseThrow();
    int row = live.tripOn(published, TODAY);
    return departure(live, row) - departure(live, published);
  }

  private static int departure(LiveTimetable live, int trip) {
    var patterns = live.timetable().patterns();
    int pattern = live.timetable().trips().patterns()[trip];
    return patterns.departure(patterns.timeOffset(pattern, trip));
  }

  /// The bad source answers so: the reason is told, what was said holds, and it recovers.
  private void fallsIll(Answer answer, String code, String english) throws InterruptedException {
    Answer well = bad;
    LiveSource before = source("bad");
    clock.pass(Duration.ofSeconds(20));
    bad = answer;
    ask("bad");
    LiveSource ill = source("bad");
    assertThat(ill.reason()).isEqualTo(code);
    assertThat(ill.failures()).isEqualTo(1);
    assertThat(ill.state()).isEqualTo(LiveSource.State.FRESH);
    assertThat(ill.at()).as("its age goes on").isEqualTo(before.at());
    SourceView view = SourceView.of(ill, ZoneOffset.UTC, Texts.load(), Locale.ENGLISH);
    assertThat(view.reason()).contains(english).doesNotContain("null");
    assertThat(late("there4")).as("what it said holds").isEqualTo(600);
    ask("good");
    assertThat(source("good").failures()).isZero();
    assertThat(source("good").at()).isEqualTo(clock.instant());
    assertThat(late("there6")).isEqualTo(120);
    bad = well;
    ask("bad");
    assertThat(source("bad").failures()).isZero();
    assertThat(source("bad").reason()).isEmpty();
    assertThat(source("bad").at()).isEqualTo(clock.instant());
  }

  @Test
  void answersThatAreNone() throws InterruptedException {
    fallsIll(exchange -> send(exchange, 500, new byte[0]), "live_status", "HTTP 500");
    fallsIll(exchange -> send(exchange, 404, new byte[0]), "live_status", "HTTP 404");
    fallsIll(exchange -> exchange.close(), "live_unreachable", "no answer");
    fallsIll(
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/bad");
          send(exchange, 302, new byte[0]);
        },
        "live_status",
        "HTTP 302");
  }

  @Test
  void nobodyListens() throws InterruptedException {
    int port = server.getAddress().getPort();
    clock.pass(Duration.ofSeconds(20));
    server.stop(0);
    ask("bad");
    assertThat(source("bad").reason()).isEqualTo("live_refused");
    assertThat(source("bad").detail()).isEqualTo("localhost:" + port);
    SourceView view = SourceView.of(source("bad"), ZoneOffset.UTC, Texts.load(), Locale.ITALIAN);
    assertThat(view.reason()).isEqualTo("localhost:" + port + " rifiuta la connessione");
    assertThat(late("there4")).isEqualTo(600);
  }

  @Test
  void answersWithoutEnd() throws InterruptedException {
    fallsIll(exchange -> sleep(3_000), "live_slow", "no whole answer within 1 s");
    fallsIll(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          for (byte one : message("there4", 60)) {
            out.write(one);
            out.flush();
            sleep(100);
          }
        },
        "live_slow",
        "no whole answer within 1 s");
  }

  @Test
  void answersThatAreTooMuch() throws InterruptedException {
    byte[] large = new byte[TERMS.bytes() + 1];
    fallsIll(exchange -> send(exchange, 200, large), "live_too_large", "larger than 1 MB");
    byte[] bomb = packed(new byte[200 << 20]);
    assertThat(bomb.length).isLessThan(TERMS.bytes());
    long before = used();
    fallsIll(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          send(exchange, 200, bomb);
        },
        "live_too_large",
        "larger than 1 MB");
    assertThat(used() - before).as("bytes kept of 200 MB").isLessThan(50L << 20);
  }

  @Test
  void packedAnswersAreRead() throws InterruptedException {
    bad =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          send(exchange, 200, packed(message("there4", 240)));
        };
    ask("bad");
    assertThat(late("there4")).isEqualTo(240);
  }

  @Test
  void bytesThatAreNoMessage() throws InterruptedException {
    byte[] html = "<html>maintenance</html>".getBytes(StandardCharsets.UTF_8);
    fallsIll(exchange -> send(exchange, 200, html), "gtfsrt_text", "looks like HTML");
    fallsIll(exchange -> send(exchange, 200, new byte[0]), "gtfsrt_empty", "is empty");
    byte[] random = new byte[5000];
    new java.util.Random(1).nextBytes(random);
    fallsIll(exchange -> send(exchange, 200, random), "gtfsrt_unreadable", "beyond byte");
  }

  /// What is missing at its end would count as taken back.
  @Test
  void aMessageThatBreaksOffIsNotUsed() throws InterruptedException {
    fallsIll(
        exchange -> {
          GtfsRealtime.FeedMessage.Builder two = header(clock.instant().getEpochSecond());
          add(two, "there8", 300);
          add(two, "there4", 60);
          byte[] whole = two.build().toByteArray();
          send(exchange, 200, Arrays.copyOf(whole, whole.length - 3));
        },
        "live_truncated",
        "breaks off after 1 entity");
  }

  @Test
  void wrongIdsAndWrongClocks() throws InterruptedException {
    fallsIll(
        exchange -> send(exchange, 200, message("nobody", 60)), "live_no_feed", "nothing that");
    fallsIll(
        exchange ->
            send(exchange, 200, message("there4", 60, clock.instant().getEpochSecond() + 600)),
        "live_from_the_future",
        "in the future");
    fallsIll(
        exchange ->
            send(exchange, 200, message("there4", 60, clock.instant().getEpochSecond() - 90)),
        "live_backwards",
        "older");
  }

  @Test
  void tenTimesTheVolume() throws InterruptedException {
    bad =
        exchange -> {
          GtfsRealtime.FeedMessage.Builder many = header(clock.instant().getEpochSecond());
          for (int i = 0; i < 4000; i++) {
            add(many, i % 10 == 0 ? "there" + i / 10 % 20 : "unknown" + i, 60);
          }
          send(exchange, 200, many.build().toByteArray());
        };
    ask("bad");
    assertThat(source("bad").failures()).isZero();
    assertThat(late("there4")).isEqualTo(60);
    assertThat(holder.get().live().notices()).hasSizeLessThan(20);
  }

  @Test
  void whoRepeatsHimselfFallsSilentAfterFiveMinutes() throws InterruptedException {
    long made = clock.instant().getEpochSecond();
    bad = exchange -> send(exchange, 200, message("there4", 600, made));
    clock.pass(Duration.ofSeconds(300));
    ask("bad");
    desk.look();
    assertThat(source("bad").state()).isEqualTo(LiveSource.State.FRESH);
    assertThat(late("there4")).isEqualTo(600);
    clock.pass(Duration.ofSeconds(1));
    ask("good");
    desk.look();
    assertThat(source("bad").state()).isEqualTo(LiveSource.State.STALE);
    assertThat(source("bad").reason()).isEqualTo("live_stale");
    assertThat(late("there4")).as("the timetable holds").isZero();
    assertThat(late("there6")).as("the other one is heard").isEqualTo(120);
    ask("bad");
    assertThat(source("bad").state()).as("said again").isEqualTo(LiveSource.State.STALE);
    assertThat(late("there4")).isZero();
    bad = exchange -> send(exchange, 200, message("there4", 180));
    ask("bad");
    assertThat(source("bad").state()).isEqualTo(LiveSource.State.FRESH);
    assertThat(late("there4")).isEqualTo(180);
  }

  @Test
  void everySourceIsMeasured() throws InterruptedException {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    LiveMeter meter = new LiveMeter(desk, clock, meters);
    clock.pass(Duration.ofSeconds(30));
    ask("good");
    bad = exchange -> send(exchange, 503, new byte[0]);
    ask("bad");
    meter.refresh();
    assertThat(meters.scrape().lines())
        .contains(
            "toret_live_age_seconds{source=\"bad\"} 30.0",
            "toret_live_age_seconds{source=\"good\"} 0.0",
            "toret_live_state{source=\"bad\",state=\"fresh\"} 1.0",
            "toret_live_state{source=\"bad\",state=\"stale\"} 0.0",
            "toret_live_messages{source=\"good\"} 2.0",
            "toret_live_failures{source=\"bad\"} 1.0",
            "toret_live_told{source=\"good\",what=\"runs\"} 1.0",
            "toret_live_apply_seconds_count{source=\"good\"} 1")
        .anyMatch(line -> line.startsWith("toret_live_apply_seconds_bucket{source=\"good\",le="));
  }

  private static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
      packing.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
