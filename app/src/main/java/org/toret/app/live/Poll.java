package org.toret.app.live;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.toret.feeds.gtfsrt.RealtimeReader;

/// Asks one address for its newest message, again and again: only for what has changed (`ETag`,
/// `Last-Modified`), and less often while it fails, up to every ten minutes. An answer that takes
/// longer than half a minute or is larger than a message may be is given up.
final class Poll implements Runnable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LONGEST_PAUSE_SECONDS = 600;
  private static final int NOT_MODIFIED = 304;
  private static final int OK = 200;

  private final String source;
  private final URI address;
  private final long everySeconds;
  private final LiveDesk desk;
  private final HttpClient client;
  private final ScheduledExecutorService executor;
  private String tag = "";
  private String modified = "";
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
    this.desk = desk;
    this.client = client;
    this.executor = executor;
  }

  @Override
  public void run() {
    try {
      ask();
      failures = 0;
    } catch (IOException e) {
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
      desk.take(source, address.toString(), bytes);
    }
  }

  private void askFile() throws IOException {
    Path file = Path.of(address);
    String now = Files.getLastModifiedTime(file) + " " + Files.size(file);
    if (!now.equals(tag)) {
      desk.take(source, address.toString(), Files.readAllBytes(file));
      tag = now;
    }
  }
}
