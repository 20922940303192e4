package org.toret.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.toret.app.serve.Server;

/// One short life of the server with the demo city and some typical questions, from which the JVM
/// learns what to keep ready for the next start. The compiled demo city stays for that start too.
final class TrainCommand {

  private static final List<String> QUESTIONS =
      List.of(
          "health",
          "",
          "api/v1/feeds",
          "api/v1/stops?q=porta+nuova",
          "api/v1/stops?near=45.0625,7.6785",
          "api/v1/tiles/14/8541/5889.mvt",
          "api/v1/plan?from=45.0625,7.6785&to=45.0325,7.6650&at=08:15",
          "api/v1/plan?from=45.0710,7.6855&to=45.0500,7.6600&at=08:15&arriveBy=true");

  private final Terminal terminal;
  private final Clock clock;

  TrainCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  int run() {
    Optional<Server> started = new RunCommand(terminal, clock).start(List.of("--port", "0"));
    if (started.isEmpty()) {
      return 1;
    }
    try (Server server = started.get();
        HttpClient client = HttpClient.newHttpClient()) {
      for (String question : QUESTIONS) {
        URI address = URI.create(server.url() + question);
        client.send(
            HttpRequest.newBuilder(address).header("Accept-Language", "it").build(),
            HttpResponse.BodyHandlers.discarding());
      }
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
