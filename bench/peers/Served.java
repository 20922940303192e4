import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/// A planner in a process of its own, asked over HTTP.
final class Served implements Planner {

  private static final double WALK_METRES_PER_SECOND = 1.33;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final Process process;
  /// Without an offer of HTTP/2, at which one of the peers waits for a body that does not come.
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Function<Question, HttpRequest> asking;
  private final BiFunction<Question, JsonNode, Answer> reading;

  private Served(
      String name,
      Process process,
      URI ready,
      Function<Question, HttpRequest> asking,
      BiFunction<Question, JsonNode, Answer> reading)
      throws InterruptedException {
    this.name = name;
    this.process = process;
    this.asking = asking;
    this.reading = reading;
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    long end = System.nanoTime() + Duration.ofMinutes(8).toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        HttpRequest request = HttpRequest.newBuilder(ready).build();
        if (client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // not yet
      }
      Thread.sleep(300);
    }
    close();
    throw new IllegalStateException(name + " does not answer; its log lies in the state folder");
  }

  /// @param criteria `all`, or `times` for times alone
  static Served toret(Path root, Path data, Path state, String criteria) throws Exception {
    int port = freePort();
    URI home = URI.create("http://127.0.0.1:" + port);
    Process process =
        start(
            state.resolve("toret-" + criteria + ".log"),
            root.resolve("toret").toString(),
            "run",
            "--data",
            data.toString(),
            "--state",
            state.resolve("toret-" + criteria).toString(),
            "--port",
            Integer.toString(port));
    return new Served(
        criteria.equals("all") ? "toret" : "toret, " + criteria,
        process,
        home.resolve("/health"),
        question ->
            HttpRequest.newBuilder(
                    home.resolve(
                        String.format(
                            Locale.ROOT,
                            "/api/v1/plan?from=%s,%s&to=%s,%s&at=%s&modes=walk,transit&alternatives=12&criteria=%s",
                            question.fromLat(),
                            question.fromLon(),
                            question.toLat(),
                            question.toLon(),
                            question.at(),
                            criteria)))
                .build(),
        (question, body) -> {
          double soonest = Double.MAX_VALUE;
          for (JsonNode way : body.path("alternatives")) {
            OffsetDateTime arrival = OffsetDateTime.parse(way.path("arrival").asText());
            soonest = Math.min(soonest, arrival.toEpochSecond());
          }
          return soonest == Double.MAX_VALUE ? Answer.NONE : Answer.of(soonest);
        });
  }

  /// Asked for what Toret tells too: lines, stops, calls on the way, turns of the way on foot.
  static Served otp(Path jar, Path graph, Path state) throws Exception {
    int port = freePort();
    URI home = URI.create("http://127.0.0.1:" + port);
    Process process =
        start(
            state.resolve("otp.log"),
            System.getProperty("java.home") + "/bin/java",
            "-Xmx2g",
            "-jar",
            jar.toString(),
            "--load",
            "--serve",
            "--port",
            Integer.toString(port),
            graph.toString());
    return new Served(
        "otp 2.9",
        process,
        home.resolve("/otp/"),
        question -> {
          String query =
              String.format(
                  Locale.ROOT,
                  "{ plan(from: {lat: %s, lon: %s}, to: {lat: %s, lon: %s}, date: \"%s\", time:"
                      + " \"%s:00\", searchWindow: 3600, numItineraries: 12, walkSpeed: %s,"
                      + " transportModes: [{mode: WALK}, {mode: TRANSIT}])"
                      + " { itineraries { startTime endTime duration walkTime waitingTime"
                      + " numberOfTransfers legs { mode distance duration startTime endTime realTime"
                      + " serviceDate headsign from { ...spot } to { ...spot } trip { gtfsId }"
                      + " route { gtfsId shortName longName color textColor agency { name } }"
                      + " intermediatePlaces { arrivalTime departureTime ...spot }"
                      + " steps { relativeDirection streetName distance lat lon }"
                      + " legGeometry { points } } } } }"
                      + " fragment spot on Place { name lat lon stop { gtfsId platformCode } }",
                  question.fromLat(),
                  question.fromLon(),
                  question.toLat(),
                  question.toLon(),
                  question.at().toLocalDate(),
                  question.at().toLocalTime(),
                  WALK_METRES_PER_SECOND);
          return HttpRequest.newBuilder(home.resolve("/otp/gtfs/v1"))
              .header("Content-Type", "application/json")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "{\"query\":\"" + query.replace("\"", "\\\"") + "\"}"))
              .build();
        },
        Served::soonestOfOtp);
  }

  /// The note tells how far the itinerary begins and ends from the places asked about: that planner
  /// links a place to the nearest street, however far that is, and does not count the way.
  private static Answer soonestOfOtp(Question question, JsonNode body) {
    Answer best = Answer.NONE;
    for (JsonNode way : body.path("data").path("plan").path("itineraries")) {
      double arrival = way.path("endTime").asLong() / 1000.0;
      if (arrival < best.value()) {
        JsonNode legs = way.path("legs");
        JsonNode last = legs.path(legs.size() - 1);
        double[] first = Polyline.ends(legs.path(0).path("legGeometry").path("points").asText());
        double[] end = Polyline.ends(last.path("legGeometry").path("points").asText());
        StringBuilder note = new StringBuilder("uncounted ");
        note.append(Math.round(metres(question.fromLat(), question.fromLon(), first[0], first[1])));
        note.append(" + ");
        note.append(Math.round(metres(question.toLat(), question.toLon(), end[2], end[3])));
        note.append(" m;");
        for (JsonNode leg : legs) {
          note.append(' ').append(leg.path("mode").asText());
          note.append(' ').append(Math.round(leg.path("distance").asDouble())).append(" m");
        }
        best = new Answer(true, arrival, note.toString());
      }
    }
    return best;
  }

  private static double metres(double lat, double lon, double toLat, double toLon) {
    double north = Math.toRadians(toLat - lat) * 6_371_000;
    double east = Math.toRadians(toLon - lon) * 6_371_000 * Math.cos(Math.toRadians(lat));
    return Math.hypot(north, east);
  }

  private static Process start(Path log, String... command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Answer ask(Question question) throws Exception {
    HttpResponse<String> response =
        client.send(asking.apply(question), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      // given up or refused: not answered, and said, since it may be the machine's fault
      System.err.println(name + " on " + question.name() + ": " + response.body());
      return Answer.NONE;
    }
    return reading.apply(question, JSON.readTree(response.body()));
  }

  @Override
  public long cpuNanos() {
    long nanos = 0;
    Path tasks = Path.of("/proc", Long.toString(process.pid()), "task");
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        try {
          String text = Files.readString(thread.resolve("schedstat"));
          nanos += Long.parseLong(text.substring(0, text.indexOf(' ')));
        } catch (IOException e) {
          // the thread has ended
        }
      }
      return nanos;
    } catch (IOException e) {
      throw new IllegalStateException(name + " is gone", e);
    }
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
