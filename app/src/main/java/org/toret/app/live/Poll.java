package org.toret.app.live;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.toret.feeds.gbfs.GbfsMessage;

/// Asks one address for its newest message, again and again, as often as the message says that
/// there may be news (GBFS `ttl`), and less often while it fails, up to every ten minutes. Asks on
/// a thread of its own, so that one that is slow keeps no other waiting.
///
/// A GBFS directory (`gbfs.json`) leads on: the files that it lists are sources of their own, named
/// `source/file`, and asked for as long as it lists them.
final class Poll implements Runnable {

  private static final long LONGEST_PAUSE_SECONDS = 600;

  /// What is as good as lasting is asked for so much less often, whatever it says of itself.
  private static final long LASTING = 15;

  private static final Set<String> CHANGING =
      Set.of("station_status", "vehicle_status", "free_bike_status");
  private static final Set<String> FOLLOWED = Set.of("geofencing_zones", "station_information");

  private final String source;
  private final URI address;
  private final long atLeastSeconds;
  private final LiveDesk desk;
  private final LiveLog log;

  private final ScheduledExecutorService executor;
  private final Map<String, Poll> followed = new HashMap<>();
  private Fetch fetch;
  private String stamp = "";
  private volatile boolean retired;
  private long everySeconds;
  private int failures;
  private boolean refused;

  Poll(
      String source,
      URI address,
      long everySeconds,
      LiveDesk desk,
      LiveLog log,
      Fetch fetch,
      ScheduledExecutorService executor) {
    this.source = source;
    this.address = address;
    this.everySeconds = everySeconds;
    atLeastSeconds = everySeconds;
    this.desk = desk;
    this.log = log;
    this.fetch = fetch;
    this.executor = executor;
  }

  @Override
  public void run() {
    if (retired) {
      return;
    }
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

  /// Asks once; what is new goes into the log, what goes wrong is told to the desk. What cannot be
  /// used is as good as no answer, and so is the same again.
  void ask() throws InterruptedException {
    try {
      Optional<byte[]> bytes = "file".equals(address.getScheme()) ? file() : fetch.ask(address);
      if (bytes.isPresent()) {
        took(bytes.get());
        refused = desk.isFailing(source);
      }
      failures = refused ? failures + 1 : 0;
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
    Path file = Path.of(address);
    try {
      String now = Files.getLastModifiedTime(file) + " " + Files.size(file);
      if (now.equals(stamp)) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      stamp = now;
      return Optional.of(bytes);
    } catch (NoSuchFileException e) {
      throw new Fetch.Failure("live_no_file", file.toString());
    } catch (IOException e) {
      throw new Fetch.Failure("live_file_unread", file.toString());
    }
  }

  private void took(byte[] bytes) throws Fetch.Failure {
    if (!log.append(source, address.toString(), bytes)) {
      // next time, what was not said is news again
      fetch = fetch.alike();
      stamp = "";
      throw new Fetch.Failure("live_log_away", "");
    }
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
            now.put(name, new Poll(id, listed, atLeastSeconds, desk, log, fetch.alike(), executor));
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
        Thread.ofVirtual().name("live-" + poll.source).start(poll);
      }
    });
    followed.clear();
    followed.putAll(now);
  }
}
