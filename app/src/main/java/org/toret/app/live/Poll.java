package org.toret.app.live;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Asks one address for its newest message, again and again, and less often while it fails, up to
/// every ten minutes. Asks on a thread of its own, so that one that is slow keeps no other waiting.
final class Poll implements Runnable {

  private static final long LONGEST_PAUSE_SECONDS = 600;

  private final String source;
  private final URI address;
  private final long everySeconds;
  private final LiveDesk desk;
  private final Fetch fetch;
  private final ScheduledExecutorService executor;
  private String stamp = "";
  private int failures;

  Poll(
      String source,
      URI address,
      long everySeconds,
      LiveDesk desk,
      Fetch fetch,
      ScheduledExecutorService executor) {
    this.source = source;
    this.address = address;
    this.everySeconds = everySeconds;
    this.desk = desk;
    this.fetch = fetch;
    this.executor = executor;
  }

  @Override
  public void run() {
    try {
      ask();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    executor.schedule(
        () -> Thread.ofVirtual().name("live-" + source).start(this),
        pauseSeconds(),
        TimeUnit.SECONDS);
  }

  /// Asks once; what goes wrong is told to the desk.
  void ask() throws InterruptedException {
    try {
      Optional<byte[]> bytes = "file".equals(address.getScheme()) ? file() : fetch.ask(address);
      failures = 0;
      if (bytes.isPresent()) {
        desk.take(source, address.toString(), bytes.get());
      }
    } catch (Fetch.Failure e) {
      failures++;
      desk.fail(source, e.code(), e.detail());
    }
  }

  /// Twice as long after every failure.
  long pauseSeconds() {
    long doubled = everySeconds << Math.min(failures, 8);
    return Math.max(everySeconds, Math.min(LONGEST_PAUSE_SECONDS, doubled));
  }

  private Optional<byte[]> file() throws Fetch.Failure {
    try {
      Path file = Path.of(address);
      String now = Files.getLastModifiedTime(file) + " " + Files.size(file);
      if (now.equals(stamp)) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      stamp = now;
      return Optional.of(bytes);
    } catch (IOException e) {
      String why = e.getMessage();
      throw new Fetch.Failure("live_unreachable", why == null ? e.toString() : why);
    }
  }
}
