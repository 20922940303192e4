package org.toret.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import org.toret.app.TinyCity;
import org.toret.app.TinySharing;

/// What is remembered of stations when the server has been stopped.
@Tag("SH-09")
final class StockHistoryTest {

  /// 09:00 in Turin on 15 September 2026.
  private static final long NOW = 1_789_455_600L;

  @TempDir Path temporary;

  private TestServer start() {
    Path data = temporary.resolve("data");
    TinyCity.write(data, 20);
    if (!Files.exists(data.resolve("bikes"))) {
      TinySharing.write(data.resolve("bikes"), "2.3");
    }
    return TestServer.start(
        Optional.of(data), temporary.resolve("state"), "2026-09-15T09:00+02:00");
  }

  private static void say(TestServer server, long at, int bikes) {
    String body =
        ("{'last_updated':%d,'ttl':60,'version':'2.3','data':{'stations':[{'station_id':'a',"
                + "'num_bikes_available':%d,'num_docks_available':%d}]}}")
            .formatted(at, bikes, 10 - bikes)
            .replace('\'', '"');
    server.desk().take("push", "push", body.getBytes(StandardCharsets.UTF_8));
  }

  private static int stores(TestServer server) {
    return server.keeper().holder().get().live().stock().history().stores();
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(temporary.resolve("state/history"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void anHourThatIsOverSurvivesARestartAndABrokenFileIsPutAside() throws IOException {
    try (TestServer server = start()) {
      for (int minute = -180; minute <= 0; minute += 10) {
        say(server, NOW + 60L * minute, 4 + minute / 10 % 2);
      }
      assertThat(stores(server)).as("vehicles and docks of one station").isEqualTo(2);
    }
    assertThat(kept()).hasSize(1);
    try (TestServer server = start()) {
      say(server, NOW, 4);
      assertThat(stores(server)).isEqualTo(2);
    }
    Path file = kept().getFirst();
    Files.writeString(file, "nonsense");
    try (TestServer server = start()) {
      say(server, NOW, 4);
      assertThat(stores(server)).isZero();
    }
    assertThat(Path.of(file + ".broken")).hasContent("nonsense");
  }
}
