package org.toret.app.fuzz;

import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/// Reads many damaged files, each drawn from its number, so that a fault can be repeated. What was
/// read when something went wrong is kept in `target/fuzz`.
///
/// What a file costs is bounded: processor time by what the reader names, and memory allocated by
/// 256 MB and 4 kB for each byte of it. A reader that never comes back is found too: the trial runs
/// on a thread of its own, which is watched.
final class Trial {

  private static final long MOST_BYTES = 256L << 20;
  private static final long BYTES_PER_BYTE = 4 << 10;
  private static final long HANG_NANOS = 60_000_000_000L;

  private final Reader reader;
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final AtomicReference<String> fault = new AtomicReference<>("");
  private volatile int round;
  private volatile byte[] file = new byte[0];

  Trial(Reader reader) {
    this.reader = reader;
  }

  /// @param from number of the first file
  void run(int from, int rounds) throws InterruptedException, IOException {
    Thread worker = new Thread(null, () -> readAll(from, rounds), "fuzz", 1 << 20);
    worker.setDaemon(true);
    worker.start();
    int seen = -1;
    long since = System.nanoTime();
    while (worker.isAlive()) {
      worker.join(100);
      if (round != seen) {
        seen = round;
        since = System.nanoTime();
      }
      if (System.nanoTime() - since > HANG_NANOS) {
        StringBuilder where = new StringBuilder("does not come back:");
        for (StackTraceElement frame : worker.getStackTrace()) {
          where.append("\n  at ").append(frame);
        }
        fault.set(where.toString());
        break;
      }
    }
    if (!fault.get().isEmpty()) {
      Path kept = Path.of("target", "fuzz", reader.name() + "-" + round);
      Files.createDirectories(kept.getParent());
      Files.write(kept, file);
      fail("%s, file %d (kept as %s): %s", reader.name(), round, kept, fault.get());
    }
  }

  private void readAll(int from, int rounds) {
    for (int i = from; i < from + rounds && fault.get().isEmpty(); i++) {
      Random random = new Random(i * 31L + reader.name().hashCode());
      int seed = random.nextInt(reader.seeds().size());
      file = reader.wounds().done(random, reader.seeds().get(seed));
      round = i;
      readOne(seed);
    }
  }

  private void readOne(int seed) {
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long nanos = threads.getCurrentThreadCpuTime();
    try {
      reader.reading().read(file, seed);
    } catch (Throwable thrown) {
      StringBuilder text = new StringBuilder(thrown.toString());
      StackTraceElement[] frames = thrown.getStackTrace();
      for (int i = 0; i < Math.min(12, frames.length); i++) {
        text.append("\n  at ").append(frames[i]);
      }
      fault.set(text.toString());
      return;
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - bytes;
    long millis = (threads.getCurrentThreadCpuTime() - nanos) / 1_000_000;
    if (allocated > MOST_BYTES + BYTES_PER_BYTE * file.length) {
      fault.set("allocates " + allocated + " bytes for " + file.length);
    } else if (millis > reader.longestMillis()) {
      fault.set("takes " + millis + " ms for " + file.length + " bytes");
    }
  }
}
