package org.toret.app.live;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.toret.mobility.reliability.DelayHistory;

/// Keeps what is known of delays in the state folder: `history/delays.gz`, written beside and moved
/// into place every minute in which something was counted, and at the end. What is killed loses the
/// last minute. A file that cannot be read is put aside as `delays.unreadable.gz`, and nothing else
/// is lost. At most 43 MB, as large as [DelayHistory] gets, before it is compressed.
public final class HistoryFile {

  private static final Logger LOG = LoggerFactory.getLogger(HistoryFile.class);
  private static final long EVERY_SECONDS = 60;

  private final KeptFile file;
  private final DelayHistory history;
  private long written;

  private HistoryFile(KeptFile file, DelayHistory history) {
    this.file = file;
    this.history = history;
  }

  /// The file in a state folder.
  public static HistoryFile in(Path state, DelayHistory history) {
    Path folder = state.resolve("history");
    return new HistoryFile(
        new KeptFile(folder.resolve("delays.gz"), folder.resolve("delays.unreadable.gz")), history);
  }

  /// Reads what was kept, and keeps what is learnt from now on until the program ends.
  public void open() {
    read();
    ScheduledExecutorService executor =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("keeps-delays").factory());
    executor.scheduleWithFixedDelay(this::save, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::save));
  }

  /// Reads what was kept, if there is any.
  public void read() {
    // all of it, so that the checksum at its end is seen before anything is believed
    file.read(in ->
        history.read(
            new DataInputStream(new ByteArrayInputStream(new GZIPInputStream(in).readAllBytes()))));
  }

  /// Writes what is known if something was learnt since.
  public synchronized void save() {
    long changes = history.changes();
    if (changes == written) {
      return;
    }
    boolean kept =
        file.write(out -> {
          try (DataOutputStream packed = new DataOutputStream(new GZIPOutputStream(out))) {
            history.write(packed);
          }
        });
    written = kept ? changes : written;
    if (history.crowdedOut() > 0) {
      LOG.warn("{} counts of delays found no room of their own", history.crowdedOut());
    }
  }
}
