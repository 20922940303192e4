package org.toret.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.transit.realtime.GtfsRealtime;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TinyCity;
import org.toret.app.TinySharing;

/// `./toret simulate` on the [TinyCity], which has no streets and no car parks.
@Tag("SI-03")
final class SimulateCommandTest {

  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  @TempDir Path temporary;
  private final TestTerminal english = new TestTerminal(Locale.ENGLISH);
  private final TestTerminal italian = new TestTerminal(Locale.ITALIAN);

  @Test
  void whatACityHasIsServedAtTheTimeChosen() throws IOException {
    Path data = temporary.resolve("data");
    TinyCity.write(data, 20);
    TinySharing.write(data.resolve("tiny-bikes"), "2.3");
    List<String> words =
        List.of(
            "--data",
            data.toString(),
            "--state",
            temporary.resolve("state").toString(),
            "--port",
            "0",
            "--seed",
            "4",
            "--clock",
            "2026-09-15T08:05");
    try (var server = new SimulateCommand(silent(), CLOCK).start(words).orElseThrow()) {
      assertThat(server.paths())
          .contains("gtfs-rt/tiny/trip-updates.pb", "gbfs/tiny-bikes/station_status.json")
          .noneMatch(path -> path.startsWith("parking") || path.startsWith("traffic"));
      URI updates = URI.create(server.url() + "gtfs-rt/tiny/trip-updates.pb");
      try (InputStream in = updates.toURL().openStream()) {
        var message = GtfsRealtime.FeedMessage.parseFrom(in);
        assertThat(message.getHeader().getTimestamp())
            .isEqualTo(Instant.parse("2026-09-15T06:05:00Z").getEpochSecond());
        // those of 8:00 in both directions; those of 7:30 may still be on their way
        assertThat(message.getEntityList())
            .extracting(GtfsRealtime.FeedEntity::getId)
            .contains("trip-there4@2026-09-15", "trip-back4@2026-09-15");
      }
    }
  }

  @Test
  void aTakenPortIsSaid() throws IOException {
    TinyCity.write(temporary.resolve("data"), 2);
    try (ServerSocket taken = new ServerSocket(0)) {
      int code =
          english.run(
              "simulate",
              "--data",
              temporary.resolve("data").toString(),
              "--state",
              temporary.resolve("state").toString(),
              "--port",
              String.valueOf(taken.getLocalPort()));
      assertThat(code).isEqualTo(1);
      assertThat(english.err()).contains("is taken");
    }
  }

  @Test
  void whatMakesNoSenseIsWrongUsage() {
    assertThat(english.run("simulate", "--speed", "0")).isEqualTo(2);
    assertThat(english.err()).contains("--speed must be a number above 0");
    assertThat(italian.run("simulate", "--speed", "presto")).isEqualTo(2);
    assertThat(italian.err()).contains("--speed deve essere un numero");
    assertThat(english.run("run", "--simulate", "perhaps")).isEqualTo(2);
    assertThat(english.err()).contains("--simulate must be demo, on or off");
  }

  private static Terminal silent() {
    return new Terminal(
        new PrintStream(PrintStream.nullOutputStream()),
        new PrintStream(PrintStream.nullOutputStream()),
        false,
        false,
        Locale.ENGLISH,
        Map.of());
  }
}
