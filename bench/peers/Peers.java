import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.naviqore.raptor.Connection;
import org.naviqore.raptor.QueryConfig;
import org.naviqore.raptor.router.RaptorConfig;
import org.naviqore.raptor.router.RaptorRouter;
import org.naviqore.raptor.router.RaptorRouterBuilder;

/// Asks several planners the same questions in turns, in one run, and tells processor time, answers
/// and whose arrival was earlier. Run by `peers.sh`.
///
/// Public transport and walking, departures within an hour from the moment asked about, 1.33 m/s on
/// foot. Processor time is that of all threads of the planner's process (`/proc/…/task/*/schedstat`),
/// of the asking thread for the planner that runs inside this process. Every planner is asked every
/// question twice to warm up and once to measure, the order turning from question to question.
public final class Peers {

  private static final int WARM_ROUNDS = 2;
  private static final double WALK_METRES_PER_SECOND = 1.33;

  record Question(
      String name, double fromLat, double fromLon, double toLat, double toLon, LocalDateTime at) {}

  /// What a planner says: the soonest arrival in epoch seconds, or none.
  record Answer(boolean found, long arrival) {
    static final Answer NONE = new Answer(false, Long.MAX_VALUE);
  }

  interface Planner extends AutoCloseable {
    String name();

    Answer ask(Question question) throws Exception;

    long cpuNanos();

    @Override
    void close();
  }

  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    Path data = Path.of(arguments[1]);
    List<Question> questions = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(arguments[2]))) {
      String[] cells = line.split(",");
      if (!line.startsWith("#") && cells.length == 7 && cells[6].equals("depart")) {
        questions.add(
            new Question(
                cells[0],
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                LocalDateTime.parse(cells[5])));
      }
    }
    LocalDate day = questions.getFirst().at().toLocalDate();
    questions.removeIf(question -> !question.at().toLocalDate().equals(day));
    questions.subList(Math.min(questions.size(), Integer.parseInt(arguments[3])), questions.size())
        .clear();
    ZoneId zone = Gtfs.zone(data.resolve("gtfs.zip"));
    Path state = Files.createDirectories(Path.of(arguments[5], "state"));
    try (Planner toret = Served.toret(root, data, state, zone);
        Planner otp = Served.otp(Path.of(arguments[4]), Path.of(arguments[5]), state, zone);
        Planner naviqore = new Naviqore(data.resolve("gtfs.zip"), day, zone)) {
      compare(List.of(toret, otp, naviqore), questions);
    }
  }

  private static void compare(List<Planner> planners, List<Question> questions) throws Exception {
    int n = planners.size();
    long[][] nanos = new long[n][questions.size()];
    Answer[][] answers = new Answer[n][questions.size()];
    for (int round = 0; round <= WARM_ROUNDS; round++) {
      for (int q = 0; q < questions.size(); q++) {
        for (int turn = 0; turn < n; turn++) {
          int p = (q + turn) % n;
          long before = planners.get(p).cpuNanos();
          answers[p][q] = planners.get(p).ask(questions.get(q));
          nanos[p][q] = planners.get(p).cpuNanos() - before;
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d questions, one run, CPU ms a question%n%-16s %9s %8s %8s %8s   soonest of all%n",
        questions.size(),
        "planner",
        "answered",
        "mean",
        "p50",
        "p95");
    for (int p = 0; p < n; p++) {
      long[] sorted = nanos[p].clone();
      Arrays.sort(sorted);
      int first = 0;
      for (int q = 0; q < questions.size(); q++) {
        long best = Long.MAX_VALUE;
        for (Answer[] of : answers) {
          best = Math.min(best, of[q].arrival());
        }
        first += answers[p][q].found() && answers[p][q].arrival() <= best ? 1 : 0;
      }
      System.out.printf(
          Locale.ROOT,
          "%-16s %9d %8.1f %8.1f %8.1f   %d%n",
          planners.get(p).name(),
          Arrays.stream(answers[p]).filter(Answer::found).count(),
          Arrays.stream(nanos[p]).average().orElse(0) / 1e6,
          sorted[sorted.length / 2] / 1e6,
          sorted[(int) (sorted.length * 0.95)] / 1e6,
          first);
    }
    for (int p = 1; p < n; p++) {
      tellPair(planners.get(0), answers[0], planners.get(p), answers[p], questions);
    }
  }

  private static void tellPair(
      Planner one, Answer[] ours, Planner other, Answer[] theirs, List<Question> questions) {
    int same = 0;
    int sooner = 0;
    int later = 0;
    int alone = 0;
    int missed = 0;
    StringBuilder list = new StringBuilder();
    for (int q = 0; q < ours.length; q++) {
      if (!ours[q].found() || !theirs[q].found()) {
        alone += ours[q].found() ? 1 : 0;
        missed += theirs[q].found() ? 1 : 0;
        if (theirs[q].found()) {
          list.append("  only ").append(other.name()).append(": ").append(questions.get(q)).append('\n');
        }
        continue;
      }
      long difference = theirs[q].arrival() - ours[q].arrival();
      same += Math.abs(difference) < 60 ? 1 : 0;
      sooner += difference >= 60 ? 1 : 0;
      later += difference <= -60 ? 1 : 0;
      if (difference <= -60) {
        list.append(
            String.format(
                "  %s %d s sooner: %s%n", other.name(), -difference, questions.get(q)));
      }
    }
    System.out.printf(
        "%s against %s: within a minute %d, sooner %d, later %d, only %s %d, only %s %d%n%s",
        one.name(),
        other.name(),
        same,
        sooner,
        later,
        one.name(),
        alone,
        other.name(),
        missed,
        list);
  }

  /// A planner in a process of its own, asked over HTTP.
  static final class Served implements Planner {

    private final String name;
    private final Process process;
    /// Without an offer of HTTP/2, at which one of the peers waits for a body that does not come.
    private final HttpClient client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final java.util.function.Function<Question, HttpRequest> asking;
    private final java.util.function.Function<String, Answer> reading;

    private Served(
        String name,
        Process process,
        URI ready,
        java.util.function.Function<Question, HttpRequest> asking,
        java.util.function.Function<String, Answer> reading)
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

    static Served toret(Path root, Path data, Path state, ZoneId zone) throws Exception {
      int port = freePort();
      URI home = URI.create("http://127.0.0.1:" + port);
      Process process =
          start(
              state.resolve("toret.log"),
              root.resolve("toret").toString(),
              "run",
              "--data",
              data.toString(),
              "--state",
              state.resolve("toret").toString(),
              "--port",
              Integer.toString(port));
      return new Served(
          "toret",
          process,
          home.resolve("/health"),
          question ->
              HttpRequest.newBuilder(
                      home.resolve(
                          String.format(
                              Locale.ROOT,
                              "/api/v1/plan?from=%s,%s&to=%s,%s&at=%s&modes=walk,transit&alternatives=0",
                              question.fromLat(),
                              question.fromLon(),
                              question.toLat(),
                              question.toLon(),
                              question.at())))
                  .build(),
          body -> soonest(body, "\"id\":\"[^\"]*\",\"group\":\"[^\"]*\",\"departure\":\"[^\"]*\",\"arrival\":\"([^\"]+)\"",
              text -> OffsetDateTime.parse(text).toEpochSecond()));
    }

    static Served otp(Path jar, Path graph, Path state, ZoneId zone) throws Exception {
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
                        + " { itineraries { startTime endTime } } }",
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
          body -> soonest(body, "\"endTime\":(\\d+)", text -> Long.parseLong(text) / 1000));
    }

    private static Answer soonest(
        String body, String pattern, java.util.function.ToLongFunction<String> seconds) {
      long best = Long.MAX_VALUE;
      Matcher matcher = Pattern.compile(pattern).matcher(body);
      while (matcher.find()) {
        best = Math.min(best, seconds.applyAsLong(matcher.group(1)));
      }
      return best == Long.MAX_VALUE ? Answer.NONE : new Answer(true, best);
    }

    private static Process start(Path log, String... command) throws IOException {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    }

    private static int freePort() throws IOException {
      try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
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
      return reading.apply(response.body());
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

  /// naviqore-raptor knows stops alone: walks are straight lines with a detour of 1.3, up to
  /// 1,200 m to, from and between stops. So its arrivals differ from those that walk on streets.
  static final class Naviqore implements Planner {

    private static final double DETOUR = 1.3;
    private static final double MOST_METRES = 1_200;
    private static final int SLACK_SECONDS = 60;

    private final Gtfs gtfs;
    private final ZoneId zone;
    private final RaptorRouter router;

    Naviqore(Path zip, LocalDate day, ZoneId zone) throws IOException {
      this.zone = zone;
      gtfs = new Gtfs(zip, day);
      RaptorConfig config = new RaptorConfig();
      config.setDefaultSameStopTransferDuration(SLACK_SECONDS);
      config.setRaptorRange(3600);
      config.setDaysToScan(1);
      RaptorRouterBuilder builder = new RaptorRouterBuilder(config);
      Set<String> served = new HashSet<>();
      gtfs.patterns.keySet().forEach(served::addAll);
      served.forEach(builder::addStop);
      int number = 0;
      for (Map.Entry<List<String>, List<Gtfs.Trip>> pattern : gtfs.patterns.entrySet()) {
        for (List<Gtfs.Trip> chain : Gtfs.chains(pattern.getValue())) {
          String route = "r" + number++;
          builder.addRoute(route, zone, pattern.getKey());
          for (Gtfs.Trip trip : chain) {
            builder.addTrip(trip.id(), route);
            for (int i = 0; i < pattern.getKey().size(); i++) {
              builder.addStopTime(
                  route,
                  trip.id(),
                  i,
                  pattern.getKey().get(i),
                  trip.arrivals()[i],
                  trip.departures()[i]);
            }
          }
        }
      }
      for (String from : served) {
        double[] here = gtfs.stops.get(from);
        for (String to : served) {
          int walk = walkSeconds(here[0], here[1], gtfs.stops.get(to));
          if (!from.equals(to) && walk >= 0) {
            builder.addTransfer(from, to, walk + SLACK_SECONDS);
          }
        }
      }
      gtfs.stops.keySet().retainAll(served);
      router = builder.build();
    }

    private static int walkSeconds(double lat, double lon, double[] to) {
      double north = Math.toRadians(to[0] - lat) * 6_371_000;
      double east = Math.toRadians(to[1] - lon) * 6_371_000 * Math.cos(Math.toRadians(lat));
      double metres = DETOUR * Math.hypot(north, east);
      return metres > MOST_METRES ? -1 : (int) Math.ceil(metres / WALK_METRES_PER_SECOND);
    }

    @Override
    public String name() {
      return "naviqore 4.0";
    }

    @Override
    public Answer ask(Question question) {
      OffsetDateTime at = question.at().atZone(zone).toOffsetDateTime();
      Map<String, OffsetDateTime> from = new HashMap<>();
      Map<String, Integer> to = new HashMap<>();
      gtfs.stops.forEach((stop, point) -> {
        int access = walkSeconds(question.fromLat(), question.fromLon(), point);
        if (access >= 0) {
          from.put(stop, at.plusSeconds(access));
        }
        int egress = walkSeconds(question.toLat(), question.toLon(), point);
        if (egress >= 0) {
          to.put(stop, egress);
        }
      });
      // this peer takes no stop at both ends; whoever is there already walks
      to.keySet().removeAll(from.keySet());
      if (from.isEmpty() || to.isEmpty()) {
        return Answer.NONE;
      }
      QueryConfig options = new QueryConfig();
      options.setAllowSourceTransfer(false);
      options.setAllowTargetTransfer(false);
      long best = Long.MAX_VALUE;
      for (Connection connection : router.routeEarliestArrival(from, to, options)) {
        long arrival = connection.getArrivalTime().toEpochSecond();
        Integer egress = to.get(connection.getToStopId());
        best = Math.min(best, arrival + (egress == null ? 0 : egress));
      }
      int direct =
          walkSeconds(
              question.fromLat(),
              question.fromLon(),
              new double[] {question.toLat(), question.toLon()});
      if (direct >= 0) {
        best = Math.min(best, at.toEpochSecond() + direct);
      }
      return best == Long.MAX_VALUE ? Answer.NONE : new Answer(true, best);
    }

    @Override
    public long cpuNanos() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Override
    public void close() {}
  }

  /// As much of a feed as a planner needs that knows one day.
  static final class Gtfs {

    final Map<String, double[]> stops = new HashMap<>();
    final Map<List<String>, List<Trip>> patterns = new LinkedHashMap<>();

    record Trip(String id, int[] arrivals, int[] departures) {}

    private record Call(int sequence, String stop, int arrival, int departure) {}

    Gtfs(Path zip, LocalDate day) throws IOException {
      try (ZipFile file = new ZipFile(zip.toFile())) {
        Set<String> services = services(file, day);
        Set<String> trips = new HashSet<>();
        rows(file, "trips.txt", row -> {
          if (services.contains(row.get("service_id"))) {
            trips.add(row.get("trip_id"));
          }
        });
        rows(
            file,
            "stops.txt",
            row ->
                stops.put(
                    row.get("stop_id"),
                    new double[] {
                      Double.parseDouble(row.get("stop_lat")), Double.parseDouble(row.get("stop_lon"))
                    }));
        Map<String, List<Call>> calls = new HashMap<>();
        rows(file, "stop_times.txt", row -> {
          if (trips.contains(row.get("trip_id"))) {
            calls
                .computeIfAbsent(row.get("trip_id"), fresh -> new ArrayList<>())
                .add(
                    new Call(
                        Integer.parseInt(row.get("stop_sequence")),
                        row.get("stop_id"),
                        seconds(row.get("arrival_time")),
                        seconds(row.get("departure_time"))));
          }
        });
        calls.forEach(this::add);
      }
    }

    private void add(String trip, List<Call> calls) {
      calls.sort(Comparator.comparingInt(Call::sequence));
      // what has no time of its own is not called at: this peer cannot interpolate
      List<Call> timed = calls.stream().filter(call -> call.arrival() >= 0).toList();
      if (timed.size() >= 2) {
        patterns
            .computeIfAbsent(
                timed.stream().map(Call::stop).toList(), fresh -> new ArrayList<>())
            .add(
                new Trip(
                    trip,
                    timed.stream().mapToInt(Call::arrival).toArray(),
                    timed.stream().mapToInt(Call::departure).toArray()));
      }
    }

    /// Trips of a pattern in runs in which none overtakes another.
    static List<List<Trip>> chains(List<Trip> trips) {
      List<Trip> sorted = new ArrayList<>(trips);
      sorted.sort(Comparator.comparingInt(trip -> trip.departures()[0]));
      List<List<Trip>> chains = new ArrayList<>();
      for (Trip trip : sorted) {
        List<Trip> fitting = null;
        for (List<Trip> chain : chains) {
          if (fitting == null && follows(chain.getLast(), trip)) {
            fitting = chain;
          }
        }
        if (fitting == null) {
          fitting = new ArrayList<>();
          chains.add(fitting);
        }
        fitting.add(trip);
      }
      return chains;
    }

    private static boolean follows(Trip first, Trip second) {
      for (int i = 0; i < first.arrivals().length; i++) {
        if (second.arrivals()[i] < first.arrivals()[i]
            || second.departures()[i] < first.departures()[i]) {
          return false;
        }
      }
      return true;
    }

    private static Set<String> services(ZipFile file, LocalDate day) throws IOException {
      Set<String> services = new HashSet<>();
      String date = day.toString().replace("-", "");
      String weekday = DayOfWeek.from(day).name().toLowerCase(Locale.ROOT);
      rows(file, "calendar.txt", row -> {
        boolean valid =
            row.get("start_date").compareTo(date) <= 0 && row.get("end_date").compareTo(date) >= 0;
        if (valid && row.get(weekday).equals("1")) {
          services.add(row.get("service_id"));
        }
      });
      rows(file, "calendar_dates.txt", row -> {
        if (row.get("date").equals(date)) {
          if (row.get("exception_type").equals("1")) {
            services.add(row.get("service_id"));
          } else {
            services.remove(row.get("service_id"));
          }
        }
      });
      return services;
    }

    static ZoneId zone(Path zip) throws IOException {
      List<ZoneId> zones = new ArrayList<>();
      try (ZipFile file = new ZipFile(zip.toFile())) {
        rows(file, "agency.txt", row -> zones.add(ZoneId.of(row.get("agency_timezone"))));
      }
      return zones.getFirst();
    }

    private static int seconds(String time) {
      String[] parts = time.split(":");
      return parts.length != 3
          ? -1
          : Integer.parseInt(parts[0].strip()) * 3600
              + Integer.parseInt(parts[1]) * 60
              + Integer.parseInt(parts[2]);
    }

    private static void rows(ZipFile zip, String name, Consumer<Map<String, String>> row)
        throws IOException {
      if (zip.getEntry(name) == null) {
        return;
      }
      try (BufferedReader in =
          new BufferedReader(
              new InputStreamReader(
                  zip.getInputStream(zip.getEntry(name)), StandardCharsets.UTF_8))) {
        List<String> head = cells(in.readLine().replace("\ufeff", ""));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          List<String> cells = cells(line);
          Map<String, String> values = new HashMap<>();
          for (int i = 0; i < Math.min(head.size(), cells.size()); i++) {
            values.put(head.get(i), cells.get(i));
          }
          if (cells.size() > 1) {
            row.accept(values);
          }
        }
      }
    }

    private static List<String> cells(String line) {
      List<String> cells = new ArrayList<>();
      StringBuilder cell = new StringBuilder();
      boolean quoted = false;
      for (char c : line.toCharArray()) {
        if (c == '"') {
          quoted = !quoted;
        } else if (c == ',' && !quoted) {
          cells.add(cell.toString().strip());
          cell.setLength(0);
        } else {
          cell.append(c);
        }
      }
      cells.add(cell.toString().strip());
      return cells;
    }
  }
}
