package org.toret.app.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.toret.app.data.DataFolder;

/// Starts what keeps a desk supplied: recorded messages when the time was chosen, the addresses
/// that `city.yaml` names, and the look at the time.
public final class LiveFeeds implements AutoCloseable {

  /// Publishers renew their messages every half a minute or so.
  private static final long EVERY_SECONDS = 20;

  private static final long LOOK_SECONDS = 1;

  private static final Logger LOG = LoggerFactory.getLogger(LiveFeeds.class);

  private final ScheduledExecutorService executor =
      Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().name("live-", 1).factory());
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /// Starts asking every address of a folder's configuration; what is answered goes into a log.
  public void ask(DataFolder folder, LiveDesk desk, LiveLog log) {
    for (Map.Entry<String, URI> live : folder.config().live().entrySet()) {
      String source = live.getKey();
      desk.expect(source, live.getValue().toString());
      Fetch fetch = new Fetch(client, Fetch.Terms.STANDARD);
      Poll poll = new Poll(source, live.getValue(), EVERY_SECONDS, desk, log, fetch, executor);
      Thread.ofVirtual().name("live-" + source).start(poll);
    }
  }

  /// Starts looking at the time.
  public void look(LiveDesk desk) {
    executor.scheduleWithFixedDelay(
        () -> lookOrSay(desk), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  /// One look that fails is not the last.
  private static void lookOrSay(LiveDesk desk) {
    try {
      desk.look();
    } catch (RuntimeException e) {
      LOG.error("The look at live sources failed", e);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
    client.close();
  }
}
