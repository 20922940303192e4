package org.toret.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import org.toret.app.TinyCity;
import org.toret.app.TinySharing;
import org.toret.app.keep.LiveSource;
import tools.jackson.databind.JsonNode;

/// An operator's server whose directory of files is followed.
@Tag("SH-07")
final class SharingPollTest {

  @TempDir Path temporary;

  private final Map<String, String> files = new ConcurrentHashMap<>();
  private final AtomicInteger unchanged = new AtomicInteger();

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = files.get(exchange.getRequestURI().getPath());
      if (body == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      String tag = "\"" + body.hashCode() + "\"";
      if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        unchanged.incrementAndGet();
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("ETag", tag);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String file(int ttl, String data) {
    return "{'last_updated':1789453500,'ttl':%d,'version':'2.3','data':%s}"
        .formatted(ttl, data)
        .replace('\'', '"');
  }

  private static String status(int bikes) {
    return file(
        45,
        "{'stations':[{'station_id':'a','num_bikes_available':%d,'num_docks_available':1}]}"
            .formatted(bikes));
  }

  @Test
  void itsFilesAreAskedForAndOneThatFailsHarmsNoOther() throws Exception {
    HttpServer operator =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    operator.createContext("/", this::answer);
    operator.start();
    files.put(
        "/gbfs.json",
        file(
            60,
            "{'it':{'feeds':[{'name':'station_status','url':'status.json'},"
                + "{'name':'free_bike_status','url':'/gone.json'},"
                + "{'name':'system_hours','url':'/hours.json'}]}}"));
    files.put("/status.json", status(8));
    Path data = temporary.resolve("data");
    TinyCity.write(data, 20);
    TinySharing.write(data.resolve("bikes"), "2.3");
    ScheduledExecutorService executor = Executors.newScheduledThreadPool(1);
    try (HttpClient client = HttpClient.newHttpClient();
        TestServer server =
            TestServer.start(
                Optional.of(data), temporary.resolve("state"), "2026-09-15T08:25+02:00")) {
      URI address =
          URI.create("http://localhost:" + operator.getAddress().getPort() + "/gbfs.json");
      server.desk().expect("bikes", address.toString());
      Fetch fetch = new Fetch(client, Fetch.Terms.STANDARD);
      new Poll("bikes", address, 20, server.desk(), LiveLog.local(server.desk()), fetch, executor)
          .run();
      await(server, "bikes/station_status", LiveSource.State.FRESH);
      await(server, "bikes/free_bike_status", LiveSource.State.FAILING);
      assertThat(find(server, "bikes").orElseThrow().told()).containsEntry("files", 3);
      assertThat(find(server, "bikes/system_hours")).as("not of now").isEmpty();
      JsonNode station = server.json("api/v1/sharing").path("stations").path(0);
      assertThat(station.path("vehicles").asInt()).isEqualTo(8);
      Poll status =
          new Poll(
              "again",
              address.resolve("/status.json"),
              20,
              server.desk(),
              LiveLog.local(server.desk()),
              fetch.alike(),
              executor);
      status.run();
      status.run();
      assertThat(unchanged).hasValue(1);
      assertThat(status.pauseSeconds()).as("its ttl").isEqualTo(45);
      files.remove("/status.json");
      status.run();
      assertThat(status.pauseSeconds()).isEqualTo(90);
    } finally {
      executor.shutdownNow();
      operator.stop(0);
    }
  }

  private static void await(TestServer server, String id, LiveSource.State state)
      throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (find(server, id).filter(source -> source.state() == state).isEmpty()) {
      assertThat(Instant.now()).as(id + " " + server.desk().sources()).isBefore(end);
      Thread.sleep(20);
    }
  }

  private static Optional<LiveSource> find(TestServer server, String id) {
    return server.desk().sources().stream().filter(source -> source.id().equals(id)).findFirst();
  }
}
