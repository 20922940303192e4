package org.toret.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.toret.app.city.CityPreparation;
import org.toret.app.city.CityProgress;
import org.toret.app.city.Inputs;
import org.toret.app.city.StoredCity;
import org.toret.base.geo.GeoPoint;
import org.toret.base.outcome.Outcome;
import org.toret.network.City;
import org.toret.network.image.ImageFile;
import org.toret.router.journey.CityEngine;

/// `./toret bench [list | SUITE… | examples | compare REF | fetch NETWORK] [--data DIR]
/// [--questions N] [--seed N] [--time HH:MM] [--seconds N] [--places FILE] [--history FILE]`:
/// measures a city and appends what was measured to a history file; compares versions, see
/// [Versions]; or fetches a large network, see [NewYork].
///
/// `--seconds` is how long a step of `load` lasts, `--places` a table of places (see [Places]) for
/// `access` instead of those drawn.
///
/// Every suite warms up for three rounds and measures one, in processor time of the asking thread:
/// other processes on the machine disturb it less than wall time. Compare numbers of one run.
public final class Bench {

  private static final int WRONG_USAGE = 2;
  private static final String FETCH_USAGE = "bench fetch " + NewYork.NAME + " [--to DIR]";

  private final PrintStream out;
  private final Clock clock;

  private Bench(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /// What was asked for.
  private record Wish(
      List<String> suites,
      Optional<Path> data,
      int questions,
      long seed,
      LocalTime time,
      int seconds,
      Optional<Path> places,
      Path history) {}

  /// Runs the suites named on the command line.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.exit(new Bench(System.out, Clock.systemUTC()).run(List.of(arguments)));
  }

  private int run(List<String> arguments) throws IOException, InterruptedException {
    if (!arguments.isEmpty() && List.of("examples", "compare").contains(arguments.getFirst())) {
      return versions(arguments);
    }
    if (!arguments.isEmpty() && arguments.getFirst().equals("fetch")) {
      return fetch(arguments);
    }
    if (arguments.contains("list")) {
      names().forEach(out::println);
      return 0;
    }
    Optional<Wish> wish = read(arguments);
    if (wish.isEmpty() || !names().containsAll(wish.get().suites())) {
      out.println("bench [list | SUITE…] [--data DIR] [--questions N] [--seed N] [--time HH:MM]");
      out.println("      [--seconds N] [--places FILE] [--history FILE]");
      out.println("      suites: " + String.join(" ", names()));
      out.println("      core = " + String.join(" ", Suites.CORE));
      out.println("bench examples [--write] [--data DIR]");
      out.println(FETCH_USAGE);
      out.println("bench compare REF [--rounds N] [--data DIR]");
      return WRONG_USAGE;
    }
    return measure(wish.get());
  }

  private int fetch(List<String> arguments) throws IOException, InterruptedException {
    if (arguments.size() < 2 || !arguments.get(1).equals(NewYork.NAME)) {
      out.println(FETCH_USAGE);
      return WRONG_USAGE;
    }
    Path cache = option(arguments, "--to").map(Path::of).orElseGet(Folders::cache);
    out.println("--data " + new NewYork(out).fetch(cache));
    return 0;
  }

  private int versions(List<String> arguments) throws IOException, InterruptedException {
    Versions versions = new Versions(out, option(arguments, "--data").map(Path::of));
    if (arguments.getFirst().equals("examples")) {
      return versions.examples(arguments.contains("--write"));
    }
    if (arguments.size() < 2 || arguments.get(1).startsWith("--")) {
      out.println("bench compare REF [--rounds N] [--data DIR]");
      return WRONG_USAGE;
    }
    int rounds = option(arguments, "--rounds").map(Integer::parseInt).orElse(6);
    return versions.compare(arguments.get(1), rounds);
  }

  private static Optional<String> option(List<String> arguments, String name) {
    int at = arguments.indexOf(name);
    return at < 0 || at + 1 == arguments.size()
        ? Optional.empty()
        : Optional.of(arguments.get(at + 1));
  }

  private static List<String> names() {
    return Stream.concat(Suites.USUAL.stream(), Suites.LONG.stream()).sorted().toList();
  }

  private static Optional<Wish> read(List<String> arguments) {
    List<String> suites = new ArrayList<>();
    Optional<Path> data = Optional.empty();
    int questions = 200;
    long seed = 1;
    LocalTime time = LocalTime.of(8, 15);
    int seconds = 12;
    Optional<Path> places = Optional.empty();
    Path history = Path.of("bench", "history.jsonl");
    Deque<String> rest = new ArrayDeque<>(arguments);
    try {
      while (!rest.isEmpty()) {
        String word = rest.pop();
        switch (word) {
          case "--data" -> data = Optional.of(Path.of(rest.pop()));
          case "--questions" -> questions = Integer.parseInt(rest.pop());
          case "--seed" -> seed = Long.parseLong(rest.pop());
          case "--time" -> time = LocalTime.parse(rest.pop());
          case "--seconds" -> seconds = Integer.parseInt(rest.pop());
          case "--places" -> places = Optional.of(Path.of(rest.pop()));
          case "--history" -> history = Path.of(rest.pop());
          default -> suites.add(word);
        }
      }
    } catch (java.util.NoSuchElementException
        | NumberFormatException
        | java.time.DateTimeException e) {
      return Optional.empty();
    }
    if (suites.remove("core")) {
      suites.addAll(Suites.CORE);
    }
    List<String> wanted = suites.isEmpty() ? Suites.USUAL : suites;
    return Optional.of(new Wish(wanted, data, questions, seed, time, seconds, places, history));
  }

  private int measure(Wish wish) throws IOException, InterruptedException {
    Path state = Files.createTempDirectory("toret-bench");
    try {
      return measure(wish, state);
    } finally {
      Folders.delete(state);
    }
  }

  private int measure(Wish wish, Path state) throws IOException, InterruptedException {
    CityPreparation preparation = new CityPreparation(wish.data(), state, clock);
    Machine before = Machine.now();
    Outcome<StoredCity> stored =
        preparation
            .inputs()
            .then((Inputs inputs) -> preparation.prepare(inputs, CityProgress.NONE, refused -> {}));
    Machine imported = Machine.now().since(before);
    if (!(stored instanceof Outcome.Done<StoredCity>(StoredCity city))) {
      out.println(stored);
      return 1;
    }
    Path image = CityPreparation.image(city);
    Machine closed = Machine.now();
    Outcome<ImageFile> file = ImageFile.open(image);
    if (!(file instanceof Outcome.Done<ImageFile>(ImageFile opening))) {
      out.println(file);
      return 1;
    }
    CityEngine engine = CityEngine.of(City.read(opening), opening.hash());
    Machine started = Machine.now().since(closed);
    History history = new History(wish.history(), clock, engine, Files.size(image));
    report(history, wish, "import", imported);
    report(history, wish, "start", started);
    Questions questions = Questions.of(engine, wish.questions(), wish.seed(), wish.time());
    out.println("asked at " + questions.at());
    List<GeoPoint> places =
        wish.places().isEmpty() ? questions.from() : Places.read(wish.places().get());
    Suites suites = new Suites(engine, questions, places);
    for (var suite : suites.byName().entrySet()) {
      if (wish.suites().contains(suite.getKey())) {
        Sample sample = suite.getValue().get();
        out.println(sample.row());
        history.add(sample);
      }
    }
    if (wish.suites().contains("streets")) {
      for (Sample sample : new StreetSuite(engine, questions).run()) {
        out.println(sample.microsRow());
        history.add(sample);
      }
    }
    if (wish.suites().contains("pairs")) {
      suites.pairs(out);
    }
    if (wish.suites().contains("load")) {
      LocalDateTime at = LocalDateTime.ofInstant(questions.at(), engine.schedule().zone());
      List<String> data = wish.data().map(d -> List.of("--data", d.toString())).orElse(List.of());
      new LoadSuite(out, history, questions, at, wish.seconds()).run(data, state);
    }
    return 0;
  }

  private void report(History history, Wish wish, String suite, Machine used) throws IOException {
    if (wish.suites().contains(suite)) {
      out.printf(
          java.util.Locale.ROOT,
          "%-9s %8.2f s wall, %8.2f s CPU, %6d MB allocated, %5d MB resident%n",
          suite,
          used.wallNanos() / 1e9,
          used.cpuNanos() / 1e9,
          used.allocatedBytes() >> 20,
          used.residentBytes() >> 20);
      history.add(suite, used);
    }
  }
}
