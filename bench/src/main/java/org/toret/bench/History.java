package org.toret.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Locale;
import org.toret.router.journey.CityEngine;

/// Appends what was measured to a file of JSON lines: when, on which commit and machine, on which
/// city, and the numbers.
final class History {

  private final Path file;
  private final Clock clock;
  private final String head;

  History(Path file, Clock clock, CityEngine engine, long imageBytes) {
    this.file = file;
    this.clock = clock;
    this.head =
        String.format(
            Locale.ROOT,
            "\"commit\":\"%s\",\"machine\":\"%s %s, %d cores, Java %s\",\"city\":\"%s\","
                + "\"image\":\"%s\",\"imageBytes\":%d",
            commit(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.version"),
            engine.city().info().name(),
            engine.imageHash(),
            imageBytes);
  }

  void add(Sample sample) throws IOException {
    append(
        String.format(
            Locale.ROOT,
            "\"suite\":\"%s\",\"questions\":%d,\"answered\":%d,\"meanMs\":%.3f,\"p50Ms\":%.3f,"
                + "\"p95Ms\":%.3f,\"p99Ms\":%.3f,\"bytesEach\":%d",
            sample.suite(),
            sample.nanos().length,
            sample.answered(),
            sample.meanMillis(),
            sample.millisAt(0.5),
            sample.millisAt(0.95),
            sample.millisAt(0.99),
            sample.bytesEach()));
  }

  /// What importing or starting took.
  void add(String suite, Machine used) throws IOException {
    append(
        String.format(
            Locale.ROOT,
            "\"suite\":\"%s\",\"seconds\":%.3f,\"cpuSeconds\":%.3f,\"bytes\":%d,"
                + "\"residentBytes\":%d",
            suite,
            used.wallNanos() / 1e9,
            used.cpuNanos() / 1e9,
            used.allocatedBytes(),
            used.residentBytes()));
  }

  /// Answers over HTTP: times are wall times at the client, processor time is the server's.
  ///
  /// @param came questions that were due
  void addLoad(Sample sample, int came, double seconds, double cpuSeconds, long residentBytes)
      throws IOException {
    append(
        String.format(
            Locale.ROOT,
            "\"suite\":\"%s\",\"questions\":%d,\"answered\":%d,\"seconds\":%.3f,"
                + "\"cpuSeconds\":%.3f,\"p50Ms\":%.3f,\"p95Ms\":%.3f,\"p99Ms\":%.3f,"
                + "\"residentBytes\":%d",
            sample.suite(),
            came,
            sample.answered(),
            seconds,
            cpuSeconds,
            sample.millisAt(0.5),
            sample.millisAt(0.95),
            sample.millisAt(0.99),
            residentBytes));
  }

  private void append(String body) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(
        file,
        "{\"at\":\"" + clock.instant() + "\"," + head + "," + body + "}\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /// The commit of the working folder, read from its git files; empty outside of one.
  private static String commit() {
    try {
      Path git = Path.of(".git");
      if (Files.isRegularFile(git)) {
        // a linked working folder: the file names the folder that stands for it
        git = Path.of(Files.readString(git).strip().substring("gitdir: ".length()));
      }
      String reference = Files.readString(git.resolve("HEAD")).strip();
      if (!reference.startsWith("ref: ")) {
        return reference;
      }
      Path common = git.resolve("commondir");
      Path shared = Files.exists(common) ? git.resolve(Files.readString(common).strip()) : git;
      return Files.readString(shared.resolve(reference.substring(5))).strip();
    } catch (IOException | StringIndexOutOfBoundsException e) {
      return "";
    }
  }
}
