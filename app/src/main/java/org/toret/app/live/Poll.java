package org.toret.app.live;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.toret.feeds.gbfs.GbfsMessage;
import org.toret.feeds.gtfsrt.RealtimeReader;

/// Asks one address for its newest message, again and again: only for what has changed (`ETag`,
/// `Last-Modified`), as often as the message says that there may be news (GBFS `ttl`), and less
/// often while it fails, up to every ten minutes. An answer that takes longer than half a minute or
/// is larger than a message may be is given up.
///
/// A GBFS directory (`gbfs.json`) leads on: the files that it lists are sources of their own, named
/// `source/file`, and asked for as long as it lists them.
final class Poll implements Runnable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LONGEST_PAUSE_SECONDS = 600;

  /// What is as good as lasting is asked for so much less often, whatever it says of itself.
  private static final long LASTING = 15;

  private static final Set<String> CHANGING =
      Set.of("station_status", "vehicle_status", "free_bike_status");
  private static final Set<String> FOLLOWED = Set.of("geofencing_zones", "station_information");
  private static final int NOT_MODIFIED = 304;
  private static final int OK = 200;

  private final String source;
  private final URI address;
  private final long atLeastSeconds;
  private final LiveDesk desk;
  private final HttpClient client;
  private final ScheduledExecutorService executor;
  private String tag = "";
  private String modified = "";
  private final Map<String, Poll> followed = new HashMap<>();
  private volatile boolean retired;
  private long everySeconds;
  private int failures;

  Poll(
      String source,
      URI address,
      long everySeconds,
      LiveDesk desk,
      HttpClient client,
      ScheduledExecutorService executor) {
    this.source = source;
    this.address = address;
    this.everySeconds = everySeconds;
    atLeastSeconds = everySeconds;
    this.desk = desk;
    this.client = client;
    this.executor = executor;
  }

  @Override
  public void run() {
    if (retired) {
      return;
    }
    try {
      ask();
      failures = 0;
    } catch (IOException | IllegalArgumentException e) {
      failures++;
      desk.fail(source, "live_unreachable", String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    executor.schedule(this, pauseSeconds(), TimeUnit.SECONDS);
  }

  /// Twice as long after every failure.
  long pauseSeconds() {
    long doubled = everySeconds << Math.min(failures, 8);
    return Math.max(everySeconds, Math.min(LONGEST_PAUSE_SECONDS, doubled));
  }

  private void ask() throws IOException, InterruptedException {
    if ("file".equals(address.getScheme())) {
      askFile();
      return;
    }
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE).GET();
    if (!tag.isEmpty()) {
      request.header("If-None-Match", tag);
    }
    if (!modified.isEmpty()) {
      request.header("If-Modified-Since", modified);
    }
    HttpResponse<InputStream> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() == NOT_MODIFIED) {
        return;
      }
      if (response.statusCode() != OK) {
        throw new IOException("HTTP " + response.statusCode());
      }
      byte[] bytes = Hurry.read(body, RealtimeReader.Limits.STANDARD.bytes() + 1, PATIENCE);
      tag = response.headers().firstValue("ETag").orElse("");
      modified = response.headers().firstValue("Last-Modified").orElse("");
      took(bytes);
    }
  }

  private void askFile() throws IOException {
    Path file = Path.of(address);
    String now = Files.getLastModifiedTime(file) + " " + Files.size(file);
    if (!now.equals(tag)) {
      took(Files.readAllBytes(file));
      tag = now;
    }
  }

  private void took(byte[] bytes) {
    desk.take(source, address.toString(), bytes);
    if (GbfsMessage.isGbfs(bytes)) {
      GbfsMessage.read(bytes)
          .ifPresent(message -> {
            boolean directory = message.file().equals("gbfs");
            boolean changing = CHANGING.contains(message.file());
            everySeconds = Math.max(message.ttlSeconds(), changing ? 0 : LASTING * atLeastSeconds);
            if (directory) {
              follow(message.feeds());
            }
          });
    }
  }

  /// Begins to ask for what is listed now, and ends to ask for what is not any more.
  private void follow(Map<String, String> feeds) {
    Map<String, Poll> now = new HashMap<>();
    feeds.forEach((name, url) -> {
      if (CHANGING.contains(name) || FOLLOWED.contains(name)) {
        String id = source + "/" + name;
        try {
          URI listed = address.resolve(new URI(url));
          Poll known = followed.get(name);
          if (known != null && known.address.equals(listed)) {
            now.put(name, known);
          } else {
            now.put(name, new Poll(id, listed, atLeastSeconds, desk, client, executor));
          }
        } catch (URISyntaxException e) {
          desk.expect(id, url);
          desk.fail(id, "live_unreachable", url);
        }
      }
    });
    followed.forEach((name, poll) -> poll.retired = now.get(name) != poll);
    now.forEach((name, poll) -> {
      if (followed.get(name) != poll) {
        desk.expect(poll.source, poll.address.toString());
        executor.execute(poll);
      }
    });
    followed.clear();
    followed.putAll(now);
  }
}
