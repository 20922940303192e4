package org.toret.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A version of the product as it is served: its own `./toret run` in a process of its own, asked
/// over its public interface, so that any two versions can be compared.
final class Served implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(8);

  private final Process process;
  private final URI home;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  private Served(Process process, URI home) {
    this.process = process;
    this.home = home;
  }

  /// Starts a version and waits until it answers.
  ///
  /// @param root folder of the version's sources
  /// @param data the city's files, none for the demo city
  static Served start(Path root, List<String> data, Path state)
      throws IOException, InterruptedException {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(root.resolve("toret").toString());
    command.addAll(List.of("run", "--port", Integer.toString(port), "--state", state.toString()));
    command.addAll(data);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(state.resolve("server.log").toFile()))
            .start();
    Served served = new Served(process, URI.create("http://127.0.0.1:" + port));
    served.awaitHealth();
    return served;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitHealth() throws InterruptedException {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      try {
        if (get("/health").statusCode() == 200) {
          return;
        }
      } catch (IOException _) {
        Thread.sleep(200);
      }
    }
    close();
    throw new IllegalStateException(
        "the server did not answer within %s; maybe its log says why".formatted(START_LIMIT));
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(home.resolve(path)).timeout(Duration.ofMinutes(2)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  /// The alternatives of a question; none where it is refused.
  List<Point> ask(Example example, int alternatives) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = get("/api/v1/plan?" + example.query(alternatives));
    JsonNode answer = json.readTree(response.body());
    return response.statusCode() == 200 ? Point.of(answer) : List.of();
  }

  /// Asks without reading the answer; returns the nanoseconds until it was there.
  long time(Example example) throws IOException, InterruptedException {
    long before = System.nanoTime();
    var _ = get("/api/v1/plan?" + example.query(12));
    return System.nanoTime() - before;
  }

  /// Whether a question is answered, not refused.
  boolean isAnswered(Example example) throws IOException, InterruptedException {
    return get("/api/v1/plan?" + example.query(12)).statusCode() == 200;
  }

  /// Main memory the server takes; 0 where the system does not tell.
  long residentBytes() {
    return Machine.residentBytes(Long.toString(process.pid()));
  }

  /// The processor time the server has used.
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
