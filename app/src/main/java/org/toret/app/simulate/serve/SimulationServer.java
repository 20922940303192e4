package org.toret.app.simulate.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.toret.app.simulate.Simulation;

/// Serves the feeds of a simulated city over HTTP. Each answer has an `ETag` and says when it was
/// made; who names the tag is told that nothing has changed (304). `/` lists the addresses.
public final class SimulationServer implements AutoCloseable {

  private final HttpServer server;
  private final FastClock clock;
  private final SortedMap<String, SimulatedFeed> feeds = new TreeMap<>();
  private final Map<String, Made> made = new ConcurrentHashMap<>();
  private final String heading;

  /// What a feed said last.
  private record Made(long at, byte[] bytes, String tag) {}

  private SimulationServer(
      HttpServer server, FastClock clock, List<SimulatedFeed> feeds, String heading) {
    this.server = server;
    this.clock = clock;
    feeds.forEach(feed -> this.feeds.put(feed.path(), feed));
    this.heading = heading;
  }

  /// How it lives.
  ///
  /// @param real the clock of this machine
  /// @param start what time it is in the city when the server starts
  /// @param speed seconds in the city for each real one
  /// @param waits whether time stands until somebody asks
  public record Pace(Clock real, Instant start, double speed, boolean waits) {}

  /// Starts listening; port 0 chooses a free one.
  ///
  /// @throws java.net.BindException where the port is taken
  public static SimulationServer start(Simulation simulation, Pace pace, int port)
      throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
    String address = "http://localhost:" + server.getAddress().getPort() + "/";
    FastClock clock = new FastClock(pace.real(), pace.start(), pace.speed());
    if (!pace.waits()) {
      clock.begin();
    }
    List<SimulatedFeed> feeds = SimulatedFeeds.of(simulation, address);
    SimulationServer running =
        new SimulationServer(server, clock, feeds, simulation.city().info().name());
    server.createContext("/", running::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return running;
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  /// The addresses of all feeds, without the host, in order.
  public List<String> paths() {
    return List.copyOf(feeds.keySet());
  }

  /// What time it is in the city.
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      clock.begin();
      String path = exchange.getRequestURI().getPath().substring(1);
      SimulatedFeed feed = feeds.get(path);
      exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
      boolean reads = List.of("GET", "HEAD").contains(exchange.getRequestMethod());
      if (!reads) {
        exchange.sendResponseHeaders(405, -1);
      } else if (path.isEmpty()) {
        send(exchange, "text/html;charset=utf-8", index());
      } else if (feed == null) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        answer(exchange, feed);
      }
    }
  }

  private void answer(HttpExchange exchange, SimulatedFeed feed) throws IOException {
    long at = feed.published(clock.instant().getEpochSecond());
    Made now =
        made.compute(
            feed.path(),
            (path, before) -> before != null && before.at() == at ? before : make(feed, at));
    var headers = exchange.getResponseHeaders();
    headers.set("ETag", now.tag());
    headers.set("Cache-Control", "no-cache");
    headers.set(
        "Last-Modified",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.ofEpochSecond(at).atOffset(ZoneOffset.UTC)));
    String known = exchange.getRequestHeaders().getFirst("If-None-Match");
    if (known != null && (known.equals("*") || known.contains(now.tag()))) {
      exchange.sendResponseHeaders(304, -1);
    } else {
      send(exchange, feed.type(), now.bytes());
    }
  }

  private static void send(HttpExchange exchange, String type, byte[] bytes) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(200, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Made make(SimulatedFeed feed, long at) {
    byte[] bytes = feed.bytes().apply(at);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      String tag = "\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
      return new Made(at, bytes, tag);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private byte[] index() {
    StringBuilder out =
        new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">");
    out.append(
            "<meta name=\"viewport\" content=\"width=device-width\"><title>Toret simulate</title>")
        .append("<h1>")
        .append(escaped(heading))
        .append(": simulated feeds</h1><p>All of it is ")
        .append("invented. In the city it is now ")
        .append(clock.instant())
        .append(", ")
        .append(clock.speed())
        .append(" times as fast as real time.</p><ul>");
    feeds.forEach((path, feed) ->
        out.append("<li><a href=\"/")
            .append(escaped(path))
            .append("\">/")
            .append(escaped(path))
            .append("</a> ")
            .append(escaped(feed.title()))
            .append("</li>"));
    return out.append("</ul></html>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
